"""WordPress' own rule of paragraphs for text from its classic editor: `wpautop` of wp-includes/formatting.php.

A blank line parts paragraphs and a single line break breaks a line, but not in preformatted text, and not between
tags of blocks.
"""

import re

_BLOCKS = (
    "(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|"
    "address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|"
    "details|menu|summary)"
)
_KEPT = re.compile(r"<(pre|script|style|textarea)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TWO_BREAKS = re.compile(r"<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
_STARTS = re.compile(rf"(<{_BLOCKS}[\s/>])", re.IGNORECASE)
_ENDS = re.compile(rf"(</{_BLOCKS}>)", re.IGNORECASE)
_RULES = re.compile(r"(<hr\s*?/?>)", re.IGNORECASE)
_AROUND_BLOCK = re.compile(rf"<p>\s*(</?{_BLOCKS}[^>]*>)\s*</p>", re.IGNORECASE)
_BEFORE_BLOCK = re.compile(rf"<p>\s*(</?{_BLOCKS}[^>]*>)", re.IGNORECASE)
_AFTER_BLOCK = re.compile(rf"(</?{_BLOCKS}[^>]*>)\s*</p>", re.IGNORECASE)
_ITEM = re.compile(r"<p>(<li.+?)</p>", re.IGNORECASE | re.DOTALL)
_QUOTE = re.compile(r"<p><blockquote([^>]*)>", re.IGNORECASE)
_BREAK_AFTER_BLOCK = re.compile(rf"(</?{_BLOCKS}[^>]*>)\s*<br />", re.IGNORECASE)
_BREAK_BEFORE_BLOCK = re.compile(r"<br />(\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*>)", re.IGNORECASE)
_IN_TAG = re.compile(r"<[^<>]*\n[^<>]*>")
_MARK = "\x02{}\x03"
_MARKED = re.compile("\x02(\\d+)\x03")


def paragraphs(text: str) -> str:
    """The text with paragraphs and line breaks as WordPress shows them."""
    if not text.strip():
        return ""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return _MARK.format(len(kept) - 1)

    text = re.sub("[\x02\x03]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _KEPT.sub(keep, text)
    text = _IN_TAG.sub(lambda found: found[0].replace("\n", " "), text)
    text = _TWO_BREAKS.sub("\n\n", text)
    text = _STARTS.sub(r"\n\n\1", text)
    text = _ENDS.sub(r"\1\n\n", text)
    text = _RULES.sub(r"\1\n\n", text)
    text = "".join(f"<p>{part.strip(chr(10))}</p>\n" for part in re.split(r"\n\s*\n", text) if part.strip())
    text = _AROUND_BLOCK.sub(r"\1", text)
    text = _ITEM.sub(r"\1", text)
    text = _QUOTE.sub(r"<blockquote\1><p>", text).replace("</blockquote></p>", "</p></blockquote>")
    text = _BEFORE_BLOCK.sub(r"\1", text)
    text = _AFTER_BLOCK.sub(r"\1", text)
    text = re.sub(r"(?<!<br />)\s*\n", "<br />\n", text)
    text = _BREAK_AFTER_BLOCK.sub(r"\1", text)
    text = _BREAK_BEFORE_BLOCK.sub(r"\1", text)
    text = re.sub(r"<br />\n</p>", "</p>", text)
    return _MARKED.sub(lambda found: kept[int(found[1])], text)

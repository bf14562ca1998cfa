"""Characters that may stand in a text, and how a text is written as HTML."""

import re

# Unicode's control characters (bar HTML whitespace), noncharacters and the byte order mark: none may stand in HTML.
_UNSOUND = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufeff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
# Embeddings, overrides and isolates of the bidirectional algorithm: they turn round what is read after them. Marks of
# direction help punctuation between Arabic and other words; within a word, or where nothing is read from the right,
# they hide it from those who search, or turn its punctuation.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FROM_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_DIRECTION_IN_WORD = re.compile(f"(?<=[^\\W_{_FROM_RIGHT}])[\u200e\u200f\u061c]+(?=[^\\W_{_FROM_RIGHT}])")
_DIRECTION, _LETTER_FROM_RIGHT = re.compile("[\u200e\u200f\u061c]"), re.compile(f"(?=[{_FROM_RIGHT}])[^\\W_]")
_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
_GAP = re.compile(r"[^\S\xa0\u202f]+")
_BLANK = re.compile("[\\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*")

_REFERENCES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&nbsp;", "\xa0"), ("&amp;", "&"))


def join_surrogates(text: str) -> str:
    """The text with surrogate pairs joined and lone surrogates replaced by U+FFFD, so that it can be encoded."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def drop_controls(text: str) -> str:
    """The text without what may not stand in HTML or turns words round; Unicode's line breaks become newlines."""
    text = _LINE_BREAKS.sub("\n", _TURNS.sub("", _UNSOUND.sub("", text)))
    return text if text.isascii() else _DIRECTION_IN_WORD.sub("", text)


def valid_characters(text: str) -> str:
    """The text with nothing that may not stand in HTML: lone surrogates replaced, control characters gone."""
    return drop_controls(join_surrogates(text))


def one_line(text: str) -> str:
    """The text on one line: nothing that may not stand in HTML or XML, single spaces; no-break spaces stay inside."""
    text = valid_characters(text)
    if not _LETTER_FROM_RIGHT.search(text):
        text = _DIRECTION.sub("", text)
    return _GAP.sub(" ", text).strip()


def without_soft_hyphens(text: str) -> str:
    """The text for where no line is broken: titles, names, feeds and other programs."""
    return text.replace("\u00ad", "")


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing: only spaces of any kind, invisible and format characters."""
    return _BLANK.fullmatch(text) is not None


def escape_html(text: str) -> str:
    """Text as HTML, spelled as browsers' innerHTML and nh3 spell it; quotation marks stay."""
    return text.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape_html(text: str) -> str:
    """The text that nh3, `escape_html` or `html_attribute` wrote; they write no other character references."""
    if "&" in text:
        for reference, character in _REFERENCES:
            text = text.replace(reference, character)
    return text


def html_attribute(name: str, value: object) -> str:
    """` name="value"`, escaped."""
    return f' {name}="{escape_html(str(value)).replace(chr(34), "&quot;")}"'

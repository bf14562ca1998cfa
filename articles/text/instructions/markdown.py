"""Markdown in plain text: front matter, and the marks of links and emphasis, read and taken away."""

import re

from articles.text.body.nodes import Line, Marks, Run

_FENCE = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(?P<head>(?:.{0,2000}\n){1,80}?)(?:\1|\.\.\.)[ \t]*(?:\n|$)")
_PAIR = re.compile(r"(?P<key>[^\W\d_][\w -]{0,40})\s*[:=]\s*(?P<value>.*)$")
_ITEM = re.compile(r"\s*-\s+(?P<value>\S.*)$")
# In this order: a sign behind a backslash, which is none; code, pictures, links, bare addresses, strong, emphasis.
_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+\-.!>~|])"
    r"|(?P<tick>`{1,2})(?P<code>[^`\n]{1,200})(?P=tick)"
    r"|!\[(?P<alt>[^\[\]\n]{0,300})\]\([^()\s]{1,500}(?:\s+[\"'][^\"'\n]{0,200}[\"'])?\)"
    r"|\[(?P<words>[^\[\]\n]{1,300})\]"
    r"\((?P<to>(?:https?://|mailto:|tel:)[^()\s]{1,800}(?:\([^()\s]{0,80}\)[^()\s]{0,200})?)(?:\s+[\"'][^\"'\n]{0,200}[\"'])?\)"
    r"|<(?P<address>https?://[^<>\s]{1,800})>"
    r"|(?<![\w*])(?P<both>\*\*\*)(?=\S)(?P<loud>[^*\n]{1,2000}?)(?<=\S)\*\*\*(?![\w*])"
    r"|(?<![\w*])\*\*(?=\S)(?P<strong>(?:[^*\n]|\*(?!\*)){1,3000}?)(?<=\S)\*\*(?!\*)"
    r"|(?<![\w_])__(?=\S)(?P<strong2>[^_\n]{1,3000}?)(?<=\S)__(?![\w_])"
    r"|(?<![\w*])\*(?=[^\s*])(?P<em>[^*\n]{1,2000}?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])(?P<em2>[^_\n]{1,2000}?)(?<=[^\s_])_(?![\w_])"
)


def take_front_matter(text: str) -> tuple[list[str], str]:
    """(the pairs of a file's front matter as lines "key: value", the text below it); lists are on one line."""
    match = _FENCE.match(text)
    if match is None:
        return [], text
    lines: list[str] = []
    for raw in match["head"].split("\n"):
        pair = _PAIR.match(raw.strip()) if not raw[:1].isspace() else None
        if pair:
            lines.append(f"{pair['key'].rstrip()}: {_bare(pair['value'])}")
        elif lines and (item := _ITEM.match(raw)):
            lines[-1] += ("" if lines[-1].endswith(": ") else ", ") + _bare(item["value"])
        elif raw.strip():
            if not lines:
                return [], text
            lines[-1] += " " + raw.strip()
    return lines, text[match.end() :]


def _bare(value: str) -> str:
    """A value without the quotation marks or brackets of YAML and TOML."""
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]":
        return ", ".join(_bare(each) for each in value[1:-1].split(",") if each.strip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"')
    return "" if value in (">", "|", ">-", "|-") else value


def line_of(text: str, marks: Marks = ()) -> Line:
    """A text with Markdown's marks as runs with ours; signs that mark nothing stay as they are."""
    runs: list[Run] = []
    at = 0
    for match in _INLINE.finditer(text):
        runs.append(Run(text[at : match.start()], marks))
        runs += _inner(match, marks)
        at = match.end()
    return tuple(run for run in [*runs, Run(text[at:], marks)] if run.text)


def _inner(match: re.Match[str], marks: Marks) -> Line:
    kind = match.lastgroup or ""
    words = match["escaped"] or match["code"] or match["alt"] or match["address"] or ""
    if match["to"]:
        return (
            line_of(match["words"], (("a", match["to"]), *marks))
            if not any(tag == "a" for tag, _ in marks)
            else (Run(match["words"], marks),)
        )
    for tag, groups in (("strong", ("strong", "strong2")), ("em", ("em", "em2"))):
        inner = match[groups[0]] or match[groups[1]]
        if inner:
            return line_of(inner, (*marks, (tag, "")) if all(tag != each for each, _ in marks) else marks)
    if match["loud"]:
        return line_of(match["loud"], (*marks, ("strong", ""), ("em", "")))
    return (Run(words, marks),) if kind else ()

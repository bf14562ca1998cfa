"""Lines that a printed page or a source file broke, put together: words parted at a line's end, Chinese, Japanese."""

import re
import unicodedata

from articles.text.body.vocabulary import names_in

# Chinese, Japanese and their signs, between which a line's end is no space.
_WIDE = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n\s*(?=[{_WIDE}])")
_FIRST_INDENT = re.compile("\\A\u3000+")
# Letters that only print has: ligatures, the joined forms of Arabic, radicals.
_PRINTED = re.compile("[\ufb00-\ufdcf\ufe70-\ufefc\u2e80-\u2fdf]+")

_SOFT = "\u00ad"
_SOFT_BREAK = re.compile(r"\u00ad[^\S\n]*\n\s*")
_SET_LINE = 20  # characters; shorter lines are not broken because they are full
_PARTED = re.compile(r"(?<=[^\W\d_])(?P<hyphen>[-\u2010])[^\S\n]*\n\s*(?=(?P<next>\w+))")
# What stays behind a hyphen: "Nord- und Südhafen" with its space, "est-il", "well-known" without.
_AND = names_in("und oder bzw and or et ou y e o och eller og i lub oraz та і й або ve veya en of")
_OF_HYPHENS = names_in(
    "il elle on ils elles je tu nous vous ce ci là le la les moi lui être même mêmes bas dessus dessous dire t y "
    "небудь таки"
)
_BEFORE_HYPHENS = names_in(
    "well self ex non semi co half all so long short high low full part cross vice one two three four five six seven "
    "eight nine ten twenty thirty forty fifty sixty seventy eighty ninety mid post pre anti"
)
_WIDE_LINE = re.compile(rf"(?<=[{_WIDE}]{{12}})(?<![。！？」』…])\n(?=[{_WIDE}])")


def as_typed(words: str) -> str:
    """Words with letters for what only print has, and soft hyphens only where a line may have been broken there."""
    words = _PRINTED.sub(lambda printed: unicodedata.normalize("NFKC", printed[0]), words)
    if _SOFT not in words:
        return words
    words = _SOFT_BREAK.sub("", words)
    bare = words.rstrip()
    return bare.replace(_SOFT, "") + (_SOFT if bare.endswith(_SOFT) else words[len(bare) :])


def in_one_line(words: str) -> str:
    """The words of one text of a page, whose line ends are spaces, or nothing in Chinese and Japanese."""
    return _WIDE_BREAK.sub("", words)


def without_breaks(words: str) -> str:
    """Words whose line breaks only filled the lines: a space for each, none within a word."""
    words = _FIRST_INDENT.sub("", words)
    if "\n" in words:
        words = _PARTED.sub(_joined, _WIDE_LINE.sub("", _SOFT_BREAK.sub("", words)))
    return words.replace(_SOFT, "").replace("\n", " ")


def _joined(parted: re.Match[str]) -> str:
    """The hyphen at a line's end and the gap behind it, or what stands for them."""
    line = parted.string[parted.string.rfind("\n", 0, parted.start()) + 1 : parted.start()]
    following = parted["next"]
    if following.casefold() in _AND or len(line) < _SET_LINE:
        return parted["hyphen"] + " "
    last = re.split(r"[\s(„“\"«]", line)[-1]
    is_kept = (
        not following[0].islower()
        or "-" in last
        or last.casefold() in _BEFORE_HYPHENS
        or following.casefold() in _OF_HYPHENS
    )
    return parted["hyphen"] if is_kept else ""

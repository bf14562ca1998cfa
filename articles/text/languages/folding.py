"""The key by which names and topics are compared, in any script."""

import re
import unicodedata

from articles.text.characters import join_surrogates

# Marks that are accents, points or vowel signs and may be left out in writing: Latin and Greek, Cyrillic, Hebrew,
# Arabic, Syriac. Not those of Indian scripts, Thai or kana, which make other letters.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]"
)
# Cyrillic letters that NFKD takes apart but that no writer takes for an accented letter. (ё is written as е, and stress
# marks are left out: these fold.) Keys are as NFKD leaves them.
_LETTERS = {unicodedata.normalize("NFD", letter): letter for letter in "йїў"}
_FORMAT = re.compile("[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SINGLE_QUOTES = "‘’‚‛ʹʻʼʽ`´′＇ˈ‹›"
_DOUBLE_QUOTES = "“”„‟«»″＂〝〞"
_DASHES = "‐‑‒–—―−﹘﹣－⁃"
_SAME = str.maketrans(
    {
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
    }
)
_ALIKE: dict[int, int | str] = dict(str.maketrans("łøđðıħŋŧƶəɖƀǥĸɨʉȷٱىیېکةەہھ", "loddihntzedbgkiujايييكهههه"))
_ALIKE |= {ord("þ"): "th", ord("æ"): "ae", ord("œ"): "oe"}
_SPACES = re.compile(r"\s+")
_DIGIT = re.compile(r"[^\W\D]")


def fold(text: str) -> str:
    """The text's key: equal for spellings that differ in case, accents, quotation marks, dashes or spaces only.

    Compatibility forms are one (NFKD), ł ø ß æ and their like are their plain letters, Arabic vowel signs, tatweel and
    the forms of alef, yeh, kaf and heh are one, digits of any script are 0-9. Scripts stay apart: a Cyrillic а is no
    Latin a; й ї ў are letters of their own, not accented ones. Idempotent. In NFC.
    """
    if text.isascii():  # most words, and a hundred times faster
        return " ".join(text.replace("`", "'").lower().split())
    folded, before = _fold_once(join_surrogates(text)), None
    while folded != before:
        folded, before = _fold_once(folded), folded
    return folded


def _fold_once(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.translate(_SAME)).casefold()
    text = unicodedata.normalize("NFKD", text).translate(_SAME)
    for parts, letter in _LETTERS.items():
        text = text.replace(parts, letter)
    text = _FORMAT.sub("", _ACCENTS.sub("", text)).translate(_ALIKE)
    text = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip())

"""How words are written of which nobody says it: the charset in which they read as a language.

A text costs what its letters' pairs cost in the language that suits them best (`letter_pairs.txt`, in bits), and signs
cost more where nobody puts them. Of all charsets the one whose text is the cheapest wins; words of plain ASCII say
nothing, for they are the same in each.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

_WESTERN = "en fr de es pt it nl ca sv da nb fi is"
_CENTRAL = "pl cs sk hu ro hr sl de"
_CYRILLIC = "ru uk bg mk"
# {charset: (how many bits cheaper than the usual one it must be, the languages it is for)}
CHARSETS = {
    "cp1252": (0, _WESTERN),
    "mac_roman": (3, _WESTERN),
    "cp1250": (4, _CENTRAL),
    "cp1251": (3, _CYRILLIC),
    "iso8859_15": (6, _WESTERN),
    "iso8859_2": (6, _CENTRAL),
    "cp1254": (3, "tr"),
    "cp1253": (10, "el"),
    "cp1255": (3, "he"),
    "cp1256": (4, "ar fa"),
    "cp1257": (6, "lt lv"),
    "koi8_u": (7, _CYRILLIC),
    "mac_cyrillic": (7, _CYRILLIC),
    "mac_latin2": (7, _CENTRAL),
    "mac_turkish": (8, "tr"),
    "iso8859_5": (9, _CYRILLIC),
    "iso8859_6": (9, "ar"),
    "iso8859_7": (11, "el"),
    "cp866": (9, _CYRILLIC),
    "gb18030": (8, "zh"),
    "big5": (8, "zh"),
    "cp932": (8, "ja"),
    "euc_jp": (9, "ja"),
    "cp949": (8, "ko"),
}
# How UTF-8 was read by programs that took it for something else.
_MISTAKEN_FOR = ("cp1252", "latin_1", "mac_roman", "cp1251", "cp1250", "cp850", "cp437")
SAMPLE = 1_500  # characters that are weighed
PLAIN_WORDS = 40  # words of ASCII that are asked about their language
CLEAR = 6  # bits by which the best must be ahead of the next to be beyond doubt
RARE_PAIR, FOREIGN_LETTER, MISPLACED, NO_SIGN, STRANGE = 11, 14, 15, 30, 6
_SHAPELESS = 9  # a capital within a word that is not all in capitals

_WORD = re.compile(r"[^\W\d_]+")
# A run of letters and of whatever a charset makes of bytes beyond ASCII, with at least one of the latter.
_TOKEN = re.compile(r"[^\x00-@\[-`{-\x7f]*[^\x00-\x7f][^\x00-@\[-`{-\x7f]*")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_OPENING, _CLOSING, _DASHES = "“‘«„‚»¿¡", "”’»…“‘«", "–—"
_AFTER_NUMBERS, _BEFORE_WORDS = "°ºª€£%½¼¾²³", "©§£€"


@dataclass(frozen=True)
class Guess:
    """Words, the charset in which they read best ("" where it is known), and whether no other reads nearly as well."""

    text: str
    charset: str = ""
    is_clear: bool = True


@cache
def _languages():
    """{language: {pair or character: bits}}"""
    costs: dict[str, dict[str, int]] = {}
    for line in (Path(__file__).parent / "letter_pairs.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, *groups = line.split(" ")
        size = 1 if language in ("zh", "ja", "ko") else 2
        table = costs[language] = {}
        for group in groups:
            run = group.lstrip("0123456789")
            digits = group[: len(group) - len(run)]
            table.update({run[at : at + size]: int(digits) for at in range(0, len(run), size)})
    return costs


@cache
def _letters(language):
    return frozenset("".join(_languages()[language]))


def guess(data):
    """What the bytes `data` say: as UTF-8 when they are that, else in the charset in which they read best, as Guess."""
    return guess_together({"": data})[""]


def guess_together(texts):
    """{key: Guess} of several texts by one writer, {key: bytes}: those that are no UTF-8 are weighed as one."""
    guesses = {key: Guess(text) for key, data in texts.items() if (text := _utf8(data)) is not None}
    others = {key: data for key, data in texts.items() if key not in guesses}
    if others:
        found = _best(b"\n".join(others.values()))
        for key, data in others.items():
            guesses[key] = Guess(data.decode(found.charset, "replace"), found.charset, found.is_clear)
    return guesses


def repaired(text):
    """`text` as it was meant, where some program has taken its bytes for another charset and that is beyond doubt.

    UTF-8 read as something else leaves marks that no language has; it may have happened twice.
    """
    for _ in range(2):
        mended = _from_utf8(text) or _from_single_bytes(text)
        if mended is None:
            break
        text = mended
    return text


def is_garbled(text):
    """Whether `text` holds signs that stand for lost ones, or letters and signs in an order that no language has."""
    sample = text[:SAMPLE]
    if _UNSOUND.search(sample):
        return True
    words = [word for word in _WORD.findall(sample) if not word.isascii()]
    letters = sum(map(str.isalpha, sample))
    accented = sum("\xc0" <= char <= "\xff" for char in sample)
    return (
        any(_shape_cost(word) >= _SHAPELESS and not word.isupper() for word in words)
        or _SIGN_WITHIN.search(sample) is not None
        or (accented >= 3 and accented * 2 > letters)
        or _read_otherwise(sample) is not None
    )


_UNSOUND = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]")
_SIGN_WITHIN = re.compile(r"[^\W\d_][¡-©«-±´¶¸»-¿÷×ˆ˜˙˚˛˝‚„†‡‰‹›€™∂∏∑√∞∫≈≠≤≥◊┴-▟]+[^\W\d_]")


def _utf8(data):
    """`data` as UTF-8, where need be without a last character that a field's length has cut; None when it is none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        is_cut = error.reason == "unexpected end of data" and not whole.isascii()
        return whole.decode("utf-8") if is_cut else None


def _best(data):
    """The Guess of bytes that are not UTF-8."""
    ranks: list[tuple[float, int, str, str]] = []
    for charset, (handicap, languages) in CHARSETS.items():
        try:
            text = data[:SAMPLE].decode(charset)
        except UnicodeDecodeError:
            continue
        ranks.append((handicap + cost(text, languages.split()), len(ranks), text, charset))
    if not ranks:
        return Guess(data.decode("cp1252", "replace"), "cp1252", False)
    ranks.sort()
    dearer = next((bits for bits, _, text, _ in ranks if text != ranks[0][2]), None)
    charset = ranks[0][3]
    return Guess(data.decode(charset, "replace"), charset, dearer is None or dearer - ranks[0][0] >= CLEAR)


def cost(text, languages=()):
    """How dear the non-ASCII part of `text` is, in bits, in the one of `languages` (or of all) that suits it best."""
    words = [word for token in _TOKEN.findall(text) for word in _WORD.findall(token)]
    plain = _WORD.findall(_TOKEN.sub(" ", text))[:PLAIN_WORDS]
    english = sum(_word_cost(word, "en") for word in plain) + CLEAR
    letters = min(
        sum(_word_cost(word, language) for word in words)
        + min(english, sum(_word_cost(word, language) for word in plain)) / 3
        for language in languages or _languages()
    )
    alone = sum(len(word) == 1 and word > "\u02af" for word in words) if re.search("[A-Za-z]{2}", text) else 0
    return letters + sum(map(_shape_cost, words)) + _signs_cost(text) + alone * STRANGE


def _word_cost(word, language):
    """The bits of a word in a language: by pairs of letters, or by characters where words are not parted."""
    costs = _languages()[language]
    if language in ("zh", "ja", "ko"):
        return sum(costs.get(char, FOREIGN_LETTER if char.isascii() else 15) for char in word)
    known, folded = _letters(language), f"_{word.replace('İ', 'i').lower()}_"
    bits = 0
    for before, char in pairwise(folded):
        rare = RARE_PAIR if before in known and char in known else FOREIGN_LETTER
        bits += costs.get(before + char, rare)
    return bits


def _shape_cost(word):
    """The bits for capitals that a charset has put within a word; a word all in capitals is a little dearer, too."""
    if word.isupper():
        return sum(char > "\x7f" for char in word[1:])
    inner = (char.isupper() and not (before.isascii() and char.isascii()) for before, char in pairwise(word))
    return _SHAPELESS * sum(inner)


def _signs_cost(text):
    """The bits for what is no letter: few where such a sign is put, many elsewhere."""
    return sum(
        _sign_cost(match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1])
        for match in _NOT_ASCII.finditer(text)
        if not match[0].isalpha() or match[0] in "ªº"
    )


def _sign_cost(sign, before, after):
    """The bits of one sign between its neighbours ("" at an end of the text)."""
    opens, closes = not before or not before.isalnum(), not after or not after.isalnum()
    parted = (not before or before.isspace()) and (not after or after.isspace()) and before + after
    if sign == "’" and before.isalpha() and after.isalpha():
        return 8
    if sign in _OPENING and opens and after.strip():
        return 7 if sign in "“‘«„‚¿¡" else 12
    if sign in _CLOSING and before.strip() and closes:
        return 7 if sign in "”’»…" else 13
    if sign in "²³" and before.isalpha() and closes:  # “km²”
        return 9
    if sign in _DASHES:
        return 6 if parted or before.isdigit() or after.isdigit() else 13
    if sign in _AFTER_NUMBERS and (before.isdigit() or (sign in "°€£" and before.isspace())):
        return 7
    if sign in _BEFORE_WORDS and opens and (after.isspace() or after.isdigit() or after.isupper()):
        return 7
    if (sign in "•·" and parted) or (sign in "®™" and before.isalnum() and closes):
        return 8
    if sign == "\xa0":
        return 8
    if unicodedata.combining(sign) and before > "\x7f":
        return 8
    if unicodedata.category(sign) in ("Cc", "Co", "Cn"):
        return NO_SIGN
    return MISPLACED + (STRANGE if before.isalpha() and after.isalpha() else 0)


def _from_utf8(text):
    """What `text` was before its UTF-8 was read as something else, or None."""
    if text.isascii():
        return None
    for charset in _MISTAKEN_FOR:
        try:
            meant = _as_bytes(text, charset).decode("utf-8")
        except UnicodeError:
            continue
        if not _UNSOUND.search(meant) or _UNSOUND.search(text):
            return meant
    return None


def _from_single_bytes(text):
    """What `text` was before one charset of single bytes was read as another, or None where that is not certain."""
    found = _read_otherwise(text)
    odd = sum(char > "\x7f" for char in text[:SAMPLE])
    return found[0] if found and odd > 1 and found[1] > 12 + 3 * odd else None


def _read_otherwise(text):
    """(another reading of the bytes of `text` that is cheaper by CLEAR, by how many bits), or None."""
    if text.isascii():
        return None
    readings = []
    for charset in ("cp1252", "mac_roman"):
        try:
            found = guess(_as_bytes(text, charset))
        except UnicodeError:
            continue
        gain = cost(text[:SAMPLE]) - cost(found.text[:SAMPLE])
        if found.text != text and gain > 2 * CLEAR:
            readings.append((gain, found.text))
    gain, found = max(readings, default=(0, ""))
    return (found, gain) if found else None


def _as_bytes(text, charset):
    """`text` in `charset`, bytes that cp1252 does not define as programs pass them on. Raises UnicodeError."""
    if charset != "cp1252":
        return text.encode(charset)
    return b"".join(char.encode("latin_1") if "\x80" <= char <= "\x9f" else char.encode(charset) for char in text)

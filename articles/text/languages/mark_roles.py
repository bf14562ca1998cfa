"""Tells marks that are apostrophes, primes or part of a word's spelling from those that may open or close a quotation.

It knows no language, for a story may quote another. What a mark is may follow from the signs around it (`roles_of`), or
be doubtful until it is seen what else is open: `marks_that_may_end_a_word`, `…_begin_a_word`, `leaning_marks`.
"""

import re
from enum import StrEnum

from articles.text.languages.scripts import HANGUL, MARKS, UNSPACED


class Role(StrEnum):
    """What a mark is that neither opens nor closes a quotation."""

    APOSTROPHE = "apostrophe"  # don't, farmers', '68
    PRIME = "prime"  # 5'10", 26'46"
    LETTER = "letter"  # gershayim and geresh, and what else belongs to a word's spelling: צה"ל, ג'ורג', об"єкт


_SINGLE, _DOUBLE = "['’‘׳]", '["”“״]'
_HEBREW, _CYRILLIC, _ARABIC = "[\u05d0-\u05ea]", "[\u0400-\u04ff]", "[\u0620-\u064a]"
_FRACTION = "[½¼¾⅓⅔⅛⅜⅝⅞]"
_NUMBER = rf"(?:\d{{1,4}}(?:[.,/]\d{{1,4}})?{_FRACTION}?|{_FRACTION})"

# Accents that are characters of their own, points and soft hyphens, behind the letter on which they stand.
_ON_LETTERS = re.compile(f"(\\w)([{MARKS}]+)")
_HAS_MARKS = re.compile(f"[{MARKS}]")

_WITHIN = re.compile(rf"(?<=[^\W_]){_SINGLE}(?=[^\W_])")
# Where words are not parted by spaces, or get endings behind a closing mark as in Korean, it may be any mark.
_UNDIVIDED = re.compile(f"[{UNSPACED}{HANGUL}]")
_WITHIN_HEBREW = re.compile(rf"(?<={_HEBREW}){_DOUBLE}(?={_HEBREW})")
_WITHIN_SPELLING = re.compile(rf"(?<={_CYRILLIC})\"(?={_CYRILLIC})|{_WITHIN_HEBREW.pattern}")
_ONE_LETTER_MORE = re.compile(r"\w(?!\w)")
# Words that are written together with the next, and so may stand before a mark that opens: ב"הארץ", و"نعم".
_LEANING = re.compile(
    rf"(?<!\w)(?:[ושהכלבמ]{{1,3}}|(?={_ARABIC})[وف]?[بلكس]?(?:ال|لل)?)(?<=\w)({_DOUBLE})(?=[^\W_])",
)

# Behind a bracket, an abbreviation or a mark that closes: (TNT)'s, [mayor]'s, U.S.'s, “Dune”'s, Turkish (AKP)'nin.
_BEHIND_SIGNS = re.compile(r"(?:(?<=[)\]}%*])|(?<=[^\W\d_]\.)|(?<=[^\s(\[{—–-][\"”»]))['’](?=[^\W\d_])")
# French and Italian words that lean on the next one, which stands in marks: l'« affaire », dell'"arte".
_ELIDED = re.compile(
    r"(?<!\w)(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres)?qu|un|(?:de|su|da)?gl|sant|(?:de|a|ne|su|da|co|que|be)ll)"
    r"['’](?=[«„“\"‹][\s\u00a0\u202f]?[^\W_])",
    re.IGNORECASE,
)
# Words that are written with an apostrophe before them: ’tis, the ’90s, Dutch ’s avonds, German ’ne Idee.
_LEADING = re.compile(
    rf"(?:(?<![\w'’‘])|(?<=(?<![\w'’‘])['‘])){_SINGLE}"
    r"(?=(?:[Tt](?:is|was|were|will|would)|\d\ds|[stnkmr]|ne[nmr]?(?= [A-ZÄÖÜ]))\b(?!['’]))"
)
_AND = re.compile(rf"(?<=[^\W_] )({_SINGLE})[Nn]({_SINGLE})(?= [^\W_])")  # rock ’n’ roll

_FEET_AND_INCHES = re.compile(rf"(?<=\d)(['’]) ?{_NUMBER}([\"”])|(?<=\d)′ ?{_NUMBER}([\"”])")
_MINUTES = re.compile(rf"°\s?{_NUMBER}(['’])(?:\s?{_NUMBER}([\"”]))?")
_MEASURES = re.compile(rf"(?<=\d)(['’\"”])(?=\s?[x×х]\s?{_NUMBER}(['’\"”]))", re.IGNORECASE)

# What else closes a quotation, but as often belongs to the word before: farmers' hall, rockin' all, un po' d'acqua.
_GOES_ON = re.compile(r"[ \u00a0][“«(\"]?[^\W_]")
_ABBREVIATED = r"(?<=\w\.[^\W\d_]\.)"
_MAY_END_A_WORD = re.compile(
    rf"(?<=\d)['’\"”]|(?<={_FRACTION})['’\"”]|(?<={_HEBREW})['’׳](?=[ \u00a0-])|"
    rf"(?:(?<=[^\W\d_][sxzş])|(?<=in)|(?<=\b[no])|(?<=\b(?:an|th|ol|po|wi))|{_ABBREVIATED})['’](?={_GOES_ON.pattern})",
    re.IGNORECASE,
)
_HEBREW_LETTER, _DIGIT = re.compile(_HEBREW), re.compile(rf"\d|{_FRACTION}")
_BEHIND_ABBREVIATION = re.compile(_ABBREVIATED)
# What else begins a quotation: 'til, 'cause, '68. Numbers are years at least behind some words.
_MAY_BEGIN_A_WORD = re.compile(
    r"(?<!\w)['‘](?:\d\d(?![\w'’])|(?:em|til|till|cause|bout|round|cos|coz|cuz|nuff|nother|scuse|sup|kay|neath|"
    r"gainst|fraid|"
    r"twixt|tween|most|nough|gain|specially|stead|fore)\b(?!['’]))",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"['‘]\d\d [^\W_]+['’]")
_LEADING_TO_YEARS = re.compile(
    r"(?<!\w)(?:of|in|since|the|class|from|until|till|by|before|after|during|around|circa|late|early|mid|"
    r"['’‘]\d\ds? (?:and|to|or)|"
    r"mai|del?|el|en|il|nel|dal|sul|al|im|vom|seit|van|sinds|uit|tot|het|från|sedan|på|siden|fra)[ \u00a0]$",
    re.IGNORECASE,
)
_LOOK_BACK = 16  # characters, enough for the longest of these words


def without_accents(paragraph: str) -> str:
    """The paragraph, as long as before, with each accent, point and soft hyphen as the letter before it once more.

    So that signs on a word are part of the word to all that ask what stands beside a mark.
    """
    if not _HAS_MARKS.search(paragraph):
        return paragraph
    return _ON_LETTERS.sub(lambda found: found[1] * len(found[0]), paragraph)


def roles_of(paragraph: str) -> dict[int, Role]:
    """The marks that are certainly no quotation's, by place, in a paragraph `without_accents`."""
    roles: dict[int, Role] = {}
    for found in _WITHIN.finditer(paragraph):
        role = _within_a_word(paragraph, found.start())
        if role is not None:
            roles[found.start()] = role
    for pattern in (_BEHIND_SIGNS, _LEADING):
        roles |= dict.fromkeys((found.start() for found in pattern.finditer(paragraph)), Role.APOSTROPHE)
    roles |= dict.fromkeys((found.end() - 1 for found in _ELIDED.finditer(paragraph)), Role.APOSTROPHE)
    for pattern, role in _GROUPED:
        for found in pattern.finditer(paragraph):
            roles |= {found.start(group): role for group in range(1, pattern.groups + 1) if found[group]}
    leaning = leaning_marks(paragraph)
    for found in _WITHIN_SPELLING.finditer(paragraph):
        if found.start() not in leaning or _ONE_LETTER_MORE.match(paragraph, found.end()):
            roles[found.start()] = Role.LETTER
    return roles


_GROUPED = (
    (_AND, Role.APOSTROPHE),
    (_FEET_AND_INCHES, Role.PRIME),
    (_MINUTES, Role.PRIME),
    (_MEASURES, Role.PRIME),
)


def _within_a_word(paragraph: str, place: int) -> Role | None:
    """What a single mark between two letters or digits is, or None where it may be any."""
    left, right = paragraph[place - 1], paragraph[place + 1]
    if _UNDIVIDED.match(left) or _UNDIVIDED.match(right):
        return None
    if left.isdigit() and right.isdigit():
        return Role.PRIME
    is_spelling = paragraph[place] in "‘׳" or _HEBREW_LETTER.match(left) or _HEBREW_LETTER.match(right)
    return Role.LETTER if is_spelling else Role.APOSTROPHE


def leaning_marks(paragraph: str) -> frozenset[int]:
    """The places of double marks behind what may be a Hebrew or Arabic word that is written together with the next."""
    return frozenset(found.start(1) for found in _LEANING.finditer(paragraph))


def marks_that_may_end_a_word(paragraph: str) -> frozenset[int]:
    """The places of marks that stand where one closes but may belong to the word or number before them."""
    return frozenset(found.start() for found in _MAY_END_A_WORD.finditer(paragraph))


def marks_that_may_begin_a_word(paragraph: str) -> frozenset[int]:
    """The places of marks that stand where one opens but may be the apostrophe of a year or a shortened word."""
    return frozenset(found.start() for found in _MAY_BEGIN_A_WORD.finditer(paragraph))


def quotes_a_number(paragraph: str, place: int) -> bool:
    """Whether a mark before a number opens a quotation such as '20 years', rather than a year as in '68 bands'."""
    before = paragraph[max(place - _LOOK_BACK, 0) : place]
    return bool(_NUMBER_OF.match(paragraph, place)) and not _LEADING_TO_YEARS.search(before)


def role_of_a_rest(paragraph: str, place: int) -> Role | None:
    """What a mark is that could be paired with none: the apostrophe of a possessive or a year, a prime, a geresh."""
    mark, left, right = paragraph[place], paragraph[place - 1 : place], paragraph[place + 1 : place + 2]
    if _WITHIN_HEBREW.match(paragraph, place):
        return Role.LETTER
    if _DIGIT.match(left):
        return Role.PRIME if mark in "'\"’”" and not right.isalnum() else None
    if mark not in "'’‘׳":
        return None
    if left.isalpha():
        ends_a_word = mark != "‘" and right not in ("'", "’") and not right.isalnum()
        role = Role.LETTER if _HEBREW_LETTER.match(left) else Role.APOSTROPHE
        return role if ends_a_word else None
    if left in (")", "]", ".") and _GOES_ON.match(paragraph, place + 1):
        is_abbreviated = left != "." or _BEHIND_ABBREVIATION.match(paragraph, place)
        return Role.APOSTROPHE if is_abbreviated else None
    # A paragraph may open with a quotation that another closes.
    begins = _MAY_BEGIN_A_WORD.match(paragraph, place) and (mark == "'" or paragraph[:place].strip())
    return Role.APOSTROPHE if begins and left not in ("'", "’", "‘") else None

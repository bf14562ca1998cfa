"""Arabic, Hebrew, Armenian, Georgian and Korean in Latin letters, for addresses; Cyrillic and Greek are `romanised`.

Apart from `romanised`, which spellings are compared by: a word written without its vowels is no spelling of another.
"""

import re

from articles.text.languages.transliteration import letters


def _sounds(text: str) -> list[str]:
    return ["" if sound == "-" else sound for sound in text.split()]


# Arabic letters in the form that `fold` leaves them in, with those of Persian, Urdu, Kurdish and Uyghur beside them.
_ARABIC = letters(
    "ا:a ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع:a غ:gh ف:f ق:q ك:k ل:l م:m ن:n ه:h "
    "و:w ي:y ء: پ:p چ:ch ژ:zh گ:g ٹ:t ڈ:d ڑ:r ں:n ے:e ڤ:v ڕ:r ڵ:l ۆ:o ێ:e ې:e ۇ:u ۈ:u ۋ:v ڭ:ng"
)
_HEBREW = letters(
    "א:a ב:b ג:g ד:d ה:h ו:v ז:z ח:h ט:t י:y כ:k ך:k ל:l מ:m ם:m נ:n ן:n ס:s ע:a פ:p ף:f צ:ts ץ:ts ק:k ר:r ש:sh ת:t"
)
# As the BGN has them for Armenian (1981), without its apostrophes.
_ARMENIAN = letters(
    "ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:y թ:t ժ:zh ի:i լ:l խ:kh ծ:ts կ:k հ:h ձ:dz ղ:gh ճ:ch մ:m յ:y ն:n շ:sh ո:o չ:ch պ:p "
    "ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts ւ:v փ:p ք:k օ:o ֆ:f"
)
# Georgia's own system (2002), without its apostrophes.
_GEORGIAN = letters(
    "ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:gh ყ:q შ:sh ჩ:ch ც:ts "
    "ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h"
)
_LETTERS = str.maketrans({**_ARABIC, **_HEBREW, **_ARMENIAN, **_GEORGIAN})

_ARABIC_CONSONANT = "[بتثجحخدذرزسشصضطظعغفقكلمنهپچژگٹڈڑڤڕڵ]"
_HEBREW_CONSONANT = "[בגדהזחטכלמנסעפצקרשת]"
# Letters that say a vowel by where they stand: between consonants, or at the end of a word behind one.
_VOWELS = (
    (re.compile(f"(?<={_ARABIC_CONSONANT})و(?={_ARABIC_CONSONANT}|\\b)"), "u"),
    (re.compile(f"(?<={_ARABIC_CONSONANT})ي(?={_ARABIC_CONSONANT}|\\b)"), "i"),
    (re.compile(f"(?<={_HEBREW_CONSONANT})ו(?={_HEBREW_CONSONANT}|[םןץףך]|\\b)"), "o"),
    (re.compile(f"(?<={_HEBREW_CONSONANT})י(?={_HEBREW_CONSONANT}|[םןץףך]|\\b)"), "i"),
    (re.compile("ու"), "u"),
    (re.compile(r"\bո(?!վ)"), "vo"),
    (re.compile(r"\bե"), "ye"),
)

# Korea's own system (2000), syllable by syllable: only a last consonant before a vowel sounds on, and l before r.
_FIRST_SYLLABLE, _SYLLABLES, _MEDIAL_COUNT, _FINAL_COUNT = 0xAC00, re.compile("[\uac00-\ud7a3]+"), 21, 28
_INITIALS = _sounds("g kk n d tt r m b pp s ss - j jj ch k t p h")
_MEDIALS = _sounds("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
_FINALS = _sounds("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")
# A last consonant, or a pair, as it is written before a vowel.
_LIAISONS = _sounds("- g kk gs n nj n d r lg lm lb ls lt lp r m b bs s ss ng j ch k t p -")


def latinised(text: str) -> str:
    """The folded text with the letters of these alphabets in Latin ones; whatever else it holds stays as it is."""
    for pattern, sounds in _VOWELS:
        text = pattern.sub(sounds, text)
    return _SYLLABLES.sub(_korean, text.translate(_LETTERS))


def _korean(match: re.Match[str]) -> str:
    """A run of Korean syllables in Latin letters."""
    codes = [ord(syllable) - _FIRST_SYLLABLE for syllable in match[0]]
    parts = [(code // _FINAL_COUNT // _MEDIAL_COUNT, code // _FINAL_COUNT % _MEDIAL_COUNT, code % _FINAL_COUNT)
             for code in codes]  # fmt: skip
    said = []
    for (initial, medial, final), following in zip(parts, [*parts[1:], None], strict=True):
        sounds_on = following is not None and _INITIALS[following[0]] == ""
        said += [_INITIALS[initial], _MEDIALS[medial], (_LIAISONS if sounds_on else _FINALS)[final]]
    return "".join(said).replace("lr", "ll")

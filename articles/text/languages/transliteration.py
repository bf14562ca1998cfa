"""Cyrillic and Greek in Latin letters, plain enough for an address."""

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]")


def letters(pairs: str) -> dict[str, str]:
    """A table of letters, written as "а:a б:b"."""
    return dict(pair.split(":") for pair in pairs.split())


_RUSSIAN = letters(
    "а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh "
    "щ:shch ъ: ы:y ь: э:e ю:yu я:ya"
)
# Serbian, Macedonian, Belarusian and Kazakh letters beside Russian's.
_OTHER_CYRILLIC = letters("ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:gj ќ:kj ѕ:dz ў:u ә:a ғ:g қ:q ң:n ө:o ұ:u ү:u һ:h")
# Ukraine's own table (Cabinet of Ministers, resolution 55 of 2010), in the form for the middle of a word.
_UKRAINIAN = letters("г:h ґ:g є:ie и:y і:i ї:i й:i ю:iu я:ia")
_GREEK = str.maketrans(
    letters("α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o")
)
_AS_RUSSIAN = str.maketrans({**_RUSSIAN, **_OTHER_CYRILLIC, "ґ": "g", "є": "ye", "і": "i", "ї": "yi"})
_AS_UKRAINIAN = str.maketrans({**_RUSSIAN, **_OTHER_CYRILLIC, **_UKRAINIAN})
_ONLY_UKRAINIAN = frozenset("ґєії")
_NOT_UKRAINIAN = frozenset("ёўъыэ")


def romanised(text: str) -> str:
    """The text in lower case without accents, Cyrillic and Greek letters in Latin ones.

    Words with a letter that only Ukrainian has, in a text without letters that Ukrainian lacks, are read as Ukrainian,
    others as Russian: the letters г and и sound differently.
    """
    text = unicodedata.normalize("NFC", text).lower()
    is_ukrainian = _ONLY_UKRAINIAN & set(text) and not _NOT_UKRAINIAN & set(text)
    cyrillic = _AS_UKRAINIAN if is_ukrainian else _AS_RUSSIAN
    # Letters such as й and ќ first; then what is left without its accents: stressed vowels, Greek ά and ϊ.
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text.translate(cyrillic)))
    return bare.translate(cyrillic).replace("ου", "ou").translate(_GREEK)

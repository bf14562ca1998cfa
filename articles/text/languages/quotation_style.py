"""Quotation marks as the story's language writes them (Unicode CLDR), and words that stand alone put between them."""

DEFAULT = ("“", "”")
INNER_DEFAULT = ("‘", "’")
MARKS = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "is", "lt", "et", "hsb", "dsb"), ("„", "“")),
    **dict.fromkeys(("pl", "hu", "ro", "hr", "sr", "nl"), ("„", "”")),
    **dict.fromkeys(("fi", "sv"), ("”", "”")),
    "fr": ("«\u00a0", "\u00a0»"),
    **dict.fromkeys(("uk", "ru", "be", "es", "it", "pt", "ca", "el", "nb", "nn", "no", "fa", "hy", "az"), ("«", "»")),
    "da": ("»", "«"),
    "ar": ("”", "“"),
    "he": ("”", "”"),
    **dict.fromkeys(("ja", "zh-hant"), ("「", "」")),
    **dict.fromkeys(("pt-br", "es-419", "es-mx", "es-us"), DEFAULT),
    **dict.fromkeys(("de-ch", "de-li", "fr-ch", "it-ch"), ("«", "»")),
}
INNER_MARKS = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "is", "lt", "hsb", "dsb", "hr"), ("‚", "‘")),
    **dict.fromkeys(("pl", "ro", "et"), ("«", "»")),
    "hu": ("»", "«"),
    **dict.fromkeys(("fi", "sv", "he"), ("’", "’")),
    **dict.fromkeys(("fr", "es", "it", "pt", "ca", "el", "az"), ("“", "”")),
    **dict.fromkeys(("uk", "ru", "be"), ("„", "“")),
    **dict.fromkeys(("pt-br", "es-419", "es-mx", "es-us"), INNER_DEFAULT),
    **dict.fromkeys(("de-ch", "de-li", "fr-ch", "it-ch", "fa"), ("‹", "›")),
    "da": ("›", "‹"),
    "ar": ("’", "‘"),
    **dict.fromkeys(("ja", "zh-hant"), ("『", "』")),
}
OPENING = tuple('“„”"«»「')
CLOSING = tuple('”“"»«」')


def in_marks(text: str, language: str) -> str:
    """`text` between the marks of a language code ("en", "pt-br"); English ones where we know no better.

    Words that stand in marks already keep the ones their writer set.
    """
    opening, closing = marks_for(text, language)
    return f"{opening}{text}{closing}"


def standing_alone(text: str) -> str:
    """A quotation's words as they are told without their sentence, which went on to the speaker after a comma.

    The comma becomes a full stop; where the words begin in the middle of a sentence it only goes.
    """
    bare = text.removesuffix(",").removesuffix("،")
    return text if bare == text else bare + "." * (not bare[:1].islower())


def marks_for(text: str, language: str) -> tuple[str, str]:
    """The (opening, closing) marks that `text` lacks in a language: ("", "") where it stands in marks already."""
    if text.startswith(OPENING) and text.endswith(CLOSING):
        return "", ""
    return outer_marks(language)


def outer_marks(language: str) -> tuple[str, str]:
    """The (opening, closing) marks of a language code; English ones where we know no better."""
    return MARKS.get(language) or MARKS.get(language.split("-")[0], DEFAULT)


def inner_marks(language: str) -> tuple[str, str]:
    """The (opening, closing) marks of a quotation within a quotation; English ones where we know no better."""
    return INNER_MARKS.get(language) or INNER_MARKS.get(language.split("-")[0], INNER_DEFAULT)


def without_marks(text: str) -> str:
    """`text` without the pair of outer marks it stands in, if it does; the space inside French marks goes too."""
    return text[1:-1].strip() if len(text) > 1 and marks_for(text, "en") == ("", "") else text

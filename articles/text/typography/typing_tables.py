"""What the sheet needs to know of languages to set marks while somebody types; `typesetting` knows the rest."""

from articles.text.languages.quotation_style import INNER_MARKS, MARKS
from articles.text.typography.typesetting import ALWAYS_LONG, FRENCH_SPARING, LONG
from articles.text.typography.typesetting_words import COUNTERS, LEADING_TO_RANGES, MONTHS, MORE_TITLES, TITLES, UNITS


def typing_tables() -> dict[str, object]:
    """The tables as JSON can hold them: marks by language, and words as parts of regular expressions."""
    return {
        "outer": {language: list(marks) for language, marks in MARKS.items()},
        "inner": {language: list(marks) for language, marks in INNER_MARKS.items()},
        "long": sorted(LONG),
        "alwaysLong": sorted(ALWAYS_LONG),
        "sparing": sorted(FRENCH_SPARING),
        "units": UNITS,
        "titles": TITLES,
        "moreTitles": dict(MORE_TITLES),
        "counters": COUNTERS,
        "ranges": LEADING_TO_RANGES,
        "months": dict(MONTHS),
    }

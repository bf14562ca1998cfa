"""How long a story is or is to be: words, and the minutes that reading them takes."""

import re

WORDS_A_MINUTE = 230  # silent reading of prose; reading-decisions.js counts by the same
_WANTED = re.compile(r"([0-9]{1,6})\s*([^\W\d_]*)\.?")
_MINUTES = ("m", "min", "mins", "minute", "minutes", "хв", "хвилин", "хвилини", "хвилина", "دقيقة", "دقائق")


def minutes_to_read(words: int) -> int:
    """How long reading so many words takes, in whole minutes; one at least."""
    return max(1, round(words / WORDS_A_MINUTE))


def words_wanted(text: str) -> int | None:
    """How many words "600", "600 words" or "3 min" asks for; None where it says no length."""
    found = _WANTED.fullmatch(text.strip().replace(",", ""))
    if found is None:
        return None
    number = int(found[1])
    return number * WORDS_A_MINUTE if found[2].lower() in _MINUTES else number

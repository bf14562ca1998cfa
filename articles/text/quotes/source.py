"""What is found out about a quotation, and about who said it."""

from dataclasses import dataclass
from typing import NamedTuple

NEAR = 300  # characters on either side of a quotation in which its speaker is looked for


class Source(NamedTuple):
    """Who speaks: a slice of the story, or "" where it can't be told.

    `is_certain` is False where nobody may have said it. `is_left_out` says that the verb does without its pronoun, as
    in Spanish, Polish and Turkish: "respondió". `is_retold` says that somebody used the words, as somebody else tells.
    `is_guess`: the words name somebody only if the story does so elsewhere. `answers`: the verb is one of answering,
    so the last who spoke is rather who asked.
    """

    words: str
    is_certain: bool = True
    is_left_out: bool = False
    is_retold: bool = False
    is_guess: bool = False
    answers: bool = False


NOBODY = Source("", is_certain=False)
RETOLD = Source("", is_certain=False, is_retold=True)


@dataclass(frozen=True)
class FoundQuote:
    """A quotation in a text: where it stands, what was said and who said it."""

    start: int
    end: int
    words: str
    attribution: str
    speaker: str
    doubt: bool = False


class Story(NamedTuple):
    """A section's text, the same with blanks for what is said or stands in brackets, and its language."""

    text: str
    told: str
    language: str

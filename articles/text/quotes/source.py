"""What is found out about who said a quotation."""

from typing import NamedTuple


class Source(NamedTuple):
    """Who speaks: a slice of the story, or "" where it can't be told.

    `is_certain` is False where nobody may have said it. `is_left_out` says that the verb does without its pronoun, as
    in Spanish, Polish and Turkish: "respondió". `is_retold` says that somebody used the words, as somebody else tells.
    """

    words: str
    is_certain: bool = True
    is_left_out: bool = False
    is_retold: bool = False


NOBODY = Source("", is_certain=False)
RETOLD = Source("", is_certain=False, is_retold=True)

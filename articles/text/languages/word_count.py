"""How many words a text has, as word processors count them."""

import re

from articles.text.languages.scripts import HAN, HIRAGANA, KATAKANA, MARKS, UNSPACED, UNSPACED_LETTERS

WORD_LENGTH = 5  # characters, signs among them, of a word in a script without spaces, such as Thai

_LETTER = f"(?:[^\\W_{UNSPACED}]|[{MARKS}])"
# A Chinese or Japanese character counts as a word; else letters and digits, joined by ’ - . ,
_WORD = re.compile(
    f"[{HAN}{HIRAGANA}{KATAKANA}]|(?P<run>[{UNSPACED_LETTERS}\u200b-\u200d]+)|[^\\W_{UNSPACED}]{_LETTER}*(?:['’.,\\-]{_LETTER}+)*"
)


def count_words(text: str) -> int:
    """The number of words; a Chinese or Japanese character counts as one, five characters of Thai or its like do."""
    return sum(-(-len(found["run"]) // WORD_LENGTH) if found["run"] else 1 for found in _WORD.finditer(text))

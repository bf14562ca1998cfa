"""How many words a text has, as word processors count them."""

import re

# A Chinese or Japanese character counts as a word; else letters and digits, joined by ’ - . ,
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+(?:['’.,\-][^\W_]+)*")


def count_words(text: str) -> int:
    """The number of words; a Chinese or Japanese character counts as one."""
    return sum(1 for _ in _WORD.finditer(text))

"""What can be told of a line by its shape alone: sentence ends, quotation marks, capitals, names."""

import re
from itertools import pairwise

from articles.text.languages.name_capitals import eased_name
from articles.text.wire.wordlists import ABBREVIATIONS, PARTICLES

CLOSERS = "\"'”’»›“‘)]}*_"  # “ and ‘ close in German
OPENERS = "\"'“„«‹‘‚»›"  # » and › open in German books
TITLE_LENGTH = 160  # characters; longer lines are paragraphs, whatever they end with

_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,6}")


def words(text: str) -> list[str]:
    """The words of a text, without punctuation around them."""
    return _WORD.findall(text)


def is_abbreviation(token: str) -> bool:
    """Whether a token's full stop belongs to the word: initials, "U.S.", and a short list of titles and months."""
    bare = token.lstrip(OPENERS + "(").rstrip(CLOSERS + ",;:")
    return bool(_INITIALS.fullmatch(bare)) or (bare.endswith(".") and bare[:-1].casefold() in ABBREVIATIONS)


def last_mark(text: str) -> str:
    """The last character before closing quotation marks and brackets; "" if there is none."""
    return text[-40:].rstrip(CLOSERS + " \u00a0\u202f")[-1:]


def ends_sentence(text: str) -> bool:
    """Whether a text ends like a sentence; an abbreviation at its end leaves that to the capitals before it."""
    mark = last_mark(text)
    if mark == "." and is_abbreviation(text[-40:].split()[-1]):
        return not is_title_case(text)
    return mark != "" and mark in ".!?…؟。।"


def has_inner_stop(text: str) -> bool:
    """Whether a full stop inside the text is followed by the start of another sentence."""
    tokens = text[: TITLE_LENGTH * 3].split()
    return any(
        last_mark(token) == "." and not is_abbreviation(token) and not following[0].islower()
        for token, following in pairwise(tokens)
    )


def opens_with_quote(text: str) -> bool:
    """Whether the text begins with a quotation mark of any kind (an apostrophe before a digit, as in '90s, is none)."""
    return text[:1] in OPENERS and not text[1:2].isdigit()


def is_all_caps(text: str) -> bool:
    """Whether the text has no small letters, and most of its letters are capitals: an acronym in Chinese is none."""
    return text.isupper() and sum(map(str.isupper, text)) * 2 > sum(map(str.isalpha, text))


def is_title_case(text: str) -> bool:
    """Whether all but the small words begin with a capital, or a figure. A script without capitals has none."""
    long_words = [word for word in words(text[:400]) if len(word) > 3]
    return bool(long_words) and all(word[0].isupper() or word[0].isdigit() for word in long_words)


def is_title_like(text: str) -> bool:
    """Whether a line can be a headline, a topic or a subhead by its shape.

    It is short and holds no finished sentence. A question or an exclamation may be a headline, but not when it begins
    with a quotation mark: then somebody is speaking.
    """
    if not text or len(text) > TITLE_LENGTH or has_inner_stop(text) or last_mark(text) in ",;:":
        return False
    if not ends_sentence(text):
        return True
    return last_mark(text) in "!?؟" and len(text) <= 120 and not opens_with_quote(text)


def is_one_sentence(text: str) -> bool:
    """Whether the text is at most one sentence, as a dek is."""
    return not has_inner_stop(text) and not any(mark in text[:-2] for mark in ("? ", "! ", "؟ "))


def is_name_like(text: str) -> bool:
    """Whether a text can be a person's name: one to five words, all with capitals but for particles such as "van der".

    Scripts without case (Arabic) can only be judged by the number of words.
    """
    tokens = text.split()
    if not 1 <= len(tokens) <= 5 or any(mark in text for mark in ':;,!?"“”«»()[]/@#&|') or re.search(r"\d", text):
        return False
    if tokens[-1].casefold() in PARTICLES and len(tokens) > 1:
        return False
    return all(_is_name_word(token) for token in tokens) and any(not t[0].islower() for t in tokens)


def _is_name_word(token: str) -> bool:
    if token.endswith(".") and not is_abbreviation(token):
        return False
    starts = token.lstrip("'’-")
    return bool(starts) and starts[0].isalpha() and (not starts[0].islower() or token.split("-")[0] in PARTICLES)


def nice_capitals(text: str) -> str:
    """A name set in capitals as one writes it in a sentence: "RIO DE JANEIRO" is "Rio de Janeiro", "UAE" stays.

    Anything that is not in capitals is returned as it is.
    """
    return eased_name(text)

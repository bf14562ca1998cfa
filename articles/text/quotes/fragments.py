"""Whether words in marks are a quotation, or a title, a scare quote, a cited word."""

from articles.text.quotes.attribution import ends_with_speech_verb
from articles.text.quotes.naming.names import words_of
from articles.text.quotes.sentences import ENDS, QUOTE_EDGES
from articles.text.quotes.source import Source
from articles.text.quotes.words.bodies import is_a_paper
from articles.text.quotes.words.speech_words import NAME_CUES

FEW_WORDS = 6  # a fragment of so few words is a quotation only if somebody speaks near it
A_PHRASE = 3  # words in small letters that are no title, and more than a word the story will not answer for
_TITLES_TELL_NOTHING = ("de", "tr")  # capitals are in all nouns; the verb follows the marks


def is_quotation(words: str, before: str, after: str, named: Source | None, language: str) -> bool:
    """Whether words in marks are one, given the words of their sentence around them and who is named there."""
    said = words_of(words)
    if named and not named.is_certain and not named.is_retold:
        is_told = len(said) > FEW_WORDS or words[-1] in ENDS or (len(said) >= A_PHRASE and words[0].islower())
        return is_told and not NAME_CUES.search(before)
    if _is_own_sentence(words, said, before, after):
        return True
    if is_a_paper(said):
        return False
    if NAME_CUES.search(before) and not (named and named.words and words[0].islower()):
        return False
    if _looks_like_a_title(words, said):
        return named is not None and (
            language in _TITLES_TELL_NOTHING or closes_clause(words, after) or _introduces_speech(before, said)
        )
    is_phrase = len(said) >= A_PHRASE and words[0].islower()
    return named is not None or is_phrase or len(said) > FEW_WORDS or _opens_a_sentence(words, said, before)


def _is_own_sentence(words: str, said: list[str], before: str, after: str) -> bool:
    """Whether words are a sentence. Its full stop may stand outside the marks, as in French and Ukrainian."""
    leads = before.strip(QUOTE_EDGES)[-1:]
    ends_outside = not leads and after.strip(QUOTE_EDGES) in tuple(ENDS) and not _looks_like_a_title(words, said)
    ends = words[-1] in ENDS or ends_outside
    return ends and not words[0].islower() and leads in ("", ":", "：", "。", ",", "—", "–")


def _opens_a_sentence(words: str, said: list[str], before: str) -> bool:
    """Whether words are a clause that the story goes on from with a comma: “It is a lot,” as Brandt put it."""
    return words[-1] in ",،" and len(said) > 1 and not words[0].islower() and not before.strip()


def _introduces_speech(before: str, said: list[str]) -> bool:
    """Whether the story leads straight to speech: She said, “Night Boat” or She said “No”."""
    before = before.rstrip(QUOTE_EDGES)
    return before.endswith((":", ",", "،")) or (len(said) == 1 and ends_with_speech_verb(before))


def _looks_like_a_title(words: str, said: list[str]) -> bool:
    """Whether the first and every longer word is capitalised, as in “Night Boat”."""
    long = [*said[:1], *(word for word in said if len(word) > 3)]
    return words[-1] not in "!?…" and all(word[0].isupper() for word in long)


def closes_clause(words: str, after: str) -> bool:
    """Whether a sign at the end of a quotation, or right behind it, ends a clause."""
    return words[-1] in ENDS + ",،" or after.lstrip(QUOTE_EDGES)[:1] in tuple(",،—–-")

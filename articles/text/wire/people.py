"""People named in running text, with their titles: suggestions for an editor, few and right rather than many.

Nothing here knows given names. A name is a run of words with capitals that a title stands before, that says something,
that a description follows ("Jane Doe, the mayor of …"), or that "and" joins to a titled name. Small lists of words keep
places and organisations out. Scripts without case (Arabic) give no suggestions.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.text.wire.line_shapes import is_abbreviation
from articles.text.wire.story import NamedPerson
from articles.text.wire.wordlists import (
    ADDRESSES,
    ADJECTIVE_AFTER,
    ADJECTIVES,
    AND,
    BEFORE_PLACES,
    DAYS_AND_MONTHS,
    FULL_NAME_TITLES,
    NO_MODIFIERS,
    NO_NAMES,
    PARTICLES,
    SPEECH,
    TITLE_STEMS,
    TITLES,
    WEEKDAYS,
)

_INSIDE_NAMES = PARTICLES - {"of", "y", "e", "la", "le", "les"}
_LONGEST_NAME = 5
_TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"['’][sS]$")
_PATRONYMIC = re.compile(r"(?:ич|вна|ичем|ича|ичу|вною|вни|вні)$")
_CYRILLIC = re.compile(r"[а-яіїєґ]", re.IGNORECASE)


@dataclass(frozen=True)
class _Token:
    """A word of a text, without a possessive s; `gap` is what stands between it and the next word besides spaces."""

    bare: str
    start: int
    end: int
    gap: str
    possessive: bool

    @property
    def folded(self) -> str:
        return self.bare.casefold()

    @property
    def is_capital(self) -> bool:
        return self.bare[0] != self.bare[0].lower()

    @property
    def is_title(self) -> bool:
        return self.folded in TITLES or self.folded.startswith(TITLE_STEMS)

    @property
    def ends_run(self) -> bool:
        return bool(self.gap) or self.possessive


def find_people(texts: Iterable[str]) -> tuple[NamedPerson, ...]:
    """The people named in some paragraphs, in order of first mention, each once.

    A surname with a title ("President Doe") gives way to the full name where a text has it as well, and the same first
    and last name with other words between ("Ann Doe", "Ann B. Doe") is one person, as first written.
    """
    read = [(text, _tokens(text)) for text in texts if not text.isupper()]
    speakers = {word for _, tokens in read for word in _surnames_that_speak(tokens)}
    found: dict[tuple[str, str], NamedPerson] = {}
    for text, tokens in read:
        for person in _people_in(text, tokens, speakers):
            own = person.name.casefold().split()
            found.setdefault((own[0] if len(own) > 1 else "", own[-1]), person)
    full = {last for first, last in found if first}
    return tuple(person for (first, last), person in found.items() if first or last not in full)


def _tokens(text: str) -> list[_Token]:
    spans = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word.endswith(".") and not is_abbreviation(word):
            word = word[:-1]
        spans.append((match.start(), match.start() + len(word), word))
    starts = [start for start, _, _ in spans[1:]] + [len(text)]
    tokens = []
    for (start, end, word), following in zip(spans, starts, strict=False):
        bare = _POSSESSIVE.sub("", word)
        gap = text[end : min(following, end + 20)].strip()
        tokens.append(_Token(bare, start, start + len(bare), gap, bare != word))
    return tokens


def _surnames_that_speak(tokens: Sequence[_Token]) -> list[str]:
    """Single words with a capital that a verb of speech follows: "Doe said"."""
    return [
        token.folded
        for before, token, after in zip([None, *tokens], tokens, tokens[1:], strict=False)
        if token.is_capital and not token.ends_run and after.folded in SPEECH and not (before and before.is_capital)
    ]


def _people_in(text: str, tokens: Sequence[_Token], speakers: set[str]) -> list[NamedPerson]:
    people: list[NamedPerson] = []
    at, joined = 0, False
    while at < len(tokens):
        end = _run_end(tokens, at)
        if end == at:
            joined = joined and tokens[at].folded in AND and not tokens[at].gap
            at += 1
            continue
        person = _titled(text, tokens, at, end) or _untitled(text, tokens, at, end, speakers, joined)
        if person:
            people.append(person)
        joined = person is not None and not tokens[end - 1].ends_run
        at = end
    return people


def _run_end(tokens: Sequence[_Token], at: int) -> int:
    """Where the run of words with capitals beginning at `at` ends; particles such as "von der" may stand inside it."""
    end = at
    while end < len(tokens):
        reach = end
        while end > at and reach < len(tokens) and tokens[reach].bare in _INSIDE_NAMES and not tokens[reach].gap:
            reach += 1
        if reach == len(tokens) or not tokens[reach].is_capital:
            break
        end = reach + 1
        if tokens[reach].gap:
            break
    return end


def _titled(text: str, tokens: Sequence[_Token], start: int, end: int) -> NamedPerson | None:
    """The person whose title stands in the run before the name, or in small letters right before the run."""
    name_at = max((i + 1 for i in range(start, end) if tokens[i].is_title), default=start)
    if name_at == start and not _title_stands_before(tokens, start):
        return None
    if tokens[name_at - 1].ends_run:
        return None
    name_at = _after_country(tokens, name_at, end)
    name_end = _name_end(tokens, name_at, end)
    title_word = tokens[name_at - 1].folded
    if name_end == name_at or (name_end == name_at + 1 and not _may_be_surname(tokens[name_at], title_word)):
        return None
    first = _title_start(tokens, name_at - 1)
    return _person(text, tokens, first, name_at, name_end)


def _title_stands_before(tokens: Sequence[_Token], start: int) -> bool:
    if start and tokens[start - 1].is_title:
        return True
    adjective = start > 1 and tokens[start - 1].bare.islower() and tokens[start - 1].folded not in NO_MODIFIERS
    return adjective and tokens[start - 2].folded in ADJECTIVE_AFTER and not tokens[start - 2].ends_run


def _after_country(tokens: Sequence[_Token], start: int, end: int) -> int:
    """Where the name begins after a country in the genitive: "президент України Володимир Зеленський".

    Of three words in Cyrillic the first is the country, unless one of them is a patronymic.
    """
    own = tokens[start:end]
    if len(own) == 3 and all(_CYRILLIC.search(t.bare) and not _PATRONYMIC.search(t.bare) for t in own):
        return start + 1
    return start


def _name_end(tokens: Sequence[_Token], start: int, end: int) -> int:
    """Where a name ends in a run: before a word that is no name, after a possessive, after five words at most."""
    at = start
    while at < end and at - start < _LONGEST_NAME and not (_is_no_name(tokens[at]) or _is_date(tokens[at], at - start)):
        at += 1
        if tokens[at - 1].possessive:
            break
    while at > start and tokens[at - 1].bare in PARTICLES:
        at -= 1
    return at


def _is_no_name(token: _Token) -> bool:
    if token.bare in _INSIDE_NAMES:
        return False
    return token.folded in NO_NAMES or token.folded in NO_MODIFIERS or token.bare[0].isdigit()


def _is_date(token: _Token, place: int) -> bool:
    """Whether a word is a day or a month; at the start of a name a month may be a given name (Jan, June)."""
    return token.folded in (DAYS_AND_MONTHS if place else WEEKDAYS)


def _may_be_surname(token: _Token, title: str) -> bool:
    """Whether one word after a title is a name: not after titles that are also parts of other names."""
    return title not in FULL_NAME_TITLES and len(token.bare) > 2 and "." not in token.bare


def _title_start(tokens: Sequence[_Token], last: int) -> int:
    """Where a title begins whose last word is at `last`: adjectives and words with capitals before it belong to it."""
    first = last
    while first > 0 and not tokens[first - 1].gap:
        word = tokens[first - 1]
        belongs = word.is_capital and word.folded not in NO_MODIFIERS and word.folded not in DAYS_AND_MONTHS
        of_title = word.folded == "of" and first > 1 and tokens[first - 2].is_title and not tokens[first - 2].gap
        if not (belongs or of_title or word.is_title or word.folded in ADJECTIVES):
            break
        first -= 1
    return first


def _untitled(
    text: str, tokens: Sequence[_Token], start: int, end: int, speakers: set[str], joined: bool
) -> NamedPerson | None:
    """The person without a title: a first and a last name, and a sign that this is somebody.

    The signs: a verb of speech beside the name; "and" after a person with a title; the last name speaks elsewhere; or
    "Jane Doe, the mayor", "Jane Doe, 45", "Jane Doe, who". Not after "the" and words of place.
    """
    while start < end and tokens[start].folded in NO_MODIFIERS:
        start, joined = start + 1, False
    own = tokens[start:end]
    if not 2 <= len(own) <= 4 or any(_is_no_name(t) or t.is_title or _is_date(t, i) for i, t in enumerate(own)):
        return None
    if any(token.possessive for token in tokens[start : end - 1]) or not all(
        _is_spelled_out(tokens[start], tokens[end - 1])
    ):
        return None
    before = tokens[start - 1] if start else None
    if before and before.folded in BEFORE_PLACES and not before.gap:
        return None
    signs = joined or tokens[end - 1].folded in speakers or _speaks(tokens, start, end) or _is_described(tokens, end)
    return _person(text, tokens, start, start, end) if signs else None


def _is_spelled_out(first: _Token, last: _Token) -> tuple[bool, bool]:
    """Whether neither end of a name is an acronym; the first may be an initial."""
    return not first.bare.isupper() or "." in first.bare, not last.bare.isupper()


def _speaks(tokens: Sequence[_Token], start: int, end: int) -> bool:
    after = tokens[end].folded if end < len(tokens) and not tokens[end - 1].ends_run else ""
    before = tokens[start - 1].folded if start and not tokens[start - 1].gap else ""
    return after in SPEECH or before in SPEECH - ADDRESSES


def _is_described(tokens: Sequence[_Token], end: int) -> bool:
    """Whether a description of somebody follows the name after a comma."""
    if tokens[end - 1].gap != "," or end == len(tokens):
        return False
    following = tokens[end]
    if following.folded == "who" or (following.bare.isdigit() and len(following.bare) == 2 and following.gap == ","):
        return True
    return following.folded in ("the", "a", "an") and any(token.is_title for token in tokens[end + 1 : end + 7])


def _person(text: str, tokens: Sequence[_Token], first: int, name_at: int, end: int) -> NamedPerson:
    title = text[tokens[first].start : tokens[name_at].start].strip()
    name = text[tokens[name_at].start : tokens[end - 1].end]
    return NamedPerson(name, title, text[tokens[first].start : tokens[end - 1].end])

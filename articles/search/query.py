"""Parses what somebody typed into words, “phrases” and -words, and makes the Query that the index is asked.

Nothing that is typed is an error. Runs no query.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from articles.search.words import chunks, is_unspaced, plain_words, terms
from articles.text.languages.guess_language import SMALL_WORDS

MOST_WORDS = 12
MOST_CHARACTERS = 400
SHORTEST_BEGINNING = 3

_QUOTES = '"“”„‟«»″＂'
_PART = re.compile(
    f"(?P<minus>(?<!\\S)[-−–])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<word>[^\\s{_QUOTES}]+))"
)


@dataclass(frozen=True)
class QueryPart:
    """One word or phrase as it was typed: its chunks, and whether it was in quotation marks or is unwanted."""

    chunks: tuple[str, ...]
    is_phrase: bool = False
    is_unwanted: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words, not stemmed."""
        return tuple(word for chunk in self.chunks for word in plain_words(chunk))


Alternative = tuple[str, ...]
Group = tuple[Alternative, ...]


@dataclass(frozen=True)
class Query:
    """What must, may and must not be there.

    A group is a tuple of alternatives, an alternative a tuple of terms that follow each other; a last term that ends
    in * stands for all that begin so. Every group and every filter (groups over names) must match, none of `excluded`.
    """

    groups: tuple[Group, ...] = ()
    excluded: tuple[Group, ...] = ()
    filters: tuple[Group, ...] = ()
    parts: tuple[QueryPart, ...] = field(default=(), compare=False)
    was_cut: bool = False

    @property
    def asks_nothing(self) -> bool:
        """Whether there is neither a word nor a filter."""
        return not self.groups and not self.filters

    def is_matched_by(self, terms: str) -> bool:
        """Whether these terms, as one string, have a word of each group and none that is excluded."""
        text = f" {terms} "
        wanted, unwanted = ([any(as_text(each) in text for each in group) for group in groups]
                            for groups in (self.groups, self.excluded))  # fmt: skip
        return all(wanted) and not any(unwanted)


def parts_of(text: str) -> tuple[list[QueryPart], bool]:
    """(QueryParts in order, whether some were cut off). Small words go, unless there is nothing else."""
    was_cut = len(text) > MOST_CHARACTERS
    found = [_part(match) for match in _PART.finditer(text[:MOST_CHARACTERS])]
    found = [part for part in found if part.words]
    significant = [part for part in found if part.is_phrase or part.is_unwanted or not _is_small(part)]
    if not any(not part.is_unwanted for part in significant):
        significant = found
    return significant[:MOST_WORDS], was_cut or len(significant) > MOST_WORDS


def query_of(
    text: str,
    languages: Iterable[str],
    pointers: Mapping[int, Sequence[str]] | None = None,
    filters: Iterable[Group] = (),
) -> Query:
    """The Query of a typed text.

    `languages` are those stories are written in, the site's own first. `pointers` maps the place of a QueryPart to the
    terms (such as "¤p12") of what bears that name. `filters` are groups over names.
    """
    parts, was_cut = parts_of(text)
    groups, excluded = [], []
    for place, part in enumerate(parts):
        alternatives = tuple(dict.fromkeys(_terms(part, language) for language in languages))
        named = tuple((term,) for term in (pointers or {}).get(place, ()))
        if part.is_unwanted:
            excluded.append(alternatives)
        else:
            groups.append(alternatives + named)
    return Query(tuple(groups), tuple(excluded), tuple(filters), tuple(parts), was_cut)


def with_prefix(query: Query) -> Query:
    """The Query with its last wanted word as the beginning of one, as it is while somebody types; a phrase is whole."""
    wanted = [part for part in query.parts if not part.is_unwanted]
    if not wanted or wanted[-1].is_phrase or len(wanted[-1].words[-1]) < SHORTEST_BEGINNING:
        return query
    *before, last = wanted[-1].words
    return replace(query, groups=(*query.groups[:-1], (*query.groups[-1], (*before, f"{last}*"))))


def as_text(terms: Alternative) -> str:
    """How an alternative stands in a field: between spaces, or open at the end when it is a beginning."""
    text = " ".join(terms)
    return f" {text[:-1]}" if text.endswith("*") else f" {text} "


def _part(match: re.Match[str]) -> QueryPart:
    """The QueryPart of one match."""
    is_phrase = match["phrase"] is not None
    text = match["phrase"] if is_phrase else match["word"]
    return QueryPart(tuple(chunk for _, _, chunk in chunks(text)), is_phrase, bool(match["minus"]))


def _terms(part: QueryPart, language: str) -> tuple[str, ...]:
    """The terms of a part in one language, in their order."""
    *whole, last = part.chunks
    found = (*(term for chunk in whole for term in terms(chunk, language)), *_of_chunk(last, language))
    lone = part.words[-1]
    return (*found[:-1], f"{found[-1]}*") if is_unspaced(lone) and len(lone) == 1 else found


def _of_chunk(chunk: str, language: str) -> tuple[str, ...]:
    """The terms of a chunk; of a run of Chinese or its like only the pairs: the story may go on behind it."""
    found = terms(chunk, language)
    return found[:-1] if is_unspaced(chunk) and len(found) > 1 else found


_SMALL = frozenset(SMALL_WORDS["en"].split()) | {"a", "an", "or", "at", "as", "are", "be", "it", "its", "how", "what"}


def _is_small(part: QueryPart) -> bool:
    """Whether a part is a word that is in nearly every story."""
    return len(part.words) == 1 and part.words[0] in _SMALL

"""Suggestions while somebody types: people, topics and headlines of live stories, by the beginning of a word."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db.models import F

from articles.models.edition import Edition
from articles.models.search_entry import Spelling
from articles.search import tables
from articles.search.find_stories import TOP
from articles.search.name_lookup import PersonOrTopic, look_up_names
from articles.search.query import Query, query_of
from articles.search.words import chunks, plain_words, terms

MOST = 8
NAMES, MOST_ASKED = 4, 8
SHORTEST = 2
MOST_CHARACTERS = 80
MOST_COMPLETIONS, MOST_READ = 30, 200


@dataclass(frozen=True)
class Suggestion:
    """A name or headline and its page; `kind` is "person", "topic" or "story", and of a story there is the language."""

    words: str
    path: str
    kind: str
    language: str = ""


def suggest(prefix: str, *, at: datetime) -> list[Suggestion]:
    """At most MOST Suggestions live at `at`, no words twice, that hold a word beginning as `prefix` ends.

    Names come first, then headlines, newest first. An empty list for less than two characters.
    """
    words = [word for _, _, chunk in chunks(prefix[:MOST_CHARACTERS]) for word in plain_words(chunk)]
    if not words or len(words[-1]) < SHORTEST:
        return []
    lookup = look_up_names([words[-1]], at=at)
    named = {each for each, name in lookup.names if _begins(words, name)}
    found: dict[str, Suggestion] = {}
    for suggestion in (*_live_names(named, at), *_headlines(words, lookup.languages, at)):
        found.setdefault(suggestion.words, suggestion)
    return list(found.values())[:MOST]


def _begins(words: Sequence[str], name: Collection[str]) -> bool:
    """Whether a name holds all but the last of the words, and one that begins as the last does."""
    return set(words[:-1]) <= set(name) and any(word.startswith(words[-1]) for word in name)


def _live_names(named: Iterable[PersonOrTopic], at: datetime) -> list[Suggestion]:
    """At most NAMES of these that live stories point to, the shortest name first; a quick query each."""
    in_order = sorted(named, key=lambda each: (len(each.name), each.name, each.term))
    live = (each for each in in_order[:MOST_ASKED] if _is_live(each.term, at))
    return [Suggestion(each.name, each.path, "person" if each.is_person else "topic")
            for each in islice(live, NAMES)]  # fmt: skip


def _is_live(term: str, at: datetime) -> bool:
    """Whether a live story points to this."""
    query = Query(filters=(((term,),),))
    return bool(tables.newest(query, at=at, started_by=at, first=0, before=TOP, limit=1, in_headline_or_names=True))


def _headlines(words: Sequence[str], languages: Sequence[str], at: datetime) -> list[Suggestion]:
    """The newest live headlines with the words, the last one as the beginning of a word."""
    completed = _completions(words[-1], at)
    whole = query_of(" ".join(words[:-1]), languages).groups if words[:-1] else ()
    last = tuple(dict.fromkeys(terms(word, language) for word in completed for language in languages))
    query = Query(groups=(*whole, last))
    rows = tables.newest(query, at=at, started_by=at, first=0, before=TOP, limit=MOST, in_headline_or_names=True)
    found = Edition.objects.only("headline", "path", "language").in_bulk([row[1] for row in rows])
    editions = [found[row[1]] for row in rows if row[1] in found]
    return [Suggestion(edition.headline, edition.path, "story", edition.language) for edition in editions]


def _completions(beginning: str, at: datetime) -> list[str]:
    """Words offered at `at` that begin so, the shortest first, and the beginning itself."""
    rows = Spelling.objects.filter(tables.engine().begins_with("word", beginning), key=F("word"), from_at__lte=at)
    known = set(rows.values_list("word", flat=True)[:MOST_READ])
    return [beginning, *sorted(known, key=lambda word: (len(word), word))[:MOST_COMPLETIONS]]

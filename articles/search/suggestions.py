"""Suggestions while somebody types: people, topics and headlines that readers know, by the beginning of a word."""

from dataclasses import dataclass
from itertools import islice

from django.db.models import F

from articles.models.edition import Edition
from articles.models.search_entry import Spelling
from articles.search import tables
from articles.search.find_stories import TOP
from articles.search.name_lookup import look_up
from articles.search.query import Query, query_of
from articles.search.words import chunks, plain_words, terms

MOST = 8
NAMES, MOST_ASKED = 4, 8
SHORTEST = 2
MOST_CHARACTERS = 80
MOST_ENDINGS, MOST_READ = 30, 200


@dataclass(frozen=True)
class Suggestion:
    """A name or headline and its page; `kind` is "person", "topic" or "story", and of a story there is the language."""

    words: str
    path: str
    kind: str
    language: str = ""


def suggest(prefix, *, at):
    """At most MOST Suggestions live at `at`, no words twice, that hold a word beginning as `prefix` ends.

    Names come first, then headlines, newest first. An empty list for less than two characters.
    """
    words = [word for _, _, chunk in chunks(prefix[:MOST_CHARACTERS]) for word in plain_words(chunk)]
    if not words or len(words[-1]) < SHORTEST:
        return []
    directory = look_up([words[-1]], at=at)
    called = {bearer for bearer, borne in directory.names if _begins(words, borne)}
    found = {}
    for suggestion in (*_known(called, at), *_headlines(words, directory.languages, at)):
        found.setdefault(suggestion.words, suggestion)
    return list(found.values())[:MOST]


def _begins(words, borne):
    """Whether a name holds all but the last of the words, and one that begins as the last does."""
    return set(words[:-1]) <= set(borne) and any(word.startswith(words[-1]) for word in borne)


def _known(bearers, at):
    """At most NAMES of those whom live stories point to, the shortest name first; a quick query each."""
    in_order = sorted(bearers, key=lambda bearer: (len(bearer.name), bearer.name, bearer.term))
    live = (bearer for bearer in in_order[:MOST_ASKED] if _is_known(bearer.term, at))
    return [Suggestion(bearer.name, bearer.path, "person" if bearer.is_person else "topic")
            for bearer in islice(live, NAMES)]  # fmt: skip


def _is_known(term, at):
    """Whether a live story points to this."""
    query = Query(filters=(((term,),),))
    return bool(tables.newest(query, at=at, started_by=at, first=0, before=TOP, limit=1, only_heads=True))


def _headlines(words, languages, at):
    """The newest live headlines with the words, the last one only begun."""
    begun = _endings(words[-1], at)
    whole = query_of(" ".join(words[:-1]), languages).groups if words[:-1] else ()
    last = tuple(dict.fromkeys(terms(word, language) for word in begun for language in languages))
    query = Query(groups=(*whole, last))
    rows = tables.newest(query, at=at, started_by=at, first=0, before=TOP, limit=MOST, only_heads=True)
    found = Edition.objects.only("headline", "path", "language").in_bulk([row[1] for row in rows])
    editions = [found[row[1]] for row in rows if row[1] in found]
    return [Suggestion(edition.headline, edition.path, "story", edition.language) for edition in editions]


def _endings(beginning, at):
    """Words that readers know at `at` and that begin so, the shortest first, and the beginning itself."""
    begun = Spelling.objects.filter(tables.engine().begins("word", beginning), key=F("word"), from_at__lte=at)
    known = set(begun.values_list("word", flat=True)[:MOST_READ])
    return [beginning, *sorted(known, key=lambda word: (len(word), word))[:MOST_ENDINGS]]

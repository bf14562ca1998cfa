"""The people and topics that a query names, by name or alias, and the languages of stories; one statement."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import connection

from articles.search.entries import PERSON, TOPIC
from articles.search.query import QueryPart
from articles.search.words import plain_words

SHORTEST = 3
# A name that more than so many share identifies nobody.
MAX_NAMESAKES = 25
MOST_ROWS = 400

# How one Slavic ending is written in Latin letters: Zelenskyy, Zelensky, Zelenskiy, Zelenskij, Zelenski.
_SKY = re.compile(r"(?<=[^\W\d_]{5})(?:[iy][iyj]?)$")

_PERSON, _TOPIC, _LANGUAGE = 0, 1, 2
_TABLES = (
    "SELECT 0, id, name, slug, key FROM articles_person t WHERE redirects_to_id IS NULL AND ",
    "SELECT 0, p.id, p.name, p.slug, t.key"
    " FROM articles_personalias t JOIN articles_person p ON p.id = t.person_id WHERE ",
    # A topic of another name leads to that of today, which is found by both.
    "SELECT 1, COALESCE(n.id, t.id), COALESCE(n.name, t.name), COALESCE(n.slug, t.slug), t.key"
    " FROM articles_topic t LEFT JOIN articles_topic n ON n.id = t.redirects_to_id WHERE ",
)
# Leaps from one language to the next in their index, however many entries each has.
_LANGUAGES = (
    "WITH RECURSIVE spoken(code) AS (SELECT MIN(language) FROM articles_searchentry WHERE {among} UNION ALL"
    " SELECT (SELECT MIN(language) FROM articles_searchentry WHERE language > code AND {among})"
    " FROM spoken WHERE code IS NOT NULL) SELECT 2, 0, code, '', '' FROM spoken WHERE code IS NOT NULL"
)
_OF_READERS = _LANGUAGES.format(among="goes_live_at <= %s AND ends_at > %s")
_OF_EDITORS = _LANGUAGES.format(among="TRUE")
# As the index of the few articles that are ahead says it (`models/article.py`).
_IN_WORK = (
    "SELECT DISTINCT 2, 0, language, '', '' FROM articles_article WHERE version = NULLIF(version, published_version)"
)


@dataclass(frozen=True)
class PersonOrTopic:
    """A person or topic: its term in the index, its name and its path."""

    term: str
    name: str
    path: str

    @property
    def is_person(self) -> bool:
        """Whether it is a person, not a topic."""
        return self.term.startswith(PERSON)


@dataclass(frozen=True)
class NameLookup:
    """What a query is resolved by: the languages of stories, the site's own first, and names.

    `names` are (PersonOrTopic, the words of its name or an alias) pairs.
    """

    languages: tuple[str, ...]
    names: tuple[tuple[PersonOrTopic, tuple[str, ...]], ...] = ()

    def pointer_terms(self, parts: Iterable[QueryPart]) -> dict[int, tuple[str, ...]]:
        """{place of a QueryPart: the terms of the people and topics in whose name its words follow each other}."""
        found = {}
        for place, part in enumerate(parts):
            terms = {each.term for each, name in self.names if _is_phrase_in(part.words, name)}
            if len(terms) <= MAX_NAMESAKES and any(len(word) >= SHORTEST for word in part.words):
                found[place] = tuple(sorted(terms))
        return found

    def named_by(self, parts: Sequence[QueryPart]) -> list[PersonOrTopic]:
        """Those whose name or alias holds every wanted word, topics first, by name."""
        wanted = {_sky(word) for part in parts if not part.is_unwanted for word in part.words}
        found = {each for each, name in self.names if wanted and wanted <= set(map(_sky, name))}
        return sorted(found, key=lambda each: (each.is_person, each.name, each.term))


def look_up_names(words: Iterable[str], *, at: datetime | None) -> NameLookup:
    """The NameLookup for folded words; asked anew each time, so an alias given today finds stories of last year.

    Its languages are those of the stories that readers see at `at`; None is for editors, who also find working copies
    and private names.
    """
    words = sorted({_SKY.sub("", word) for word in words if len(word) >= SHORTEST})
    holds = " OR ".join(["REPLACE(t.key, '''', '') LIKE %s"] * len(words))
    public = " AND NOT t.is_private" if at else ""
    tables = [f"{select}({holds}){public} LIMIT {MOST_ROWS}" for select in _TABLES] if words else []
    languages = [_OF_READERS] if at else [_OF_EDITORS, _IN_WORK]
    times = [connection.ops.adapt_datetimefield_value(at)] * 4 if at else []
    sql = " UNION ALL ".join(map("SELECT * FROM ({}) AS t".format, [*languages, *tables]))
    with connection.cursor() as cursor:
        cursor.execute(sql, [*times, *[f"%{word}%" for word in words] * len(tables)])
        rows = cursor.fetchall()
    spoken = [name for kind, _, name, _, _ in rows if kind == _LANGUAGE]
    names = tuple((_person_or_topic(*row[:4]), _words(row[4])) for row in rows if row[0] != _LANGUAGE)
    return NameLookup(tuple(dict.fromkeys([settings.LANGUAGE_CODE, *spoken])), names)


def _person_or_topic(kind: int, pk: int, name: str, slug: str) -> PersonOrTopic:
    if kind == _TOPIC:
        return PersonOrTopic(f"{TOPIC}{pk}", name, f"/topics/{slug}/")
    return PersonOrTopic(f"{PERSON}{pk}", name, f"/people/{slug}/")


def _words(key: str) -> tuple[str, ...]:
    """The words of a name's key."""
    return tuple(word for chunk in key.split() for word in plain_words(chunk))


def _is_phrase_in(words: Iterable[str], name: Iterable[str]) -> bool:
    """Whether the words follow each other in a name."""
    words, name = tuple(map(_sky, words)), tuple(map(_sky, name))
    return any(name[start : start + len(words)] == words for start in range(len(name) - len(words) + 1))


def _sky(word: str) -> str:
    """A folded word, its ending written in one of the ways."""
    return _SKY.sub("y", word)

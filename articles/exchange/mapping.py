"""The mapping: which of the other system's categories are desks and which topics, and who its people are here.

It is a JSON file that a dry run writes and a person edits:

    {"desks": {"World": "World"}, "topics": {"Bridges": "Bridges", "Uncategorized": ""}, "people": {"jdoe": "Jane Doe"},
     "desk": "News", "credit": ""}

A category that is under "desks" is that desk; one under "topics" is that topic, and with "" is left out. "desk" is for
stories that none of their categories gives one, "credit" for photos that have none. Without a file it is as `proposed`.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from articles.exchange.incoming import Incoming, UnreadableExport
from articles.text.languages.folding import fold

DESKS_AT_MOST = 12  # that are proposed: as many as a menu shows
NO_CATEGORY = frozenset({"uncategorized", "uncategorised", "allgemein", "non classe", "sin categoria"})
REST = "News"


@dataclass(frozen=True)
class NameMapping:
    """What a mapping file says; see above."""

    desks: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    desk: str = REST
    credit: str = ""

    def desk_of(self, story: Incoming) -> str:
        """The name of the story's desk."""
        return next((self.desks[name] for name in story.categories if self.desks.get(name)), self.desk)

    def topics_of(self, story: Incoming) -> list[str]:
        """The names of the story's topics: its own, then those of categories that are no desk."""
        of_categories = [self.topics.get(name, name) for name in story.categories if name not in self.desks]
        named = [self.topics.get(name, name) for name in story.topics]
        return [name for name in dict.fromkeys([*named, *of_categories]) if name]

    def authors_of(self, story: Incoming) -> list[str]:
        """The names of those who signed it; a person that is mapped to "" is left out."""
        names = (self.people.get(author.key, author.name) for author in story.authors)
        return [name for name in dict.fromkeys(names) if name]

    def as_json(self) -> str:
        """The file, to be edited."""
        shown = {"desks": self.desks, "topics": self.topics, "people": self.people}
        return json.dumps({**shown, "desk": self.desk, "credit": self.credit}, ensure_ascii=False, indent=2) + "\n"


def proposed(categories: Mapping[str, int], people: Mapping[str, str], desks: Collection[str]) -> NameMapping:
    """What is done with categories (how many stories each has) where nobody has said it.

    Those that are called as a desk is are that desk. Where none is, the most used ones become desks, as many as a menu
    holds. All others are topics.
    """
    known = {fold(name): name for name in desks}
    mapped = {name: known[fold(name)] for name in categories if fold(name) in known}
    named = [name for name in categories if fold(name) not in NO_CATEGORY]
    if not mapped:
        mapped = {name: name for name in sorted(named, key=lambda name: (-categories[name], name))[:DESKS_AT_MOST]}
    topics = {name: name if name in named else "" for name in categories if name not in mapped}
    return NameMapping(desks=mapped, topics=topics, people=dict(people))


def read_mapping(text: str, otherwise: NameMapping) -> NameMapping:
    """The mapping in a file; what it does not name is as in `otherwise`. Raises UnreadableExport."""
    try:
        said = json.loads(text)
    except ValueError as error:
        raise UnreadableExport(f"The mapping is no JSON: {error}.") from error
    if not isinstance(said, dict):
        raise UnreadableExport("The mapping holds no object with “desks”, “topics” and “people”.")
    desks, topics, people = (_names(said, key) for key in ("desks", "topics", "people"))
    mapped = set(desks) | set(topics)
    return replace(
        otherwise,
        desks=_without(otherwise.desks, mapped) | desks,
        topics=_without(otherwise.topics, mapped) | topics,
        people={**otherwise.people, **people},
        **{key: said[key] for key in ("desk", "credit") if isinstance(said.get(key), str)},
    )


def _names(said: Mapping[str, Any], key: str) -> dict[str, str]:
    names = said.get(key, {})
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        raise UnreadableExport(f"“{key}” of the mapping holds something else than names.")
    return names


def _without(names: Mapping[str, str], gone: Iterable[str]) -> dict[str, str]:
    return {name: value for name, value in names.items() if name not in set(gone)}

"""The nodes of the bodies that were parsed last, so that a body asked for again is not parsed again."""

from collections import OrderedDict
from threading import Lock

from articles.text.body.nodes import Node


class ParseCache:
    """Nodes by their HTML, the longest unused forgotten first; safe to share between threads."""

    def __init__(self, bodies: int, characters: int) -> None:
        """At most so many bodies, and so many characters of HTML in all of them together."""
        self._most_bodies = bodies
        self._most_characters = characters
        self._characters = 0
        self._held: OrderedDict[str, tuple[Node, ...]] = OrderedDict()
        self._lock = Lock()

    def get(self, html: str) -> tuple[Node, ...] | None:
        """The nodes of this HTML, or None when they are not held."""
        with self._lock:
            nodes = self._held.get(html)
            if nodes is not None:
                self._held.move_to_end(html)
            return nodes

    def put(self, html: str, nodes: tuple[Node, ...]) -> None:
        """Hold the nodes of this HTML, unless it is longer than all together may be."""
        if len(html) > self._most_characters:
            return
        with self._lock:
            if html not in self._held:
                self._characters += len(html)
            self._held[html] = nodes
            self._held.move_to_end(html)
            while self._characters > self._most_characters or len(self._held) > self._most_bodies:
                forgotten, _ = self._held.popitem(last=False)
                self._characters -= len(forgotten)

    def clear(self) -> None:
        """Forget every body, as a test does before it counts parses."""
        with self._lock:
            self._held.clear()
            self._characters = 0


# Nodes take about ten times the room of their HTML, in short paragraphs up to a hundred times.
RECENT = ParseCache(bodies=256, characters=500_000)

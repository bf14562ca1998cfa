"""Keeps what took long to work out, in the memory of a process, up to a size; what nobody asks for goes first."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class KeptValues(Generic[V]):
    """Values by key, each with its size in characters, together at most so many."""

    def __init__(self, most: int):
        self.most, self.size = most, 0
        self._values: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> V | None:
        """The value under a key; None where none is kept."""
        with self._lock:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key][0]

    def keep(self, key: Hashable, value: V, size: int) -> None:
        """Keep a value under a key that has none; one that is larger than all may be is not kept."""
        with self._lock:
            if size > self.most or key in self._values:
                return
            self._values[key] = value, size
            self.size += size
            while self.size > self.most:
                self.size -= self._values.popitem(last=False)[1][1]

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._values.clear()
            self.size = 0

"""Large JSON files read a value at a time, so that memory holds one row of a table and never the table."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articles.exchange.incoming import UnreadableExport

CHUNK = 1 << 18
VALUE_AT_MOST = 60_000_000  # characters of one row
_SPACE = " \t\n\r"


class JsonStream:
    """A JSON document, read from its beginning to its end. What is wrong in it raises UnreadableExport."""

    def __init__(self, path: Path):
        self._file = path.open("rb")
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._values = json.JSONDecoder()
        self._text, self._at, self._is_all = "", 0, False

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def peek(self) -> str:
        """The next sign that is no blank; "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text) or not self._fill():
                return self._text[self._at : self._at + 1]

    def value(self) -> Any:
        """The next value, whole."""
        self.peek()
        size = CHUNK
        while True:
            try:
                value, end = self._values.raw_decode(self._text, self._at)
            except (json.JSONDecodeError, RecursionError) as error:
                if isinstance(error, RecursionError) or len(self._text) - self._at > VALUE_AT_MOST:
                    raise UnreadableExport(
                        "The file holds something that is larger or deeper than any story."
                    ) from error
                if not self._fill(size):
                    raise UnreadableExport("The file is no sound JSON, or it is cut off.") from error
                size *= 2
            else:
                if end < len(self._text) or not self._fill():
                    self._at = end
                    return value

    def skip(self) -> None:
        """Pass over the next value; of a list no more than one member is held."""
        if self.peek() == "[":
            for _ in self.members():
                self.skip()
        else:
            self.value()

    def names(self) -> Iterator[str]:
        """The keys of the object that comes next; whoever asks reads each one's value."""
        self._expect("{")
        while self.peek() != "}":
            key = self.value()
            if not isinstance(key, str):
                raise UnreadableExport("The file is no sound JSON.")
            self._expect(":")
            yield key
            if self.peek() == ",":
                self._at += 1
            elif self.peek() != "}":
                raise UnreadableExport("The file is no sound JSON, or it is cut off.")
        self._at += 1

    def members(self) -> Iterator[None]:
        """As often as the list that comes next has members; whoever asks reads each."""
        self._expect("[")
        while self.peek() != "]":
            yield
            if self.peek() == ",":
                self._at += 1
            elif self.peek() != "]":
                raise UnreadableExport("The file is no sound JSON, or it is cut off.")
        self._at += 1

    def _expect(self, sign: str) -> None:
        if self.peek() != sign:
            raise UnreadableExport("The file is no export of that kind: it is built differently.")
        self._at += 1

    def _fill(self, size: int = CHUNK) -> bool:
        """Read on; whether there was more."""
        if self._is_all:
            return False
        try:
            data = self._file.read(size)
            more = self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise UnreadableExport("The file is not in UTF-8.") from error
        self._is_all = not data
        self._text, self._at = self._text[self._at :] + more, 0
        return bool(data)

"""What the commands of this package share on the command line."""

from typing import Any


class Counter:
    """Writes a line for each table, and for each thousandth picture: a sign of life, and of where time goes."""

    def __init__(self, out: Any) -> None:
        self._out = out

    def __call__(self, what: str, number: int) -> None:
        """Say that so many of them are done."""
        if number and (what != "pictures" or number % 1000 == 0):
            self._out.write(f"{what}: {number}")
            self._out.flush()

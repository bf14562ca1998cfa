"""A line of the page that says how the newsroom is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One thing: what it is called, what is so, and, where that is not well, what to do. `link` leads on."""

    name: str
    title: str
    said: list[str]
    advice: str = ""
    link: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nobody has to do anything."""
        return not self.advice

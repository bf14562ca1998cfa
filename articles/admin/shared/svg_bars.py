"""Small plots as SVG: what is to be drawn, as numbers for a template. Knows nothing of stories."""

from collections.abc import Iterable
from typing import NamedTuple

WIDTH, HEIGHT, GAP = 640, 120, 2  # the units of an SVG's viewBox


class Bar(NamedTuple):
    """A bar of a plot: its place and size in the units of the viewBox, what it stands for and how much that is."""

    x: float
    y: float
    width: float
    height: float
    label: object
    value: int


def bars(values: Iterable[tuple[object, int]], width: int = WIDTH, height: int = HEIGHT) -> list[Bar]:
    """The Bars of (label, number) pairs side by side; the largest number is as high as the plot, none is below it."""
    values = list(values)
    most = max((value for _, value in values), default=0) or 1
    step = width / max(len(values), 1)
    return [
        Bar(
            round(place * step, 1),
            round(height - height * value / most, 1),
            round(max(step - GAP, 1), 1),
            round(height * value / most, 1),
            label,
            value,
        )
        for place, (label, value) in enumerate(values)
    ]

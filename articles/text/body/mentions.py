"""Who is mentioned in a body, and how the text calls them there."""

from itertools import groupby

from articles.text.body.html_parser import read


def mentions(html: str) -> list[tuple[int, str]]:
    """(person's number, the words marked) for each mention in cleaned HTML, captions too, in page order."""
    lines = (line for node in read(html) for line in node.lines)
    marked = ((number, tuple(runs)) for line in lines for number, runs in groupby(line, key=_person))
    return [(number, " ".join("".join(run.text for run in runs).split())) for number, runs in marked if number]


def _person(run):
    """The number of the person whose mention encloses a run, or None."""
    return next((int(value) for tag, value in run.marks if tag == "span"), None)

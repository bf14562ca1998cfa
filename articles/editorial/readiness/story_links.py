"""Whether links to stories of our own lead readers somewhere when the story goes out."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import chain, groupby

from django.utils.translation import gettext as _

from articles.editorial.readiness.findings import Finding, Spot, short
from articles.models.article import Article
from articles.models.edition import Edition
from articles.text.body.blocks import more_of
from articles.text.body.body import Body
from articles.text.body.nodes import Run, line_text
from articles.text.body.own_links import numbers_of, pointers_in, story_of


def live_of_linked(bodies: Iterable[Body], at: datetime) -> set[int]:
    """The numbers of the stories that bodies link to and readers see at `at`; one query, where they link to any."""
    numbers = {number for body in bodies for number in numbers_of("story", pointers_in(body.html))}
    if not numbers:
        return set()
    return set(Edition.objects.live(at).filter(article_id__in=numbers).values_list("article_id", flat=True))


def more_lines_lead_on(article: Article, body: Body, live: Collection[int]) -> Iterator[Finding]:
    """A line “Read more” is another story's headline: it goes out only when that story is out, or gives it away."""
    for words, is_more, block in _dead_links(body, live):
        if is_more:
            said = _("“Read more” leads to “%(words)s”, which readers can't see then: take the line out.")
            yield Finding("body", said % {"words": short(words)}, Spot(words=words, block=block))


def links_lead_on(article: Article, body: Body, live: Collection[int]) -> Iterator[Finding]:
    """Words that link to a story which is not out are plain until it is."""
    for words, is_more, block in _dead_links(body, live):
        if not is_more:
            said = _("“%(words)s” links to a story that readers can't see; until they can, the words are plain.")
            yield Finding("body", said % {"words": short(words)}, Spot(words=words, block=block))


def _dead_links(body: Body, live: Collection[int]) -> Iterator[tuple[str, bool, int]]:
    """(words, whether they are a line “Read more”, number of the block) of each link to a story that is not live."""
    items = ((node, item) for node in body.nodes if node.tag != "figure" for item in node.items)
    for block, (node, item) in enumerate(items):
        for number, runs in groupby(chain(*item), _pointed_to):
            if number is not None and number not in live:
                yield line_text(tuple(runs)), more_of(node) is not None, block


def _pointed_to(run: Run) -> int | None:
    """The number of the story that a run links to, or None."""
    return story_of(dict(run.marks).get("a", ""))

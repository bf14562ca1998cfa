"""The rows of the table of rights about the order of the front page and of desks' pages."""

from tests.newsroom.rights_photo_rows import EVERY
from tests.newsroom.rights_table import ARRANGE, EDITORS, row

STORY = "admin:articles_article_"


def order_row(said, **allowed):
    """A row of the page on which an order is made, and of what is posted there beside the draft that was seen."""
    row(
        f"{STORY}order",
        post=ARRANGE,
        people=EVERY,
        stages=("live",),
        query=lambda world, story: {"desk": world.things["desk"].pk},
        body=lambda world, story: {"kept": world.things["draft of an order"].pk, **said(story)},
        **allowed,
    )


order_row(lambda story: {"move": f"on:{story.pk}"}, get=ARRANGE)
order_row(lambda story: {"do": "show"})
order_row(lambda story: {"do": "drop"})
row(f"{STORY}order", get=EDITORS, people=EVERY)

"""The rows of the table of rights about the order of the front page and of desks' pages."""

from tests.newsroom.rights_photo_rows import EVERY
from tests.newsroom.rights_table import ARRANGE, EDITORS, row

STORY = "admin:articles_article_"
row(
    f"{STORY}order",
    get=ARRANGE,
    post=ARRANGE,
    people=EVERY,
    stages=("live",),
    query=lambda world, story: {"desk": world.things["desk"].pk},
    body=lambda world, story: {"move": f"on:{story.pk}", "kept": world.things["draft of an order"].pk},
)
row(
    f"{STORY}order",
    post=ARRANGE,
    people=EVERY,
    stages=("live",),
    query=lambda world, story: {"desk": world.things["desk"].pk},
    body=lambda world, story: {"kept": world.things["draft of an order"].pk, "do": "show"},
)
row(
    f"{STORY}order",
    post=ARRANGE,
    people=EVERY,
    stages=("live",),
    query=lambda world, story: {"desk": world.things["desk"].pk},
    body=lambda world, story: {"kept": world.things["draft of an order"].pk, "do": "drop"},
)
row(f"{STORY}order", get=EDITORS, people=EVERY)

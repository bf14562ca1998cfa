"""Opening a story's form: the server's time for a story of 10,000 words beside one of 500."""

from collections.abc import Callable, Iterator

from django.test import Client
from django.urls import reverse

from articles.editorial.writing import drafts
from articles.models.desk import Desk
from articles.models.user import User
from articles.text.body.parse_cache import RECENT

SHORT, LONG, AT_MOST = 500, 10_000, 3
# 50 words as they stand in stories: a quote, a name of the demo's directory, a number, a link and marks.
PARAGRAPH = (
    "<p>The bridge over the river was opened on Monday after {} weeks of work, and “we waited for a year,” said "
    'Ines Calloway, who crossed it <em>first</em> with her daughter. The <a href="https://example.org/">council'
    "</a> paid for it; the ferry, which many liked more, stops running at the end of May.</p>"
)


def measure_opening(paired: Callable) -> Iterator[str]:
    """The line of the benchmark. `paired` runs two functions in turn; nothing parsed is remembered from run to run."""
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(username="chief"))
    short, long = (_opener(client, words) for words in (SHORT, LONG))
    short(), long()
    ratio, seconds = paired(long, short, 15)
    measured = f"{seconds * 1000:.0f} ms of processor time; at most {AT_MOST} x is wanted"
    yield f"{'open a story of 10,000 words':<34} {ratio:6.2f} x 500 words  ({measured})"


def _opener(client: Client, words: int) -> Callable[[], None]:
    """A function that opens the form of a new story of so many words."""
    body = "".join(PARAGRAPH.format(number + 2) for number in range(words // 50))
    desk = Desk.objects.first()
    article = drafts.begin(
        by=User.objects.get(username="chief"), headline=f"Bridge opens after {words} days", body=body, desk=desk
    )
    address = reverse("admin:articles_article_change", args=[article.pk])

    def open_it() -> None:
        RECENT.clear()
        if client.get(address).status_code != 200:
            raise SystemExit(f"{address} does not answer: there is nothing to measure.")

    return open_it

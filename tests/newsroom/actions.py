"""What tests have several processes do to one story, and what all pages must say of it afterwards."""

from datetime import timedelta
from functools import partial

from django.utils import timezone

from articles.editorial.publishing import publish as publishing
from articles.editorial.publishing import schedule as scheduling
from articles.editorial.publishing import withdraw as withdrawing
from articles.editorial.publishing.correction_prompt import NO_CORRECTION
from articles.models.article import Article
from articles.models.user import User
from articles.reader.machines.sitemaps import SPAN
from tests import builders, walking

STARTS = ("/", "/latest/", "/archive/", "/corrections/", "/sitemap.xml", "/news-sitemap.xml")


DECISIONS = {
    "publish": partial(publishing.publish, correction=NO_CORRECTION),
    "schedule": lambda article, **who: scheduling.schedule(article, at=in_minutes(60), correction=NO_CORRECTION, **who),
    "withdraw": partial(withdrawing.withdraw, notice="It was wrong."),
    "correct": partial(publishing.correct, text="It was two years."),
    "expire": lambda article, **who: scheduling.expire(article, at=in_minutes(60), **who),
    "cancel": scheduling.cancel,
}


def in_minutes(minutes):
    """The moment so many minutes from now."""
    return timezone.now() + timedelta(minutes=minutes)


def wake():
    """Open a connection, as the first action of a process does."""
    Article.objects.exists()


def publish(pk):
    """Put the working copy out now."""
    builders.put_out(Article.objects.get(pk=pk))


def schedule(pk, minutes=60):
    """Let the working copy come out so many minutes from now."""
    builders.put_out(Article.objects.get(pk=pk), at=in_minutes(minutes))


def withdraw(pk):
    """Take the story down."""
    withdrawing.withdraw(Article.objects.get(pk=pk), by=builders.system(), notice="It was wrong.")


def decide(pk, verb, by, seen):
    """Carry out one of DECISIONS as the person of that name, who saw the story's timeline at `seen`."""
    DECISIONS[verb](Article.objects.get(pk=pk), by=User.objects.get(username=by), expected_version=seen)


def crawl(*starts):
    """{address: text} of all that a reader can reach from the site's entries and from `starts`, as JSON holds it."""
    return {address: answer.text for address, answer in walking.walk([*STARTS, *starts]).items()}


def worded(word, person):
    """Working fields that say `word` in every part that some list or page shows."""
    quote = f'<p>“The {word} has come,” <span data-person="{person.pk}">{person.name}</span> said.</p>'
    return {"headline": f"Bridge {word}", "dek": f"All of the {word}.", "body": quote}


class Told:
    """A story among others on one topic, by and with one person, and the addresses that tell of it."""

    def __init__(self, word):
        """Publish a neighbour, the story with `word`, and another neighbour, whose page leads on to it."""
        self.person, topic = builders.a_person("Ida Known"), builders.a_topic()
        common = {"lead_topic": topic, "bylines": [self.person], "topics": [topic]}
        before = builders.live_article(headline="Neighbour Before", **common)
        self.article = builders.live_article(slug="bridge", **common, **worded(word, self.person))
        after = builders.live_article(headline="Neighbour After", **common)
        self.path, self.after = builders.live_edition(self.article).path, builders.live_edition(after).path
        self.lists = [f"{self.after}next.json", f"{builders.live_edition(before).path}next.json"]

    def reword(self, word):
        """Write `word` into the working copy."""
        builders.edited(self.article, **worded(word, self.person))

    def starts(self, *words):
        """Where to crawl from, so that `check` finds all it looks for."""
        return [*self.lists, *(f"/search/?q={word}" for word in words)]

    @property
    def telling(self):
        """The addresses whose answers hold the story's words."""
        pages = ["/", "/world/", "/topics/bridges/", self.person.get_absolute_url()]
        feeds = [f"{page}feeds/{file}" for page in pages for file in ("rss.xml", "atom.xml", "feed.json")]
        story = [self.path, f"{self.path}ninjs.json"]
        return [*pages, *feeds, *story, self.after, *self.lists, "/latest/", "/news-sitemap.xml"]

    def check(self, answers, says, never):
        """Fail unless all pages say the one word, all searches find the story by it, and none says the other."""
        silent = [address for address in self.telling if says not in answers[address]]
        assert not silent, f"these don't say {says}: {silent}"
        behind = [at for at, text in answers.items() if never in text and not _may_name(at, never)]
        assert not behind, f"these still say {never}: {behind}"
        found = {word: f'href="{self.path}' in answers[f"/search/?q={word}"] for word in (says, never)}
        assert found == {says: True, never: False}
        changed = builders.live_edition(self.article).goes_live_at
        for sitemap in ("/sitemap.xml", f"/sitemaps/stories-{self.article.pk // SPAN}.xml"):
            assert f"<lastmod>{changed:%Y-%m-%dT%H:%M:%S}" in answers[sitemap]


def _may_name(address, word):
    """Whether the old words belong there: what changed between editions, and a search that names what was asked."""
    return address.endswith("/history/") or f"q={word}" in address

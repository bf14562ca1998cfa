"""An embargo that cannot leak: the whole site walked before, at and after a story's second, for words of its own.

Every address of the urlconf is walked: a new kind of page is found by itself, and needs a line here only when it says
nothing of stories, or has an argument that nobody could guess so far.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from articles.editorial.publishing import publish, schedule, withdraw
from articles.editorial.writing import preview_links
from articles.models.preview_link import Shows
from moving.export_site import export_site
from tests import builders, walking
from tests.newsroom import canaries
from tests.newsroom.canaries import WORDS, heard_in, twin
from tests.walking import get

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

T = datetime(2026, 5, 21, 12, 30, tzinfo=UTC)
ALMOST = T - timedelta(microseconds=1)
SLUG = f"the-{WORDS['headline']}-is-found"
NEW_SLUG = f"the-{WORDS['headline']}-returns"
# Pages that say nothing of a story that comes out, by the name of their address; every other one must be another at T.
MUTE = {
    "corrections",
    "robots",
    "sitemap",
    "pages-sitemap",
    "healthz",
    "readyz",
    "metrics",
    "read",
    "reading",
    "csp-reports",
    "security-txt",
    "media:rendition",
    "calendar",  # somebody's, behind an address that nobody guesses
    "manifest",
    "icon",
    *("kept", "service-worker", "licence", "tdm-reservation", "trust-txt", "well-known-trust-txt", "transparency"),
}
SLUGS = (SLUG, WORDS["topic"], f"ada-{WORDS['person']}", f"bo-{WORDS['byline']}", "world", "bridges")
# What suggestions begin with and spellings are compared with.
NAMED = ("headline", "topic", "person", "alias")


def guesses():
    """What somebody who had heard of the story could try."""
    filters = [
        {"topic": WORDS["topic"]},
        {"person": f"ada-{WORDS['person']}"},
        {"byline": f"bo-{WORDS['byline']}"},
    ]
    beginnings = [{"q": WORDS[part][:5]} for part in NAMED]
    slips = [{"q": WORDS[part][:4] + WORDS[part][5:]} for part in NAMED]
    return walking.Guesses(
        values={
            "slug": SLUGS,
            "year": ("2026",),
            "month": ("05",),
            "day": ("21",),
            "number": ("0", "1"),
            "kind": ("topics", "people", "story", "topic", "person"),
            "file": ("rss.xml", "atom.xml", "feed.json"),
            "version": ("0123456789ab",),
            "digest": ("0123456789abcdef",),
            "side": ("32", "192"),
            "signature": (WORDS["headline"],),
            "key": (WORDS["headline"],),
            "token": (f"1-{WORDS['headline']}-w320.jpeg", WORDS["headline"]),
        },
        queries={
            "": [{"q": WORDS["headline"]}, *filters],
            "search": [*({"q": word} for word in WORDS.values()), *beginnings, *slips, *filters],
            "suggestions": [{"q": WORDS["headline"]}, *beginnings],
            "oembed": [{"url": f"{settings.SITE_URL}/2026/05/{SLUG}/"}],
        },
    )


def walk_site():
    """Everything there is to walk at this moment."""
    return walking.walk(walking.guessed(guesses()))


def leaks(answers):
    """Each address that says more of the story than was asked."""
    heard = {address: heard_in(answer.text, but_for=address) for address, answer in answers.items()}
    return {address: parts for address, parts in heard.items() if parts}


@pytest.fixture
def newsroom(time_machine):
    """A newsroom with some live stories, a microsecond before T; the desk is returned."""
    time_machine.move_to(T - timedelta(days=2), tick=False)
    desk, topic, person = builders.a_desk(), builders.a_topic(), builders.a_person("Ida Known")
    quote = f'<p>“We have waited for a year,” <span data-person="{person.pk}">Ida Known</span> said.</p>'
    for hours in range(4):
        time_machine.move_to(T - timedelta(days=2, hours=-hours), tick=False)
        builders.live_article(
            headline=f"Bridge {hours}", body=quote, lead_topic=topic, bylines=[person], lead_photo=builders.a_photo()
        )
    time_machine.move_to(ALMOST, tick=False)
    return desk


def walk_for_json():
    """The walk of this process, as JSON holds it."""
    return {address: list(vars(answer).values()) for address, answer in walk_site().items()}


def walked_on(workers):
    """The walk of these processes, all at once; each must see what the first sees."""
    for worker in workers:
        worker.begin(walk_for_json)
    walks = [{at: walking.Answer(*answer) for at, answer in worker.finish()[0].items()} for worker in workers]
    for walk in walks[1:]:
        differing = [at for at in walks[0].keys() | walk.keys() if _told(walks[0].get(at)) != _told(walk.get(at))]
        assert differing == [], "two processes tell two things"
    return walks[0]


def test_embargoed_story_is_nowhere_until_its_second_and_then_everywhere(newsroom, time_machine, start):
    """On two processes, with all warm that they keep warm, and on one that was restarted meanwhile."""
    old, other = start(), start()
    before = walked_on([old, other])
    walked = {walking.route_of(address) for address in before}
    missed = [f"{name}: {route}" for route, (name, _) in walking.routes().items() if route not in walked]
    assert not missed, f"say in `guesses` what one could try in: {missed}"
    cage = canaries.caged(newsroom)
    builders.put_out(cage.article, at=T)
    _assert_no_trace(before, walked_on([old, other]))
    other.end()
    restarted = start()
    time_machine.move_to(T, tick=False)
    _assert_everywhere(before, walked_on([old, restarted]), cage)
    time_machine.move_to(T + timedelta(seconds=1), tick=False)
    withdraw.withdraw(cage.article, by=builders.system(), notice="It was wrong.")
    withdrawn = walked_on([restarted])
    assert leaks(withdrawn) == {}
    assert withdrawn[f"/2026/05/{SLUG}/"].status == 410


def _assert_no_trace(before, after):
    """Nobody could tell the two walks apart."""
    assert leaks(after) == {}
    changed = [each for each in before.keys() | after.keys() if _told(before.get(each)) != _told(after.get(each))]
    assert sorted(changed) == [], "what is not out leaves a trace"


def _told(answer):
    """What a reader learns of an answer. Queries are compared apart: a name looked for may be in the directory."""
    return answer and (answer.status, answer.text)


def _assert_everywhere(before, answers, cage):
    """Every kind of page that tells of stories tells of this one, if only by its count; its own page says all."""
    told = {walking.route_of(address) for address in answers if _told(before.get(address)) != _told(answers[address])}
    silent = [name for route, (name, _) in walking.routes().items() if route not in told and name not in MUTE]
    assert not silent, f"nothing of the story in: {silent}; say in MUTE what says nothing of stories"
    heard = set().union(*leaks(answers).values())
    assert heard == WORDS.keys() - canaries.FOR_COLLEAGUES - {"correction"}
    story = f"/2026/05/{SLUG}/"
    assert answers[story].status == 200
    for page in ("/", "/world/", "/latest/", "/feeds/rss.xml", "/topics/bridges/"):
        assert "headline" in heard_in(answers[page].text), page
    for page in (cage.topic.get_absolute_url(), cage.person.get_absolute_url(), cage.byline.get_absolute_url()):
        assert answers[page].status == 200
    for word in ("headline", "body", "person", "alias", "topic"):
        assert "headline" in heard_in(answers[f"/search/?q={WORDS[word]}"].text, but_for=""), word


def test_copy_of_the_site_has_nothing_of_what_colleagues_said(newsroom, time_machine, tmp_path):
    cage = canaries.caged(newsroom)
    builders.put_out(cage.article, at=T)
    time_machine.move_to(T + timedelta(seconds=1), tick=False)
    export_site(tmp_path / "site", at=T, address="")
    text = "".join(
        f"{path}{path.read_text(errors='replace')}" for path in (tmp_path / "site").rglob("*") if path.is_file()
    )
    heard = heard_in(text)
    assert heard >= {"headline", "body", "quote", "person"}
    assert not heard & canaries.FOR_COLLEAGUES


def test_scheduled_address_answers_like_one_that_never_existed(newsroom):
    cage = canaries.caged(newsroom)
    builders.put_out(cage.article, at=T)
    asked = [address for address in walking.guessed(guesses()) if twin(address) != address]
    assert len(asked) > 50
    differing = []
    for address in [*asked, *asked]:  # the second time with everything kept that anything keeps
        real, never = get(address), get(twin(address))
        if "?" in address:  # here the queries may differ: to look for a name is to look who bears it
            real, never = replace(real, queries=0), replace(never, queries=0)
        if (twin(real.text), real.status, real.queries) != (never.text, never.status, never.queries):
            differing.append(f"{address}: {real.status}, {real.queries} queries, not {never.queries}")
    assert differing == [], "these are answered unlike addresses that never existed"


def test_number_of_an_embargoed_story_answers_like_one_that_never_was(newsroom):
    live = builders.live_article(headline="Bridge Last")
    cage = canaries.caged(newsroom)
    builders.put_out(cage.article, at=T)
    path = live.editions.get().path
    for address in (path, f"{path}next.json", f"{path}article.html"):
        real, never = get(f"{address}?after={cage.article.pk}"), get(f"{address}?after={10**6}")
        assert (real.status, real.text, real.queries) == (never.status, never.text, never.queries)


def test_scheduled_update_is_told_nowhere_before_its_second(newsroom, time_machine):
    article = builders.live_article(headline="Bridge Long Known", slug="known", lead_topic=builders.a_topic())
    before = walk_site()
    cage = canaries.caged(newsroom)
    words = {name: getattr(cage.article, name) for name in ("headline", "dek", "body", "place", "lead_photo")}
    builders.edited(article, slug=NEW_SLUG, lead_topic=cage.topic, bylines=[cage.byline], **words)
    publish.correct(article, by=builders.system(), text=f"It was no {WORDS['correction']}.", at=T)
    _assert_no_trace(before, walk_site())
    time_machine.move_to(T, tick=False)
    moved = get("/2026/05/known/")
    assert moved.status == 301
    assert f"Location: /2026/05/{NEW_SLUG}/" in moved.headers
    for address in (f"/2026/05/{NEW_SLUG}/", "/corrections/"):
        assert "correction" in heard_in(get(address).text), "the correction comes with the update"


def test_story_that_is_shared_is_nowhere_but_behind_its_links(newsroom):
    before = walk_site()
    cage = canaries.caged(newsroom)
    schedule.schedule(cage.article, by=builders.system(), at=T)
    links = [
        preview_links.share(cage.article, by=builders.system(), days=1, shows=each)
        for each in (Shows.WORKING_COPY, Shows.SCHEDULED)
    ]
    shown = [get(link.get_absolute_url()) for link in links]
    for answer in shown:
        assert heard_in(answer.text) >= {"headline", "body", "quote", "caption", "person", "byline", "topic"}
        assert not heard_in(answer.text) & {*canaries.FOR_COLLEAGUES, "correction"}
    _assert_no_trace(before, walk_site())
    for link in links:
        preview_links.revoke(link, by=builders.system())
        assert heard_in(get(link.get_absolute_url()).text) == set()

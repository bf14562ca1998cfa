"""A walk through what newsrooms do, with the clock going on and back: what is stored is what would be made anew.

After each step pages are asked for: where one is stored it is compared, to the byte, with one made at the same moment.
No verb may leave to the connection to find out what it has written: then everything would be dropped each time.
`make trial ARGS="-n 2 tests/newsroom/page_store/test_walk.py"` goes ten thousand steps, in eight walks.
"""

import random
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.utils import timezone

from articles.editorial.directory import merge_people, rename, undo
from articles.editorial.directory.entries import save_entry, save_topic
from articles.editorial.publishing import publish, redact, schedule, withdraw
from articles.editorial.refusals import Refusal
from articles.editorial.site import language_versions, next_story, private_history, publisher
from articles.freshness.changing import untold
from articles.freshness.tables import tables_written
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.directory_change import DirectoryChange
from articles.models.edition import Edition
from articles.models.person import Person
from articles.models.publisher import Publisher, StaticPage
from articles.models.topic import Topic
from media.ingest import update
from media.models import Photo
from newsroom.page_store.store import PageStore
from tests import builders
from tests.newsroom.page_store.invented_site import NOW, Press, Site, paths, see_also, told

pytestmark = pytest.mark.django_db

STEPS, MANY_STEPS, ASKED = 25, 1_250, 10


class Walk:
    """A newsroom, its store, and the clock."""

    def __init__(self, folder, time_machine, press, seed):
        self.random, self.clock, self.press = random.Random(seed), time_machine, press  # noqa: S311  no secret
        self.now, self.by = NOW + timedelta(minutes=1), builders.system()
        self.clock.move_to(NOW, tick=False)
        self.site = Site()
        self.clock.move_to(self.now, tick=False)
        self.store = PageStore(folder, "release", clock=lambda: timezone.now().timestamp())
        self.compared = self.kept = 0

    def some(self, model):
        """One row of a model."""
        return self.random.choice(list(model.objects.order_by("pk")))

    def deed(self, what):
        """Do something in a transaction; then its tags are told, as at a COMMIT."""
        connection.changed_tags, tables = set(), set()

        def note(execute, sql, params, many, context):
            tables.update(tables_written(sql))
            return execute(sql, params, many, context)

        try:
            with connection.execute_wrapper(note):
                what()
        except Refusal:
            pass  # what is refused is refused; what was written till then is rolled back
        noted = connection.changed_tags
        del connection.changed_tags
        assert not untold(tables, noted), (what, untold(tables, noted))
        with self.store.generations.changing(noted):
            pass

    def look(self, addresses):
        """Ask for pages, and hold what is stored against what is made now."""
        for address in addresses:
            key = self.press.key(address)
            kept = self.store.kept(key)
            if kept is not None:
                fresh = self.press.make(address)
                assert (kept.status, kept.headers, kept.bodies[""]) == (
                    fresh.status,
                    fresh.headers,
                    fresh.bodies[""],
                ), address
                self.compared += 1
            else:
                self.store.answer(key, partial(self.press.make, address))

    def step(self):
        """One deed, or the clock goes on, or back."""
        if self.random.random() < 0.25:
            self.now += self.random.choice([1, 7, 60, 3600, 86_400, -5, -3600]) * timedelta(seconds=1)
            self.clock.move_to(self.now, tick=False)
            return "clock"
        deed = self.random.choice(DEEDS)
        self.deed(lambda: deed(self))
        return deed.__name__


def new_story(walk):
    builders.live_article(
        headline=f"Bridge {walk.random.random()}",
        desk=walk.some(Desk),
        topics=[topic := walk.some(Topic)],
        lead_topic=topic,
        bylines=[walk.some(Person)],
        body=told(walk.some(Person)) + see_also(walk.some(Article), walk.some(Topic)),
        lead_photo=walk.some(Photo),
        original_date=walk.random.choice([None, walk.now - timedelta(days=walk.random.randint(1, 500))]),
    )


def reword(walk):
    article = walk.some(Article)
    builders.put_out(builders.edited(article, headline=f"Bridge {walk.random.random()}", dek="Other words."))


def move(walk):
    article = walk.some(Article)
    fields = {"desk": walk.some(Desk), "topics": [topic := walk.some(Topic)], "lead_topic": topic}
    builders.put_out(builders.edited(article, slug=f"moved-{walk.random.randint(1, 999)}", **fields))


def plan(walk):
    at = walk.now + timedelta(seconds=walk.random.choice([5, 60, 3600]))
    builders.put_out(builders.edited(walk.some(Article), headline=f"Bridge {walk.random.random()}"), at=at)


def unplan(walk):
    schedule.cancel(walk.some(Article), by=walk.by)


def expire(walk):
    schedule.expire(walk.some(Article), by=walk.by, at=walk.now + timedelta(seconds=30))


def correct(walk):
    article = builders.edited(walk.some(Article), dek=f"It was {walk.random.random()}.")
    publish.correct(article, by=walk.by, text="It was two years.")


def take_down(walk):
    withdraw.withdraw(walk.some(Article), by=walk.by, notice="It was wrong.")


def put_back(walk):
    withdraw.restore(walk.some(Article), by=walk.by)


def remove_by_law(walk):
    article = walk.some(Article)
    withdraw.withdraw(article, by=walk.by)
    redact.redact(article, by=walk.by, reason="A court's order.")


def pin(walk):
    next_story.pin_next(walk.some(Article), walk.random.choice([None, walk.some(Article)]), by=walk.by)


def say_same(walk):
    language_versions.say_same(walk.some(Article), walk.random.choice([None, walk.some(Article)]), by=walk.by)


def close_history(walk):
    private_history.set_history_private(walk.some(Article), walk.random.random() < 0.5, by=walk.by)


def put_on_top(walk):
    desk = walk.random.choice([None, walk.some(Desk)])
    order = [walk.some(Article).pk for _ in range(2)]
    later = timezone.now() + timedelta(minutes=walk.random.randint(1, 90))
    builders.put_on_top(*order, desk=desk, by=walk.by, at=walk.random.choice([None, later]))


def call_otherwise(walk):
    row = walk.some(walk.random.choice([Person, Topic, Desk]))
    rename.rename(row, f"Called {walk.random.randint(1, 9999)}", by=walk.by)


def say_otherwise(walk):
    person = walk.some(Person)
    person.role, person.portrait = f"role {walk.random.random()}", walk.some(Photo)
    save_entry(person, by=walk.by)


def relate(walk):
    topic = walk.some(Topic)
    topic.description, topic.explainer = f"About {walk.random.random()}", walk.some(Article)
    save_topic(topic, [walk.some(Topic)], by=walk.by)


def merge(walk):
    model = walk.random.choice([Person, Topic])
    merge_people.merge(walk.some(model), into=walk.some(model), by=walk.by)


def take_back(walk):
    changes = list(DirectoryChange.objects.filter(undone_at=None))
    if changes:
        undo.undo(changes[-1], by=walk.by)


def describe_photo(walk):
    update(walk.some(Photo), None, alt=f"A bridge {walk.random.random()}.", focus_y=walk.random.random())


def end_licence(walk):
    seconds = walk.random.choice([-60, 5, 3600, None])
    update(walk.some(Photo), None, licence_ends_at=seconds and walk.now + timedelta(seconds=seconds))


def say_who_publishes(walk):
    row = Publisher.objects.get()
    row.name = f"The Daily {walk.random.randint(1, 99)}"
    publisher.save_publisher(row, by=walk.by)


def write_page(walk):
    page = walk.some(StaticPage)
    page.body = told(walk.some(Person), f"About {walk.random.random()}")
    publisher.save_static_page(page, by=walk.by)


DEEDS = [
    *(new_story, reword, reword, move, plan, unplan, expire, correct, take_down, put_back, remove_by_law, pin),
    *(say_same, close_history, put_on_top, call_otherwise, say_otherwise, relate, merge, take_back, describe_photo),
    *(end_licence, say_who_publishes, write_page),
]


@pytest.fixture
def walk(tmp_path, time_machine, request):
    press = Press()
    yield Walk(tmp_path / "pages", time_machine, press, getattr(request, "param", 17))
    press.close()


def go(walk, steps):
    """Walk so many steps, and look at pages after each."""
    walk.look(paths())
    for number in range(steps):
        done = walk.step()
        addresses = paths()
        try:
            walk.look(walk.random.sample(addresses, min(ASKED, len(addresses))))
        except AssertionError as error:
            raise AssertionError(f"step {number}, after {done}: {error}") from error
    assert walk.compared > steps, "nearly nothing was stored"


def test_what_is_stored_is_what_would_be_made(walk):
    go(walk, STEPS)


@pytest.mark.trial
@pytest.mark.parametrize("walk", range(8), indirect=True)
def test_what_is_stored_is_what_would_be_made_for_thousands_of_steps(walk):
    go(walk, MANY_STEPS)


def test_a_story_that_comes_out_leaves_stories_of_other_days_stored(walk):
    stories = [path for path in Edition.objects.live(walk.now).values_list("path", flat=True) if path]
    walk.look(stories)
    walk.deed(lambda: new_story(walk))
    kept = [path for path in stories if walk.store.kept(walk.press.key(path))]
    assert len(kept) >= len(stories) - 5


@pytest.mark.parametrize("is_taken_away", [False, True])
def test_a_choice_of_the_next_story_is_right_though_the_clock_was_put_back(walk, is_taken_away):
    story, after = (builders.live_article(headline=f"Quay {number}", desk=walk.some(Desk)) for number in (1, 2))
    if is_taken_away:
        next_story.pin_next(story, after, by=walk.by)
    walk.clock.move_to(made_at := walk.now + timedelta(hours=1), tick=False)
    walk.deed(lambda: next_story.pin_next(story, None if is_taken_away else after, by=walk.by))
    path = Edition.objects.get(article=story).path
    for seconds in (-5, 5, -5, 5):
        walk.clock.move_to(made_at + timedelta(seconds=seconds), tick=False)
        walk.look([path])
        walk.look([path])
    assert walk.compared >= 4

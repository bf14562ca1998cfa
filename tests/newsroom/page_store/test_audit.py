"""Everything that a page did not note is changed, and the page must be the same to the byte: no dependency is missing.

This is asked of every kind of page. Who adds a line to a template, or a query to a view, and forgets to say what the
page is made of (`made_of`, `good_until`) finds it here; and a page that reads a table nobody knows is not stored.
"""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import get_resolver
from django.utils import timezone

from articles.freshness import tags
from articles.freshness.tables import REQUIRED
from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.page_order import PageOrder, TopStory
from articles.models.person import Person, PersonAlias
from articles.models.pin import Pin
from articles.models.private_history import PrivateHistory
from articles.models.publisher import Publisher, StaticPage
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import Topic
from articles.story_tags import tags_of_stories
from media.models import Photo
from newsroom.page_store.routes import NOT_STORED, STORED, key_for
from tests.newsroom.page_store.invented_site import NOW, Press, Site, paths

pytestmark = pytest.mark.django_db

OF_STORIES = {
    Edition: ("headline", "short_headline", "search_headline", "dek", "place", "notice"),
    Section: ("html",),
    Quote: ("text", "attribution"),
    Mention: ("name",),
    Byline: ("name",),
    PhotoPlacement: ("caption", "credit"),
    Correction: ("text",),
}
KINDS = (
    (Person, tags.person, tags.PEOPLE, ("name", "slug", "role", "bio", "organisation", "earlier_roles")),
    (Topic, tags.topic, tags.TOPICS, ("name", "slug", "description")),
    (Photo, tags.photo, tags.PHOTOS, ("alt", "credit", "caption")),
)


@pytest.fixture
def press(time_machine):
    time_machine.move_to(NOW, tick=False)
    made = Press()
    yield made
    made.close()


@pytest.fixture
def site(press, time_machine):
    made = Site()
    time_machine.move_to(NOW + timedelta(minutes=1), tick=False)
    return made


def change_all_but(noted):
    """Change every row of which no tag was noted; says how many."""
    count = 0
    now = timezone.now()
    ids = list(Article.objects.values_list("pk", flat=True))
    others = [pk for pk, theirs in tags_of_stories(ids, now).items() if theirs.isdisjoint(noted)]
    for model, fields in OF_STORIES.items():
        within = {"edition__article_id__in": others} if model is Section else {"article_id__in": others}
        count += changed(model.objects.filter(**within), fields)
    Pin.objects.filter(article_id__in=others).delete()
    PrivateHistory.objects.bulk_create(PrivateHistory(article_id=pk) for pk in others)
    for model, own, every, fields in KINDS:
        rows = getattr(model, "rows", model.objects)
        if every not in noted:
            keys = [pk for pk in rows.values_list("pk", flat=True) if own(pk) not in noted]
            count += changed(rows.filter(pk__in=keys), fields)
            if model is Person:
                PersonAlias.objects.filter(person_id__in=keys).update(name="Somebody")
            if model is Photo:
                Photo.objects.filter(pk__in=keys).update(licence_ends_at=now - timedelta(days=1))
    for place in PageOrder.objects.all():
        if tags.stories("desk", place.desk_id) not in noted and tags.stories() not in noted:
            place.delete()
    if tags.SITE not in noted:
        for model in (Desk, StaticPage, Publisher):
            count += changed(model.objects.all(), ("description",))
    return count


def changed(rows, fields):
    """Add a word to each of these fields that says something."""
    found = list(rows)
    for row in found:
        for field in fields:
            if getattr(row, field):
                setattr(row, field, f"{getattr(row, field)}x")
        type(row)._base_manager.filter(pk=row.pk).update(**{field: getattr(row, field) for field in fields})
    return len(found)


def take_all_but(noted):
    """Take every story out of the timeline of which no tag was noted, with all its rows."""
    ids = list(Article.objects.values_list("pk", flat=True))
    others = [pk for pk, theirs in tags_of_stories(ids, timezone.now()).items() if theirs.isdisjoint(noted)]
    for model in (Quote, PhotoPlacement, Mention, Byline, EditionTopic, Correction):
        model.objects.filter(article_id__in=others).delete()
    Section.objects.filter(edition__article_id__in=others).delete()
    Edition.objects.filter(article_id__in=others).delete()
    return len(others)


def difference(one, other):
    """Where two pages part, in words around it; "" where nowhere."""
    if (one.status, one.headers, one.bodies[""]) == (other.status, other.headers, other.bodies[""]):
        return ""
    ours, theirs = one.bodies[""].decode(errors="replace"), other.bodies[""].decode(errors="replace")
    place = next((at for at, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), 0)
    return f"{one.status} {ours[place - 60 : place + 60]!r} / {other.status} {theirs[place - 60 : place + 60]!r}"


def test_a_page_is_made_of_what_it_notes_and_of_nothing_else(press, site):
    wrong, changes = {}, 0
    for address in paths():
        page = press.make(address)
        if page.status == 404:  # of which nothing is stored
            continue
        if page.tags is None:
            wrong[address] = f"can't be stored ({page.status}): {page.headers}"
            continue
        for change in (change_all_but, take_all_but):
            with transaction.atomic():
                changes += change(page.tags)
                if told := difference(page, press.make(address, timezone.now())):
                    wrong[address, change.__name__] = told
                transaction.set_rollback(True)
    assert not wrong, "\n".join(f"{where}: {why}" for where, why in wrong.items())
    assert changes > 1000, "nearly nothing was changed, so nearly nothing was asked"


def test_a_page_is_the_same_until_the_moment_it_names(press, site):
    wrong = {}
    for address in paths():
        page = press.make(address)
        if page.status == 404:
            continue
        last = timezone.datetime.fromtimestamp(page.until, NOW.tzinfo) - timedelta(milliseconds=1)
        if told := difference(page, press.make(address, last)):
            wrong[address] = told
    assert not wrong, wrong


def test_every_address_of_readers_is_stored_or_named_as_not(press, site):
    names = {pattern.name for pattern in get_resolver().url_patterns[-1].url_patterns}
    assert names == STORED.keys() | NOT_STORED
    assert not STORED.keys() & NOT_STORED
    kinds = {get_resolver().resolve(press.key(address).path).url_name for address in paths()}
    assert STORED.keys() - kinds <= {"icon"}, "the audit asks for no page of these kinds"


def test_the_tables_are_those_of_models():
    tables = {model._meta.db_table for model in (*OF_STORIES, Person, Topic, Photo, Desk, Pin, PageOrder, TopStory)}
    assert tables <= REQUIRED.keys()


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("/latest/?before=5-1&utm_source=x", "before=5-1"),
        ("/latest/?utm_source=x", ""),
        ("/?before=5-1", ""),
        ("/latest/?before=1-1&before=5-1", "before=5-1"),
        ("/latest/?before=", ""),
        ("/people/ida/?stories=2&quotes=1", "quotes=1&stories=2"),
        ("/latest/?" + "a=1&" * 30, ""),
        ("/latest/?before=" + "5" * 900, ""),
    ],
)
def test_what_counts_of_a_query_is_in_one_order_and_nothing_else_is(address, query):
    path, _, asked = address.partition("?")
    assert key_for(path, asked).query == query


@pytest.mark.parametrize("path", ["/search/", "/admin/", "/oembed", "/world", "/readyz", "/preview/abc/", "//"])
def test_what_is_not_stored_is_left_to_django(path):
    assert key_for(path, "") is None

"""What the database itself refuses, by the name of each constraint."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from articles.editorial.directory import entries
from articles.embargo import Kind
from articles.models.address import Address
from articles.models.article import Article, ArticleByline
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.page_order import PageOrder, TopStory
from articles.models.person import Person, PersonAlias
from articles.models.person_suggestion import PersonSuggestion
from articles.models.pin import Pin
from articles.models.revision import Revision
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import ArticleTopic, Topic
from tests.builders import a_desk, a_person, a_photo, a_topic, draft_article, live_article, live_edition, system

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def edition():
    """A live edition, published now."""
    return live_edition(live_article())


def refused(constraint, make, columns):
    """The database refuses `make` by that constraint. SQLite names only the columns of a unique one."""
    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        make()
    named = constraint if connection.vendor == "postgresql" or columns is None else columns
    assert named in str(raised.value)


def part(edition, **fields):
    """The fields that rows of an edition share."""
    return {"edition": edition, "article_id": edition.article_id, "dated_at": NOON} | fields


def quote(edition, **fields):
    """The fields of a quote."""
    words = {"section": edition.sections.first(), "text": "Yes", "start": 1, "end": 4}
    return part(edition, **words) | fields


@pytest.mark.parametrize(
    ("model", "constraint"), [(Desk, "desk_key_unique"), (Topic, "topic_key_unique")], ids=["desk", "topic"]
)
def test_names_that_fold_alike_are_refused(model, constraint):
    model.objects.create(name="Київ", slug="one")
    refused(constraint, lambda: model.objects.create(name="КИЇВ", slug="two"), f"{model._meta.db_table}.key")


def test_alias_twice_for_one_person_is_refused():
    ann = a_person(aliases=["Annie"])
    refused(
        "alias_once_per_person",
        lambda: PersonAlias.objects.create(person=ann, name="ANNIE"),
        "articles_personalias.person_id, articles_personalias.key",
    )
    PersonAlias.objects.create(person=a_person(), name="Annie")


def test_unknown_stage_is_refused():
    article = draft_article()
    refused("article_stage_known", lambda: Article.objects.filter(pk=article.pk).update(stage="lost"), None)
    refused("article_shelf_known", lambda: Article.objects.filter(pk=article.pk).update(shelf="lost"), None)


def test_person_signs_a_story_once():
    article, ann = draft_article(), a_person()
    rows = [ArticleByline(article=article, person=ann) for _ in range(2)]
    refused(
        "article_byline_once",
        lambda: ArticleByline.objects.bulk_create(rows),
        "articles_articlebyline.article_id, articles_articlebyline.person_id",
    )


def test_topic_is_on_a_story_once():
    article, topic = draft_article(), a_topic()
    rows = [ArticleTopic(content_object=article, tag=topic) for _ in range(2)]
    refused(
        "article_topic_once",
        lambda: ArticleTopic.objects.bulk_create(rows),
        "articles_articletopic.content_object_id, articles_articletopic.tag_id",
    )


def test_revision_number_is_used_once():
    first = draft_article().revisions.get()
    first.pk = None
    refused("revision_number_once", first.save, "articles_revision.article_id, articles_revision.number")


def test_suggestion_of_a_name_comes_once():
    article = draft_article()
    rows = [PersonSuggestion(article=article, name="Ann Lee", as_written="Ann Lee") for _ in range(2)]
    refused(
        "suggestion_once",
        lambda: PersonSuggestion.objects.bulk_create(rows),
        "articles_personsuggestion.article_id, articles_personsuggestion.name",
    )


def test_pin_to_the_story_itself_is_refused():
    article = draft_article()
    refused("pin_not_to_itself", lambda: Pin.objects.create(article=article, next=article), None)


def test_two_choices_of_the_next_story_at_once_are_refused():
    article, following = draft_article(), draft_article()
    Pin.objects.create(article=article, next=following)
    refused(
        "pin_once_at_a_time", lambda: Pin.objects.create(article=article, next=following), "articles_pin.article_id"
    )


def test_page_has_one_order_at_a_time_and_one_draft():
    world, article = a_desk("World"), draft_article()
    for desk, begins in ((world, NOON), (None, NOON), (world, None), (None, None)):
        PageOrder.objects.create(desk=desk, goes_live_at=begins, changed_at=NOON)

    def again(desk, begins):
        return lambda: PageOrder.objects.create(desk=desk, goes_live_at=begins, changed_at=NOON)

    both = "articles_pageorder.desk_id, articles_pageorder.goes_live_at"
    refused("page_order_of_desk_once_at_a_time", again(world, NOON), both)
    refused("page_order_of_front_once_at_a_time", again(None, NOON), "articles_pageorder.goes_live_at")
    refused("page_order_one_draft_of_page", again(world, None), None)
    refused("page_order_one_draft_of_page", again(None, None), None)
    order = PageOrder.objects.first()
    TopStory.objects.create(order=order, article=article, position=0)
    refused(
        "top_story_once_in_order",
        lambda: TopStory.objects.create(order=order, article=article, position=1),
        "articles_topstory.order_id, articles_topstory.article_id",
    )


def test_path_leads_to_one_story():
    article, other = draft_article(), draft_article()
    Address.objects.create(path="/2026/03/a/", article=article, from_at=NOON)
    refused(
        "articles_address_path",
        lambda: Address.objects.create(path="/2026/03/a/", article=other, from_at=NOON),
        "articles_address.path",
    )


@pytest.mark.parametrize(
    "change",
    [
        {"headline": ""},
        {"path": ""},
        {"desk": None},
        {"revision": None},
        {"kind": Kind.WITHDRAWN},
        {"kind": "unheard of"},
    ],
    ids=str,
)
def test_published_edition_needs_its_words_and_only_it_has_them(edition, change):
    change_it = lambda: Edition.objects.filter(pk=edition.pk).update(**change)  # noqa: E731  one line of a test
    refused("edition_words_only_when_published", change_it, None)


def test_edition_ends_after_it_starts(edition):
    end = lambda: Edition.objects.filter(pk=edition.pk).update(ends_at=edition.goes_live_at)  # noqa: E731  as above
    refused("edition_ends_after_start", end, None)


@pytest.mark.parametrize("field", ["goes_live_at", "ends_at"])
def test_two_entries_of_a_timeline_share_no_edge(edition, field):
    start = edition.goes_live_at
    times = {"goes_live_at": start, "ends_at": edition.ends_at - timedelta(days=1)}
    if field == "ends_at":
        times = {"goes_live_at": start + timedelta(hours=1), "ends_at": edition.ends_at}
    entry = Edition(article_id=edition.article_id, kind=Kind.WITHDRAWN, dated_at=start, made_at=start, **times)
    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        entry.save()
    names = {"goes_live_at": "edition_one_start", "ends_at": "edition_one_end"}
    known = (names[field], "edition_no_overlap", f"articles_edition.article_id, articles_edition.{field}")
    assert any(name in str(raised.value) for name in known)


def test_section_has_a_place_of_its_own(edition):
    refused(
        "section_position_once",
        lambda: Section.objects.create(edition=edition, position=0, html="<p>Again.</p>"),
        "articles_section.edition_id, articles_section.position",
    )


def test_quote_has_a_place_of_its_own_and_an_extent(edition):
    Quote.objects.create(**quote(edition, position=1))
    refused(
        "quote_position_once",
        lambda: Quote.objects.create(**quote(edition, position=1)),
        "articles_quote.edition_id, articles_quote.position",
    )
    refused("quote_ends_after_start", lambda: Quote.objects.create(**quote(edition, position=2, end=1)), None)


def test_edition_names_each_person_and_topic_once_and_one_lead_topic(edition):
    ann, first, second = a_person(), a_topic("First"), a_topic("Second")
    for model, fields, name in (
        (Byline, {"person": ann, "name": "Ann"}, "byline_once"),
        (Mention, {"person": ann, "name": "Ann"}, "mention_once"),
        (EditionTopic, {"topic": first}, "edition_topic_once"),
    ):
        model.objects.create(**part(edition, **fields))
        table, target = model._meta.db_table, "topic" if "topic" in fields else "person"
        again = lambda model=model, fields=fields: model.objects.create(**part(edition, **fields))  # noqa: E731  as above
        refused(name, again, f"{table}.edition_id, {table}.{target}_id")
    EditionTopic.objects.filter(edition=edition).update(is_lead=True)
    refused(
        "edition_one_lead_topic",
        lambda: EditionTopic.objects.create(**part(edition, topic=second, is_lead=True)),
        "articles_editiontopic.edition_id",
    )


def test_edition_has_one_lead_photo_and_one_photo_a_place(edition):
    photo, section = a_photo(), edition.sections.first()
    PhotoPlacement.objects.create(**part(edition, photo=photo, position=0))
    refused(
        "placement_one_lead",
        lambda: PhotoPlacement.objects.create(**part(edition, photo=photo, position=1)),
        "articles_photoplacement.edition_id",
    )
    refused(
        "placement_position_once",
        lambda: PhotoPlacement.objects.create(**part(edition, photo=photo, section=section, position=0)),
        "articles_photoplacement.edition_id, articles_photoplacement.position",
    )


def test_every_constraint_has_a_name_of_its_own():
    models = [Article, ArticleByline, Desk, Topic, ArticleTopic, Person, PersonAlias, Edition, EditionTopic, Byline]
    models += [Mention, Section, Quote, PhotoPlacement, Revision, Pin, PersonSuggestion, PageOrder, TopStory]
    names = [constraint.name for model in models for constraint in model._meta.constraints]
    assert len(names) == len(set(names)) == 29


def test_desk_and_people_in_use_stay():
    ann, desk = a_person(), a_desk("Harbour")
    live_article(desk=desk, bylines=[ann])
    for row in (ann, desk):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.delete()
    assert entries.get_or_create_desk("Harbour", by=system()) == desk

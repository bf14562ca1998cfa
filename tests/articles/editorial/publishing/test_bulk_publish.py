"""Publishing many at once writes what the verbs would have written."""

import io
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.utils import timezone

from articles.editorial.permissions import Forbidden
from articles.editorial.publishing.bulk_publish import NewStory, publish_many
from articles.editorial.publishing.edition_builder import compose
from articles.editorial.writing.working_copy import digest_of, note_whether_out, snapshot
from articles.embargo import FAR_FUTURE, Kind
from articles.management.commands import populate
from articles.models.archive_count import ArchiveCount
from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.edition import Edition
from articles.models.search_entry import SearchEntry
from articles.models.section import PhotoPlacement
from articles.search import index, tables
from articles.signals import timeline_changed
from articles.text.body.body import Body, BodySection
from articles.text.body.cleaning import clean
from bench import invented
from media.models import Photo
from tests.builders import a_desk, live_article, stranger, system

pytestmark = pytest.mark.django_db
DATED = datetime(2020, 2, 3, 4, 5, tzinfo=UTC)


def a_story(headline="Bridge Opens", slug="bridge-opens", **more):
    """The shortest story."""
    sections = [BodySection("", "<p>It rained.</p>")]
    return NewStory(
        headline=headline, dek="", slug=slug, dated_at=DATED, desk=a_desk().pk, topics=[], bylines=[],
        sections=sections, words=2, **more,
    )  # fmt: skip


def facts(row):
    """The values of a row that do not depend on when it was written."""
    left_out = ("id", "edition_id", "section_id", "_state", "goes_live_at", "ends_at", "path", "made_at", "made_by_id")
    known = {name: value for name, value in vars(row).items() if name not in left_out and not name.startswith("_")}
    return known | {"section": row.section.position} if getattr(row, "section", None) else known


def test_populated_stories_hold_what_composing_finds_in_them():
    call_command("populate", articles=21)
    for edition in Edition.objects.select_related("revision", "article"):
        composed = compose(edition.revision, dated_at=edition.dated_at)
        composed.edition.has_corrections = edition.corrections.exists()
        assert facts(composed.edition) == facts(edition)
        names = ("sections", "quotes", "placements", "mention_rows", "byline_rows", "topic_rows")
        for wanted, name in zip(composed.rows(), names, strict=True):
            assert [facts(row) for row in wanted] == [facts(row) for row in getattr(edition, name).all()]


def test_populated_stories_are_working_copies_like_any_other():
    call_command("populate", articles=21)
    for article in Article.objects.all():
        revision, edition = article.revisions.latest("number"), article.editions.live(timezone.now()).get()
        assert snapshot(article) == revision.snapshot
        assert revision.digest == digest_of(revision.snapshot) == edition.digest
        assert article.version == article.published_version == article.timeline_version == article.editions.count()
        assert clean(article.body) == article.body
        assert [(each.heading, each.html) for each in Body(article.body).sections] == list(
            edition.sections.values_list("heading", "html")
        )
        assert article.addresses.get().path == edition.path


def test_one_in_three_has_a_photo_of_the_few_that_there_are():
    call_command("populate", articles=12)
    call_command("populate", articles=invented.PICTURES * invented.PICTURED + 4)
    lead = dict(Article.objects.exclude(lead_photo=None).values_list("pk", "lead_photo"))
    assert len(lead) == invented.PICTURES + 2
    assert Photo.objects.count() == len(set(lead.values())) == invented.PICTURES
    assert set(lead.items()) == set(PhotoPlacement.objects.filter(section=None).values_list("article", "photo"))


def test_one_in_twenty_was_out_before_in_other_words_and_some_of_them_say_what_was_wrong():
    call_command("populate", articles=100)
    threads = Article.objects.annotate(editions_there_are=Count("editions")).filter(editions_there_are__gt=1)
    assert len(threads) == 5
    for article in threads:
        editions = list(article.editions.order_by("goes_live_at"))
        assert 2 <= len(editions) <= 4
        assert [each.ends_at for each in editions] == [*(each.goes_live_at for each in editions[1:]), FAR_FUTURE]
        assert len({each.digest for each in editions}) == len(editions)
        assert list(article.revisions.order_by("number").values_list("digest", flat=True)) == [
            each.digest for each in editions
        ]
    corrections = Correction.objects.select_related("edition")
    assert len(corrections) == 2
    for correction in corrections:
        assert correction.edition.has_corrections
        assert (correction.goes_live_at, correction.edition.ends_at) == (correction.edition.goes_live_at, FAR_FUTURE)


def test_a_story_that_was_withdrawn_is_gone_and_found_by_editors():
    words = a_story(slug="withdrawn", withdrawn="It was wrong.", earlier=[a_story("Bridge Closes", slug="withdrawn")])
    first, second, end = publish_many([words], by=system())
    article, now = Article.objects.get(), timezone.now()
    assert (end.kind, end.notice, end.path) == (Kind.WITHDRAWN, "It was wrong.", "")
    assert not article.editions.live(now).exists()
    assert first.path == second.path == article.addresses.get().path
    assert (article.published_version, article.timeline_version) == (0, 3)
    before = article.published_version
    note_whether_out(article, snapshot(article), now)
    assert article.published_version == before
    assert not SearchEntry.objects.exists()
    assert tables.existing_ids([article.pk], tables.WORKING) == [article.pk]
    assert sum(ArchiveCount.objects.values_list("change", flat=True)) == 0
    assert list(article.log.order_by("pk").values_list("verb", flat=True)) == ["publish", "publish", "withdraw"]


def test_populated_stories_are_indexed_as_a_rebuild_would():
    call_command("populate", articles=21)
    before = tables.all_rows(), list(SearchEntry.objects.values_list())
    index.rebuild(now=timezone.now())
    assert (tables.all_rows(), list(SearchEntry.objects.values_list())) == before


def test_populating_adds_only_what_is_missing():
    live_article()
    call_command("populate", articles=3)
    call_command("populate", articles=3)
    call_command("populate", articles=2)
    assert Article.objects.count() == 3
    with pytest.raises(CommandError, match="negative"):
        call_command("populate", articles=-1)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_many_batches_side_by_side_hold_what_they_hold_one_by_one(monkeypatch):
    monkeypatch.setattr(populate, "BATCH", 2)
    said = io.StringIO()
    call_command("populate", articles=21, stdout=said)
    assert said.getvalue().splitlines() == ["20 of 21", "21 stories are in."]
    together = sorted(Edition.objects.live(timezone.now()).values_list("path", "headline", "words"))
    assert (
        len(together) == index.rebuild(now=timezone.now()) == sum(ArchiveCount.objects.values_list("change", flat=True))
    )
    assert together == sorted(set(together))


def test_stories_live_from_now_on_under_their_own_date(django_capture_on_commit_callbacks):
    heard = []
    timeline_changed.connect(lambda article_id, **_: heard.append(article_id), weak=False, dispatch_uid="many")
    with (
        time_machine.travel(datetime(2026, 5, 1, tzinfo=UTC), tick=False),
        django_capture_on_commit_callbacks(execute=True),
    ):
        [edition] = publish_many([a_story()], by=system())
    timeline_changed.disconnect(dispatch_uid="many")
    assert (edition.path, edition.dated_at) == ("/2020/02/bridge-opens/", DATED)
    assert edition.goes_live_at == datetime(2026, 5, 1, tzinfo=UTC)
    assert heard == [edition.article_id]


def test_paths_that_are_taken_get_a_number():
    live_article(slug="bridge-opens", original_date=DATED)
    editions = publish_many([a_story(), a_story(), a_story(slug="other")], by=system())
    assert [each.path for each in editions] == [
        "/2020/02/bridge-opens-2/",
        "/2020/02/bridge-opens-3/",
        "/2020/02/other/",
    ]


def test_all_texts_of_a_story_share_the_path_that_it_got():
    live_article(slug="bridge-opens", original_date=DATED)
    editions = publish_many([a_story(earlier=[a_story("Bridge to Open")])], by=system())
    assert [each.path for each in editions] == ["/2020/02/bridge-opens-2/"] * 2


def test_only_those_who_may_publish_publish_many():
    with pytest.raises(Forbidden):
        publish_many([a_story()], by=stranger())

"""Templates: made by chiefs, begun from by whoever writes, published by nobody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.notes.comments import comment
from articles.editorial.permissions import Forbidden, may_place_photos, may_seal, may_write
from articles.editorial.publishing import publish, schedule
from articles.editorial.publishing.readiness import blockers
from articles.editorial.publishing.steps import NotReady
from articles.editorial.shelves.templates import NameNeeded, make_template, templates
from articles.editorial.writing import drafts, review
from articles.editorial.writing.assignment import assign
from articles.editorial.writing.seal import seal
from articles.models.article import Article, Shelf, Stage
from tests import builders

pytestmark = pytest.mark.django_db
GAPS = "<p>[TK: home] beat [TK: away] by [TK: score] on Saturday.</p>"


@pytest.fixture
def chief():
    return builders.chief()


@pytest.fixture
def match(chief):
    """A template of a match report, with what colleagues are told."""
    template = make_template("Match report", by=chief)
    fields = {"body": GAPS, "desk": builders.a_desk("Sport"), "word_budget": 400, "editor_note": "Names in full."}
    return drafts.save(template, by=chief, version=template.version, **fields)


def test_template_lies_on_a_shelf_of_its_own_and_is_called_by_its_name(chief, match):
    assert match.shelf == Shelf.TEMPLATES and match.is_template
    assert list(templates()) == [match] and not Article.objects.on_boards().exists()
    named = drafts.save(match, by=chief, version=match.version, headline="[TK: home] win")
    assert str(named) == "Match report"
    assert match.log.filter(verb="make-template", by=chief, note="Match report").exists()


def test_whoever_writes_begins_a_story_from_it_with_its_words_and_what_is_said_beside_them(match):
    writer = builders.reporter()
    story = drafts.duplicate(match, by=writer)
    assert (story.shelf, story.stage, story.created_by) == (Shelf.STORIES, Stage.DRAFT, writer)
    assert (story.body, story.desk, str(story)) == (GAPS, match.desk, "Match report")
    assert (story.word_budget, story.editor_note) == (400, "Names in full.")
    assert may_write(writer, story) and not may_write(writer, match)
    with pytest.raises(Forbidden):
        drafts.duplicate(match, by=builders.stranger())


@pytest.mark.parametrize("field", ["headline", "short_headline", "search_headline", "dek", "body", "lead_caption"])
def test_gaps_that_are_left_keep_the_story_from_going_out_wherever_they_stand(chief, field):
    words = {"headline": "Home beat away", "body": "<p>It rained.</p>", "desk": builders.a_desk()}
    gap = "[TK: score]" if field != "body" else "<p>Two to [TK: score].</p>"
    template = make_template("Match report", by=chief)
    template = drafts.save(template, by=chief, version=template.version, **words | {field: gap})
    story = drafts.duplicate(template, by=chief)
    [finding] = blockers(story)
    assert finding.field == field and "[TK: score]" in finding.sentence
    with pytest.raises(NotReady, match="still to come"):
        publish.publish(story, by=chief)
    story = drafts.save(story, by=chief, version=story.version, **{field: words.get(field, "3:1")})
    assert publish.publish(story, by=chief)


@pytest.mark.parametrize(
    "verb",
    [
        lambda article, by: publish.publish(article, by=by),
        lambda article, by: schedule.schedule(article, by=by, at=timezone.now() + timedelta(hours=1)),
        lambda article, by: publish.correct(article, by=by, text="No."),
        lambda article, by: review.submit(article, by=by),
        lambda article, by: review.approve(article, by=by),
        lambda article, by: assign(article, by, by=by),
        lambda article, by: seal(article, by=by),
    ],
    ids=["publish", "schedule", "correct", "submit", "approve", "assign", "seal"],
)
def test_no_verb_makes_a_story_of_it_whoever_asks(chief, verb):
    template = make_template("Obituary", by=chief, of=builders.draft_article())
    for user in (chief, builders.system(), builders.editor(is_superuser=True)):
        with pytest.raises(Forbidden):
            verb(template, user)
    assert not template.editions.exists() and not may_seal(chief, template)


@pytest.mark.parametrize("role", [builders.reporter, builders.editor, builders.photo_editor, builders.stranger])
def test_templates_are_made_and_changed_by_chiefs_alone(match, role):
    user = role()
    with pytest.raises(Forbidden):
        make_template("Mine", by=user)
    with pytest.raises(Forbidden):
        drafts.save(match, by=user, version=match.version, dek="Mine")
    assert not may_write(user, match) and not may_place_photos(user, match)


def test_chief_of_a_desk_changes_the_templates_of_that_desk(match):
    here, elsewhere = builders.chief(), builders.chief()
    here.desks.add(builders.a_desk("Sport"))
    elsewhere.desks.add(builders.a_desk("World"))
    assert may_write(here, match) and not may_write(elsewhere, match)


def test_template_of_a_story_leaves_the_story_alone_and_takes_no_embargo(chief):
    until = timezone.now() + timedelta(days=9)
    article = builders.draft_article(
        headline="Ana Diaz dies", embargo_until=until, slug="ana", topics=[builders.a_topic()]
    )
    template = make_template("  Obituary\n", by=chief, of=article)
    assert (str(template), template.headline, template.slug) == ("Obituary", "Ana Diaz dies", "")
    assert template.embargo_until is None and template.topic_rows.count() == 1
    article.refresh_from_db()
    assert article.shelf == Shelf.STORIES and article.version == 1


def test_template_has_a_name(chief):
    with pytest.raises(NameNeeded):
        make_template(" \n", by=chief)
    assert not Article.objects.exists()


def test_no_template_is_made_of_a_sealed_story(chief):
    article = seal(builders.draft_article(by=chief), by=chief)
    with pytest.raises(drafts.SealedStory):
        make_template("Secret", by=chief, of=article)
    with pytest.raises(Forbidden):
        make_template("Secret", by=builders.chief(), of=article)


def test_colleagues_may_say_something_about_a_template(match):
    assert comment(match, by=builders.reporter(), text="And the weather?")

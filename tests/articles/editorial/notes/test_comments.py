"""Comments: who says what about which words, how they follow them, and that no reader's text has a trace of them."""

import itertools
import random

import pytest

from articles.editorial.notes import comments
from articles.editorial.notes.anchors import Place, places, texts_of_story
from articles.editorial.notes.comments import NothingSaid, NothingSuggested, NotOneLine, TooLong, Words
from articles.editorial.permissions import Forbidden
from articles.editorial.publishing import publish
from articles.editorial.writing import drafts, seal
from articles.models.article import Article
from articles.models.comment import Comment, Decision, Field
from articles.models.staff_message import StaffMessage, Told
from articles.text.compare.anchors import Anchor
from tests.builders import BODY, draft_article, editor, live_edition, reporter, stranger, system

pytestmark = pytest.mark.django_db


def about(words, field=Field.BODY, prefix="", suffix=""):
    return Words(field, Anchor(words, prefix, suffix))


@pytest.fixture
def ann():
    return reporter(username="ann", first_name="Ann", last_name="Lee")


@pytest.fixture
def story(ann):
    return draft_article(by=ann, headline="Bridge opens", dek="At last.")


def on_words(story, by, words="was opened", **more):
    chosen = about(words, prefix="The bridge ", suffix=" on ")
    return comments.comment(story, by=by, text="Who says?", about=chosen, **more)


def told(kind):
    return [row.user.username for row in StaffMessage.objects.filter(kind=kind).order_by("pk")]


def test_comment_on_words_knows_what_stands_around_them(story):
    said = on_words(story, editor())
    assert (said.exact, said.line) == ("was opened", 0)
    assert said.prefix.endswith("The bridge ") and said.suffix.startswith(" on Monday")
    story.refresh_from_db()
    assert (story.open_comments, story.version) == (1, 1)
    assert str(said) == f"Comment {said.pk}"
    (place,) = places([said], texts_of_story(story)).values()
    assert (place.start, place.is_lost) == (11, False)


@pytest.mark.parametrize(("field", "words"), [(Field.HEADLINE, "opens"), (Field.DEK, "last")])
def test_headline_and_dek_can_be_commented_on(story, field, words):
    before = {"opens": "Bridge ", "last": "At "}[words]
    said = comments.comment(story, by=editor(), text="Sure?", about=about(words, field, prefix=f"\x02{before}"))
    assert (said.field, said.exact) == (field, words)


def test_words_that_the_saved_text_does_not_have_are_kept_as_they_were_on_the_page(story):
    said = comments.comment(story, by=editor(), text="Sure?", about=about("rained", prefix="x" * 90, suffix="y" * 90))
    assert (said.exact, said.prefix, said.suffix) == ("rained", "x" * 32, "y" * 32)
    assert places([said], texts_of_story(story)) == {said.pk: Place()}


def test_comment_on_the_whole_story_stands_nowhere(story):
    said = comments.comment(story, by=editor(), text="Fine.", about=about("", Field.BODY))
    other = comments.comment(story, by=editor(), text="Fine.", about=about("x", "slug"))
    assert (said.exact, said.field, other.field) == ("", "", "")
    assert places([said], texts_of_story(story)) == {}


def test_comment_follows_its_words_and_says_when_they_are_lost(story, ann):
    said = on_words(story, editor())
    body = BODY.replace("The bridge was", "At nine a bridge was")
    story = drafts.save(story, by=ann, version=1, body="<p>News.</p>" + BODY)
    story = drafts.save(story, by=ann, version=story.version, body="<p>News.</p>" + body)
    said.refresh_from_db()
    assert (said.line, said.prefix[-9:]) == (1, "a bridge ")
    story = drafts.save(story, by=ann, version=story.version, body="<p>It rained.</p>")
    assert places(Comment.objects.all(), texts_of_story(story))[said.pk].is_lost
    story = drafts.save(story, by=ann, version=story.version, body=body)
    assert not places(Comment.objects.all(), texts_of_story(story))[said.pk].is_lost
    drafts.save(story, by=ann, version=story.version, headline="Another, with the text as it was")


def test_words_that_are_copied_and_then_changed_are_not_looked_for_in_the_copy(story, ann):
    said = on_words(story, editor())
    story = drafts.save(story, by=ann, version=1, body=BODY + BODY)
    assert places(Comment.objects.all(), texts_of_story(story))[said.pk] == Place(11, 21)
    gone = BODY.replace("was opened on Monday", "opens")
    story = drafts.save(story, by=ann, version=story.version, body=gone + BODY)
    story = drafts.save(story, by=ann, version=story.version, dek="Later.", body=gone + BODY + "<p>It rained.</p>")
    assert places(Comment.objects.all(), texts_of_story(story))[said.pk].is_lost
    story = drafts.save(story, by=ann, version=story.version, body=BODY + BODY)
    assert places(Comment.objects.all(), texts_of_story(story))[said.pk].is_lost, "this may be a copy of the copy"


def test_words_that_are_saved_after_the_comment_are_found_then(story, ann):
    said = comments.comment(
        story, by=editor(), text="Sure?", about=about("rained", prefix="It ", suffix=" for an hour.")
    )
    assert places([said], texts_of_story(story))[said.pk].is_lost
    story = drafts.save(story, by=ann, version=1, body=BODY + "<p>It rained for an hour.</p>")
    said.refresh_from_db()
    assert (places([said], texts_of_story(story))[said.pk].is_lost, said.line) == (False, 2)


@pytest.mark.parametrize("edits", [60, pytest.param(1000, marks=pytest.mark.trial)])
def test_two_people_edit_and_comments_stay_on_their_words_and_are_lost_only_with_them(story, ann, edits):
    """Through the verbs, each after the other's save: every word is spelled otherwise, so that none is another."""
    bo, chance, fresh = editor(), random.Random(16), itertools.count(1)
    lines = [[_word(next(fresh)) for _ in range(12)] for _ in range(20)]
    story = drafts.save(story, by=ann, version=1, body=_html(lines))
    whose = {}
    for line in lines:
        said = comments.comment(story, by=bo, text="Hm.", about=about(" ".join(line[4:6]), prefix=f"{line[3]} "))
        whose[said.pk] = line[4:6]
    kept = lost = 0
    for edit in range(edits):
        _change(lines, chance, fresh)
        story = drafts.save(story, by=(ann, bo)[edit % 2], version=story.version, body=_html(lines))
        text = texts_of_story(story)[Field.BODY]
        for pk, place in places(Comment.objects.all(), texts_of_story(story)).items():
            stand = " ".join(whose[pk]) in text
            if place.is_lost:
                assert not stand, edit
                lost += 1
            else:
                assert stand and text[place.start : place.end].split() == whose[pk], edit
                kept += 1
    print(f"{kept} times on their words, {lost} times lost with them")
    assert kept > 5 * edits and lost


def _word(number):
    """A word of its own for each number."""
    return f"w{number}"


def _html(lines):
    return "".join(f"<p>{' '.join(line)}</p>" for line in lines)


def _change(lines, chance, fresh):
    """One edit anywhere: words that come, go or are replaced, a paragraph that moves."""
    at = chance.randrange(len(lines))
    place = chance.randrange(len(lines[at]))
    match chance.randrange(4):
        case 0:
            lines[at][place:place] = [_word(next(fresh)) for _ in range(3)]
        case 1 if len(lines[at]) > 8:
            del lines[at][place]
        case 2:
            lines[at][place] = _word(next(fresh))
        case _:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (NothingSaid, {"text": " "}),
        (TooLong, {"text": "x" * 4001}),
        (NotOneLine, {"text": "", "wording": "was shut"}),
        (NotOneLine, {"text": "", "wording": "a\nb", "about": about("was opened")}),
    ],
)
def test_comment_says_something_of_bearable_length(story, refusal, said):
    with pytest.raises(refusal):
        comments.comment(story, by=editor(), **said)
    assert not Comment.objects.exists()


def test_comments_are_for_those_who_may_read_the_story(story, ann):
    thread = on_words(story, ann)
    for somebody in (stranger(), editor()):
        if somebody.has_perm("articles.view_article"):
            seal.seal(story, by=ann)
            thread.refresh_from_db()
        for act in (
            lambda by=somebody: comments.comment(Article.objects.get(pk=story.pk), by=by, text="Hm."),
            lambda by=somebody: comments.reply(thread, by=by, text="Hm."),
            lambda by=somebody: comments.resolve(thread, by=by),
        ):
            with pytest.raises(Forbidden):
                act()
    assert Comment.objects.count() == 1


def test_conversation_is_ended_and_opened_by_its_people(story, ann):
    bo, other = reporter(username="bo"), reporter(username="other")
    thread = on_words(story, bo)
    comments.reply(thread, by=ann, text="The mayor.")
    with pytest.raises(NothingSaid):
        comments.reply(thread, by=ann, text="")
    with pytest.raises(Forbidden, match="end or open"):
        comments.resolve(thread, by=other)
    comments.resolve(thread, by=bo)
    assert Article.objects.get().open_comments == 0
    comments.reopen(thread, by=ann)
    assert Article.objects.get().open_comments == 1
    assert list(Comment.objects.unresolved()) == [thread]


def test_everybody_in_a_conversation_is_told_and_who_is_named_by_their_name(story, ann):
    bo, cy = editor(username="bo"), editor(username="cy", first_name="Cy", last_name="Orr")
    editor(username="bob")
    thread = comments.comment(story, by=bo, text="@cy, is this @Annette? Or @bobby?")
    assert (told(Told.MENTIONED), told(Told.COMMENTED)) == (["cy"], ["ann"])
    comments.reply(thread, by=ann, text="Ask @Cy Orr.")
    assert told(Told.MENTIONED) == ["cy", "cy"]
    assert told(Told.COMMENTED) == ["ann", "bo"]
    type(thread).objects.filter(answers=thread).update(by=None)
    comments.reply(thread, by=cy, text="Yes.")
    assert told(Told.COMMENTED) == ["ann", "bo", "ann", "bo"]


def test_suggested_wording_is_decided_on_once_by_who_writes(story, ann):
    thread = on_words(story, editor(), wording="opened")
    with pytest.raises(Forbidden):
        comments.decide(thread, by=reporter(), accept=True)
    comments.decide(thread, by=ann, accept=True)
    thread.refresh_from_db()
    assert (thread.decision, thread.resolved_by) == (Decision.ACCEPTED, ann)
    with pytest.raises(NothingSuggested):
        comments.decide(thread, by=ann, accept=False)
    other = on_words(story, editor(), wording="")
    comments.decide(other, by=ann, accept=False)
    other.refresh_from_db()
    assert other.decision == Decision.REFUSED
    with pytest.raises(NothingSuggested):
        comments.decide(on_words(story, editor()), by=ann, accept=True)


def test_no_edition_has_a_trace_of_what_colleagues_said(story):
    comments.comment(story, by=system(), text="Quandrelith.", about=about("was opened", prefix="The bridge "))
    publish.publish(story, by=editor())
    edition = live_edition(story)
    assert "Quandrelith" not in str(list(edition.sections.values())) + str(edition.revision.snapshot)

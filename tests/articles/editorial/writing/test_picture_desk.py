"""The picture desk: what it may change of a story, and that its words stay as they are."""

from uuid import uuid4

import pytest

from articles.editorial.permissions import Forbidden
from articles.editorial.writing import autosave, drafts, presence, review
from articles.editorial.writing.seal import seal
from articles.editorial.writing.working_copy import Stale
from articles.models.article import Article, Stage
from tests import builders

pytestmark = pytest.mark.django_db
WORDS = "<h2>Then</h2><p>It rained, “they” said.</p><ul><li><p>One</p></li></ul>"


def figure(photo, caption="", credit=""):
    said = f' data-credit="{credit}"' if credit else ""
    return f'<figure data-photo="{photo.pk}"{said}><figcaption>{caption}</figcaption></figure>'


@pytest.fixture
def desk():
    return builders.photo_editor()


@pytest.fixture
def photo():
    return builders.a_photo()


def save(article, desk, **fields):
    return drafts.save(article, by=desk, version=article.version, **fields)


def test_lead_photo_and_its_words_are_placed(desk, photo):
    article = save(builders.draft_article(), desk, lead_photo=photo, lead_caption="A ferry.", lead_credit="Ana")
    assert (article.lead_photo, article.lead_caption, article.lead_credit) == (photo, "A ferry.", "Ana")
    assert article.revisions.first().made_by == desk
    article = save(article, desk, lead_photo=None)
    assert (article.lead_photo, article.lead_caption) == (None, "")
    assert article.kept_lead_words == {str(photo.pk): ["A ferry.", "Ana"]}


def test_photos_in_the_text_are_placed_moved_captioned_and_taken_away(desk, photo):
    article = builders.draft_article(body=WORDS)
    first, rest = WORDS.replace("<p>It", "|<p>It").split("|")
    for body in (
        f"{WORDS}{figure(photo)}",
        f"{first}{figure(photo, 'A <em>ferry</em>.', 'Bo')}{rest}",
        f"{first}{figure(photo, 'Two.')}<p></p>{figure(photo)}{rest}",
        WORDS,
    ):
        article = save(article, desk, body=body)
    assert article.body == WORDS


@pytest.mark.parametrize(
    "body",
    [
        WORDS.replace("rained", "snowed"),
        WORDS.replace("<h2>Then</h2>", ""),
        WORDS.replace("<h2>Then</h2>", "<p>Then</p>"),
        WORDS.replace("rained", "<strong>rained</strong>"),
        WORDS.replace("said.", "said.<br>"),
        WORDS + "<p>More.</p>",
        "<ul><li><p>One</p></li></ul><h2>Then</h2><p>It rained, “they” said.</p>",
        "",
    ],
)
def test_words_are_not_the_picture_desks(desk, body):
    article = builders.draft_article(body=WORDS + "<p>It ends</p>")
    with pytest.raises(Forbidden, match="The words of this story are its writers"):
        save(article, desk, body=body)
    with pytest.raises(Forbidden, match="The words of this story are its writers"):
        autosave.autosave(article, by=desk, sheet=uuid4(), version=article.version, body=body)
    assert Article.objects.get().version == article.version


@pytest.mark.parametrize("field", ["headline", "dek", "slug", "place", "label", "language", "editor_note"])
def test_no_other_field_is_the_picture_desks(desk, photo, field):
    article = builders.draft_article()
    with pytest.raises(Forbidden):
        save(article, desk, lead_photo=photo, **{field: "fr"})


def test_line_with_an_embargo_stays_where_it_was_written(desk, photo):
    body = "<p>EMBARGOED until 3 December 2099, 12:00 GMT</p><p>It rained.</p>"
    article = Article.objects.get(pk=builders.draft_article(body="<p>It rained.</p>").pk)
    Article.objects.filter(pk=article.pk).update(body=body)
    article.refresh_from_db()
    article = save(article, desk, lead_photo=photo)
    assert article.body.startswith("<p>EMBARGOED until") and article.embargo_words == ""


def test_autosave_and_presence_are_for_the_picture_desk_too(desk, photo):
    article, sheet = builders.draft_article(), uuid4()
    autosave.autosave(article, by=desk, sheet=sheet, version=article.version, lead_photo=photo)
    article.refresh_from_db()
    assert article.lead_photo == photo
    assert presence.heartbeat(article, by=desk, sheet=sheet) == []


@pytest.mark.parametrize("verb", ["save", "autosave"])
def test_words_that_change_under_its_hands_are_never_saved_over(desk, photo, verb, monkeypatch):
    article, sheet = builders.draft_article(body=WORDS), uuid4()
    version = autosave.autosave(article, by=desk, sheet=sheet, version=article.version, lead_caption="A ferry.").version
    module = drafts if verb == "save" else autosave
    lock = module.lock

    def somebody_is_first(article):
        Article.objects.update(body="<p>Another.</p>")
        return lock(article)

    monkeypatch.setattr(module, "lock", somebody_is_first)
    with pytest.raises(Stale):
        getattr(module, verb)(article, by=desk, sheet=sheet, version=version, body=WORDS + figure(photo))


@pytest.mark.parametrize("verb", ["save", "autosave"])
def test_words_that_a_form_has_put_into_the_story_before_the_verb_are_refused_too(desk, verb):
    article = builders.draft_article(body=WORDS)
    version, article.body = article.version, "<p>Snow.</p>"
    module = drafts if verb == "save" else autosave
    with pytest.raises(Forbidden):
        getattr(module, verb)(article, by=desk, sheet=uuid4(), version=version, body="<p>Snow.</p>")


@pytest.mark.parametrize(
    ("stage", "after"),
    [(Stage.DRAFT, Stage.DRAFT), (Stage.SUBMITTED, Stage.SUBMITTED), (Stage.APPROVED, Stage.SUBMITTED)],
)
def test_story_stays_in_review_for_somebody_to_look_at_the_photo(desk, photo, stage, after):
    article = builders.draft_article()
    if stage != Stage.DRAFT:
        article = review.submit(article, by=builders.editor())
    if stage == Stage.APPROVED:
        article = review.approve(article, by=builders.editor())
    assert save(article, desk, lead_photo=photo).stage == after


def test_sealed_story_is_for_those_of_the_picture_desk_whom_it_names(desk, photo):
    owner, other = builders.editor(), builders.photo_editor()
    article = builders.draft_article(by=owner)
    article = seal(article, by=owner, to=[desk])
    with pytest.raises(Forbidden):
        save(article, other, lead_photo=photo)
    assert save(article, desk, lead_photo=photo).lead_photo == photo

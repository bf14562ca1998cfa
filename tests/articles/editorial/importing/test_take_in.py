"""Stories of other systems taken in: once, privately first, and never over what somebody has written here."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.editorial.importing.outcome import Became
from articles.editorial.importing.settle import settle
from articles.editorial.importing.take_in import take_in
from articles.editorial.permissions import Forbidden
from articles.editorial.publishing.redact import redact
from articles.editorial.publishing.withdraw import withdraw
from articles.editorial.writing import delete_story, drafts
from articles.exchange.incoming import KEPT_PRIVATE, Author, Note, Picture, Status
from articles.exchange.mapping import NameMapping
from articles.models.address import Address
from articles.models.article import Article, Stage
from articles.models.imported_story import ImportedStory
from articles.models.staff_message import StaffMessage
from media.models import Photo
from tests.articles.editorial.importing.incoming import LONG_AGO, incoming, picture, wishes
from tests.builders import a_person, chief, editor, stranger, system

pytestmark = pytest.mark.django_db


def test_story_has_its_words_and_names_and_date():
    outcome = take_in(incoming(place="Kyiv"), wishes())
    article = outcome.article
    assert outcome.became == Became.IMPORTED
    assert outcome.waits
    assert (article.headline, article.dek, article.slug) == ("The bridge is open", "After a year.", "bridge-1")
    assert (article.desk.name, article.lead_topic.name, article.place) == ("World", "Bridges", "Kyiv")
    assert [str(row) for row in article.byline_rows.all()] == ["Ada Diaz"]
    assert (article.original_date, article.language, article.stage) == (LONG_AGO, "en", Stage.DRAFT)
    assert not article.editions.exists()
    row = ImportedStory.objects.get()
    assert (row.kept_source, str(row)) == (incoming(place="Kyiv").source, "test 1")


def test_somebody_without_the_right_imports_nothing():
    with pytest.raises(Forbidden):
        take_in(incoming(), wishes(by=stranger()))


def test_same_story_again_is_unchanged():
    take_in(incoming(), wishes())
    assert take_in(incoming(), wishes()).became == Became.UNCHANGED
    assert Article.objects.count() == 1


def test_changed_source_is_a_revision_of_an_untouched_draft():
    article = take_in(incoming(), wishes()).article
    outcome = take_in(incoming(body="<p>It was closed again.</p>"), wishes())
    assert (outcome.became, outcome.article) == (Became.CHANGED, article)
    assert outcome.article.body == "<p>It was closed again.</p>"
    assert article.revisions.count() == 2


def test_what_somebody_has_worked_on_is_never_overwritten():
    article = take_in(incoming(), wishes()).article
    drafts.save(article, by=editor(), version=article.version, dek="By hand.")
    outcome = take_in(incoming(dek="Changed there."), wishes())
    assert outcome.became == Became.SKIPPED
    assert outcome.notes[0].kind == "changed since import"
    article.refresh_from_db()
    assert article.dek == "By hand."
    assert take_in(incoming(), wishes()).became == Became.UNCHANGED


def test_words_that_went_by_law_never_come_again():
    article = take_in(incoming(), wishes()).article
    settle(ImportedStory.objects.get().pk, wishes())
    withdraw(article, by=system())
    redact(article, by=chief(is_superuser=True), reason="A court")
    assert ImportedStory.objects.get().kept_source == b""
    assert take_in(incoming(dek="Other"), wishes()).became == Became.SKIPPED


def test_deleted_draft_comes_again_and_its_addresses_are_free():
    article = take_in(incoming(), wishes()).article
    delete_story.delete(article, by=chief())
    assert not Address.objects.exists()
    assert take_in(incoming(), wishes()).became == Became.IMPORTED


@pytest.mark.parametrize("status", list(KEPT_PRIVATE))
def test_what_was_not_public_is_a_draft_that_says_so_and_has_no_address(status):
    article = take_in(incoming(status=status), wishes()).article
    assert KEPT_PRIVATE[status] in article.editor_note
    assert article.original_date is None
    assert not Address.objects.exists()


def test_what_was_handed_in_is_handed_in_and_nobody_is_told(django_capture_on_commit_callbacks):
    editor(email="editor@example.com")
    with django_capture_on_commit_callbacks(execute=True):
        article = take_in(incoming(status=Status.PENDING), wishes()).article
    assert article.stage == Stage.SUBMITTED
    assert not mail.outbox
    assert not StaffMessage.objects.exists()
    assert take_in(incoming(status=Status.PENDING, dek="New"), wishes()).became == Became.CHANGED


def test_names_that_cannot_be_had_are_said():
    a_person("Jo Byline")
    a_person("Jo Byline")
    outcome = take_in(
        incoming(
            authors=(Author("jo", "Jo Byline"), Author("x", "…")),
            categories=("Archive",),
            place="x" * 90,
            topics=("?",),
        ),
        wishes(mapping=NameMapping(desks={"Archive": "Archive"})),
    )
    assert {note.kind for note in outcome.notes} == {"byline", "desk", "place", "topic"}
    assert outcome.article.desk.name == "News"
    assert not outcome.article.byline_rows.exists()


def test_story_may_have_no_desk():
    assert take_in(incoming(categories=()), wishes(mapping=NameMapping(desk=""))).article.desk is None


def test_date_that_cannot_be_is_said():
    outcome = take_in(incoming(published_at=datetime(1066, 1, 1, tzinfo=UTC)), wishes())
    assert outcome.article.original_date is None
    assert outcome.notes[0].kind == "date"
    assert take_in(incoming(source_id="2", published_at=None), wishes()).article.original_date is None


def test_notes_are_for_editors_each_once():
    article = take_in(
        incoming(notes=(Note("rule", "A line."), Note("rule", "A line."), Note("x", "X"))), wishes()
    ).article
    assert article.editor_note == "A line. (2 times)\nX"


def test_embargo_binds_the_story():
    until = timezone.now() + timedelta(days=2)
    article = take_in(incoming(embargo_until=until), wishes()).article
    assert article.embargo_until == until
    assert ImportedStory.objects.get().goes_live_at == until


def test_poster_of_another_library_is_left_behind_with_its_credit():
    body = '<div data-embed="https://youtu.be/a1b2c3d4" data-title="A film" data-photo="7" data-credit="Anna">w</div>'
    article = take_in(incoming(body=body), wishes()).article
    article.refresh_from_db()
    assert '<div data-embed="https://youtu.be/a1b2c3d4" data-title="A film"><figcaption>w' in article.body


def test_photos_come_with_their_words():
    body = '<p>Words.</p><figure data-photo="1"><figcaption>Here.</figcaption></figure>'
    story = incoming(body=body, pictures=(picture(), picture("lead.jpg", caption="Lead.", credit="")), lead=2)
    article = take_in(story, wishes(mapping=NameMapping(credit="Old Example"))).article
    first, lead = Photo.objects.order_by("pk")
    assert (first.credit, first.alt, first.caption) == ("Jo Lens", "A bridge.", "The bridge.")
    assert (article.lead_photo, lead.credit, article.lead_caption) == (lead, "Old Example", "")
    assert f'<figure data-photo="{first.pk}"><figcaption>Here.</figcaption></figure>' in article.body


def test_photo_that_is_known_keeps_its_own_words_and_the_story_its_caption():
    data = picture_bytes_once()
    take_in(incoming(pictures=(picture(data=data),), lead=1), wishes())
    again = picture(data=data, caption="Other.", alt="Something else.", credit="Me")
    outcome = take_in(incoming(source_id="2", pictures=(again,), lead=1), wishes())
    assert Photo.objects.count() == 1
    assert (outcome.article.lead_caption, outcome.article.lead_credit) == ("Other.", "Me")
    assert [note.kind for note in outcome.notes if note.kind == "photo known"]


def picture_bytes_once():
    return picture().data


def test_missing_photos_are_said_where_they_stood_and_come_when_they_are_there():
    figure = '<figure data-photo="{}"><figcaption>{}</figcaption></figure>'
    body = figure.format(1, "Here.") + figure.format(9, "")
    missing = picture("https://old.example/a%20b.jpg", data=None)
    story = incoming(body=body, pictures=(missing, picture("", data=None, caption="", credit="")), lead=2)
    outcome = take_in(story, wishes())
    assert outcome.article.body == ("<p>[PHOTO TO COME]</p><p>[PHOTO TO COME] a b.jpg (Jo Lens)</p><p>Here.</p>")
    assert take_in(story, wishes()).became == Became.UNCHANGED
    data = picture().data
    outcome = take_in(story, wishes(find_picture=lambda each: data))
    assert outcome.became == Became.CHANGED
    assert "TO COME" not in outcome.article.body
    assert outcome.article.lead_photo is not None


def test_what_is_no_picture_is_refused_and_said():
    outcome = take_in(
        incoming(pictures=(picture(data=b"no picture"), picture(caption="x" * 100_000)), lead=1), wishes()
    )
    assert outcome.notes[0].kind == "photo refused"
    assert outcome.article.lead_photo is None


def test_nothing_stays_of_a_story_that_cannot_be():
    story = incoming(source_id="x" * 400, pictures=(picture(),), lead=1)
    with pytest.raises(ValidationError):
        take_in(story, wishes())
    assert not Photo.objects.exists()
    assert not Article.objects.exists()


def test_nothing_stays_where_looking_for_photos_breaks():
    def find(each):
        if each.address == "broken":
            raise OSError
        return each.data

    with pytest.raises(OSError):  # noqa: PT011  whatever it is
        take_in(incoming(pictures=(picture(), Picture("broken"))), wishes(find_picture=find))
    assert not Photo.objects.exists()


def test_what_is_canceled_there_is_withdrawn_here_if_it_is_out_and_untouched():
    canceled = incoming(status=Status.CANCELED)
    assert take_in(canceled, wishes()).became == Became.SKIPPED
    article = take_in(incoming(), wishes()).article
    assert take_in(canceled, wishes()).became == Became.SKIPPED
    settle(ImportedStory.objects.get().pk, wishes())
    outcome = take_in(canceled, wishes())
    assert outcome.became == Became.CHANGED
    assert not article.editions.live(timezone.now()).exists()
    assert take_in(canceled, wishes()).became == Became.UNCHANGED

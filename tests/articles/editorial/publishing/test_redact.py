"""Redaction: words go for good from wherever they were kept; dates, addresses and hashes stay."""

from datetime import timedelta

import pytest
from django.core import serializers
from django.utils import timezone

from articles.editorial.publishing import publish, withdraw
from articles.editorial.publishing.redact import NothingToRedact, ReasonNeeded, StillThere, redact
from articles.editorial.writing import revert, revisions
from articles.embargo import Kind
from articles.models.article import Article, Stage
from articles.models.correction import Correction
from articles.models.edition import Byline, Edition
from articles.models.log_entry import LogEntry
from articles.models.person_suggestion import PersonSuggestion
from articles.models.revision import Revision
from articles.models.search_entry import SearchEntry
from articles.models.section import Section
from articles.search import tables
from articles.signals import timeline_changed
from tests import builders

pytestmark = pytest.mark.django_db
ORDER = "Court of Exhale, 7 O 12/26"
NAME = "Zoë O’Brindle"
KEPT = (Article, Edition, Section, Revision, Correction, LogEntry, PersonSuggestion)


def kept_words():
    """All that the newsroom keeps of stories, as one text."""
    rows = [serializers.serialize("json", model.objects.all(), ensure_ascii=False) for model in KEPT]
    return "".join(rows) + str(tables.all_rows())


def of_a_name():
    """A live story that named somebody in its first edition only, in every place there is."""
    photo = builders.a_photo()
    article = builders.live_article(
        headline=f"{NAME} Is Seen",
        dek=f"It was {NAME}.",
        place=NAME,
        body=f"<p>Here is Zoë <strong>O’Brindle</strong>.</p><h2>{NAME}</h2><p>She “waits”, {NAME} said.</p>",
        lead_photo=photo,
        lead_caption=f"{NAME} stands.",
        lead_credit=f"{NAME} / Lens",
        slug="seen",
    )
    PersonSuggestion.objects.create(article=article, name=NAME, as_written=NAME)
    without = {"dek": "", "place": "", "lead_caption": "", "lead_credit": "", "body": builders.BODY}
    article = builders.edited(article, headline="Somebody Is Seen", **without)
    publish.correct(article, by=builders.system(), text=f"It was not {NAME}.")
    article.refresh_from_db()
    return article


def test_words_of_a_name_go_from_everything_that_held_them():
    article = of_a_name()
    before = list(article.editions.order_by("goes_live_at").values("goes_live_at", "ends_at", "path", "digest"))
    assert redact(article, by=builders.chief(), reason=ORDER, words="zoe o'brindle") == 1
    words = kept_words()
    assert "Brindle" not in words and "brindle" not in words
    after = list(article.editions.order_by("goes_live_at"))
    assert [{name: getattr(edition, name) for name in before[0]} for edition in after] == before
    assert [edition.redacted_at is not None for edition in after] == [True, False]
    assert after[1].headline == "Somebody Is Seen" and article.revisions.exclude(redacted_at=None).count() == 1
    assert article.corrections.get().text == "This note was removed for legal reasons."
    assert article.log.filter(verb="redact", note=ORDER).exists()


def test_whole_story_goes_once_it_is_withdrawn():
    article = of_a_name()
    with pytest.raises(StillThere, match="Withdraw it"):
        redact(article, by=builders.chief(), reason=ORDER)
    withdraw.withdraw(article, by=builders.system(), notice="Removed by a court.", reason="See the letter")
    article.refresh_from_db()
    assert redact(article, by=builders.chief(), reason=ORDER) == 2
    words = kept_words()
    assert "Seen" not in words and "bridge was opened" not in words
    assert "Removed by a court." in words and "See the letter" in words
    article.refresh_from_db()
    assert (article.headline, article.stage, article.published_version) == ("", Stage.DRAFT, 0)
    assert not SearchEntry.objects.filter(article=article).exists()
    assert article.addresses.filter(path__endswith="/seen/").exists()
    with pytest.raises(NothingToRedact):
        redact(article, by=builders.chief(), reason=ORDER)


def test_name_that_signed_an_earlier_edition_goes_from_it():
    article = builders.live_article(bylines=[builders.a_person(NAME)])
    article = builders.edited(article, headline="Somebody Else Signs", bylines=[builders.a_person("Ada Known")])
    builders.put_out(article)
    assert redact(article, by=builders.chief(), reason=ORDER, words=NAME) == 1
    names = Byline.objects.filter(edition__article=article).values_list("name", flat=True)
    assert list(names) == ["Ada Known"]


def test_draft_that_was_never_out_can_be_redacted():
    article = builders.draft_article(headline="A secret")
    assert redact(article, by=builders.chief(), reason=ORDER) == 0
    assert "secret" not in kept_words()


def test_notice_of_a_withdrawal_loses_the_words_it_repeats():
    article = of_a_name()
    withdraw.withdraw(article, by=builders.system(), notice=f"It was not {NAME}.")
    redact(article, by=builders.chief(), reason=ORDER, words=NAME)
    assert article.editions.get(kind=Kind.WITHDRAWN).notice == ""


def test_words_that_readers_see_or_will_see_are_changed_first():
    live = builders.live_article(headline="Bridge Opens")
    with pytest.raises(StillThere, match="Readers see these words"):
        redact(live, by=builders.chief(), reason=ORDER, words="bridge opens")
    builders.edited(live, headline="Another", editor_note="Not Bridge Opens")
    builders.put_out(live, at=timezone.now() + timedelta(hours=1))
    with pytest.raises(StillThere, match="Readers see these words"):
        redact(live, by=builders.chief(), reason=ORDER, words="another")
    builders.put_out(live)
    with pytest.raises(StillThere, match="working copy"):
        redact(live, by=builders.chief(), reason=ORDER, words="bridge opens")
    builders.edited(live, editor_note="", working_title="bridge opens")
    with pytest.raises(StillThere, match="working copy"):
        redact(live, by=builders.chief(), reason=ORDER, words="bridge opens")


def test_words_that_are_nowhere_and_no_reason_are_refused():
    article = builders.live_article()
    with pytest.raises(NothingToRedact):
        redact(article, by=builders.chief(), reason=ORDER, words="nowhere")
    with pytest.raises(ReasonNeeded):
        redact(article, by=builders.chief(), reason=" ", words="nowhere")
    assert not article.log.filter(verb="redact").exists()


def test_nothing_leads_back_to_what_is_gone():
    article = builders.live_article(headline="Words of before")
    by = builders.chief()
    withdraw.withdraw(article, by=by)
    redact(article, by=by, reason=ORDER)
    article.refresh_from_db()
    with pytest.raises(revisions.Redacted):
        withdraw.restore(article, by=by)
    with pytest.raises(revisions.Redacted):
        revert.revert(article, by=by, version=article.version, revision=article.revisions.last())


def test_same_words_written_again_are_a_story_again():
    article = builders.live_article(headline="Written twice", body=builders.BODY, dek="", slug="twice")
    by = builders.chief()
    withdraw.withdraw(article, by=by)
    redact(article, by=by, reason=ORDER)
    desk = builders.a_desk()
    article = builders.edited(article, headline="Written twice", body=builders.BODY, dek="", desk=desk)
    edition = publish.publish(article, by=by)
    assert edition.headline == "Written twice" and edition.sections.exists()


def test_redaction_is_told_to_the_pages(django_capture_on_commit_callbacks):
    article, told = builders.withdrawn_article(), []

    def hear(article_id, **_):
        told.append(article_id)

    timeline_changed.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        redact(article, by=builders.chief(), reason=ORDER)
    timeline_changed.disconnect(hear)
    assert told == [article.pk]

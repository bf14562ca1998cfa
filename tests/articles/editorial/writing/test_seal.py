"""Sealing a story: who is in, who is told, and what is left of it elsewhere."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from articles.editorial.notifications.deliver import deliver
from articles.editorial.permissions import (
    Forbidden,
    may_approve,
    may_delete,
    may_name_people,
    may_open,
    may_publish,
    may_redact,
    may_seal,
    may_share_preview,
    may_write,
)
from articles.editorial.publishing import publish
from articles.editorial.writing import autosave, delete_story, drafts, presence, preview_links, review, seal
from articles.models.article import Article
from articles.models.log_entry import LogEntry
from articles.models.seal import SealedTo
from articles.models.user import User
from articles.search.working_copies import find_articles
from articles.signals import story_sealed
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return builders.reporter(username="writer", first_name="Wil", email="writer@example.org")


@pytest.fixture
def owner():
    return builders.editor(username="owner", email="owner@example.org")


@pytest.fixture
def sealed(writer, owner):
    """A story of `writer`, sealed by `owner`."""
    return seal.seal(builders.draft_article(by=writer, headline="The Quandrelith Papers"), by=owner)


def named(article):
    return {row.user.username: row.is_owner for row in article.sealed_to.all()}


def root():
    return User.objects.create_superuser("root", "root@example.org", "x")


def test_story_is_sealed_to_its_owner_its_writer_and_who_is_named(writer, owner):
    guest = builders.reporter(username="guest")
    article = seal.seal(builders.draft_article(by=writer), by=owner, to=[guest, writer])
    assert named(article) == {"owner": True, "writer": False, "guest": False}
    assert article.is_sealed and str(article) == f"Sealed story {article.pk}"
    assert str(article.sealed_to.first()) == str(article)


def test_import_and_writer_who_left_are_not_named(owner):
    assert named(seal.seal(builders.draft_article(), by=owner)) == {"owner": True}
    gone = builders.reporter()
    article = builders.draft_article(by=gone)
    gone.is_active = False
    gone.save()
    assert named(seal.seal(article, by=owner)) == {"owner": True}


@pytest.mark.parametrize("role", [builders.editor, builders.chief, builders.photo_editor, root])
def test_seal_holds_whatever_rights_somebody_has(sealed, role):
    user = role()
    for may in (may_open, may_write, may_publish, may_approve, may_delete, may_redact, may_seal, may_name_people):
        assert not may(user, sealed), may.__name__


def test_whoever_is_named_reads_and_writes_by_the_rights_they_have(sealed, writer, owner):
    stranger, guest = builders.stranger(), builders.reporter()
    seal.add_person(sealed, guest, by=owner)
    seal.add_person(sealed, stranger, by=owner)
    assert all(may_write(user, sealed) for user in (writer, owner, guest))
    assert may_open(stranger, sealed) and not may_write(stranger, sealed)
    assert may_publish(owner, sealed) and not may_publish(guest, sealed)
    assert not may_share_preview(owner, sealed)
    assert not may_open(User(), sealed)


def test_only_who_may_write_a_story_seals_it(writer):
    with pytest.raises(Forbidden):
        seal.seal(builders.draft_article(), by=writer)


def test_story_is_sealed_once(sealed, owner):
    with pytest.raises(Forbidden):
        seal.seal(sealed, by=owner)
    stale = Article.objects.get(pk=sealed.pk)
    stale.is_sealed = False
    with pytest.raises(Forbidden):
        seal.seal(stale, by=owner)


def test_story_is_sealed_to_people_who_can_sign_in(sealed, owner):
    gone = builders.reporter(first_name="Ann", last_name="Gone", is_active=False)
    with pytest.raises(seal.NotStaff, match="Ann Gone"):
        seal.add_person(sealed, gone, by=owner)
    with pytest.raises(seal.NotStaff):
        seal.seal(builders.draft_article(), by=owner, to=[gone])
    assert Article.objects.filter(is_sealed=True).count() == 1


def test_only_the_owner_says_who_is_in(sealed, writer, owner):
    guest = builders.reporter(username="guest")
    for user in (writer, builders.chief(), root()):
        with pytest.raises(Forbidden):
            seal.add_person(sealed, guest, by=user)
        with pytest.raises(Forbidden):
            seal.remove_person(sealed, owner, by=user)
        with pytest.raises(Forbidden):
            seal.unseal(sealed, by=user)
    seal.add_person(sealed, guest, by=owner)
    seal.add_person(sealed, guest, by=owner)
    assert named(sealed) == {"owner": True, "writer": False, "guest": False}
    seal.remove_person(sealed, guest, by=owner)
    seal.remove_person(sealed, guest, by=owner)
    assert named(sealed) == {"owner": True, "writer": False}
    assert [entry.verb for entry in sealed.log.all()][:2] == ["seal-remove", "seal-add"]


def test_everybody_but_the_owner_may_go(sealed, writer, owner):
    seal.remove_person(sealed, writer, by=writer)
    assert not may_open(writer, sealed)
    with pytest.raises(seal.OwnerStays):
        seal.remove_person(sealed, owner, by=owner)


def test_others_keep_the_seal_of_an_owner_who_left(sealed, writer, owner):
    owner.is_active = False
    owner.save()
    assert may_name_people(writer, sealed)
    seal.remove_person(sealed, owner, by=writer)
    assert named(sealed) == {"writer": False}
    assert not seal.unseal(sealed, by=writer).is_sealed


def test_sealed_story_is_found_by_no_word_until_it_is_unsealed(sealed, writer, owner):
    drafts.save(sealed, by=writer, version=sealed.version, headline="Quandrelith Again")
    assert find_articles("quandrelith") == []
    seal.unseal(sealed, by=owner)
    assert find_articles("quandrelith") == [sealed.pk]
    assert not SealedTo.objects.exists()


def test_links_end_and_pages_of_others_are_forgotten(writer, owner):
    article, other = builders.draft_article(by=writer), builders.chief()
    link = preview_links.share(article, by=writer, days=3)
    pages = ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"]
    presence.heartbeat(article, by=writer, sheet=pages[0])
    presence.heartbeat(article, by=other, sheet=pages[1])
    article = seal.seal(article, by=owner)
    link.refresh_from_db()
    assert link.revoked_at is not None
    assert list(article.open_sheets.values_list("user", flat=True)) == [writer.pk]
    with pytest.raises(Forbidden):
        autosave.autosave(article, by=other, sheet=pages[1], version=article.version, headline="Mine")
    with pytest.raises(Forbidden):
        preview_links.share(article, by=writer, days=3)


def test_whatever_repeats_its_words_is_told(owner):
    told = []

    def hear(article, **_):
        told.append((str(article), article.is_sealed))

    story_sealed.connect(hear)
    try:
        article = seal.seal(builders.draft_article(), by=owner)
    finally:
        story_sealed.disconnect(hear)
    assert told == [(f"Sealed story {article.pk}", True)]


def test_log_does_not_say_who_sealed(sealed):
    assert sealed.log.get(verb="seal").by is None


def test_opening_is_noted_once_a_visit(sealed, writer, time_machine):
    now = timezone.now()
    for minutes in (0, 5, 16):
        time_machine.move_to(now + timedelta(minutes=minutes), tick=False)
        seal.note_opening(sealed, by=writer, what="sheet")
    seal.note_opening(sealed, by=writer, what="revisions")
    rows = seal.openings(sealed)
    assert [(row.user, row.what) for row in rows] == [(writer, "revisions"), (writer, "sheet"), (writer, "sheet")]
    assert len(seal.openings(sealed).filter(at__gte=now + timedelta(minutes=10))) == 2
    assert str(rows[0]) == str(sealed)


def test_seal_is_broken_by_a_superuser_and_everybody_is_told(sealed, writer, owner, django_capture_on_commit_callbacks):
    by = root()
    with django_capture_on_commit_callbacks(execute=True):
        seal.break_seal(sealed, by=by, reason="A court wants it by noon.")
    assert may_open(by, sealed) and not may_name_people(by, sealed)
    entry = LogEntry.objects.get(verb="break-seal")
    assert (entry.by, entry.note) == (by, "A court wants it by noon.")
    assert {each.to[0] for each in mail.outbox} == {writer.email, owner.email}
    for each in mail.outbox:
        assert "A court wants it by noon." in each.body and "Quandrelith" not in each.subject + each.body


def test_seal_is_broken_by_nobody_else_and_not_without_a_reason(sealed, owner):
    with pytest.raises(Forbidden):
        seal.break_seal(sealed, by=builders.chief(), reason="I want to know.")
    with pytest.raises(seal.ReasonMissing):
        seal.break_seal(sealed, by=root(), reason=" ")
    with pytest.raises(seal.NotSealed):
        seal.break_seal(builders.draft_article(), by=owner, reason="Why not?")


def test_mail_of_a_sealed_story_goes_to_whom_it_is_open_and_says_nothing_of_it(sealed, writer, owner):
    builders.chief(email="chief@example.org")
    article = review.submit(sealed, by=writer)
    review.send_back(article, by=owner, note="Who is Quandrelith?")
    deliver(timezone.now())
    assert [each.to[0] for each in mail.outbox] == [owner.email, writer.email]
    assert not any("Quandrelith" in each.subject + each.body for each in mail.outbox)


def test_writer_who_is_out_gets_no_mail(sealed, writer, owner):
    seal.remove_person(sealed, writer, by=writer)
    publish.publish(sealed, by=owner)
    deliver(timezone.now())
    assert mail.outbox == []


def test_what_is_published_is_public_and_the_working_copy_stays_sealed(sealed, owner):
    edition = publish.publish(sealed, by=owner)
    assert edition.headline == "The Quandrelith Papers"
    assert Article.objects.get(pk=sealed.pk).is_sealed
    assert not may_open(builders.chief(), sealed)


def test_log_of_a_deleted_sealed_story_keeps_that_it_was_sealed_and_no_more(sealed, owner, writer):
    pk = sealed.pk
    review.send_back(review.submit(sealed, by=writer), by=owner, note="Who is Quandrelith?")
    delete_story.delete(Article.objects.get(pk=pk), by=owner)
    rows = [(entry.verb, entry.by, entry.note) for entry in LogEntry.objects.filter(story__contains=str(pk))]
    assert sorted(rows, key=str) == [("delete", None, ""), ("seal", None, "")]
    assert all(entry.story.startswith("Sealed story") for entry in LogEntry.objects.exclude(story=""))


def test_story_is_shut_for_three_days_to_an_account_that_somebody_else_has_changed(
    sealed, writer, owner, time_machine, django_capture_on_commit_callbacks
):
    time_machine.move_to(timezone.now(), tick=False)
    with django_capture_on_commit_callbacks(execute=True):
        seal.shut_after_change(owner, by=builders.chief(username="cleo"))
    [letter] = mail.outbox
    assert letter.to == ["writer@example.org"]
    assert "owner" in letter.subject and "cleo" in letter.subject and "Quandrelith" not in letter.subject + letter.body
    assert not may_open(owner, sealed) and not may_write(owner, sealed) and not may_name_people(owner, sealed)
    assert sealed not in Article.objects.open_to(owner)
    assert may_open(writer, sealed) and may_name_people(writer, sealed)
    time_machine.shift(timedelta(days=3) - timedelta(seconds=1))
    assert not may_open(owner, sealed)
    time_machine.shift(timedelta(seconds=1))
    assert may_open(owner, sealed) and may_name_people(owner, sealed) and not may_name_people(writer, sealed)
    assert sealed in Article.objects.open_to(owner)


def test_who_is_in_lets_in_at_once_whom_they_know(sealed, writer, owner):
    seal.shut_after_change(owner, by=root())
    seal.add_person(sealed, owner, by=writer)
    assert may_open(owner, sealed) and named(sealed) == {"owner": True, "writer": False}


def test_what_people_change_of_their_own_shuts_nothing(sealed, owner):
    seal.shut_after_change(owner, by=owner)
    assert may_open(owner, sealed)
    assert not sealed.sealed_to.exclude(shut_until=None).exists()


def test_broken_seal_opens_to_whom_it_was_shut(sealed, owner):
    breaker = root()
    seal.add_person(sealed, breaker, by=owner)
    seal.shut_after_change(breaker, by=builders.chief())
    assert not may_open(breaker, sealed)
    seal.break_seal(sealed, by=breaker, reason="By order of the court.")
    assert may_open(breaker, sealed)

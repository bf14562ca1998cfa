"""How often the words of a story are parsed to publish them, and that none is while its row is locked."""

from contextlib import contextmanager
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import connection

from articles.editorial.directory import suggested_people
from articles.editorial.importing.import_story import import_story
from articles.editorial.publishing import publish, republish, withdraw
from articles.editorial.publishing.correction_prompt import NO_CORRECTION
from articles.editorial.writing import autosave, drafts, revert
from articles.text.body import cleaning, html_parser
from articles.text.body.parse_cache import RECENT
from media.ingest import update
from tests.articles import wires
from tests.articles.text.parses import counted_parses
from tests.builders import (
    a_person,
    a_photo,
    a_suggestion,
    draft_article,
    edited,
    live_article,
    put_out,
    reporter,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db


@contextmanager
def parses_under_lock():
    """The HTML that is parsed or cleaned within it while a transaction is open that was begun within it.

    Nothing that was parsed is remembered meanwhile, so that each body that is asked for again counts.
    """
    outside, seen, parse = len(connection.savepoint_ids), [], html_parser.parse

    def watched(html):
        if len(connection.savepoint_ids) > outside:
            seen.append(html)
        return parse(html)

    RECENT.clear()
    with (
        patch.object(html_parser, "parse", watched),
        patch.object(cleaning, "parse", watched),
        patch.object(RECENT, "get", lambda html: None),
    ):
        yield seen


def body(year):
    """A body with all that an edition is made of."""
    person, photo = a_person(), a_photo()
    return (
        f'<p><span data-person="{person.pk}">{person.name}</span> said in {year}: “We stay.”</p><h2>Why</h2>'
        f'<figure data-photo="{photo.pk}"><figcaption>The bridge.</figcaption></figure><p>It rained.</p>'
    )


def update_of_a_live_story():
    """A live story whose working copy changes a fact."""
    return edited(live_article(body=body(2024)), body=body(2025))


def reworded():
    """A live story whose photo the library captions differently, and whose working copy has moved on."""
    photo = a_photo(caption="From the west.")
    article = live_article(body=f'<p>It rained.</p><figure data-photo="{photo.pk}"><figcaption></figcaption></figure>')
    update(photo, None, caption="From the east.")
    return edited(article, dek="Later.")


def test_publishing_an_update_parses_each_of_both_bodies_once():
    article = update_of_a_live_story()
    with counted_parses(longer_than=40) as parses:
        publish.publish(article, by=system(), correction=NO_CORRECTION)
    assert len(parses) == len(set(parses)) == 2


@pytest.mark.parametrize(
    ("made", "verb"),
    [
        (lambda: draft_article(body=body(2024)), put_out),
        (update_of_a_live_story, put_out),
        (update_of_a_live_story, lambda article: publish.correct(article, by=system(), text="It was 2025.")),
        (lambda: withdrawn_article(body=body(2024)), lambda article: withdraw.restore(article, by=system())),
        (reworded, lambda article: republish.republish(article, by=system())),
    ],
    ids=["publish", "update", "correct", "restore", "republish"],
)
def test_nothing_is_parsed_while_the_row_is_locked(made, verb):
    article = made()
    with parses_under_lock() as parses:
        assert verb(article)
    assert parses == []


@pytest.mark.parametrize("fields", [{"body": "<div>It “rained” -- twice.</div>"}, {"dek": "New."}, {"language": "de"}])
def test_nothing_is_parsed_while_a_working_copy_is_locked_to_be_saved(fields):
    ann = reporter()
    article = draft_article(by=ann, body=body(2024))
    with parses_under_lock() as parses:
        article = drafts.save(article, by=ann, version=1, **fields)
        autosave.autosave(article, by=ann, sheet=uuid4(), version=2, headline="Other", **fields)
        drafts.begin(by=ann, **fields)
        autosave.begin(by=ann, sheet=uuid4(), **fields)
    assert parses == []


def test_nothing_is_parsed_while_a_story_is_locked_to_be_reverted():
    article = edited(draft_article(body=body(2024)), body=body(2025))
    with parses_under_lock() as parses:
        revert.revert(article, by=system(), version=article.version, revision=article.revisions.last())
    article.refresh_from_db()
    assert parses == [] and "2024" in article.body


@pytest.mark.parametrize("is_known", [True, False])
def test_nothing_is_parsed_while_a_story_is_locked_to_link_an_accepted_person(is_known):
    row = a_suggestion(draft_article(body=f"<p>It rained, Mayor Bo Lind said.</p>{body(2024)}"))
    person = a_person("Bo Lind") if is_known else None
    with parses_under_lock() as parses:
        accepted = suggested_people.accept([row], by=system(), person=person)
    row.article.refresh_from_db()
    assert parses == [] and f'<span data-person="{accepted.person.pk}">Bo Lind</span>' in row.article.body


def test_person_is_linked_in_words_that_were_saved_since_they_were_read():
    row = a_suggestion(draft_article(body="<p>It rained, Mayor Bo Lind said.</p>"))
    lock = suggested_people.lock_directory

    def saved_in_between():
        edited(row.article, body="<p>It snowed -- so Mayor Bo Lind said.</p>")
        lock()

    with patch.object(suggested_people, "lock_directory", saved_in_between):
        person = suggested_people.accept([row], by=system()).person
    row.article.refresh_from_db()
    assert row.article.body == f'<p>It snowed — so Mayor <span data-person="{person.pk}">Bo Lind</span> said.</p>'


@pytest.mark.parametrize("wishes", [{}, {"publish": True}], ids=["draft", "published"])
def test_nothing_is_parsed_while_an_import_is_being_written(wishes):
    a_person("Ana Holm")
    with parses_under_lock() as parses:
        imported = import_story(wires.story().encode(), by=system(), desk="World", topic="Rivers", **wishes)
    assert parses == [] and bool(imported.edition) == bool(wishes) and imported.article.body


def test_words_that_were_saved_in_between_are_published_all_the_same():
    stale = live_article(headline="Bridge Opens", body="<p>In 2024.</p>")
    edited(stale, body="<p>In 2024.</p><p>It rained.</p>")
    stale.body = "<p>In 2023.</p>"
    edition = publish.publish(stale, by=system())
    assert [section.html for section in edition.sections.all()] == ["<p>In 2024.</p><p>It rained.</p>"]

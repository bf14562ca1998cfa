"""What editors find and readers never do: every working copy, quotes and photos, by any form of a word."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from articles.editorial.directory.merge_people import merge
from articles.editorial.publishing import bulk_publish, redact, schedule, withdraw
from articles.editorial.writing import autosave, drafts
from articles.editorial.writing.working_copy import digest_of, snapshot
from articles.models.article import Article
from articles.models.search_entry import Spelling
from articles.models.section import Quote
from articles.search import index, photo_index, rebuild_index, tables, working_copies
from articles.search.entries import IndexedWords
from articles.search.find_stories import search
from articles.search.suggestions import suggest
from media import ingest
from tests.articles.editorial.publishing.test_bulk_publish import a_story
from tests.articles.reader.page_checks import queries
from tests.builders import (
    a_person,
    a_photo,
    a_topic,
    chief,
    draft_article,
    edited,
    live_article,
    reporter,
    scheduled_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
SUMMER = datetime.fromisoformat("2020-07-03T04:05+02:00")
SET_OFF = '<blockquote data-person="{pk}" data-attribution="{name}"><p>“The numbats hibernated.”</p></blockquote>'


def test_working_copy_is_found_by_any_of_its_words_in_any_form():
    draft = draft_article(
        headline="Quokkas Return",
        dek="Kunoichi of the bush.",
        body="<p>Two of them <em>hopped</em> ashore.</p>",
        place="Fremantle",
        editor_note="Call the zookeeper.",
        lead_caption="A wallaby.",
        working_title="marsupial-row",
    )
    for typed in (
        "quokka",
        "QUOKKAS hopping",
        "kunoichi",
        "fremantle",
        "zookeepers",
        "wallabies",
        "marsupial",
        '"hopped ashore"',
    ):
        assert working_copies.find_articles(typed) == [draft.pk], typed
    assert working_copies.find_articles("quokka -hopped") == working_copies.find_articles('"ashore hopped"') == []


def test_last_word_may_be_only_begun_and_a_phrase_may_not():
    draft = draft_article(headline="Quokkas Return")
    assert working_copies.find_articles("return quok") == [draft.pk]
    assert (
        working_copies.find_articles("quok return")
        == working_copies.find_articles('"quok"')
        == working_copies.find_articles("qu")
        == []
    )


@pytest.mark.parametrize("typed", ["", "  ", "-", '"', "-quokka", "\0", "…", "*", "' OR 1=1", "quokka" * 2000])
def test_odd_questions_find_nothing_and_are_no_error(typed):
    draft_article(headline="Quokkas Return")
    assert (
        working_copies.find_articles(typed) == working_copies.find_quotes(typed) == photo_index.find_photos(typed) == []
    )


def test_words_that_were_typed_over_find_the_story_no_longer():
    draft = draft_article(headline="Quokkas Return")
    edited(draft, headline="Numbats Return")
    assert (working_copies.find_articles("quokka"), working_copies.find_articles("numbat")) == ([], [draft.pk])


def test_autosave_is_found_at_once_and_one_that_is_rolled_back_is_not():
    by, sheet = reporter(), "5f0f3d3a-0b1e-4b93-9d1c-0f6d8f0b8f11"
    begun = autosave.begin(by=by, sheet=sheet, headline="Quokkas")
    autosave.autosave(begun, by=by, sheet=sheet, version=begun.version, headline="Numbats")
    assert (working_copies.find_articles("quokkas"), working_copies.find_articles("numbats")) == ([], [begun.pk])
    with transaction.atomic():
        drafts.begin(by=by, headline="Bilbies")
        transaction.set_rollback(True)
    assert working_copies.find_articles("bilbies") == []


def test_story_is_found_by_what_readers_see_and_by_what_is_typed_since():
    live = live_article(headline="Quokkas Return")
    edited(live, headline="Numbats Return")
    assert working_copies.find_articles("quokka") == working_copies.find_articles("numbat") == [live.pk]


@pytest.mark.parametrize("make", [draft_article, scheduled_article, live_article, withdrawn_article])
def test_story_is_found_in_every_state(make):
    article = make(headline="Quokkas Return")
    assert working_copies.find_articles("quokka") == [article.pk]
    index.rebuild(now=timezone.now())
    rebuild_index.rebuild()
    assert working_copies.find_articles("quokka") == [article.pk]


def test_story_that_came_with_many_is_found_while_out_and_when_it_is_gone():
    [edition] = bulk_publish.publish_many([a_story(headline="Quokkas Return")], by=system())
    assert working_copies.find_articles("quokka") == [edition.article_id]
    assert tables.all_rows(tables.WORKING) == []
    withdraw.withdraw(Article.objects.get(), by=system(), notice="It was wrong.")
    assert working_copies.find_articles("quokka") == [edition.article_id]


def test_expired_story_is_found_before_and_after_the_index_is_written_anew():
    [edition] = bulk_publish.publish_many([a_story(headline="Quokkas Return")], by=system())
    ends = timezone.now() + timedelta(hours=1)
    schedule.expire(edition.article, by=system(), at=ends)
    with time_machine.travel(ends + timedelta(hours=1)):
        assert working_copies.find_articles("quokka") == [edition.article_id]
        index.rebuild(now=timezone.now())
        rebuild_index.rebuild()
        assert working_copies.find_articles("quokka") == [edition.article_id]


def test_person_is_found_under_every_name_also_after_a_merge():
    ann, anne = a_person("Ann Lee", aliases=["Nan"]), a_person("Anne Lee")
    draft = draft_article(body=f'<p><span data-person="{ann.pk}">She</span> came.</p>', bylines=[a_person("Bo Lind")])
    assert working_copies.find_articles("nan") == working_copies.find_articles("lind") == [draft.pk]
    merge(ann, into=anne, by=chief())
    assert working_copies.find_articles("anne") == [draft.pk]


def test_language_that_only_drafts_are_written_in_is_stemmed_too():
    draft = draft_article(headline="Die Brücken sind geöffnet", language="de", topics=[a_topic("Brücken")])
    assert working_copies.find_articles("brücke") == [draft.pk]


def test_story_that_came_with_many_and_is_ahead_by_a_merge_is_found(client):
    call_command("populate", articles=1)
    article = Article.objects.get()
    merge(article.lead_topic, into=a_topic("Rivers and Lakes"), by=chief())
    schedule.expire(article, by=system(), at=timezone.now() + timedelta(days=1))
    article.refresh_from_db()
    assert article.published_version == 0
    assert working_copies.find_articles(article.headline) == [article.pk]
    assert client.get("/readyz").status_code == 200


def test_story_that_came_with_many_in_another_zone_is_out_as_it_is(client):
    [edition] = bulk_publish.publish_many([replace(a_story(), dated_at=SUMMER)], by=system())
    article = Article.objects.get()
    assert digest_of(snapshot(article)) == edition.digest
    schedule.expire(article, by=system(), at=timezone.now() + timedelta(days=1))
    article.refresh_from_db()
    assert article.published_version == article.version
    assert client.get("/readyz").status_code == 200


def test_redacted_working_copy_is_found_by_none_of_its_words():
    gone = withdrawn_article(headline="Quokkas Return")
    redact.redact(gone, by=chief(), reason="Order 7")
    assert working_copies.find_articles("quokka") == []
    assert not any("quokka" in field for row in tables.all_rows(tables.WORKING) for field in row[1:])


def test_quote_is_found_by_its_words_and_its_speaker_and_not_by_its_story(django_assert_num_queries):
    ana = a_person("Ana Diaz", aliases=["Anita"])
    live_article(headline="Quokkas Return", body="<p>They came.</p>" + SET_OFF.format(pk=ana.pk, name="Ana Diaz"))
    quote = Quote.objects.get()
    for typed in ("numbat hibernating", "anita", "diaz numbats"):
        assert working_copies.find_quotes(typed) == [quote.pk], typed
    assert working_copies.find_quotes("quokkas") == []
    with django_assert_num_queries(3):
        working_copies.find_quotes("numbats")


def test_photo_is_found_by_what_is_said_of_it_until_it_is_gone():
    photo = a_photo(caption="Quokkas at the shore", alt="Two small animals.", credit="Bo Lind")
    a_photo(caption="A bridge")
    for typed in ("quokka", "small animal", "lind shore"):
        assert photo_index.find_photos(typed) == [photo.pk], typed
    ingest.update(photo, None, caption="Numbats at the shore")
    assert (photo_index.find_photos("quokka"), photo_index.find_photos("numbat")) == ([], [photo.pk])
    ingest.remove(photo)
    assert photo_index.find_photos("numbat") == []


def test_readers_get_no_trace_of_a_working_copy_or_of_a_photo_s_words(client):
    draft_article(headline="Zyzzyva Quokka", dek="Zyzzyva.", body="<p>Zyzzyva.</p>", editor_note="Zyzzyva")
    edited(live_article(headline="The Bridge"), headline="Zyzzyva Bridge")
    a_photo(caption="Zyzzyva")
    call_command("index_search")
    now = timezone.now()
    assert working_copies.find_articles("zyzzyva") and photo_index.find_photos("zyzzyva")
    assert not any("zyzzyva" in field for row in tables.all_rows() for field in row[1:])
    assert not Spelling.objects.filter(word__contains="zyzzyva").exists()
    assert (search("zyzzyva", at=now).hits, search("zyzzyvas", at=now).did_you_mean, suggest("zyz", at=now)) == (
        [],
        "",
        [],
    )
    with queries() as asked:
        for path in ("/search/?q=zyzzyva", "/search/suggestions/?q=zyz", "/topics/", "/", "/latest/"):
            assert b"Zyzzyva" not in client.get(path).content.replace(b'value="zyzzyva"', b"")
    assert asked and not any(table in sql for sql in asked for table in (tables.WORKING, tables.PHOTOS))


def test_rebuilt_tables_are_what_the_verbs_have_written():
    for make in (draft_article, withdrawn_article):
        make(headline="Quokkas", topics=[a_topic("Bridges")], bylines=[a_person("Ana")])
    photo = a_photo(caption="Quokkas")
    before = [tables.all_rows(table) for table in (tables.WORKING, tables.PHOTOS)]
    for table in (tables.WORKING, tables.PHOTOS):
        tables.remove(tables.existing_ids([*Article.objects.values_list("pk", flat=True), photo.pk], table), table)
    told = []
    rebuilt = rebuild_index.rebuild(lambda done, of: told.append((done, of)))
    assert (rebuilt.articles, rebuilt.photos) == (2, 1)
    assert [tables.all_rows(table) for table in (tables.WORKING, tables.PHOTOS)] == before
    assert told[-2:] == [(2, 3), (3, 3)]


def test_words_of_what_is_gone_go_with_the_next_rebuild():
    tables.write([IndexedWords(10**6, "quokka", "", "", "")], tables.WORKING)
    tables.write([IndexedWords(10**6, "quokka", "", "", "")], tables.PHOTOS)
    rebuild_index.rebuild()
    assert photo_index.find_photos("quokka") == working_copies.find_articles("quokka") == []
    assert tables.existing_ids([10**6], tables.PHOTOS) == tables.existing_ids([10**6], tables.WORKING) == []


def test_not_ready_while_a_draft_or_a_photo_cannot_be_found(client):
    draft, photo = draft_article(), a_photo()
    for pk, table in ((draft.pk, tables.WORKING), (photo.pk, tables.PHOTOS)):
        assert client.get("/readyz").status_code == 200
        tables.remove([pk], table)
        assert client.get("/readyz").status_code == 503
        call_command("index_search")
    assert client.get("/readyz").status_code == 200

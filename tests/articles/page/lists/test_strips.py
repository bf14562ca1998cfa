"""What stands between the front page's rivers: opinions with faces, the quote of the day, latest corrections."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.editorial.publishing import publish
from articles.page.lists.strips import CORRECTIONS, OF_ESSAY, OPINIONS
from media.models import Photo
from tests.articles.reader.page_checks import card_ids, find, text_of, tree
from tests.builders import a_person, a_photo, edited, live_article, live_edition, system

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 21, 12, 30, tzinfo=UTC)
WORDS = "We counted every boat on the river, and then we counted them again."


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def opened():
    """Seven plain stories, which open the page."""
    return [live_article(lead_photo=a_photo(64, 48)) for _ in range(7)]


def told(person, *words):
    quotes = "".join(f'<p>“{each},” <span data-person="{person.pk}">{person.name}</span> said.</p>' for each in words)
    return f"<p>It was opened.</p>{quotes}"


def set_off(person, words):
    marks = f'data-person="{person.pk}" data-attribution="{person.name}"'
    return f"<p>Well.</p><blockquote {marks}><p>“{words}”</p></blockquote>"


def earlier(hours):
    return NOW - timedelta(hours=hours)


def test_newest_opinions_stand_together_with_the_face_of_who_signed_them(client, opened):
    ada = a_person("Ada")
    ada.portrait = a_photo(60, 75)
    ada.save()
    bo = a_person("Bo")
    signed = [[ada, bo], [bo], [ada], [ada]]
    written = [
        live_article(label="opinion", bylines=names, original_date=earlier(30 * number))
        for number, names in enumerate(signed, 1)
    ]
    page = client.get("/")
    strip = find(tree(page), ".opinions [data-story-card]")
    assert [int(card.get("data-story-card")) for card in strip] == [article.pk for article in written[:OPINIONS]]
    assert [len(find(card, ".face img")) for card in strip] == [1, 0, 1]
    assert text_of(page, ".opinions .signed") == ["Ada and Bo", "Bo", "Ada"]
    ids = card_ids(page)
    assert len(ids) == len(set(ids))


def test_face_goes_with_its_licence(client, opened):
    ada = a_person("Ada")
    ada.portrait = a_photo(60, 75)
    Photo.objects.update(licence_ends_at=NOW + timedelta(hours=1))
    ada.save()
    live_article(label="opinion", bylines=[ada], original_date=earlier(30))
    assert find(tree(client.get("/")), ".opinions .face")
    Photo.objects.filter(pk=ada.portrait.pk).update(licence_ends_at=NOW)
    assert not find(tree(client.get("/")), ".opinions .face")


def test_opinion_that_opens_the_page_is_in_no_strip(client):
    live_article(label="opinion")
    assert not find(tree(client.get("/")), ".opinions")


def test_quote_of_the_day_has_its_speaker_and_its_source_and_its_story_is_nowhere_else(client, opened):
    ida = a_person("Ida Known", role="ferry pilot", organisation="Harbour Board")
    story = live_article(headline="Boats Counted", body=told(ida, WORDS[:-1]), original_date=earlier(30))
    page = client.get("/")
    edition = live_edition(story)
    quote = edition.quotes.get()
    assert text_of(page, ".saying blockquote") == [f"“{WORDS}”"]
    assert text_of(page, ".saying figcaption") == ["Ida Known, ferry pilot, Harbour Board In Boats Counted"]
    links = [link.get("href") for link in find(tree(page), ".saying figcaption a")]
    assert links == [ida.get_absolute_url(), f"{edition.path}#{quote.anchor}"]
    assert card_ids(page).count(story.pk) == 1


def test_what_a_writer_has_set_off_comes_first_and_the_newest_day_before(client, opened):
    ida = a_person("Ida")
    live_article(body=told(ida, WORDS[:-1]), original_date=earlier(20))
    live_article(body=set_off(ida, WORDS.replace("boat", "ship")), original_date=earlier(22))
    live_article(body=set_off(ida, WORDS.replace("boat", "raft")), original_date=earlier(40))
    assert text_of(client.get("/"), ".saying blockquote") == [f"“{WORDS.replace('boat', 'ship')}”"]


@pytest.mark.parametrize("words", ["Yes", "We counted, and " * 14 + "slept"])
def test_words_that_do_not_stand_alone_are_no_quote_of_the_day(client, opened, words):
    live_article(body=told(a_person("Ida"), words), original_date=earlier(30))
    assert not find(tree(client.get("/")), ".saying")


@pytest.mark.parametrize(("kind", "days"), [("organisation", 1), ("person", 9)])
def test_no_body_and_nothing_old_is_quoted(client, opened, kind, days):
    live_article(body=told(a_person("Ida", kind=kind), WORDS[:-1]), original_date=earlier(24 * days))
    assert not find(tree(client.get("/")), ".saying")


def test_what_opens_the_page_is_not_quoted_on_it(client):
    live_article(body=told(a_person("Ida"), WORDS[:-1]))
    assert not find(tree(client.get("/")), ".saying")


def test_quote_in_another_language_says_which(client, opened):
    words = "لقد أحصينا كل قارب في النهر ثم أحصيناها مرة أخرى بكل هدوء"
    live_article(body=set_off(a_person("ليلى"), words), language="ar", original_date=earlier(30))
    quote = find(tree(client.get("/")), ".saying blockquote")[0]
    assert (quote.get("lang"), quote.get("dir")) == ("ar", "rtl")


def test_latest_corrections_stand_one_of_each_story_for_a_week(client, time_machine):
    corrected = [live_article(headline=f"Bridge {n}") for n in range(CORRECTIONS + 1)]
    for number, article in enumerate([*corrected, corrected[-1]]):
        time_machine.move_to(NOW + timedelta(minutes=number), tick=False)
        publish.correct(edited(article, dek=f"Number {number}."), by=system(), text=f"It was {number}.")
    assert text_of(client.get("/"), ".mended .note") == ["It was 4.", "It was 2.", "It was 1."]
    assert text_of(client.get("/"), ".mended .quiet")[0] == "Correction in Bridge 3, 21 May"
    time_machine.move_to(NOW + timedelta(days=9), tick=False)
    assert not find(tree(client.get("/")), ".mended")


def in_photos(*photos, **fields):
    """A live photo essay of these photos, the first of them its lead."""
    first, *others = photos
    figures = "".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in others)
    return live_article(label="photo_essay", lead_photo=first, body=f"<p>It was opened.</p>{figures}", **fields)


def test_newest_photo_essay_shows_three_of_its_photos_and_its_story_is_nowhere_else(client, opened):
    in_photos(*(a_photo(64, 48) for _ in range(4)), headline="Older", original_date=earlier(90))
    essay = in_photos(*(a_photo(64, 48) for _ in range(5)), headline="Ice Goes Out", original_date=earlier(60))
    page = client.get("/")
    assert text_of(page, ".essay .headline") == ["Ice Goes Out"]
    assert len(find(tree(page), ".essay .pic img")) == OF_ESSAY
    assert card_ids(page).count(essay.pk) == 1


def test_photo_essay_whose_licences_end_is_a_story_like_others(client, opened, time_machine):
    photos = [a_photo(64, 48) for _ in range(OF_ESSAY)]
    essay = in_photos(*photos, original_date=earlier(60))
    assert find(tree(client.get("/")), ".essay")
    Photo.objects.filter(pk=photos[1].pk).update(licence_ends_at=NOW)
    page = client.get("/")
    assert not find(tree(page), ".essay")
    assert card_ids(page).count(essay.pk) == 1


def test_photo_essay_of_few_photos_is_a_story_like_others(client, opened):
    essay = in_photos(a_photo(64, 48), a_photo(64, 48), original_date=earlier(60))
    page = client.get("/")
    assert not find(tree(page), ".essay")
    assert card_ids(page).count(essay.pk) == 1


def test_live_story_says_so_and_when_it_was_brought_up_to_date(client, time_machine):
    story = live_article(label="live", dek="", original_date=earlier(2), headline="Votes Counted")
    assert text_of(client.get("/"), ".is-live") == ["Live"]
    assert text_of(client.get("/"), ".first time") == ["12:30"]
    time_machine.move_to(NOW + timedelta(minutes=25), tick=False)
    publish.publish(edited(story, dek="All of it anew."), by=system())
    page = client.get("/")
    assert text_of(page, ".first time") == ["12:55"]
    assert find(tree(page), ".first time")[0].get("datetime") == "2026-05-21T12:55:00+00:00"
    assert text_of(client.get("/latest/"), ".entry time") == ["10:30"]


def test_other_stories_show_the_date_they_came_out(client, time_machine):
    story = live_article(dek="", original_date=earlier(2))
    time_machine.move_to(NOW + timedelta(minutes=25), tick=False)
    publish.publish(edited(story, dek="All of it anew."), by=system())
    page = client.get("/")
    assert not find(tree(page), ".is-live")
    assert text_of(page, ".first time") == ["10:30"]

"""What an editor gets of a pasted address: words, a poster, a post's quote; a sentence when there is nothing."""

import datetime

import pytest

from articles.editorial.importing.embeds import NoEmbed, know_embed
from articles.editorial.permissions import Forbidden
from articles.exchange.fetching import NotFetched
from articles.exchange.oembed import Said
from articles.models.person import Person
from media.models import Photo
from tests.builders import a_person, editor, picture_bytes, reporter, stranger

pytestmark = pytest.mark.django_db
FILM, POST = "https://youtu.be/a1b2c3d4", "https://bsky.app/profile/anna.example/post/3kabc"


@pytest.fixture
def says(monkeypatch, settings):
    """A function that sets what every provider says, or the failure that it ends with."""
    settings.ASK_EMBEDS = True

    def answer(given):
        def ask(_embed, _make):
            if isinstance(given, Exception):
                raise given
            return given

        monkeypatch.setattr("articles.editorial.importing.embeds.ask_provider", ask)

    return answer


def test_film_has_its_words_and_its_poster_as_a_photo_with_a_credit(says):
    says(Said(title="A film", author="Anna", ratio="16:9", poster=picture_bytes(320, 180)))
    known = know_embed(FILM, by=editor())
    photo = Photo.objects.get()
    assert known.attributes == {
        "data-title": "A film", "data-author": "Anna", "data-ratio": "16:9", "data-photo": str(photo.pk),
        "data-credit": "Anna, YouTube",
    }  # fmt: skip
    assert known.poster == photo and photo.credit == "Anna, YouTube" and photo.decorative
    assert known.lines == () and "said what it is" in known.sentence


@pytest.mark.parametrize("data", [b"<svg onload=alert(1)>", b"GIF89a", b""])
def test_poster_that_is_no_picture_is_left_out(says, data):
    says(Said(title="A film", poster=data))
    assert know_embed(FILM, by=editor()).attributes == {"data-title": "A film"}
    assert not Photo.objects.exists()


def test_post_is_quoted_with_the_one_person_who_is_called_so(says):
    anna = a_person("Anna Berg")
    says(Said(author="Anna Berg", lines=("One.", "Two."), day=datetime.date(2026, 5, 3)))
    known = know_embed(POST, by=reporter())
    assert known.lines == ("One.", "Two.") and known.person == anna
    assert known.attribution == "Anna Berg, Bluesky, 3 May 2026" and "stand above it as a quote" in known.sentence
    a_person("Other Berg", aliases=["Anna Berg"])
    assert know_embed(POST, by=reporter()).person is None
    says(Said(author="Anna Berg"))
    assert "Write them above it as a quote" in know_embed(POST, by=reporter()).sentence
    says(Said(author="Nobody", lines=("One.",)))
    assert know_embed(POST, by=reporter()).person is None and Person.objects.count() == 2


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("https://www.instagram.com/p/Ab_1-2c/", "says nothing to strangers"),
        ("https://www.facebook.com/some.one/posts/123", "says nothing to strangers"),
        ("https://www.google.com/maps/embed?pb=!1m18!2d5.1", "says nothing to strangers"),
        (FILM, "said nothing"),
    ],
)
def test_link_stays_where_there_is_nothing_to_be_had(says, address, sentence):
    says(NotFetched("no network"))
    known = know_embed(address, by=editor())
    assert sentence in known.sentence and "link stays" in known.sentence and known.attributes == {}


def test_nothing_is_asked_where_it_is_switched_off(says, settings):
    says(AssertionError("asked"))
    settings.ASK_EMBEDS = False
    assert "Nothing is asked of YouTube" in know_embed(FILM, by=editor()).sentence


def test_only_who_writes_asks_and_only_for_what_is_known():
    with pytest.raises(Forbidden):
        know_embed(FILM, by=stranger())
    with pytest.raises(NoEmbed):
        know_embed("https://evil.example/film", by=editor())

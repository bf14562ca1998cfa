"""The interface in other languages: every kind of page in a language that puts each message in brackets.

The content of these pages is Greek and their dates are Ukrainian, so a Latin word outside brackets is a word of the
interface that nobody can translate.
"""

import json
import re
from datetime import UTC, datetime

import polib
import pytest
from django.db import OperationalError
from django.test import override_settings
from django.utils import timezone
from lxml import etree, html

from articles.editorial.publishing import publish, withdraw
from articles.models.desk import Desk
from articles.reader import urls as readers_urls
from articles.reader.pages import errors
from media.models import Photo, SourceType
from tests.articles.reader.page_checks import find, text_of
from tests.builders import a_desk, a_person, a_photo, a_topic, edited, live_article, live_edition, system
from tools.messages import LOCALE, messages

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# Addresses for machines, which speak no human language, or only that of one story.
FOR_MACHINES = {"healthz", "readyz", "robots", "suggestions", "next-list", "sitemap", "news-sitemap", "pages-sitemap"}
FOR_MACHINES |= {"licence", "tdm-reservation", "trust-txt", "well-known-trust-txt", "service-worker", "card"}
FOR_MACHINES |= {"story-sitemap", "named-sitemap", "ninjs", "oembed", "read", "manifest", "icon"}
UNTOUCHED = {"form of a date", "list"}  # contexts of messages that are signs, not words
SPOKEN = ("aria-label", "alt", "title", "placeholder", "data-next", "data-failed")
SPOKEN_META = ("description", "og:title", "og:description", "og:site_name", "og:image:alt", "article:section")
SPOKEN_DATA = ("name", "description", "headline", "genre", "articleSection")
# Names of formats are the same everywhere.
LATIN = re.compile(r"\b(?!(?:RSS|Atom|JSON|RSL|TDM|robots|trust|txt)\b)[A-Za-z]{2,}")
BODY = '<p>Ένα δύο.</p><h2>Τρία</h2><blockquote data-person="{0}" data-attribution="Άδα"><p>«Ναι.»</p></blockquote>'


@pytest.fixture
def bracketed(tmp_path):
    """The site in Ukrainian, with a catalogue that puts every message in brackets."""
    catalogue = polib.POFile()
    catalogue.metadata = polib.pofile(str(LOCALE / "uk" / "LC_MESSAGES" / "django.po")).metadata
    for context, text, plural in messages():
        said = text if context in UNTOUCHED else f"⟦{text}⟧"
        forms = {"msgid_plural": plural, "msgstr_plural": dict.fromkeys(range(4), f"⟦{plural}⟧")}
        catalogue.append(polib.POEntry(msgctxt=context or None, msgid=text, **forms if plural else {"msgstr": said}))
    folder = tmp_path / "uk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue.save_as_mofile(str(folder / "django.mo"))
    with override_settings(LOCALE_PATHS=[tmp_path], LANGUAGE_CODE="uk", SITE_NAME="Εφημερίς"):
        yield


@pytest.fixture
def newsroom(db):
    """Stories of every kind, all of their words in Greek: {kind of page: its addresses}."""
    desk, topic = a_desk("Πόλη"), a_topic("Γέφυρες")
    ada = a_person("Άδα", aliases=["Α."], role="μηχανικός", pronouns="she")
    fields = {"desk": desk, "body": BODY.format(ada.pk), "dek": "Πρόταση.", "language": "el", "lead_topic": topic}
    fields |= {"topics": [topic], "bylines": [ada, a_person("Βύρων"), a_person("Γιώτα")], "place": "Πάτρα"}
    words = {"alt": "Γέφυρα.", "credit": "Άδα", "caption": "Γέφυρα."}
    made = [live_article(headline=f"Γέφυρα {n}", label="analysis", **fields) for n in range(33)]
    shown, ended = a_photo(1600, 900, **words), a_photo(**words)
    Photo.objects.filter(pk=shown.pk).update(source_type=SourceType.AI_MADE)
    photo = live_article(headline="Εικόνα", lead_photo=shown, **fields)
    without = live_article(headline="Χωρίς", lead_photo=ended, **fields)
    Photo.objects.filter(pk=ended.pk).update(licence_ends_at=timezone.now())
    corrected = live_article(headline="Λάθος", **fields)
    publish.correct(edited(corrected, dek="Άλλη."), by=system(), text="Ήταν λάθος.")
    gone = live_edition(made[0]).path
    withdraw.withdraw(made[0], by=system())
    Desk.objects.filter(name="World").delete()  # the builders' own, which no story here is on
    today = timezone.localdate()
    feeds = {"feed": "/", "desk-feed": desk.get_absolute_url(), "topic-feed": topic.get_absolute_url()}
    feeds |= {"person-feed": ada.get_absolute_url()}
    formats = ("rss.xml", "atom.xml", "feed.json")
    return {
        "front": ["/"],
        "story": [gone, *(live_edition(each).path for each in (photo, without, corrected))],
        "story-part": [f"{live_edition(photo).path}article.html"],
        "history": [f"{live_edition(corrected).path}history/"],
        "desk": [desk.get_absolute_url(), a_desk("Άδεια").get_absolute_url()],
        "topics": ["/topics/"],
        "topic": [topic.get_absolute_url()],
        "people": ["/people/"],
        "person": [ada.get_absolute_url()],
        "person-quotes": [f"{ada.get_absolute_url()}quotes/{query}" for query in ("", "?q=ναι", "?q=Ουδέποτε")],
        "latest": ["/latest/"],
        "search": [f"/search/?{query}" for query in searches(ada, topic, desk)],
        "no page": ["/oudepote/"],
        "kept": ["/kept/"],
        "transparency": ["/about/transparency/"],
        "archive": ["/archive/"],
        "archive-year": [f"/archive/{today:%Y}/"],
        "archive-month": [f"/archive/{today:%Y/%m}/"],
        "archive-day": [f"/archive/{today:%Y/%m/%d}/"],
        "corrections": ["/corrections/"],
        **{kind: [f"{page}feeds/{name}" for name in formats] for kind, page in feeds.items()},
    }


def searches(ada, topic, desk):
    """Queries that each get another sentence."""
    word = "Γέφυρα"
    narrow = f"person={ada.slug}&topic={topic.slug}&desk={desk.slug}&byline={ada.slug}"
    return ["", "q=-", "q=Ουδέποτε", "person=nobody&topic=none&desk=none&from=x", f"q={word}&{narrow}", narrow]


def is_page(body):
    """Whether it is HTML, not a feed."""
    return body.lower().startswith(b"<!doctype html")


def pages_of(client, address):
    """The bodies of the page at an address and of those that it turns to."""
    body = client.get(address).content
    yield body
    if is_page(body):
        for link in find(html.fromstring(body.decode()), "a[rel=next]"):
            if link.get("href").startswith("?"):
                yield client.get(address.split("?")[0] + link.get("href")).content


def spoken(body):
    """Every text of a page or feed that people may see or hear."""
    if body.startswith(b"{"):
        feed = json.loads(body)
        yield from (feed["title"], feed.get("description", ""))
        return
    if not is_page(body):
        titles = ("{*}title", "{*}subtitle", "{*}description")
        yield from (each.text or "" for each in etree.fromstring(body).iter(*titles))
        return
    page = html.fromstring(body.decode())
    for script in find(page, "script[type=application/ld+json]"):
        yield from said_by_data(json.loads(script.text))
    for meta in find(page, "meta[content]"):
        if (meta.get("name") or meta.get("property")) in SPOKEN_META:
            yield meta.get("content")
    for element in page.iter(etree.Element):
        yield from (element.get(name) for name in SPOKEN if element.get(name))
    for unseen in find(page, "script"):
        unseen.drop_tree()
    yield page.text_content()


def said_by_data(data):
    """The texts of JSON-LD that a search engine may show."""
    if isinstance(data, list):
        for each in data:
            yield from said_by_data(each)
    elif isinstance(data, dict):
        yield from (data[name] for name in SPOKEN_DATA if isinstance(data.get(name), str))
        yield from said_by_data(list(data.values()))


def untranslated(body):
    """The Latin words of a page that stand outside every bracket."""
    for text in spoken(body):
        outside, found = text, 1
        while found:
            outside, found = re.subn(r"⟦[^⟦⟧]*⟧", "", outside)
        yield from LATIN.findall(outside)


def test_no_page_speaks_a_word_that_cannot_be_translated(client, newsroom, bracketed):
    wrong = []
    for addresses in newsroom.values():
        for address in addresses:
            for body in pages_of(client, address):
                assert not is_page(body) or "⟦".encode() in body, f"{address} is not in the language of the site"
                wrong += [f"{address}: {word}" for word in untranslated(body)]
    assert not wrong, "\n".join(wrong)


def test_every_kind_of_page_is_walked(newsroom):
    kinds = {pattern.name for pattern in readers_urls.urlpatterns}
    assert kinds - FOR_MACHINES - {"security-txt", "csp-reports"} == newsroom.keys() - {"no page"}


@pytest.mark.parametrize("broken", [None, "500.html"])
def test_failure_speaks_the_language_of_the_site(rf, bracketed, monkeypatch, broken):
    if broken:
        monkeypatch.setattr(errors, "render_to_string", lambda name: 1 / 0)
    body = errors.server_error(rf.get("/")).content
    assert not list(untranslated(body))
    assert html.fromstring(body.decode()).get("lang") == "uk"


def test_not_found_without_a_database_speaks_the_language_of_the_site(rf, bracketed, monkeypatch):
    def fail(request):
        raise OperationalError

    monkeypatch.setattr(errors, "site_context", fail)
    body = errors.not_found(rf.get("/"), Exception()).content
    assert not list(untranslated(body))
    assert html.fromstring(body.decode()).get("lang") == "uk"


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("uk", "ltr")])
def test_page_is_marked_with_the_language_of_the_interface_and_stories_with_theirs(
    client, newsroom, language, direction
):
    with override_settings(LANGUAGE_CODE=language):
        for kind, addresses in newsroom.items():
            for address in addresses:
                body = client.get(address).content
                if not is_page(body) or kind == "story-part":
                    continue
                page = html.fromstring(body.decode())
                story = find(page, "article[data-story]")
                frame = page.find("body") if story else page
                assert (frame.get("lang"), frame.get("dir")) == (language, direction), address
                assert [(each.get("lang"), each.get("dir")) for each in story] == [("el", "ltr")] * len(story)
                for headline in find(page, "[data-story-card] .headline, .plain [data-story-card] a"):
                    assert headline.xpath("ancestor-or-self::*[@lang][1]/@lang") == ["el"], address


def test_dates_and_numbers_speak_the_language_of_the_interface(client):
    at = datetime(2026, 5, 21, 18, 40, tzinfo=UTC)
    topic = a_topic("Γέφυρες")
    article = live_article(original_date=at, topics=[topic], lead_topic=topic)
    path = live_edition(article).path
    with override_settings(LANGUAGE_CODE="uk"):
        assert text_of(client.get(path), ".meta time")[0] == "21 травня 2026, 18:40"
        assert "1 матеріал від травня 2026." in text_of(client.get(topic.get_absolute_url()), ".intro .quiet")[0]
    with override_settings(LANGUAGE_CODE="ar"):
        assert text_of(client.get(path), ".meta time")[0] == "21 مايو 2026، 18:40"
        assert "مقال واحد منذ مايو 2026." in text_of(client.get(topic.get_absolute_url()), ".intro .quiet")[0]

"""What only some may see stays with them: nothing keeps it, nothing tells others of it, nothing of others is in it."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from lxml import html

from tests import admin_walking, builders

pytestmark = pytest.mark.django_db
# A photo's preview in the browser, and the page's own addresses.
OWN = {"", urlsplit(settings.SITE_URL).netloc, "testserver"}
FETCHED = ("src", "srcset", "poster", "data", "action", "formaction")
FETCHING = {"link": ["href"], "use": ["href"], "image": ["href"]}
IN_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@pytest.fixture
def newsroom():
    """A newsroom with a row of everything that has a screen; returns the client of a chief."""
    photo, person = builders.a_photo(caption="From the west."), builders.a_person("Ida Known")
    link = '<a href="https://elsewhere.example/report">a report</a>'
    words = {"body": f"<p>See {link}, said Ida Known.</p>", "lead_photo": photo, "bylines": [person]}
    builders.live_article(**words, lead_topic=builders.a_topic())
    builders.scheduled_article(timezone.now() + timedelta(days=1), **words)
    builders.withdrawn_article(**words)
    builders.shared_article(**words)
    builders.naming_article()
    builders.a_static_page(body=words["body"])
    client = Client()
    client.force_login(builders.chief())
    return client


def preview_of(article):
    return article.preview_links.get().get_absolute_url()


def test_admin_is_kept_by_no_cache_names_itself_to_nobody_and_fetches_from_nobody(newsroom):
    """Every address of the admin, as a chief and as somebody who is not signed in."""
    asked = [(client, address) for address in admin_walking.addresses() for client in (newsroom, Client())]
    wrong = {}
    for client, address in asked:
        page = client.get(address)
        policy = "no-referrer" if address.endswith("/preview/") else "same-origin"
        if (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) != ("private, no-store", policy):
            wrong[address] = dict(page.headers)
        if found := set(fetched_from_elsewhere(page)):
            wrong[address] = found
    assert wrong == {}
    assert len(asked) > 200


def test_preview_behind_a_link_is_kept_by_no_cache():
    for address in (preview_of(builders.shared_article()), "/preview/none/"):
        assert Client().get(address).headers["Cache-Control"] == "private, no-store"


def test_preview_link_says_to_nobody_where_its_links_stood():
    shared = preview_of(builders.shared_article())
    assert Client().get(shared).headers["Referrer-Policy"] == "no-referrer"


def test_form_of_the_admin_is_taken_as_browsers_send_it(newsroom):
    """Under `no-referrer` a browser would name `null` as its origin, and no form could be posted."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(builders.chief())
    page = client.get("/admin/articles/user/me/")
    token = html.fromstring(page.content.decode()).xpath("string(//input[@name='csrfmiddlewaretoken']/@value)")
    data = {"csrfmiddlewaretoken": token, "time_zone": "Europe/Kyiv"}
    assert client.post("/admin/articles/user/me/", data, HTTP_ORIGIN="http://testserver").status_code == 302


def fetched_from_elsewhere(page):
    """The addresses of other hosts that a browser would ask when it shows a response, or posts a form of it."""
    if not page.headers["Content-Type"].startswith("text/html") or not page.content:
        return
    for element in html.fromstring(page.content.decode()).iter("*"):
        names = [*FETCHED, *FETCHING.get(element.tag, ())]
        found = [part.split()[0] for name in names for part in (element.get(name) or "").split(",") if part.strip()]
        css = unescape(f"{element.get('style', '')} {element.text or ''}") if element.tag == "style" else ""
        found += [address for pair in IN_CSS.findall(css) for address in pair if address]
        yield from (address for address in found if urlsplit(address).netloc not in OWN)


def test_address_of_another_host_would_be_seen():
    response = type("Page", (), {"headers": {"Content-Type": "text/html"}})()
    response.content = (
        b'<link href="//a.example/x.css"><img srcset="/own.png 1x, https://b.example/2.png 2x"><a href="https://c.example">'
        b"<style>p { background: url(https://d.example/e.png) }</style><form action=https://f.example>"
    )
    hosts = {urlsplit(address).netloc for address in fetched_from_elsewhere(response)}
    assert hosts == {"a.example", "b.example", "d.example", "f.example"}

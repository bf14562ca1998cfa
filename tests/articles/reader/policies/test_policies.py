"""What machines may do: three answers, the same in every form; and who publishes."""

from itertools import product

import pytest
from lxml import etree

from articles.models.publisher import Publisher
from articles.reader.policies.answers import ANSWERING, LEARNING
from articles.reader.policies.licence import RSL
from tests.builders import a_static_page

pytestmark = pytest.mark.django_db
USES = ("search", "ai-input", "ai-train")


def said_by_robots(text):
    """{use: allowed} of the Content-Signal line, and the crawlers that are told to stay away."""
    lines = text.splitlines()
    signal = "".join(line.removeprefix("Content-Signal: ") for line in lines if line.startswith("Content-Signal: "))
    signals = dict(part.split("=") for part in signal.split(", ") if part)
    named = {line.removeprefix("User-agent: ") for line in lines if line.startswith("User-agent: ")} - {"*"}
    return {use: said == "yes" for use, said in signals.items()}, named


def said_by_licence(content):
    """{use: allowed} of the RSL licence."""
    found = {}
    for tag, may in (("permits", True), ("prohibits", False)):
        for element in etree.fromstring(content).iter(f"{{{RSL}}}{tag}"):
            found |= dict.fromkeys(element.text.split(), may)
    return found


@pytest.mark.parametrize("given", list(product((True, False, None), repeat=3)))
def test_every_form_says_the_same(client, given):
    names = ("may_be_found", "may_be_answered_with", "may_be_learned_from")
    Publisher.objects.update_or_create(pk=1, defaults=dict(zip(names, given, strict=True)))
    wanted = {use: said for use, said in zip(USES, given, strict=True) if said is not None}
    text = client.get("/robots.txt").content.decode()
    signals, away = said_by_robots(text)
    assert signals == wanted == said_by_licence(client.get("/license.xml").content)
    assert away == {*(ANSWERING if given[1] is False else ()), *(LEARNING if given[2] is False else ())}
    assert ("Disallow: /admin/" in text) == (given[0] is not False)
    assert ("License: http://127.0.0.1:8000/license.xml" in text) == bool(wanted)
    told = client.get("/.well-known/tdmrep.json").json()
    assert [each["tdm-reservation"] for each in told] == ([] if given[2] is None else [int(not given[2])])
    trust = client.get("/trust.txt").content.decode()
    said = [line for line in trust.splitlines() if line.startswith("datatrainingallowed=")]
    assert said == ([] if given[2] is None else [f"datatrainingallowed={'yes' if given[2] else 'no'}"])
    page = client.get("/about/transparency/").content.decode()
    shown = [page.count(f'<p class="quiet">{word}</p>') for word in ("Yes", "No", "Not said")]
    assert shown == [given.count(True), given.count(False), given.count(None)]


def test_publisher_says_who_it_is_and_by_which_rules(client):
    Publisher.objects.update_or_create(
        pk=1, defaults={"social": "https://social.example/@paper", "description": "A daily."}
    )
    page = a_static_page("Our Ethics", "our-ethics", role="ethicsPolicy", body="<p>So.</p>")
    contact = a_static_page("Write to Us", "contact", role="actionableFeedbackPolicy", body="<p>So.</p>")
    trust = client.get("/.well-known/trust.txt").content.decode().splitlines()
    assert "social=https://social.example/@paper" in trust
    assert f"contact=http://127.0.0.1:8000{contact.get_absolute_url()}" in trust
    found = client.get("/about/transparency/").content.decode()
    assert page.get_absolute_url() in found and "A daily." in found and 'rel="me"' in found
    assert "/about/transparency/" in client.get("/").content.decode()


def test_page_called_about_stays_possible(client):
    page = a_static_page("About Us", "about", body="<p>So.</p>")
    assert client.get(page.get_absolute_url()).status_code == 200

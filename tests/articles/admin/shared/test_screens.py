"""Every screen of the admin opens, for those who may see it."""

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from articles.editorial.directory.rename import alias
from articles.editorial.publishing import publish
from articles.models.csp_report import CspReport
from articles.models.house_word import HouseWord
from articles.models.view_count import ViewCount
from tests import builders

SCREENS = sorted(admin.site._registry, key=lambda model: model._meta.label)
ONE_ROW = {"publisher"}
READ_ONLY = {
    "edition",
    "section",
    "quote",
    "correction",
    "logentry",
    "viewcount",
    "directorychange",
    "personsuggestion",
}
FOR_CHIEFS = {"signin", "cspreport"}


@pytest.fixture
def everything(db):
    """One row of everything."""
    person = builders.a_person("Ana Diaz", aliases=["A. Diaz"])
    article = builders.live_article(
        body='<h2>Head</h2><blockquote data-attribution="Ana Diaz"><p>We wait.</p></blockquote>',
        lead_photo=builders.a_photo(),
        lead_topic=builders.a_topic(),
        bylines=[person],
    )
    builders.a_suggestion(article)
    publish.correct(article, by=builders.system(), text="The year was wrong.")
    builders.a_static_page()
    HouseWord.objects.create(wrong="web site", right="website")
    alias(person, "Anita", by=builders.system())
    today = timezone.localdate()
    ViewCount.objects.count_one(article.pk, today)
    CspReport.objects.create(date=today, directive="img-src", blocked="https://elsewhere.example", page="/", times=1)


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
def test_every_screen_opens(chief, everything, model):
    row = model._default_manager.order_by("pk").last()
    for url in (address(model, "changelist"), address(model, "change", row.pk), address(model, "history", row.pk)):
        assert chief.get(url, follow=True).status_code == 200, url
    searched = chief.get(address(model, "changelist"), {"q": "We"}, follow=True)
    assert searched.status_code == 200
    adding = chief.get(address(model, "add"))
    assert adding.status_code == (403 if model._meta.model_name in READ_ONLY | ONE_ROW | FOR_CHIEFS else 200)


@pytest.mark.parametrize(
    ("model", "field", "term", "found"),
    [
        ("articletopic", "tag", "brid", "Bridges"),
        ("article", "lead_topic", "BRID", "Bridges"),
        ("articlebyline", "person", "a. di", "Ana Diaz"),
        ("article", "lead_photo", "bridge", "The bridge."),
    ],
)
def test_autocomplete_finds(reporter, everything, model, field, term, found):
    query = {"app_label": "articles", "model_name": model, "field_name": field, "term": term}
    results = reporter.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [result["text"] for result in results] == [found]


@pytest.mark.parametrize("role", ["reporter", "editor", "photo editor"])
@pytest.mark.parametrize("name", sorted(READ_ONLY))
def test_what_was_published_is_only_read(enter, everything, role, name):
    client = enter(role)
    listed = reverse(f"admin:articles_{name}_changelist")
    assert client.get(listed).status_code == 200
    assert client.post(reverse(f"admin:articles_{name}_add")).status_code == 403


def test_stranger_sees_nothing(enter, everything):
    client = enter("stranger")
    assert client.get(reverse("admin:articles_article_changelist")).status_code == 403
    assert client.get(reverse("admin:index")).status_code == 200


def test_policy_lets_no_inline_script_in_but_the_import_map(chief, everything):
    page = chief.get(reverse("admin:articles_article_add"))
    policy = page.headers["Content-Security-Policy"]
    nonce = policy.split("'nonce-")[1].split("'")[0]
    assert "unsafe" not in policy
    assert f'<script nonce="{nonce}" type="importmap">' in page.text or f'type="importmap" nonce="{nonce}"' in page.text

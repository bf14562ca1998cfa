"""Names and their keys, slugs of their own, and the addresses that no desk may take."""

import re
from pathlib import Path

import pytest
from django.core.checks import Tags, run_checks
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from articles.checks import desks_hide_no_pages
from articles.models.desk import Desk, reserved_segments, validate_desk_slug
from articles.models.named import slug_for
from articles.models.person import Person
from articles.models.topic import Topic
from tests.builders import a_desk

CONTRACT = Path(__file__).parents[3] / "docs" / "contract.md"


@given(st.text(max_size=150))
def test_slug_is_never_empty_plain_short_and_always_the_same(name):
    slug = slug_for(name, kind="topic")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 80
    assert slug == slug_for(name, kind="topic")


def test_slug_of_a_script_without_latin_words_names_its_kind():
    assert slug_for("Київ", kind="desk") == "kyiv"
    assert re.fullmatch(r"desk-[0-9a-f]{8}", slug_for("世界", kind="desk"))
    assert slug_for("世界", kind="desk") != slug_for("体育", kind="desk")


def test_slug_that_says_little_of_a_name_is_not_the_address_of_what_it_does_say():
    assert re.fullmatch(r"ai-[0-9a-f]{8}", slug_for("AI 新闻", kind="topic"))
    assert slug_for("AI 新闻", kind="topic") != slug_for("AI 公司", kind="topic")
    assert slug_for("AI", kind="topic") == "ai"
    long = slug_for("a" * 40 + " " + "b" * 40 + "新" * 80, kind="story")
    assert re.fullmatch(r"a{40}-[0-9a-f]{8}", long)


@pytest.mark.django_db
def test_key_follows_the_name_whatever_is_saved():
    desk = a_desk("Київ")
    desk.name = "Lviv"
    desk.save(update_fields=["name"])
    desk.refresh_from_db()
    assert (desk.name, desk.key) == ("Lviv", "lviv")
    desk.position = 3
    desk.save(update_fields=["position"])
    desk.refresh_from_db()
    assert (desk.position, desk.key) == (3, "lviv")


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Desk, Topic])
@pytest.mark.parametrize(("name", "twin"), [("Київ", "КИЇВ"), ("Óbidos", "obidos"), ("Straße", "STRASSE")])
def test_twin_is_refused_with_a_sentence(model, name, twin):
    model.objects.create(name=name, slug="one")
    with pytest.raises(ValidationError, match="of that name already, written with other case or accents"):
        model(name=twin, slug="two").full_clean()


@pytest.mark.django_db
def test_name_that_unfolds_beyond_its_key_is_refused_with_a_sentence():
    with pytest.raises(ValidationError, match="too long when it is written out"):
        Person(name="ﷺ" * 40, slug="salla").full_clean()


@pytest.mark.django_db
def test_topics_that_taggit_makes_get_our_slugs():
    assert Topic.objects.create(name="Київ").slug == "kyiv"
    assert Topic.objects.create(name="Kyiv").slug == "kyiv-1"


def test_four_digits_belong_to_years():
    with pytest.raises(ValidationError, match="address of a year"):
        validate_desk_slug("2026")
    validate_desk_slug("20265")


def test_desk_may_take_no_first_segment_of_the_site():
    for slug in ("admin", "photos", "topics", "people", "latest", "feeds", "healthz", "search", "static", "Topics"):
        with pytest.raises(ValidationError, match="page of the site"):
            validate_desk_slug(slug)
    validate_desk_slug("world")


def test_every_address_that_the_contract_promises_is_reserved():
    promised = set(re.findall(r"`/([a-z]+)(?=[/?`])", CONTRACT.read_text()))
    assert {"topics", "people", "latest", "feeds", "healthz", "admin"} <= promised
    assert (
        promised - {"about"} <= reserved_segments()
    )  # of /about/transparency/, beside a page that may be called About


@pytest.mark.django_db
def test_check_finds_a_desk_that_a_page_hides():
    a_desk("World")
    assert desks_hide_no_pages(databases=["default"]) == []
    Desk.objects.create(name="Search", slug="search")
    (error,) = desks_hide_no_pages(databases=["default"])
    assert error.id == "articles.E001"
    assert "/search/ can't be reached" in error.msg
    assert "slug='search'" in error.hint
    with pytest.raises(SystemCheckError, match="/search/"):
        call_command("check", databases=["default"])


@pytest.mark.django_db
def test_check_asks_no_database_unless_told_to():
    Desk.objects.create(name="Search", slug="search")
    assert [error for error in run_checks() if error.id == "articles.E001"] == []
    assert run_checks(tags=[Tags.database], databases=["default"]) != []


@pytest.mark.django_db
def test_check_is_quiet_before_the_first_migration(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)
    assert desks_hide_no_pages(databases=["default"]) == []

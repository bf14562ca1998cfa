"""Lists of people, topics and desks with what readers have of each, and their own stories, quotes and photos."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from lxml import html

from articles.editorial.writing.seal import seal
from media import ingest
from tests import builders
from tests.articles.reader.page_checks import queries

pytestmark = pytest.mark.django_db
T = datetime(2026, 5, 21, 16, 40, tzinfo=UTC)
QUOTED = '<p>It rained.</p><blockquote data-person="{}"><p>We wait.</p></blockquote>'


@pytest.fixture
def ana(time_machine):
    """Somebody who is quoted in one live story, signs another, and has a portrait."""
    time_machine.move_to(T, tick=False)
    ana = builders.a_person("Ana Diaz", role="pilot", portrait=builders.a_photo())
    builders.live_article(headline="The Wait", body=QUOTED.format(ana.pk))
    builders.live_article(headline="The Flight", bylines=[ana])
    return ana


def listed(client, kind, **query):
    return client.get(reverse(f"admin:articles_{kind}_changelist"), query)


def row(page, name):
    """The words of each cell of a row of a list, as one line."""
    rows = html.fromstring(page.text).xpath("//table[@id='result_list']//tbody/tr")
    [found] = [each for each in rows if name in each.text_content()]
    return " | ".join(" ".join(cell.text_content().split()) for cell in found)


def test_list_of_people_says_what_readers_have_of_each_and_shows_the_portrait(editor, ana):
    builders.a_person("Bo Fern")
    page = listed(editor, "person")
    assert row(page, "Ana Diaz") == "Ana Diazpilot |  |  | 1 | 1 | 21 May 2026, 16:40"
    assert row(page, "Bo Fern") == "Bo Fern |  |  |  |  | never"
    assert f"/admin/media/photo/{ana.portrait_id}/proof/" in page.text
    assert "icon-no.svg" not in page.text and "Select person" not in page.text


def test_lists_of_topics_and_desks_say_how_many_stories_are_live_and_when_the_last_was(editor, time_machine):
    time_machine.move_to(T, tick=False)
    topic, desk = builders.a_topic("Bridges"), builders.a_desk("World")
    builders.live_article(lead_topic=topic, desk=desk)
    editor.user.first_name, editor.user.last_name = "Ed", "Itor"
    editor.user.save()
    editor.user.desks.add(desk)
    assert row(listed(editor, "topic"), "Bridges") == "Bridges | 1 | 21 May 2026, 16:40"
    assert row(listed(editor, "desk"), "World") == "World | 1 | 21 May 2026, 16:40 | Ed Itor"


@pytest.mark.parametrize(("kind", "number"), [("person", 10), ("topic", 7), ("desk", 9), ("user", 11)])
def test_lists_ask_as_often_for_three_rows_as_for_one(chief, kind, number):
    def another(place):
        if kind == "user":
            return builders.reporter(username=f"somebody {place}")
        made = getattr(builders, f"a_{kind}")(f"Quokka {place}")
        builders.live_article(
            **{"person": {"bylines": [made]}, "topic": {"lead_topic": made}, "desk": {"desk": made}}[kind]
        )
        return made

    another(1)
    for places in ((2, 3), ()):
        with queries() as statements:
            listed(chief, kind, q="quokka" if kind != "user" else "")
        assert len(statements) == number, "\n".join(statements)
        for place in places:
            another(place)


@pytest.mark.parametrize(
    ("kind", "missing", "found"),
    [("person", "portrait", "Bo Fern"), ("person", "role", "Bo Fern"), ("topic", "description", "Bo Fern")],
)
def test_what_is_missing_is_found_by_a_filter(editor, kind, missing, found):
    make = getattr(builders, f"a_{kind}")
    make("Bo Fern")
    complete = make("Ana Diaz")
    for name, value in (
        {"role": "pilot", "portrait": builders.a_photo()} if kind == "person" else {"description": "All."}
    ).items():
        setattr(complete, name, value)
    complete.save()
    names = [entry.name for entry in listed(editor, kind, missing=missing).context["cl"].result_list]
    assert names == [found]
    assert len(listed(editor, kind, missing="nothing we know").context["cl"].result_list) == 2


@pytest.mark.parametrize("kind", ["person", "topic", "desk", "quote", "correction", "directorychange"])
def test_empty_list_says_what_would_stand_there_and_one_that_found_nothing_leads_back(chief, kind):
    page = listed(chief, kind)
    assert 'class="list-empty"' in page.text and "yet" in page.text
    searched = listed(chief, kind, q="qwertz").text
    assert "Nothing fits these words and filters." in searched and '<a href="?">' in searched


def test_screen_of_a_person_has_their_own_stories_quotes_and_photos(editor, ana):
    named = builders.a_photo()
    ingest.update(named, None, people="Ana Diaz\nSomebody")
    page = editor.get(reverse("admin:articles_person_change", args=[ana.pk])).text
    own = page.split('<aside class="own"')[1].split("</aside>")[0]
    assert "The Wait" in own and "The Flight" in own and "“We wait.”" in own
    assert own.count("/proof/") == 2, "the portrait, and the photo that names her"
    assert "21 May 2026, 16:40" in own


def test_photos_of_a_person_are_for_those_who_may_look_at_the_library(client, ana):
    user = builders.stranger()
    user.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(user)
    page = client.get(reverse("admin:articles_person_change", args=[ana.pk])).text
    assert "The Wait" in page and "/proof/" not in page.split('<aside class="own"')[1]


def test_screens_of_topics_and_desks_have_their_stories(editor):
    topic, desk = builders.a_topic("Bridges"), builders.a_desk("World")
    builders.live_article(headline="The Arch", lead_topic=topic, desk=desk)
    for row_ in (topic, desk):
        page = editor.get(reverse(f"admin:articles_{row_._meta.model_name}_change", args=[row_.pk])).text
        assert "The Arch" in page.split('<aside class="own"')[1]
    empty = editor.get(reverse("admin:articles_topic_change", args=[builders.a_topic("Arches").pk])).text
    assert "No live story is filed under it." in empty


def test_account_has_the_stories_in_hand_and_nothing_of_sealed_ones(chief):
    ida = builders.reporter(username="ida")
    builders.draft_article(by=ida, headline="In the Works")
    hidden = builders.draft_article(by=ida, headline="Hidden Away")
    seal(hidden, by=ida)
    page = chief.get(reverse("admin:articles_user_change", args=[ida.pk])).text
    own = page.split('<aside class="own"')[1]
    assert "In the Works" in own and "Hidden Away" not in own
    assert row(listed(chief, "user"), "ida").split(" | ")[1:4] == ["reporter", "all desks", "1"]

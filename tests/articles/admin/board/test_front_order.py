"""The screen of what stands on top of pages: moving by buttons, who may, and what is offered."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles.admin.board.front_order import moved
from articles.editorial.site.front_order import front_order, set_front_order
from articles.models.top_story import MOST_ON_TOP
from tests import builders
from tests.articles.admin.forms import messages_of

SEVERAL = st.lists(st.integers(1, 9), unique=True, max_size=6)


@given(SEVERAL, st.sampled_from(["up", "down", "off", "on", "other"]), st.integers(1, 9))
def test_button_moves_its_story_and_keeps_the_others_in_order(order, how, story):
    after = moved(order, f"{how}:{story}")
    assert [each for each in after if each != story] == [each for each in order if each != story]
    assert after.count(story) == {"off": 0, "other": order.count(story)}.get(how, 1)


@pytest.mark.parametrize(
    ("move", "after"),
    [
        ("up:2", [2, 1, 3]),
        ("up:1", [1, 2, 3]),
        ("down:2", [1, 3, 2]),
        ("down:3", [1, 2, 3]),
        ("off:2", [1, 3]),
        ("on:9", [1, 2, 3, 9]),
        ("", [1, 2, 3]),
        ("up:x", [1, 2, 3]),
    ],
)
def test_buttons_do_what_they_say(move, after):
    assert moved([1, 2, 3], move) == after


def url(desk=None):
    return f"{reverse('admin:articles_article_order')}?desk={desk.pk if desk else 'front'}"


def press(client, address, move, order=None):
    """Press a button of the page as it stands, or drop its stories in this order; returns the page that follows."""
    shown = html.fromstring(client.get(address).content.decode())
    now = shown.xpath("//input[@name='seen']/@value")
    return client.post(address, {"seen": now, "order": now if order is None else order, "move": move}, follow=True)


def test_stories_are_put_on_top_moved_and_taken_off(editor):
    one, two = builders.live_article(), builders.live_article()
    press(editor, url(), f"on:{one.pk}")
    assert "Readers see this order" in messages_of(press(editor, url(), f"on:{two.pk}"))
    assert front_order(None) == [one.pk, two.pk]
    page = press(editor, url(), f"up:{two.pk}").content.decode()
    assert front_order(None) == [two.pk, one.pk]
    focused = html.fromstring(page).xpath("//button[@autofocus]/@value")
    assert focused == [f"down:{two.pk}"], "the button that was pressed is gone at the top, so its fellow has the focus"
    press(editor, url(), "", order=[one.pk, two.pk])
    assert front_order(None) == [one.pk, two.pk]
    press(editor, url(), f"off:{one.pk}")
    assert front_order(None) == [two.pk]


def test_desk_has_an_order_of_its_own_and_offers_its_stories(editor):
    world, sport = builders.a_desk("World"), builders.a_desk("Sport")
    ours, theirs = builders.live_article(desk=world), builders.live_article(desk=sport)
    page = editor.get(url(world)).content.decode()
    assert f"on:{ours.pk}" in page and f"on:{theirs.pk}" not in page
    press(editor, url(world), f"on:{ours.pk}")
    assert (front_order(world), front_order(None)) == ([ours.pk], [])


def test_story_to_come_is_offered_and_one_nobody_sees_is_not(editor):
    coming = builders.scheduled_article(at=timezone.now() + timedelta(days=1))
    draft, gone = builders.draft_article(), builders.withdrawn_article()
    page = editor.get(url()).content.decode()
    assert f"on:{coming.pk}" in page
    assert f"on:{draft.pk}" not in page and f"on:{gone.pk}" not in page
    page = press(editor, url(), f"on:{coming.pk}").content.decode()
    assert "only while it is live" in page


def test_stories_are_found_by_headline(editor):
    found, other = builders.live_article(headline="Ferry Sails"), builders.live_article(headline="Bridge Opens")
    page = editor.get(url() + "&q=ferry").content.decode()
    assert f"on:{found.pk}" in page and f"on:{other.pk}" not in page
    assert "No story has “zeppelin”" in editor.get(url() + "&q=zeppelin").content.decode()


def test_order_changed_by_somebody_else_is_shown_and_not_overwritten(editor):
    one, two = builders.live_article(), builders.live_article()
    set_front_order([one.pk], by=builders.system(), expected=[])
    page = editor.post(url(), {"move": f"on:{two.pk}"}, follow=True)
    assert "Somebody else has changed this order" in messages_of(page)
    assert front_order(None) == [one.pk]


def test_full_page_says_so_and_offers_no_button(editor):
    stories = [builders.live_article().pk for _ in range(MOST_ON_TOP + 1)]
    set_front_order(stories[1:], by=builders.system(), expected=[])
    page = editor.get(url()).content.decode()
    assert "All 6 places are taken" in page and "on:" not in page


def test_only_who_publishes_arranges_and_only_their_desks(enter, reporter):
    world, sport = builders.a_desk("World"), builders.a_desk("Sport")
    assert reporter.get(url()).status_code == 403
    some = enter("editor")
    some.user.desks.add(world)
    assert some.get(reverse("admin:articles_article_order")).status_code == 200
    assert some.get(url(world)).status_code == 200
    assert some.get(url()).status_code == some.get(url(sport)).status_code == 404
    board = reverse("admin:articles_article_changelist")
    assert "Order of pages" in some.get(board).content.decode()
    assert "Order of pages" not in reporter.get(board).content.decode()

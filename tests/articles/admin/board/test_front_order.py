"""The screen on which the order of a page is made: moving by buttons, drafts, times, who may, and what it shows."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles.admin.board.front_order import moved
from articles.editorial.site.front_order import draft_of, front_order, keep_order
from articles.editorial.writing import seal
from articles.models.page_order import MOST_ON_TOP, PageOrder
from tests import builders
from tests.articles.admin.forms import messages_of
from tests.articles.reader.page_checks import card_ids, queries

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


def url(desk=None, **more):
    asked = "".join(f"&{name}={value}" for name, value in more.items())
    return f"{reverse('admin:articles_article_order')}?desk={desk.pk if desk else 'front'}{asked}"


def press(client, address, move="", order=None, **more):
    """Press a button of the page as it stands, or drop its stories in this order; returns the page that follows."""
    shown = html.fromstring(client.get(address).content.decode())
    now, [kept] = shown.xpath("//input[@name='seen']/@value"), shown.xpath("//input[@name='kept']/@value")
    posted = {"seen": now, "order": now if order is None else order, "kept": kept, "move": move}
    return client.post(address, posted | more, follow=True)


def drafted():
    """The stories of the front page's draft."""
    return draft_of(None).stories()


def test_stories_are_put_on_top_moved_and_taken_off_in_a_draft_that_readers_do_not_have(editor, client):
    one, two = builders.live_article(), builders.live_article()
    press(editor, url(), f"on:{one.pk}")
    page = press(editor, url(), f"on:{two.pk}").content.decode()
    assert "Readers do not see it yet" in page and drafted() == [one.pk, two.pk] and front_order(None) == []
    page = press(editor, url(), f"up:{two.pk}").content.decode()
    assert drafted() == [two.pk, one.pk]
    focused = html.fromstring(page).xpath("//button[@autofocus]/@value")
    assert focused == [f"down:{two.pk}"], "the button that was pressed is gone at the top, so its fellow has the focus"
    press(editor, url(), order=[one.pk, two.pk])
    assert drafted() == [one.pk, two.pk] and card_ids(client.get("/"))[0] == two.pk
    press(editor, url(), f"off:{two.pk}")
    assert "from now on" in messages_of(press(editor, url(), do="show"))
    assert (front_order(None), draft_of(None)) == ([one.pk], None)
    assert card_ids(client.get("/"))[0] == one.pk


def test_page_is_drawn_as_readers_would_have_it(editor, client):
    old, new = builders.live_article(headline="Old Bridge"), builders.live_article(headline="New Bridge")
    press(editor, url(), f"on:{old.pk}")
    shown = card_ids(editor.get(url()))
    assert shown[:2] == [old.pk, new.pk]
    assert (
        card_ids(editor.get(url(at="now")))[0] == new.pk
        and "data-tools" not in editor.get(url(at="now")).content.decode()
    )
    press(editor, url(), do="show")
    assert card_ids(client.get("/"))[:2] == shown[:2]


def test_order_from_a_time_on_is_drawn_as_the_page_will_be_then_and_can_be_changed(editor, client, time_machine):
    time_machine.move_to("2026-05-21T12:00Z", tick=False)
    live, coming = builders.live_article(), builders.scheduled_article(at=timezone.now() + timedelta(hours=5))
    page = press(editor, url(), f"on:{coming.pk}").content.decode()
    assert "takes its place only while it is live" in page
    page = press(editor, url(), do="time", at="2026-05-21T18:00")
    assert "from Thu 21 May 2026, 18:00" in messages_of(page)
    order = PageOrder.objects.get()
    assert card_ids(page)[0] == coming.pk, "the story is out by then"
    press(editor, url(order=order.pk), f"on:{live.pk}")
    assert order.stories() == [coming.pk, live.pk] and draft_of(None) is None
    assert "Another order" in messages_of(
        editor.post(url(), {"kept": draft().pk, "do": "time", "at": "2026-05-21T18:00"}, follow=True)
    )
    time_machine.move_to("2026-05-21T17:59:59Z", tick=False)
    assert front_order(None) == []
    time_machine.move_to("2026-05-21T18:00Z", tick=False)
    assert card_ids(client.get("/"))[:2] == [coming.pk, live.pk]
    assert "Somebody else" in messages_of(editor.post(url(), {"kept": order.pk, "do": "drop"}, follow=True))


def draft():
    return keep_order([], by=builders.system(), expected=front_order(None))


def test_page_as_it_was_is_shown_with_who_made_it_so(editor, time_machine):
    time_machine.move_to("2026-05-21T12:00Z", tick=False)
    one, two = builders.live_article(), builders.live_article()
    builders.put_on_top(one.pk, by=(ida := builders.chief()))
    time_machine.move_to("2026-05-21T14:00Z", tick=False)
    newest = builders.live_article()
    builders.put_on_top(two.pk)
    page = editor.get(url(at="2026-05-21T13:00"))
    assert card_ids(page)[:2] == [one.pk, two.pk] and newest.pk not in card_ids(page)
    assert "As it was 21 May 2026, 13:00" in page.content.decode() and f"set by {ida}" in page.content.decode()
    assert "Nothing was published here" in editor.get(url(at="2026-05-20T13:00")).content.decode()
    assert "As it will be Fri 22 May 2026, 12:00" in editor.get(url(at="2026-05-22T12:00")).content.decode()
    assert "Enter a valid date" in messages_of(editor.get(url(at="soon")))


def test_draft_is_thrown_away(editor):
    one = builders.live_article()
    press(editor, url(), f"on:{one.pk}")
    assert "Readers never had it" in messages_of(press(editor, url(), do="drop"))
    assert draft_of(None) is None
    assert editor.post(url(), {"do": "time", "kept": draft().pk, "at": ""}).status_code == 302


def test_sealed_story_to_come_is_on_no_picture_of_a_page(editor):
    at = timezone.now() + timedelta(hours=1)
    coming = builders.scheduled_article(at=at, headline="Secret Bridge")
    world = coming.desk
    builders.put_on_top(coming.pk)
    seal.seal(coming, by=builders.chief(), to=[])
    builders.live_article()
    for desk in (None, world):
        page = editor.get(url(desk, at=f"{at + timedelta(hours=1):%Y-%m-%dT%H:%M}")).content.decode()
        assert "Secret Bridge" not in page
        assert "Secret Bridge" not in editor.get(url(desk)).content.decode()


def test_desk_has_an_order_of_its_own_and_shows_its_stories(editor):
    world, sport = builders.a_desk("World"), builders.a_desk("Sport")
    ours, theirs = builders.live_article(desk=world), builders.live_article(desk=sport)
    page = editor.get(url(world)).content.decode()
    assert f"on:{ours.pk}" in page and f"on:{theirs.pk}" not in page
    press(editor, url(world), f"on:{ours.pk}")
    assert draft_of(world).stories() == [ours.pk] and draft_of(None) is None


def test_story_nobody_sees_is_not_offered(editor):
    draft, gone = builders.draft_article(), builders.withdrawn_article()
    coming = builders.scheduled_article(at=timezone.now() + timedelta(days=1))
    page = editor.get(url()).content.decode()
    assert f"on:{coming.pk}" in page and f"on:{draft.pk}" not in page and f"on:{gone.pk}" not in page


def test_stories_are_found_by_headline(editor):
    found, other = builders.live_article(headline="Ferry Sails"), builders.live_article(headline="Bridge Opens")
    offered = html.fromstring(editor.get(url() + "&q=ferry").content.decode()).xpath("//ul[@class='front-offered']")[0]
    assert offered.xpath(".//button/@value") == [f"on:{found.pk}"] and other.pk
    assert "No story has “zeppelin”" in editor.get(url() + "&q=zeppelin").content.decode()


def test_order_changed_by_somebody_else_is_shown_and_not_overwritten(editor):
    one, two = builders.live_article(), builders.live_article()
    builders.put_on_top(one.pk)
    page = editor.post(url(), {"move": f"on:{two.pk}"}, follow=True)
    assert "Somebody else has changed this order" in messages_of(page)
    assert "Somebody else" in messages_of(editor.post(url(), {"move": f"on:{two.pk}", "kept": 99}, follow=True))
    assert front_order(None) == [one.pk] and draft_of(None) is None


def test_full_page_says_so_and_offers_no_button(editor):
    stories = [builders.live_article().pk for _ in range(MOST_ON_TOP + 1)]
    builders.put_on_top(*stories[1:])
    page = editor.get(url()).content.decode()
    assert "All 6 places are taken" in page and "on:" not in page


def test_screen_asks_as_often_for_many_stories_as_for_few(editor):
    def asked():
        with queries() as told:
            editor.get(url())
        return len(told)

    stories = [builders.live_article().pk for _ in range(2)]
    builders.put_on_top(*stories)
    few = asked()
    stories += [builders.live_article().pk for _ in range(4)]
    builders.put_on_top(*stories)
    assert asked() <= few


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


def test_screen_has_the_tools_of_all_screens_once(editor):
    page = html.fromstring(editor.get(url()).content)
    usual = html.fromstring(editor.get(reverse("admin:articles_article_planned")).content)
    for tool in ("//*[@data-inbox]", "//*[@data-do='switch']", "//dialog[@data-switcher]", "//dialog[@data-keys]"):
        (here,), (there,) = page.xpath(tool), usual.xpath(tool)
        assert here.attrib == there.attrib
    assert "/admin/jsi18n/" in page.xpath("//script/@src"), "their words"
    assert "Alt and ↑ or ↓" in page.text_content() and "Alt and an arrow" in usual.text_content()


def test_stories_are_put_together_added_to_and_taken_out_on_the_picture_of_the_page(editor, client):
    one, two, three, _ = (builders.live_article(headline=f"Story {number}") for number in range(4))
    press(editor, url(), do="package", title="The Vote", story=[two.pk, one.pk])
    draft = draft_of(None)
    assert draft.packages() == {"The Vote": [two.pk, one.pk]} and "The Vote" not in client.get("/").content.decode()
    page = press(editor, url(), do="package", title=" The  Vote", story=[three.pk]).content.decode()
    assert draft.packages() == {"The Vote": [two.pk, one.pk, three.pk]}
    cards = html.fromstring(page).xpath("//section[contains(@class, 'package')]//button/@value")
    assert cards == [f"out:{story.pk}" for story in (two, one, three)]
    press(editor, url(), f"out:{one.pk}")
    press(editor, url(), do="show")
    assert "The Vote" in client.get("/").content.decode()


def test_package_that_is_none_is_refused_in_words(editor):
    one = builders.live_article()
    assert "2 to 6 stories" in messages_of(press(editor, url(), do="package", title="The Vote", story=[one.pk]))
    assert "title" in messages_of(press(editor, url(), do="package", story=[one.pk]))
    assert draft_of(None) is None


def test_desk_s_page_has_no_packages(editor):
    desk = builders.a_desk("World")
    one, two = builders.live_article(desk=desk), builders.live_article(desk=desk)
    page = press(editor, url(desk), do="package", title="The Vote", story=[one.pk, two.pk]).content.decode()
    assert "front-title" not in page
    assert not PageOrder.objects.exclude(desk=None).exists() or draft_of(desk).packages() == {}


def test_order_to_come_has_its_packages_on_its_picture(editor):
    stories = [builders.live_article(headline=f"Story {number}") for number in range(4)]
    builders.put_on_top(stories[0].pk, at=timezone.now() + timedelta(hours=1))
    order = PageOrder.objects.to_come(timezone.now()).get()
    page = press(editor, url(order=order.pk), do="package", title="Ice", story=[stories[1].pk, stories[2].pk])
    assert order.packages() == {"Ice": [stories[1].pk, stories[2].pk]}
    assert "package-1" in page.content.decode()

"""Lines 1 to 9: which stories follow, in which order, and what is never among them."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing import withdraw
from articles.editorial.site.next_story import pin_next
from tests.builders import a_desk, a_topic, live_article, scheduled_article, system
from tests.journeys.lines.devices import CHROMIUM, EVERYWHERE, on
from tests.journeys.scrolling import (
    a_newsroom,
    gather,
    long_story,
    open_story,
    path_of,
    paths,
    record,
    scroll_until,
    stories_on,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
# The words of a story as they stand on a page, whatever page it is.
WORDS = "(path) => document.querySelector(`article[data-url='${path}'] section`).innerText"
THE_END = "[data-scroll-end]"


@on(*EVERYWHERE)
def test_01_each_story_of_the_list_says_why_it_comes(reading):
    other = long_story(1, lead_topic=None, desk=a_desk("Science"))
    same_desk = long_story(2, lead_topic=None)
    topic = long_story(3)
    entry = long_story(4)
    with reading() as page:
        with page.expect_response("**/next.json") as answer:
            page.goto(path_of(entry))
        told = json.loads(answer.value.text())["stories"]
        assert [(line["id"], line["reason"], line["why"]) for line in told] == [
            (topic.pk, "topic", f"More on {a_topic('Bridges').name}"),
            (same_desk.pk, "desk", "Also from World"),
            (other.pk, "site", "The latest"),
        ]
        gather(page, 3)
        assert page.locator("[data-why]").all_inner_texts() == [line["why"] for line in told]


@on(*EVERYWHERE)
def test_02_pinned_then_topic_then_desk_then_site(reading):
    pinned, site = (long_story(number, lead_topic=None, desk=a_desk("Science")) for number in (1, 2))
    desk, topic, entry = long_story(3, lead_topic=None), long_story(4), long_story(5)
    pin_next(entry, pinned, by=system())
    with reading() as page:
        listed = open_story(page, path_of(entry))
        gather(page, 5)
        assert listed == [path_of(each) for each in (pinned, topic, desk, site)]
        assert stories_on(page) == [path_of(entry), *listed]


@on(*CHROMIUM)
def test_03_ten_published_meanwhile_neither_repeat_nor_skip_any(reading):
    entry = path_of(a_newsroom(8)[-1])
    with reading() as page:
        listed = open_story(page, entry)
        scroll_until(page, listed[0])
        for number in range(100, 110):
            long_story(number)
        gather(page, 8)
        assert stories_on(page) == [entry, *listed]
        page.wait_for_selector(THE_END)
        assert paths(record(page)["loaded"]) == listed


@on(*CHROMIUM)
def test_04_never_itself_nor_what_is_withdrawn_or_to_come_nor_what_was_shown(reading):
    made = a_newsroom(6)
    entry, gone = made[-1], made[2]
    to_come = scheduled_article(at=timezone.now() + timedelta(hours=1), lead_topic=a_topic("Bridges"))
    withdraw.withdraw(gone, by=system())
    never = {path_of(entry), *(edition.path for edition in [*gone.editions.all(), *to_come.editions.all()])}
    with reading() as page:
        listed = open_story(page, path_of(entry))
        assert len(listed) == len(set(listed)) == 4 and not never & set(listed)
        scroll_until(page, listed[1])
        page.reload()
        gather(page, 3)
        page.locator(THE_END).wait_for()
        assert stories_on(page) == listed[1:], "what was read in this visit comes no more"


@on(*EVERYWHERE)
def test_05_the_list_ends_with_ways_on(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        open_story(page, entry)
        gather(page, 3)
        end = page.locator(THE_END)
        end.scroll_into_view_if_needed()
        assert end.locator("a").all_inner_texts() == ["Front page", "World", "Bridges", "All topics"]
        assert page.locator("article").last.locator("a[rel=next]").count() == 0
        page.wait_for_function("() => record.read.length === 3")


@on(*CHROMIUM)
def test_06_no_story_to_come_is_given_away(reading):
    entry = path_of(a_newsroom(3)[-1])
    secret = "A Treaty Signed at Night"
    to_come = scheduled_article(
        at=timezone.now() + timedelta(hours=1), headline=secret, lead_topic=a_topic("Bridges")
    ).editions.get()
    with reading() as page:
        said = []
        page.on(
            "response", lambda response: said.append(response) if response.url.endswith((".json", ".html")) else None
        )
        open_story(page, entry)
        gather(page, 3)
        page.locator(THE_END).wait_for()
        assert len(said) == 3 and not any(secret in each.text() for each in said)
        assert secret not in page.content()
        for part in ("", "next.json", "article.html"):
            assert page.request.get(to_come.path + part).status == 404
        assert page.request.get(f"{entry}?after={to_come.article_id}").text() == page.request.get(entry).text()


@on(*EVERYWHERE)
def test_07_the_part_is_the_article_of_the_story_s_own_page_and_not_for_search(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        listed = open_story(page, entry)
        with page.expect_response("**/article.html") as answer:
            gather(page, 2)
        assert answer.value.headers["x-robots-tag"] == "noindex"
        scroll_until(page, listed[0])
        here = page.evaluate(WORDS, listed[0])
        page.goto(listed[0])
        assert page.evaluate(WORDS, listed[0]) == here


@on(*CHROMIUM)
def test_08_the_part_is_an_answer_of_its_own_and_gone_with_its_story(reading):
    made = a_newsroom(3)
    entry = path_of(made[-1])
    with reading() as page:
        [following, *_] = open_story(page, entry)
        own, part = page.request.get(following), page.request.get(f"{following}article.html")
        assert own.headers["etag"] != part.headers["etag"]
        known = {"If-None-Match": part.headers["etag"]}
        assert page.request.get(f"{following}article.html", headers=known).status == 304
        withdraw.withdraw(next(each for each in made if path_of(each) == following), by=system())
        for address in (following, f"{following}article.html"):
            assert page.request.get(address, headers=known).status == 410


@on(*CHROMIUM)
def test_09_without_javascript_the_link_opens_the_same_stories(reading):
    for number in range(6):
        long_story(number, lead_topic=None)
    entry = path_of(live_article())
    with reading() as page:
        listed = open_story(page, entry)
    with reading(java_script_enabled=False) as page:
        page.goto(entry)
        for path in listed:
            with page.expect_navigation():  # until all of the page is there
                page.locator("a[rel=next]").click()
            assert page.locator("article[data-story]").get_attribute("data-url") == path
        assert page.locator(THE_END).is_visible(), "the last one says that the list ends"

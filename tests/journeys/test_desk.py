"""A full day at the desk in a real browser, each role at its own screen; and the desk's tools with keys and mouse."""

from datetime import timedelta

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from articles.editorial.site.front_order import front_order, set_front_order
from articles.models.article import Article
from articles.models.person import Person
from tests import builders
from tests.articles.admin.forms import change_url
from tests.journeys.test_editing import ADD, press, put_caret, sheet

pytestmark = pytest.mark.journey
# axe itself adds a style to pages, under our policy.
BY_AXE = ["Applying inline style violates", "Couldn't load preload assets"]


def faults(page):
    """What axe finds on the page, a line each."""
    found = Axe().run(page).response["violations"]
    return [f"{page.url}: {each['id']} {node['target']}" for each in found for node in each["nodes"]]


def read(page, path):
    """A reader's page: its status and its words."""
    response = page.request.get(path)
    return response.status, response.text()


def write_send_back_and_mend(page, sign_in, rita, edda):
    """The reporter writes and hands in, the editor sends it back, the reporter mends it; returns the story."""
    sign_in(rita).goto(ADD)  # the reporter writes and hands in
    page.locator("textarea[name=headline]").fill("Bridge Opens After a Year")
    page.locator("textarea[name=dek]").fill("Nobody expected it.")
    sheet(page)
    put_caret(page)
    page.keyboard.type("It cost 12 million, Ada Diaz said.")
    page.select_option("[name=desk]", label="World")
    assert "Handed to the editors." in press(page, "submit")
    assert not page.locator("[data-verb=publish], [data-verb=approve]").count()
    story = Article.objects.get()
    assert [letter.to for letter in mail.outbox] == [["edda@example.org"]]

    sign_in(edda).goto(change_url(story))  # the editor sends it back
    page.locator("[name=note]").fill("Where is it?")
    assert "Sent back" in press(page, "send-back")
    assert mail.outbox[-1].to == ["rita@example.org"] and "Where is it?" in mail.outbox[-1].body

    sign_in(rita).goto(change_url(story))  # the reporter mends it
    assert "Where is it?" in page.locator(".story-history").inner_text()
    sheet(page)
    put_caret(page)
    page.keyboard.type("In Orrel: ")
    assert "Handed to the editors." in press(page, "submit")
    return story


def update_with_a_correction(page, sign_in, edda, story, path):
    """The editor changes a number of the live story and is asked; readers are told everywhere."""
    sign_in(edda).goto(change_url(story))  # the editor updates it, and is asked
    sheet(page)
    page.evaluate(SET_BODY, "<p>In Orrel: It cost 14 million, Ada Diaz said.</p>")
    press_and_wait(page, "publish")
    assert page.locator(".notice-facts").inner_text().split() == ["Number", "12", "14"]
    page.get_by_label("Correction: readers").check()
    note = page.get_by_label("What readers are told").input_value()
    assert note == "An earlier version of this story misstated a number: it is 14, not 12."
    page.get_by_role("button", name="Publish the update").click()
    page.locator(".messagelist", has_text="Published with a correction").wait_for()
    for address in (path, "/corrections/", f"{path}history/", "/feeds/rss.xml"):
        assert "it is 14, not 12" in read(page, address)[1], address


def take_down(page, sign_in, chief, story, path):
    """The chief withdraws the story, and reads in the log all that was done with it."""
    sign_in(chief).goto(change_url(story))  # the chief takes it down
    page.locator("[name=notice]").fill("We could not stand by it.")
    page.locator("[name=reason]").fill("The source withdrew.")
    assert "Withdrawn" in press(page, "withdraw")
    status, words = read(page, path)
    assert status == 410 and "We could not stand by it." in words and "Bridge Opens" not in words
    assert "Bridge Opens" not in read(page, "/")[1]
    page.get_by_role("link", name="Everything that was done with it").click()
    page.locator("#result_list").wait_for()
    done = page.locator("#result_list .field-what").all_inner_texts()
    assert done == [
        "Withdraw", "Correct", "Schedule", "Approve", "Submit", "Send back", "Submit", "Begin",
    ]  # fmt: skip


def test_day_of_a_story_from_the_first_word_to_its_withdrawal(page, sign_in, settings):
    settings.FOUR_EYES = True
    # One browser stands for three people: the page of one may still ask something when the next has signed in.
    page.expected_complaints.append("401 (Unauthorized)")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    builders.a_desk("World")
    rita = builders.reporter(username="rita", email="rita@example.org")
    edda, chief = builders.editor(username="edda", email="edda@example.org"), builders.chief(username="chris")

    story = write_send_back_and_mend(page, sign_in, rita, edda)
    sign_in(edda).goto(change_url(story))  # the editor approves and schedules it
    assert "Approved." in press(page, "approve")
    at = timezone.localtime() + timedelta(hours=2)
    page.locator("[name=publish_at]").fill(f"{at:%Y-%m-%dT%H:%M:%S}")
    assert "Scheduled for" in press(page, "schedule")
    assert "was scheduled by edda" in mail.outbox[-1].subject
    path = story.editions.get().path
    assert read(page, path)[0] == 404 and "Bridge Opens" not in read(page, "/")[1]
    page.goto(reverse("admin:articles_article_planned") + f"?month={at:%Y-%m}")
    assert page.locator(".planned li", has_text="Goes live Bridge Opens After a Year").count() == 1

    with time_machine.travel(at + timedelta(seconds=1)):  # nobody is there when it goes out
        assert "In Orrel: It cost 12 million" in read(page, path)[1]
        assert "Bridge Opens" in read(page, "/")[1]
        update_with_a_correction(page, sign_in, edda, story, path)
        take_down(page, sign_in, chief, story, path)


SET_BODY = """body => document.querySelector(".ProseMirror").editor.commands.setContent(body, { emitUpdate: true })"""


def press_and_wait(page, verb):
    with page.expect_navigation(wait_until="load"):
        page.locator(f'button[data-verb="{verb}"]').click()


def test_order_of_a_page_is_set_by_keys_and_by_dragging(page, sign_in):
    one, two, three = (builders.live_article(headline=f"Story {word}") for word in ("One", "Two", "Three"))
    sign_in(builders.editor()).goto(reverse("admin:articles_article_order"))
    for story in (one, two, three):
        page.get_by_role("button", name=f"Put on top: {story.headline}").click()
        page.locator("[data-order]", has_text=story.headline).wait_for()
    page.get_by_role("button", name="Up: Story Three").press("Enter")
    page.locator("[data-order] li:nth-child(2)", has_text="Story Three").wait_for()
    page.keyboard.press("Enter")  # the button has the focus again
    page.locator("[data-order] li:first-child", has_text="Story Three").wait_for()
    assert front_order(None) == [three.pk, one.pk, two.pk]
    with page.expect_navigation(wait_until="load"):
        stories = page.locator("[data-order] li")
        stories.nth(2).drag_to(stories.nth(0), target_position={"x": 200, "y": 4})
    assert front_order(None) == [two.pk, three.pk, one.pk]
    page.goto("/")
    assert [page.locator("[data-story-card] .headline").nth(n).inner_text() for n in range(3)] == [
        "Story Two", "Story Three", "Story One",
    ]  # fmt: skip


@pytest.mark.once
def test_screens_of_the_desk_have_no_axe_violation_and_never_scroll_sideways(page, sign_in):
    page.expected_complaints += BY_AXE
    live = builders.live_article(headline="The Bridge", body="<p>It cost 12 million, said Ada Diaz on Monday.</p>")
    builders.scheduled_article(headline="The Ferry With a Long Name That Has to Be Broken Somewhere")
    builders.edited(live, body="<p>It cost 14 million, said Ada Dias on Tuesday.</p>")
    set_front_order([live.pk], by=builders.system(), expected=[])
    shared = builders.shared_article()
    builders.a_suggestion(shared, name="Ada Dias")
    for name in ("Ada Diaz", "Bo Lind", "Bo Lind"):
        builders.a_suggestion(builders.draft_article(body="<p>It rained, Mayor Bo Lind said.</p>"), name=name)
        builders.a_person(name)
    preview = reverse("admin:articles_article_preview", args=[shared.pk])
    sign_in(builders.chief())
    wrong = []
    for address in (
        reverse("admin:index"),
        reverse("admin:articles_person_changelist"),
        reverse("admin:articles_personsuggestion_changelist"),
        change_url(shared),
        reverse("admin:articles_article_order"),
        reverse("admin:articles_article_planned"),
        reverse("admin:articles_article_correction_prompt", args=[live.pk]),
        reverse("admin:articles_article_next_story", args=[live.pk]),
        reverse("admin:articles_article_links", args=[shared.pk]),
        preview,
        f"{preview}?width=phone",
        f"{preview}?width=desktop",
        f"{reverse('admin:articles_logentry_changelist')}?article__id__exact={live.pk}",
    ):
        for width, scheme in ((320, "light"), (1280, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert page.goto(address).status == 200
            wrong += faults(page)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{address} scrolls sideways at {width}")
    assert not wrong, "\n".join(wrong)


def press_key_on(page, name):
    """Press a button by its key, and wait for what follows."""
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=name, exact=True).press("Enter")


def test_person_is_accepted_while_the_story_is_being_written(page, sign_in):
    story = builders.draft_article(body="<p>It rained, Mayor Bo Lind said.</p>")
    for name in ("Bo Lind", "Ann Fenn"):
        builders.a_suggestion(story, name=name)
    sign_in(builders.editor()).goto(change_url(story))
    sheet(page)
    put_caret(page)
    page.keyboard.type("In Orrel: ")
    press_key_on(page, "Accept Bo Lind")
    assert "is new in the directory, and linked in" in page.locator(".messagelist").inner_text()
    sheet(page)
    put_caret(page)
    page.keyboard.type("Now: ")  # the page goes on from what was linked, and leaves nothing to choose
    press_key_on(page, "Drop Ann Fenn")
    mark = f'<span data-person="{Person.objects.get().pk}">Bo Lind</span>'
    story.refresh_from_db()
    assert story.body == f"<p>Now: In Orrel: It rained, Mayor {mark} said.</p>"
    page.locator("[data-looked]").wait_for(state="attached")
    assert page.locator(".ProseMirror p").inner_text() == "Now: In Orrel: It rained, Mayor Bo Lind said."
    assert not story.suggestions.exists() and not page.locator("dialog[open], [data-save-state=conflict]").count()


def test_list_of_suggested_people_needs_no_javascript(page, sign_in, browser, site):
    for name in ("Bo Lind", "Ann Fenn", "Ida Holm"):
        builders.a_suggestion(builders.draft_article(body=f"<p>It rained, {name} said.</p>"), name=name)
    sign_in(builders.editor())
    plain = browser.new_context(base_url=site, java_script_enabled=False)
    plain.add_cookies(page.context.cookies())
    page = plain.new_page()
    page.goto(reverse("admin:articles_personsuggestion_changelist"))
    page.get_by_label("Mayor Ann Fenn", exact=True).press("Space")
    page.keyboard.press("Enter")  # presses nothing
    assert page.get_by_label("Mayor Ann Fenn", exact=True).is_checked()
    page.get_by_label("Mayor Ida Holm", exact=True).press("Space")
    press_key_on(page, "Accept")
    assert "Accepted: 2." in page.locator(".messagelist").inner_text()
    press_key_on(page, "Drop Mayor Bo Lind")
    assert "Nobody waits." in page.locator(".suggested").inner_text()
    assert {person.name for person in Person.objects.all()} == {"Ann Fenn", "Ida Holm"}
    plain.close()

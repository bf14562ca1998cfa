"""A full day at the desk in a real browser, each role at its own screen; and the desk's tools with keys and mouse."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from articles.editorial.notifications.deliver import deliver
from articles.editorial.site.front_order import draft_of, front_order
from articles.editorial.writing.assignment import plan_story
from articles.models.article import Article
from articles.models.person import Person
from tests import builders
from tests.articles.admin.forms import change_url
from tests.journeys.axe import axe_faults, sideways_faults
from tests.journeys.steps import follow
from tests.journeys.test_editing import ADD, confirm_button, open_menu, press, put_caret, sheet

pytestmark = pytest.mark.journey
# axe itself adds a style to pages, under our policy.
# Selects words of the first element that has them, as a mouse does.
SELECT = """([words, where]) => {
  const walker = document.createTreeWalker(document.querySelector(where), NodeFilter.SHOW_TEXT)
  while (walker.nextNode() && !walker.currentNode.data.includes(words));
  const start = walker.currentNode.data.indexOf(words)
  getSelection().setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + words.length)
}"""
IS_CUT_OFF = "[...document.querySelectorAll('.results')].some(list => list.scrollWidth > list.clientWidth)"
BY_AXE = ["Applying inline style violates", "Couldn't load preload assets"]


def read(page, path):
    """A reader's page: its status and its words."""
    response = page.request.get(path)
    return response.status, response.text()


def mails():
    """All that was mailed, after the outbox was delivered."""
    deliver(timezone.now())
    return mail.outbox


def suggest_words(page):
    """Suggest other words for the last ones of the text."""
    page.evaluate(SELECT, ["Ada Diaz said", ".ProseMirror p"])
    page.locator(".notes-bubble").click()  # beside the words, in place of the button of the panel
    page.get_by_label("Your comment").fill("As we write it.")
    page.get_by_text("Suggest other words").click()
    page.get_by_label("In their place").fill("said Ada Diaz")
    page.get_by_role("button", name="Comment", exact=True).click()
    page.locator("[data-comment]").wait_for()


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
    assert [letter.to for letter in mails()] == [["edda@example.org"]]

    sign_in(edda).goto(reverse("admin:index"))  # the editor finds it on the desk, suggests words, and sends it back
    page.expected_complaints += BY_AXE
    assert axe_faults(page, "desk") + sideways_faults(page, "desk") == []
    follow(page.locator(f'[data-desk-list=waiting] [data-story-row="{story.pk}"] a'))
    sheet(page)
    suggest_words(page)
    open_menu(page)
    page.locator("[name=note]").fill("Where is it?")
    assert "Sent back" in press(page, "send-back")
    letters = {letter.subject.split("] ")[1]: letter for letter in mails() if letter.to == ["rita@example.org"]}
    assert "Where is it?" in letters["“Bridge Opens After a Year” was sent back by edda."].body

    sign_in(rita).goto(reverse("admin:index"))  # the reporter hears of it by bell and desk
    page.locator("[data-inbox='2']").wait_for()
    row = page.locator(f'[data-desk-list=sent-back] [data-story-row="{story.pk}"]')
    assert "Where is it?" in row.inner_text()
    follow(row.locator("a"))
    sheet(page)
    assert "Where is it?" in page.locator("[data-sent-back]").inner_text()
    page.get_by_role("button", name="Accept").click()
    page.locator("[data-resolved]").wait_for(state="attached")
    assert "said Ada Diaz." in page.locator(".ProseMirror").inner_text()
    assert not page.locator("[data-comment]").count()
    page.locator("[data-do=open]").click()
    assert axe_faults(page, "comment") == []
    page.keyboard.press("Escape")
    put_caret(page)
    page.keyboard.type("In Orrel: ")
    assert "Handed to the editors." in press(page, "submit")
    return story


def update_with_a_correction(page, sign_in, edda, story, path):
    """The editor changes a number of the live story and is asked; readers are told everywhere."""
    sign_in(edda).goto(change_url(story))  # the editor updates it, and is asked
    sheet(page)
    page.evaluate(SET_BODY, "<p>In Orrel: It cost 14 million, Ada Diaz said.</p>")
    page.locator(".verbs button[data-verb=publish]").click()
    confirm_button(page)
    assert page.locator(".notice-facts").inner_text().split() == ["Number", "12", "14"]
    page.get_by_label("Correction: readers").check()
    note = page.locator("[data-publish-sheet]").get_by_label("What readers are told").input_value()
    assert note == "An earlier version of this story misstated a number: it is 14, not 12."
    follow(confirm_button(page))
    page.locator(".messagelist", has_text="Published with a correction").wait_for()
    for address in (path, "/corrections/", f"{path}history/", "/feeds/rss.xml"):
        assert "it is 14, not 12" in read(page, address)[1], address


def take_down(page, sign_in, chief, story, path):
    """The chief withdraws the story, and reads in the log all that was done with it."""
    sign_in(chief).goto(change_url(story))  # the chief takes it down
    open_menu(page)
    page.locator("[name=notice]").fill("We could not stand by it.")
    page.locator("[name=reason]").fill("The source withdrew.")
    assert "Withdrawn" in press(page, "withdraw")
    status, words = read(page, path)
    assert status == 410 and "We could not stand by it." in words and "Bridge Opens" not in words
    assert "Bridge Opens" not in read(page, "/")[1]
    follow(page.get_by_role("link", name="Everything that was done with it"))
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
    page.locator(".verbs button[data-verb=publish]").click()
    page.get_by_label("Date and time").fill(f"{at:%Y-%m-%dT%H:%M:%S}")
    page.locator("[data-publish-sheet] button[data-verb=publish]", has_text="Schedule").wait_for()
    follow(confirm_button(page))
    page.locator(".messagelist", has_text="Scheduled for").wait_for()
    assert "was scheduled by edda" in mails()[-1].subject
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


def test_order_of_a_page_is_made_on_the_page_by_keys_and_by_dragging(page, sign_in):
    one, two, three = (builders.live_article(headline=f"Story {word}") for word in ("One", "Two", "Three"))
    sign_in(builders.editor()).goto(reverse("admin:articles_article_order"))
    for place, story in enumerate((one, two, three), start=1):
        page.get_by_role("button", name=f"Put on top: {story.headline}").first.click()
        page.locator(f"[data-tools='{story.pk}'] .front-place", has_text=f"{place}").wait_for()
    page.get_by_role("button", name="Up: Story Three").press("Enter")
    page.locator("[data-slot='1']:focus-within", has_text="2").wait_for()
    page.keyboard.press("Alt+ArrowUp")  # the button has the focus again
    page.locator(f"[data-slot='0'][data-tools='{three.pk}']").wait_for()
    assert draft_of(None).stories() == [three.pk, one.pk, two.pk] and front_order(None) == []
    last, first = (page.locator(f"[data-story-card='{pk}']:has([data-slot])") for pk in (two.pk, three.pk))
    last.drag_to(first, source_position={"x": 40, "y": 60}, target_position={"x": 200, "y": 40})
    page.locator(f"[data-slot='0'][data-tools='{two.pk}']").wait_for()
    assert draft_of(None).stories() == [two.pk, three.pk, one.pk]
    page.get_by_role("button", name="Show readers now").click()
    page.get_by_text("Readers see this order from now on.").first.wait_for()
    page.goto("/")
    assert [page.locator("[data-story-card] .headline").nth(n).inner_text() for n in range(3)] == [
        "Story Two", "Story Three", "Story One",
    ]  # fmt: skip


def test_order_of_a_page_is_dragged_by_finger(page, sign_in):
    stories = [builders.live_article(headline=f"Story {word}") for word in ("One", "Two", "Three")]
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(builders.editor()).goto(reverse("admin:articles_article_order"))
    grip, first = page.locator(f"[data-tools='{stories[0].pk}'] [data-grip]"), page.locator("[data-slot='0']")
    grip.scroll_into_view_if_needed()
    start, end = (each.bounding_box() for each in (grip, first))
    touch = page.context.new_cdp_session(page)
    points = [(start["x"] + 8, start["y"] + 8), (start["x"] + 8, start["y"] - 20), (end["x"] + 30, end["y"] + 20)]
    for kind, (x, y) in zip(("touchStart", "touchMove", "touchMove"), points, strict=True):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.locator(f"[data-slot='0'][data-tools='{stories[0].pk}']").wait_for()
    assert draft_of(None).stories() == [stories[0].pk]


def test_plan_is_moved_to_another_hour_by_dragging_and_by_keys(page, sign_in):
    slot = (timezone.localtime() + timedelta(days=2)).replace(hour=10, minute=30, second=0, microsecond=0)
    idea = plan_story("The bridge, a year on", by=builders.system(), desk=builders.a_desk(), slot_at=slot)
    page.set_viewport_size({"width": 1280, "height": 1700})  # a page that scrolls while dragging is no mouse's work
    sign_in(builders.editor()).goto(f"{reverse('admin:articles_article_planned')}?view=week&day={slot:%Y-%m-%d}")
    page.locator("[data-plan]").drag_to(page.locator(f"[data-moment='{slot:%Y-%m-%d}T14:00']"))
    page.locator(f"[data-at='{slot:%Y-%m-%d}T14:30']").wait_for()
    follow(page.locator(".planned-story:focus"), "Alt+ArrowUp")
    page.locator(f"[data-at='{slot:%Y-%m-%d}T13:30']").wait_for()
    follow(page.get_by_role("link", name="Month"))
    later = slot + timedelta(days=7)
    follow(page.locator(".planned-story"), "Alt+ArrowDown")
    page.goto(f"{reverse('admin:articles_article_planned')}?view=day&day={later:%Y-%m-%d}")
    page.locator(f"[data-at='{later:%Y-%m-%d}T13:30']").wait_for()
    idea.refresh_from_db()
    assert idea.slot_at == later.replace(hour=13)


@pytest.mark.once
def test_screens_of_the_desk_have_no_axe_violation_and_never_scroll_sideways(page, sign_in):
    page.expected_complaints += BY_AXE
    live = builders.live_article(headline="The Bridge", body="<p>It cost 12 million, said Ada Diaz on Monday.</p>")
    builders.scheduled_article(headline="The Ferry With a Long Name That Has to Be Broken Somewhere")
    builders.edited(live, body="<p>It cost 14 million, said Ada Dias on Tuesday.</p>")
    builders.put_on_top(live.pk)
    plan_story("An idea", by=builders.system(), desk=builders.a_desk(), due_at=timezone.now(), slot_at=timezone.now())
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
        f"{reverse('admin:articles_article_order')}?at=2026-01-01T12:00",
        reverse("admin:articles_article_planned"),
        f"{reverse('admin:articles_article_planned')}?view=week",
        f"{reverse('admin:articles_article_planned')}?view=day",
        reverse("admin:articles_article_assign"),
        reverse("admin:inbox_told"),
        reverse("admin:articles_article_publish_sheet", args=[live.pk]),
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
            wrong += axe_faults(page, page.url)
            wrong += sideways_faults(page, f"{address} {width}")
    assert not wrong, "\n".join(wrong)


def test_nothing_of_the_board_is_cut_off_on_a_laptop(page, sign_in):
    who = builders.reporter(first_name="Bartholomew", last_name="Featherstonehaugh")
    for headline in ("The Ferry With a Long Name", "Neuschwansteinbesichtigungsverordnung"):
        plan_story(headline, by=builders.system(), desk=builders.a_desk("World"), to=who, due_at=timezone.now())
    builders.scheduled_article(headline="The Bridge")
    sign_in(builders.chief()).goto(reverse("admin:articles_article_changelist"))
    assert page.locator("#result_list tbody tr").count() == 3
    widths = "[...document.querySelectorAll('#result_list thead th')].map(cell => cell.offsetWidth)"
    assert not page.evaluate(IS_CUT_OFF), page.evaluate(widths)


def press_key_on(page, name):
    """Press a button by its key, and wait for what follows."""
    follow(page.get_by_role("button", name=name, exact=True), "Enter")


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

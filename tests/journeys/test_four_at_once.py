"""One story through the newsroom: reporter, editor, photo editor and chief, each in a browser of their own, at once.

Every step is begun at home. `Colleague.reach` counts the clicks from there to the button that does the step.
"""

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.editorial.notifications.deliver import deliver
from articles.models.article import Article, Stage
from articles.models.staff_message import StaffMessage, Told
from tests import builders
from tests.journeys.steps import PATIENCE, follow
from tests.journeys.test_desk import read, suggest_words
from tests.journeys.test_editing import confirm_button, put_caret, sheet
from tests.journeys.test_lead_photo import choose_lead

pytestmark = [pytest.mark.journey, pytest.mark.once]
MOST_CLICKS = 2
TITLE = "The bridge, a year on"


class Colleague:
    """Somebody at work: their browser, and how many clicks they are from home."""

    def __init__(self, browser, site, user):
        """Sign in, in a profile of their own."""
        self.user, self.clicks, self.steps, self.complaints = user, 0, {}, []
        context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
        self.page = context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, said):
        if said.type in ("error", "warning"):
            self.complaints.append(said.text)

    def go_home(self):
        """Home, from wherever they are."""
        self.page.goto(reverse("admin:index"))
        self.clicks = 0

    def reach(self, step, *path):
        """Click through to where the step is done: from home, in MOST_CLICKS at most."""
        for place in path:
            if place.evaluate("(it) => it.matches('a')"):
                follow(place)
            else:
                place.click()
            self.clicks += 1
        self.steps[step] = self.clicks
        assert self.clicks <= MOST_CLICKS, f"{step} is {self.clicks} clicks from home"

    def row(self, name, story):
        """The row of a story in one of home's lists."""
        return self.page.locator(f'[data-desk-list={name}] [data-story-row="{story.pk}"]')

    def press(self, verb, says):
        """Press a verb that stands there, and read what it says."""
        button = self.page.locator(f'button[data-verb="{verb}"]:visible')
        follow(button.first)
        assert says in self.page.locator(".messagelist").inner_text()

    def is_told(self, *kinds):
        """Fail unless the bell, the inbox and a mail have told these kinds of things since they last looked."""
        self.go_home()
        unread = StaffMessage.objects.filter(user=self.user, read_at=None)
        assert sorted(unread.values_list("kind", flat=True)) == sorted(kinds)
        self.page.locator(f"[data-inbox='{len(kinds)}']").wait_for()
        deliver(timezone.now())
        mine = [letter for letter in mail.outbox if letter.to == [self.user.email]]
        mail.outbox[:] = [letter for letter in mail.outbox if letter not in mine]
        assert len(mine) == len([kind for kind in kinds if kind != Told.CHANGED]), [each.subject for each in mine]
        return "\n".join(f"{letter.subject}\n{letter.body}" for letter in mine)


@pytest.fixture
def newsroom(browser, site, settings):
    """The four, each at home in a browser of their own, all at once."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    builders.a_desk("World")
    roles = {
        "reporter": builders.reporter,
        "editor": builders.editor,
        "photo editor": builders.photo_editor,
        "chief": builders.chief,
    }
    four = {}
    for role, make in roles.items():
        name = role.replace(" ", "")
        user = make(username=name, first_name=name.capitalize(), last_name="Lee", email=f"{name}@example.org")
        four[role] = Colleague(browser, site, user)
    for colleague in four.values():
        colleague.go_home()
    yield four
    complaints = {role: each.complaints for role, each in four.items() if each.complaints}
    for colleague in four.values():
        colleague.page.context.close()
    assert not complaints, complaints


def assign(chief, reporter):
    """The chief gives an idea to the reporter."""
    page = chief.page
    chief.reach("assign", page.get_by_role("link", name="Assign a story"))
    page.get_by_label("What it is about").fill(TITLE)
    page.get_by_label("Who writes it").select_option(label="Reporter Lee")
    page.get_by_label("Desk").select_option(label="World")
    page.get_by_label("Due", exact=True).fill(f"{timezone.localtime():%Y-%m-%dT23:30:00}")
    page.get_by_label("Brief").fill("Ask the mayor.")
    follow(page.get_by_role("button", name="Assign"))
    page.locator(".messagelist", has_text="Assigned").wait_for()
    story = Article.objects.get()
    assert TITLE in reporter.is_told(Told.ASSIGNED)
    return story


def write_and_hand_in(reporter, story):
    page = reporter.page
    reporter.reach("write", reporter.row("mine", story).locator("a"))
    sheet(page)
    assert "Ask the mayor." in page.locator("[name=editor_note]").input_value()
    page.locator("textarea[name=headline]").fill("Bridge Opens After a Year")
    page.locator("textarea[name=dek]").fill("Nobody expected it.")
    put_caret(page)
    page.keyboard.type("It cost 12 million, Ada Diaz said.")
    reporter.steps["hand in"] = reporter.clicks
    reporter.press("submit", "Handed to the editors.")


def send_back(editor, story):
    """The editor finds it at home without a reload, suggests words and sends it back."""
    page = editor.page
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # as when one comes back to the window
    row = editor.row("waiting", story)
    row.wait_for()
    assert "was handed in by Reporter Lee" in editor.is_told(Told.HANDED_IN)
    editor.reach("suggest", row.locator("a"))
    sheet(page)
    suggest_words(page)
    editor.reach("send back", page.locator(".more summary"))
    page.locator("[name=note]").fill("Where is it?")
    editor.press("send-back", "Sent back")


def mend(reporter, story):
    """The reporter reads why at home, takes the suggested words, adds the place, and hands it in again."""
    letters = reporter.is_told(Told.SENT_BACK, Told.COMMENTED)
    assert "Where is it?" in letters and "As we write it." in letters
    row, page = reporter.row("sent-back", story), reporter.page
    assert "Where is it?" in row.inner_text()
    reporter.reach("mend", row.locator("a"))
    sheet(page)
    assert "Where is it?" in page.locator("[data-sent-back]").inner_text()
    page.get_by_role("button", name="Accept").click()
    page.locator("[data-resolved]").wait_for(state="attached")
    put_caret(page)
    page.keyboard.type("In Orrel: ")
    reporter.press("submit", "Handed to the editors.")


def add_the_picture(photo_editor, story):
    photo_editor.go_home()
    photo_editor.reach("picture", photo_editor.row("pictures", story).locator("a"))
    sheet(photo_editor.page)
    choose_lead(photo_editor.page, "The harbour wall.")
    photo_editor.press("save", "Saved.")
    story.refresh_from_db()
    assert (story.stage, story.lead_photo.caption) == (Stage.SUBMITTED, "The harbour wall.")


def test_story_goes_from_the_idea_to_readers_with_four_at_work(newsroom):
    reporter, editor, photo_editor, chief = newsroom.values()
    builders.a_photo(caption="The harbour wall.")
    story = assign(chief, reporter)
    write_and_hand_in(reporter, story)
    chief.go_home()
    send_back(editor, story)
    mend(reporter, story)
    add_the_picture(photo_editor, story)
    editor.is_told(Told.HANDED_IN)
    editor.reach("approve", editor.row("waiting", story).locator("a"))
    sheet(editor.page)
    editor.press("approve", "Approved.")
    kinds = [row.kind for row in StaffMessage.objects.filter(user=chief.user, read_at=None)]
    assert "was approved by Editor Lee" in chief.is_told(*kinds)
    chief.reach("publish", chief.row("approved", story).locator("a"))
    sheet(chief.page)
    chief.reach("publish", chief.page.locator(".verbs button[data-verb=publish]"))
    follow(confirm_button(chief.page))
    assert "Published" in chief.page.locator(".messagelist").inner_text()
    path = Article.objects.get().editions.get().path
    status, text = read(reporter.page, path)
    assert status == 200 and "In Orrel: It cost 12 million, said Ada Diaz." in text and "Where is it?" not in text
    assert "was approved by Editor Lee" in (letters := reporter.is_told(Told.CHANGED, Told.APPROVED, Told.PUBLISHED))
    assert "was published by Chief Lee" in letters
    print({role: colleague.steps for role, colleague in newsroom.items()})

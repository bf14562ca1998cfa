"""A sheet that is open when its session ends, or may not go on without a factor, loses no word and goes on writing."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import Grace
from accounts.policy import GRACE
from articles.models.article import Article
from articles.text.body.body import Body
from tests.accounts.conftest import PASSWORD, Authenticating
from tests.builders import draft_article, editor
from tests.journeys.steps import follow
from tests.journeys.test_accounts import Device, type_code
from tests.journeys.test_autosave import kept, state
from tests.journeys.test_editing import change, put_caret, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]


@pytest.fixture
def edda(site):
    return editor(username="edda", password=PASSWORD)


@pytest.fixture
def open_sheet(sign_in, edda):
    """The page of a sheet that Edda writes on."""
    article = draft_article(body="<p>Was.</p>")
    page = sign_in(edda)
    page.expected_complaints += ["401", "403"]  # signed out, and a token from before signing in again
    page.goto(change(article))
    put_caret(sheet(page).page)
    return page


def beside(page):
    """The tab in which one signs in again, while the sheet stays open."""
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Sign in in another tab").click()
    return popup.value


def goes_on(page):
    """Write on, and wait until all of it is on the server."""
    put_caret(page)
    page.keyboard.type("On it goes. ")
    kept(page)
    assert "On it goes. Signed out. Was." in Body(Article.objects.get().body).plain_text


def test_second_step_is_done_beside_the_story(open_sheet, edda):
    telephone, page = Authenticating(edda), open_sheet
    Session.objects.all().delete()
    page.keyboard.type("Signed out. ")
    assert "signed out" in state(page, "signed-out")
    login = beside(page)
    login.locator("[name=username]").fill("edda")
    login.locator("[name=password]").fill(PASSWORD)
    follow(login.locator("[type=submit]"))
    type_code(login, telephone.code())
    login.get_by_text("go back to your story").wait_for()
    login.close()
    goes_on(page)


def test_factor_that_this_session_has_not_used_is_used_beside_the_story(open_sheet, edda, settings):
    telephone, page = Authenticating(edda), open_sheet
    settings.STAFF_MFA = True
    page.keyboard.type("Signed out. ")
    assert "second factor" in state(page, "signed-out")
    proof = beside(page)
    type_code(proof, telephone.code())
    proof.get_by_text("go back to your story").wait_for()
    proof.close()
    goes_on(page)


def test_factor_is_added_beside_the_story_when_the_days_of_grace_are_over(open_sheet, edda, settings):
    page = open_sheet
    settings.STAFF_MFA = True
    Grace.objects.create(user=edda, began_at=timezone.now() - GRACE - timedelta(seconds=1))
    page.keyboard.type("Signed out. ")
    assert "second factor" in state(page, "signed-out")
    account = beside(page)
    account.get_by_text("Add one here, then you can go on").wait_for()
    Device(account)
    follow(account.get_by_role("link", name="Add a passkey", exact=True))
    account.get_by_role("button", name="Make the passkey").click()
    account.get_by_text("They are shown this once only").wait_for()
    account.close()
    goes_on(page)

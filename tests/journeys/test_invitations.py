"""Somebody new is invited and chooses a password on a telephone; a forgotten one is mended by keyboard alone."""

import pytest
from django.core import mail

from accounts.mails import wait_until_sent
from articles.models.user import User
from tests.accounts.conftest import link_in
from tests.builders import chief
from tests.journeys.axe import faults_by_day_and_night
from tests.journeys.scrolling import PHONE
from tests.journeys.steps import PATIENCE, follow, next_page

pytestmark = [pytest.mark.journey, pytest.mark.once]
FIRST, SECOND = "seven tall herons", "eight small wrens"


def no_fault(page):
    """Assert that axe finds nothing on the page, by day or by night."""
    assert faults_by_day_and_night(page, page.url) == []


@pytest.fixture
def stranger_page(browser, site):
    """Another browser, on a telephone, of somebody who is not signed in."""
    context = browser.new_context(base_url=site, reduced_motion="reduce", **PHONE)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_somebody_new_is_invited_and_comes_in_on_a_telephone(page, sign_in, stranger_page):
    sign_in(chief())
    page.goto("/admin/articles/user/add/")
    no_fault(page)
    page.get_by_label("Username").fill("nela")
    page.get_by_label("Email address").fill("nela@example.org")
    page.get_by_label("reporter").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("A link to choose a password is on its way to nela@example.org.").wait_for()
    wait_until_sent()
    [letter] = mail.outbox
    new = stranger_page
    new.goto(link_in(letter))
    no_fault(new)
    new.locator("[name=new_password1]").fill("sunshine12")
    new.get_by_label("confirmation").fill("sunshine12")
    follow(new.get_by_role("button", name="Set password and sign in"))
    new.get_by_text("known from breaches").wait_for()
    no_fault(new)
    for name in ("new_password1", "new_password2"):
        new.locator(f"[name={name}]").fill(FIRST)
    follow(new.get_by_role("button", name="Set password and sign in"))
    new.wait_for_url("**/admin/")
    assert User.objects.get(username="nela").check_password(FIRST)
    new.goto(link_in(letter))
    assert "/admin/" in new.url and "password" not in new.url


def test_a_forgotten_password_is_mended_by_keyboard(page):
    nela = chief(username="nela", password=FIRST, email="nela@example.org")
    page.goto("/admin/login/")
    follow(page.get_by_role("link", name="Forgotten your password?"), "Enter")
    page.locator("[name=account]:focus").wait_for()
    no_fault(page)
    page.keyboard.type("Nela@Example.org")
    with next_page(page):
        page.keyboard.press("Enter")
    page.get_by_text("a link is on its way").wait_for()
    no_fault(page)
    wait_until_sent()
    page.goto(link_in(mail.outbox[0]))
    page.locator("[name=new_password1]").press_sequentially(SECOND)
    page.locator("[name=new_password2]").press_sequentially(SECOND)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    nela.refresh_from_db()
    assert nela.check_password(SECOND)
    page.goto("/admin/accounts/signin/")
    page.get_by_text("password").first.wait_for()
    page.goto(f"/admin/articles/user/{nela.pk}/invite/")
    no_fault(page)

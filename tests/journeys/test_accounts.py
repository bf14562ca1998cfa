"""Signing in with passkeys, codes and recovery codes, and losing a session: in a browser with a device of its own."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from accounts.models import Grace
from accounts.policy import GRACE
from accounts.recent import PROVED_AT
from articles.models.user import User
from tests.accounts.conftest import PASSWORD, Authenticating
from tests.builders import chief, reporter
from tests.journeys.axe import axe_faults, sideways_faults
from tests.journeys.scrolling import PHONE
from tests.journeys.steps import PATIENCE, follow, next_page

pytestmark = [pytest.mark.journey, pytest.mark.once]
ACCOUNT = "/admin/account/"


class Device:
    """The device's own keeper of passkeys, as Chromium's protocol for developers makes one up."""

    def __init__(self, page):
        self.session = page.context.new_cdp_session(page)
        self.session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        made = self.session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.number = {"authenticatorId": made["authenticatorId"]}

    def knows_the_person(self, does):
        """Whether finger, face or PIN are right from now on."""
        self.session.send("WebAuthn.setUserVerified", {**self.number, "isUserVerified": does})

    def passkeys(self):
        return self.session.send("WebAuthn.getCredentials", self.number)["credentials"]


@pytest.fixture
def device(page):
    return Device(page)


@pytest.fixture
def ida(site):
    return reporter(username="ida", password=PASSWORD, email="ida@example.org")


def type_password(page, name="ida"):
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    follow(page.locator("[type=submit]"))


def type_code(page, code):
    page.get_by_label("Code", exact=True).fill(code)
    follow(page.get_by_role("button", name="Go on"))


def sign_out(page):
    follow(page.get_by_role("button", name="Log out"))
    page.get_by_text("Log in again").wait_for()


def make_passkey(page, name):
    page.goto(ACCOUNT)
    follow(page.get_by_role("link", name="Add a passkey"))
    page.get_by_label("What to call it").fill(name)
    follow(page.get_by_role("button", name="Make the passkey"))
    page.get_by_text(f"“{name}” opens your account").wait_for()


def use_passkey(page):
    page.goto("/admin/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()


def is_in(page):
    return page.request.get(ACCOUNT, max_redirects=0).status == 200


def test_passkey_is_made_used_renamed_and_removed(page, device, ida):
    type_password(page)
    make_passkey(page, "Laptop")
    assert page.locator(".recovery li").count() == 10
    follow(page.get_by_role("link", name="I have them"))
    follow(page.get_by_role("link", name="Rename “Laptop”"))
    page.get_by_label("What to call it").fill("Ida’s laptop")
    follow(page.get_by_role("button", name="Save"))
    page.get_by_text("It is called “Ida’s laptop” now").wait_for()
    sign_out(page)
    use_passkey(page)
    page.locator("#user-tools").wait_for()
    page.goto(ACCOUNT)
    assert "last used" in page.locator(".things li", has_text="Ida’s laptop").inner_text()
    follow(page.get_by_role("link", name="Remove “Ida’s laptop”"))
    follow(page.get_by_role("button", name="Remove it"))
    page.get_by_text("It opens your account no more").wait_for()
    assert not Authenticator.objects.exists()
    sign_out(page)
    assert len(device.passkeys()) == 1  # the device does not know that it was removed
    use_passkey(page)
    page.get_by_text("does not open this account").wait_for()
    assert not is_in(page)


def test_passkey_does_not_open_where_the_person_is_not_verified(page, device, ida):
    type_password(page)
    make_passkey(page, "Laptop")
    follow(page.get_by_role("link", name="I have them"))
    sign_out(page)
    device.knows_the_person(False)
    use_passkey(page)
    page.get_by_text("No passkey was used").wait_for()
    assert not is_in(page)
    device.knows_the_person(True)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.locator("#user-tools").wait_for()


def test_same_device_makes_one_passkey_for_an_account(page, device, ida):
    type_password(page)
    make_passkey(page, "Laptop")
    page.goto("/admin/account/passkey/add/")
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_text("has a passkey for your account already").wait_for()
    assert Authenticator.objects.filter(type="webauthn").count() == 1


@pytest.mark.parametrize("lost", ["is_active", "is_staff"])
def test_passkey_of_a_closed_account_opens_nothing_and_spares_nobody_the_second_step(page, device, ida, lost):
    type_password(page)
    make_passkey(page, "Laptop")
    follow(page.get_by_role("link", name="I have them"))
    sign_out(page)
    User.objects.filter(pk=ida.pk).update(**{lost: False})
    use_passkey(page)
    page.get_by_text("does not open this account").wait_for()
    assert not is_in(page)
    Authenticating(reporter(username="ivo", password=PASSWORD))
    type_password(page, "ivo")
    page.get_by_label("Code", exact=True).wait_for()
    assert not is_in(page)


def test_password_of_who_has_a_passkey_leads_to_the_passkey(page, device, ida):
    type_password(page)
    make_passkey(page, "Laptop")
    follow(page.get_by_role("link", name="I have them"))
    sign_out(page)
    type_password(page)
    page.get_by_text("The password of ida was right").wait_for()
    page.goto("/admin/")
    assert page.locator("[name=password]").is_visible()
    type_password(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.locator("#user-tools").wait_for()
    assert is_in(page)


def test_where_a_passkey_led_is_where_it_was_wanted(page, device, ida):
    type_password(page)
    make_passkey(page, "Laptop")
    follow(page.get_by_role("link", name="I have them"))
    sign_out(page)
    for wanted, reached in (("/admin/articles/article/", "/admin/articles/article/"), ("//evil.example/", "/admin/")):
        page.goto(f"/admin/login/?next={wanted}")
        follow(page.get_by_role("button", name="Sign in with a passkey"))
        page.wait_for_url(lambda url: "login" not in url)
        assert page.evaluate("location.pathname") == reached
        page.goto("/admin/")
        sign_out(page)


def test_app_and_recovery_codes_open_once_each(page, ida):
    type_password(page)
    page.goto(ACCOUNT)
    follow(page.get_by_role("link", name="Add an authenticator app"))
    secret = page.locator("code").inner_text().replace(" ", "")
    assert page.get_by_role("img", name="QR code").is_visible()
    telephone = Authenticating.reading(ida, secret)
    page.get_by_label("The code that the app shows").fill(telephone.code(-1))
    follow(page.get_by_role("button", name="Add the app"))
    page.locator(".recovery li").first.wait_for()
    codes = [code.replace(" ", "") for code in page.locator(".recovery li").all_inner_texts()]
    with page.expect_download() as download:
        page.get_by_role("link", name="Download them").click()
    assert download.value.suggested_filename == "recovery-codes.txt"
    assert download.value.path().read_text().split() == codes
    page.reload()
    page.get_by_text("are not shown again").wait_for()
    sign_out(page)
    code = telephone.code()
    for typed, opens in ((code, True), (code, False), (codes[3], True), (codes[3], False)):
        type_password(page)
        type_code(page, typed)
        page.locator("#user-tools" if opens else "text=wrong, or was used before").wait_for()
        assert is_in(page) == opens
        if opens:
            sign_out(page)


def test_factor_is_wanted_within_a_week_and_then_before_anything_else(page, device, ida, settings):
    settings.STAFF_MFA = True
    type_password(page)
    bar = page.get_by_text("this newsroom asks more than a password of you")
    bar.wait_for()
    page.locator("[data-inbox='0']").wait_for(state="attached")  # the bell has asked while it might
    Grace.objects.update(began_at=timezone.now() - GRACE - timedelta(seconds=1))
    page.goto("/admin/articles/article/")
    assert page.url.endswith(ACCOUNT)
    page.get_by_text("Add one here, then you can go on").wait_for()
    make_passkey(page, "Laptop")
    page.goto("/admin/articles/article/")
    assert page.url.endswith("/admin/articles/article/")
    assert not bar.is_visible()


def test_stolen_session_is_ended(page, browser, site, ida):
    type_password(page)
    thief = browser.new_context(base_url=site).new_page()
    thief.set_default_timeout(PATIENCE)
    type_password(thief)
    thief.locator("#user-tools").wait_for()
    page.goto(ACCOUNT)
    assert page.locator("[aria-labelledby=sessions] li", has_text="Chrome, Linux").count() == 2
    page.get_by_role("button", name=re.compile("^End Chrome")).click()
    page.get_by_text("That session was ended").wait_for()
    thief.goto("/admin/")
    assert thief.locator("[name=password]").is_visible()
    thief.context.close()
    assert is_in(page)


def test_who_changes_roles_proves_it_and_loses_nothing(page, ida, sign_in):
    sign_in(chief(username="cleo", password=PASSWORD))
    page.goto(f"/admin/articles/user/{ida.pk}/change/")
    page.get_by_label("First name").fill("Ida")
    age_the_proof(page)
    follow(page.get_by_role("button", name="Save", exact=True))
    page.get_by_label("Your password").fill(PASSWORD)
    with next_page(page):
        page.keyboard.press("Enter")
    follow(page.get_by_role("button", name="Go on"))
    page.get_by_text("was changed successfully").wait_for()
    assert User.objects.get(pk=ida.pk).first_name == "Ida"


def age_the_proof(page):
    """Let the session's person have proved who they are an hour ago."""
    from django.contrib.sessions.models import Session  # beside its only use

    [row] = Session.objects.all()
    store = row.get_session_store_class()(row.session_key)
    store[PROVED_AT] -= 3600
    store.save()


def test_all_of_it_by_keyboard(page, device, ida):
    def tab_to(text):
        for _ in range(60):
            page.keyboard.press("Tab")
            label = "document.activeElement.value || document.activeElement.innerText || ''"
            if page.evaluate(f"({label}).trim().startsWith({text!r})"):
                with next_page(page):
                    return page.keyboard.press("Enter")
        raise AssertionError(f"{text} is not reached by Tab")

    page.goto("/admin/login/")
    page.locator("[name=username]").press_sequentially("ida")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.locator("#user-tools").wait_for()
    page.goto(ACCOUNT)
    tab_to("Add a passkey")
    page.get_by_label("What to call it").wait_for()
    tab_to("Make the passkey")
    page.get_by_text("They are shown this once only").wait_for()
    tab_to("I have them")
    page.get_by_role("heading", name="Where you are signed in").wait_for()
    sign_out(page)
    page.goto("/admin/login/")
    tab_to("Sign in with a passkey")
    page.locator("#user-tools").wait_for()


def screens(page, telephone):
    """One after the other, each screen there is, ready to be looked at."""
    page.goto("/admin/login/")
    yield "sign in"
    page.locator("[name=password]").fill("wrong")
    page.locator("[name=username]").fill("ida")
    follow(page.locator("[type=submit]"))
    yield "wrong password"
    type_password(page)
    yield "second step"
    type_code(page, "000000")
    yield "wrong code"
    type_code(page, telephone.code())
    page.locator("#user-tools").wait_for()
    passkey = Authenticator.objects.get(type="webauthn").pk
    for path in ("", "passkey/add/", f"passkey/{passkey}/", f"factor/{passkey}/remove/", "recovery-codes/", "again/"):
        page.goto(ACCOUNT + path)
        yield path or "account"
    page.goto(ACCOUNT + "recovery-codes/")
    yield "recovery codes again"
    Authenticator.objects.filter(type="totp").delete()
    page.goto(ACCOUNT + "app/")
    yield "app"
    Authenticator.objects.all().delete()
    page.goto(ACCOUNT + "again/")
    yield "again by password"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_screens_are_accessible_on_phone_and_desk(browser, site, ida, width, scheme, settings):
    settings.STAFF_MFA = True
    shape = PHONE if width < 700 else {"viewport": {"width": width, "height": 900}}
    context = browser.new_context(base_url=site, color_scheme=scheme, reduced_motion="reduce", **shape)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    Device(page)
    type_password(page)
    page.get_by_role("link", name="Add a factor now").wait_for()
    assert not axe_faults(page, "grace")
    make_passkey(page, "Ida’s laptop, the one with the long name in the newsroom")
    telephone = Authenticating(ida)
    context.clear_cookies()
    wrong = []
    for name in screens(page, telephone):
        wrong += axe_faults(page, name) + sideways_faults(page, name)
    context.close()
    assert not wrong, "\n".join(wrong)


def test_door_offers_no_passkey_where_the_address_is_a_number(page, device, ida, site):
    page.goto(f"{site.replace('localhost', '127.0.0.1')}/admin/login/")
    assert not page.get_by_role("button", name="Sign in with a passkey").is_visible()
    assert page.get_by_role("button", name="Log in").is_visible()


def test_door_is_in_our_colours_without_a_script_too(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto("/admin/login/")
    assert page.evaluate("getComputedStyle(document.querySelector('#header')).backgroundColor") == "rgb(38, 45, 46)"
    context.close()

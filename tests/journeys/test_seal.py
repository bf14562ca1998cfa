"""Sealing a story by keyboard; its screens, and those around an account, on telephone and desk, by day and night."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import SignIn
from accounts.one_use_links import Purpose, link_for
from articles.editorial.writing import seal
from articles.models.article import Article
from tests import builders
from tests.accounts.conftest import PASSWORD, Authenticating, path_of
from tests.journeys.axe import axe_faults, sideways_faults
from tests.journeys.scrolling import PHONE
from tests.journeys.steps import PATIENCE, follow

pytestmark = [pytest.mark.journey, pytest.mark.once]
LONG = "Wilhelmina von der Ahrenburg-Lichtenfels"


def at(name, article):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def test_story_is_sealed_opened_to_somebody_and_unsealed_by_keyboard(page, sign_in):
    ada = builders.editor(username="ada")
    guest = builders.reporter(username="guest", first_name="Gus", last_name="Ott")
    article = builders.draft_article(by=ada)
    sign_in(ada)
    page.goto(at("seal", article))
    follow(page.get_by_role("button", name="Seal it"), "Enter")
    page.get_by_role("heading", name="Who can open it").wait_for()
    page.get_by_label("Open it to").press("ArrowDown")
    follow(page.get_by_role("button", name="Let in"), "Enter")
    follow(page.get_by_role("button", name="Take out Gus Ott"), "Enter")
    assert not page.get_by_role("button", name="Take out Gus Ott").count()
    assert not article.sealed_to.filter(user=guest).exists()
    page.get_by_role("button", name="Unseal it").press("Enter")
    page.get_by_text("The story is open to everybody on staff again.").wait_for()
    article.refresh_from_db()
    assert not article.is_sealed


def screens(page, owner, other):
    """Each screen in each state, one after the other: (its name); the page stands at it."""
    article = builders.draft_article(by=owner, headline="The Papers")
    page.goto(at("seal", article))
    yield "seal"
    seal.seal(article, by=owner, to=[other])
    article = Article.objects.get(pk=article.pk)
    seal.note_opening(article, by=owner, what="the story")
    seal.shut_after_change(other, by=builders.system())
    page.goto(at("seal", article))
    yield "sealed"
    page.goto(at("change", article))
    yield "sheet of a sealed story"
    theirs = seal.seal(builders.draft_article(), by=builders.chief(username="root2"))
    page.goto(at("change", theirs))
    yield "sealed to others"
    for path in ("admin:articles_user_me", "mfa_index", "admin:password_change", "admin:accounts_signin_changelist"):
        page.goto(reverse(path))
        yield path
    for name in ("factors", "invite", "change"):
        page.goto(reverse(f"admin:articles_user_{name}", args=[other.pk]))
        yield f"{name} of somebody"
    page.context.clear_cookies()
    page.goto(path_of(link_for(other, Purpose.SIGN_IN)))
    yield "link that signs in"
    page.goto("/admin/login/link/none/")
    yield "link that is used"
    for path in ("admin:login", "accounts_forgotten"):
        page.goto(reverse(path))
        yield path


def come_in(page, owner):
    """Sign in with a password."""
    page.goto(reverse("admin:login"))
    page.locator("[name=username]").fill(owner.username)
    page.locator("[name=password]").fill(PASSWORD)
    follow(page.locator("[type=submit]"))
    page.locator("#user-tools").wait_for()


def noted(owner):
    """All that the log of sign-ins can say of an account."""
    for outcome in SignIn.Outcome:
        for ways in ("password, code", "webauthn"):
            SignIn.objects.create(
                user=owner, at=timezone.now(), outcome=outcome, ways=ways, address="2001:db8::8a2e:370:7334",
                device="Samsung Internet, Android", is_new_device=ways == "webauthn",
            )  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("shape", ["phone", "desk"])
def test_screens_are_accessible(browser, site, shape, scheme):
    sizes = PHONE if shape == "phone" else {"viewport": {"width": 1366, "height": 900}}
    context = browser.new_context(base_url=site, color_scheme=scheme, reduced_motion="reduce", **sizes)
    context.set_default_timeout(PATIENCE)
    page, wrong = context.new_page(), []
    owner = builders.chief(username="ada", password=PASSWORD, email="ada@example.org")
    other = builders.reporter(username="wil", first_name=LONG.split()[0], last_name=LONG.partition(" ")[2])
    Authenticating(other)
    noted(owner)
    come_in(page, owner)
    for name in screens(page, owner, other):
        wrong += axe_faults(page, name) + sideways_faults(page, name)
    context.close()
    assert not wrong, "\n".join(wrong)

"""The order of a page from Planned to its own screen, and the tools of every screen there: the bell and Ctrl+K."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.editorial.notifications.notify import notify
from articles.editorial.site.front_order import front_order, keep_order, let_hold
from articles.editorial.site.next_story import pin_next
from articles.models.article import Article
from articles.models.staff_message import Told
from tests import builders
from tests.journeys.axe import axe_faults, sideways_faults

pytestmark = pytest.mark.journey


@pytest.fixture
def order():
    """An order of the front page with two of three stories, which holds from tomorrow on."""
    first, second, _third = (builders.live_article(headline=name) for name in ("The Bridge", "The Ferry", "The Fair"))
    draft = keep_order([first.pk, second.pk], by=builders.system(), expected=front_order(None))
    return let_hold(draft, by=builders.system(), expected=draft.stories(), at=timezone.now() + timedelta(days=1))


def test_chief_goes_from_planned_to_the_order_and_from_there_anywhere(page, sign_in, order):
    chief = builders.chief()
    notify([chief], Told.MENTIONED, builders.draft_article(), by=builders.system())
    sign_in(chief).goto(f"{reverse('admin:articles_article_planned')}?day={timezone.localdate(order.goes_live_at)}")
    page.get_by_role("link", name="Front page: order holds from").click()
    page.get_by_role("heading", name="Order of pages").wait_for()
    bell = page.get_by_role("link", name="Inbox, 1 new")
    bell.wait_for()
    first, second = order.stories()
    page.locator(f"button[value='down:{first}']").click()
    page.locator(f"button[value='down:{second}']").wait_for()
    bell.wait_for()  # the head stays, though the page was changed in place
    faults = [*axe_faults(page, "order of a page"), *sideways_faults(page, "order of a page")]
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name="Stories, people, topics, photos, screens")
    field.fill("fair")
    page.locator("[role=option][aria-selected=true]", has_text="The Fair").wait_for()
    faults += axe_faults(page, "order of a page, Ctrl+K")
    assert faults == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/change/")
    assert page.locator("textarea[name=headline]").input_value() == "The Fair"


def test_chief_puts_stories_together_and_readers_have_them_under_their_title(page, sign_in):
    made = [builders.live_article(headline=name) for name in ("The Bridge", "The Ferry", "The Fair", "The Fog")]
    sign_in(builders.chief()).goto(reverse("admin:articles_article_order"))
    page.get_by_text("Package …").click()
    page.get_by_label("Title of the package").fill("On the river")
    for name in ("The Bridge", "The Ferry"):
        page.get_by_role("checkbox", name=name).check()
    faults = axe_faults(page, "a package that is begun")
    page.get_by_role("button", name="Put together").press("Enter")
    page.get_by_role("button", name="Take out of its package: The Ferry").wait_for()
    faults += [*axe_faults(page, "a package"), *sideways_faults(page, "a package")]
    assert faults == []
    page.get_by_role("button", name="Show readers now").click()
    page.locator(".messagelist", has_text="Readers see this order from now on.").wait_for()
    page.goto("/")
    package = page.get_by_role("region", name="On the river")
    assert package.locator(".headline").all_inner_texts() == ["The Ferry", "The Bridge"]
    assert page.locator(f"[data-story-card='{made[0].pk}']").count() == 1
    assert axe_faults(page, "front page with a package") == []


def test_keys_of_the_order_are_said_and_its_head_fits_a_phone(page, sign_in, order):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(builders.chief()).goto(reverse("admin:articles_article_order"))
    page.get_by_role("button", name="Go to").click()
    page.get_by_role("combobox", name="Stories, people, topics, photos, screens").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Go to").blur()
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").get_by_text("Alt and ↑ or ↓").wait_for()
    assert sideways_faults(page, "order of a page") == []


def test_what_was_before_is_read_on_every_screen_and_has_no_axe_violation(page, sign_in, order):
    chief, first = builders.chief(), Article.objects.get(pk=order.stories()[0])
    for following in (*Article.objects.exclude(pk=first.pk), None):
        pin_next(first, following, by=chief)
    sign_in(chief).goto("/admin/articles/publisher/1/change/")
    page.get_by_label("Name of the site").fill("The Daily Bridge")
    page.get_by_role("button", name="Save and stay").click()
    page.get_by_text("was changed successfully").wait_for()
    page.locator(".house-changes a").click()
    page.locator(".house-then dd", has_text="The Daily Bridge").wait_for()
    where = {
        "house": page.url,
        "pinned before": reverse("admin:articles_article_next_story", args=[first.pk]),
        "planned": f"{reverse('admin:articles_article_planned')}?day={timezone.localdate(order.goes_live_at)}",
    }
    faults = []
    for name, address in where.items():
        for width, scheme in ((1280, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.goto(address)
            faults += axe_faults(page, f"{name} {scheme}", {"preload": False}) + sideways_faults(
                page, f"{name} {width}"
            )
    assert faults == []
    assert page.locator(".planned-order").count() == 1

"""People, topics and desks turned round in a real browser: by keys alone, without JavaScript, and for everybody."""

import pytest
from django.conf import settings
from django.urls import reverse

from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.rename import rename
from articles.models.person import Person
from tests import builders
from tests.articles.admin.directory.test_changes import screen
from tests.journeys.axe import axe_faults, sideways_faults
from tests.journeys.steps import PATIENCE, follow, next_page
from tests.journeys.test_desk import BY_AXE

pytestmark = pytest.mark.journey


def tab_to(page, selector):
    """Go on by the Tab key until an element has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"no way by keys to {selector}")


def press_enter(page):
    with next_page(page):
        page.keyboard.press("Enter")


def test_merge_by_keys_alone_shows_what_will_change_goes_back_and_merges(page, sign_in):
    ann, anne = builders.a_person("Ann Lee"), builders.a_person("Anne Lee", role="pilot")
    builders.a_person("Anne Lee", role="surveyor")
    story = builders.live_article(headline="The Bridge", bylines=[ann])
    sign_in(builders.editor()).goto(screen(ann, "merge"))
    tab_to(page, ".select2-selection")
    page.keyboard.press("Enter")
    page.locator(".select2-search__field:focus").wait_for()
    with page.expect_response(lambda answer: "term=anne" in answer.url):  # those before it are for the first letters
        page.keyboard.type("anne")
    page.locator(".select2-results .loading-results").wait_for(state="detached")
    page.locator(".select2-results__option", has_text="Anne Lee (pilot").wait_for()
    for _ in range(3):
        if page.locator(".select2-results__option--highlighted", has_text="Anne Lee (pilot").count():
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".select2-selection__rendered", has_text="Anne Lee (pilot").wait_for()
    tab_to(page, "input.default")
    press_enter(page)
    assert (
        page.locator("h1").inner_text()
        == f"Merge “Ann Lee” into “Anne Lee (pilot, 0 stories, {anne.get_absolute_url()})”?"
    )
    assert page.locator(".stories", has_text="The Bridge").count() == 1
    tab_to(page, "[name=back]")
    press_enter(page)
    assert page.locator("[name=into]").input_value() == str(anne.pk)
    tab_to(page, "input.default")
    press_enter(page)
    tab_to(page, "input.default")
    press_enter(page)
    page.locator(".messagelist", has_text="“Ann Lee” is part of “Anne Lee”.").wait_for()
    assert builders.live_edition(story).byline_rows.get().person == anne


def test_merge_without_javascript_takes_a_typed_name(browser, page, sign_in, site):
    ann, anne = builders.a_person("Ann Lee"), builders.a_person("Anne Lee")
    sign_in(builders.editor())
    bare = browser.new_context(base_url=site, java_script_enabled=False)
    bare.add_cookies([each for each in page.context.cookies() if each["name"] == settings.SESSION_COOKIE_NAME])
    bare.set_default_timeout(PATIENCE)
    plain = bare.new_page()
    plain.goto(screen(ann, "merge"))
    assert not plain.locator("[name=into]").is_visible()
    plain.get_by_role("textbox", name="Merge into").fill("anne lee")
    follow(plain.get_by_role("button", name="Show what will change"))
    assert anne.get_absolute_url() in plain.locator("#content").inner_text()
    follow(plain.get_by_role("button", name="Merge"))
    plain.locator(".messagelist", has_text="“Ann Lee” is part of “Anne Lee”.").wait_for()
    bare.close()
    assert Person.objects.get() == anne


def screens():
    """(address, the values to type before what will change is shown, or None) of every screen of the directory."""
    ann, anne = builders.a_person("Ann Lee", role="surveyor"), builders.a_person("Anne Lee")
    said = f'<blockquote data-person="{ann.pk}" data-attribution="Ann"><p>“We built it.”</p></blockquote>'
    topic, desk = builders.a_topic("Bridges"), builders.a_desk("World")
    page = builders.a_static_page("How We Print", "how-we-print")
    builders.live_article(headline="Nine Hundred Metres of Harbour Wall Counted", body=said, topics=[topic])
    builders.draft_article(bylines=[ann])
    done = [
        rename(topic, "Spans", by=builders.system()),
        merge(anne, into=builders.a_person("Anna Lee"), by=builders.system()),
    ]
    for row in (ann, topic, desk):
        yield from ((screen(row, action), None) for action in ("rename", "alias", "merge", "split"))
        yield reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk]), None
        yield reverse(f"admin:articles_{row._meta.model_name}_changelist"), None
    yield reverse("admin:articles_person_add"), None
    yield reverse("admin:articles_staticpage_change", args=[page.pk]), None
    yield reverse("admin:articles_directorychange_changelist"), None
    yield from ((reverse("admin:articles_directorychange_change", args=[change.pk]), None) for change in done)
    yield screen(ann, "rename"), {"name": "Anna Lee"}  # who is there already: a refusal with links
    for action in ("rename", "alias", "split"):
        yield screen(ann, action), {"name": "Nan Lee"}
    yield screen(topic, "rename"), {"name": "Arches"}


@pytest.mark.once
def test_screens_of_the_directory_have_no_axe_violation_and_never_scroll_sideways(page, sign_in):
    page.expected_complaints += BY_AXE
    addresses = list(screens())
    sign_in(builders.chief())
    wrong = []
    for width, scheme in ((360, "light"), (1440, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        for address, typed in addresses:
            assert page.goto(address).status == 200
            if typed:  # what will change is a page that only a form leads to
                for name, value in typed.items():
                    page.locator(f"[name={name}]").fill(value)
                for box in page.locator("[name=articles]").all():
                    box.check()
                follow(page.get_by_role("button", name="Show what will change"))
                page.locator("input[name=back], .errorlist").first.wait_for()
            wrong += axe_faults(page, f"{page.url} {width} {scheme}")
            wrong += sideways_faults(page, f"{address} {width}")
    assert not wrong, "\n".join(wrong)

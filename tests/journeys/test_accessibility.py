"""Every kind of readers' page, on a phone and a desk, light and dark: no axe violation, nothing to scroll sideways."""

import pytest
from django.utils import timezone

from articles.editorial.publishing import withdraw
from articles.editorial.writing import preview_links
from articles.management.demo import loading
from articles.models.article import Article
from articles.models.edition import Edition
from tests.builders import BODY, a_photo, a_static_page, draft_article, live_article, system
from tests.journeys.axe import axe_faults, faults_by_day_and_night, sideways_faults

pytestmark = [pytest.mark.journey, pytest.mark.once]
LONG = "Nine Hundred Metres of Harbour Wall to Be Counted Stone by Stone Before the First Frost Comes"


def awkward_stories():
    """Stories that lack what most have, or have it in the shapes that break pages."""
    bare = live_article(headline="Three Lines and Nothing Else", dek="", body="<p>One.</p>")
    tall = live_article(headline=LONG, lead_photo=a_photo(400, 900), language="en")
    arabic = live_article(headline="جسر جديد فوق النهر", dek="افتتح يوم الاثنين.", language="ar")
    for article in (bare, tall, arabic):
        yield Edition.objects.get(article=article).path


def addresses():
    """One address of each kind of page, and what it answers with."""
    loading.load("not a secret")
    withdrawn = live_article(headline="Soon Withdrawn")
    path = Edition.objects.get(article=withdrawn).path
    withdraw.withdraw(withdrawn, by=system(), notice="It was about another bridge.")
    told = Article.objects.get(slug="the-night-train-comes-back")
    corrected = Edition.objects.filter(has_corrections=True).latest("pk").path
    day = f"{timezone.localdate(Edition.objects.live(timezone.now()).latest('dated_at').dated_at):/archive/%Y/%m/%d/}"
    return {
        "/": 200,
        "/world/": 200,
        "/sport/": 200,
        "/topics/": 200,
        "/topics/russia-ukraine-war/": 200,
        "/people/": 200,
        "/people/volodymyr-zelenskyy/": 200,
        "/people/ines-calloway/": 200,
        "/latest/": 200,
        "/archive/": 200,
        f"{day[:13]}/": 200,
        f"{day[:16]}/": 200,
        day: 200,
        "/corrections/": 200,
        a_static_page("How We Print", "how-we-print", body=f"<p>So.</p><h2>How</h2>{BODY}").get_absolute_url(): 200,
        Edition.objects.get(article=told).path: 200,
        corrected: 200,
        f"{corrected}history/": 200,
        **dict.fromkeys(awkward_stories(), 200),
        preview_links.share(draft_article(lead_photo=a_photo()), by=system(), days=1).get_absolute_url(): 200,
        path: 410,
        "/never/printed/": 404,
    }


def test_pages_have_no_axe_violation_and_never_scroll_sideways(page):
    page.expected_complaints.append("Failed to load resource")  # the browser says so of the 404 and the 410
    wrong = []
    for path, status in addresses().items():
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.goto(path).status == status
            wrong += faults_by_day_and_night(page, f"{path} {width}")
            wrong += sideways_faults(page, f"{path} {width}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["ar", "uk"])
def test_interface_in_another_language_is_as_accessible_and_mirrored_where_it_should_be(page, settings, language):
    page.expected_complaints.append("Failed to load resource")
    settings.LANGUAGE_CODE = language
    wrong = []
    for path, status in addresses().items():
        for width in (320, 2560):  # 320 is also what 400 % leaves of 1280
            page.set_viewport_size({"width": width, "height": 900})
            assert page.goto(path).status == status
            wrong += sideways_faults(page, f"{path} {width}")
        starts_right = page.evaluate(
            "document.querySelector('.foot .wordmark').getBoundingClientRect().x > innerWidth / 2"
        )
        foot = page.locator(".foot .wordmark")
        if foot.is_visible() and starts_right != (language == "ar"):
            wrong.append(f"{path} is mirrored wrongly")
        wrong += axe_faults(page, path)
    assert not wrong, "\n".join(wrong)

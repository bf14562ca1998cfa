"""Reading a story to its end in a real browser: it counts once, and front page and editors see it."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.models.view_count import ViewCount
from tests.builders import chief, live_article, live_edition

pytestmark = [pytest.mark.journey, pytest.mark.once]


def test_story_read_to_its_end_is_counted_once_and_shown(page, sign_in):
    body = "".join(f"<p>Paragraph {number} of a long story about a bridge.</p>" for number in range(60))
    article = live_article(headline="Read to the End", body=body)
    page.clock.install()
    page.goto(live_edition(article).path)
    with page.expect_response("**/reading.js"):
        page.locator("[data-story] section p").last.scroll_into_view_if_needed()
    page.clock.run_for(60_000)  # a third of its reading time is 47 seconds
    with page.expect_request_finished(lambda request: request.url.endswith("/read")) as told:
        page.wait_for_function("() => dispatchEvent(new Event('pagehide')) && localStorage.read", polling=100)
    assert (told.value.method, told.value.post_data) == ("POST", str(article.pk))
    assert told.value.response().status == 204
    page.locator("h1").scroll_into_view_if_needed()
    page.goto("/")
    expect(page.locator(".most li")).to_have_text(["Read to the End"])
    assert list(ViewCount.objects.values_list("article", "date", "times")) == [(article.pk, timezone.localdate(), 1)]
    assert page.context.cookies() == []
    sign_in(chief()).goto("/admin/articles/viewcount/")
    expect(page.get_by_role("row", name="Read to the End").get_by_role("cell").first).to_have_text("1")

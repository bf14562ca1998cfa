"""The page of plots: what it draws, and for whom."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles.admin.shared.svg_bars import HEIGHT, WIDTH, bars
from articles.models.view_count import ViewCount
from tests.articles.reader.page_checks import queries
from tests.builders import live_article, scheduled_article

PAGE = "admin:articles_viewcount_changelist"


@given(st.lists(st.integers(0, 10**9), max_size=60))
def test_bars_stay_inside_the_plot_and_keep_their_proportions(values):
    drawn = bars([(place, value) for place, value in enumerate(values)])
    assert [bar.value for bar in drawn] == values
    for bar in drawn:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH + 0.1
        assert 0 <= bar.y <= HEIGHT
        assert abs(bar.y + bar.height - HEIGHT) < 0.2
    if any(values):
        assert max(drawn, key=lambda bar: bar.value).height == HEIGHT


@pytest.mark.django_db
def test_page_draws_days_and_names_stories(chief):
    today = timezone.localdate()
    read, quiet, unseen = (
        live_article(headline="Read"),
        live_article(headline="Quiet"),
        scheduled_article(headline="No"),
    )
    for article, back, times in ((read, 0, 40), (read, 3, 2), (quiet, 0, 1), (unseen, 0, 9), (quiet, 28, 5)):
        ViewCount.objects.create(article=article, date=today - timedelta(days=back), times=times)
    page = html.fromstring(chief.get(reverse(PAGE)).text)
    rows = [[cell.text_content() for cell in row.xpath("th | td")] for row in page.xpath("//tbody/tr")]
    drawn = page.xpath("//section[@class='plot']")
    assert len(drawn[0].xpath(".//rect")) == len(drawn[1].xpath(".//rect")) == 28
    assert rows[27][1] == "50"
    assert [row[:2] for row in rows[56:]] == [["Read", "42"], ["Quiet", "1"]]
    assert date.today().strftime("%Y") in page.text_content()
    assert not page.xpath("//section//@style | //script[not(@src)][not(@type)]")


@pytest.mark.django_db
def test_page_takes_as_many_queries_for_three_stories_as_for_one(chief):
    def cost():
        ViewCount.objects.count_one(live_article().pk, timezone.localdate())
        with queries() as statements:
            chief.get(reverse(PAGE))
        return len(statements)

    costs = [cost(), cost(), cost()]
    assert len(set(costs)) == 1
    assert costs[0] <= 8


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "status"), [("reporter", 200), ("photo editor", 200), ("stranger", 403)])
def test_everybody_in_the_newsroom_may_look(enter, role, status):
    assert enter(role).get(reverse(PAGE)).status_code == status

"""Numbers as pages hand them back: what is none, or longer than any of ours, is none."""

import pytest
from django.urls import reverse

from articles.admin.shared.params import number_in, numbers_in
from tests import builders
from tests.articles.admin.forms import change_url, fields_of

ENDLESS = "9" * 5000  # Python refuses to read more than 4,300 digits


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("17", 17), ("9" * 18, 10**18 - 1), ("9" * 19, None), (ENDLESS, None), ("", None), ("-1", None)],
)
def test_number_is_read_if_it_can_be_one_of_ours(text, number):
    assert number_in(text) == number
    assert numbers_in(["3", text, "1"]) == [3, *([] if number is None else [number]), 1]


def test_screens_take_an_endless_number_for_none(chief):
    article = builders.edited(builders.draft_article(), dek="Newer.")
    for name in ("order", "photo_words"):
        address = reverse(f"admin:articles_article_{name}")
        assert chief.get(address, {"focus": f"up:{ENDLESS}", "photos": ENDLESS}).status_code == 200
    compare = reverse("admin:articles_article_compare", args=[article.pk])
    assert chief.get(compare, {"from": ENDLESS}).status_code == 404
    page = fields_of(chief.get(change_url(article)))
    typed = {"version": ENDLESS, "headline": "x" * 301, "_verb": "save"}
    assert chief.post(change_url(article), {**page, **typed}).status_code == 200

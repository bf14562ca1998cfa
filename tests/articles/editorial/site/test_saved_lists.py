"""Lists of stories that somebody keeps by a name."""

import pytest

from articles.editorial.site.saved_lists import (
    MOST_LISTS,
    NameMissing,
    NothingChosen,
    TooManyLists,
    drop_list,
    keep_columns,
    keep_list,
)
from tests.builders import reporter

pytestmark = pytest.mark.django_db


def test_list_is_kept_by_a_name_without_where_one_was_in_it():
    ann = reporter()
    keep_list(ann, "  My  desk ", "state=submitted&p=3&desk__id__exact=2&q=")
    keep_list(ann, "My desk", "q=ferry&state=live")
    ann.refresh_from_db()
    assert ann.saved_lists == [{"name": "My desk", "query": "q=ferry&state=live"}]
    drop_list(ann, "My desk")
    ann.refresh_from_db()
    assert ann.saved_lists == []


@pytest.mark.parametrize(
    ("name", "query", "refusal"),
    [
        ("", "state=live", NameMissing),
        ("x" * 61, "state=live", NameMissing),
        ("All", "p=2", NothingChosen),
        ("Long", f"q={'x' * 600}", NothingChosen),
    ],
)
def test_what_cannot_be_kept_is_refused(name, query, refusal):
    with pytest.raises(refusal):
        keep_list(reporter(), name, query)


def test_columns_are_kept_for_a_person():
    ann = reporter()
    keep_columns(ann, ["words", "due"])
    ann.refresh_from_db()
    assert ann.board_columns == ["words", "due"]


def test_row_of_lists_stays_short():
    ann = reporter()
    for number in range(MOST_LISTS):
        keep_list(ann, f"List {number}", "state=live")
    with pytest.raises(TooManyLists, match="20"):
        keep_list(ann, "One more", "state=live")
    keep_list(ann, "List 3", "state=mine")

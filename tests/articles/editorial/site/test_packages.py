"""Packages on the front page: who puts them together, what is refused, and how they go along with an order."""

import pytest
from django.utils import timezone

from articles.editorial.permissions import Forbidden
from articles.editorial.site.front_order import OrderChanged, draft_of, front_order, keep_order, let_hold
from articles.editorial.site.packages import (
    NoTitle,
    NotThatMany,
    TooManyPackages,
    add_to_package,
    keep_package,
    take_from_package,
)
from articles.models.log_entry import LogEntry
from articles.models.page_order import PageOrder
from articles.signals import timeline_changed
from tests.builders import editor, live_article, put_on_top, reporter

pytestmark = pytest.mark.django_db


def several(number):
    """The ids of so many live stories."""
    return [live_article().pk for _ in range(number)]


def packages():
    """The packages of the order that holds on the front page now."""
    return PageOrder.objects.of(None).in_force(timezone.now()).get().packages()


def test_package_is_in_a_draft_until_somebody_gives_it_to_readers_and_stays_in_the_orders_after():
    one, two, three, ada = *several(3), editor()
    draft = keep_package("  The\tVote ", [three, one, three, 0], by=ada)
    assert draft == draft_of(None) and draft.packages() == {"The Vote": [three, one]}
    let_hold(draft, by=ada, expected=[])
    assert packages() == {"The Vote": [three, one]} and front_order(None) == []
    put_on_top(two)
    assert packages() == {"The Vote": [three, one]} and front_order(None) == [two]
    notes = LogEntry.objects.filter(verb="arrange").values_list("note", flat=True)
    told = f"package of story {three}, story {one}"
    assert list(notes) == [f"Front page: story {two}; {told}", f"Front page: newest first; {told}"]


def test_package_of_the_same_title_is_replaced_where_it_is_and_a_story_is_in_one_place_alone():
    one, two, three, four, ada = *several(4), editor()
    keep_package("Vote", [one, two], by=ada)
    draft = keep_package("Ice", [three, four], by=ada)
    keep_package("Vote", [one, three, two], by=ada)
    assert draft.packages() == {"Vote": [one, three, two]}, "too little was left of the other"
    keep_order([two], by=ada, expected=[])
    assert (draft.stories(), draft.packages()) == ([two], {"Vote": [one, three]})
    with pytest.raises(NotThatMany):
        keep_package("Top", [two, four], by=ada)
    assert draft.all_stories() == [two, one, three]


def test_stories_are_added_after_those_that_a_package_has_and_begin_one_that_is_new():
    one, two, three, four, ada = *several(4), editor()
    let_hold(keep_package("Vote", [two, one], by=ada), by=ada, expected=[])
    draft = add_to_package(" Vote ", [three, two], by=ada)
    assert draft.packages() == {"Vote": [two, one, three]} and packages() == {"Vote": [two, one]}
    add_to_package("Ice", [four, one], by=ada, order=draft)
    assert draft.packages() == {"Vote": [two, three], "Ice": [four, one]}


def test_story_is_taken_out_and_what_is_left_of_two_is_no_package():
    one, two, three, ada = *several(3), editor()
    draft = keep_package("Vote", [one, two, three], by=ada)
    assert take_from_package(two, by=ada).packages() == {"Vote": [one, three]}
    assert take_from_package(three, by=ada, order=draft).packages() == {}


def test_what_is_no_package_is_refused_in_words():
    stories, ada = several(8), editor()
    for title in ("", " \n ", "x" * 81):
        with pytest.raises(NoTitle, match="at most 80"):
            keep_package(title, stories[:2], by=ada)
    for ids in ([], stories[:1], stories[:7], [stories[0]] * 2):
        with pytest.raises(NotThatMany, match="2 to 6"):
            keep_package("Vote", ids, by=ada)
    for number in range(3):
        keep_package(f"Package {number}", stories[2 * number : 2 * number + 2], by=ada)
    with pytest.raises(TooManyPackages, match="3 packages"):
        keep_package("One more", stories[6:], by=ada)
    assert len(draft_of(None).packages()) == 3


def test_only_who_arranges_the_front_page_makes_packages_and_none_in_an_order_that_began():
    one, two = several(2)
    for change in (lambda by: keep_package("Vote", [one, two], by=by), lambda by: take_from_package(one, by=by)):
        with pytest.raises(Forbidden):
            change(reporter())
    began = put_on_top(one)
    with pytest.raises(OrderChanged):
        keep_package("Vote", [one, two], by=editor(), order=began)


def test_other_applications_hear_of_stories_that_come_into_a_package_and_leave_it(django_capture_on_commit_callbacks):
    heard = []

    def hear(article_id, **_):
        heard.append(article_id)

    one, two, three, ada = *several(3), editor()
    timeline_changed.connect(hear)
    try:
        for together in ([one, two], [two, three]):
            with django_capture_on_commit_callbacks(execute=True):
                let_hold(keep_package("Vote", together, by=ada), by=ada, expected=[])
            assert sorted(heard) == sorted({*together, *([one] if three in together else [])})
            heard.clear()
    finally:
        timeline_changed.disconnect(hear)

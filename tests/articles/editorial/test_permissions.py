"""Who may do what: the predicates, person by person."""

import pytest

from articles.editorial import permissions
from articles.editorial.directory.entries import save_entry
from articles.editorial.directory.rename import rename
from articles.editorial.refusals import Refusal
from tests.builders import a_desk, chief, draft_article, editor, photo_editor, reporter, stranger, system

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    """One person of each kind by name; the story is the reporter's."""
    people = {"reporter": reporter(), "other": reporter(), "editor": editor(), "photo": photo_editor()}
    return people | {"chief": chief(), "stranger": stranger(), "system": system(), "gone": reporter(is_active=False)}


@pytest.mark.parametrize(
    ("may", "who"),
    [
        (permissions.may_write, "reporter editor chief system"),
        (permissions.may_place_photos, "reporter editor photo chief system"),
        (permissions.may_submit, "reporter editor chief system"),
        (permissions.may_approve, "editor chief system"),
        (permissions.may_publish, "editor chief system"),
    ],
)
def test_story_of_a_reporter_is_in_these_hands(cast, may, who):
    article = draft_article(by=cast["reporter"])
    assert [name for name, user in cast.items() if may(user, article)] == who.split()


def test_anybody_who_writes_may_begin(cast):
    may = [name for name, user in cast.items() if permissions.may_write(user)]
    assert may == ["reporter", "other", "editor", "chief", "system"]
    places = [name for name, user in cast.items() if permissions.may_place_photos(user)]
    assert places == ["reporter", "other", "editor", "photo", "chief", "system"]


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        ("person", "reporter other editor photo chief system"),
        ("topic", "reporter other editor chief system"),
        ("desk", "editor chief system"),
        ("pin", "editor chief system"),
    ],
)
def test_directory_is_kept_by(cast, kind, who):
    assert [name for name, user in cast.items() if permissions.may_edit_directory(user, kind)] == who.split()


def test_s7_a_desk_is_changed_by_those_who_work_for_it():
    own, other = a_desk("Politics"), a_desk("World")
    user = editor()
    user.desks.add(own)
    for may in (permissions.may_change_directory, lambda by, desk: permissions.may_edit_directory(by, "desk", desk)):
        assert may(user, own) and not may(user, other)
    with pytest.raises(permissions.Forbidden):
        rename(other, "World HACKED", by=user)
    other.description = "Mine."
    with pytest.raises(permissions.Forbidden):
        save_entry(other, by=user)


def test_refusal_names_the_action_and_who_can_help():
    permissions.require(True, "publish this story")
    with pytest.raises(permissions.Forbidden, match="You may not publish this story. Ask an editor") as raised:
        permissions.require(False, "publish this story")
    assert isinstance(raised.value, Refusal)

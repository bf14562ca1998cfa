"""What all changes of the directory have in common: who may, and what is logged."""

import pytest

from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.rename import alias, rename
from articles.editorial.directory.split import split
from articles.editorial.directory.undo import undo
from articles.editorial.permissions import Forbidden
from articles.models.log_entry import LogEntry
from articles.signals import directory_changed
from tests.builders import (
    a_topic,
    editor,
    photo_editor,
    reporter,
)

pytestmark = pytest.mark.django_db


def test_only_editors_change_the_directory_and_the_log_knows(django_capture_on_commit_callbacks):
    topic, other = a_topic("One"), a_topic("Two")
    heard = []

    def hear(sender, **kwargs):
        heard.append(sender)

    for by in (reporter(), photo_editor()):
        for action in (
            lambda by=by: rename(topic, "Three", by=by),
            lambda by=by: alias(topic, "Three", by=by),
            lambda by=by: merge(topic, into=other, by=by),
            lambda by=by: split(topic, "Three", articles=[], by=by),
        ):
            with pytest.raises(Forbidden):
                action()
    directory_changed.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        change = merge(topic, into=other, by=editor())
    with pytest.raises(Forbidden, match="undo a change of a topic"):
        undo(change, by=reporter())
    with django_capture_on_commit_callbacks(execute=True):
        undo(change, by=editor())
    directory_changed.disconnect(hear)
    assert len(heard) == 2
    assert [(entry.verb, entry.note) for entry in LogEntry.objects.all()[:2]] == [
        ("undo merge topic", "“One” is part of “Two”"),
        ("merge topic", "“One” is part of “Two”"),
    ]
    assert str(change) == "“One” is part of “Two”"

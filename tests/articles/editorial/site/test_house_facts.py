"""The facts of the house by time: what is kept of each change, what held at a moment, and what the log tells."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from articles.editorial.permissions import Forbidden
from articles.editorial.site.house_facts import FACTS, changed_facts, facts_at, facts_of
from articles.editorial.site.publisher import save_publisher
from articles.models.house_facts import HouseFacts
from articles.models.log_entry import LogEntry
from articles.models.publisher import Publisher
from tests import builders

pytestmark = pytest.mark.django_db
ask_the_log = import_module("articles.migrations.0027_facts_of_the_house_in_time").ask_the_log
TEN = datetime(2026, 5, 20, 10, tzinfo=UTC)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


def said(by, **facts):
    """Save the house with these facts changed."""
    publisher = Publisher.objects.get()
    for name, value in facts.items():
        setattr(publisher, name, value)
    return save_publisher(publisher, by=by)


def name_at(at):
    """What the site was called at a moment, and who said so; None where that is not known."""
    held = facts_at(at)
    return held and held.facts and (held.facts["name"], held.changed_by)


def test_facts_hold_from_their_change_until_the_next(time_machine):
    ada, bo = builders.chief(), builders.chief()
    for hour, (by, name) in enumerate([(ada, "The Bridge"), (bo, "The Ferry"), (ada, "")]):
        time_machine.move_to(TEN + hour * HOUR, tick=False)
        said(by, name=name)
    assert name_at(TEN - SECOND) is None
    assert name_at(TEN) == name_at(TEN + HOUR - SECOND) == ("The Bridge", ada)
    assert name_at(TEN + HOUR) == name_at(TEN + 2 * HOUR - SECOND) == ("The Ferry", bo)
    assert name_at(TEN + 2 * HOUR) == name_at(TEN + 99 * HOUR) == ("", ada)
    assert str(facts_at(TEN)) == "The house from 2026-05-20 10:00"


def test_every_fact_is_kept_and_readers_have_what_the_newest_say(time_machine):
    time_machine.move_to(TEN, tick=False)
    facts = {
        "name": "The Bridge",
        "description": "A paper.",
        "logo": builders.a_photo(300, 300),
        "icon": builders.a_photo(600, 600),
        "social": "https://social.example/@bridge",
        "security_contact": "security@example.org",
        "may_be_found": True,
        "may_be_answered_with": False,
        "may_be_learned_from": None,
    }
    publisher = said(builders.chief(), **facts)
    kept = facts_at(TEN).facts
    assert kept == {name: getattr(value, "pk", value) for name, value in facts.items()} == facts_of(publisher)
    assert tuple(kept) and set(kept) == set(FACTS)
    worked_out = {"id", "logo_path", "icon_digest"}
    assert {field.name for field in Publisher._meta.concrete_fields} - worked_out == set(FACTS), "a fact is forgotten"


def test_saving_the_same_again_changes_nothing_and_twice_at_once_the_later_holds(time_machine):
    ada, bo = builders.chief(), builders.chief()
    time_machine.move_to(TEN, tick=False)
    said(ada, name="The Bridge")
    said(bo, name="The Ferry")
    time_machine.move_to(TEN + HOUR, tick=False)
    said(ada)
    assert HouseFacts.objects.count() == 1
    assert name_at(TEN + HOUR) == ("The Ferry", bo)


def test_what_is_refused_is_no_fact():
    with pytest.raises(Forbidden):
        said(builders.editor(), name="The Bridge")
    with pytest.raises(ValidationError):
        said(builders.chief(), social="no address")
    assert not HouseFacts.objects.exists()


SAID = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(["", None, True, False, 1, "The Bridge"]) for name in FACTS}
)


@given(SAID, SAID)
def test_what_changed_is_what_differs_and_nothing_said_is_nothing(one, other):
    changed = changed_facts(one, other)
    assert changed == changed_facts(other, one) and changed_facts(one, one) == []
    after = {**other, **{name: one.get(name) for name in changed}}
    assert changed_facts(one, after) == []
    assert changed_facts(None, one) == changed_facts(one, None) == []


def test_no_and_not_said_are_two_answers():
    assert changed_facts({"may_be_found": False, "name": ""}, {"may_be_found": None}) == ["may_be_found"]


def test_log_tells_when_the_house_was_changed_and_today_what_it_says(time_machine):
    ada, bo = builders.chief(), builders.chief()
    Publisher.objects.update(name="The Ferry", may_be_found=False)
    for hour, by in enumerate([ada, None, bo]):
        LogEntry.objects.create(verb="save publisher", by=by, at=TEN + hour * HOUR)
    LogEntry.objects.create(verb="save page", by=ada, at=TEN + 5 * HOUR)
    ask_the_log(apps, None)
    rows = list(HouseFacts.objects.values_list("goes_live_at", "changed_by", "facts").order_by("goes_live_at"))
    assert rows[:2] == [(TEN, ada.pk, None), (TEN + HOUR, None, None)]
    assert rows[2:] == [(TEN + 2 * HOUR, bo.pk, facts_of(Publisher.objects.get()))]
    assert name_at(TEN) is None and facts_at(TEN).changed_by == ada


def test_without_a_line_in_the_log_the_facts_hold_from_now_on_and_none_are_none(time_machine):
    time_machine.move_to(TEN, tick=False)
    ask_the_log(apps, None)
    assert not HouseFacts.objects.exists()
    Publisher.objects.update(may_be_found=False)
    ask_the_log(apps, None)
    assert list(HouseFacts.objects.values_list("goes_live_at", "changed_by")) == [(TEN, None)]
    assert facts_at(TEN).facts["may_be_found"] is False

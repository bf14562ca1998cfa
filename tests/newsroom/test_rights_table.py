"""The table of rights, over the whole urlconf: allowed is allowed; forbidden is forbidden, and leaves no trace.

Pages are not drawn, for who gets one is decided before; `test_rights_walk.py` reads what they say.
"""

import copy
import itertools
import json
import logging
import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.template.backends.django import Template
from django.urls import get_resolver, reverse

from articles.models.user import User
from tests import walking
from tests.newsroom import rights_rows  # noqa: F401  fills the table
from tests.newsroom.rights_cast import OWNERS, PEOPLE, STAGES, World, make_world, rotated
from tests.newsroom.rights_table import ROWS, Row

pytestmark = [pytest.mark.django_db, pytest.mark.once]
# What every request may write: sessions, and attempts to sign in.
ALWAYS = {"django_session", "articles_failedlogin", "accounts_signin"}
WRITING = re.compile(r'(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM) "(\w+)"')
PERSON = "HTTP_X_PERSON"  # the header that says who asks
ODD = ("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE")


@pytest.fixture
def world(monkeypatch, settings, tmp_path) -> World:
    """A newsroom with one of everything, whose pages are answered without being drawn."""
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)  # each refusal would be a traceback
    monkeypatch.setattr(Template, "render", lambda self, context=None, request=None: "")
    made = make_world()
    for user in made.users.values():  # what each request would ask anew is asked once
        user = User.objects.get(pk=user.pk)
        user.get_all_permissions(), user.desk_ids()
        made.users[user.username] = user

    def somebody(request):
        name = request.META.get(PERSON)
        return copy.copy(made.users[name]) if name in made.users else AnonymousUser()

    monkeypatch.setattr("django.contrib.auth.middleware.get_user", somebody)
    # Everybody has proved who they are: what is asked of them for that is no right.
    monkeypatch.setattr("accounts.middleware._refused", lambda request: None)
    monkeypatch.setattr("accounts.again.is_recent", lambda request, now: True)
    return made


def addresses():
    """{name, or route where there is none: route} of the whole urlconf."""
    found = {}
    for pattern, before, space, _ in walking.patterns(get_resolver()):
        route = before + str(pattern.pattern)
        found[f"{space}{pattern.name}" if pattern.name else re.sub(r"\(\?P<app_label>[^)]*\)", "", route)] = route
    return found


def test_every_address_has_a_row():
    missing = sorted(addresses().keys() - ROWS.keys())
    assert not missing, f"Say in tests/newsroom/rights_rows.py who gets, and who changes something at: {missing}"
    gone = sorted(ROWS.keys() - addresses().keys())
    assert not gone, f"There are no such addresses any more: {gone}"


def ask(world: World, name: str, row: Row, person: str, stage: str, method: str, *, slash: bool = True):
    """(status, where it leads or "", whether it was answered, the tables that it changed); nothing of it stays."""
    with transaction.atomic():
        story = world.stories.get(stage)
        if story is not None and person in OWNERS:
            world.own(story, person)
        query, args = urlencode(row.query(world, story)), row.args(world, story)
        path = _path(name, args)
        path = path if slash else path.rstrip("/")
        changed: list[str] = []
        with connection.execute_wrapper(_noting(changed)):
            response = _send(method, path + (f"?{query}" if query else ""), row, row.body(world, story), person)
        transaction.set_rollback(True)
    leads = response.get("Location", "")
    is_turned_away = response.status_code == 302 and ("/login/" in leads or leads == "/admin/")
    return response.status_code, leads, response.status_code in row.answers and not is_turned_away, sorted({*changed})


def _path(name, args):
    """The address of a row; the helpers for several addresses tell more arguments than each of them takes."""
    if name.startswith("admin/"):
        return "/" + name.replace("(?P<url>.*)$", "nowhere/").replace("<path:object_id>", str(args.get("object_id")))
    taken = next(names for names in _arguments()[name] if args.keys() >= {*names})
    return reverse(name, kwargs={key: args[key] for key in taken})


@cache
def _arguments():
    found: dict[str, list] = {}
    for _, name, arguments in walking.views_of():
        found.setdefault(name, []).append(arguments)
    return found


def _send(method, address, row, body, person):
    client, who = walking.reader(), {PERSON: person}
    client.cookies.clear()
    if method != "POST":
        return client.generic(method, address, **who)
    if row.is_json:
        return client.post(address, json.dumps(body), content_type="application/json", **who)
    return client.post(address, body, **who)


def _noting(changed: list[str]):
    def note(execute, sql, params, many, context):
        found = WRITING.match(sql)
        if found and found[1] not in ALWAYS:
            changed.append(found[1])
        return execute(sql, params, many, context)

    return note


FEW = (
    "anonymous",
    "stranger",
    "reporter",
    "chief",
)  # those who try whether an address that only shows changes something


def asked(method: str) -> Iterable[tuple[str, Row, str, str]]:
    """(address, row, person, stage) of what is tried; each address at each stage, and each person at some."""
    for name, rows in ROWS.items():
        told = [row for row in rows if getattr(row, method.lower()) is not None]
        for number, row in enumerate(told or rows[:1]):
            stages = row.stages[number % len(row.stages) :] + row.stages[: number % len(row.stages)]
            people = row.people if told else [person for person in FEW if person in row.people]
            for person, stage in rotated(people, stages):
                yield name, row, person, stage


def test_get_is_answered_to_those_in_the_table_and_to_nobody_else(world):
    wrong = []
    for name, row, person, stage in asked("GET"):
        status, leads, answered, changed = ask(world, name, row, person, stage, "GET")
        if row.get is not None and answered != (person in row.get):
            wrong.append(f"{name} {stage}: {person} gets {status} {leads}, {'' if person in row.get else 'not '}theirs")
        if changed and not row.leaves:
            wrong.append(f"{name} {stage}: {person} changes {changed} by looking")
    assert not wrong, "\n".join(wrong)


def test_post_is_for_those_in_the_table_and_of_nobody_else_a_trace_is_left(world):
    wrong = []
    for name, row, person, stage in asked("POST"):
        status, leads, answered, changed = ask(world, name, row, person, stage, "POST")
        may = person in (row.post or ())
        if changed and not (may or row.leaves):
            wrong.append(f"{name} {stage}: {person} changes {changed}, not theirs, with {status}")
        if may and row.changes and not changed:
            wrong.append(f"{name} {stage}: {person} changes nothing and gets {status} {leads}")
        if may and not answered:
            wrong.append(f"{name} {stage}: {person} gets {status} {leads}, though it is theirs")
    assert not wrong, "\n".join(wrong)


def test_no_other_method_and_no_missing_slash_opens_what_is_closed(world):
    wrong, methods = [], itertools.cycle(ODD)
    for (name, rows), person in itertools.product(ROWS.items(), ("anonymous", "stranger")):
        row = rows[0]
        theirs = set().union(*(each.get or () for each in rows), *(each.post or () for each in rows))
        for method, slash in ((next(methods), True), ("GET", False), ("POST", False)):
            status, leads, answered, changed = ask(world, name, row, person, row.stages[0], method, slash=slash)
            is_harmless = person in theirs or method == "OPTIONS" or leads.partition("?")[0].endswith("/")
            if changed or (answered and status in (200, 302) and not is_harmless):
                wrong.append(f"{method} {name}: {person} gets {status} {leads} and changes {changed}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.trial
@pytest.mark.parametrize("turn", range(len(STAGES)))
def test_at_every_stage_of_a_story_the_table_holds(world, turn):
    """What the suite tries of each address at one stage for each person, at all of them."""
    wrong = []
    for method, (name, rows) in itertools.product(("GET", "POST"), ROWS.items()):
        for row in rows:
            may = getattr(row, method.lower())
            stage = row.stages[turn % len(row.stages)]
            for person in row.people if may is not None else ():
                status, leads, answered, changed = ask(world, name, row, person, stage, method)
                is_done = changed if method == "POST" and row.changes else answered
                if bool(is_done) != (person in may):
                    wrong.append(f"{method} {name} {stage}: {person} gets {status} {leads} and changes {changed}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.trial
@pytest.mark.parametrize("method", [*ODD, "GET without slash", "POST without slash", "POST"])
def test_no_method_and_no_missing_slash_opens_to_anybody_what_is_closed(world, method):
    """What the suite tries as two people, as all of them; and posting to each address that only shows something."""
    wrong, (method, *slash), stages = [], method.split(maxsplit=1), itertools.cycle(STAGES)
    for name, rows in ROWS.items():
        gets, posts = (set().union(*(getattr(row, each) or () for row in rows)) for each in ("get", "post"))
        for row, person in itertools.product(rows[:1], PEOPLE):
            stage = next(stages) if row.stages == STAGES else row.stages[0]
            status, leads, answered, changed = ask(world, name, row, person, stage, method, slash=not slash)
            may_change = row.leaves or (method == "POST" and person in posts)
            may_see = person in gets | posts or method == "OPTIONS" or leads.partition("?")[0].endswith("/")
            is_told = (
                method != "POST" and answered and status in (200, 302)
            )  # a page that says no is an answer to a post
            if (changed and not may_change) or (is_told and not may_see):
                wrong.append(f"{method} {name} {stage}: {person} gets {status} {leads} and changes {changed}")
    assert not wrong, "\n".join(wrong)

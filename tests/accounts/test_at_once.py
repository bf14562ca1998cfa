"""What comes at once is taken one after the other: a code opens once, and no guess slips past the count."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import codes
from tests.accounts.conftest import is_in

STEP = reverse("mfa_authenticate")
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(act, times):
    """What `act` returned, each time in a thread of its own."""

    def in_thread(number):
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(in_thread, range(times)))


def at_second_step(ida, enter_password):
    """As many clients as one likes at the second step of one and the same session."""
    first = Client()
    enter_password(first)

    def another():
        client = Client()
        client.cookies["sessionid"] = first.cookies["sessionid"].value
        return client

    return another


def test_one_code_at_once_opens_once(ida, telephone):
    code, now = telephone.code(), timezone.now()
    assert sum(found is not None for found in at_once(lambda _: codes.use_code(ida, code, now=now), 6)) == 1


def test_one_recovery_code_at_once_opens_once(ida, recovery_codes):
    used = at_once(lambda _: codes.use_code(ida, recovery_codes[0], now=timezone.now()), 6)
    assert sum(found is not None for found in used) == 1


def test_of_many_guesses_at_once_five_are_looked_at(ida, telephone, enter_password, monkeypatch):
    looked_at, another = [], at_second_step(ida, enter_password)
    monkeypatch.setattr(codes, "use_code", lambda user, typed, *, now: looked_at.append(typed))
    clients = [another() for _ in range(12)]
    at_once(lambda number: clients[number].post(STEP, {"code": f"{number:06}"}), len(clients))
    assert len(looked_at) <= 5
    assert not any(is_in(client) for client in clients)

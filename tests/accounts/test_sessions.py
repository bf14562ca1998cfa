"""Where somebody is signed in: listed with device and place, ended one by one or all together."""

import re
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.devices import device_name
from tests.accounts.conftest import is_in
from tests.builders import user_in

ACCOUNT, END = reverse("mfa_index"), reverse("accounts_end_sessions")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"  # noqa: E501  browsers' own words
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"  # noqa: E501  as above


@pytest.fixture
def mine(ida, enter_password):
    client = Client(headers={"User-Agent": FIREFOX}, REMOTE_ADDR="192.0.2.1")
    enter_password(client)
    return client


@pytest.fixture
def stolen(ida, mine, enter_password):
    client = Client(headers={"User-Agent": IPHONE}, REMOTE_ADDR="203.0.113.9")
    enter_password(client)
    return client


def names_on(page):
    return re.findall(r'name="session" value="(\w+)"', page)


def test_sessions_are_listed_with_device_and_place(mine, stolen):
    page = mine.get(ACCOUNT).content.decode()
    for words in ("Firefox, Linux", "(this one)", "192.0.2.1", "Safari, iPhone", "203.0.113.9"):
        assert words in page
    assert len(names_on(page)) == 1
    for key in Session.objects.values_list("pk", flat=True):
        assert key not in page


def test_stolen_session_is_ended_at_once(mine, stolen):
    [name] = names_on(mine.get(ACCOUNT).content.decode())
    assert is_in(stolen)
    assert "That session was ended" in mine.post(END, {"session": name}, follow=True).content.decode()
    assert not is_in(stolen) and is_in(mine)
    assert UserSession.objects.count() == 1
    assert "had ended already" in mine.post(END, {"session": name}, follow=True).content.decode()


def test_all_others_are_ended_whatever_way_they_came_in(mine, stolen, ida):
    made = Client()
    made.force_login(ida)
    assert "2 other sessions were ended" in mine.post(END, {"all": "on"}, follow=True).content.decode()
    assert is_in(mine) and not is_in(stolen) and not is_in(made)
    assert "End all others" not in mine.get(ACCOUNT).content.decode()


def test_nobody_ends_anothers_session(mine, stolen):
    ivo = Client()
    ivo.force_login(user_in("editor", username="ivo"))
    for name in names_on(mine.get(ACCOUNT).content.decode()) + names_on(stolen.get(ACCOUNT).content.decode()):
        ivo.post(END, {"session": name})
    ivo.post(END, {"all": "on"})
    assert is_in(mine) and is_in(stolen)


def test_own_session_is_not_ended_by_its_name(mine, stolen):
    [name] = names_on(stolen.get(ACCOUNT).content.decode())
    mine.post(END, {"session": name})
    assert is_in(mine)


def test_addresses_that_end_sessions_take_posts_only(mine):
    assert mine.get(END).status_code == 405


def test_session_was_last_seen_within_five_minutes(mine, time_machine):
    start = timezone.now()
    time_machine.move_to(start + timedelta(minutes=6), tick=False)
    mine.get("/admin/", REMOTE_ADDR="198.51.100.7")
    row = UserSession.objects.get()
    assert (row.ip, row.last_seen_at) == ("198.51.100.7", start + timedelta(minutes=6))
    time_machine.move_to(start + timedelta(minutes=10), tick=False)
    mine.get("/admin/", REMOTE_ADDR="198.51.100.8")
    assert UserSession.objects.get().ip == "198.51.100.7"


def test_session_of_an_unknown_place_says_less(ida):
    client = Client()
    client.force_login(ida)
    page = client.get(ACCOUNT).content.decode()
    assert "Unknown device" in page and "(this one)" in page


def test_other_session_that_nothing_is_known_of_can_be_ended(mine, ida):
    made = Client()
    made.force_login(ida)
    page = mine.get(ACCOUNT).content.decode()
    assert "not seen lately" in page
    mine.post(END, {"session": names_on(page)[0]})
    assert not is_in(made)


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (FIREFOX, "Firefox, Linux"),
        (IPHONE, "Safari, iPhone"),
        (EDGE, "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/18 Safari/605", "Safari, macOS"),
        ("Mozilla/5.0 (X11; CrOS x86_64) Chrome/141.0 Safari/537.36", "Chrome, ChromeOS"),
        ("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Something/1", "Windows"),
        ("curl/8.5", "Unknown device"),
        ("", "Unknown device"),
    ],
)
def test_device_is_called_by_browser_and_system(user_agent, device):
    assert device_name(user_agent) == device

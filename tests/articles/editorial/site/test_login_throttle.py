"""Wrong passwords are borne for a while, then nobody may try; the right one forgives."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.editorial.site import login_throttle
from articles.models.failed_login import FailedLogin

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def fail(times, account="ada", address="192.0.2.1", *, now=NOW):
    for _ in range(times):
        login_throttle.count_failure(account, address, now=now)


def test_account_is_shut_for_the_address_that_guesses_and_open_for_others():
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS - 1)
    assert not login_throttle.is_locked_out("ada", "192.0.2.1", now=NOW)
    fail(1, "ADA")
    assert login_throttle.is_locked_out("Ada", "192.0.2.1", now=NOW)
    assert not login_throttle.is_locked_out("ada", "192.0.2.2", now=NOW)
    assert not login_throttle.is_locked_out("bo", "192.0.2.1", now=NOW)


def test_swarm_shuts_an_account_and_one_machine_shuts_itself_out():
    for number in range(login_throttle.PER_ACCOUNT):
        fail(1, address=f"192.0.2.{number}")
    assert login_throttle.is_locked_out("ada", None, now=NOW)
    for number in range(login_throttle.PER_ADDRESS):
        fail(1, f"guess{number}", "198.51.100.7")
    assert login_throttle.is_locked_out("bo", "198.51.100.7", now=NOW)
    assert not login_throttle.is_locked_out("bo", "198.51.100.8", now=NOW)


def test_what_is_long_past_is_borne_no_more_and_forgotten():
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS)
    later = NOW + login_throttle.WINDOW
    assert login_throttle.is_locked_out("ada", "192.0.2.1", now=later - timedelta(seconds=1))
    assert not login_throttle.is_locked_out("ada", "192.0.2.1", now=later)
    fail(1, "bo", now=later)
    assert list(FailedLogin.objects.values_list("account", flat=True)) == ["bo"]


def test_right_password_forgives_its_own_address_alone():
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS)
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS, address="192.0.2.2")
    login_throttle.clear_failures("ADA", "192.0.2.1")
    assert not login_throttle.is_locked_out("ada", "192.0.2.1", now=NOW)
    assert login_throttle.is_locked_out("ada", "192.0.2.2", now=NOW)


def test_name_of_any_length_and_with_nul_is_a_name():
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS, "a\0" * 1_000)
    assert login_throttle.is_locked_out("A" * 1_000, "192.0.2.1", now=NOW)

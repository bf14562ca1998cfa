"""Wrong passwords are borne for a while, then nobody may try; the right one forgives, and strangers lock nobody out."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.editorial.site import login_throttle
from articles.editorial.site.login_throttle import LockedOut, attempt_succeeded, begin_attempt
from articles.models.failed_login import FailedLogin

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def fail(times, account="ada", address="192.0.2.1", *, device="", now=NOW):
    for _ in range(times):
        begin_attempt(account, address, device=device, now=now)


def is_locked_out(account, address, *, device="", now=NOW):
    """Whether an attempt is refused; one that is not leaves no trace here."""
    try:
        begin_attempt(account, address, device=device, now=now).delete()
    except LockedOut:
        return True
    return False


def test_account_is_shut_for_the_address_that_guesses_and_open_for_others():
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS - 1)
    assert not is_locked_out("ada", "192.0.2.1")
    fail(1, "ADA")
    assert is_locked_out("Ada", "192.0.2.1")
    assert not is_locked_out("ada", "192.0.2.2")
    assert not is_locked_out("bo", "192.0.2.1")


def test_swarm_shuts_an_account_and_one_machine_shuts_itself_out():
    for number in range(login_throttle.PER_ACCOUNT):
        fail(1, address=f"192.0.2.{number}")
    assert is_locked_out("ada", None)
    for number in range(login_throttle.PER_ADDRESS):
        fail(1, f"guess{number}", "198.51.100.7")
    assert is_locked_out("bo", "198.51.100.7")
    assert not is_locked_out("bo", "198.51.100.8")


def test_s2_strangers_do_not_lock_a_known_device_out():
    for number in range(login_throttle.PER_ACCOUNT):
        fail(1, address=f"192.0.2.{number}")
    assert is_locked_out("ada", "203.0.113.1")
    assert not is_locked_out("ada", "203.0.113.1", device="mine")
    fail(login_throttle.PER_DEVICE, address="203.0.113.1", device="mine")
    assert is_locked_out("ada", "203.0.113.1", device="mine"), "a device that was stolen guesses no more than others"
    assert not is_locked_out("ada", "203.0.113.1", device="other")


def test_s8_an_attempt_counts_before_its_password_is_looked_at():
    at_once = [begin_attempt("ada", "192.0.2.1", now=NOW) for _ in range(login_throttle.PER_ACCOUNT_AND_ADDRESS)]
    with pytest.raises(LockedOut, match="Too many wrong passwords"):
        begin_attempt("ada", "192.0.2.1", now=NOW)
    attempt_succeeded(at_once[0])
    assert not FailedLogin.objects.exists()


def test_a_refused_attempt_does_not_count():
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS)
    assert is_locked_out("ada", "192.0.2.1")
    assert FailedLogin.objects.count() == login_throttle.PER_ACCOUNT_AND_ADDRESS


def test_what_is_long_past_is_borne_no_more_and_forgotten():
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS)
    later = NOW + login_throttle.WINDOW
    assert is_locked_out("ada", "192.0.2.1", now=later - timedelta(seconds=1))
    assert not is_locked_out("ada", "192.0.2.1", now=later)
    fail(1, "bo", now=later)
    assert list(FailedLogin.objects.values_list("account", flat=True)) == ["bo"]


def test_right_password_forgives_its_own_address_or_device_alone():
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS - 1)
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS, address="192.0.2.2")
    fail(2, device="mine")
    attempt_succeeded(begin_attempt("ADA", "192.0.2.1", now=NOW))
    assert not is_locked_out("ada", "192.0.2.1")
    assert is_locked_out("ada", "192.0.2.2")
    assert FailedLogin.objects.filter(device="mine").count() == 2
    attempt_succeeded(begin_attempt("ada", "192.0.2.2", device="mine", now=NOW))
    assert not FailedLogin.objects.filter(device="mine").exists()
    assert is_locked_out("ada", "192.0.2.2")


def test_name_of_any_length_and_with_nul_is_a_name():
    fail(login_throttle.PER_ACCOUNT_AND_ADDRESS, "a\0" * 1_000)
    assert is_locked_out("A" * 1_000, "192.0.2.1")


def test_device_is_known_to_its_own_account_for_a_year(time_machine):
    time_machine.move_to(NOW, tick=False)
    proof = login_throttle.new_device("Ada")
    device = login_throttle.known_device(proof, "ADA")
    assert device and device == login_throttle.known_device(proof, "ada")
    assert device != login_throttle.known_device(login_throttle.new_device("ada"), "ada")
    assert not login_throttle.known_device(proof, "bo")
    assert not login_throttle.known_device("", "ada") and not login_throttle.known_device(f"{proof}x", "ada")
    time_machine.move_to(NOW + timedelta(days=366), tick=False)
    assert not login_throttle.known_device(proof, "ada")

"""The throttle of logins: how many wrong passwords are allowed before nobody may try for a while."""

from datetime import datetime, timedelta

from articles.models.failed_login import FailedLogin

WINDOW = timedelta(minutes=15)
# Somebody at one desk who has forgotten a password; a swarm that guesses at one account; one machine that tries many.
# The last is high, because a whole newsroom may share one address.
PER_ACCOUNT_AND_ADDRESS, PER_ACCOUNT, PER_ADDRESS = 5, 30, 100
LONGEST_NAME = FailedLogin._meta.get_field("account").max_length


def is_locked_out(account: str, address: str | None, *, now: datetime) -> bool:
    """Whether no password is accepted at `now` for this account (as typed) from this network address."""
    recent = FailedLogin.objects.filter(at__gt=now - WINDOW)
    at_account, at_address = recent.filter(account=_key(account)), recent.filter(address=address)
    return (
        at_account.filter(address=address).count() >= PER_ACCOUNT_AND_ADDRESS
        or at_account.count() >= PER_ACCOUNT
        or at_address.count() >= PER_ADDRESS
    )


def count_failure(account: str, address: str | None, *, now: datetime) -> None:
    """Remember a wrong password, and forget those of long ago."""
    FailedLogin.objects.filter(at__lte=now - WINDOW).delete()
    FailedLogin.objects.create(account=_key(account), address=address, at=now)


def clear_failures(account: str, address: str | None) -> None:
    """Forget the wrong passwords of somebody who gave the right one, from this address."""
    FailedLogin.objects.filter(account=_key(account), address=address).delete()


def _key(account: str) -> str:
    """The account's name in one case, no longer than its column."""
    return account.casefold().replace("\0", "")[:LONGEST_NAME]

"""Where somebody is signed in: devices, places, when they were last seen, and how to end that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.adapter import NO_ADDRESS
from accounts.devices import device_name
from accounts.staff_request import StaffRequest
from articles.client_address import client_address
from articles.models.user import User

SEEN_AT = "accounts_seen_at"
EVERY = timedelta(minutes=5)
LONGEST_USER_AGENT = UserSession._meta.get_field("user_agent").max_length


@dataclass(frozen=True)
class SignedIn:
    """A session of somebody's: `name` stands for its key, which is nobody's to see."""

    name: str
    device: str
    address: str
    since: datetime | None
    last_seen: datetime | None
    is_this: bool


def sessions_of(request: StaffRequest) -> list[SignedIn]:
    """The sessions of the person who asks: this one first, then by when they were last seen."""
    known = {row.session_key: row for row in UserSession.objects.filter(user=request.user)}
    found = [_described(key, known.get(key), request) for key in _keys_of(request.user)]
    return sorted(found, key=lambda each: (not each.is_this, -(each.last_seen.timestamp() if each.last_seen else 0)))


def end_session(request: StaffRequest, name: str) -> bool:
    """End the session of that name, if it is the person's and not this one; whether there was one."""
    for key in _keys_of(request.user):
        if key != request.session.session_key and constant_time_compare(_name(key), name):
            _end([key])
            return True
    return False


def end_other_sessions(request: StaffRequest) -> int:
    """End every session of the person but this one, and return how many that were."""
    keys = [key for key in _keys_of(request.user) if key != request.session.session_key]
    _end(keys)
    return len(keys)


def end_sessions_of(user: User) -> None:
    """End every session of somebody."""
    _end(list(_keys_of(user)))


def note_seen(request: StaffRequest, *, now: datetime) -> None:
    """Remember, every five minutes at most, that a session was seen, from where and with which browser."""
    seen_at = request.session.get(SEEN_AT, 0)
    if 0 <= now.timestamp() - seen_at < EVERY.total_seconds():
        return
    request.session[SEEN_AT] = now.timestamp()
    UserSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={
            "user": request.user,
            "ip": client_address(request) or NO_ADDRESS,
            "user_agent": request.headers.get("User-Agent", "")[:LONGEST_USER_AGENT],
            "last_seen_at": now,
        },
    )


@receiver(user_logged_in)
def _signed_in(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """Who has just signed in was seen."""
    request.session[SEEN_AT] = timezone.now().timestamp()


def _keys_of(user: User) -> Iterator[str]:
    """The keys of the sessions in which the person is signed in, by whatever way they came in."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            yield session.session_key


def _end(keys: list[str]) -> None:
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()


def _described(key: str, row: UserSession | None, request: StaffRequest) -> SignedIn:
    is_this = key == request.session.session_key
    if row is None:
        return SignedIn(_name(key), device_name(""), "", None, None, is_this)
    address = "" if row.ip == NO_ADDRESS else row.ip
    return SignedIn(_name(key), device_name(row.user_agent), address, row.created_at, row.last_seen_at, is_this)


def _name(key: str) -> str:
    """A name for a session that opens nothing."""
    return salted_hmac("accounts.sessions", key, algorithm="sha256").hexdigest()[:32]

"""When somebody last proved, in this session, who they are."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

RECENT = timedelta(minutes=10)
PROVED_AT = "accounts_proved_at"


def note_proof(request: HttpRequest, *, now: datetime) -> None:
    """Remember in the session that its person has just proved who they are."""
    request.session[PROVED_AT] = now.timestamp()


def is_recent(request: HttpRequest, *, now: datetime) -> bool:
    """Whether the person at this session proved who they are within the last ten minutes."""
    proved_at = request.session.get(PROVED_AT, 0)
    return request.user.is_authenticated and 0 <= now.timestamp() - proved_at < RECENT.total_seconds()


@receiver(user_logged_in)
def _signed_in(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """To sign in, by whatever way, is a proof; all steps of it are done when Django says so."""
    note_proof(request, now=timezone.now())

"""The private address under which somebody's calendar program reads what is planned for them; it can be taken back."""

from secrets import token_urlsafe

from articles.editorial.permissions import may_look
from articles.models.user import User


def make_calendar_address(user: User) -> None:
    """Give somebody a new address for their calendar; the one before leads nowhere from now on."""
    user.calendar_key = token_urlsafe(32)
    user.save(update_fields=["calendar_key"])


def drop_calendar_address(user: User) -> None:
    """Let somebody's calendar have no address."""
    user.calendar_key = ""
    user.save(update_fields=["calendar_key"])


def whose_calendar(key: str) -> User | None:
    """Whose address that is: somebody who is here still and may look at stories; else None."""
    user = User.objects.filter(calendar_key=key, is_active=True, is_staff=True).first() if key else None
    return user if user is not None and may_look(user) else None

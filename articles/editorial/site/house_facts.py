"""The facts of the house by time: each change of them is kept, so that what they were at a moment can be known."""

from datetime import datetime
from typing import Any

from articles.models.house_facts import HouseFacts
from articles.models.publisher import Publisher
from articles.models.user import User

# The fields of the Publisher that are facts; the others are worked out from these.
FACTS = (
    "name",
    "description",
    "logo",
    "icon",
    "social",
    "security_contact",
    "may_be_found",
    "may_be_answered_with",
    "may_be_learned_from",
)
PHOTOS = ("logo", "icon")


def facts_of(publisher: Publisher) -> dict[str, Any]:
    """The facts of a Publisher, {name of a field: its value}; a photo is its number."""
    return {name: getattr(publisher, f"{name}_id" if name in PHOTOS else name) for name in FACTS}


def facts_at(at: datetime) -> HouseFacts | None:
    """The facts that held at a moment; None where that is before anything is known of them. One query."""
    return HouseFacts.objects.select_related("changed_by").filter(goes_live_at__lte=at).first()


def keep_facts(publisher: Publisher, *, by: User, now: datetime) -> None:
    """Keep what a Publisher says from `now` on, where it is not what was said before.

    Called by the verb that saves it, within its transaction.
    """
    facts, before = facts_of(publisher), facts_at(now)
    if before is None or before.facts != facts:
        HouseFacts.objects.update_or_create(goes_live_at=now, defaults={"changed_by": by, "facts": facts})


def changed_facts(facts: dict[str, Any] | None, before: dict[str, Any] | None) -> list[str]:
    """The names of the facts in which two states of the house differ, in their order; none where one is not known.

    A fact that an older state does not have was not asked for then, and said nothing.
    """
    if facts is None or before is None:
        return []
    return [name for name in FACTS if _said(facts, name) != _said(before, name)]


def _said(facts: dict[str, Any], name: str) -> Any:
    """What a fact says, None for nothing."""
    said = facts.get(name)
    return None if said == "" else said

"""Numbers as pages hand them back, of rows, versions and counts; and moments, on the clock that the page showed."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from articles.admin.shared.staff_request import StaffRequest
from media.date_time_field import LocalDateTimeField, clock_of

LONGEST = 18  # digits; no number of ours is longer, and databases hold all of them


def number_in(text: str) -> int | None:
    """The whole number that a text says, or None for any other text and for one longer than ours are."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None


def numbers_in(texts: Iterable[str]) -> list[int]:
    """The whole numbers that these texts say, in their order, as a list; other texts are passed over."""
    return [number for text in texts if (number := number_in(text)) is not None]


def moment_asked(request: StaffRequest, given: QueryDict) -> datetime | None:
    """The moment that `at` of `given` says, or None; one that can't be read is told, and is none."""
    try:
        with timezone.override(clock_of(given)):
            return LocalDateTimeField(label="", required=False).clean(given.get("at", "").strip())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None

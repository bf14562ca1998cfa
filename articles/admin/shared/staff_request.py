"""The type of a request that an editor's screen answers, under the name that screens know it by."""

from accounts.staff_request import StaffRequest

__all__ = ["StaffRequest"]

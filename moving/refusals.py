"""What is not moved, and why: the text of each is a sentence for the person at the command line. A leaf."""

from django.core.management.base import CommandError


class CannotMove(CommandError):
    """Nothing was written where it counts: no file under the name asked for, no row, no picture."""


class DamagedBag(CannotMove):
    """The file to restore from is not what an export wrote: torn, changed, incomplete, or made to do harm."""


class NotEmpty(CannotMove):
    """The newsroom to restore into has something in it."""


class NewerFormat(CannotMove):
    """The export was made by a newer program than this."""

"""A member of staff who logs in. Not a Person, who is somebody stories speak of."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Staff of the newsroom; what they may do comes from their groups (see `editorial/permissions.py`)."""

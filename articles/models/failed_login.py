"""Sign-ins that failed, kept for a quarter of an hour to slow down those who guess."""

from django.db import models


class FailedLogin(models.Model):
    """One attempt that was not successful: the account as it was typed, folded to one case, and where it came from.

    `device` is that of somebody who has signed in to the account before, "" for anybody else's.
    """

    account = models.CharField(max_length=150)
    address = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=22, blank=True, default="", db_default="")
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("-at", "-pk")
        default_permissions = ()

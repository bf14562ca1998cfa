"""Sign-ins that failed, kept for a quarter of an hour to slow down those who guess."""

from django.db import models


class FailedLogin(models.Model):
    """One wrong password: the account as it was typed, folded to one case, and the network address it came from."""

    account = models.CharField(max_length=150)
    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("-at", "-pk")
        default_permissions = ()

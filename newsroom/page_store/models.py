"""What the store keeps in the database: which table of several machines counts, and what a CDN is still to be told."""

from django.db import models


class TableInForce(models.Model):
    """Which table in Redis counts; `name` is empty where none does, and then each page is made anew.

    Several machines read it every second, and whoever commits what it could not tell to Redis empties it first.
    """

    number = models.BigIntegerField(default=0, db_default=0)
    name = models.CharField(max_length=120, blank=True, default="", db_default="")
    timeline = models.CharField(max_length=8, blank=True, default="", db_default="")
    changed_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name or "none"


class Purge(models.Model):
    """Tags of what a transaction changed, which a CDN is to be told; a row goes when it has been told twice."""

    tags = models.JSONField()
    at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    is_again = models.BooleanField(default=False, db_default=False)
    tries = models.PositiveSmallIntegerField(default=0, db_default=0)
    claim = models.UUIDField(null=True)
    claimed_until = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Purge {self.pk}"

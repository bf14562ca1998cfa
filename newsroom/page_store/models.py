"""The one row by which the database says which table of generations counts, where several machines share one."""

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

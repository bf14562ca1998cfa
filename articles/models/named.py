"""Names that must not have twins: the key that folds case and accents, and slugs of their own."""

import hashlib
from typing import Any, Self, cast

from django.core.exceptions import ValidationError
from django.db import models

from articles.text.characters import drop_controls
from articles.text.languages.folding import fold
from articles.text.languages.slug import loses_most_letters, slugify_words

NAME_AT_MOST = 120
KEY_AT_MOST = 240  # folding takes some letters apart, ligatures above all


def slug_for(name: str, *, kind: str) -> str:
    """The address slug for `name`: ASCII words, or where these leave out most of it, those and eight hex digits.

    Where there are no words at all, `kind` stands for them: g20-1a2b3c4d, story-1a2b3c4d. Always non-empty, the same
    for the same name, at most 80 characters.
    """
    words = slugify_words(name)
    if words and not loses_most_letters(name):
        return words
    return f"{slugify_words(name, 71) or kind}-{hashlib.sha256(fold(name).encode()).hexdigest()[:8]}"


def drop_turned_words(row: models.Model) -> None:
    """Take what turns words round out of all that a row says, for readers see it on lists of others' words."""
    for field in row._meta.concrete_fields:
        if isinstance(field, (models.CharField, models.TextField)):
            setattr(row, field.attname, drop_controls(getattr(row, field.attname)))


class PresentManager(models.Manager[Any]):
    """Rows that stand for somebody or something today; those that redirect to another row are left out."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """The rows that redirect nowhere."""
        return super().get_queryset().filter(redirects_to=None)


class Named(models.Model):
    """Something with a name, and the folded key by which names are compared (see `fold`)."""

    name = models.CharField(max_length=NAME_AT_MOST)
    key = models.CharField(max_length=KEY_AT_MOST, editable=False, blank=True, db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the key that belongs to the name."""
        drop_turned_words(self)
        self.key = fold(self.name)
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and "name" in update_fields:
            kwargs["update_fields"] = {*update_fields, "key"}
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Bring the key up to date, so that the uniqueness of keys is checked with the other constraints."""
        super().clean()
        self.key = fold(self.name)
        if len(self.key) > KEY_AT_MOST:
            raise ValidationError({"name": "This name is too long when it is written out in plain letters."})


class Listed(Named):
    """A person, topic or desk: something named that has a page.

    A row is never deleted. One that was merged into another, or that keeps a name or address which another had, leads
    there: its address redirects for ever, and its id in old revisions is understood as the other's. A chain is never
    longer than one step. `objects` are the rows of today, `rows` are all.

    Of those that redirect, one that `is_private` is for editors and imports only: readers never saw it. One without a
    name has an address only, since what gave it the name was undone: another row may have the name.
    """

    redirects_to = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    is_private = models.BooleanField(default=False, editable=False)

    objects = PresentManager()
    rows = models.Manager()  # noqa: DJ012  the first manager is the default one

    class Meta:
        abstract = True

    @property
    def today(self) -> Self:
        """The row that this one leads to, or itself."""
        return self if self.redirects_to is None else cast(Self, self.redirects_to)

    def redirecting_rows(self) -> models.QuerySet[Self]:
        """The rows that lead here: what it was called, and what became part of it."""
        # As a keyword the condition makes mypy's plugin crash.
        return type(self).rows.filter(models.Q(redirects_to=self))

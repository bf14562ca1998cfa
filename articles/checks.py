"""System checks of what is in the database, for faults that no constraint can see."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ValidationError
from django.db import connections

from articles.models.desk import Desk, validate_desk_slug


@register(Tags.database)
def desks_hide_no_pages(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """An Error for each desk whose address is one of the site's own, as when a new release brings a page of its name.

    Runs with `migrate` and `check --database default`. A database without the desks' table yet has none to check.
    """
    return [error for alias in databases or () for error in _errors_in(alias)]


def _errors_in(alias: str) -> Iterator[CheckMessage]:
    if Desk._meta.db_table not in connections[alias].introspection.table_names():
        return
    for slug in Desk.rows.using(alias).values_list("slug", flat=True):
        try:
            validate_desk_slug(slug)
        except ValidationError as error:
            yield Error(
                f"The desk at /{slug}/ can't be reached. {error.message}",
                hint=f"Move it in `manage.py shell`: Desk.objects.filter(slug={slug!r}).update(slug=…).",
                obj=f"articles.Desk /{slug}/",
                id="articles.E001",
            )

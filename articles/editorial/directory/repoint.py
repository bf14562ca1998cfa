"""Repointing references from one person, topic or desk to another, and undoing that exactly.

Rows are changed by id, never created again, and what was moved is written down as JSON: a list of ids a field. Where an
edition would point to one row twice, the second of the two is removed and written down too.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models

from articles.editorial.directory.entries import Entry, kind_of
from articles.editorial.directory.references import (
    FOREIGN_KEYS,
    HTML_FIELDS,
    ForeignKeyField,
    HtmlField,
    all_rows,
    articles_with,
    batches,
    marked,
    pointing_to,
    stories_of,
)
from articles.models.edition import Edition
from articles.text.body.person_links import places_now, repointed, words_marked

# "rows": [label, field, ids]; "removed": [label, columns]; "texts": [label, field, places of marks, words under them].
Moved = dict[str, list]


def repoint(old: Entry, new: Entry, *, articles: Collection[int] | None = None, with_facts: bool = True) -> Moved:
    """Point everything that points to `old` to `new`, or only what belongs to these `articles` (ids).

    Inside the caller's transaction, with the articles locked. Facts are what no story says, such as what `old` is
    related to. Returns what was moved, JSON for `undo_repoint`.
    """
    kind = kind_of(old)
    moved: Moved = {"rows": [], "removed": [], "texts": []}
    published = stories_of(old) if articles is None else articles
    for field in FOREIGN_KEYS[kind]:
        if field.article or (articles is None and (with_facts or not field.relates_to)):
            _repoint_rows(field, old.pk, new.pk, articles, moved)
    for html in HTML_FIELDS.get(kind, ()):
        if articles is None or html.article:
            within = published if html.is_published else articles
            _repoint_html(html, old.pk, new.pk, within, moved)
    return moved


def undo_repoint(moved: Moved, old: Entry, new: Entry) -> None:
    """Undo `repoint(old, new)` by what it returned, wherever things still point where it pointed them."""
    for label, name, keys in moved["rows"]:
        for some in batches(keys):
            all_rows(apps.get_model(label)).filter(pk__in=some, **{name: new.pk}).update(**{name: old.pk})
    for label, values in moved["removed"]:
        _insert(apps.get_model(label), values)
    for label, name, places, *words in moved["texts"]:
        _undo_html(apps.get_model(label), name, places, words[0] if words else {}, old.pk, new.pk)


def remove_rows(rows: Iterable[models.Model], removed: list) -> None:
    """Delete rows, and write into the "removed" of a Moved what they were."""
    for row in rows:
        removed.append([row._meta.label, _columns(row)])
        all_rows(type(row)).filter(pk=row.pk).delete()


def moved_stories(moved: Moved, kind: str, *, only_drafts: bool = False) -> set[int]:
    """The ids of the articles in which something was moved; `only_drafts`: in whose working copy."""
    every: tuple[ForeignKeyField | HtmlField, ...] = (*FOREIGN_KEYS[kind], *HTML_FIELDS.get(kind, ()))
    fields = {
        (field.model._meta.label, field.name): field
        for field in every
        if field.article and (field.is_draft or not only_drafts)
    }
    found: set[int] = set()
    for label, name, keys, *_ in (*moved["rows"], *moved["texts"]):
        if (label, name) in fields:
            for some in batches([*keys]):
                found.update(articles_with(all_rows(apps.get_model(label)).filter(pk__in=some), fields[label, name]))
    owners = {label: f"{field.article}_id" for (label, _), field in fields.items() if getattr(field, "unique_in", "")}
    return found | {int(values[owners[label]]) for label, values in moved["removed"] if label in owners}


def published_between(moved: Moved, new: Entry, since: datetime, until: datetime, now: datetime) -> set[int]:
    """The ids of the articles whose working copy was moved to `new`, and that were published under it since.

    After `since` and up to `until`; readers have that edition at `now`, or will have it.
    """
    editions = all_rows(Edition).filter(made_at__gt=since, made_at__lte=until, ends_at__gt=now)
    found: set[int] = set()
    for some in batches(sorted(moved_stories(moved, kind_of(new), only_drafts=True))):
        within = editions.filter(article__in=some).values("pk")
        for field in FOREIGN_KEYS[kind_of(new)]:
            if field.published_at:
                edition = field.published_at.removesuffix("goes_live_at") + "pk__in"
                found.update(articles_with(pointing_to(new.pk, field).filter(**{edition: within}), field))
    return found


def _repoint_rows(field: ForeignKeyField, old: int, new: int, articles: Collection[int] | None, moved: Moved) -> None:
    """Repoint the rows of one foreign key, and write down which."""
    if field.relates_to:
        remove_rows(pointing_to(old, field).filter(**{field.relates_to: new}), moved["removed"])
    if field.unique_in:
        _remove_duplicates(field, old, new, articles, moved["removed"])
    keys = list(pointing_to(old, field, articles).order_by("pk").values_list("pk", flat=True))
    for some in batches(keys):
        all_rows(field.model).filter(pk__in=some).update(**{field.name: new})
    if keys:
        moved["rows"].append([field.model._meta.label, field.name, keys])


def _remove_duplicates(
    field: ForeignKeyField, old: int, new: int, articles: Collection[int] | None, removed: list
) -> None:
    """Remove one row of each pair that would become duplicates: the one that comes second, so that a lead topic leads.

    Of two names the one stays that readers have.
    """
    owner = field.model._meta.get_field(field.unique_in).attname  # type: ignore[union-attr]  # it is a column
    shared = pointing_to(old, field, articles).values(field.unique_in)
    others = pointing_to(new, field).filter(**{f"{field.unique_in}__in": shared})
    theirs = {getattr(row, owner): row for row in others}
    for some in batches([*theirs]):
        for row in pointing_to(old, field, articles).filter(**{f"{owner}__in": some}):
            remove_rows([max(row, theirs[getattr(row, owner)], key=_rank)], removed)


def _rank(row: models.Model) -> tuple[bool, int, int]:
    """The place of a row among duplicates; the first stays."""
    return getattr(row, "is_private", False), getattr(row, "position", 0), row.pk


def _columns(row: models.Model) -> dict[str, Any]:
    """The columns of a row as JSON has them, moments to the microsecond."""
    return {
        field.attname: None if getattr(row, field.attname) is None else field.value_to_string(row)
        for field in row._meta.concrete_fields
    }


def _insert(model: type[models.Model], columns: dict[str, Any]) -> None:
    """Put a removed row back, unless what it belonged to is gone or has such a row again."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    values = {name: value if value is None else fields[name].to_python(value) for name, value in columns.items()}
    owners = [(field.related_model, values[name]) for name, field in fields.items() if field.related_model]
    if all(all_rows(owner).filter(pk=pk).exists() for owner, pk in owners):
        model._base_manager.bulk_create([model(**values)], ignore_conflicts=True)


def _repoint_html(field: HtmlField, old: int, new: int, articles: Collection[int] | None, moved: Moved) -> None:
    """Repoint the marks in one field, of these articles if given, and write down which."""
    rows = marked(old, field)
    if articles is None:
        _repoint_marks(rows, field, old, new, moved)
        return
    for some in batches(sorted(articles)):
        _repoint_marks(rows.filter(**{f"{field.article}__in": some}), field, old, new, moved)


def _repoint_marks(rows: models.QuerySet, field: HtmlField, old: int, new: int, moved: Moved) -> None:
    """Repoint the marks in these rows; write down which, and of what can be rewritten the words under all marks."""
    places, words = {}, {}
    for pk, html in list(rows.order_by("pk").values_list("pk", field.name)):
        changed, found = repointed(html, old, new)
        if found:
            all_rows(field.model).filter(pk=pk).update(**{field.name: changed})
            places[str(pk)] = found
            if not field.is_published:
                words[str(pk)] = words_marked(html)
    if places:
        moved["texts"].append([field.model._meta.label, field.name, places, words])


def _undo_html(
    model: type[models.Model], name: str, places: dict[str, Any], words: dict[str, Any], old: int, new: int
) -> None:
    """Point the marks at these places to `old` again, where they still point to `new`, in rewritten text too."""
    for some in batches([*places]):
        for pk, html in list(all_rows(model).filter(pk__in=some).values_list("pk", name)):
            within = places_now(html, places[str(pk)], words[str(pk)]) if str(pk) in words else places[str(pk)]
            changed, found = repointed(html, new, old, within)
            if found:
                all_rows(model).filter(pk=pk).update(**{name: changed})

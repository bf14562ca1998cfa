"""The other names of people, topics and desks: aliases, and rows with a name or an address that redirect to another.

What these functions do is written down as `facts` of a DirectoryChange, by which its undo takes it back.
"""

import uuid
from collections.abc import Iterable
from typing import Any

from django.apps import apps

from articles.editorial.directory.entries import Entry, free_slug, key_of, refuse_taken_name
from articles.models.named import slug_for
from articles.models.person import Person, PersonAlias
from articles.text.languages.folding import fold


def find_redirect(row: Entry, name: str) -> Entry | None:
    """The row that redirects to `row` and has a name, or no more than its address since an undo; None without any."""
    redirects = row.redirecting_rows()
    address = slug_for(name, kind=str(row._meta.model_name))
    return redirects.filter(key=key_of(name)).order_by("pk").first() or redirects.filter(name="", slug=address).first()


def add_name(row: Entry, name: str) -> tuple[Entry, dict]:
    """(a row that has a name and the address made of it and redirects to `row`, the facts).

    Raises NameTaken or ReservedAddress.
    """
    redirect = find_redirect(row, name)
    if redirect is not None and redirect.name:
        return redirect, {"redirect": redirect.pk, "was_private": redirect.is_private}
    refuse_taken_name(row, name)
    facts = {"made": True, "is_new": redirect is None, "was_private": redirect is None or redirect.is_private}
    if redirect is None:
        redirect = type(row)(slug=free_slug(type(row), name), redirects_to_id=row.pk)
    redirect.name, redirect.is_private = name, False
    redirect.save()
    return redirect, facts | {"redirect": redirect.pk}


def swap_names(row: Entry, redirect: Entry, *, addresses: bool) -> None:
    """Let two rows exchange their names, and their addresses too; ids and what points to them stay."""
    fields = ("name", "key", "slug") if addresses else ("name", "key")
    one, other = ({field: getattr(each, field) for field in fields} for each in (row, redirect))
    for each, values in ((redirect, dict.fromkeys(fields, uuid.uuid4().hex)), (row, other), (redirect, one)):
        # By way of a name that nobody has: names and addresses are unique at every statement.
        update_columns(each, values)


def remove_name(redirect: Entry, facts: dict, *, was_ever_public: bool) -> None:
    """Undo `add_name`: a name that it made is free again, while the address stays, for readers who may know it.

    What was private is so again, unless readers have seen it since: when they first saw the row it had this name.
    """
    made = facts.get("made", False)
    was_shown = was_ever_public and (made or not facts.get("was_public"))
    values = {"is_private": facts.get("was_private", False) and not was_shown}
    update_columns(redirect, values | ({"name": "", "key": ""} if made else {}))


def add_alias(row: Entry, name: str, *, is_private: bool) -> dict:
    """Let a person be found by another name too, and make a private one public if it is to be; returns the facts."""
    if not isinstance(row, Person) or fold(name) == row.key:
        return {}
    alias, is_new = row.aliases.get_or_create(key=fold(name), defaults={"name": name, "is_private": is_private})
    if is_new:
        return {"alias": alias.pk}
    return make_public([alias]) if alias.is_private and not is_private else {}


def make_public(rows: Iterable[Entry | PersonAlias]) -> dict:
    """Let readers have these aliases or rows; returns the facts."""
    return {"made_public": _set_private(rows, is_private=False)}


def make_names_private(row: Entry) -> dict:
    """Keep from readers every other name of a row that they never knew; returns the facts."""
    aliases = row.aliases.all() if isinstance(row, Person) else ()
    public = [each for each in (*row.redirecting_rows(), *aliases) if not each.is_private]
    return {"made_private": _set_private(public, is_private=True)}


def undo_aliases(facts: dict) -> None:
    """Undo what `add_alias`, `make_public` and `make_names_private` did."""
    if "alias" in facts:
        PersonAlias.objects.filter(pk=facts["alias"]).delete()
    for label, pk, is_private in (*facts.get("made_public", ()), *facts.get("made_private", ())):
        apps.get_model(label)._base_manager.filter(pk=pk).update(is_private=is_private)


def update_columns(row: Entry, values: dict[str, Any]) -> None:
    """Write columns of a row that the verb has locked."""
    for name, value in values.items():
        setattr(row, name, value)
    if values:
        type(row).rows.filter(pk=row.pk).update(**values)


def _set_private(rows: Iterable[Entry | PersonAlias], *, is_private: bool) -> list[list]:
    """Make rows private or public; returns [label, id, what it was] of each."""
    was = [[row._meta.label, row.pk, row.is_private] for row in rows]
    for row in rows:
        row.is_private = is_private
        type(row)._base_manager.filter(pk=row.pk).update(is_private=is_private)
    return was

"""The other names of people, topics and desks: aliases, and rows that keep a name or an address and lead to another.

What these functions do is written down as `facts` of a DirectoryChange, by which `take_back` undoes it.
"""

import uuid

from django.apps import apps

from articles.editorial.directory.entries import free_slug, key_of, refuse_twin
from articles.models.named import slug_for
from articles.models.person import Person, PersonAlias
from articles.text.languages.folding import fold


def former_called(row, name):
    """The row that leads to `row` and holds a name, or no more than its address since an undo; None without any."""
    formers = row.formers()
    address = slug_for(name, kind=row._meta.model_name)
    return formers.filter(key=key_of(name)).order_by("pk").first() or formers.filter(name="", slug=address).first()


def give_name(row, name):
    """(a row that holds a name and an address made of it and leads to `row`, the facts). Raises Twin or NameOfAPage."""
    former = former_called(row, name)
    if former is not None and former.name:
        return former, {"former": former.pk, "was_private": former.is_private}
    refuse_twin(row, name)
    facts = {"made": True, "is_new": former is None, "was_private": former is None or former.is_private}
    if former is None:
        former = type(row)(slug=free_slug(type(row), name), redirects_to=row)
    former.name, former.is_private = name, False
    former.save()
    return former, facts | {"former": former.pk}


def exchange(row, former, *, addresses):
    """Let two rows change their names, and their addresses too; ids and what points to them stay."""
    fields = ("name", "key", "slug") if addresses else ("name", "key")
    one, other = ({field: getattr(each, field) for field in fields} for each in (row, former))
    for each, values in ((former, dict.fromkeys(fields, uuid.uuid4().hex)), (row, other), (former, one)):
        set_columns(each, values)  # by way of a name that nobody has: names and addresses are unique at every statement


def take_name_back(former, facts, *, is_known):
    """Undo `give_name`: a name that it made is free again, while the address stays, for readers who may know it.

    What was private is so again, unless it was shown since: when readers first knew the row it had this name.
    """
    made = facts.get("made", False)
    was_shown = is_known and (made or not facts.get("known"))
    values = {"is_private": facts.get("was_private", False) and not was_shown}
    set_columns(former, values | ({"name": "", "key": ""} if made else {}))


def make_alias(row, name, *, is_private):
    """Let a person be found by another name, too, and one that is there be public if it shall; returns the facts."""
    if not isinstance(row, Person) or fold(name) == row.key:
        return {}
    alias, is_new = row.aliases.get_or_create(key=fold(name), defaults={"name": name, "is_private": is_private})
    if is_new:
        return {"alias": alias.pk}
    return show([alias]) if alias.is_private and not is_private else {}


def show(rows):
    """Let readers have these aliases or rows; returns the facts."""
    return {"shown": _flip(rows, is_private=False)}


def hide(row):
    """Keep from readers every other name of a row that they never knew; returns the facts."""
    aliases = row.aliases.all() if isinstance(row, Person) else ()
    return {"hidden": _flip([each for each in (*row.formers(), *aliases) if not each.is_private], is_private=True)}


def take_aliases_back(facts):
    """Undo what `make_alias`, `show` and `hide` did."""
    PersonAlias.objects.filter(pk=facts.get("alias")).delete()
    for label, pk, is_private in (*facts.get("shown", ()), *facts.get("hidden", ())):
        apps.get_model(label)._base_manager.filter(pk=pk).update(is_private=is_private)


def set_columns(row, values):
    """Write columns of a row that the verb has locked."""
    for name, value in values.items():
        setattr(row, name, value)
    if values:
        type(row).rows.filter(pk=row.pk).update(**values)


def _flip(rows, *, is_private):
    """Make rows private or public; returns [label, id, what it was] of each."""
    was = [[row._meta.label, row.pk, row.is_private] for row in rows]
    for row in rows:
        row.is_private = is_private
        type(row)._base_manager.filter(pk=row.pk).update(is_private=is_private)
    return was

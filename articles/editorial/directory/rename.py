"""Give a person, topic or desk a new name, or another one besides."""

from typing import Any

from articles.editorial.directory import former_names
from articles.editorial.directory.change_steps import SameName, locked, require_change, save_change, was_ever_public
from articles.editorial.directory.entries import Entry, key_of, normalized_name
from articles.editorial.log import noted
from articles.models.directory_change import DirectoryAction, DirectoryChange
from articles.models.named import slug_for
from articles.models.person import Person
from articles.models.user import User


@noted
def rename(row: Entry, name: str, *, by: User, moves: bool = True) -> DirectoryChange:
    """Call a person, topic or desk `name` from now on; returns the DirectoryChange.

    With `moves` its address is made from the new name, and the old one redirects. The old name goes on finding it.
    Raises Forbidden, NameNeeded, NameTooLong, NameTaken, ReservedAddress, SameName or MergedAway.
    """
    require_change(by, "rename", row)
    key = key_of(name)
    with locked(row) as (row,):
        old, name = row.name, normalized_name(name)
        facts: dict[str, Any] = {"name": old}
        if name == old:
            raise SameName(name=name)
        if key != row.key:
            was_public = was_ever_public(row)
            redirect, added = former_names.add_name(row, name)
            facts |= added | {"was_public": was_public}
            facts["moves"] = moves and slug_for(name, kind="") != slug_for(old, kind="")
            former_names.swap_names(row, redirect, addresses=facts["moves"])
            former_names.update_columns(redirect, {"is_private": not was_public})
            facts |= former_names.add_alias(row, old, is_private=not was_public)
        row.name = name
        row.save(update_fields=["name"])
        return save_change(row, DirectoryAction.RENAME, by, f"“{old}” is called “{name}”", facts=facts)


@noted
def alias(row: Entry, name: str, *, by: User) -> DirectoryChange:
    """Let `name` find a person, topic or desk too, for readers as well; returns the DirectoryChange.

    The address that a topic or desk of that name would have redirects to it. Raises Forbidden, NameNeeded,
    NameTooLong, NameTaken, ReservedAddress, SameName or MergedAway.
    """
    require_change(by, "give another name to", row)
    key = key_of(name)
    with locked(row) as (row,):
        name = normalized_name(name)
        held = (row.aliases if isinstance(row, Person) else row.redirecting_rows()).filter(key=key).first()
        if key == row.key or (held is not None and not held.is_private):
            raise SameName(name=name)
        if held is not None:
            facts = former_names.make_public([held])
        elif isinstance(row, Person):
            facts = former_names.add_alias(row, name, is_private=False)
        else:
            _, facts = former_names.add_name(row, name)
        return save_change(row, DirectoryAction.ALIAS, by, f"“{row.name}” is found as “{name}” too", facts=facts)

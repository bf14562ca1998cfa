"""What a row of the table of rights is, and the helpers that make one; the rows are in `rights_rows.py`.

`ROWS` has {the address's name, or its route where it has none: [Row, …]}. How to add one: docs/recipes.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.newsroom.rights_cast import PEOPLE, ROLES, STAGES

NOBODY: frozenset[str] = frozenset()
EVERYBODY = frozenset(PEOPLE)
STAFF = EVERYBODY - {"anonymous", "reader"}
SUPERUSER = frozenset({"superuser"})
CHIEFS = frozenset({"chief", "chief elsewhere", "superuser"})
EDITORS = CHIEFS | {"editor", "editor here", "editor elsewhere", "owner elsewhere"}
REPORTERS = EDITORS | {"reporter", "writer"}
ROLE_HOLDERS = REPORTERS | {"photo editor"}
READ = ROLE_HOLDERS | {"typist"}  # who may change stories may look at them
BEGIN = REPORTERS | {"typist"}
LIBRARY = ROLE_HOLDERS | {"librarian"}
KEEPERS = CHIEFS | {"photo editor", "librarian"}
# Of a story on the desk World.
WRITE = frozenset({"writer", "owner elsewhere", "editor", "editor here", "chief", "superuser"})
DESKED = WRITE | {"photo editor"}  # who places photos in it
PUBLISH = WRITE - {"writer", "owner elsewhere"}
REDACT = frozenset({"chief", "superuser"})
ARRANGE = PUBLISH  # the top of the desk World
DESK = PUBLISH
ALL_DESKS = frozenset({"editor", "chief", "superuser"})

SOME = ("anonymous", "stranger", "librarian", "reporter", "chief")

Made = Callable[[Any, Any], dict[str, Any]]  # (World, the story) → what an address or a post is made of


@dataclass(frozen=True)
class Row:
    """Who gets an answer to a GET, and who to a POST; all others get neither, and change nothing.

    None says nothing of that method; where no row of an address speaks of POST, nobody changes anything by it.
    `args` are those of the address, `query` its query string, `body` what is posted; each is made of the world and the
    row's story. `stages` are those at which the story stands; "" is no story's row. `people` are those who try: not
    those who differ only in whose story it is, or on which desk, where that makes no difference. A POST of a row that
    `changes` leaves something behind for those who may, and looking does where it `leaves` something by design.
    `is_json` says how a POST is sent. `answers` are the statuses that count as an answer.
    """

    get: frozenset[str] | None = None
    post: frozenset[str] | None = None
    args: Made = lambda world, story: {}
    query: Made = lambda world, story: {}
    body: Made = lambda world, story: {}
    stages: tuple[str, ...] = ("",)
    people: tuple[str, ...] = ROLES
    changes: bool = True
    leaves: bool = False
    is_json: bool = False
    answers: tuple[int, ...] = (200, 302)


ROWS: dict[str, list[Row]] = {}


def row(name: str, **told: Any) -> None:
    """Add a row for an address of that name."""
    ROWS.setdefault(name, []).append(Row(**told))


def of_story(name: str, *, stages: tuple[str, ...] = STAGES, **told: Any) -> None:
    """Add a row for an address below the stories' screens that takes a story's number; everybody tries it."""
    args = told.pop("args", lambda world, story: {})
    row(
        f"admin:articles_article_{name}",
        stages=stages,
        people=tuple(PEOPLE),
        args=lambda world, story: {"pk": story.pk} | args(world, story),
        **told,
    )


def of_thing(thing: str, **more: Any) -> Made:
    """The arguments of an address that takes the number of one of the World's things, and others."""
    return lambda world, story: {"pk": world.things[thing].pk, **more}


def said(**values: Any) -> Made:
    """A body or query that is always the same."""
    return lambda world, story: values


def stock(label: str, thing: str, *, view: frozenset[str], **told: Any) -> None:
    """Add the rows of Django's own screens of a model: list, add, change, delete, history, and the short address.

    Who may `add`, `change` and `delete`; `adding` and `changing` are what is posted to do so. `thing` is one of the
    World's, or a number; `is_there` says whether there is such a row. `listing` are those who get the list, where they
    are not those who `view` a row.
    """
    name, people, is_there = f"admin:{label}", told.get("people", ROLES), told.get("is_there", True)
    shown, add, delete = view if is_there else NOBODY, told.get("add", NOBODY), told.get("delete", NOBODY)

    def args(world, story):
        return {"object_id": str(getattr(world.things.get(thing), "pk", thing))}

    def posted(may, body):
        return {"post": may, "body": lambda world, story: body} if body else {}

    row(f"{name}_changelist", get=told.get("listing", view), people=people)
    some = people if is_there and people != ROLES else SOME  # nobody's, or as the list is
    row(f"{name}_add", get=add, people=people if add else some, **posted(add, told.get("adding")))
    changing = posted(told.get("change"), told.get("changing"))
    row(f"{name}_change", get=shown, people=people, args=args, leaves=told.get("leaves", False), **changing)
    row(
        f"{name}_delete",
        get=delete,
        people=people if delete else some,
        args=args,
        **posted(delete, {"post": "yes"} if delete else None),
    )
    row(f"{name}_history", get=shown, people=some, args=args)
    app, _, model = label.partition("_")
    row(f"admin/{app}/{model}/<path:object_id>/", get=STAFF, args=args)  # it leads to the screen and says nothing

"""The commands of the text editor and their keyboard shortcuts, in one table for the toolbar and the list of shortcuts.

What each command does to the text is in writing.js, under the same name.
"""

from typing import TYPE_CHECKING, NamedTuple

from django import template
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


register = template.Library()


class Command(NamedTuple):
    """A button over the text: its name, its words, and its key as people say it."""

    name: str
    label: "Words"
    key: "Words"


COMMANDS = (
    Command("subhead", _("Subhead"), "Ctrl+Alt+2"),
    Command("smaller", _("Smaller subhead"), "Ctrl+Alt+3"),
    Command("bold", _("Bold"), "Ctrl+B"),
    Command("italic", _("Italic"), "Ctrl+I"),
    Command("raised", _("Raised"), "Ctrl+."),
    Command("lowered", _("Lowered"), "Ctrl+,"),
    Command("link", _("Link"), "Ctrl+K"),
    Command("list", _("List"), "Ctrl+Shift+8"),
    Command("numbers", _("Numbers"), "Ctrl+Shift+7"),
    Command("quote", _("Quote"), "Ctrl+Shift+B"),
    Command("photo", _("Photo"), "Ctrl+Alt+P"),
    Command("embed", _("Embed"), _("An address pasted onto an empty line")),
    Command("table", _("Table"), "Ctrl+Alt+T"),
    Command("box", _("Box"), "Ctrl+Alt+B"),
    Command("note", _("Footnote"), "Ctrl+Alt+F"),
    Command("rule", _("Rule"), _("--- at the start of a line")),
    Command("person", _("Person"), _("@ or Ctrl+Alt+M")),
    Command("undo", _("Undo"), "Ctrl+Z"),
    Command("redo", _("Redo"), "Ctrl+Shift+Z"),
    Command("shortcuts", _("Shortcuts"), _("? or Ctrl+/")),
)
# What the picture desk has of them, which leaves words alone.
WITH_PHOTOS = {"italic", "photo", "person", "undo", "redo", "shortcuts"}
# Keys that have no button: (key, what it does).
KEYS = (
    ("Ctrl+S", _("Save, also in the history")),
    ("Ctrl+Enter", _("The verb that comes next: hand in, approve or publish")),
    (_("Ctrl+F or Ctrl+H"), _("Find, or find and replace, in headline, dek, text and captions")),
    (_("Alt+↑ or Alt+↓"), _("Move the paragraph, photo or item of a list")),
    (
        "Alt+Enter",
        _("What is at the caret: link a known name, choose a speaker or a person, describe a photo, change a table"),
    ),
    (_("Tab or Enter"), _("In a table: the next cell, or the one below")),
    ("Ctrl+Alt+K", _("Take all topics that are offered")),
    ("Alt+F10", _("To this row of commands, and Escape back to the text")),
    ("Ctrl+\\", _("Only the sheet (focus), and back")),
    ("Shift+Enter", _("A new line in the same paragraph")),
    (_("## or ### and space"), _("A subhead, or a smaller one")),
    (_("> and space"), _("A quote")),
    (_("- or 1. and space"), _("A list")),
    (_("**words** or *words*"), _("Bold or italic")),
)
# Those that have nothing to do on a page of the house.
OF_A_STORY = {"Ctrl+Enter", "Ctrl+Alt+K"}


@register.simple_tag
def sheet_commands() -> tuple[Command, ...]:
    """All commands, for a sheet that is no story's."""
    return COMMANDS


@register.simple_tag
def sheet_keys() -> tuple[tuple["Words", "Words"], ...]:
    """The keys that have no button, for the same."""
    return tuple(key for key in KEYS if key[0] not in OF_A_STORY)

"""The commands of the text editor and their keyboard shortcuts, in one table for the toolbar and the list of shortcuts.

What each command does to the text is in writing.js, under the same name.
"""

from typing import NamedTuple


class Command(NamedTuple):
    """A button over the text: its name, its words, and its key as people say it."""

    name: str
    label: str
    key: str


COMMANDS = (
    Command("subhead", "Subhead", "Ctrl+Alt+2"),
    Command("bold", "Bold", "Ctrl+B"),
    Command("italic", "Italic", "Ctrl+I"),
    Command("link", "Link", "Ctrl+K"),
    Command("list", "List", "Ctrl+Shift+8"),
    Command("numbers", "Numbers", "Ctrl+Shift+7"),
    Command("quote", "Quote", "Ctrl+Shift+B"),
    Command("photo", "Photo", "Ctrl+Alt+P"),
    Command("person", "Person", "@ or Ctrl+Alt+M"),
    Command("undo", "Undo", "Ctrl+Z"),
    Command("redo", "Redo", "Ctrl+Shift+Z"),
    Command("shortcuts", "Shortcuts", "? or Ctrl+/"),
)
# Keys that have no button: (key, what it does).
KEYS = (
    ("Alt+Enter", "What is at the caret: link a known name, choose a speaker or a person, describe a photo"),
    ("Alt+F10", "To this row of commands, and Escape back to the text"),
    ("Ctrl+\\", "Only the sheet (focus), and back"),
    ("Shift+Enter", "A new line in the same paragraph"),
    ("## and space", "A subhead"),
    ("> and space", "A quote"),
    ("- or 1. and space", "A list"),
    ("**words** or *words*", "Bold or italic"),
)

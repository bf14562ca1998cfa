"""Joins a page's own JavaScript modules into one when static files are collected: a browser asks once, not 30 times.

The modules stay as they are written and tested; each becomes a function that is called once, in the order of its
imports, whose names are its own. Comments that begin a line stay behind, and so do indents and blank lines. Written for
our modules alone: imports and exports each begin a line, nothing that is exported changes, and no module imports one
that imports it. What is not so is refused when the files are collected.
"""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

IMPORT = re.compile(r'^import\s+(?:(\{[^}]*\}|\*\s+as\s+\w+)\s+from\s+)?"([^"]+)";?[ \t]*$', re.MULTILINE)
EXPORT = re.compile(r"^export\s+((?:async\s+)?function\*?|const|class)\s+(\w+)", re.MULTILINE)
RENAMED = re.compile(r"\s+as\s+")
COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')


class NotBundled(ValueError):
    """A module is written as no module of ours is."""


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """The module `entry` with all modules of ours that it imports, now or later; `read` gives a module's text by path.

    Raises NotBundled.
    """
    texts: dict[str, str] = {}
    later: list[str] = []
    _collect(entry, read, texts, later, [])
    order = [path for path in texts if path != entry] + [entry]
    numbers = {path: number for number, path in enumerate(order)}
    libraries: dict[str, str] = {}
    parts = [_wrapped(path, texts[path], numbers, libraries) for path in order]
    imports = [f'import * as {name} from "{library}"\n' for library, name in libraries.items()]
    return "".join([*imports, *parts])


def _collect(path, read, texts, later, trail):
    """Put the texts of a module and of those it imports into `texts`, those first that others need."""
    if path in trail:
        raise NotBundled(f"{path} imports itself by way of {trail[-1]}.")
    if path in texts:
        return
    text = read(path)
    for _names, imported in IMPORT.findall(text):
        if imported.startswith("."):
            _collect(_at(path, imported), read, texts, later, [*trail, path])
    texts[path] = text
    for imported in LATER.findall(text):
        if _at(path, imported) not in later:
            later.append(_at(path, imported))
            _collect(_at(path, imported), read, texts, later, [])


def _at(path: str, imported: str) -> str:
    """The path of a module that the one at `path` imports."""
    return normpath(join(dirname(path), imported))


def _narrow(text: str) -> str:
    """The text without indents and blank lines, unless a string goes on over several lines, where they are words."""
    lines = text.split("\n")
    return text if any(line.count("`") % 2 for line in lines) else "\n".join(filter(None, map(str.strip, lines)))


def _wrapped(path: str, text: str, numbers: dict[str, int], libraries: dict[str, str]) -> str:
    """A module as a constant that holds what it exports."""

    def take(match: re.Match[str]) -> str:
        names, imported = match[1], match[2]
        if imported.startswith("."):
            source = f"module{numbers[_at(path, imported)]}"
        else:
            source = libraries.setdefault(imported, f"library{len(libraries)}")
        if not names:
            return ""
        if names.startswith("*"):
            return f"const {names.split()[-1]} = {source}"
        return f"const {RENAMED.sub(': ', names)} = {source}"

    exported = [name for _kind, name in EXPORT.findall(text)]
    body = EXPORT.sub(r"\1 \2", IMPORT.sub(take, _narrow(COMMENT.sub("", text))))
    body = LATER.sub(lambda match: f"Promise.resolve(module{numbers[_at(path, match[1])]})", body)
    if strange := re.search(r"^(import|export)\b.*", body, re.MULTILINE):
        raise NotBundled(f"{path}: “{strange[0]}” is no import or export as our modules have them.")
    return f"const module{numbers[path]} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }}\n}})()\n"

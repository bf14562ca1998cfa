"""The project's files as the rules see them: paths, text and syntax trees, each read and parsed once."""

import ast
import os
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCT = ("accounts", "articles", "media", "moving", "newsroom", "manage.py")
NOT_OURS = {".git", ".venv", "var", "staticfiles", "node_modules", "test-results", "htmlcov"}
TEXT = {".py", ".html", ".txt", ".xml", ".md", ".js", ".css", ".toml", ".json", ".sh", ".yml", ".lock", ".svg", ""}


@dataclass(frozen=True)
class File:
    """A text file of the project: its path from the root, with forward slashes, and its text."""

    path: str
    text: str

    @cached_property
    def lines(self):
        """The lines without their ends."""
        return self.text.splitlines()

    @cached_property
    def _nodes(self):
        nodes = {}
        for node in ast.walk(self.tree):
            nodes.setdefault(type(node), []).append(node)
        return nodes

    @cached_property
    def tree(self):
        """The syntax tree of a Python file."""
        return ast.parse(self.text, self.path)

    def nodes(self, *kinds):
        """The tree's nodes of these classes."""
        return [node for kind in kinds for node in self._nodes.get(kind, ())]

    @property
    def module(self):
        """The dotted name under which Python imports the file."""
        parts = self.path.removesuffix(".py").split("/")
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def is_python(self):
        """Whether it is a Python module."""
        return self.path.endswith(".py")

    @property
    def is_generated(self):
        """Whether nobody writes it by hand: migrations, lock files."""
        return "/migrations/" in self.path or self.path.endswith(".lock")

    @property
    def is_template(self):
        """Whether Django renders it."""
        return self.path.endswith(".html") and "templates" in self.path.split("/")[:-1]

    @property
    def is_data(self):
        """Whether it holds what the demo shows, not what the product does."""
        return bool({"data", "demo"} & set(self.path.split("/")[:-1]))

    @property
    def is_product(self):
        """Whether it is part of what runs, not of its tests or documents."""
        return self.path.split("/")[0] in PRODUCT


def _is_ours(name):
    return name not in NOT_OURS and not name.endswith("cache__") and not name.endswith("_cache")


@cache
def project_files():
    """Every text file of the project, in order of path."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if _is_ours(name) and name != ".hypothesis")
        for path in (Path(folder, name) for name in sorted(names)):
            if path.suffix in TEXT and not path.name.startswith(".coverage") and path.name != ".git":
                found.append(File(path.relative_to(ROOT).as_posix(), path.read_text("utf-8", errors="replace")))
    return tuple(found)


def python_files():
    """Every Python module but migrations, which are history."""
    return tuple(file for file in project_files() if file.is_python and not file.is_generated)


def template_files():
    """Every HTML template."""
    return tuple(file for file in project_files() if file.is_template)

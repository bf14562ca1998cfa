"""Keeps the catalogues of the readers' interface: finds its messages, puts new ones into each `.po`, writes each `.mo`.

`make messages` runs it, without GNU gettext. A message that has no translation yet stays empty in the `.po`, and
tests/newsroom/test_catalogues.py says so.
"""

import ast
import os
from pathlib import Path
from typing import NamedTuple

import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
# What readers see, drafted notes included, of some modules one class; the editors' screens speak Django's languages.
SOURCES = (
    "articles/embargo.py",
    "articles/models/article.py:Label",
    "articles/models/correction.py",
    "articles/models/person.py:PersonKind",
    "articles/page",
    "articles/reader",
    "articles/editorial/publishing/correction_prompt.py",
    "media/models.py:SourceType",
)
EDITORS = ("admin", "media")
TRANSLATION = "django.utils.translation"
# Functions by the place of context, message and plural among their arguments.
CALLS = {"gettext": (None, 0, None), "pgettext": (0, 1, None), "ngettext": (None, 0, 1), "npgettext": (0, 1, 2)}


class Message(NamedTuple):
    """What a translator is asked for: context and plural are "" where there is none."""

    context: str
    text: str
    plural: str


def messages():
    """{Message: [the files that say it]} of the readers' interface, files and messages in a settled order."""
    found: dict[Message, list[str]] = {}
    for path, spoken in (*_of_templates(), *_of_python()):
        for message in spoken:
            files = found.setdefault(message, [])
            if path not in files:
                files.append(path)
    return found


def catalogues():
    """{language code: path of its .po}."""
    return {path.parts[-3]: path for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))}


def key(entry):
    """The Message of an entry of a catalogue."""
    return Message(entry.msgctxt or "", entry.msgid, entry.msgid_plural)


def refresh(path, wanted):
    """Bring a .po in line with the wanted messages, keeping what is translated, and write its .mo beside it."""
    catalogue = polib.pofile(str(path))
    known = {key(entry): entry for entry in catalogue}
    plurals = range(int(catalogue.metadata["Plural-Forms"].split("nplurals=")[1].split(";")[0]))
    catalogue[:] = [_entry(message, files, known.get(message), plurals) for message, files in wanted.items()]
    catalogue.save()
    catalogue.save_as_mofile(str(path.with_suffix(".mo")))
    return [entry.msgid for entry in catalogue if not entry.translated()]


def _entry(message, files, known, plurals):
    entry = known or polib.POEntry(
        msgctxt=message.context or None,
        msgid=message.text,
        msgid_plural=message.plural,
        msgstr_plural=dict.fromkeys(plurals, "") if message.plural else {},
    )
    entry.occurrences = [(file, "") for file in files]
    return entry


def _of_templates():
    """(path, Messages) of each of the readers' templates, as Django itself parses them."""
    from django.template import engines  # needs settings, which `main` names

    # For the same reason.
    from django.templatetags.i18n import BlockTranslateNode, TranslateNode

    for path in sorted((ROOT / "templates").rglob("*.html")):
        name = path.relative_to(ROOT / "templates")
        if name.parts[0] in EDITORS:
            continue
        nodes = engines["django"].from_string(path.read_text()).template.nodelist
        yield (
            f"templates/{name}",
            [_translated(node) for node in nodes.get_nodes_by_type(TranslateNode)]
            + [_block(node) for node in nodes.get_nodes_by_type(BlockTranslateNode)],
        )


def _translated(node):
    """The Message of {% translate "…" %}; Django doubles the per cent signs in what it parsed."""
    return Message(_literal(node.message_context), node.filter_expression.var.literal, "")


def _block(node):
    """The Message of {% blocktranslate %}…{% endblocktranslate %}."""
    singular, _ = node.render_token_list(node.singular)
    plural, _ = node.render_token_list(node.plural)
    return Message(_literal(node.message_context), singular, plural)


def _literal(expression):
    return str(expression.var.literal if hasattr(expression.var, "literal") else expression.var) if expression else ""


def _of_python():
    """(path, Messages) of each module that speaks to readers, from its syntax tree."""
    for source in SOURCES:
        place, _colon, name = source.partition(":")
        for path in sorted((ROOT / place).rglob("*.py")) or [ROOT / place]:
            tree = ast.parse(path.read_text())
            names = dict(_imported(tree))
            part = next(node for node in tree.body if getattr(node, "name", "") == name) if name else tree
            calls = [(names[node.func.id], node) for node in ast.walk(part) if _is_call_of(names, node)]
            yield str(path.relative_to(ROOT)), [_called(name, call) for name, call in calls if _says(name, call)]


def _imported(tree):
    """(name in the module, name in CALLS) of each function of Django's that marks a message."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == TRANSLATION:
            for alias in node.names:
                name = alias.name.removesuffix("_lazy").removesuffix("_noop")
                if name in CALLS:
                    yield alias.asname or alias.name, name


def _is_call_of(names, node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def _says(name, call):
    """Whether the message is written in the call; a variable holds one that `gettext_noop` has marked elsewhere."""
    return isinstance(call.args[CALLS[name][1]], ast.Constant)


def _called(name, call):
    def said(place):
        return "" if place is None else ast.literal_eval(call.args[place])

    return Message(*map(said, CALLS[name]))


def main():
    """Refresh every catalogue and say what waits for a translator."""
    import django  # after the settings are named

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    wanted = messages()
    for language, path in catalogues().items():
        waiting = refresh(path, wanted)
        print(f"{language}: {len(wanted)} messages, {len(waiting)} without a translation")
        for text in waiting:
            print(f"  {text}")


if __name__ == "__main__":
    main()

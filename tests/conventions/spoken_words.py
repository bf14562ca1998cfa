"""What the editors' side says goes through gettext, so that it can be said in other languages."""

import ast
import re

EDITORS = ("accounts/", "articles/admin/", "articles/editorial/", "articles/models/", "media/")
SAYS = re.compile(r"[^\W\d_]{2,}")
MARKS = {
    name + lazy for name in ("gettext", "ngettext", "pgettext", "npgettext") for lazy in ("", "_lazy", "_noop")
} | {"_"}
# Arguments that people read, by the name they are handed over under; where a class or a dict has such a name, that too.
READ = {
    "help_text", "label", "verbose_name", "verbose_name_plural", "description", "empty_label", "title", "sentence",
    "violation_error_message", "short_description", "error_message",
}  # fmt: skip
NOT_READ_IN = {"add_argument", "register"}  # what a command line says is for whoever runs the machine
# Calls of which people read an argument, by its place.
SAID = {
    "success": 1, "info": 1, "warning": 1, "error": 1,
    "ValidationError": 0, "require": 1, "PermissionDenied": 0,
}  # fmt: skip
SCREENS = {"screen", "admin_page"}  # which draw a page with a title
IS_NAME = re.compile(r"add|change|delete|view|ExtDescrAccessibility")  # of a right or of a field, which nobody reads
RELATIONS = {"OneToOneField", "ManyToManyField"}
LOGGERS = {"log", "logger"}
CHOICES = {"TextChoices", "IntegerChoices"}


def screens_speak_through_gettext(file):
    """A sentence that is written down as it is stays English on every screen."""
    if not file.path.startswith(EDITORS) or file.is_data:
        return
    for line, text in _said(file):
        yield f"{file.path}:{line}: “{text}” goes through gettext"


def _said(file):
    """(line, text) of what people read and no function of gettext was handed."""
    for node in ast.walk(file.tree):
        for value in _read_in(node):
            for part in _plain(value):
                if SAYS.search(part.value) and not IS_NAME.fullmatch(part.value):
                    yield part.lineno, part.value


def _read_in(node):
    """The expressions in a node that people read."""
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        of = getattr(node.func.value, "id", "") if isinstance(node.func, ast.Attribute) else ""
        if name not in NOT_READ_IN:
            yield from (keyword.value for keyword in node.keywords if keyword.arg in READ)
        if name in SAID and of not in LOGGERS and len(node.args) > SAID[name]:
            yield node.args[SAID[name]]
        if name in SCREENS:
            yield from (each for each in node.args if isinstance(each, ast.Constant) and str(each.value)[:1].isupper())
        if name.endswith("Field") and node.args and name not in RELATIONS:
            yield node.args[0]
    elif isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        yield from (value for key, value in pairs if isinstance(key, ast.Constant) and key.value in READ)
    elif isinstance(node, ast.ClassDef):
        is_choice = bool(
            CHOICES & {base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases}
        )
        for each in node.body:
            if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name):
                if each.targets[0].id in READ:
                    yield each.value
                elif is_choice and isinstance(each.value, ast.Tuple):
                    yield each.value.elts[-1]


def _plain(value):
    """The constants of text in an expression that no function of gettext is handed."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value
    elif isinstance(value, ast.JoinedStr):
        yield from (part for part in value.values if isinstance(part, ast.Constant))
    elif isinstance(value, (ast.BinOp, ast.IfExp, ast.BoolOp)):
        parts = {ast.BinOp: ("left", "right"), ast.IfExp: ("body", "orelse"), ast.BoolOp: ("values",)}[type(value)]
        for name in parts:
            held = getattr(value, name)
            for each in held if isinstance(held, list) else [held]:
                yield from _plain(each)
    elif isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "format":
        yield from _plain(value.func.value)


SCRIPTS = "newsroom/static/editors/"
# Where a script hands words to whoever looks: to the line that says what happened, or to a part of the page.
SHOWN = re.compile(
    r"""(?:\b(?:announce|labelled|alert|confirm)\(|\b(?:textContent|placeholder|title|label)\s*[=:]\s*|"aria-label"[,:]\s*)"""
    r"""(?P<rest>[^;\n]*)"""
)
IN_SCRIPT = re.compile(
    r"""(?<!gettext\()(?<!, )(?<!=== )(?<!replace\()(?P<sign>["`])(?P<words>[A-Z“][^"`]*)(?P=sign)"""
)


def scripts_speak_through_gettext(file):
    """What a script says is in the catalogue that Django hands it, as `gettext`, `ngettext` and `interpolate`."""
    if not (file.path.startswith(SCRIPTS) and file.path.endswith(".js")):
        return
    for number, line in enumerate(file.lines, 1):
        for shown in SHOWN.finditer(line):
            for said in IN_SCRIPT.finditer(shown["rest"]):
                if SAYS.search(re.sub(r"\$\{[^}]*\}", "", said["words"])):
                    yield f"{file.path}:{number}: “{said['words']}” goes through gettext"


PYTHON_RULES = (screens_speak_through_gettext,)
FILE_RULES = (scripts_speak_through_gettext,)

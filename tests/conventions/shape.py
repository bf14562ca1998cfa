"""How files look: what they open with, how long they get, what they may not say. A rule yields a sentence a breach."""

import ast
import io
import re
import tokenize

MOST_FILE_LINES = 400
MOST_FUNCTION_LINES = 50
MOST_VIEW_LINES = 40
MOST_TEMPLATE_LINES = 200

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def opens_with_a_docstring(file):
    """One sentence on the module's job tells a newcomer whether to read on."""
    if file.tree.body and not ast.get_docstring(file.tree):
        yield f"{file.path}:1: open the module with one sentence on its job"


def files_stay_short(file):
    """A file that needs scrolling for minutes holds two jobs."""
    most = MOST_TEMPLATE_LINES if file.is_template else MOST_FILE_LINES
    is_code = file.path.endswith((".py", ".html", ".js", ".css", ".sh"))
    if is_code and not file.is_generated and not file.is_data and len(file.lines) > most:
        yield f"{file.path}: has {len(file.lines)} lines, more than {most}; split it by job"


def _is_view(function):
    arguments = [argument.arg for argument in function.args.args]
    return "request" in arguments[:2]


def functions_stay_short(file):
    """A function is one thought; a view checks permission, makes one call and names one template."""
    for node in file.nodes(*FUNCTIONS):
        lines = node.end_lineno - node.lineno + 1
        most = MOST_VIEW_LINES if _is_view(node) else MOST_FUNCTION_LINES
        if lines > most:
            yield f"{file.path}:{node.lineno}: {node.name} has {lines} lines, more than {most}; name its parts"


def late_imports_say_why(file):
    """An import inside a function hides a dependency, so its reason stands on the line or the one before."""
    for function in file.nodes(*FUNCTIONS):
        for node in ast.walk(function):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                own = " ".join(file.lines[node.lineno - 1 : node.end_lineno])
                before = file.lines[node.lineno - 2].strip()
                if "#" not in own and not before.startswith("#"):
                    yield f"{file.path}:{node.lineno}: an import inside a function; say why in a comment, or move it up"


SILENCED = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]*\])?|pragma:\s*no cover)(?P<why>.*)"
)


def silenced_rules_say_why(file):
    """A linter that is told to be quiet is right until somebody writes down why not."""
    if not re.search(r"noqa|type: ?ignore|no cover", file.text):
        return
    for token in tokenize.generate_tokens(io.StringIO(file.text).readline):
        found = token.type == tokenize.COMMENT and SILENCED.match(token.string)
        if found and not re.search(r"\w{2}", found["why"]):
            yield f"{file.path}:{token.start[0]}: silences a rule without a reason; write it behind the code"


NEVER_IN_TESTS = {
    ("time", "sleep"): "sleeps; freeze the clock, or wait for the event itself",
    ("pytest", "skip"): "skips; a test that does not run protects nobody",
    ("pytest", "skipif"): "skips; a test that does not run protects nobody",
    ("pytest", "importorskip"): "skips; a test that does not run protects nobody",
    ("pytest", "xfail"): "expects to fail; mend the code or delete the test",
    ("unittest", "skip"): "skips; a test that does not run protects nobody",
    ("unittest", "skipIf"): "skips; a test that does not run protects nobody",
}


def tests_neither_sleep_nor_skip(file):
    """A sleeping test is slow and still fails on a busy machine; a skipped one is no test."""
    if not file.path.startswith("tests/"):
        return
    for node in file.nodes(ast.Attribute):
        root = node.value
        while isinstance(root, ast.Attribute):
            root = root.value
        if isinstance(root, ast.Name) and (root.id, node.attr) in NEVER_IN_TESTS:
            yield f"{file.path}:{node.lineno}: {NEVER_IN_TESTS[root.id, node.attr]}"
    for node in file.nodes(ast.ImportFrom):
        for alias in node.names:
            if (node.module, alias.name) in NEVER_IN_TESTS:
                yield f"{file.path}:{node.lineno}: {NEVER_IN_TESTS[node.module, alias.name]}"


SOMEBODYS_MACHINE = re.compile(r"\.\./sh[a]red|/w[o]rk/(?:main|trees|sh[a]red)\b|/ro[o]t/|/ho[m]e/[a-z]")


def names_no_machine(file):
    """The project is read on other machines, where a path of this one leads nowhere."""
    for number, line in enumerate(file.lines, 1):
        if SOMEBODYS_MACHINE.search(line):
            yield f"{file.path}:{number}: names a path of somebody's machine"


DJANGO_TAGS = re.compile(r"{%\s*comment\b.*?endcomment\s*%}|{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
OPENING_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s+[^\s=>]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?|\s)*)\s*/?>")
ATTRIBUTE = re.compile(r"([^\s=\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
DATA_TYPES = {"application/ld+json", "application/json", "speculationrules"}


def _markup(file):
    """The template without Django's tags, its line breaks kept, so that line numbers stay right."""
    return DJANGO_TAGS.sub(lambda found: "\n" * found[0].count("\n") or "_", file.text)


def templates_keep_the_strict_policy(file):
    """The content security policy forbids inline scripts, styles and handlers: they would silently do nothing."""
    markup = _markup(file)
    for tag in OPENING_TAG.finditer(markup):
        name, line = tag[1].lower(), markup.count("\n", 0, tag.start()) + 1
        attributes = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in ATTRIBUTE.finditer(tag[2])}
        if name == "style":
            yield f"{file.path}:{line}: a <style> element; write it in newsroom/static"
        if name == "script" and "src" not in attributes and attributes.get("type") not in DATA_TYPES:
            yield f"{file.path}:{line}: an inline <script>; write a module in newsroom/static"
        for attribute in attributes:
            if attribute == "style" or re.fullmatch(r"on[a-z]+", attribute):
                yield f"{file.path}:{line}: an inline {attribute}=; use a class or a module"


SPOKEN_ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
ENTITY = re.compile(r"&#?\w+;")
# A word that a filter puts in, and an end that only English words have.
IN_A_FILTER = re.compile(r"""\|(?:default|default_if_none|yesno):"[^"]*[A-Za-z]{3,}[^"]*"|\|pluralize""")
WORD = re.compile(r"\b(?!(?:RSS|Atom|JSON)\b)[A-Za-z]{2,}")  # names of formats are the same everywhere


def templates_speak_through_gettext(file):
    """Pages speak several languages: words that stand in a template outside a tag speak only one."""
    markup = _markup(_without_messages(file))
    for tag in OPENING_TAG.finditer(markup):
        is_button = re.search(r"""type=["'](?:submit|button)""", tag[2]) and tag[1].lower() == "input"
        for attribute in ATTRIBUTE.finditer(tag[2]):
            words = attribute[2] or attribute[3] or attribute[4] or ""
            name = attribute[1].lower()
            if (name in SPOKEN_ATTRIBUTES or (is_button and name == "value")) and WORD.search(words):
                yield f'{file.path}: {attribute[1]}="{words}" is not translated; write {{% translate "…" %}}'
    for said in IN_A_FILTER.findall(file.text):
        yield f"{file.path}: {said} is not translated; write _() around it, or blocktranslate with a count"
    for number, line in enumerate(ENTITY.sub("", re.sub(r"<[^>]*>", _breaks, markup)).split("\n"), 1):
        if WORD.search(line):
            yield f'{file.path}:{number}: “{line.strip()[:60]}” is not translated; write {{% translate "…" %}}'


# What a template holds besides tags and words: translated blocks, blocks of a class's names, attributes for a tag.
NO_WORDS = re.compile(
    r"{%\s*blocktranslate\b.*?endblocktranslate\s*%}|{%\s*block (?:\w+_class|bodyclass)\s*%}(?:{{.*?}})?[^{]*"
    r"|(?<=[ %}])[\w-]+=\"{.*?}\"(?=[ {]|$)",
    re.DOTALL | re.MULTILINE,
)


def _without_messages(file):
    """The template without what its blocktranslate tags say, its line breaks kept."""
    return type(file)(file.path, NO_WORDS.sub(_breaks, file.text))


def _breaks(found):
    return "\n" * found[0].count("\n")


PYTHON_RULES = (
    opens_with_a_docstring,
    functions_stay_short,
    late_imports_say_why,
    silenced_rules_say_why,
    tests_neither_sleep_nor_skip,
)
FILE_RULES = (files_stay_short, names_no_machine)
TEMPLATE_RULES = (templates_keep_the_strict_policy, templates_speak_through_gettext)

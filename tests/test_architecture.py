"""Holds every file of the project to the conventions, in a fraction of a second, and says why when one is broken."""

from collections import Counter

import pytest

from tests.conventions import imports, shape, spoken_words
from tests.conventions.source import ROOT, project_files, python_files, template_files

pytestmark = pytest.mark.once


def assert_kept(rule, files):
    """Fail with the rule's reason and each breach on a line of its own."""
    breaches = [breach for file in files for breach in rule(file)]
    assert not breaches, "\n".join([rule.__doc__.splitlines()[0], *breaches])


@pytest.mark.parametrize(
    "rule", [*imports.RULES, *shape.PYTHON_RULES, *spoken_words.PYTHON_RULES], ids=lambda rule: rule.__name__
)
def test_python_keeps_the_rule(rule):
    assert_kept(rule, python_files())


@pytest.mark.parametrize("rule", shape.TEMPLATE_RULES, ids=lambda rule: rule.__name__)
def test_templates_keep_the_rule(rule):
    assert_kept(rule, template_files())


@pytest.mark.parametrize("rule", [*shape.FILE_RULES, *spoken_words.FILE_RULES], ids=lambda rule: rule.__name__)
def test_files_keep_the_rule(rule):
    assert_kept(rule, project_files())


def test_no_module_imports_itself_in_a_circle():
    product = {file.module: file for file in python_files() if file.is_product}
    arrows = {
        module: {found for _, name in imports.imported(file) for found in (name, name.rpartition(".")[0])}
        & set(product)
        for module, file in product.items()
    }
    while free := [module for module, names in arrows.items() if not names - {module}]:
        arrows = {module: names - set(free) for module, names in arrows.items() if module not in free}
    assert not arrows, f"these import each other, so none can be read or tested alone: {sorted(arrows)}"


# A folder is read at a glance. Migrations, commands and the demo's stories are lists by nature.
MOST_FILES = {"articles/models": 32, "articles/search": 18}
LISTS = ("articles/migrations", "articles/management")


def test_folders_hold_few_enough_files_to_be_read_at_a_glance():
    held = Counter(file.path.rpartition("/")[0] for file in project_files() if file.path.startswith("articles/"))
    most = {folder: MOST_FILES.get(folder, 15) for folder in held if not folder.startswith(LISTS)}
    assert not {folder: held[folder] for folder in most if held[folder] > most[folder]}, "make rooms by task"


def test_folders_of_tests_are_packages():
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    missing = sorted(str(f.relative_to(ROOT)) for f in folders if not (f / "__init__.py").exists())
    assert not missing, f"without __init__.py a folder of tests hides the package it is named after: {missing}"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-newest.lock"])
def test_lock_is_exact_hashed_and_names_no_address(name):
    lines = [line for line in (ROOT / name).read_text().splitlines() if line and not line.lstrip().startswith("#")]
    packages = [line for line in lines if not line.startswith(" ")]
    assert packages
    assert not [line for line in packages if "==" not in line], "the lock names exact versions"
    assert all(line.startswith("    --hash=sha256:") for line in lines if line.startswith(" ")), "only hashes follow"
    assert "://" not in "".join(lines), "an address in the lock ties everybody to one mirror"


def test_writing_surface_is_small_modules_that_are_read_in_an_evening():
    modules = sorted((ROOT / "newsroom/static/editors/story").rglob("*.js"))
    lines = {module.name: len(module.read_text().splitlines()) for module in modules}
    assert sum(lines.values()) < 5000, f"move decisions to the server, or delete: {lines}"
    assert max(lines.values()) <= 330, f"one module, one task: {lines}"


def test_lock_has_the_long_term_support_release():
    assert "\ndjango==5.2." in (ROOT / "requirements.lock").read_text()
    assert "\ndjango==5.2." in (ROOT / "requirements-dev.lock").read_text()

"""Keeps the documents true: the commands, paths and addresses they name exist, and what exists is named in them."""

import re

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

from tests.conventions.source import ROOT, project_files

pytestmark = pytest.mark.once

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
OUR_COMMANDS = {
    name
    for name, app in get_commands().items()
    if app in ("accounts", "articles", "media", "moving", "newsroom.page_store")
}


def text_of(name):
    """The text of a document."""
    return (ROOT / name).read_text()


def part(text, heading):
    """The text under a heading, down to the next of the same level."""
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def now_and_later(text):
    """What is there, and what the lines beginning with *Later:* promise."""
    later = re.findall(r"^\*Later:\*.*?(?:\n\n|\Z)", text, re.DOTALL | re.MULTILINE)
    for promise in later:
        text = text.replace(promise, "")
    return text, "".join(later)


def make_targets():
    """{target: what `make help` says of it}, for the targets that people use."""
    return dict(re.findall(r"^([a-z-]+):.*?## (.+)$", text_of("Makefile"), re.MULTILINE))


def documented_make_targets(text):
    """Each `make <target>` of a text, in code or in an indented block."""
    return set(re.findall(r"(?:^ {4}|`)make ([a-z][a-z-]*)", text, re.MULTILINE))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_document_links_lead_somewhere(document):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text())
    assert not [link for link in links if not (document.parent / link).exists()]


def test_code_names_decisions_that_exist():
    folders = ("accounts", "articles", "media", "moving", "newsroom", "tools", "bench")
    code = [ROOT / "pyproject.toml", *(path for folder in folders for path in (ROOT / folder).rglob("*.py"))]
    named = {each for path in code for each in re.findall(r"docs/decisions/(\d{4}[\w-]*)", path.read_text())}
    there = [path.stem for path in (ROOT / "docs/decisions").iterdir()]
    assert named
    assert not [each for each in named if not any(stem.startswith(each) for stem in there)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_document_names_make_targets_that_exist(document):
    now, _ = now_and_later(document.read_text())
    assert documented_make_targets(now) <= set(make_targets())


def test_readme_shows_the_two_commands_on_its_first_screen():
    first_screen = "\n".join(text_of("README.md").splitlines()[:25])
    assert {"demo", "test"} <= documented_make_targets(first_screen)


def test_contract_names_every_make_target_and_none_that_is_missing():
    now, later = now_and_later(part(text_of("docs/contract.md"), "make"))
    targets = documented_make_targets(now)
    assert targets == set(make_targets())
    assert not documented_make_targets(later) & targets, "exists now: move it out of *Later:*"


def test_contract_names_every_management_command_and_none_that_is_missing():
    now, later = now_and_later(part(text_of("docs/contract.md"), "manage.py"))
    named = set(re.findall(r"^\| `(\w+)", now, re.MULTILINE)) - {"check"}
    promised = set(re.findall(r"`(\w+)`", later))
    assert not promised & OUR_COMMANDS, "exists now: move it out of *Later:*"
    assert named == OUR_COMMANDS


@pytest.mark.parametrize("name", sorted(OUR_COMMANDS))
def test_contract_names_every_option_of_a_command(name):
    [row] = re.findall(rf"^\| `{name}\b(.*?)` \|", text_of("docs/contract.md"), re.MULTILINE)
    documented = set(re.findall(r"--[a-z-]+", row))
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    django_own = {"--help", "--version", "--verbosity", "--settings", "--pythonpath", "--traceback"}
    django_own |= {"--no-color", "--force-color", "--skip-checks"}
    options = {option for action in parser._actions for option in action.option_strings if option.startswith("--")}
    assert documented == options - django_own


def test_contract_names_every_variable_that_the_settings_read():
    now, later = now_and_later(part(text_of("docs/contract.md"), "Environment"))
    documented = set(re.findall(r"^\| `([A-Z_]+)`", now, re.MULTILINE))
    read = set(re.findall(r"(?:env\.\w+|setting)\(\s*\"([A-Z_]+)\"", text_of("newsroom/settings.py")))
    assert documented == read
    assert not set(re.findall(r"`([A-Z_]+)`", later)) & read, "is read now: move it out of *Later:*"


def test_architecture_map_names_paths_that_exist_and_every_package():
    block = part(text_of("docs/architecture.md"), "The map").split("```")[1]
    named = {line.split()[0] for line in block.strip().splitlines()}
    assert not sorted(path for path in named if not (ROOT / path).exists())
    packages = {f"articles/{init.parent.name}/" for init in ROOT.glob("articles/*/__init__.py")}
    assert packages - {"articles/management/", "articles/migrations/"} <= named


@pytest.mark.parametrize("name", ["docs/recipes.md", "docs/architecture.md", "README.md", "CONTRIBUTING.md"])
def test_document_names_files_that_exist(name):
    paths = re.findall(r"`((?:articles|media|newsroom|tests|tools|docs)/[\w./-]*[\w/])`", text_of(name))
    assert not sorted({path for path in paths if not (ROOT / path).exists()})


def test_decisions_are_numbered_without_gaps_and_say_what_they_decided():
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [path.name[:4] for path in decisions] == [f"{number:04}" for number in range(1, len(decisions) + 1)]
    for path in decisions:
        text = path.read_text()
        assert text.startswith(f"# {path.name[:4]} "), path.name
        assert "**Decided.**" in text, path.name
        assert "**Why.**" in text, path.name


def test_dependencies_are_explained():
    explained = text_of("docs/decisions/0003-dependencies.md")
    project = text_of("pyproject.toml").split("[project.optional-dependencies]")[0]
    names = set(re.findall(r'^  "([a-z0-9-]+)', project, re.MULTILINE)) - {"django-js-asset"}
    assert names
    assert not sorted(name for name in names if name not in explained)


def test_licence_is_the_one_that_the_package_names():
    assert text_of("LICENSE").startswith("BSD 3-Clause License")
    assert 'license = "BSD-3-Clause"' in text_of("pyproject.toml")
    assert settings.BASE_DIR == ROOT


QUESTIONS = re.findall(r"^\| ([^|]+?) \| `([^`|]+)` \| `([^`|]+)` \|$", text_of("docs/architecture.md"), re.MULTILINE)


def found_by(word):
    """The files that `git ls-files | grep -i WORD` names, tests and migrations left out."""
    paths = (file.path for file in project_files() if not file.path.startswith("tests/"))
    return [path for path in paths if word.lower() in path.lower() and "/migrations/" not in path]


def test_thirty_everyday_questions_are_answered():
    assert len({question for question, *_ in QUESTIONS}) >= 30


@pytest.mark.parametrize(("question", "word", "path"), QUESTIONS, ids=lambda value: value)
def test_word_of_a_question_leads_to_the_file_among_at_most_five(question, word, path):
    found = found_by(word)
    assert path in found
    assert len(found) <= 5, found

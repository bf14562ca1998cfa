"""What the log says of verbs: each that writes is told of, with how it ended, and of sealed stories not by whom."""

import ast

import pytest
from django.core.exceptions import ValidationError

from articles.editorial.log import noted
from articles.editorial.publishing.publish import publish
from articles.editorial.refusals import Refusal
from articles.editorial.writing.drafts import begin
from articles.editorial.writing.preview_links import revoke, share
from articles.editorial.writing.seal import seal
from articles.signals import verb_ended
from tests import builders
from tests.conventions.source import ROOT

# Steps of verbs that have a line in the log, and are told of with the verb that takes them.
STEPS = {"publish_or_schedule", "create_article", "change_article"}


@pytest.fixture
def told():
    """What was told of verbs."""
    heard = []

    def hear(sender, signal, seconds, **said):
        assert seconds >= 0
        heard.append(tuple(said.values()))

    verb_ended.connect(hear)
    yield heard
    verb_ended.disconnect(hear)


def test_every_verb_that_writes_the_log_is_told_of():
    untold = []
    for path in (ROOT / "articles/editorial").rglob("*.py"):
        for node in ast.parse(path.read_text()).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_") or node.name in STEPS:
                continue
            names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            takes_person = "by" in {argument.arg for argument in node.args.kwonlyargs}
            if takes_person and "log_action" in names and "noted" not in map(ast.unparse, node.decorator_list):
                untold.append(f"{path.name}: {node.name}")
    assert not untold


@pytest.mark.django_db
def test_a_verb_tells_which_story_who_and_how_it_ended(told):
    chief, article = builders.chief(), builders.draft_article(headline="")
    told.clear()
    with pytest.raises(Refusal):
        publish(article, by=chief)
    assert told == [("publish", article.pk, chief.pk, "refused")]


@pytest.mark.django_db
def test_a_verb_that_makes_a_story_tells_its_number(told):
    reporter = builders.reporter()
    article = begin(by=reporter, headline="Bridge Opens")
    assert told == [("begin", article.pk, reporter.pk, "done")]


@pytest.mark.django_db
def test_a_verb_on_what_belongs_to_a_story_tells_the_story(told):
    chief, article = builders.chief(), builders.draft_article()
    told.clear()
    link = share(article, by=chief, days=7)
    revoke(link, by=chief)
    assert told == [("share", article.pk, chief.pk, "done"), ("revoke", article.pk, chief.pk, "done")]


@pytest.mark.django_db
def test_who_seals_a_story_is_not_told(told):
    article = builders.draft_article()
    told.clear()
    seal(article, by=builders.chief())
    assert told == [("seal", article.pk, None, "done")]


def test_what_breaks_is_told_as_failed_and_what_is_invalid_as_refused(told):
    @noted
    def break_in_two():
        raise ZeroDivisionError

    @noted
    def ask_too_much(*, by):
        raise ValidationError("too much")

    with pytest.raises(ZeroDivisionError):
        break_in_two()
    with pytest.raises(ValidationError):
        ask_too_much(by=None)
    assert told == [("break-in-two", None, None, "failed"), ("ask-too-much", None, None, "refused")]


def test_who_listens_badly_stops_no_verb():
    def fails(**_):
        raise ZeroDivisionError

    @noted
    def add(one, other):
        return one + other

    verb_ended.connect(fails)
    try:
        assert add(1, 2) == 3
    finally:
        verb_ended.disconnect(fails)

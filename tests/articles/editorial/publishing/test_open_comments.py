"""Open comments before a story goes out: a warning, or in a house that wants it so a reason to wait."""

import pytest

from articles.editorial.notes import comments
from articles.editorial.publishing.readiness import blockers, warnings
from tests.builders import draft_article, system

pytestmark = pytest.mark.django_db


def said(findings):
    return [str(finding) for finding in findings if finding.field == "comments"]


def test_open_comments_warn_and_block_where_the_house_wants_it(settings):
    article = draft_article()
    assert said(warnings(article)) == []
    thread = comments.comment(article, by=system(), text="Who says so?")
    article.refresh_from_db()
    assert said(warnings(article)) == ["1 comment is open."]
    assert said(blockers(article)) == []
    settings.COMMENTS_BLOCK = True
    assert said(blockers(article)) == ["1 comment is open."]
    comments.resolve(thread, by=system())
    article.refresh_from_db()
    assert said(blockers(article)) == []

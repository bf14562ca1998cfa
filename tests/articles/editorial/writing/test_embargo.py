"""Embargoes: noted with the text, stricter ones win, lifted only by a verb, and typed lines go where they belong."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.editorial.permissions import Forbidden
from articles.editorial.publishing import publish, schedule, steps
from articles.editorial.publishing.readiness import blockers
from articles.editorial.writing import drafts
from articles.editorial.writing.embargo import NoEmbargo, ReasonNeeded, embargo_of, is_stricter, lift_embargo
from articles.models.article import Article
from articles.text.body.body import Body
from tests.builders import draft_article, editor, live_article, reporter, system

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
FRIDAY = datetime(2026, 5, 22, 0, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
LINE = "EMBARGOED UNTIL 00:01 UTC ON FRIDAY 22 MAY 2026"


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


def embargoed(**fields):
    """A story that came with an embargo until Friday."""
    return draft_article(**{"embargo_words": LINE, "embargo_until": FRIDAY} | fields)


def saved(article, by=None, **fields):
    article.refresh_from_db()
    return drafts.save(article, by=by or system(), version=article.version, **fields)


def said(article, at=None):
    """What blocks the article, in words."""
    return [str(finding) for finding in blockers(Article.objects.get(pk=article.pk), at=at)]


def test_story_under_embargo_goes_out_at_its_moment_and_not_before(time_machine):
    article = embargoed()
    assert said(article) == ["The text says: embargoed until 22 May 2026, 00:01."]
    with pytest.raises(steps.NotReady, match="embargoed until 22 May 2026, 00:01"):
        publish.publish(article, by=editor())
    with pytest.raises(steps.NotReady):
        schedule.schedule(article, by=editor(), at=FRIDAY - timedelta(seconds=1))
    assert schedule.schedule(article, by=editor(), at=FRIDAY).goes_live_at == FRIDAY
    time_machine.move_to(FRIDAY, tick=False)
    assert said(article) == []


def test_embargo_without_a_moment_holds_until_it_is_lifted(time_machine):
    article = embargoed(embargo_words="HOLD FOR RELEASE", embargo_until=None)
    assert said(article, at=FRIDAY) == ["The text says it is embargoed: “HOLD FOR RELEASE”"]
    lift_embargo(article, by=editor(), reason="The office has called.")
    assert said(article) == []
    assert article.log.get(verb="lift-embargo").note == "The office has called. (embargoed: HOLD FOR RELEASE)"


def test_lifting_needs_the_right_to_publish_a_reason_and_an_embargo():
    article = embargoed()
    with pytest.raises(Forbidden):
        lift_embargo(article, by=reporter(), reason="I want to.")
    with pytest.raises(ReasonNeeded, match="why"):
        lift_embargo(article, by=editor(), reason=" ")
    lift_embargo(article, by=editor(), reason="It is out elsewhere.")
    with pytest.raises(NoEmbargo):
        lift_embargo(article, by=editor(), reason="Again.")


def test_embargo_is_no_text_of_the_story_and_is_logged():
    article = live_article()
    before = article.revisions.count()
    article = saved(article, embargo_words=LINE, embargo_until=FRIDAY)
    assert article.published_version == article.version == 2 and article.revisions.count() == before
    assert article.log.get(verb="embargo").note == "embargoed until 22 May 2026, 00:01"


def test_emptied_fields_lift_no_embargo():
    article = saved(embargoed(), by=editor(), embargo_words="", embargo_until=None, headline="New")
    assert (article.embargo_words, article.embargo_until, article.headline) == (LINE, FRIDAY, "New")


@pytest.mark.parametrize(
    ("who", "until", "kept"),
    [
        (reporter, FRIDAY - HOUR, FRIDAY),
        (reporter, FRIDAY + HOUR, FRIDAY + HOUR),
        (reporter, None, None),
        (editor, FRIDAY - HOUR, FRIDAY - HOUR),
    ],
)
def test_earlier_moment_is_for_those_who_publish_and_a_later_one_for_everybody(who, until, kept):
    by = who()
    article = saved(embargoed(by=by), by=by, embargo_until=until)
    assert article.embargo_until == kept


def test_embargo_without_a_moment_is_the_strictest():
    assert is_stricter(None, FRIDAY) and not is_stricter(FRIDAY, None) and not is_stricter(None, None)
    assert is_stricter(FRIDAY + HOUR, FRIDAY) and not is_stricter(FRIDAY, FRIDAY)


@pytest.mark.parametrize("line", [LINE, "Sperrfrist: Freitag, 22. Mai 2026, 02:01 Uhr MESZ"])
def test_line_typed_on_top_of_the_text_blocks_and_goes_to_the_note_when_it_is_saved(line):
    article = draft_article(body="<p>It is open.</p>", editor_note="Check the date.")
    Article.objects.filter(pk=article.pk).update(body=f"<p>{line}</p><p>It is open.</p>")
    assert said(article) == ["The text says: embargoed until 22 May 2026, 00:01."]
    article = saved(article, headline="New")
    assert (article.body, article.embargo_words, article.embargo_until) == ("<p>It is open.</p>", line, FRIDAY)
    assert article.editor_note == f"Check the date.\nFor editors only: {line}"


def test_line_typed_on_a_new_sheet_goes_to_the_note_too():
    article = drafts.save(Article(), by=system(), version=0, body=f"<h2>{LINE}</h2><ul><li><p>One</p></li></ul>")
    assert (article.body, article.embargo_until) == ("<ul><li><p>One</p></li></ul>", FRIDAY)


def test_line_that_was_never_saved_keeps_a_story_in_even_after_its_moment():
    article = draft_article()
    Article.objects.filter(pk=article.pk).update(body=f"<p>{LINE}</p><p>It is open.</p>")
    (sentence,) = said(article, at=FRIDAY)
    assert sentence.startswith(f"The line “{LINE}” is not for readers: take it out.")


@pytest.mark.parametrize("field", ["headline", "dek"])
def test_line_in_the_headline_or_dek_blocks_too(field):
    article = draft_article(**{field: LINE})
    assert said(article) == ["The text says: embargoed until 22 May 2026, 00:01."]
    (finding,) = blockers(article, at=FRIDAY)
    assert finding.field == field and finding.spot.words == LINE
    assert said(draft_article(**{field: "Embargo on 25 goods holds until autumn"})) == []


def test_words_that_came_between_are_not_overwritten_by_moving_a_line(monkeypatch):
    article = draft_article()
    Article.objects.filter(pk=article.pk).update(body=f"<p>{LINE}</p><p>Old.</p>")
    article.refresh_from_db()
    Article.objects.filter(pk=article.pk).update(body="<p>New.</p>")
    drafts.save(article, by=system(), version=article.version, headline="New")
    article.refresh_from_db()
    assert article.body == "<p>New.</p>"


@pytest.mark.parametrize(
    "line",
    [
        "Embargo: what 3 ministers said about the ports on their way home",
        "The report was embargoed until Friday, the ministry said.",
        "Embargoes on oil hold.",
    ],
)
def test_sentence_about_an_embargo_is_none(line):
    assert embargo_of(Article(), Body(f"<p>{line}</p>"), NOW) is None


@pytest.mark.parametrize(("line", "until"), [("HOLD FOR RELEASE", FRIDAY + HOUR), (LINE, FRIDAY)])
def test_of_what_was_noted_and_what_is_typed_the_stricter_holds(line, until):
    noted = Article(embargo_words="Noted.", embargo_until=FRIDAY - HOUR if line == LINE else FRIDAY + HOUR)
    found = embargo_of(noted, Body(f"<p>{line}</p>"), NOW)
    assert found.until == (FRIDAY if line == LINE else None)

"""People whom imports suggest: who waits, who a name can mean, and what accepting and dropping do."""

from uuid import uuid4

import pytest

from articles.editorial.directory import entries
from articles.editorial.directory.suggested_people import (
    MOST_NEAR,
    AlreadySettled,
    AmbiguousName,
    accept,
    drop,
    meant_by,
    near_to,
    new_person,
    same_name,
)
from articles.editorial.importing.import_story import import_story
from articles.editorial.permissions import Forbidden
from articles.editorial.publishing.redact import redact
from articles.editorial.writing import autosave, drafts, presence, working_copy
from articles.models.article import Stage
from articles.models.log_entry import LogEntry
from articles.models.person import Person
from articles.models.person_suggestion import PersonSuggestion
from articles.models.revision import Reason
from tests.articles import wires
from tests.builders import (
    a_desk,
    a_person,
    a_suggestion,
    chief,
    draft_article,
    editor,
    live_article,
    live_edition,
    photo_editor,
    put_out,
    reporter,
    submitted_article,
    system,
)

pytestmark = pytest.mark.django_db
BODY = "<h2>Bo Lind</h2><p>It rained, Mayor Bo Lind said. Bo Lind left.</p>"


@pytest.fixture
def edda():
    return editor(username="edda")


def waiting(**fields):
    """A draft that names Mayor Bo Lind, who waits in it: the suggestion."""
    return a_suggestion(draft_article(**{"body": BODY} | fields))


def body_of(row):
    row.article.refresh_from_db()
    return row.article.body


# Who waits


def test_import_lets_only_those_wait_whom_the_text_does_not_link():
    thorne = a_person("Basil Thorne")
    imported = import_story(wires.story().encode(), by=system(), byline="Hesper Quill")
    quill = Person.objects.get(name="Hesper Quill")
    linked = {row.name: row.person for row in imported.suggestions if row.person}
    assert linked == {"Basil Thorne": thorne, "Hesper Quill": quill}, "the byline's person is known to the text too"
    assert f'data-person="{quill.pk}"' in imported.article.body
    waits = {row.name for row in PersonSuggestion.objects.all()}
    assert "Tamsin Vell" in waits and not waits & linked.keys()


def test_name_of_one_word_that_is_known_waits_for_somebody_who_reads_it():
    finch = a_person("Orla Finch", aliases=["Finch"])
    text = wires.story().replace("President Orla Finch", "President Finch")
    row = next(row for row in import_story(text.encode(), by=system()).suggestions if row.name == "Finch")
    assert row.pk and row.person == finch and row.marked_as == "President Finch"


# Who a name can mean


def test_name_is_looked_up_anew_and_the_one_the_import_knew_comes_last():
    row = waiting()
    assert meant_by([row]) == {row.pk: []} and meant_by([]) == {}
    row.person = ann = a_person("Ann Fenn")
    assert meant_by([row]) == {row.pk: [ann]}
    first, second = a_person("Bo Lind"), a_person("Bodil Lind", aliases=["BO LIND"])
    assert meant_by([row]) == {row.pk: [first, second]}


def test_near_names_begin_their_last_name_alike_and_the_nearest_come_first():
    row, short = waiting(), a_suggestion(draft_article(), name="Lindqvist")
    assert near_to([]) == {}
    a_person("Bo Lind")
    bodil, bob = a_person("Bodil Lind"), a_person("Bob Lindt")
    alias = a_person("Somebody Else", aliases=["Bo Linde"])
    lindquist = a_person("Zadie Lindquist")
    for name in ("Bo Marsh", "Xaviera Lind"):
        a_person(name)
    found = near_to([row, short])
    assert found[row.pk] == [alias, bob, bodil] and len(found[row.pk]) == MOST_NEAR
    assert found[short.pk] == [lindquist], "a last name alone is held against last names"


def test_strange_names_are_compared_as_they_are():
    row = a_suggestion(draft_article(), name="Ann .*(Lee")
    near = a_person("Anna .*(Lee")
    a_person("Ann Leek")
    a_suggestion(row.article, name="—")
    assert near in near_to(PersonSuggestion.objects.all())[row.pk]


def test_title_that_says_what_somebody_does_is_the_role_of_the_new_entry():
    article = draft_article()
    roles = {
        title: new_person(a_suggestion(article, name=f"Bo {title or 'Lind'}", title=title)).role
        for title in ("Mayor", "Cmdr.", "Ms.", "Sir", "")
    }
    assert roles == {"Mayor": "Mayor", "Cmdr.": "Cmdr.", "Ms.": "", "Sir": "", "": ""}


# Accepting


def test_accepting_somebody_unknown_makes_the_person_and_marks_the_first_place(edda):
    row = waiting()
    accepted = accept([row], by=edda)
    person = Person.objects.get()
    assert (accepted.person, accepted.is_new, accepted.linked, accepted.unlinked) == (person, True, [row.article], [])
    assert (person.name, person.role, person.on_staff) == ("Bo Lind", "Mayor", False)
    mark = f'<span data-person="{person.pk}">Bo Lind</span>'
    assert body_of(row) == f"<h2>Bo Lind</h2><p>It rained, Mayor {mark} said. Bo Lind left.</p>"
    assert not PersonSuggestion.objects.exists()
    newest = row.article.revisions.order_by("-number").first()
    assert (newest.made_by, newest.reason, newest.snapshot["body"]) == (edda, Reason.SAVED, row.article.body)
    assert list(LogEntry.objects.filter(by=edda).order_by("pk").values_list("verb", "note", "article")) == [
        ("add person", "Bo Lind", None),
        ("accept person", "Bo Lind", row.article.pk),
    ]


def test_readers_find_the_mention_once_the_story_is_published_again(edda):
    row = a_suggestion(live_article(body=BODY))
    person = accept([row], by=edda).person
    assert not live_edition(row.article).mention_rows.exists()
    row.article.refresh_from_db()
    put_out(row.article)
    assert [mention.person for mention in live_edition(row.article).mention_rows.all()] == [person]


def test_person_who_is_there_by_now_is_taken_and_not_made_twice(edda):
    row, other = waiting(), waiting()
    person = entries.get_or_create_person("Bo Lind", by=edda)
    accepted = accept([row], by=edda)
    assert (accepted.person, accepted.is_new) == (person, False)
    known = a_person("Ann Fenn")
    assert accept([other], by=edda, person=known).person == known, "the editor's word goes"
    assert f'<span data-person="{known.pk}">Bo Lind</span>' in body_of(other)
    assert Person.objects.count() == 2


def test_one_who_was_merged_while_the_editor_chose_is_the_one_of_today(edda):
    row, one = waiting(), a_person("Bo Lind")
    today = a_person("Bodil Lind")
    Person.rows.filter(pk=one.pk).update(redirects_to=today)
    assert accept([row], by=edda, person=one).person == today


def test_namesakes_have_to_be_chosen_from_or_added_to(edda):
    row, other = waiting(), waiting()
    first, second = a_person("Bo Lind"), a_person("B. Lind", aliases=["Bo Lind"])
    with pytest.raises(AmbiguousName, match="Several people are called “Bo Lind”. Choose which of them"):
        accept([row], by=edda)
    assert "data-person" not in body_of(row) and PersonSuggestion.objects.count() == 2
    assert accept([row], by=edda, person=second).person == second
    made = accept([other], by=edda, person=new_person(other))
    assert made.is_new and made.person not in (first, second) and Person.objects.filter(name="Bo Lind").count() == 2


def test_name_of_one_word_is_linked_with_its_title(edda):
    row = a_suggestion(draft_article(body="<p>In May it rained. Mayor May said so.</p>"), name="May")
    person = accept([row], by=edda, person=a_person("Ada May")).person
    assert body_of(row) == f'<p>In May it rained. <span data-person="{person.pk}">Mayor May</span> said so.</p>'


def test_text_without_a_place_for_the_link_stays_as_it_is(edda):
    row = waiting(body="<h2>Bo Lind</h2><p>He left.</p>")
    before = row.article.version, row.article.revisions.count()
    accepted = accept([row], by=edda)
    assert (accepted.is_new, accepted.linked, accepted.unlinked) == (True, [], [row.article])
    row.article.refresh_from_db()
    assert (row.article.version, row.article.revisions.count()) == before
    assert not PersonSuggestion.objects.exists() and row.article.log.filter(verb="accept person").exists()


def test_text_that_links_them_already_counts_as_linked(edda):
    person = a_person("Bo Lind")
    row = waiting(body=f'<p><span data-person="{person.pk}">Bo Lind</span> left.</p>')
    assert accept([row], by=edda).linked == [row.article]
    assert row.article.revisions.count() == 1


def test_all_stories_that_wait_with_a_name_are_done_at_once(edda):
    rows = [waiting(), waiting(body="<p>He left.</p>"), waiting()]
    a_suggestion(draft_article(), name="Bo Linde")
    edda.desks.add(a_desk("World"))
    a_suggestion(draft_article(desk=a_desk("Sport"), body=BODY))
    together = same_name(rows[2], by=edda)
    assert together[0] == rows[2] and {row.pk for row in together} == {row.pk for row in rows}
    accepted = accept(together, by=edda)
    assert {article.pk for article in accepted.linked} == {rows[0].article_id, rows[2].article_id}
    assert accepted.unlinked == [rows[1].article]
    assert PersonSuggestion.objects.count() == 2 and Person.objects.count() == 1


def test_what_somebody_else_was_writing_is_kept_as_it_stood(edda):
    rita, row, sheet = editor(), waiting(), uuid4()
    article = autosave.autosave(row.article, by=rita, sheet=sheet, version=1, dek="Rita's")
    accept([row], by=edda)
    *_, before, after = article.revisions.order_by("number")
    assert (before.made_by, before.reason, before.snapshot["dek"]) == (rita, Reason.MILESTONE, "Rita’s")
    assert (after.made_by, "data-person" in after.snapshot["body"]) == (edda, True)
    with pytest.raises(working_copy.Stale):
        autosave.autosave(article, by=rita, sheet=sheet, version=2, dek="Rita goes on")


@pytest.mark.parametrize(("who", "last"), [("edda", True), ("rita", False)])
def test_sheet_that_was_saved_a_moment_ago_counts_as_having_the_link(edda, who, last):
    row, sheet = waiting(), uuid4()
    writer = edda if who == "edda" else editor(username="rita")
    article = drafts.save(row.article, by=writer, sheet=sheet, version=1, dek="Typed")
    accept([row], by=edda)
    article.refresh_from_db()
    assert article.dek == "Typed" and article.version == 3
    page = presence.last_sheet(article)
    assert (page is not None and page.token == sheet) == last


def test_story_in_review_stays_there_when_an_editor_accepts_and_not_when_its_writer_does(edda):
    rita = reporter()
    for by, stage in ((edda, Stage.SUBMITTED), (rita, Stage.DRAFT)):
        row = a_suggestion(submitted_article(by=rita, body=BODY))
        accept([row], by=by)
        row.article.refresh_from_db()
        assert row.article.stage == stage


def test_who_may_not_write_the_story_neither_accepts_nor_drops():
    row, own = waiting(), a_suggestion(draft_article(by=(rita := reporter()), body=BODY), name="Ann Fenn")
    for by in (rita, photo_editor()):
        for verb in (accept, drop):
            with pytest.raises(Forbidden, match="You may not change this story"):
                verb([row], by=by)
    assert not Person.objects.exists() and PersonSuggestion.objects.count() == 2
    accept([own], by=rita)
    assert Person.objects.get().name == "Ann Fenn"


def test_who_keeps_no_directory_links_people_and_makes_none(edda, monkeypatch):
    row, other = waiting(), waiting()
    monkeypatch.setattr("articles.editorial.directory.entries.may_edit_directory", lambda *args: False)
    with pytest.raises(Forbidden, match="You may not add a person"):
        accept([row], by=edda)
    assert "data-person" not in body_of(row)
    assert accept([other], by=edda, person=a_person("Bo Lind")).linked


# Dropping, and coming second


def test_dropping_changes_no_story_and_says_so_in_the_log(edda):
    row, other = waiting(), waiting()
    drop([row], by=edda)
    assert list(PersonSuggestion.objects.all()) == [other]
    entry = row.article.log.get(verb="drop person")
    assert (entry.by, entry.note) == (edda, "Mayor Bo Lind")
    assert body_of(row) == BODY and row.article.version == 1 and not Person.objects.exists()


@pytest.mark.parametrize("verb", [accept, drop])
def test_who_comes_second_is_told(edda, verb):
    row, other = waiting(), waiting()
    drop([row], by=edda)
    with pytest.raises(AlreadySettled, match="Somebody has accepted or dropped this name already"):
        verb([row, other], by=edda)
    assert PersonSuggestion.objects.get() == other and not Person.objects.exists()


def test_names_of_a_story_that_must_go_by_law_leave_its_log():
    row, chris = waiting(), chief()
    a_suggestion(row.article, name="Ann Fenn")
    for verb, each in zip((accept, drop), row.article.suggestions.all(), strict=True):
        verb([each], by=chris)
    redact(row.article, by=chris, reason="By order of a court")
    assert set(row.article.log.filter(verb__endswith=" person").values_list("note")) == {("",)}

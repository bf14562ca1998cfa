"""Wires, mails and press releases that people reported of other tools, tried on this one."""

import io

import pytest
import time_machine
from django.core.management import call_command

from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.person import Person
from articles.text.body.body import Body
from tests.builders import a_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(tmp_path, django_capture_on_commit_callbacks):
    """Import a text with --publish and --desk World; returns (exit code, lines printed, the newest Article)."""
    a_desk("World")
    file = tmp_path / "story.txt"

    def run(text, *arguments):
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        out, code = io.StringIO(), 0
        with (
            time_machine.travel("2026-05-20T09:00Z", tick=False),
            django_capture_on_commit_callbacks(execute=True),
        ):
            try:
                call_command("import_story", str(file), "--publish", "--desk", "World", *arguments, stdout=out)
            except SystemExit as leaving:
                code = leaving.code
        return code, out.getvalue().splitlines(), Article.objects.order_by("-pk").first()

    return run


def public(article):
    """All that readers would see of a story, as one text."""
    words = [article.headline, article.dek, article.place, article.lead_caption, article.lead_credit]
    words += [str(row) for row in article.byline_rows.all()]
    return "\n".join([*words, Body(article.body).plain_text])


FERRY = (
    "Norland has reopened its northern port to ferries, nine weeks after a storm broke both ramps, officials said.\n\n"
    "The first boat is to leave Westhaven with two hundred people on board, and the crossing takes forty minutes."
)


@pytest.mark.parametrize(
    ("line", "blocker"),
    [
        ("EMBARGOED UNTIL 00:01 BST ON FRIDAY 22 MAY 2026", "embargoed until 2026-05-21T23:01:00+00:00"),
        ("EMBARGOED TO 0001 FRIDAY MAY 22", "embargoed until 2026-05-22T00:01:00+00:00"),
        ("Sperrfrist: Freitag, 22. Mai 2026, 10.30 Uhr MESZ", "embargoed until 2026-05-22T08:30:00+00:00"),
        ("Hold for release: after the minister has spoken", "embargoed"),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_02_an_embargo_in_the_copy_keeps_it_in(bring, line, blocker, above):
    headline = "Northern port reopens to ferries after nine weeks"
    head = f"{line}\n\n{headline}" if above else f"{headline}\n\n{line}"
    code, lines, article = bring(f"{head}\n\n{FERRY}")
    assert code == 2 and lines[0].startswith("draft ")
    assert f"blocker: {blocker}" in lines
    assert article.headline == headline
    assert line not in public(article) and line in article.editor_note
    assert not Edition.objects.exists()


def test_03_what_is_not_intended_for_publication_goes_to_the_note(bring):
    tail = (
        "* * * *\nThe following information is not intended for publication\n\n## Editorial contacts\n"
        "- Reporting by: Dora Lindqvist in Nordhafen\n- Editing by: Tom Vess, +49 30 0000 0000, <desk@example.org>\n"
    )
    code, _, article = bring(f"# Port reopens to ferries\n\n{FERRY}\n\n# Notebook\n\n## Internet links\n\n{tail}")
    assert code == 0
    seen = public(article)
    for words in ("not intended", "Editorial contacts", "Notebook", "Internet links", "Vess", "+49", "desk@"):
        assert words not in seen and words in article.editor_note
    assert "forty minutes" in seen


@pytest.mark.parametrize(
    "tail",
    [
        "Notes to editors\nThe press office has the number 020 7946 0000.",
        "(Reporting by Dora Lindqvist; Editing by Tom Vess)",
        "Our Standards: the trust's principles.",
        "Copyright 2026 Norland Press. This material may not be published, broadcast or rewritten.",
    ],
)
def test_03_credits_rights_and_contacts_go_to_the_note(bring, tail):
    _, _, article = bring(f"Port reopens to ferries\n\n{FERRY}\n\n{tail}\n")
    assert not any(line in public(article) for line in tail.split("\n"))
    assert all(line in article.editor_note for line in tail.split("\n"))


ASCII = """   WESTHAVEN, Maine (AP) _ The ferry sailed on Tuesday, with two hundred people and a brass band on board.
   ``We have waited for this a long time,'' said Mayor Ines Halloran.
   The repair took nine weeks _ a week less than planned.
"""


def test_11_agencies_heads_and_signs_are_no_text(bring):
    head = (
        "\x16\x16\x01a0123\x1f----\r\nr a \x13 BC-US--Harbor-Ferry 1stLd-Writethru \x11 05-19 0231\r\n\x14 "
        "^BC-US--Harbor Ferry, 1st Ld-Writethru,0187<\n^Ferry sails again after nine weeks<\n^By DORA LINDQVIST=\n"
    )
    code, _, article = bring(f"{head}{ASCII}   AP-NY-05-19-26 1458EDT<\n\x03")
    assert code == 0
    assert article.headline == "Ferry sails again after nine weeks"
    assert [str(row) for row in article.byline_rows.all()] == ["Dora Lindqvist"]
    assert article.place == "Westhaven, Maine"
    seen = public(article)
    assert not any(sign in seen for sign in ("^", "<", "=", " _ ", "``", "''", "a0123", "BC-US", "1458EDT"))
    assert "“We have waited for this a long time,” said Mayor Ines Halloran." in seen


def test_11_agencies_signs_alone_are_read_too(bring):
    _, _, article = bring(f"Ferry sails again\nBy DORA LINDQVIST=\n\n{ASCII}")
    assert article.place == "Westhaven, Maine"
    assert not Person.objects.filter(name__contains="=").exists()
    assert "“We have waited for this a long time,”" in public(article)


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("(ANSA) - ROMA, 20 MAG - ", "Roma"),
        ("STOCKHOLM (TT) ", "Stockholm"),
        ("ST. JOHN'S, N.B. (AP) — ", "St. John’s, N.B."),
        ("КИЇВ, 20 травня (Укрінформ) — ", "Київ"),
    ],
)
def test_11_datelines_of_many_agencies(bring, dateline, place):
    _, _, article = bring(f"Port reopens to ferries\n\n{dateline}{FERRY}")
    assert article.place.replace("'", "’") == place
    assert public(article).count(FERRY[:20]) == 1 and dateline.strip() not in public(article)


def test_17_comments_of_a_word_processor_are_not_text(bring):
    _, _, article = bring(
        "Council votes on ferry\n\nThe council voted[a] on Tuesday to keep the ferry,[b] after nine hours of talk.\n\n"
        "The vote was close: eleven were for it, and ten against.\n\n[a]Are we sure? Legal says no.\n[b]Which one?\n"
    )
    seen = public(article)
    assert "The council voted on Tuesday to keep the ferry, after" in seen
    assert "[a]" not in seen and "Legal" not in seen
    assert "[a]Are we sure? Legal says no." in article.editor_note


def test_19_agency_in_the_copy_is_nobody(bring):
    _, _, article = bring(f"Port reopens to ferries\nBy Reuters\n\n{FERRY}")
    assert not article.byline_rows.exists()
    assert not Person.objects.filter(name="Reuters").exists()
    assert "The dateline names the agency Reuters." in article.editor_note


MAIL = """From: Priya Raman <priya@example.org>
To: desk@example.org
Subject: Fwd: copy for tonight

Hi desk, here is the copy.

HEADLINE: Council keeps the ferry
STANDFIRST: Eleven were for it, ten against
BYLINE: Priya Raman
SECTION: World
TAGS: ferries, councils

The council voted on Tuesday to keep the ferry, after a debate of nine hours in which the mayor wept.

Best,
Priya Raman
Senior reporter
+44 20 7946 0000
"""


def test_editors_day_7_labels_of_a_mail_are_read(bring, settings):
    settings.LANGUAGE_CODE = "en"
    _, _, article = bring(MAIL.replace("SECTION: World", "SECTION: Coast"))
    assert (article.headline, article.dek) == ("Council keeps the ferry", "Eleven were for it, ten against")
    assert [str(topic) for topic in article.topics.all()] == ["ferries", "councils"]
    assert not any(words in public(article) for words in ("@", "7946", "Hi desk", "Best", "TAGS", "Senior"))
    assert "The text names the section Coast" not in article.editor_note  # --desk says where it goes


def test_editors_day_7_section_names_a_desk_that_is_there(bring, tmp_path):
    file = tmp_path / "mail.txt"
    for section, desk in (("World", "World"), ("Coast", None)):
        file.write_text(MAIL.replace("SECTION: World", f"SECTION: {section}"), "utf-8")
        call_command("import_story", str(file), stdout=io.StringIO())
        article = Article.objects.order_by("-pk").first()
        assert (str(article.desk) if article.desk else None) == desk
    assert "The text names the section Coast, which is no desk." in article.editor_note
    assert Desk.objects.count() == 1


def test_several_stories_in_a_file_are_several_articles(bring):
    text = f"HEADLINE: Port reopens\n\n{FERRY}\n\nHEADLINE: Council keeps the ferry\n\n{FERRY}"
    code, lines, _ = bring(text)
    assert code == 0 and len(lines) >= 2 and Article.objects.count() == 2
    assert [line.partition(" ")[0] for line in lines if not line.startswith(("note", "person"))] == ["published"] * 2

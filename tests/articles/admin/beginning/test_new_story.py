"""What a story can be begun with besides a blank sheet, by whom, and what is said when it can't be."""

from email.message import EmailMessage

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from articles.admin.beginning.new_story import OFFERED
from articles.editorial.shelves.templates import make_template
from articles.editorial.writing import drafts
from articles.editorial.writing.seal import seal
from articles.models.article import Article, Shelf
from tests import builders
from tests.articles.admin.forms import change_url, messages_of, verbs_on
from tests.articles.exchange.documents.test_documents import docx, p

pytestmark = pytest.mark.django_db
NEW = reverse("admin:articles_article_new")
WIRE = "Ferry Returns to Old Harbor\n\nBy Ada Person\n\nQUILLON (AP) — A ferry is back.\n\nIt sailed at noon."


def begin(client, way, **given):
    return client.post(NEW, {"with": way, **given}, follow=True)


def newest():
    return Article.objects.latest("pk")


def choices(client, way):
    """What the buttons of a way say."""
    page = html.fromstring(client.get(NEW).text)
    return [each.text_content() for each in page.xpath(f"//form[input[@value='{way}']]//button[@class='beginning']")]


def test_board_leads_to_it_and_it_to_a_blank_sheet(reporter):
    assert NEW in reporter.get(reverse("admin:articles_article_changelist")).text
    assert reverse("admin:articles_article_add") in reporter.get(NEW).text


def test_story_is_begun_from_a_template(reporter, chief):
    template = make_template("Match report", by=chief.user)
    drafts.save(template, by=chief.user, version=1, body="<p>[TK: score]</p>")
    assert choices(reporter, "template") == ["Match report"]
    page = begin(reporter, "template", template=template.pk)
    assert page.redirect_chain[-1][0] == change_url(newest())
    assert (newest().created_by, newest().shelf) == (reporter.user, Shelf.STORIES)
    assert "is a placeholder" in page.text and "submit" in verbs_on(page)


def test_template_is_no_story_on_any_list_but_its_own(chief):
    template = make_template("Match report", by=chief.user)
    board = reverse("admin:articles_article_changelist")
    for state in ("", "mine", "draft", "scraps"):
        assert "Match report" not in chief.get(board, {"state": state}).text, state
    assert "Match report" not in chief.get(board, {"q": "match report"}).text
    assert "Match report" not in chief.get(reverse("admin:index")).text
    row = html.fromstring(chief.get(board, {"state": "templates"}).text).xpath("//*[@id='result_list']/tbody/tr")[0]
    assert "Match report" in row.text_content() and "Template" in row.text_content()
    found = chief.get("/admin/switch/", {"q": "match"}).json()
    assert "Match report" not in str(found)
    page = chief.get(change_url(template))
    assert not verbs_on(page) & {"publish", "schedule", "submit", "approve"}, verbs_on(page)
    assert "data-blocker" not in page.text and "Template" in page.text


def test_templates_are_made_by_chiefs_blank_or_of_a_story(chief, editor):
    page = begin(chief, "new-template", name="Obituary")
    assert "never published" in messages_of(page) and str(newest()) == "Obituary"
    article = builders.draft_article(headline="Ana Diaz dies")
    assert f"{NEW}?of={article.pk}" in chief.get(change_url(article)).text
    assert "Make a template of “Ana Diaz dies”" in chief.get(NEW, {"of": article.pk}).text
    begin(chief, "new-template", name="Life", of=article.pk)
    assert newest().is_template and newest().headline == "Ana Diaz dies"
    number = Article.objects.count()
    assert begin(editor, "new-template", name="Mine").status_code == 403 and Article.objects.count() == number
    assert "new-template" not in editor.get(NEW).text and "?of=" not in editor.get(change_url(article)).text
    assert "Change" not in "".join(html.fromstring(editor.get(NEW).text).xpath("//section[2]//a/text()"))


def test_template_without_a_name_is_refused_in_a_sentence(chief):
    assert "Give the template a name" in messages_of(begin(chief, "new-template", name=" "))
    assert "at most 120" in messages_of(begin(chief, "new-template", name="x" * 121))
    assert not Article.objects.exists()


def test_text_of_a_wire_is_read_as_one(reporter):
    begin(reporter, "text", text=WIRE)
    assert (newest().headline, newest().place) == ("Ferry Returns to Old Harbor", "Quillon")
    assert [row.person.name for row in newest().byline_rows.all()] == ["Ada Person"]


def test_story_is_begun_with_a_text_file_a_word_file_and_a_mail(reporter, tmp_path):
    begin(reporter, "file", file=SimpleUploadedFile("a.TXT", WIRE.encode()))
    assert newest().headline == "Ferry Returns to Old Harbor"
    word = docx(tmp_path / "a.docx", p("Ferry back", "Titel"), p("It sailed at noon."))
    begin(reporter, "file", file=SimpleUploadedFile("Ferry.docx", word.read_bytes()))
    assert (newest().headline, newest().created_by, newest().desk) == ("Ferry back", reporter.user, None)
    message = EmailMessage()
    message["Subject"], message["From"], message["Message-ID"] = "The bridge", "Ada Diaz <ada@x.example>", "<1@x>"
    message.set_content("It opens.\n\nAt last.")
    for _twice in range(2):
        page = begin(reporter, "file", file=SimpleUploadedFile("a.eml", message.as_bytes()))
        assert page.redirect_chain[-1][0] == change_url(newest()) and newest().headline == "The bridge"
    assert Article.objects.count() == 3, "a mail that came before is the draft that it became"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF", "A story can be begun with"),
        ("a", b"Words", "A story can be begun with"),
        ("a.txt", b"%PDF", "not plain text"),
        ("a.txt", b"x\n" * 3_500_000, "longer than a book"),
        ("Mine.docx", b"no zip", "Mine.docx"),
        ("a.eml", b"\xff\xfe", "no mail"),
    ],
)
def test_file_without_a_story_is_refused_in_a_sentence(reporter, name, data, said):
    assert said in messages_of(begin(reporter, "file", file=SimpleUploadedFile(name, data)))
    assert not Article.objects.exists()


def test_file_with_several_stories_leads_to_the_list_of_drafts(reporter):
    text = "\n\n###\n\n".join(WIRE.replace("Old Harbor", name) for name in ("Old Harbor", "New Quay"))
    page = begin(reporter, "text", text=text)
    number = Article.objects.count()
    assert number == 2 and "2 stories were begun." in messages_of(page)
    assert page.redirect_chain[-1][0].endswith("?state=mine")


@pytest.mark.parametrize(("way", "what"), [("text", "the text"), ("file", "the file")])
def test_nothing_given_is_said(reporter, way, what):
    assert f"{what} is missing" in messages_of(begin(reporter, way))


def test_own_stories_are_copied(reporter, chief):
    for number in range(OFFERED + 2):
        mine = builders.draft_article(headline=f"Mine {number}", by=reporter.user)
    other = builders.draft_article(headline="Theirs")
    sealed = seal(builders.draft_article(headline="Secret", by=reporter.user), by=reporter.user)
    assert choices(reporter, "copy") == [f"Mine {number}" for number in range(OFFERED + 1, 1, -1)]
    begin(reporter, "copy", story=mine.pk)
    assert newest().headline == mine.headline and newest().pk != mine.pk
    number = Article.objects.count()
    assert begin(reporter, "copy", story=other.pk).status_code == 403
    assert "sealed" in messages_of(begin(reporter, "copy", story=sealed.pk))
    assert begin(chief, "copy", story=sealed.pk).status_code == 404
    assert Article.objects.count() == number


@pytest.mark.parametrize(("way", "name"), [("template", "template"), ("copy", "story")])
@pytest.mark.parametrize("number", ["", "x", "999"])
def test_what_is_not_there_is_not_found(reporter, way, name, number):
    assert begin(reporter, way, **{name: number}).status_code == 404


def test_who_writes_nothing_begins_nothing(enter):
    for role in ("photo editor", "stranger"):
        client = enter(role)
        assert client.get(NEW).status_code == 403 and begin(client, "text", text=WIRE).status_code == 403
    assert not Article.objects.exists()


@pytest.mark.parametrize("count", [1, 4])
def test_page_asks_as_often_for_many_as_for_few(chief, django_assert_num_queries, count):
    for number in range(count):
        make_template(f"Template {number}", by=chief.user)
        builders.draft_article(by=chief.user)
    chief.get(NEW)
    with django_assert_num_queries(6):
        chief.get(NEW)

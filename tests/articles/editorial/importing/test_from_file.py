"""Files that stories are begun with: what each kind becomes, and what is said of one without a story."""

import pytest

from articles.editorial.importing.from_file import UnknownFile, UnreadableFile, stories_of_file, stories_of_text
from articles.editorial.permissions import Forbidden
from articles.exchange import archives
from articles.models.article import Article
from tests import builders
from tests.articles.exchange.documents.test_documents import docx, mail, p

pytestmark = pytest.mark.django_db
WIRE = "Ferry Returns to Old Harbor\n\nBy Ada Person\n\nQUILLON (AP) — A ferry is back.\n\nIt sailed at noon."


@pytest.fixture
def reporter():
    return builders.reporter()


def file(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.text", "a.md"])
def test_text_becomes_a_draft(reporter, tmp_path, name):
    [article], notes = stories_of_file(file(tmp_path, name, WIRE.encode()), name, by=reporter)
    assert (article.headline, article.created_by, article.desk) == ("Ferry Returns to Old Harbor", reporter, None)
    assert isinstance(notes, list) and not article.editions.exists()


def test_word_file_becomes_a_draft_of_no_desk(reporter, tmp_path):
    path = docx(tmp_path / "a.docx", p("Ferry back", "Titel"), p("It sailed at noon."))
    [article], _notes = stories_of_file(path, "Ferry.docx", by=reporter)
    assert (article.headline, article.desk) == ("Ferry back", None) and "sailed at noon" in article.body


def test_mail_that_came_before_is_the_draft_that_it_became(reporter, tmp_path):
    path = file(tmp_path, "a.eml", mail())
    [article], notes = stories_of_file(path, "a.eml", by=reporter)
    assert article.headline == "The bridge" and "An attachment was not carried: a.pdf" in notes
    assert len(notes) == len(set(notes))
    [again], _notes = stories_of_file(path, "a.eml", by=reporter)
    assert again == article and Article.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "error", "said"),
    [
        ("a.pdf", b"%PDF", UnknownFile, "can be begun with"),
        ("a", b"Words", UnknownFile, "can be begun with"),
        ("a.txt", b"%PDF", UnreadableFile, "not plain text"),
        ("a.txt", b"x\n" * 3_500_000, UnreadableFile, "longer than a book"),
        ("a.docx", b"no zip", UnreadableFile, "Mine: "),
    ],
)
def test_file_without_a_story_is_refused_by_the_name_that_people_call_it(reporter, tmp_path, name, data, error, said):
    with pytest.raises(error, match=said):
        stories_of_file(file(tmp_path, name, data), "Mine", by=reporter)
    assert not Article.objects.exists()


def test_file_that_is_larger_than_any_story_is_not_read(reporter, tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "BYTES_AT_MOST", 10)
    with pytest.raises(UnreadableFile, match="Mine is larger than any story"):
        stories_of_file(file(tmp_path, "a.eml", mail()), "Mine", by=reporter)


def test_text_is_for_those_who_may_write(reporter):
    articles, _notes = stories_of_text(WIRE.encode(), by=reporter)
    assert [article.headline for article in articles] == ["Ferry Returns to Old Harbor"]
    with pytest.raises(Forbidden):
        stories_of_text(WIRE.encode(), by=builders.stranger())

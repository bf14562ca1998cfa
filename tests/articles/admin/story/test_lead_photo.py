"""The lead photo on the sheet: its own words, what waits, and what came with the file."""

import json

import pytest

from articles.editorial.writing import drafts
from articles.models.article import Article
from media import ingest
from media.models import Photo
from tests import builders
from tests.articles.admin.forms import change_url, fields_of
from tests.articles.admin.story.test_autosave_api import ask, typed_on
from tests.media import files

pytestmark = pytest.mark.django_db
ASK = "/admin/articles/article/ask/"


@pytest.fixture
def photos():
    return builders.a_photo(), builders.a_photo(80, 60)


def from_a_file(**words):
    datasets = {"n120": "Пором у порту".encode("cp1251"), "n110": "Оля Коваль".encode("cp1251")}
    data = files.with_segments(files.jpeg(), (0xED, files.iim(**datasets)))
    return ingest.ingest(data, by=None, **{"alt": "A ferry."} | words)


def test_form_without_a_script_leaves_the_words_of_another_photo_behind(editor, photos):
    first, second = photos
    article = builders.draft_article(lead_photo=first, lead_caption="Of the first.", lead_credit="Bo")
    posted = fields_of(editor.get(change_url(article))) | {"lead_photo": [str(second.pk)], "_verb": ["save"]}
    editor.post(change_url(article), posted)
    article.refresh_from_db()
    assert (article.lead_photo, article.lead_caption, article.lead_credit) == (second, "", "")
    assert article.kept_lead_words == {str(first.pk): ["Of the first.", "Bo"]}


def test_form_that_knows_nothing_of_kept_words_keeps_them(editor, photos):
    article = builders.draft_article(lead_photo=photos[0], kept_lead_words={"": ["Waiting.", ""]})
    posted = fields_of(editor.get(change_url(article))) | {"headline": ["New"], "_verb": ["save"]}
    del posted["kept_lead_words"]
    editor.post(change_url(article), posted)
    article.refresh_from_db()
    assert (article.headline, article.kept_lead_words) == ("New", {"": ["Waiting.", ""]})


def test_kept_words_that_are_none_are_refused_in_words(editor, photos):
    article = builders.draft_article()
    base = typed_on(editor, article)
    answer = ask(editor, "reconcile", article, base=base, mine=base | {"kept_lead_words": "{"})
    assert answer.status_code == 400 and "JSON" in answer.json()["sentence"]


@pytest.mark.parametrize("chooser", ["mine", "theirs"])
def test_conflict_takes_photo_and_words_from_one_side_and_keeps_the_other_s(editor, photos, chooser):
    first, second = photos
    article = builders.draft_article(lead_photo=first, lead_caption="Of the first.", lead_credit="Bo")
    base = typed_on(editor, article)
    other = {"lead_photo": str(second.pk), "lead_caption": "Of the second.", "lead_credit": "Ana"}
    mine = base | (other if chooser == "mine" else {"lead_caption": "Of the first, mended."})
    theirs = {"lead_caption": "Of the first, mended."} if chooser == "mine" else {**other, "lead_photo": second}
    drafts.save(article, by=builders.chief(), version=1, **theirs)
    said = ask(editor, "reconcile", article, base=base, mine=mine).json()
    assert {name: said["fields"][name] for name in other} == other
    assert said["choices"] == []
    assert json.loads(said["fields"]["kept_lead_words"])[str(first.pk)] == ["Of the first, mended.", "Bo"]


def test_two_other_photos_are_a_choice(editor, photos):
    article = builders.draft_article(lead_caption="Waiting.")
    base = typed_on(editor, article)
    drafts.save(article, by=builders.chief(), version=1, lead_photo=photos[0])
    said = ask(editor, "reconcile", article, base=base, mine=base | {"lead_photo": str(photos[1].pk)}).json()
    assert [choice["name"] for choice in said["choices"]] == ["lead_photo"]


def test_page_says_what_came_with_the_file_and_one_click_confirms_it(editor):
    photo = from_a_file()
    article = builders.draft_article(lead_photo=photo)
    page = editor.get(change_url(article)).text
    shown = json.loads(page.split('id="lead-photo" type="application/json">')[1].split("</script>")[0])
    assert shown["unconfirmed"] == [
        {"label": "Caption", "words": "Пором у порту", "doubt": "letters guessed"},
        {"label": "Credit", "words": "Оля Коваль", "doubt": "letters guessed"},
    ]
    assert editor.get(f"{ASK}photos/{photo.pk}/").json() == shown
    said = editor.post(f"{ASK}photos/{photo.pk}/", json.dumps({"confirm": True}), content_type="application/json")
    assert said.json()["unconfirmed"] == [] and Photo.objects.get().unconfirmed == {}


def test_describing_on_the_sheet_confirms_what_is_written_only(editor):
    photo = from_a_file(alt="")
    sent = json.dumps({"alt": "A ferry comes in.", "decorative": False})
    said = editor.post(f"{ASK}photos/{photo.pk}/", sent, content_type="application/json").json()
    assert [each["label"] for each in said["unconfirmed"]] == ["Caption", "Credit"]


def test_photo_that_is_gone_is_said(editor):
    assert editor.get(f"{ASK}photos/99/").status_code == 404


def test_story_keeps_its_fields_when_a_photo_is_chosen_in_autosave(editor, photos):
    first, second = photos
    article = builders.draft_article(lead_photo=first, lead_caption="Of the first.")
    kept = json.dumps({str(first.pk): ["Of the first, typed last.", ""]})
    fields = {"lead_photo": str(second.pk), "lead_caption": "", "kept_lead_words": kept}
    typed = typed_on(editor, article) | fields
    assert ask(editor, "autosave", article, fields=typed, version=1).json()["refused"] == []
    article = Article.objects.get()
    assert (article.lead_caption, article.kept_lead_words) == ("", {str(first.pk): ["Of the first, typed last.", ""]})

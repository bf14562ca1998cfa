"""The lead photo on the sheet: its own words, what waits, and what came with the file."""

import json

import pytest
from lxml import html

from articles.editorial.writing import drafts
from articles.models.article import Article
from media import ingest
from media.models import Photo
from tests import builders
from tests.articles.admin.forms import change_url, fields_of, messages_of, press, verbs_on
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


def test_words_of_before_are_the_photo_s_where_the_page_says_so(editor, photos):
    article = builders.draft_article(lead_caption="From the wire.")
    fields = {
        "lead_photo": str(photos[0].pk),
        "lead_caption": "From the wire.",
        "lead_credit": "",
        "kept_lead_words": "{}",
    }
    ask(editor, "autosave", article, fields=fields, version=1)
    assert Article.objects.get().lead_caption == "From the wire."


# The picture desk


@pytest.fixture
def picture_desk(client):
    user = builders.photo_editor()
    client.force_login(user)
    return client


def test_picture_desk_places_photos_without_a_script(picture_desk, photos):
    article = builders.draft_article(
        desk=builders.a_desk(), lead_topic=builders.a_topic(), bylines=[builders.a_person()]
    )
    page = picture_desk.get(change_url(article))
    assert verbs_on(page) == {"save", "preview"}
    [headline] = html.fromstring(page.text).xpath("//textarea[@name='headline']")
    assert headline.get("disabled") is not None and "data-pictures-only" in page.text
    words = {"lead_photo": [str(photos[0].pk)], "lead_caption": ["A ferry."], "lead_credit": ["Ana"]}
    done = press(picture_desk, article, "save", **words)
    assert "Saved." in messages_of(done)
    before = article
    article = Article.objects.get()
    assert (article.lead_photo, article.lead_caption, article.lead_credit) == (photos[0], "A ferry.", "Ana")
    assert (article.headline, article.body, article.desk) == (before.headline, before.body, before.desk)
    assert article.topic_rows.count() == article.byline_rows.count() == 1


@pytest.mark.parametrize(
    "sent", [{"headline": ["Mine"]}, {"body": ["<p>Mine.</p>"]}, {"desk": [""]}, {"place": ["Here"]}]
)
def test_picture_desk_that_sends_words_is_refused_them(picture_desk, photos, sent):
    article = builders.draft_article(desk=builders.a_desk())
    posted = fields_of(picture_desk.get(change_url(article))) | sent | {"lead_photo": [str(photos[0].pk)]}
    answer = picture_desk.post(change_url(article), {**posted, "_verb": "save"})
    assert answer.status_code == 403 and "its writers’" in answer.text
    fields = {name: values[0] for name, values in sent.items()}
    answer = ask(picture_desk, "autosave", article, fields=fields, version=article.version)
    assert answer.status_code == 403 and "its writers’" in answer.json()["sentence"]
    assert Article.objects.get().version == article.version


def test_picture_desk_saves_again_and_again_from_one_page(picture_desk, photos):
    article = builders.live_article(body="<p>It rained.</p>")
    version = article.version
    for photo in photos:
        body = f'<p>It rained.</p><figure data-photo="{photo.pk}"><figcaption>A.</figcaption></figure>'
        said = ask(picture_desk, "autosave", article, fields={"body": body}, version=version)
        assert said.status_code == 200 and said.json()["refused"] == []
        version = said.json()["version"]
    assert "data-behind" in "".join(said.json()["fragments"].values()), "readers get it when somebody publishes"
    assert Article.objects.get().body == body


def test_fields_that_are_closed_to_the_picture_desk_stay_open_to_writers(picture_desk, enter):
    article = builders.draft_article(topics=[builders.a_topic()])
    assert html.fromstring(picture_desk.get(change_url(article)).text).xpath("//select[@name='topics'][@disabled]")
    page = enter("editor").get(change_url(article))
    assert fields_of(page)["topics"] and not html.fromstring(page.text).xpath("//select[@disabled]")


def test_focus_is_set_on_the_sheet(editor, photos):
    ask_photo = f"{ASK}photos/{photos[0].pk}/"
    said = editor.post(ask_photo, json.dumps({"x": 0.25, "y": 1}), content_type="application/json").json()
    assert said["focus"] == [0.25, 1.0]
    for x in (1.5, -1, True, "0"):
        sent = json.dumps({"x": x, "y": 0.5})
        assert editor.post(ask_photo, sent, content_type="application/json").status_code == 400


def test_library_says_where_photos_were_used_before(editor, photos):
    unused = builders.a_photo(90, 70)
    for number in (1, 2):
        builders.live_article(headline=f"Story {number}", lead_photo=photos[0])
    builders.live_article(lead_photo=photos[1], headline="Newest")
    used = editor.get(f"{ASK}photos/?which=used").json()["photos"]
    assert [(photo["id"], photo["used"]) for photo in used] == [
        (photos[1].pk, "In “Newest” (live)"),
        (photos[0].pk, "In “Story 1” (live) and 1 more"),
    ]
    assert [photo["id"] for photo in editor.get(f"{ASK}photos/").json()["photos"]][0] == unused.pk
    assert editor.get(f"{ASK}photos/?which=mine").json()["photos"] == []
    found = editor.get(f"{ASK}photos/?which=used&q=nothing").json()["photos"]
    assert found == []


def test_plain_list_has_the_chosen_photo_and_the_newest(editor):
    old = builders.a_photo(caption="The oldest")
    for width in range(40, 66):
        builders.a_photo(width, 40)
    page = editor.get(change_url(builders.draft_article(lead_photo=old)))
    [select] = html.fromstring(page.text).xpath("//select[@name='lead_photo']")
    assert len(select.xpath("option")) == 26 and select.xpath("option[@selected]/text()") == ["The oldest"]


def test_cut_of_a_lead_photo_is_the_readers(editor):
    wide, tall = builders.a_photo(160, 40), builders.a_photo(40, 160)
    ingest.update(wide, None, focus_x=0.25)
    said = editor.get(f"{ASK}photos/{wide.pk}/").json()
    assert (round(said["ratio"], 2), said["position"]) == (1.78, "5.0% 50.0%")
    assert editor.get(f"{ASK}photos/{tall.pk}/").json()["ratio"] == 0.25

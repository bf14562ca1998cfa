"""The picture desk on the story's screen, by table: which fields it has, shown and posted, and which it has not."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse
from lxml import html

from articles.admin.story.form import NOT_WORKING, ArticleForm
from articles.admin.story.story_screen import WRITING
from articles.editorial.writing.working_copy import snapshot
from articles.models.article import Article, Stage
from tests import builders
from tests.articles.admin.forms import change_url, fields_of

pytestmark = pytest.mark.django_db
WORDS = "<h2>Then</h2><p>It rained, “they” said.</p>"
LATER = "2099-05-01T12:00"
# What is typed into each field of the sheet, and whether the picture desk may; the body is a case of its own.
FIELDS = {
    "lead_photo": (lambda: str(builders.a_photo().pk), True),
    "lead_caption": ("A ferry.", True),
    "lead_credit": ("Ana", True),
    "kept_lead_words": ('{"7": ["Once", "Bo"]}', True),
    "headline": ("Mine", False),
    "short_headline": ("Mine", False),
    "search_headline": ("Mine", False),
    "dek": ("Mine", False),
    "desk": (lambda: str(builders.a_desk("Sport").pk), False),
    "lead_topic": (lambda: str(builders.a_topic("Ferries").pk), False),
    "topics": (lambda: [str(builders.a_topic("Ferries").pk)], False),
    "byline": (lambda: [str(builders.a_person().pk)], False),
    "label": ("opinion", False),
    "language": ("fr", False),
    "place": ("Kyiv", False),
    "slug": ("mine", False),
    "original_date": ("2020-05-01T12:00", False),
    "working_title": ("mine", False),
    "word_budget": ("400", False),
    "editor_note": ("Mine", False),
    "embargo_words": ("Embargoed", False),
    "embargo_until": (LATER, False),
}
BODIES = {
    "a photo placed": (lambda photo: f'{WORDS}<figure data-photo="{photo}"><figcaption></figcaption></figure>', True),
    "a caption and a credit": (
        lambda photo: (
            f'{WORDS}<figure data-photo="{photo}" data-credit="Bo"><figcaption>A <em>ferry</em>.</figcaption></figure>'
        ),
        True,
    ),
    "a word": (lambda photo: WORDS.replace("rained", "snowed"), False),
    "a mark": (lambda photo: WORDS.replace("rained", "<strong>rained</strong>"), False),
    "a paragraph": (lambda photo: f"{WORDS}<p>More.</p>", False),
    "nothing left": (lambda photo: "", False),
    "a word beside a photo": (
        lambda photo: f'<p>It</p><figure data-photo="{photo}"><figcaption></figcaption></figure>',
        False,
    ),
}
STAGES = {
    "draft": builders.draft_article,
    "submitted": builders.submitted_article,
    "scheduled": builders.scheduled_article,
    "live": builders.live_article,
    "withdrawn": builders.withdrawn_article,
}


@pytest.fixture
def desk(enter):
    return enter("photo editor")


@pytest.fixture
def article():
    return builders.draft_article(body=WORDS, lead_photo=builders.a_photo(), lead_topic=builders.a_topic())


def post(client, article, **typed):
    """What the page's form sends, with this in it."""
    said = {name: value if isinstance(value, list) else [value] for name, value in typed.items()}
    return client.post(change_url(article), {**fields_of(client.get(change_url(article))), **said, "_verb": "save"})


def send(client, article, **typed):
    """The same by a script that saves as somebody types."""
    address = reverse("admin:articles_article_autosave", args=[article.pk])
    asked = {"sheet": str(uuid4()), "version": article.version, "fields": typed}
    return client.post(address, json.dumps(asked), content_type="application/json")


WAYS = pytest.mark.parametrize("way", [post, send], ids=["form", "autosave"])


def test_table_has_every_field_of_the_sheet():
    on_sheet = {name for _title, options in WRITING for name in options["fields"]}
    assert FIELDS.keys() == (on_sheet | set(ArticleForm.base_fields)) - NOT_WORKING - {"body"}


def test_page_opens_the_fields_of_the_table_and_shuts_all_others(desk, article):
    page = html.fromstring(desk.get(change_url(article)).text)
    form = page.get_element_by_id("article_form")
    for name, (_value, may) in FIELDS.items():
        [field] = form.xpath(f".//*[@name='{name}' and not(self::button)]")
        assert (field.get("disabled") is None) == may, name
    verbs = set(form.xpath(".//button/@data-verb")) - {"focus"}
    assert verbs == {"save", "preview"}


@WAYS
@pytest.mark.parametrize(("field", "value", "may"), [(name, *row) for name, row in FIELDS.items()])
def test_field_is_changed_or_refused_as_the_table_says(desk, article, way, field, value, may):
    value = value() if callable(value) else value
    before, article = snapshot(article), Article.objects.get()
    answer = way(desk, article, **{field: value})
    after = Article.objects.get()
    if may:
        assert answer.status_code in (200, 302) and after.version == article.version + 1
        assert {name for name, said in snapshot(after).items() if said != before.get(name)} <= {
            field,
            "lead_caption",
            "lead_credit",
        }
    else:
        assert answer.status_code == 403 and after.version == article.version
        assert snapshot(after) == before


@WAYS
@pytest.mark.parametrize(("body", "may"), BODIES.values(), ids=BODIES)
def test_body_is_changed_or_refused_as_the_table_says(desk, article, way, body, may):
    answer = way(desk, article, body=body(builders.a_photo().pk))
    after = Article.objects.get()
    assert (answer.status_code in (200, 302)) == may == (after.body != WORDS)
    assert after.body.startswith(WORDS)


@WAYS
@pytest.mark.parametrize("stage", STAGES)
def test_photos_change_in_a_story_of_any_stage_and_it_is_out_or_not_as_before(desk, way, stage):
    article = STAGES[stage]()
    article.refresh_from_db()
    editions, stage = article.editions.count(), article.stage
    assert way(desk, article, lead_caption="A ferry.").status_code in (200, 302)
    after = Article.objects.get()
    assert after.lead_caption == "A ferry." and after.editions.count() == editions
    assert after.stage == stage in (Stage.DRAFT, Stage.SUBMITTED)


def test_story_of_another_desk_is_that_desks(desk, article):
    desk.user.desks.add(builders.a_desk("Sport"))
    assert send(desk, article, lead_caption="A ferry.").status_code == 403
    posted = {"lead_caption": "A ferry.", "version": article.version, "_verb": "save"}
    assert desk.post(change_url(article), posted).status_code == 403
    assert Article.objects.get().lead_caption == ""

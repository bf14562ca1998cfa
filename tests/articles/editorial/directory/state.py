"""The whole directory and what points to it, as values to compare before a change and after its undo."""

from django.utils import timezone

from articles.models.article import Article, ArticleByline
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import PersonAlias
from articles.models.person_suggestion import PersonSuggestion
from articles.models.publisher import StaticPage
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import ArticleTopic, Topic
from articles.models.user import User
from articles.search import index, tables
from articles.text.body.person_links import pointed_to
from tests.builders import (
    a_photo,
    live_article,
)

POINTING = (Article, ArticleByline, ArticleTopic, Edition, EditionTopic, Mention, Byline, Quote, Section)
POINTING += (PhotoPlacement, PersonSuggestion, PersonAlias, StaticPage, Topic.related.through, User.desks.through)


def naming(*people):
    """A body that names each of the people, and in which each says one thing."""
    named = "".join(f'<p><span data-person="{p.pk}">{p.name}</span> came.</p>' for p in people)
    said = "".join(
        f'<blockquote data-person="{p.pk}" data-attribution="{p.name}"><p>“So says {p.name}.”</p></blockquote>'
        for p in people
    )
    return named + said


def everything():
    """Every row that points to the directory, the directory itself, and the index: what undo has to bring back."""
    rows = {model.__name__: list(model._base_manager.order_by("pk").values()) for model in POINTING}
    return rows | {"words": tables.all_rows()}


def of_today(*models):
    """The columns of the rows of today."""
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def story_of_both(one, other, **fields):
    """A live story with photos that names and quotes both, signed by both, and a static page that names both."""
    photo = a_photo()
    figure = (
        f'<figure data-photo="{photo.pk}"><figcaption><span data-person="{one.pk}">One</span></figcaption></figure>'
    )
    body = f'{naming(one, other)}<h2><span data-person="{one.pk}">He</span> left</h2><p>Gone.</p>{figure}'
    article = live_article(body=body, bylines=[one, other], **fields)
    StaticPage.objects.create(title="Us", slug="us", body=naming(one, other))
    PersonSuggestion.objects.create(article=article, name="Ann", as_written="Ann", person=one)
    return article


def pointed_people():
    """The ids of all people that any row or mark points to."""
    for model in (Quote, Mention, Byline, ArticleByline, PersonSuggestion, PersonAlias):
        yield from model.objects.values_list("person", flat=True)
    texts = (
        (Section, "html"),
        (Section, "heading"),
        (PhotoPlacement, "caption"),
        (Article, "body"),
        (StaticPage, "body"),
    )
    for model, field in texts:
        for html in model.objects.values_list(field, flat=True):
            yield from pointed_to(html)


def assert_index_is_right():
    """The index is what a rebuilt one would be."""
    found = tables.all_rows()
    index.rebuild(now=timezone.now())
    assert tables.all_rows() == found

"""How a story will look elsewhere once it is out: as a search result, a shared link, on the front page, in feeds."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.text import Truncator

from articles.admin.preview.preview import story_of_working_copy
from articles.admin.shared.screens import at
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.permissions import may_publish_working_copy
from articles.models.article import Article
from articles.models.edition import direction_of
from articles.models.named import slug_for
from articles.page.canonical_url import absolute_url
from articles.page.shared_image import story_card
from articles.page.story import Story
from articles.site_identity import identity
from articles.site_time_zone import site_time
from media.admin.proofs import proof_url
from media.cards import draw

SEARCH_TITLE, SEARCH_TEXT, SOCIAL_TITLE = 60, 155, 70  # characters that the others show before they cut


@dataclass(frozen=True)
class Looks:
    """What the others show of a story: its words, cut where they cut them, and the address of its picture or "".

    `headline` is that of lists, `page_headline` that of its page.
    """

    SEARCH_CUT: ClassVar[int] = SEARCH_TITLE
    SOCIAL_CUT: ClassVar[int] = SOCIAL_TITLE
    site: str
    address: str
    headline: str
    page_headline: str
    dek: str
    kicker: str
    desk: str
    byline: str
    picture: str
    alt: str
    search_title: str
    search_text: str
    social_title: str
    words: int
    language: str
    direction: str


def looks_of(article: Article, now: datetime) -> Looks:
    """How the working copy would look if it went out at `now`."""
    story = story_of_working_copy(article, now)
    photo = story.lead.photo if story.lead else None
    card = story_card(story)
    return Looks(
        site=identity().name,
        address=_address(article, story),
        headline=article.short_headline or story.headline,
        page_headline=story.headline,
        dek=story.dek,
        kicker=story.kicker.name if story.kicker else "",
        desk=story.desk.name if story.desk else "",
        byline=", ".join(signer.name for signer in story.bylines),
        picture=proof_url(photo, 800) if photo else f"{card_address(article)}?v={card.version}" if card else "",
        alt=photo.alt if photo else card.alt if card else "",
        search_title=_cut(story.search_headline, SEARCH_TITLE),
        search_text=_cut(story.dek, SEARCH_TEXT),
        social_title=_cut(story.search_headline, SOCIAL_TITLE),
        words=story.words,
        language=story.language,
        direction=direction_of(story.language),
    )


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address under the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "<int:pk>/card.png", card, "card")]


def card_address(article: Article) -> str:
    """Where an editor finds the card of a story's working copy."""
    return reverse("admin:articles_article_card", args=[article.pk])


def card(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """The card that the working copy would be shared by, for who may publish it; Http404 where it would have none."""
    article = get_object_or_404(Article, pk=pk)
    if not may_publish_working_copy(request.user, article):
        raise PermissionDenied
    found = story_card(story_of_working_copy(article, timezone.now()))
    if found is None:
        raise Http404("The story has no card: it has a photo, or letters that can't be drawn.")
    return HttpResponse(draw.png(found.words), content_type="image/png", headers={"Cache-Control": "private, no-store"})


def _address(article: Article, story: Story) -> str:
    """Where the story will be, as search engines write addresses; another story's may still add a number to it."""
    slug = article.slug or slug_for(article.headline, kind="story")
    path = f"/{site_time(story.dated_at):%Y/%m}/{slug}/"
    return absolute_url(path).split("://")[-1].strip("/").replace("/", " › ")


def _cut(words: str, most: int) -> str:
    """The words as the others cut them."""
    return Truncator(words).chars(most)

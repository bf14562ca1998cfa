"""The page on which the order of its stories is made: readers' own cards, with the tools that move them."""

import re
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from articles.admin.shared.story_status import state_on_lists, with_timeline
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.page_order import MOST_ON_TOP
from articles.search import working_copies

OFFERED = 30  # of the newest stories, or of those found
CARD = re.compile(r'<(?:article|li)\b[^>]*\bdata-story-card="(\d+)"[^>]*>')


def drawn(drawing, shown, focus) -> SafeString:
    """The HTML of a Picture, in which each card has its tools, unless it is only looked at.

    `focus` is (what, which story) of the button that has the focus.
    """
    html = render_to_string("admin/articles/board/front_picture.html", {"picture": drawing})
    if shown.is_then:
        return mark_safe(html)  # noqa: S308  what a template has escaped
    named, packaged = _headlines(drawing), {pk for ids in shown.packages.values() for pk in ids}
    slots = _slots(drawing.opening)

    def with_tools(card: re.Match[str]) -> str:
        pk = int(card[1])
        context = tools(pk, named[pk], shown.ids, focus) | {
            "slot": slots.index(pk) if pk in slots else None,
            "is_packaged": pk in packaged,
        }
        return card[0] + render_to_string("admin/articles/board/front_tools.html", context)

    return mark_safe(CARD.sub(with_tools, html))  # noqa: S308  as above


def tools(pk, headline, ids, focus=("", 0)) -> dict[str, Any]:
    """What the buttons of a story's card are made of."""
    place = ids.index(pk) + 1 if pk in ids else None
    return {
        "pk": pk,
        "headline": headline,
        "place": place,
        "is_first": place == 1,
        "is_last": place == len(ids),
        "is_full": len(ids) >= MOST_ON_TOP,
        "focus": focus[0] if focus[1] == pk else "",
    }


def waiting(shown, on_top, now):
    """(story, its state, what its buttons are made of) of each story of the order that the page does not show."""
    missing = [pk for pk in shown.ids if pk not in on_top]
    stories = with_timeline(Article.objects.filter(pk__in=missing), now).in_bulk()
    found = [stories[pk] for pk in missing]
    return [(story, state_on_lists(story, now), tools(story.pk, str(story), shown.ids)) for story in found]


def offered(desk, on_top, query, now):
    """Editions of stories that could be put on top: live or to come, newest first, found by the words of `query`."""
    shown = Edition.objects.shown_to_colleagues(now)
    editions = shown.filter(kind=Kind.PUBLISHED, ends_at__gt=now).exclude(article_id__in=on_top)
    if desk is not None:
        editions = editions.on_desk(desk)
    if query:
        editions = editions.filter(article__in=working_copies.find_articles(query))
    newest = editions.select_related("desk").order_by("-dated_at", "-article_id", "goes_live_at")
    found: dict[int, Any] = {}
    for edition in newest[: 2 * OFFERED]:
        each: Any = edition
        each.is_to_come = edition.goes_live_at > now
        found.setdefault(edition.article_id, edition)
    return list(found.values())[:OFFERED]


def _slots(opening):
    """The ids of the stories in the places of a page's opening, in the order in which an order fills them."""
    shown = [opening.first, opening.big, *opening.others] if opening else []
    return [card.story.article_id for card in shown if card]


def _headlines(drawing):
    """{article id: headline} of all cards of a Picture."""
    opening = drawing.opening
    shown = [opening.first, *opening.further, opening.big, *opening.others] if opening else []
    shown += [card for package in drawing.packages for card in package.cards]
    shown += [each.card for each in (*drawing.below.opinions, drawing.below.essay) if each]
    shown += [card for river in drawing.below.rivers for card in (river.first, *river.others)]
    shown += [card for _, of_day in drawing.days for card in of_day]
    return {card.story.article_id: card.headline for card in shown if card}

"""The rows of long lists as HTML; also the template library `rows`.

A template takes ten times longer over them, which with thirty or ninety of them to a page is longer than anything else
that the page needs.
"""

from html import escape

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext, pgettext

from articles.models.edition import direction_of
from articles.page import dates
from articles.page.phrasing import number
from media.pictures import picture_html

register = template.Library()

PICTURE_SIZES = "(min-width: 64rem) 17rem, (min-width: 45rem) 60vw, 100vw"


@register.filter
def days(of_days):
    """Days (of `by_day`) with their Cards, each under its date."""
    return _joined(_day(day, cards) for day, cards in of_days)


@register.filter
def entries(cards):
    """The Cards of a day, the first with its photo."""
    return _joined(_entry(card, is_first=place == 0) for place, card in enumerate(cards))


@register.filter
def quotes(appearances):
    """A person's quotes (Appearances), each with the story that it is from."""
    return _joined(map(_quote, appearances))


@register.filter
def headlines(appearances):
    """Stories (Appearances) as their headlines and dates."""
    return _joined(map(_headline, appearances))


@register.filter
def people(rows):
    """People by name, with who they are."""
    return _joined(map(_person, rows))


@register.filter
def cast(people):
    """The people in a topic, with how often they are quoted (`quote_count`)."""
    return _joined(map(_quoted, people))


@register.filter
def topics(rows):
    """Topics by name, with the date of their newest story."""
    return _joined(map(_topic, rows))


def _joined(rows):
    return mark_safe("\n".join(rows))  # noqa: S308  each was drawn


def _drawn(form, *values):
    """What `format_html` returns, at a quarter of its price: two hundred of them are a third of a page's time."""
    safe = (value if isinstance(value, SafeString) else escape(str(value)) for value in values)
    return mark_safe(form.format(*safe))  # noqa: S308  escaped right here


def _day(day, cards):
    return _drawn(
        '<section class="day grid" aria-labelledby="day-{0}"><h2 class="in-margin" id="day-{0}">'
        '<time datetime="{0}"><b>{1}</b> {2}</time></h2><div>\n{3}\n</div></section>',
        *(day.isoformat(), dates.day_of_year(day), day.year, entries(cards)),
    )


def _entry(card, *, is_first):
    story, language = card.story, _foreign(card)
    return _drawn(
        '<article class="entry" data-story-card="{}"><p class="quiet"><time datetime="{}">{}</time></p><div>'
        '{}<h3 class="headline"{}><a href="{}">{}</a></h3>{}{}</div></article>',
        *(story.article_id, card.stamp, dates.clock(story.dated_at)),
        _picture(card.photo) if is_first and card.photo else "",
        *(language, story.path, card.headline),
        _drawn('<p class="dek"{}>{}</p>', language, story.dek) if story.dek else "",
        _drawn('<p class="quiet">{}</p>', card.label) if card.label else "",
    )


def _foreign(card):
    """The attributes of words that are not in the site's language."""
    return _drawn(' lang="{}" dir="{}"', card.story.language, card.direction) if card.is_foreign else ""


def _picture(photo):
    picture = picture_html(photo, "3x2", PICTURE_SIZES, alt="")
    return _drawn('<div class="pic{}">{}</div>', " pic--tall" if photo.is_portrait else "", picture)


def _quote(quote):
    address = f"{quote.path}#{quote.anchor}"
    return _drawn(
        '<li class="said grid" data-story-card="{}">'
        '<p class="in-margin"><time datetime="{}"><b>{}</b> {}</time></p><div>'
        '<blockquote data-quote="{}" data-attribution="{}" cite="{}{}" lang="{}" dir="{}"><p>{}</p></blockquote>'
        '<p class="quiet">{} <a class="link" href="{}" lang="{}"><bdi>{}</bdi></a></p></div></li>',
        *(quote.article_id, dates.iso_day(quote.dated_at)),
        *(dates.day_of_year(quote.dated_at), dates.year(quote.dated_at)),
        *(quote.anchor, quote.attribution, settings.SITE_URL, address),
        *(quote.language, direction_of(quote.language), quote.spoken),
        *(pgettext("before a headline", "In"), address, quote.language, quote.headline),
    )


def _headline(part):
    return _drawn(
        '<li data-story-card="{}"><a href="{}" lang="{}"><bdi>{}</bdi></a>'
        '<time class="quiet" datetime="{}">{}</time></li>',
        *(part.article_id, part.path, part.language, part.headline),
        *(dates.iso_day(part.dated_at), dates.day(part.dated_at)),
    )


def _person(person):
    standing = person.standing or (gettext("Organisation") if person.is_organisation else "")
    return _drawn(
        '<li><a href="{}" data-person="{}"><b><bdi>{}</bdi></b></a>{}</li>',
        *(person.path, person.pk, person.name),
        _drawn('<span class="quiet">{}</span>', standing) if standing else "",
    )


def _quoted(person):
    told = ngettext("%(shown)s quote", "%(shown)s quotes", person.quote_count) % {"shown": number(person.quote_count)}
    return _drawn(
        '<li><a href="{}" data-person="{}"><b><bdi>{}</bdi></b></a><span class="quiet">{}{}</span></li>',
        *(person.path, person.pk, person.name),
        _drawn("{}<br>", person.role) if person.role else "",
        told,
    )


def _topic(topic):
    newest = {"iso": dates.iso_day(topic.newest_at), "day": dates.day(topic.newest_at)}
    said = gettext('Newest story <time datetime="%(iso)s">%(day)s</time>') % newest
    return _drawn(
        '<li><a href="{}"><b><bdi>{}</bdi></b></a><span class="quiet">{}</span></li>',
        *(topic.path, topic.name),
        mark_safe(said),  # noqa: S308  a message of ours and two dates
    )

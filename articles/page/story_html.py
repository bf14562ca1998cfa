"""A Story as the HTML of its article element: one template, whether it opens the page or follows another story."""

import re
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models.edition import direction_of
from articles.page.dates import time_html
from articles.page.photos import lead_html
from articles.page.phrasing import listed
from articles.page.story import Signer, Story, StorySection, Version
from articles.page.structured_data import news_article

_ELEMENT = re.compile(r' class="(?:table|embed|gallery|box)"')  # what has styles of its own, as footnotes have
_SUBHEAD = re.compile(r"(</?h)([23])( class=\"sub\">|>)")


def story_html(story: Story, *, first: bool) -> SafeString:
    """The story's <article> as safe HTML with every mark of the contract.

    The first story on a page has the h1; in later ones each heading stands one level lower. All ids carry the
    story's id, so that several stories may share a page.
    """
    history = f"{story.path}history/" if settings.PUBLIC_HISTORY and story.has_history else ""
    context = {
        "story": story,
        "first": first,
        "sections": story.sections if first else tuple(map(_deeper, story.sections)),
        "lead": lead_html(story.lead, first=first) if story.lead else "",
        "signed": listed([_signer(each) for each in story.bylines]) if story.bylines else "",
        "dated": time_html(story.dated_at),
        "updated": _updated(story.updated_at, history) if story.updated_at else "",
        "versions": listed([_version(each) for each in story.versions]) if story.versions else "",
        "history": history,
        "notes": [(note, time_html(note.at)) for note in story.corrections],
        "structured": news_article(story),
        "site_language": _site_language(story.language),
        "has_elements": bool(story.footnotes) or any(_ELEMENT.search(part.html) for part in story.sections),
    }
    return render_to_string("reader/story_article.html", context)


def _deeper(part: StorySection) -> StorySection:
    """A section whose own subheads stand one level lower."""
    deeper = _SUBHEAD.sub(lambda found: f"{found[1]}{int(found[2]) + 1}{found[3]}", part.html)
    return part._replace(html=mark_safe(deeper))  # noqa: S308  cleaned by `text`


def _updated(at: datetime, history: str) -> SafeString:
    """When the story was last changed, as a link to what changed where that is public."""
    said = time_html(at)
    return format_html('<a href="{}">{}</a>', history, said) if history else said


def _version(version: Version) -> SafeString:
    return format_html('<a hreflang="{}" href="{}">{}</a>', version.language, version.url, version.name)


def _signer(signer: Signer) -> SafeString:
    return format_html('<a rel="author" data-person="{}" href="{}">{}</a>', signer.person, signer.url, signer.name)


def _site_language(language: str) -> str:
    """The attributes of the site's own words ("Who speaks") inside a story in another language (WCAG 3.1.2)."""
    site = settings.LANGUAGE_CODE
    return "" if language == site else format_html(' lang="{}" dir="{}"', site, direction_of(site))

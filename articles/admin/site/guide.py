"""The editors' guide: the pages of docs/guide as screens, so that help is at hand where there is no internet."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.admin.shared.staff_request import StaffRequest

FOLDER = settings.BASE_DIR / "docs" / "guide"
# The pages in their order, each with the screens from which Help leads to it: beginnings of their addresses' names.
PAGES = {
    "the-desk-today": ("index", "inbox", "articles_article_changelist", "articles_viewcount"),
    "your-first-story": ("articles_article_add", "articles_article_change"),
    "photos": ("media_photo",),
    "handing-in": ("articles_article_lists",),
    "talking": ("inbox_told",),
    "publishing": ("articles_article_publish_sheet", "articles_article_planned", "articles_article_preview"),
    "correcting": ("articles_article_redact", "articles_article_revisions", "articles_correction", "articles_edition"),
    "the-front": ("articles_article_order", "articles_article_next_story"),
    "people-and-topics": ("articles_person", "articles_topic", "articles_desk", "articles_directory", "articles_quote"),
    "the-house": (
        "how_are_we",
        "articles_user",
        "auth_group",
        "articles_publisher",
        "articles_staticpage",
        "articles_houseword",
    ),
}
INLINE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\(pictures/(?P<picture>[\w-]+\.webp)\)|\[(?P<link>[^\]]+)\]\((?P<to>[^)\s]+)\)"
    r"|\*\*(?P<strong>[^*]+)\*\*|`(?P<code>[^`]+)`"
)


class Page(NamedTuple):
    """A page of the guide: its name in the address, its title, and what it says as safe HTML."""

    slug: str
    title: str
    html: SafeString


@cache
def page_of(slug: str) -> Page:
    """The page of that name, which is one of PAGES."""
    title, _newline, text = (FOLDER / f"{slug}.md").read_text(encoding="utf-8").partition("\n")
    return Page(slug, title.removeprefix("# "), html_of(text))


def help_for(screen: str) -> str:
    """The address of the page on a screen, told by the name of its address; of the guide where there is none."""
    found = [(len(start), slug) for slug, starts in PAGES.items() for start in starts if screen.startswith(start)]
    return reverse("admin:guide_page", args=[max(found)[1]]) if found else reverse("admin:guide")


def guide(site: AdminSite, request: StaffRequest, page: str = "") -> HttpResponse:
    """Answer with a page of the guide, or with the list of all."""
    if page and page not in PAGES:
        raise Http404("No such page")
    pages = [page_of(slug) for slug in PAGES]
    shown = page_of(page) if page else None
    place = list(PAGES).index(page) + 1 if page else 0
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": shown.title if shown else _("Editors’ guide"),
        "page": shown,
        "pages": pages,
        "following": pages[place] if place < len(pages) else None,
    }
    return TemplateResponse(request, "admin/articles/guide/page.html", context)


def guide_picture(site: AdminSite, request: StaffRequest, picture: str) -> HttpResponseBase:
    """Answer with a picture of the guide."""
    if picture not in {file.name for file in (FOLDER / "pictures").glob("*.webp")}:
        raise Http404("No such picture")
    return FileResponse((FOLDER / "pictures" / picture).open("rb"), content_type="image/webp")


def html_of(text: str) -> SafeString:
    """Text with the few marks of Markdown that the guide uses, as safe HTML."""
    return mark_safe("\n".join(_blocks(text)))  # noqa: S308  all that is read is escaped


def _blocks(text: str) -> Iterator[str]:
    """Each block between blank lines as HTML."""
    for block in filter(None, (part.strip() for part in text.split("\n\n"))):
        if block.startswith("## "):
            yield f"<h2>{_inline(block[3:])}</h2>"
        elif block.startswith("- "):
            entries = block.removeprefix("- ").split("\n- ")
            yield f"<ul>{''.join(f'<li>{_inline(_one_line(entry))}</li>' for entry in entries)}</ul>"
        elif block.startswith("!["):
            yield f"<figure>{_inline(block)}</figure>"
        else:
            yield f"<p>{_inline(_one_line(block))}</p>"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _inline(text: str) -> str:
    """A line with its marks as HTML, all else escaped."""
    parts, at = [], 0
    for found in INLINE.finditer(text):
        parts += [escape(text[at : found.start()]), _marked(found)]
        at = found.end()
    return "".join([*parts, escape(text[at:])])


def _marked(found: re.Match[str]) -> str:
    if found["picture"]:
        address = reverse("admin:guide_picture", args=[found["picture"]])
        return format_html('<img src="{}" alt="{}" loading="lazy">', address, found["alt"])
    if found["link"]:
        slug = found["to"].removesuffix(".md")
        address = reverse("admin:guide_page", args=[slug]) if slug in PAGES else found["to"]
        return format_html('<a href="{}">{}</a>', address, found["link"])
    tag, words = ("strong", found["strong"]) if found["strong"] else ("code", found["code"])
    return format_html("<{0}>{1}</{0}>", tag, words)

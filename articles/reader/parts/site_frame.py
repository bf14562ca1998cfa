"""The frame around every page in one query: the desks, the static pages, and who publishes."""

from typing import NamedTuple

from django.conf import settings
from django.db.models import Value
from django.utils.translation import get_language_info

from articles.freshness import tags
from articles.freshness.reading import made_of
from articles.models.desk import Desk
from articles.models.publisher import Publisher, StaticPage
from articles.site_identity import set_identity


class Frame(NamedTuple):
    """The Desks and the public StaticPages (without their bodies), each in their order, and the Publisher."""

    desks: list
    pages: list
    publisher: Publisher


def frame():
    """The Frame. One query, because every page pays for it."""
    made_of(tags.SITE)
    desks, pages, publisher = [], [], Publisher()
    for kind, position, name, pk, address, description, more, icon in sorted(_rows()):
        facts = {"pk": pk, "description": description}
        if kind == 0:
            desks.append(Desk(**facts, position=position, name=name, slug=address, bed=more))
        elif kind == 1:
            pages.append(StaticPage(**facts, position=position, title=name, slug=address, role=more))
        else:
            publisher = Publisher(**facts, name=name, logo_path=address, social=more, icon_digest=icon)
    return Frame(desks, pages, publisher)


def _rows():
    """(0 for a desk, 1 for a static page and 2 for the publisher, position, name, id, …) of all."""
    desks = Desk.objects.order_by().values_list(
        Value(0), "position", "name", "pk", "slug", "description", "bed", Value("")
    )
    pages = StaticPage.objects.filter(is_public=True).order_by()
    return desks.union(
        pages.values_list(Value(1), "position", "title", "pk", "slug", "description", "role", Value("")),
        Publisher.objects.values_list(
            Value(2), Value(0), "name", "pk", "logo_path", "description", "social", "icon_digest"
        ),
        all=True,
    ).order_by()


def site_context(request, *, desk=None):
    """The template variables of the frame around a page, for `base.html`; one query.

    `desk` is the Desk that the page is or belongs to. `language` and `direction` are the site's own; a page in another
    language overrides them. `canonical` is the page's one address, without a query string.
    """
    desks, pages, publisher = frame()
    site = set_identity(publisher)
    return {
        "site_name": site.name,
        "site_icon": site.icon,
        "site_url": settings.SITE_URL,
        "desks": desks,
        "static_pages": pages,
        "publisher": publisher,
        "current_desk": desk,
        "language": settings.LANGUAGE_CODE,
        "direction": "rtl" if get_language_info(settings.LANGUAGE_CODE)["bidi"] else "ltr",
        "canonical": f"{settings.SITE_URL}{request.path}",
    }

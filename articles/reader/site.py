"""What every reader's page shares: the site's name and menu, and how a page may be asked for and kept."""

from functools import wraps

from django.conf import settings
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language_info
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.models.identity import remember
from articles.reader.frame import frame


def site_context(request, *, desk=None):
    """The template variables of the frame around a page, for `base.html`; one query.

    `desk` is the Desk that the page is or belongs to. `language` and `direction` are the site's own; a page in another
    language overrides them. `canonical` is the page's one address, without a query string.
    """
    desks, pages, house = frame()
    known = remember(house)
    return {
        "site_name": known.name,
        "site_icon": known.icon,
        "site_url": settings.SITE_URL,
        "desks": desks,
        "house_pages": pages,
        "house": house,
        "current_desk": desk,
        "language": settings.LANGUAGE_CODE,
        "direction": "rtl" if get_language_info(settings.LANGUAGE_CODE)["bidi"] else "ltr",
        "canonical": f"{settings.SITE_URL}{request.path}",
    }


def reader_page(view):
    """Make `view` answer GET and HEAD only (else 405), and let anybody keep its answer as long as they ask us first.

    A page changes by itself when a scheduled story's second comes, so a copy is never used without asking; asking is
    cheap, because ConditionalGetMiddleware answers 304 (RFC 9111, 5.2.2).
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response

    # Nothing is changed here, so that a POST hears 405 and not that a token is missing.
    return csrf_exempt(require_safe(answer))

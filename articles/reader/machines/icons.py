"""The site's icon in its sizes, and the manifest that says to home screens what the site is called."""

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.freshness import tags
from articles.freshness.reading import made_of
from articles.models.publisher import SiteIcon
from articles.page.structured_data import icon_path
from articles.reader.parts.cache_headers import reader_page
from articles.site_identity import identity
from media.icons import SIDES

A_YEAR = 365 * 24 * 3600
# The colours of a page before its style sheet is read: --paper and --ink of tokens.css in the light.
PAPER, INK = "#fcfcfa", "#15191a"


@csrf_exempt
@require_safe
def icon(request, digest, side):
    """One size of the icon; its address changes with it, so it may be kept for ever."""
    made_of(tags.SITE)
    found = SiteIcon.objects.filter(side=side, digest=digest).first()
    if found is None:
        raise Http404("No icon of ours.")
    response = HttpResponse(bytes(found.png), content_type="image/png")
    patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    return response


@reader_page
def manifest(request):
    """The web app manifest (W3C): the name, the icons and the colours."""
    site = identity()
    shipped = [{"src": static("readers/icons/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}]
    own = [{"src": icon_path(site.icon, side), "sizes": f"{side}x{side}", "type": "image/png"} for side in SIDES]
    told = {
        "name": site.name,
        "short_name": site.name,
        "lang": settings.LANGUAGE_CODE,
        "start_url": "/",
        "scope": "/",
        "id": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": INK,
        "icons": own if site.icon else shipped,
    }
    return JsonResponse(told, content_type="application/manifest+json")

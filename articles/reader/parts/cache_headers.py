"""How a reader's page may be asked for and cached: by GET and HEAD, and never without asking us first."""

from functools import wraps

from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe


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

"""What a page asks by `fetch`: JSON in, JSON out, for who is signed in; each refusal has a status and a sentence.

An answer that is no 200 has a `sentence` for the person: 400 not understood or not accepted, 401 sign in (again), 403
not allowed, 404 not there, 409 somebody else was first, 413 too large. 405 is for programmers and has none.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import RequestDataTooBig, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from articles.admin.shared.user_time_zone import user_time
from articles.editorial.permissions import Forbidden
from articles.editorial.refusals import Refusal
from articles.editorial.writing.presence import last_writer
from articles.editorial.writing.working_copy import Stale
from articles.models.article import Article
from articles.models.user import User
from media.date_time_field import clock_of
from media.refusals import PhotoRefusal

# (the ModelAdmin, the request, what was asked, what the address names) → the answer, JSON-ready
View = Callable[..., dict[str, Any]]
SIGNED_OUT = "You are signed out. Sign in in another tab, then go on here."
FORGED = "The browser sent no valid security token, as it does after signing in anew."
TOO_LARGE = "The story is too large to be kept on the server. It is kept in this browser; make it shorter."


class NotUnderstood(Exception):
    """The request is not what our pages send; the text says what is wrong."""


class OtherUser(Exception):
    """Another person than the one who wrote these words is signed in by now; the text says who."""


def at(
    admin: ModelAdmin,
    route: str,
    name: str,
    *,
    get: View | None = None,
    post: View | None = None,
    forged: int = 403,
) -> URLPattern:
    """The address below the stories' screens at which `get` and `post` answer.

    A view is given `asked`, a mapping: the JSON that was posted, or the query; of an upload it is empty. `forged` is
    the status for a post without a valid token of Django's CSRF protection.
    """
    views = {method: view for method, view in (("GET", get), ("POST", post)) if view is not None}

    @csrf_exempt  # somebody who is signed out is told so first; the others are checked right after
    def answer(request: HttpRequest, **named: Any) -> HttpResponse:
        if request.method not in views:
            return HttpResponseNotAllowed(views)
        if not request.user.is_authenticated:
            return refused(401, SIGNED_OUT)
        if not admin.admin_site.has_permission(request):
            return refused(403, "You may not write here.")
        response = csrf_protect(partial(_answer, partial(views[request.method], admin)))(request, **named)
        if response.status_code == 403 and not isinstance(response, JsonResponse):
            return refused(forged, FORGED)
        return response

    return path(route, answer, name=f"articles_article_{name}")


def refused(status: int, sentence: str, **more: Any) -> JsonResponse:
    """The answer to what is not done."""
    return JsonResponse({"sentence": sentence, **more}, status=status)


def display_name(user: User | None) -> str:
    """What colleagues call a user."""
    return (user.get_full_name() or user.get_username()) if user else "somebody"


def _answer(view: View, request: HttpRequest, **named: Any) -> JsonResponse:
    """What the view answers, or the status and the sentence of its refusal."""
    try:
        asked = _asked(request)
        with timezone.override(clock_of(asked)):  # the page's, though its writer may have chosen another since
            return JsonResponse(view(request, asked, **named))
    except OtherUser as error:
        return refused(401, str(error))
    except Forbidden as error:
        return refused(403, str(error))
    except Article.DoesNotExist:
        return refused(404, "There is no such story.")
    except Http404:
        return refused(404, "What you ask about is not there any more.")
    except Stale as error:
        by, at = display_name(last_writer(error.article)), user_time(error.article.changed_at)
        return refused(409, str(error), version=error.article.version, by=by, at=at)
    except RequestDataTooBig:
        return refused(413, TOO_LARGE)
    except ValidationError as error:
        return refused(400, " ".join(error.messages))
    except (NotUnderstood, Refusal, PhotoRefusal) as error:
        return refused(400, str(error))


def _asked(request: HttpRequest) -> Mapping[str, Any]:
    """What was asked. Raises NotUnderstood, and OtherUser when a `writer` is named who is not the one signed in."""
    if request.method == "GET":
        return request.GET
    if request.content_type == "multipart/form-data":
        return {}
    try:
        asked = json.loads(request.body)
    except ValueError as error:
        raise NotUnderstood("The request is not JSON.") from error
    if not isinstance(asked, dict):
        raise NotUnderstood("The request is not a JSON object.")
    if asked.get("writer", request.user.pk) != request.user.pk:
        raise OtherUser(f"This browser is now signed in as {request.user}, and these are somebody else's words.")
    return asked

"""What a page asks by `fetch`: JSON in, JSON out, for who is signed in; each refusal has a status and a sentence.

An answer that is no 200 has a `sentence` for the person: 400 not understood or not accepted, 401 sign in (again), 403
not allowed, 404 not there, 409 somebody else was first, 413 too large, 503 or 507 the database or the disk failed.
405 is for programmers and has none.
"""

import json
import logging
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NoReturn, TypeVar

from django.contrib.admin import ModelAdmin
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, ValidationError
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from articles.admin.shared.params import LONGEST, number_in
from articles.admin.shared.user_time_zone import user_time
from articles.database.trouble import trouble_of
from articles.editorial.permissions import Forbidden
from articles.editorial.refusals import Refusal
from articles.editorial.writing.presence import last_writer
from articles.editorial.writing.working_copy import Stale
from articles.models.article import Article
from articles.models.user import User
from media.date_time_field import clock_of
from media.refusals import NotYours, PhotoRefusal

# (the ModelAdmin, the request, what was asked, what the address names) → the answer, JSON-ready
View = Callable[..., dict[str, Any]]
SIGNED_OUT = "You are signed out. Sign in in another tab, then go on here."
FORGED = "The browser sent no valid security token, as it does after signing in anew."
TOO_LARGE = "The story is too large to be kept on the server. It is kept in this browser; make it shorter."
MOST_DEEP = 8  # lists and objects in one another; no page of ours sends more than four
T = TypeVar("T")
logger = logging.getLogger(__name__)


class NotUnderstood(Exception):
    """The request is not what our pages send; the text says what is wrong."""


class OtherUser(Exception):
    """Another person than the one who wrote these words is signed in by now; the text says who."""


@dataclass(frozen=True)
class Asked:
    """What a page asks: the values that it names, each read as what it has to be; what is null is not named.

    Every reader raises NotUnderstood for a value of another kind.
    """

    values: Mapping[str, Any]

    def text(self, name: str, default: str = "") -> str:
        """A text without null characters, which no database holds; `default` where it is not named."""
        return str(self._read(name, str, default, _("a text"))).replace("\0", "")

    def switch(self, name: str) -> bool:
        """Whether something is on, by true and false; in a query by any text but none. Off where it is not named."""
        return self._read(name, (bool, str), False, _("true or false")) not in (False, "")

    def number(self, name: str) -> int | None:
        """A whole number; None where it is not named."""
        read = self._read(name, (int, bool), None, _("a number"))
        return self._refuse(name, _("a number")) if isinstance(read, bool) else read

    def share(self, name: str) -> float | None:
        """A number from 0 to 1; None where it is not named."""
        read = self._read(name, (int, float, bool), None, _("a number"))
        if read is not None and (isinstance(read, bool) or not 0 <= read <= 1):
            self._refuse(name, _("a number from 0 to 1"))
        return read

    def texts(self, name: str) -> list[str]:
        """A list of texts."""
        return self._each(name, str, _("a list of texts"))

    def numbers(self, name: str) -> list[int]:
        """The whole numbers of a list, also where they are written as text; other texts are passed over."""
        found = self._each(name, (int, str, bool), _("a list of numbers"))
        if any(isinstance(value, bool) for value in found):
            self._refuse(name, _("a list of numbers"))
        return [number for value in found if (number := number_in(str(value))) is not None]

    def parts(self, name: str) -> "list[Asked]":
        """A list of objects, each to be read in its turn."""
        return [Asked(value) for value in self._each(name, dict, _("a list of objects"))]

    def fields(self, name: str) -> Mapping[str, Any] | None:
        """An object whose fields somebody else checks; None where it is not named."""
        return self._read(name, dict, None, _("an object"))

    def _read(self, name: str, kind: Any, default: T, said: str) -> Any | T:
        value = self.values.get(name)
        if value is None:
            return default
        return value if isinstance(value, kind) else self._refuse(name, said)

    def _each(self, name: str, kind: Any, said: str) -> list[Any]:
        values: list[Any] = self._read(name, list, [], said)
        return values if all(isinstance(value, kind) for value in values) else self._refuse(name, said)

    def _refuse(self, name: str, said: str) -> NoReturn:
        raise NotUnderstood(_("The request needs %(kind)s as “%(name)s”.") % {"name": name, "kind": said})


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

    A view is given what was Asked: the JSON that was posted, or the query; of an upload it is empty. `forged` is the
    status for a post without a valid token of Django's CSRF protection.
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
        try:
            response = csrf_protect(partial(_answer, partial(views[request.method], admin)))(request, **named)
        except RequestDataTooBig:
            return refused(413, TOO_LARGE)
        except (MultiPartParserError, SuspiciousOperation):
            return refused(400, _("The upload is not what a browser sends."))
        except (Error, OSError) as error:
            return _in_trouble(error)
        if response.status_code == 403 and not isinstance(response, JsonResponse):
            return refused(forged, FORGED)
        return response

    vars(answer)["json_methods"] = tuple(views)  # by which a walk through the urlconf knows these addresses
    return path(route, answer, name=f"articles_article_{name}")


def refused(status: int, sentence: str, **more: Any) -> JsonResponse:
    """The answer to what is not done."""
    return JsonResponse({"sentence": sentence, **more}, status=status)


def _in_trouble(error: Exception) -> JsonResponse:
    """What is said when the database or the disk failed; any other failure is raised again."""
    trouble = trouble_of(error)
    if trouble is None:
        raise error
    logger.error(trouble.sentence, exc_info=error)
    return refused(trouble.status, trouble.sentence)


def display_name(user: User | None) -> str:
    """What colleagues call a user."""
    return (user.get_full_name() or user.get_username()) if user else "somebody"


def _answer(view: View, request: HttpRequest, **named: Any) -> JsonResponse:
    """What the view answers, or the status and the sentence of its refusal."""
    try:
        asked = _asked(request)
        with timezone.override(clock_of(asked.values)):  # the page's, though its writer may have chosen another since
            return JsonResponse(view(request, asked, **named))
    except OtherUser as error:
        return refused(401, str(error))
    except (Forbidden, NotYours) as error:
        return refused(403, str(error))
    except Article.DoesNotExist:
        return refused(404, "There is no such story.")
    except Http404:
        return refused(404, "What you ask about is not there any more.")
    except Stale as error:
        by, at = display_name(last_writer(error.article)), user_time(error.article.changed_at)
        return refused(409, str(error), version=error.article.version, by=by, at=at)
    except ValidationError as error:
        return refused(400, " ".join(error.messages))
    except (NotUnderstood, Refusal, PhotoRefusal) as error:
        return refused(400, str(error))


def _asked(request: HttpRequest) -> Asked:
    """What was asked. Raises NotUnderstood, and OtherUser when a `writer` is named who is not the one signed in."""
    if request.method == "GET":
        return Asked(request.GET)
    if request.content_type == "multipart/form-data":
        return Asked({})
    asked = Asked(read_object(request.body))
    if asked.number("writer") not in (None, request.user.pk):
        raise OtherUser(f"This browser is now signed in as {request.user}, and these are somebody else's words.")
    return asked


class FieldDecoder(json.JSONDecoder):
    """What reads the JSON in a field of a form: it knows of JSONDecodeError only."""

    def decode(self, text: str, *more: Any) -> Any:
        try:
            return read_object(text)
        except NotUnderstood as reason:
            raise json.JSONDecodeError(str(reason), text, 0) from reason


def read_object(text: str | bytes) -> dict[str, Any]:
    """The JSON object in a text (RFC 8259). Raises NotUnderstood for anything that our pages do not send.

    All of it can be stored and shown: it lies no deeper than MOST_DEEP, its numbers are finite and no longer than ours,
    its texts hold whole characters.
    """
    try:
        asked = json.loads(text, parse_constant=_refuse_number)
    except RecursionError as error:
        raise NotUnderstood(_("The request is nested too deeply.")) from error
    except ValueError as error:
        raise NotUnderstood(_("The request is not JSON.")) from error
    if not isinstance(asked, dict):
        raise NotUnderstood(_("The request is not a JSON object."))
    level: list[Any] = [asked]
    for _depth in range(MOST_DEEP):
        level = [inner for value in level for inner in _inside(value)]
    if level:
        raise NotUnderstood(_("The request is nested too deeply."))
    return asked


def _inside(value: Any) -> Iterable[Any]:
    """What a value holds, if it holds any. Raises NotUnderstood for a number or text that can't be kept."""
    if isinstance(value, dict):
        return [*value, *value.values()]
    if isinstance(value, list):
        return value
    if isinstance(value, str):
        _refuse_half_characters(value)
    elif isinstance(value, int | float) and not (math.isfinite(value) and abs(value) < 10**LONGEST):
        _refuse_number(value)
    return ()


def _refuse_half_characters(text: str) -> None:
    """Raise NotUnderstood where half of a character stands alone, which no file and no database can hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        before = text[max(0, error.start - 30) : error.start]
        sentence = _("Half of a character, as of a cut emoji, stands after “%(words)s”. Delete it.")
        raise NotUnderstood(sentence % {"words": before}) from error


def _refuse_number(number: object) -> NoReturn:
    raise NotUnderstood(_("The request has a number that is out of all reach."))

"""What the story's page asks while somebody writes: keep this, merge this, who is here. JSON in, JSON out.

Every answer that is no 200 has a `sentence` for the writer: 400 not understood, 401 sign in (again), 403 not yours,
404 no such story, 409 somebody else was first, 413 too large.
"""

import json
from functools import wraps
from uuid import UUID

from django.core.exceptions import RequestDataTooBig, ValidationError
from django.db import transaction
from django.http import HttpResponseNotAllowed, JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from articles.admin.shared import screens
from articles.admin.shared.params import number_in
from articles.admin.shared.user_time_zone import own
from articles.admin.story.edit_conflict import to_choose, together
from articles.editorial.directory.entries import create_new_entries
from articles.editorial.permissions import Forbidden, may_write, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing import autosave as autosaving
from articles.editorial.writing.drafts import Stale
from articles.models.article import Article
from media.date_time_field import CLOCK, clock_of

TOO_LARGE = "The story is too large to be kept on the server. It is kept in this browser; make it shorter."


class NotUnderstood(Exception):
    """The request is not what the story's page sends; the text says what is wrong."""


class SomebodyElse(Exception):
    """Another person than the writer is signed in by now; the text says who."""


def urls(admin):
    """The addresses under the stories' screens, for the ModelAdmin `admin`."""

    def at(route, view, name):
        return path(route, _in_json(admin, view), name=f"articles_article_{name}")

    return [
        at("autosave/", begin, "begin"),
        at("<int:pk>/autosave/", autosave, "autosave"),
        at("<int:pk>/merge/", merge, "merge"),
        at("<int:pk>/here/", here, "here"),
        at("<int:pk>/left/", left, "left"),
        screens.at(admin, "signed-in/", signed_in, "signed_in"),
    ]


def begin(admin, request, asked):
    """Begin a story with what was typed on the page for a new one."""
    form, refused = _form(admin, request, asked, None)
    with transaction.atomic():  # new people and topics come with the story, or not at all
        fields = create_new_entries(form.working_fields(), by=request.user)
        article = autosaving.begin(by=request.user, sheet=_sheet(asked), **fields)
    return _kept(article, refused)


def autosave(admin, request, asked, pk):
    """Keep what was typed in the working copy."""
    article = Article.objects.get(pk=pk)
    form, refused = _form(admin, request, asked, article)
    version = asked.get("version")
    if not isinstance(version, int):
        raise NotUnderstood("The request names no version.")
    with transaction.atomic():
        fields = create_new_entries(form.working_fields(), by=request.user)
        kept = autosaving.autosave(article, by=request.user, sheet=_sheet(asked), version=version, **fields)
    return _kept(kept, refused)


def merge(admin, request, asked, pk):
    """Bring what was typed together with what the working copy has become since."""
    article = Article.objects.get(pk=pk)
    require(may_write(request.user, article), "change this story")
    form = admin.get_form(request, article, change=True)(instance=article)
    base = None if asked.get("base", ...) is None else _fields(asked, "base", form)
    merged = together(form, base=base, mine=_fields(asked, "mine", form))
    by, choices = _name(autosaving.writer(article)), to_choose(merged)
    view = choices and render_to_string("admin/articles/article/conflict_choices.html", {"choices": choices, "by": by})
    return JsonResponse({"version": article.version, "by": by, **merged, "view": view or ""})


def here(admin, request, asked, pk):
    """Note that the writer is at the story; tell who else is, and how far it has come."""
    article = Article.objects.get(pk=pk)
    others = autosaving.here(article, by=request.user, sheet=_sheet(asked))
    here = _presence([_name(sheet.user) for sheet in others])
    return JsonResponse({"version": article.version, "last": _last(article), "others": here})


def left(admin, request, asked, pk):
    """Note that the page was closed."""
    autosaving.leave(by=request.user, sheet=_sheet(asked))
    return JsonResponse({})


def signed_in(admin, request):
    """A page that says to go back to the story, shown after signing in again in a tab beside it."""
    context = {**admin.admin_site.each_context(request), "title": "You are signed in"}
    return TemplateResponse(request, "admin/articles/article/signed_in.html", context)


def page_data(request, article, form):
    """What the page's script has to know, JSON-ready; `article` is None for a story not begun."""
    begin_at = reverse("admin:articles_article_begin")
    data = {
        "writer": request.user.pk,
        CLOCK: timezone.get_current_timezone_name(),
        "article": article.pk if article else None,
        "version": article.version if article else autosaving.NOT_BEGUN,
        "last": _last(article) if article else None,
        "fields": list(form.typed_values()),
        "begin": begin_at,
        "stories": begin_at.removesuffix("autosave/"),
        "sign_in": f"{reverse('admin:login')}?next={reverse('admin:articles_article_signed_in')}",
    }
    if form.is_bound:  # the page shows what was posted, which is not what the working copy says
        stored = Article.objects.get(pk=article.pk) if article else Article()
        written_on = number_in(str(form["version"].value() or ""))
        data |= {
            "stored": type(form)(instance=stored).typed_values(),
            "stored_version": stored.version if article else autosaving.NOT_BEGUN,
            "version": data["version"] if written_on is None else written_on,
        }
    return data


def _in_json(admin, view):
    """The view for `fetch`: signed in, protected from forgery, given the parsed request, refusing in sentences."""

    @csrf_protect
    def protected(request, **kwargs):
        try:
            asked = _asked(request)
            with timezone.override(clock_of(asked)):  # the page's, though its writer may have chosen another since
                return view(admin, request, asked, **kwargs)
        except NotUnderstood as error:
            return _refused(400, str(error))
        except SomebodyElse as error:
            return _refused(401, str(error))
        except ValidationError as error:
            return _refused(400, " ".join(error.messages))
        except Forbidden as error:
            return _refused(403, str(error))
        except Article.DoesNotExist:
            return _refused(404, "There is no such story.")
        except Stale as error:
            by = _name(autosaving.writer(error.article))
            at = own(error.article.changed_at)
            return _refused(409, str(error), version=error.article.version, by=by, at=at)
        except Refusal as error:
            return _refused(400, str(error))
        except RequestDataTooBig:
            return _refused(413, TOO_LARGE)

    @csrf_exempt  # who is signed out is told so first; the others are checked right after
    @wraps(view)
    def answer(request, **kwargs):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not request.user.is_authenticated:
            return _refused(401, "You are signed out.")
        if not admin.admin_site.has_permission(request):
            return _refused(403, "You may not write here.")
        response = protected(request, **kwargs)
        if response.status_code == 403 and not isinstance(response, JsonResponse):
            return _refused(401, "The browser sent no valid security token, as it does after signing in anew.")
        return response

    return answer


def _asked(request):
    """The request's body, a JSON object of the user who sends it. Raises NotUnderstood."""
    try:
        asked = json.loads(request.body)
    except ValueError as error:
        raise NotUnderstood("The request is not JSON.") from error
    if not isinstance(asked, dict):
        raise NotUnderstood("The request is not a JSON object.")
    if asked.get("writer", request.user.pk) != request.user.pk:
        raise SomebodyElse(f"This browser is now signed in as {request.user}, and these are somebody else's words.")
    return asked


def _sheet(asked):
    """The page's token. Raises NotUnderstood."""
    try:
        return UUID(str(asked.get("sheet")))
    except ValueError as error:
        raise NotUnderstood("The request names no sheet.") from error


def _fields(asked, name, form):
    """What was typed into the form's fields: strings and lists of strings by name. Raises NotUnderstood."""
    typed = asked.get(name)
    if not isinstance(typed, dict):
        raise NotUnderstood(f"The request has no {name}.")
    fields = form.typed_values()
    for field, value in typed.items():
        like = fields.get(field)
        good = isinstance(value, list) and all(isinstance(each, str) for each in value)
        if like is None or not (good if isinstance(like, list) else isinstance(value, str)):
            raise NotUnderstood(
                f"The request has a field “{field}” that the story does not have, or not in this shape."
            )
    return {**fields, **typed}


def _form(admin, request, asked, article):
    """The story's form over the fields that were sent, validated, and {field: why} of what it can't take."""
    require(may_write(request.user, article), "change this story" if article else "begin a story")
    form_class = admin.get_form(request, article, change=article is not None)
    typed = asked.get("fields")
    whole = form_class(instance=article or Article())
    _fields(asked, "fields", whole)
    posted = QueryDict(mutable=True)
    for name, value in typed.items():
        posted.setlist(name, value if isinstance(value, list) else [value])
    form = form_class(posted, instance=article or Article())
    for name in form.fields.keys() - typed.keys():
        del form.fields[name]
    form.is_valid()
    return form, {name: " ".join(errors) for name, errors in form.errors.items()}


def _kept(article, refused):
    """The answer to what was kept, and what was not and why."""
    change = reverse("admin:articles_article_change", args=[article.pk])
    why = " ".join(f"{name.replace('_', ' ')}: {sentence}" for name, sentence in refused.items())
    kept = {"article": article.pk, "version": article.version, "change": change}
    return JsonResponse({**kept, "refused": list(refused), "why": why})


def _refused(status, sentence, **more):
    return JsonResponse({"sentence": sentence, **more}, status=status)


def _last(article):
    """The page that wrote the present version, and the version before its first; None if it came from elsewhere."""
    page = autosaving.last_page(article)
    return {"sheet": str(page.token), "since": page.since} if page is not None else None


def _presence(names):
    """Who else is here, in words."""
    if not names:
        return ""
    return f"{get_text_list(names, 'and')} {'are' if names[1:] else 'is'} here too"


def _name(user):
    """What colleagues call a user."""
    return (user.get_full_name() or user.get_username()) if user else "somebody"

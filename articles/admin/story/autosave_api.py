"""What the story's page asks while somebody writes: save this, reconcile this with what is saved, who is here."""

from typing import Any
from uuid import UUID

from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.http import QueryDict
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from articles.admin.shared import json_api, screens
from articles.admin.shared.json_api import Asked, NotUnderstood, display_name
from articles.admin.shared.params import number_in
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.story.edit_conflict import choices_in, reconcile
from articles.admin.story.form import ArticleForm
from articles.admin.story.standing import fragments
from articles.editorial.directory.entries import create_new_entries
from articles.editorial.permissions import may_place_photos, may_write, require
from articles.editorial.writing import autosave as autosaving
from articles.editorial.writing import presence
from articles.models.article import Article
from media.date_time_field import CLOCK


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The addresses under the stories' screens, for the ModelAdmin `admin`."""
    return [
        _at(admin, "autosave/", "begin", begin),
        _at(admin, "<int:pk>/autosave/", "autosave", autosave),
        _at(admin, "<int:pk>/reconcile/", "reconcile", reconcile_texts),
        _at(admin, "<int:pk>/here/", "here", here),
        _at(admin, "<int:pk>/standing/", "standing", standing),
        _at(admin, "<int:pk>/left/", "left", left),
        screens.at(admin, "signed-in/", signed_in, "signed_in"),
    ]


def _at(admin, route, name, view):
    """The address of `view`. A page whose token is not valid any more has its writer sign in again: 401."""
    return json_api.at(admin, route, name, post=view, forged=401)


def begin(admin: ModelAdmin, request: StaffRequest, asked: Asked) -> dict:
    """Begin a story with what was typed on the page for a new one."""
    form, refused = _form(admin, request, asked, None)
    with transaction.atomic():  # new people and topics come with the story, or not at all
        fields = create_new_entries(form.working_fields(), by=request.user)
        article = autosaving.begin(by=request.user, sheet=_sheet(asked), **fields)
        if asked.switch("keep"):
            autosaving.keep(article, by=request.user, sheet=_sheet(asked), version=article.version)
    return _saved(article, refused, request.user)


def autosave(admin: ModelAdmin, request: StaffRequest, asked: Asked, pk: int) -> dict:
    """Save what was typed in the working copy."""
    article = Article.objects.get(pk=pk)
    form, refused = _form(admin, request, asked, article)
    version = asked.number("version")
    if version is None:
        raise NotUnderstood("The request names no version.")
    with transaction.atomic():
        fields = create_new_entries(form.working_fields(), by=request.user)
        save = autosaving.keep if asked.switch("keep") else autosaving.autosave
        saved = save(article, by=request.user, sheet=_sheet(asked), version=version, **fields)
    return _saved(saved, refused, request.user)


def reconcile_texts(admin: ModelAdmin, request: StaffRequest, asked: Asked, pk: int) -> dict:
    """Reconcile what was typed with what the working copy has become since."""
    article = Article.objects.get(pk=pk)
    require(may_place_photos(request.user, article), _("change this story"))
    form: Any = admin.get_form(request, article, change=True)(instance=article)
    base = None if asked.values.get("base", ...) is None else _fields(asked, "base", form)
    reconciled = reconcile(form, base=base, mine=_fields(asked, "mine", form))
    by, choices = display_name(presence.last_writer(article)), choices_in(reconciled)
    view = choices and render_to_string("admin/articles/article/conflict_choices.html", {"choices": choices, "by": by})
    shown = fragments(article, by=request.user)
    return {"version": article.version, "by": by, **reconciled, "view": view or "", "fragments": shown}


def here(admin: ModelAdmin, request: StaffRequest, asked: Asked, pk: int) -> dict:
    """Note that the writer is at the story; answers who else is, how far it has come, and what was decided on it."""
    article = Article.objects.get(pk=pk)
    others = presence.heartbeat(article, by=request.user, sheet=_sheet(asked))
    names = _presence([display_name(sheet.user) for sheet in others])
    decided = f"{article.stage} {article.timeline_version}"
    return {"version": article.version, "last": _last(article), "others": names, "decided": decided}


def standing(admin: ModelAdmin, request: StaffRequest, asked: Asked, pk: int) -> dict:
    """How the saved story stands by now: something besides its words has changed."""
    article = Article.objects.get(pk=pk)
    require(may_place_photos(request.user, article), _("change this story"))
    return {"fragments": fragments(article, by=request.user)}


def left(admin: ModelAdmin, request: StaffRequest, asked: Asked, pk: int) -> dict:
    """Note that the page was closed."""
    presence.leave(by=request.user, sheet=_sheet(asked))
    return {}


def signed_in(admin: ModelAdmin, request: StaffRequest) -> TemplateResponse:
    """A page that says to go back to the story, shown after signing in again in a tab beside it."""
    context = {**admin.admin_site.each_context(request), "title": _("You are signed in")}
    return TemplateResponse(request, "admin/articles/article/signed_in.html", context)


def autosave_data(request: StaffRequest, article: Article | None, form: ArticleForm) -> dict:
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


def _sheet(asked):
    """The page's token. Raises NotUnderstood."""
    try:
        return UUID(asked.text("sheet"))
    except ValueError as error:
        raise NotUnderstood("The request names no sheet.") from error


def _fields(asked, name, form):
    """What was typed into the form's fields: strings and lists of strings by name. Raises NotUnderstood."""
    typed = asked.fields(name)
    if typed is None:
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
    if article is None:
        require(may_write(request.user), _("begin a story"))
    else:
        require(may_place_photos(request.user, article), _("change this story"))
    form_class = admin.get_form(request, article, change=article is not None)
    typed = asked.fields("fields")
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


def _saved(article, refused, by):
    """The answer to what was saved: the story's state now, and what was not saved and why."""
    change = reverse("admin:articles_article_change", args=[article.pk])
    why = " ".join(f"{name.replace('_', ' ')}: {sentence}" for name, sentence in refused.items())
    saved = {"article": article.pk, "version": article.version, "change": change}
    saved["fragments"] = fragments(article, by=by)
    return {**saved, "refused": list(refused), "why": why}


def _last(article):
    """The page that wrote the present version, and the version before its first; None if it came from elsewhere."""
    page = presence.last_sheet(article)
    return {"sheet": str(page.token), "since": page.since} if page is not None else None


def _presence(names):
    """Who else is here, in words."""
    if not names:
        return ""
    return f"{get_text_list(names, 'and')} {'are' if names[1:] else 'is'} here too"

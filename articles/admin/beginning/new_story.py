"""Beginning a story with something that is there: a template, a text from a wire or mail, a file, another story.

Chiefs make templates here too. A blank story needs none of this: it has its own address.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.shared.params import number_in
from articles.admin.shared.screens import at, back_to, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.importing.from_file import ENDINGS, stories_of_file, stories_of_text
from articles.editorial.permissions import Forbidden, may_make_templates, may_write
from articles.editorial.refusals import Refusal
from articles.editorial.shelves.templates import make_template, templates
from articles.editorial.writing import drafts
from articles.models.article import Article
from articles.models.user import User

OFFERED = 8  # of somebody's own stories, to copy


class NothingGiven(Refusal):
    """A button was pressed, and what it needs was not there."""

    sentence = gettext_lazy("Nothing was begun: {what} is missing.")


class Begun(NamedTuple):
    """The drafts that were begun, and what to know about them."""

    articles: list[Article]
    notes: list[str]


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address under the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "new/", new_story, "new")]


def new_story(admin: ModelAdmin, request: StaffRequest) -> HttpResponse:
    """Show what a story can be begun with; on a POST begin it, and go on to it."""
    if not may_write(request.user):
        raise PermissionDenied
    begin = WAYS.get(request.POST.get("with", ""))
    if begin is not None:
        try:
            return _after(request, begin(request))
        except Forbidden as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        except (Refusal, ValidationError) as refusal:
            messages.error(request, " ".join(getattr(refusal, "messages", [str(refusal)])))
    makes = may_make_templates(request.user)
    context = {
        "templates": templates(),
        "own": own_stories(request.user),
        "makes_templates": makes,
        "of": _asked_of(request) if makes else None,
        "endings": ",".join(ENDINGS),
        "text": request.POST.get("text", ""),
    }
    return screen(admin, request, "beginning/new_story", _("New story"), **context)


def own_stories(user: User) -> list[Article]:
    """The stories that somebody worked on last and may copy."""
    mine = Article.objects.on_boards().unsealed().filter(Q(created_by=user) | Q(assigned_to=user))
    return list(mine.order_by("-changed_at", "-pk")[:OFFERED])


def _after(request: StaffRequest, begun: Begun) -> HttpResponse:
    """Say what happened, and go on to the story, or to the board where there are several."""
    for note in begun.notes:
        messages.info(request, note)
    if len(begun.articles) == 1:
        return back_to(begun.articles[0])
    number = len(begun.articles)
    said = ngettext("%(number)d story was begun.", "%(number)d stories were begun.", number) % {"number": number}
    messages.success(request, said)
    return HttpResponseRedirect(f"{reverse('admin:articles_article_changelist')}?state=mine")


def _asked_of(request: StaffRequest) -> Article | None:
    """The story that a template is to be made of, where the address names one that this person may open."""
    of = number_in(request.POST.get("of", "") or request.GET.get("of", ""))
    return Article.objects.open_to(request.user).filter(pk=of).first() if of else None


def _of_template(request: StaffRequest) -> Begun:
    template = get_object_or_404(templates(), pk=number_in(request.POST.get("template", "")) or 0)
    return Begun([drafts.duplicate(template, by=request.user)], [])


def _of_copy(request: StaffRequest) -> Begun:
    pk = number_in(request.POST.get("story", "")) or 0
    story = get_object_or_404(Article.objects.open_to(request.user), pk=pk)
    return Begun([drafts.duplicate(story, by=request.user)], [])


def _of_text(request: StaffRequest) -> Begun:
    text = request.POST.get("text", "")
    if not text.strip():
        raise NothingGiven(what=_("the text"))
    return Begun(*stories_of_text(text.encode(), by=request.user))


def _of_file(request: StaffRequest) -> Begun:
    file = request.FILES.get("file")
    if not isinstance(file, TemporaryUploadedFile):
        raise NothingGiven(what=_("the file"))
    return Begun(*stories_of_file(Path(file.temporary_file_path()), file.name or "", by=request.user))


def _a_template(request: StaffRequest) -> Begun:
    template = make_template(request.POST.get("name", ""), by=request.user, of=_asked_of(request))
    said = _("This is a template: write what stays, and what is to come as “[TK: score]”. It is never published.")
    return Begun([template], [said])


# By what the buttons are called on the wire.
WAYS: dict[str, Callable[[StaffRequest], Begun]] = {
    "template": _of_template,
    "copy": _of_copy,
    "text": _of_text,
    "file": _of_file,
    "new-template": _a_template,
}

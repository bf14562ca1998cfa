"""The screen of a story's seal: closing it, to whom it is open, who has opened it, and opening it to everybody."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.dispatch import receiver
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.shared.params import number_in
from articles.admin.shared.screens import SEAL, at, back_to, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.permissions import Forbidden, may_name_people, may_open, may_seal
from articles.editorial.refusals import Refusal
from articles.editorial.writing import seal as sealing
from articles.models.article import Article
from articles.models.user import User
from articles.signals import story_sealed

MOST_OPENINGS = 200  # are listed, the newest first


class StaffField(forms.ModelChoiceField):
    """A choice among those who can sign in, by the names that colleagues use."""

    def label_from_instance(self, obj):
        name = obj.get_full_name()
        return f"{name} ({obj.get_username()})" if name else obj.get_username()


class PersonForm(forms.Form):
    """Who is to be let in."""

    person = StaffField(User.objects.none(), label=gettext_lazy("Open it to"))

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, **kwargs)
        staff = User.objects.filter(is_active=True, is_staff=True).exclude(username="system")
        inside = article.sealed_to.open_at(timezone.now()).values("user")
        field: Any = self.fields["person"]
        field.queryset = staff.exclude(pk__in=inside).order_by("first_name", "last_name", "username")


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address under the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "<int:pk>/seal/", seal, SEAL)]


def seal(admin: ModelAdmin, request: StaffRequest, pk: int) -> HttpResponse:
    """Show to whom the story is open, or offer to seal it; on a POST do what was pressed."""
    article = get_object_or_404(Article, pk=pk)
    if not (may_seal(request.user, article) or (article.is_sealed and may_open(request.user, article))):
        raise PermissionDenied
    form = PersonForm(article=article)
    if request.method == "POST":
        form = PersonForm(request.POST if request.POST.get("do") == "add" else None, article=article)
        try:
            if (done := _done(request, article, form)) is not None:
                return done
        except Forbidden as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        except Refusal as refusal:
            messages.error(request, str(refusal))
    may_name = may_name_people(request.user, article)
    context = {
        "article": article,
        "form": form,
        "may_name": may_name,
        "people": list(article.sealed_to.select_related("user")),
        "openings": sealing.openings(article)[:MOST_OPENINGS] if may_name else [],
    }
    return screen(admin, request, "article/seal", _("Sealed story") if article.is_sealed else _("Seal"), **context)


def people_in(article: Article, user: User) -> str:
    """The names of those to whom a sealed story is open, in a row, the one who reads it as “you”."""
    inside = [row.user for row in article.sealed_to.select_related("user")]
    names = [person.get_full_name() or person.get_username() for person in inside if person != user]
    return get_text_list([*names, _("you")] if user in inside else names, _("and"))


def _done(request, article, form):
    """Do what was pressed and say so; returns where to go on, None where something is missing. Raises Refusal."""
    by, (what, _colon, number) = request.user, request.POST.get("do", "").partition(":")
    here = HttpResponseRedirect(reverse("admin:articles_article_seal", args=[article.pk]))
    if what == "seal":
        sealing.seal(article, by=by)
        messages.success(request, _("Sealed. Only those named here can open it from now on."))
    elif what == "unseal":
        sealing.unseal(article, by=by)
        messages.success(request, _("The story is open to everybody on staff again."))
        return back_to(article)
    elif what == "add":
        if not form.is_valid():
            return None
        sealing.add_person(article, form.cleaned_data["person"], by=by)
    elif what == "remove":
        person = User.objects.filter(pk=number_in(number) or 0).first()
        if person is not None:
            sealing.remove_person(article, person, by=by)
        if person == by:
            return HttpResponseRedirect(reverse("admin:articles_article_changelist"))
    return here


@receiver(story_sealed)
def forget_in_stock_log(article, **_more):
    """Let Django's own log call the story what everybody calls it now: it holds the headlines of all its savings."""
    kind = ContentType.objects.get_for_model(Article)
    LogEntry.objects.filter(content_type=kind, object_id=str(article.pk)).update(object_repr=str(article))

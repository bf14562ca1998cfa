"""Assigning a story that nobody has begun: what it is about, who writes it, until when, for which slot."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from articles.admin.shared.screens import at, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import which_clock
from articles.editorial.notifications.sentences import called
from articles.editorial.permissions import may_assign
from articles.editorial.refusals import Refusal
from articles.editorial.writing.assignment import LONGEST_TITLE, plan_story, writers
from articles.models.article import MOST_WORDS, Article
from articles.models.desk import Desk
from articles.models.user import User
from articles.text.checks.lengths import words_wanted
from media.date_time_field import LocalDateTimeField


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address among the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "assign/", assign_new, "assign")]


class Writer(forms.ModelChoiceField):
    """A choice of colleagues by the name that they are called by."""

    def label_from_instance(self, obj: Any) -> str:
        return called(obj)


class Length(forms.CharField):
    """How many words are wanted, typed as words or as minutes; None for nothing."""

    def clean(self, value: Any) -> int | None:
        typed = super().clean(value)
        words = words_wanted(typed) if typed else None
        if typed and (words is None or not 0 < words <= MOST_WORDS):
            raise forms.ValidationError(_("Say how long in words or minutes: 600, or 3 min."))
        return words


class AssignForm(forms.Form):
    """An assignment."""

    title = forms.CharField(label=lazy("What it is about"), max_length=LONGEST_TITLE)
    to = Writer(label=lazy("Who writes it"), queryset=User.objects.none(), required=False)
    desk = forms.ModelChoiceField(label=lazy("Desk"), queryset=Desk.objects.none(), required=False)
    due_at = LocalDateTimeField(label=lazy("Due"), required=False)
    slot_at = LocalDateTimeField(label=lazy("To be out at"), required=False)
    word_budget = Length(
        label=lazy("How long"), required=False, max_length=20, help_text=lazy("In words or minutes: 600, or 3 min.")
    )
    brief = forms.CharField(label=lazy("Brief"), widget=forms.Textarea(attrs={"rows": 4}), required=False)

    def __init__(self, *args: Any, by: User, **named: Any) -> None:
        super().__init__(*args, **named)
        to: Any = self.fields["to"]
        to.queryset, to.empty_label = writers(), _("Nobody yet")
        desk: Any = self.fields["desk"]
        desk.queryset = Desk.objects.filter(pk__in=by.desk_ids()) if by.desk_ids() else Desk.objects.all()


def assign_new(admin: ModelAdmin, request: StaffRequest) -> HttpResponse:
    """Ask for an assignment; a POST makes it and leads to the day on which it stands."""
    if not may_assign(request.user, Article()):
        raise PermissionDenied
    form = AssignForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            story = plan_story(given.pop("title"), by=request.user, **given)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _on_its_day(request, story)
    context = {"form": form, "clock": which_clock()}
    return screen(admin, request, "board/assign", _("Assign a story"), **context)


def _on_its_day(request: StaffRequest, story: Article) -> HttpResponse:
    """Say what was assigned, and lead to the day of its slot, or on which it is due."""
    who = called(story.assigned_to) if story.assigned_to else _("Nobody yet")
    messages.success(request, _("Assigned: “%(story)s”, %(who)s.") % {"story": story, "who": who})
    moment = story.slot_at or story.due_at or timezone.now()
    day = timezone.localdate(moment)
    return HttpResponseRedirect(f"{reverse('admin:articles_article_planned')}?view=day&day={day}")

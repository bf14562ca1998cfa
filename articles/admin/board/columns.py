"""The board's columns: which there are, and which somebody chose to see."""

from typing import TYPE_CHECKING

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.shared.screens import at
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.site.saved_lists import chosen_in, keep_columns
from articles.models.user import User

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

STORY = "story"  # always the first
# In the order in which they stand; the usual ones are those that somebody sees who has chosen none.
COLUMNS: "dict[str, Words]" = {
    "state": _("State"),
    "blocked_by": _("Blocked by"),
    "in_it_now": _("In it now"),
    "at_desk": _("Desk"),
    "kicker": _("Lead topic"),
    "bylines": _("Byline"),
    "writer": _("Who writes it"),
    "due": _("Due"),
    "slot": _("To be out at"),
    "words": _("Words"),
    "readings": _("Readings"),
    "photo": _("Photo"),
    "changed": _("Changed"),
}
USUAL = ("state", "blocked_by", "in_it_now", "at_desk", "writer", "due", "changed")


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address among the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "columns/", choose, "columns")]


def columns_of(user: User) -> list[str]:
    """The columns that somebody sees, beside the story itself."""
    chosen = set(user.board_columns)
    return [name for name in COLUMNS if name in chosen] or list(USUAL)


def columns_to_choose(user: User) -> "list[tuple[str, Words, bool]]":
    """(name, words, whether it is shown) of each column."""
    shown = columns_of(user)
    return [(name, words, name in shown) for name, words in COLUMNS.items()]


def choose(admin: ModelAdmin, request: StaffRequest) -> HttpResponse:
    """Keep which columns the person wants, and lead back to what they looked at."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    named = set(request.POST.getlist("column"))
    wanted = [name for name in COLUMNS if name in named]
    keep_columns(User.objects.get(pk=request.user.pk), [] if wanted == list(USUAL) else wanted)
    query = chosen_in(request.POST.get("query", "").replace("\0", ""))
    return HttpResponseRedirect(f"{reverse('admin:articles_article_changelist')}?{query}")

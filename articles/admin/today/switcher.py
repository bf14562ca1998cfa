"""Ctrl+K: stories, people, topics, photos and screens by words, each for whoever may look at such things."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib.admin import AdminSite
from django.http import HttpResponse, JsonResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.permissions import may_look
from articles.models.article import Article
from articles.models.person import Person
from articles.models.topic import Topic
from articles.models.user import User
from articles.search.photo_index import find_photos
from articles.search.working_copies import find_articles
from articles.text.languages.folding import fold
from media.models import Photo

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

MOST = 6  # of each kind
LONGEST = 200  # characters of a question


class Screen(NamedTuple):
    """A screen of the admin: its address's name, what it is called, and the right without which it is not offered."""

    name: str
    title: "Words"
    right: str = ""


SCREENS = (
    Screen("articles_article_add", gettext_lazy("New story"), "articles.add_article"),
    Screen("index", gettext_lazy("The desk today")),
    Screen("articles_article_changelist", gettext_lazy("Stories"), "articles.view_article"),
    Screen("articles_article_planned", gettext_lazy("Planned"), "articles.view_article"),
    Screen("articles_article_assign", gettext_lazy("Assign a story"), "articles.approve_article"),
    Screen("articles_article_order", gettext_lazy("Order of pages"), "articles.publish_article"),
    Screen("media_photo_changelist", gettext_lazy("Photos"), "media.view_photo"),
    Screen("media_photo_upload", gettext_lazy("Add many photos"), "media.add_photo"),
    Screen("media_photo_at_risk", gettext_lazy("Stories at risk"), "media.view_photo"),
    Screen("articles_person_changelist", gettext_lazy("People"), "articles.view_person"),
    Screen("articles_personsuggestion_changelist", gettext_lazy("Suggested people"), "articles.view_personsuggestion"),
    Screen("articles_topic_changelist", gettext_lazy("Topics"), "articles.view_topic"),
    Screen("articles_desk_changelist", gettext_lazy("Desks"), "articles.view_desk"),
    Screen("articles_viewcount_changelist", gettext_lazy("Readings"), "articles.view_viewcount"),
    Screen("articles_correction_changelist", gettext_lazy("Corrections"), "articles.view_correction"),
    Screen("articles_logentry_changelist", gettext_lazy("Log"), "articles.view_logentry"),
    Screen("inbox", gettext_lazy("Inbox")),
    Screen("inbox_told", gettext_lazy("How you hear of what")),
    Screen("articles_user_me", gettext_lazy("Your account")),
    Screen("articles_user_changelist", gettext_lazy("Staff"), "articles.view_user"),
    Screen("articles_publisher_changelist", gettext_lazy("The house"), "articles.change_publisher"),
    Screen("how_are_we", gettext_lazy("How are we?"), "articles.change_publisher"),
    Screen("articles_staticpage_changelist", gettext_lazy("Pages of the house"), "articles.change_staticpage"),
    Screen("articles_houseword_changelist", gettext_lazy("Words of the house"), "articles.change_houseword"),
)


def switcher(site: AdminSite, request: StaffRequest) -> HttpResponse:
    """Answer with what is found by `?q=`; without words, with the stories changed last and all screens."""
    words = request.GET.get("q", "").replace("\0", "")[:LONGEST].strip()
    return JsonResponse({"groups": [group for group in _groups(request.user, words) if group["entries"]]})


def _groups(user: User, words: str) -> Iterator[dict[str, Any]]:
    screens = [_entry(found, screen.title) for screen in SCREENS if (found := _address(user, screen, words))]
    if words:
        yield {"title": _("Screens"), "entries": screens[:MOST]}
    if may_look(user):
        yield {"title": _("Stories"), "entries": _stories(user, words)}
    if words and user.has_perm("articles.view_person"):
        yield {"title": _("People"), "entries": _named(Person, "articles_person_change", words)}
    if words and user.has_perm("articles.view_topic"):
        yield {"title": _("Topics"), "entries": _named(Topic, "articles_topic_change", words)}
    if words and user.has_perm("media.view_photo"):
        yield {"title": _("Photos"), "entries": _photos(words)}
    if not words:
        yield {"title": _("Screens"), "entries": screens}


def _address(user: User, screen: Screen, words: str) -> str:
    """The address of a screen that the person may open and that the words name; else ""."""
    if (screen.right and not user.has_perm(screen.right)) or fold(words) not in fold(str(screen.title)):
        return ""
    try:
        return reverse(f"admin:{screen.name}")
    except NoReverseMatch:
        return ""


def _stories(user: User, words: str) -> list[dict[str, str]]:
    """The stories that have the words, or were changed last; a sealed one says that it is one."""
    stories = Article.objects.on_boards().open_to(user)
    if words:
        # No index has sealed stories: they are found by nobody by their words.
        stories = stories.filter(pk__in=find_articles(words, among=stories)[:MOST])
    found = stories.select_related("desk").order_by("-changed_at", "-pk")[:MOST]
    return [
        _entry(
            reverse("admin:articles_article_change", args=[story.pk]),
            str(story),
            "" if story.is_sealed or story.desk is None else story.desk.name,
        )
        for story in found
    ]


def _named(model: Any, screen: str, words: str) -> list[dict[str, str]]:
    rows = model.objects.filter(key__contains=fold(words)).order_by("name", "pk")[:MOST]
    return [_entry(reverse(f"admin:{screen}", args=[row.pk]), row.name) for row in rows]


def _photos(words: str) -> list[dict[str, str]]:
    photos = Photo.objects.filter(pk__in=find_photos(words)[:MOST]).order_by("-pk")
    return [_entry(reverse("admin:media_photo_change", args=[photo.pk]), str(photo)) for photo in photos]


def _entry(address: str, title: "Words", more: str = "") -> dict[str, str]:
    return {"address": address, "title": str(title), "more": more}

"""What of our own a writer may link to by words: stories, told apart by date and desk; topics; people."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.shared.json_api import Asked
from articles.admin.shared.params import number_in
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import user_time
from articles.editorial.permissions import may_look, require
from articles.models.address import Address
from articles.models.article import Article, ArticleQuerySet
from articles.models.edition import Edition, EditionTopic
from articles.models.person import Person
from articles.models.topic import Topic
from articles.search import working_copies
from articles.text.languages.folding import fold

MOST = 8
NAMED = 3  # topics, and people, that answer to words


def find_targets(request: StaffRequest, asked: Asked) -> dict:
    """Stories that `q` finds by headline first, then by any word or by their address; the newest without any `q`.

    Each option has `label`, its headline for readers where it is out; `note`; and `story`, its number. `linked` comes
    before the others, `here` is never among them. Only what this person may read is found. Topics in print and people
    whose names have the words follow, with `topic` or `person`, before the stories where `q` is all of their name;
    none with `only` "stories", which is what a line of its own may lead to.
    """
    require(may_look(request.user), _("look at stories"))
    now, open_to = timezone.now(), Article.objects.on_boards().open_to(request.user)
    linked, here, typed = number_in(asked.text("linked")), number_in(asked.text("here")), asked.text("q").strip()
    found = _found(typed, open_to.exclude(pk=here or 0), now)
    numbers = list(dict.fromkeys([*([linked] if linked else []), *found]))[:MOST]
    options = _options(numbers, open_to, now)
    if typed and not _own_path(typed) and asked.text("only") != "stories":
        options += [*_topics(request, typed, now), *_people(request, typed)]
        options.sort(key=lambda option: "story" in option or fold(option["label"]) != fold(typed))
    return {"options": options}


def _topics(request: StaffRequest, typed: str, now: datetime) -> list[dict]:
    """Topics that readers know and that have each typed word in their name."""
    if not request.user.has_perm("articles.view_topic"):
        return []
    in_print = Exists(EditionTopic.objects.live(now).filter(topic=OuterRef("pk")))
    topics = Topic.objects.filter(in_print, *(Q(key__contains=word) for word in fold(typed).split()))
    return [{"label": topic.name, "note": _("topic"), "topic": topic.pk} for topic in topics.order_by("name")[:NAMED]]


def _people(request: StaffRequest, typed: str) -> list[dict]:
    """People who answer to what was typed."""
    if not request.user.has_perm("articles.view_person"):
        return []
    people = Person.objects.answering_to(typed).order_by("name", "pk")[:NAMED]
    return [
        {
            "label": person.name,
            "note": " · ".join(part for part in (_("person"), person.standing) if part),
            "person": person.pk,
        }
        for person in people
    ]


def _found(typed: str, among: ArticleQuerySet, now: datetime) -> list[int]:
    """The numbers of the stories that answer to what was typed, the likeliest first."""
    if not typed:
        return list(among.order_by("-changed_at", "-pk").values_list("pk", flat=True)[:MOST])
    path = _own_path(typed)
    if path:
        return list(
            among.filter(pk__in=Address.objects.filter(path=path, from_at__lte=now).values("article")).values_list(
                "pk", flat=True
            )
        )
    matching = working_copies.find_articles(typed, among=among)
    named = Q()
    for word in typed.split():
        named &= Q(headline__icontains=word)
    by_headline = among.filter(named, pk__in=matching).order_by("-changed_at", "-pk").values_list("pk", flat=True)
    return list(dict.fromkeys([*by_headline[:MOST], *matching[:MOST]]))


def _own_path(typed: str) -> str:
    """The path of an address on our site, or "" where it is none."""
    if typed.startswith("/"):
        return typed
    parts, site = urlsplit(typed), urlsplit(settings.SITE_URL)
    return parts.path if parts.netloc and parts.netloc == site.netloc else ""


def _options(numbers: list[int], open_to: ArticleQuerySet, now: datetime) -> list[dict]:
    """The stories of these numbers as options, in this order; two queries."""
    articles = open_to.select_related("desk").in_bulk(numbers)
    live = {edition.article_id: edition for edition in _live(numbers, now)}
    return [_option(articles[number], live.get(number)) for number in numbers if number in articles]


def _live(numbers: Iterable[int], now: datetime) -> Iterable[Edition]:
    return Edition.objects.live(now).filter(article_id__in=numbers).only("article_id", "headline", "dated_at")


def _option(article: Article, edition: Edition | None) -> dict:
    """A story with what tells it from another one."""
    when = user_time(edition.dated_at) if edition else _("not out")
    note = " · ".join(part for part in (when, str(article.desk) if article.desk else "") if part)
    return {"label": edition.headline if edition else str(article), "note": note, "story": article.pk}

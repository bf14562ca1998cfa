"""What of our own a writer may link to by words: stories, told apart by date and desk; topics; people."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.shared.json_api import Asked
from articles.admin.shared.params import number_in
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import user_time
from articles.editorial.permissions import may_look, require
from articles.embargo import Kind
from articles.models.address import Address
from articles.models.article import Article, ArticleQuerySet
from articles.models.edition import Edition, EditionTopic
from articles.models.person import Person
from articles.models.topic import Topic
from articles.search import working_copies
from articles.text.languages.folding import fold

MOST = 8
NAMED = 3  # topics, and people, that answer to words
Options = list[dict[str, Any]]


def find_targets(request: StaffRequest, asked: Asked) -> dict:
    """What `q` finds: by their whole name topics in print and people; then stories by headline; then other topics and
    people; then stories by any word. An address of ours finds its story; without any `q`, the newest stories.

    Each option has `label`, a story's headline for readers where it is out; `note`; and the number `story`, `topic` or
    `person`. What is linked now, by a number in `linked` (a story), `topic` or `person`, comes first where nothing is
    typed, and says `is_now`; the story `here` is never found. Only what this person may read is.
    """
    require(may_look(request.user), _("look at stories"))
    now, open_to = timezone.now(), Article.objects.on_boards().open_to(request.user)
    linked, here, typed = number_in(asked.text("linked")), number_in(asked.text("here")), asked.text("q").strip()
    sure, others = _found(typed, open_to.exclude(pk=here or 0), now)
    numbers = list(dict.fromkeys([*([linked] if linked else []), *sure, *others]))[:MOST]
    stories = _options(numbers, open_to, now)
    names = _names(request, asked, typed, now)
    whole = [option for option in names if not typed or fold(option["label"]) == fold(typed)]
    named = [option for option in stories if option["story"] in {linked, *sure}]
    if not typed:
        for option in (*names, *(story for story in stories if story["story"] == linked)):
            option["is_now"] = True
    ranked = [*whole, *named, *(option for option in [*names, *stories] if option not in whole and option not in named)]
    return {"options": ranked}


def _names(request: StaffRequest, asked: Asked, typed: str, now: datetime) -> Options:
    """The topics and people that were typed; where nothing was, the one that is linked now."""
    found: Options = []
    topic, person = number_in(asked.text("topic")) or 0, number_in(asked.text("person")) or 0
    by_words = bool(typed) and not _own_path(typed)
    if (by_words or topic) and request.user.has_perm("articles.view_topic"):
        has_words = (Q(key__contains=word) for word in fold(typed).split())
        found += _topics(Topic.rows.filter(*has_words) if by_words else Topic.rows.filter(pk=topic), now)
    if (by_words or person) and request.user.has_perm("articles.view_person"):
        found += _people(Person.objects.answering_to(typed) if by_words else Person.objects.filter(pk=person))
    return found


def _topics(rows: QuerySet[Topic], now: datetime) -> Options:
    """Those that readers know, under the name of today: one that was merged is found by its old name too."""
    in_print = Exists(EditionTopic.objects.live(now).filter(topic=OuterRef("pk")))
    rows = rows.order_by()
    today = Q(pk__in=rows.values("pk")) | Q(pk__in=rows.values("redirects_to"))
    topics = Topic.objects.filter(in_print, today).order_by("name")[:NAMED]
    return [{"label": topic.name, "note": _("topic"), "topic": topic.pk} for topic in topics]


def _people(people: QuerySet[Person]) -> Options:
    found = people.order_by("name", "pk")[:NAMED]
    notes = ((person, (_("person"), person.standing)) for person in found)
    return [
        {"label": person.name, "note": " · ".join(filter(None, note)), "person": person.pk} for person, note in notes
    ]


def _found(typed: str, among: ArticleQuerySet, now: datetime) -> tuple[list[int], list[int]]:
    """The numbers of the stories that answer to what was typed: by headline or address, and by any word."""
    if not typed:
        return list(among.order_by("-changed_at", "-pk").values_list("pk", flat=True)[:MOST]), []
    path = _own_path(typed)
    if path:
        at_address = Address.objects.filter(path=path, from_at__lte=now).values("article")
        return list(among.filter(pk__in=at_address).values_list("pk", flat=True)), []
    matching = working_copies.find_articles(typed, among=among)
    named = Q()
    for word in typed.split():
        named &= Q(headline__icontains=word)
    by_headline = among.filter(named, pk__in=matching).order_by("-changed_at", "-pk").values_list("pk", flat=True)
    return list(by_headline[:MOST]), list(matching[:MOST])


def _own_path(typed: str) -> str:
    """The path of an address on our site, or "" where it is none."""
    if typed.startswith("/"):
        return typed
    parts, site = urlsplit(typed), urlsplit(settings.SITE_URL)
    return parts.path if parts.netloc and parts.netloc == site.netloc else ""


def _options(numbers: list[int], open_to: ArticleQuerySet, now: datetime) -> Options:
    """The stories of these numbers as options, in this order; two queries."""
    articles = open_to.select_related("desk").in_bulk(numbers)
    editions = Edition.objects.current(now).filter(article_id__in=numbers)
    current = {row.article_id: row for row in editions.only("article_id", "kind", "headline", "dated_at")}
    return [_option(articles[number], current.get(number)) for number in numbers if number in articles]


def _option(article: Article, edition: Edition | None) -> dict[str, Any]:
    """A story with what tells it from another one; `edition` is the one in force, if there is one."""
    is_live = edition is not None and edition.kind == Kind.PUBLISHED
    when = _("not out")
    if edition:
        when = user_time(edition.dated_at) if is_live else str(edition.get_kind_display()).lower()
    note = " · ".join(part for part in (when, str(article.desk) if article.desk else "") if part)
    return {"label": edition.headline if edition and is_live else str(article), "note": note, "story": article.pk}

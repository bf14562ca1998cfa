"""A story's state in words, for lists and for its own screen, read off the timeline."""

from datetime import datetime, timedelta

from django.contrib import admin
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.shared.user_time_zone import both_times, user_time
from articles.embargo import Kind
from articles.models.article import IS_AHEAD, IS_ON_SHELF, Article, Shelf, Stage
from articles.models.edition import Edition
from articles.models.log_entry import LogEntry

AHEAD = "timeline_ahead"
OUT_SINCE = "out_since"
A_DAY = timedelta(days=1)


def with_timeline(articles: QuerySet[Article], now: datetime) -> QuerySet[Article]:
    """The articles with what `state_in_words` and `behind` read: their first publication, and in one more query the
    edition in force and those to come.
    """
    firsts = Edition.objects.started(now).filter(article=OuterRef("pk"), kind=Kind.PUBLISHED).order_by("goes_live_at")
    articles = articles.annotate(**{OUT_SINCE: Subquery(firsts.values("goes_live_at")[:1])})
    return articles.prefetch_related(Prefetch("editions", _ahead(Edition.objects.all(), now), to_attr=AHEAD))


def timeline_ahead(article: Article, now: datetime) -> tuple[Edition | None, list[Edition]]:
    """(the edition in force or None, the editions to come) of an article, fetched when `with_timeline` did not."""
    editions = getattr(article, AHEAD, None)
    if editions is None:
        editions = _ahead(article.editions, now)
    current, pending = None, []
    for edition in editions:
        if edition.goes_live_at <= now:
            current = edition
        else:
            pending.append(edition)
    return current, pending


def fetch_timeline(article: Article, now: datetime) -> None:
    """Keep the edition in force and those to come on the article, for one page on which they are asked for often."""
    setattr(article, AHEAD, list(_ahead(article.editions, now)))


def state_in_words(article: Article, now: datetime, *, in_short: bool = False) -> str:
    """What readers and colleagues can expect of the story at `now`: "Draft", "Live since 5 May 2026, 18:40".

    In short, for a phone: "Live", and "Scheduled for 18:40" where that is within a day.
    """
    if article.shelf:
        return str(article.get_shelf_display())
    current, pending = timeline_ahead(article, now)
    parts: list[str] = []
    if current is not None and current.kind == Kind.PUBLISHED:
        parts += [_("Live")] if in_short else _live_in_words(article, current, now)
    elif current is not None:
        parts.append(current.get_kind_display())
    if article.stage != Stage.DRAFT or not (parts or pending):
        parts.append(article.get_stage_display())
    for edition in pending:
        words = _("Ends %(time)s") if edition.kind == Kind.EXPIRED else _("Scheduled for %(time)s")
        at = edition.goes_live_at
        parts.append(words % {"time": _clock(at, now) if in_short else both_times(at)})
    return " · ".join(parts)


def state_on_lists(article: Article, now: datetime) -> str:
    """The state where others read it too: of a sealed story, that it is."""
    return _("Sealed") if article.is_sealed else state_in_words(article, now)


def behind(article: Article, now: datetime) -> Edition | None:
    """The edition that readers will see last of all that is settled, where its text is not the working copy's."""
    current, pending = timeline_ahead(article, now)
    published = [each for each in (current, *pending) if each is not None and each.kind == Kind.PUBLISHED]
    return published[-1] if published and article.published_version != article.version else None


def behind_in_words(edition: Edition, now: datetime) -> str:
    """That readers get another text than the one that is written: what `behind` gave, for the person who writes."""
    text = _clock(edition.revision.made_at, now) if edition.revision else ""
    if edition.goes_live_at <= now:
        return _("What readers see is the text of %(text)s; yours differs.") % {"text": text}
    out = _clock(edition.goes_live_at, now)
    return _("What goes out at %(out)s is the text of %(text)s; yours differs.") % {"out": out, "text": text}


def behind_in_short(edition: Edition, now: datetime) -> str:
    """The same in a few words, beside the story's state."""
    return _("changes not yet published") if edition.goes_live_at <= now else _("newer text not yet scheduled")


def undone_in_words(entry: LogEntry) -> str:
    """That a story is a draft again because it was changed after that entry of the log, which a change has undone."""
    if entry.verb == "approve":
        said = _("The approval by %(name)s is gone, because the text was changed since %(time)s: submit it again.")
    else:
        said = _("It was in review since %(time)s and is a draft again, because the text was changed: submit it again.")
    return said % {"name": entry.by or _("somebody who has left"), "time": user_time(entry.at)}


def _ahead(editions, now):
    """Those in force and to come, in order, with what is read of them here."""
    ahead = editions.filter(ends_at__gt=now).select_related("revision").order_by("goes_live_at")
    return ahead.only("article_id", "kind", "goes_live_at", "ends_at", "path", "revision__made_at")


def _live_in_words(article, current, now):
    """Since when readers have the story, and since when in its present words."""
    since = getattr(article, OUT_SINCE, None)
    if since is None:
        started = article.editions.started(now).filter(kind=Kind.PUBLISHED).order_by("goes_live_at")
        since = started.values_list("goes_live_at", flat=True).first()
    yield _("Live since %(time)s") % {"time": user_time(since)}
    if current.goes_live_at > since:
        yield _("updated %(time)s") % {"time": user_time(current.goes_live_at)}


def _clock(at, now):
    """A moment on the person's clock: "19:29", with its day unless that is within a day of now."""
    local = timezone.localtime(at)
    time = date_format(local, "TIME_FORMAT")
    if abs(at - now) < A_DAY:
        return time
    date = date_format(local, "DATE_FORMAT")
    day = f"{date_format(local, 'D')} {date}" if at > now else date
    return _("%(time)s on %(date)s") % {"time": time, "date": day}


STATES = {
    "mine": gettext_lazy("My drafts"),
    "sent_back": gettext_lazy("Sent back"),
    "submitted": gettext_lazy("Waiting for review"),
    "approved": gettext_lazy("Approved"),
    "scheduled": gettext_lazy("Scheduled"),
    "ahead": gettext_lazy("With unpublished changes"),
    "live": gettext_lazy("Live"),
    "down": gettext_lazy("Withdrawn or expired"),
    "draft": gettext_lazy("All drafts"),
    "scraps": gettext_lazy("Scraps"),
    "templates": gettext_lazy("Templates"),
}
ON_SHELVES = {"scraps": Shelf.SCRAPS, "templates": Shelf.TEMPLATES}  # the tabs of what is in no other


class StateFilter(admin.SimpleListFilter):
    """Stories by their state: the board's tabs. Each begins with the few rows that an index knows."""

    title = gettext_lazy("state")
    parameter_name = "state"
    template = "admin/articles/board/in_tabs.html"

    def lookups(self, request, model_admin):
        return STATES.items()

    def queryset(self, request, queryset):
        shelf = ON_SHELVES.get(self.value() or "")
        if shelf:
            return queryset.filter(IS_ON_SHELF, shelf=shelf)
        now, queryset = timezone.now(), queryset.on_boards()
        known = Edition.objects.order_by().values("article_id")
        here = Edition.objects.filter(article=OuterRef("pk"))
        # Said so that no index of stages is used: nearly all stories, those long out too, are in that of a draft.
        is_draft = ~Q(stage__in=[Stage.SENT_BACK, Stage.SUBMITTED, Stage.APPROVED])
        unseen = queryset.filter(IS_AHEAD, is_draft, ~Exists(here.filter(ends_at__gt=now)))
        match self.value():
            case "mine":
                return unseen.filter(created_by=request.user)
            case "draft":
                return unseen
            case "sent_back" | "submitted" | "approved" as stage:
                return queryset.filter(stage=stage)
            case "scheduled":
                return queryset.filter(pk__in=known.pending(now).filter(kind=Kind.PUBLISHED))
            case "ahead":
                return queryset.filter(IS_AHEAD, Exists(here.filter(kind=Kind.PUBLISHED, ends_at__gt=now)))
            case "live":
                return queryset.filter(Exists(here.live(now)))
            case "down":
                return queryset.filter(pk__in=known.current(now).filter(revision__isnull=True))
        return queryset

"""A story's state in words, for lists and for its own screen, read off the timeline."""

from datetime import datetime

from django.contrib import admin
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from articles.admin.shared.user_time_zone import both_times, user_time
from articles.embargo import Kind
from articles.models.article import IS_AHEAD, Article, Stage
from articles.models.edition import Edition

AHEAD = "timeline_ahead"


def with_timeline(articles: QuerySet[Article], now: datetime) -> QuerySet[Article]:
    """The articles with what `state_in_words` reads: the edition in force and those to come, in one more query."""
    ahead = Edition.objects.filter(ends_at__gt=now).only("article_id", "kind", "goes_live_at", "ends_at", "path")
    return articles.prefetch_related(Prefetch("editions", ahead.order_by("goes_live_at"), to_attr=AHEAD))


def timeline_ahead(article: Article, now: datetime) -> tuple[Edition | None, list[Edition]]:
    """(the edition in force or None, the editions to come) of an article, fetched when `with_timeline` did not."""
    editions = getattr(article, AHEAD, None)
    if editions is None:
        editions = article.editions.filter(ends_at__gt=now).order_by("goes_live_at")
    current, pending = None, []
    for edition in editions:
        if edition.goes_live_at <= now:
            current = edition
        else:
            pending.append(edition)
    return current, pending


def state_in_words(article: Article, now: datetime) -> str:
    """What readers and colleagues can expect of the story at `now`: "Draft", "Live since 5 May 2026, 18:40"."""
    current, pending = timeline_ahead(article, now)
    parts = []
    if current is not None and current.kind == Kind.PUBLISHED:
        parts.append(f"Live since {user_time(current.goes_live_at)}")
    elif current is not None:
        parts.append(current.get_kind_display())
    if article.stage != Stage.DRAFT or not (parts or pending):
        parts.append(article.get_stage_display())
    for edition in pending:
        is_end = edition.kind == Kind.EXPIRED
        parts.append(f"{'Ends' if is_end else 'Scheduled for'} {both_times(edition.goes_live_at)}")
    return " · ".join(parts)


STATES = {
    "mine": "My drafts",
    "submitted": "Waiting for review",
    "approved": "Approved",
    "scheduled": "Scheduled",
    "ahead": "Live, with unpublished changes",
    "live": "Live",
    "down": "Withdrawn or expired",
    "draft": "All drafts",
}


class StateFilter(admin.SimpleListFilter):
    """Stories by their state: the board's tabs. Each begins with the few rows that an index knows."""

    title = "state"
    parameter_name = "state"
    template = "admin/articles/board/in_tabs.html"

    def lookups(self, request, model_admin):
        return STATES.items()

    def queryset(self, request, queryset):
        now = timezone.now()
        known = Edition.objects.order_by().values("article_id")
        here = Edition.objects.filter(article=OuterRef("pk"))
        # Said so that no index of stages is used: nearly all stories, those long out too, are in that of a draft.
        is_draft = ~Q(stage__in=[Stage.SUBMITTED, Stage.APPROVED])
        unseen = queryset.filter(IS_AHEAD, is_draft, ~Exists(here.filter(ends_at__gt=now)))
        match self.value():
            case "mine":
                return unseen.filter(created_by=request.user)
            case "draft":
                return unseen
            case "submitted" | "approved" as stage:
                return queryset.filter(stage=stage)
            case "scheduled":
                return queryset.filter(pk__in=known.pending(now).filter(kind=Kind.PUBLISHED))
            case "ahead":
                return queryset.filter(IS_AHEAD, Exists(here.live(now)))
            case "live":
                return queryset.filter(Exists(here.live(now)))
            case "down":
                return queryset.filter(pk__in=known.current(now).filter(revision__isnull=True))
        return queryset

"""Page views for editors: how much was read and published lately, and which stories were read most, as plain plots."""

from django.contrib import admin
from django.db.models import Count, Sum
from django.db.models.functions import TruncDate
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.shared.read_only import ReadOnlyAdmin
from articles.admin.shared.svg_bars import bars
from articles.models.edition import Edition
from articles.models.view_count import ViewCount, days_before
from articles.site_time_zone import site_date, site_midnight

DAYS, TOP = 28, 20


@admin.register(ViewCount)
class ViewCountsAdmin(ReadOnlyAdmin):
    """One page of plots in the place of a list."""

    def changelist_view(self, request, extra_context=None):
        """Draw the last four weeks. Raises PermissionDenied."""
        if not self.has_view_permission(request):
            return super().changelist_view(request, extra_context)
        now = timezone.now()
        days = days_before(site_date(now), DAYS)
        context = self.admin_site.each_context(request) | {
            "title": _("Readings"),
            "opts": self.opts,
            "plots": [
                ("Page views a day", bars(_views_on(days))),
                ("Stories published a day", bars(_stories_on(days, now))),
            ],
            "stories": _most_read(days, now),
            "first_day": days[0],
        }
        return render(request, "admin/articles/viewcount/change_list.html", context)


def _views_on(days):
    """(date, views) of each day."""
    rows = ViewCount.objects.since(days[0]).order_by().values("date").annotate(total=Sum("times"))
    counted = dict(rows.values_list("date", "total"))
    return [(day, counted.get(day, 0)) for day in days]


def _stories_on(days, now):
    """(date, stories that readers see now) of each day by the date they are shown."""
    midnight = site_midnight(days[0])
    recent = Edition.objects.live(now).filter(dated_at__gte=midnight).order_by()
    counted = dict(
        recent.values_list(TruncDate("dated_at", tzinfo=timezone.get_default_timezone())).annotate(number=Count("pk"))
    )
    return [(day, counted.get(day, 0)) for day in days]


def _most_read(days, now):
    """(Edition, its views, their Bars day by day) of the stories read most that readers still see."""
    within = ViewCount.objects.since(days[0])
    stories = Edition.objects.live(now).filter(article_id__in=within.order_by().values("article_id"))
    top = list(stories.annotate(views=within.total_of("article_id")).order_by("-views", "-article_id")[:TOP])
    rows = within.filter(article_id__in=[story.article_id for story in top])
    counted = {(row.article_id, row.date): row.times for row in rows}
    return [
        (story, story.views, bars([(day, counted.get((story.article_id, day), 0)) for day in days], 160, 24))
        for story in top
    ]

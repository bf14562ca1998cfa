"""The newsroom's board: the list of stories by what is to be done with them, what blocks each, and verbs for many.

It is as fast for a hundred thousand stories as for a thousand: each tab reads an index, and nothing is counted beyond
MOST_LISTED.
"""

from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import OuterRef, Prefetch, Subquery
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html

from articles.admin.board.bulk_actions import BULK_ACTIONS, BoardForm, seen_field
from articles.admin.shared.story_status import StateFilter, behind, behind_in_words, state_in_words, with_timeline
from articles.admin.shared.user_time_zone import user_time
from articles.editorial.publishing.readiness import blockers_of
from articles.editorial.writing.presence import who_is_at
from articles.models.article import ArticleByline
from articles.models.revision import Revision
from articles.search import working_copies

MOST_LISTED = 1000


class BoundedPaginator(Paginator):
    """Pages of the first MOST_LISTED rows. What lies beyond is found by searching: counting it would read it all."""

    @cached_property
    def count(self):
        """How many rows there are, at most MOST_LISTED."""
        return len(self.object_list.order_by().values_list("pk", flat=True)[:MOST_LISTED])


class Board(admin.ModelAdmin):
    """The list of stories, with its filters, search and bulk actions; `ArticleAdmin` adds the story's screen."""

    list_display = (
        "story",
        "state",
        "blocked_by",
        "in_it_now",
        "desk",
        "lead_topic",
        "bylines",
        "changed",
        "changed_by",
    )
    list_display_links = ("story",)
    list_filter = (StateFilter, "desk", "label")
    list_select_related = ("desk", "lead_topic")
    list_per_page = 50
    sortable_by = ("changed",)
    search_fields = ("headline",)
    search_help_text = "Any word of the working copy or of what readers see."
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = BoundedPaginator
    actions = BULK_ACTIONS
    action_form = BoardForm
    change_list_template = "admin/articles/article/change_list.html"

    class Media:
        css = {"all": ("editors/board/board.css",)}

    def get_search_results(self, request, queryset, search_term):
        """The stories that are found by their words, asked together with the tab and the filters."""
        if search_term.strip():
            found = working_copies.find_articles(search_term, among=queryset)
            request.stories_found = len(found)
            queryset = queryset.filter(pk__in=found)
        return queryset, False

    def get_paginator(self, request, *args, **kwargs):
        """The pages; how many stories a search found is known and not counted again."""
        paginator = super().get_paginator(request, *args, **kwargs)
        if hasattr(request, "stories_found"):
            paginator.count = min(request.stories_found, MOST_LISTED)
        return paginator

    def get_queryset(self, request):
        """The stories with all that the list says about them, in a fixed number of queries."""
        newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
        bylines = Prefetch("byline_rows", ArticleByline.objects.select_related("person"))
        stories = super().get_queryset(request).prefetch_related(bylines)
        stories = stories.annotate(newest_by=Subquery(newest.values("made_by__username")[:1]))
        return with_timeline(stories, timezone.now())

    def changelist_view(self, request, extra_context=None):
        """Answer with the board: its tabs, and in each row what keeps that story from going out."""
        extra = {"title": "Stories", "is_nav_sidebar_enabled": False, **(extra_context or {})}  # the rows need the room
        response: Any = super().changelist_view(request, extra)
        changes = getattr(response, "context_data", None) and response.context_data.get("cl")
        if changes:
            tabs = next(spec for spec in changes.filter_specs if isinstance(spec, StateFilter))
            response.context_data["tabs"] = list(tabs.choices(changes))
            waiting = [story for story in changes.result_list if story.published_version != story.version]
            for story, findings in zip(waiting, blockers_of(waiting), strict=True):
                story.blockers = findings
            present = who_is_at(changes.result_list)
            for story in changes.result_list:
                story.here = present.get(story.pk, ())
        return response

    def has_submit_permission(self, request):
        return request.user.has_perm("articles.submit_article")

    def has_approve_permission(self, request):
        return request.user.has_perm("articles.approve_article")

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    @admin.display(description="Story")
    def story(self, article):
        return str(article)

    @admin.display(description="State")
    def state(self, article):
        """The state in words, and for the actions which state this is."""
        now = timezone.now()
        edition, said = behind(article, now), state_in_words(article, now)
        if edition is not None:
            said = format_html("{}<span data-behind>{}</span>", said, behind_in_words(edition, now))
        return format_html("{}{}", said, seen_field(article))

    @admin.display(description="Blocked by", empty_value="")
    def blocked_by(self, article):
        """What keeps the working copy from going out, in sentences."""
        return " ".join(finding.sentence for finding in getattr(article, "blockers", ()))

    @admin.display(description="In it now", empty_value="")
    def in_it_now(self, article):
        return ", ".join(getattr(article, "here", ()))

    @admin.display(description="Byline")
    def bylines(self, article):
        return ", ".join(row.person.name for row in article.byline_rows.all())

    @admin.display(description="Changed", ordering="changed_at")
    def changed(self, article):
        return user_time(article.changed_at)

    @admin.display(description="by")
    def changed_by(self, article):
        return article.newest_by or ""

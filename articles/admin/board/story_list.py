"""The newsroom's board: the list of stories by what is to be done with them, what blocks each, and verbs for many.

It is as fast for a hundred thousand stories as for a thousand: each tab reads an index, and nothing is counted beyond
MOST_LISTED.
"""

from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import OuterRef, Prefetch, Subquery, Sum
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.board.bulk_actions import BULK_ACTIONS, seen_field
from articles.admin.board.columns import COLUMNS, STORY, columns_of, columns_to_choose
from articles.admin.board.filters import ChangedFilter, TopicFilter, WriterFilter
from articles.admin.board.saved_lists import lists_of
from articles.admin.shared.story_status import StateFilter, behind, behind_in_words, state_on_lists, with_timeline
from articles.admin.shared.user_time_zone import user_time
from articles.editorial.notifications.sentences import called
from articles.editorial.publishing.readiness import blockers_of
from articles.editorial.writing.presence import who_is_at
from articles.models.article import Article, ArticleByline
from articles.models.revision import Revision
from articles.models.view_count import ViewCount
from articles.search import working_copies
from articles.search.snippets import passage
from articles.text.body.body import Body
from articles.text.body.html_parser import visible_text

MOST_LISTED = 1000
MOST_SEALED = 50


class BoundedPaginator(Paginator):
    """Pages of the first MOST_LISTED rows. What lies beyond is found by searching: counting it would read it all."""

    @cached_property
    def count(self):
        """How many rows there are, at most MOST_LISTED."""
        return len(self.object_list.order_by().values_list("pk", flat=True)[:MOST_LISTED])


class Board(admin.ModelAdmin):
    """The list of stories, with its filters, search and bulk actions; `ArticleAdmin` adds the story's screen."""

    list_display = (STORY, *COLUMNS)
    list_display_links = (STORY,)
    list_filter = (StateFilter, "desk", WriterFilter, TopicFilter, ChangedFilter, "label")
    list_select_related = ("desk", "lead_topic", "assigned_to", "created_by")
    list_per_page = 50
    sortable_by = (STORY, "state", "at_desk", "kicker", "due", "slot", "changed")
    search_fields = ("headline",)
    search_help_text = "Any word of the working copy or of what readers see."
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = BoundedPaginator
    actions = BULK_ACTIONS
    change_list_template = "admin/articles/article/change_list.html"

    class Media:
        css = {"all": ("editors/board/board.css",)}

    def get_list_display(self, request):
        """The columns that the person chose."""
        return (STORY, *columns_of(request.user))

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
        stories: Any = super().get_queryset(request)
        stories = stories.open_to(request.user).prefetch_related(bylines)
        stories = stories.annotate(newest_by=Subquery(newest.values("made_by__username")[:1]))
        if "readings" in columns_of(request.user):
            counts = ViewCount.objects.filter(article=OuterRef("pk")).order_by().values("article")
            stories = stories.annotate(times_read=Subquery(counts.annotate(all=Sum("times")).values("all")))
        return with_timeline(stories, timezone.now())

    def changelist_view(self, request, extra_context=None):
        """Answer with the board: its tabs, and in each row what keeps that story from going out."""
        extra = {
            "title": _("Stories"),
            "is_nav_sidebar_enabled": False,
            **(extra_context or {}),
        }  # the rows need the room
        response: Any = super().changelist_view(request, extra)
        changes = getattr(response, "context_data", None) and response.context_data.get("cl")
        if changes:
            if not changes.query and not changes.get_filters_params():
                response.context_data["sealed"] = _sealed_to_others(request.user)
            tabs = next(spec for spec in changes.filter_specs if isinstance(spec, StateFilter))
            response.context_data["tabs"] = list(tabs.choices(changes))
            told = [story for story in changes.result_list if not story.is_sealed]
            waiting = [story for story in told if story.published_version != story.version and not story.is_template]
            for story, findings in zip(waiting, blockers_of(waiting), strict=True):
                story.blockers = findings
            _show_passages(changes, told)
            response.context_data["columns"] = columns_to_choose(request.user)
            response.context_data["kept_lists"] = lists_of(request)
            response.context_data["may_keep_list"] = bool(changes.get_filters_params() or changes.query)
            present = who_is_at(told)
            for story in changes.result_list:
                story.here = present.get(story.pk, ())
        return response

    def has_submit_permission(self, request):
        return request.user.has_perm("articles.submit_article")

    def has_approve_permission(self, request):
        return request.user.has_perm("articles.approve_article")

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    @admin.display(description=gettext_lazy("Story"), ordering="headline")
    def story(self, article):
        """What it is called, how many words it has of those wanted, and the passage that was searched for."""
        under = [format_html_join("", "{}", ((_run(each),) for each in getattr(article, "passage", ())))]
        if article.word_budget and not article.is_sealed:
            said = _("%(words)d of %(wanted)d words")
            words = Body(article.body).word_count
            under.insert(0, format_html("{}", said % {"words": words, "wanted": article.word_budget}))
        lines = format_html_join("", '<span class="board-passage">{}</span>', ((line,) for line in under if line))
        return format_html("{}{}", article, lines) if lines else str(article)

    @admin.display(description=gettext_lazy("State"), ordering="stage")
    def state(self, article):
        """The state in words, and for the actions which state this is."""
        now = timezone.now()
        edition, said = None if article.is_sealed else behind(article, now), state_on_lists(article, now)
        if edition is not None:
            said = format_html("{}<span data-behind>{}</span>", said, behind_in_words(edition, now))
        return format_html("{}{}", said, seen_field(article))

    @admin.display(description=gettext_lazy("Blocked by"), empty_value="")
    def blocked_by(self, article):
        """What keeps the working copy from going out, in sentences."""
        return " ".join(finding.sentence for finding in getattr(article, "blockers", ()))

    @admin.display(description=gettext_lazy("In it now"), empty_value="")
    def in_it_now(self, article):
        return ", ".join(getattr(article, "here", ()))

    @admin.display(description=gettext_lazy("Byline"), empty_value="")
    def bylines(self, article):
        return "" if article.is_sealed else ", ".join(row.person.name for row in article.byline_rows.all())

    @admin.display(description=gettext_lazy("Desk"), ordering="desk__name", empty_value="")
    def at_desk(self, article):
        return "" if article.is_sealed else article.desk

    @admin.display(description=gettext_lazy("Lead topic"), ordering="lead_topic__name", empty_value="")
    def kicker(self, article):
        return "" if article.is_sealed else article.lead_topic

    @admin.display(description=COLUMNS["writer"], empty_value="")
    def writer(self, article):
        """Who is to write it, else who began it."""
        person = None if article.is_sealed else article.assigned_to or article.created_by
        return called(person) if person else ""

    @admin.display(description=COLUMNS["due"], ordering="due_at", empty_value="")
    def due(self, article):
        return "" if article.is_sealed else _moment(article.due_at)

    @admin.display(description=COLUMNS["slot"], ordering="slot_at", empty_value="")
    def slot(self, article):
        return "" if article.is_sealed else _moment(article.slot_at)

    @admin.display(description=COLUMNS["words"], empty_value="")
    def words(self, article):
        return "" if article.is_sealed else Body(article.body).word_count

    @admin.display(description=COLUMNS["readings"], empty_value="")
    def readings(self, article):
        return "" if article.is_sealed else article.times_read or ""

    @admin.display(description=COLUMNS["photo"], empty_value="")
    def photo(self, article):
        """That it is missing, where it is."""
        return "" if article.is_sealed or article.lead_photo_id else _("missing")

    @admin.display(description=gettext_lazy("Changed"), ordering="changed_at", empty_value="")
    def changed(self, article):
        """When it was changed last, and by whom it was saved."""
        if article.is_sealed:
            return ""
        by = format_html("<span>{}</span>", article.newest_by) if article.newest_by else ""
        return format_html('<span class="board-when">{}</span> {}', user_time(article.changed_at), by)


def _moment(at):
    """A moment on the person's clock, in one piece; "" for none."""
    return format_html('<span class="board-when">{}</span>', user_time(at)) if at else ""


def _show_passages(changes, stories):
    """Give each story that was found by words the passage of its text that has them."""
    query = working_copies.editors_query(changes.query) if changes.query.strip() else None
    if query is None:
        return
    for story in stories:
        story.passage = passage(visible_text(story.body), query, story.language)


def _run(part):
    """Some characters of a passage, marked where they were asked for."""
    return format_html("<mark>{}</mark>", part.text) if part.is_hit else part.text


def _sealed_to_others(user):
    """What the sealed stories are called that are not open to somebody, at most MOST_SEALED."""
    others = Article.objects.filter(is_sealed=True).exclude(pk__in=Article.objects.open_to(user).values("pk"))
    return [str(story) for story in others.only("is_sealed").order_by("pk")[:MOST_SEALED]]

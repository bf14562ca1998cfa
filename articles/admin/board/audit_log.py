"""The audit log: who did what, and when; of everybody and all stories, or of one."""

import re
from operator import itemgetter

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.board.story_list import BoundedPaginator
from articles.admin.shared.params import number_in
from articles.admin.shared.read_only import ReadOnlyAdmin, article_link
from articles.editorial.writing.seal import SHOWN_IN_LOG
from articles.models.article import Article
from articles.models.log_entry import LogEntry
from articles.models.user import User

NUMBERED = re.compile(
    r"\bstory (\d+)\b"
)  # how notes of what was arranged name stories, whatever these are called later

VERBS_OF_NEWEST = 5_000


class VerbFilter(admin.SimpleListFilter):
    """What was done; of the verbs of the newest entries, since all of them would be sought in all of the log."""

    title = _("What")
    parameter_name = "verb"

    def lookups(self, request, model_admin):
        """(verb, its words) in the order of the words, the one that is asked for among them."""
        newest = model_admin.get_queryset(request).values_list("verb", flat=True)[:VERBS_OF_NEWEST]
        verbs = {*newest, *filter(None, [self.value()])}
        return sorted(((verb, LogEntry(verb=verb).what) for verb in verbs), key=itemgetter(1))

    def queryset(self, request, queryset):
        """The entries of the verb."""
        return queryset.filter(verb=self.value()) if self.value() else queryset


class WithHeadlines(ChangeList):
    """A page of the log, whose entries know the stories that their notes name by number, asked once for all of them."""

    def get_results(self, request):
        """Fetch the page, and give each entry its `named`: {number: story}."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        numbers = {int(number) for entry in self.result_list for number in NUMBERED.findall(entry.note)}
        stories = Article.objects.in_bulk(numbers)
        for entry in self.result_list:
            entry.named = stories


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnlyAdmin):
    """Who did what, and when: all of it, or what was done with a story, or by a person."""

    list_display = ("at", "who", "what", "about", "said")
    fields = ("at", "who", "what", "about", "note")
    nothing_yet = _("Nothing was done yet. Each verb leaves a line here: who, when and with which story.")
    list_filter = (("at", admin.DateFieldListFilter), VerbFilter)
    list_select_related = ("article", "by")
    search_fields = ("verb", "note", "story", "article__headline", "by__username")
    paginator = BoundedPaginator

    def get_changelist(self, request, **kwargs):
        return WithHeadlines

    @admin.display(description=_("Note"))
    def said(self, entry):
        """The note, with the stories that it names by number as links by their headlines."""
        parts = NUMBERED.split(entry.note)
        told = ((_story(entry.named, part) if place % 2 else part,) for place, part in enumerate(parts))
        return format_html_join("", "{}", told)

    def get_queryset(self, request):
        """What everybody may know: of a sealed story, that it is, and whether the seal was broken."""
        shown = Q(article=None) | Q(article__is_sealed=False) | Q(verb__in=SHOWN_IN_LOG)
        return super().get_queryset(request).filter(shown)

    def get_search_results(self, request, queryset, search_term):
        """The entries that are found; none of a sealed story, for what is found by a word says that it has the word."""
        if search_term.strip():
            queryset = queryset.exclude(article__is_sealed=True)
        return super().get_search_results(request, queryset, search_term)

    def changelist_view(self, request, extra_context=None):
        """Answer with the list; where it is a story's or a person's, its title says so."""
        story = _named(Article, request.GET.get("article__id__exact", ""))
        person = _named(User, request.GET.get("by__id__exact", ""))
        title = gettext("What was done")
        if story or person:
            title = gettext("What was done with “%s”") % story if story else gettext("What %s did") % person
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    @admin.display(description=_("By"), ordering="by")
    def who(self, entry):
        """A link to all that this person did."""
        return format_html('<a href="?by__id__exact={}">{}</a>', entry.by_id, entry.by) if entry.by_id else ""

    @admin.display(description=_("What"), ordering="verb")
    def what(self, entry):
        return entry.what

    @admin.display(description=_("Story"))
    def about(self, entry):
        """A link to the story, what it was called once it is deleted, or nothing where there was none."""
        return article_link(entry.article_id, str(entry.article)) if entry.article_id else entry.story


def _story(stories, number):
    """A link to the story of that number, or the number where it is gone."""
    story = stories.get(int(number))
    return article_link(story.pk, str(story)) if story else gettext("story %s") % number


def _named(model, number):
    """The row of that number, or None."""
    return model.objects.filter(pk=number_in(number)).first() if number else None

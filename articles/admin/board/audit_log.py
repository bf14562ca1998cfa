"""The audit log: who did what, and when; of everybody and all stories, or of one."""

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.board.story_list import BoundedPaginator
from articles.admin.shared.params import number_in
from articles.admin.shared.read_only import ReadOnlyAdmin, article_link
from articles.editorial.writing.seal import SHOWN_IN_LOG
from articles.models.article import Article
from articles.models.log_entry import LogEntry
from articles.models.user import User


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnlyAdmin):
    """Who did what, and when: all of it, or what was done with a story, or by a person."""

    list_display = ("at", "who", "what", "about", "note")
    list_filter = ("verb",)
    list_select_related = ("article", "by")
    search_fields = ("verb", "note", "story", "article__headline", "by__username")
    date_hierarchy = "at"
    paginator = BoundedPaginator

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
        title = f"What was done with “{story}”" if story else f"What {person} did" if person else "What was done"
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    @admin.display(description=_("By"), ordering="by")
    def who(self, entry):
        """A link to all that this person did."""
        return format_html('<a href="?by__id__exact={}">{}</a>', entry.by_id, entry.by) if entry.by_id else ""

    @admin.display(description=_("What"), ordering="verb")
    def what(self, entry):
        return entry.verb.replace("-", " ").capitalize()

    @admin.display(description=_("Story"))
    def about(self, entry):
        """A link to the story, what it was called once it is deleted, or nothing where there was none."""
        return article_link(entry.article_id, str(entry.article)) if entry.article_id else entry.story


def _named(model, number):
    """The row of that number, or None."""
    return model.objects.filter(pk=number_in(number)).first() if number else None

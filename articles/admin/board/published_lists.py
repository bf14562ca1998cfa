"""Lists of what was published, to look at and search: editions, sections, quotes and corrections."""

from django.contrib import admin
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.shared.indexed_search import SearchedByWords
from articles.admin.shared.read_only import ReadOnlyAdmin, article_link, public_link
from articles.admin.shared.user_time_zone import user_time
from articles.embargo import FAR_FUTURE, sealed_and_to_come
from articles.models.correction import Correction
from articles.models.edition import Edition
from articles.models.section import Quote, Section
from articles.search import working_copies
from articles.text.body.html_parser import visible_text


class ShownToColleagues(ReadOnlyAdmin):
    """A list of what was published or will be; of a sealed story, what readers have had."""

    edition = ""  # how a row leads to its edition; a row of its own has an article and a moment like one

    def get_queryset(self, request):
        hidden = sealed_and_to_come(timezone.now(), self.edition)
        return super().get_queryset(request).exclude(hidden)


class InTheCorner(ShownToColleagues):
    """A list that daily work does not need: whoever may look at stories may open it, and chiefs are led to it."""

    def has_module_permission(self, request):
        """Whether the list is offered among others."""
        return request.user.has_perm("articles.change_user")


@admin.register(Edition)
class EditionAdmin(InTheCorner):
    """Every entry of every story's timeline."""

    list_display = ("story", "kind", "desk", "begins", "ends", "made_by", "public_page")
    list_display_links = ("begins",)  # the story leads to the story
    nothing_yet = gettext_lazy("Nothing was published yet. Each state of a story that readers get stands here.")
    list_filter = ("kind", "desk")
    list_select_related = ("article", "desk", "made_by")
    search_fields = ("headline", "dek", "path")
    date_hierarchy = "goes_live_at"
    fieldsets = (
        (None, {"fields": ("story", "kind", "desk", "begins", "ends", "dated_at", "path")}),
        (
            gettext_lazy("What readers have"),
            {"fields": ("headline", "short_headline", "search_headline", "dek", "label", "place", "words", "notice")},
        ),
        (gettext_lazy("How it was made"), {"fields": ("made_at", "made_by", "has_corrections", "redacted_at")}),
    )
    readonly_fields = ("story", "begins", "ends")

    @admin.display(description=gettext_lazy("Ends"), ordering="ends_at")
    def ends(self, edition):
        """When it ends; most do not, which the database says as a day far ahead."""
        return _("until further notice") if edition.ends_at == FAR_FUTURE else user_time(edition.ends_at)

    @admin.display(description=gettext_lazy("Begins"), ordering="goes_live_at")
    def begins(self, edition):
        return user_time(edition.goes_live_at)

    @admin.display(description=gettext_lazy("Story"), ordering="article")
    def story(self, edition):
        return article_link(edition.article_id, edition.headline or str(edition.article))

    @admin.display(description=gettext_lazy("Public page"))
    def public_page(self, edition):
        return public_link(edition)


@admin.register(Section)
class SectionAdmin(InTheCorner):
    """Every section of every edition, found by its words."""

    edition = "edition__"
    list_display = ("heading_words", "opening", "story", "public_page")
    nothing_yet = gettext_lazy("Nothing was published yet. Each part of a story under a subhead stands here.")
    list_select_related = ("edition__article",)
    fields = ("story", "heading_words", "opening", "public_page")
    readonly_fields = ("opening", "heading_words", "public_page", "story")
    search_fields = ("heading", "html", "edition__headline")
    ordering = ("-edition__dated_at", "-edition__article_id", "-edition_id", "position", "pk")

    @admin.display(description=gettext_lazy("Heading"), ordering="heading")
    def heading_words(self, section):
        """The subhead without its marks."""
        return visible_text(section.heading).strip() or _("Lead")

    @admin.display(description=gettext_lazy("Text"))
    def opening(self, section):
        return Truncator(visible_text(section.html)).words(24)

    @admin.display(description=gettext_lazy("Story"))
    def story(self, section):
        return article_link(section.edition.article_id, section.edition.headline)

    @admin.display(description=gettext_lazy("Public page"))
    def public_page(self, section):
        return public_link(section.edition)


@admin.register(Quote)
class QuoteAdmin(SearchedByWords, ShownToColleagues):
    """Every quote of every edition: who said what, and in which story."""

    edition = "edition__"
    list_display = ("__str__", "person", "attribution", "story", "public_page")
    nothing_yet = gettext_lazy("Nobody was quoted yet. What stands in quotation marks in a published story comes here.")
    list_filter = ("is_set_off",)
    list_select_related = ("edition__article", "person")
    fields = ("text", "person", "attribution", "story", "public_page", "is_set_off")
    readonly_fields = ("story", "public_page")
    search_fields = ("text",)
    search_help_text = gettext_lazy("Any word of the quote, or its speaker; in what readers see or will see.")
    found = staticmethod(working_copies.find_quotes)
    ordering = ("-dated_at", "-article_id", "-edition_id", "position", "pk")

    @admin.display(description=gettext_lazy("Story"))
    def story(self, quote):
        return article_link(quote.article_id, quote.edition.headline)

    @admin.display(description=gettext_lazy("Public page"))
    def public_page(self, quote):
        """A link to this very quote, as readers see it."""
        return public_link(quote.edition, quote.anchor)


@admin.register(Correction)
class CorrectionAdmin(ShownToColleagues):
    """Public notes on what was wrong."""

    list_display = ("__str__", "kind", "goes_live_at", "story", "made_by")
    nothing_yet = gettext_lazy("No correction yet. Publishing a live story again asks whether readers are told of one.")
    list_filter = ("kind",)
    list_select_related = ("edition", "made_by")
    fields = ("story", "kind", "text", "goes_live_at", "made_by")
    readonly_fields = ("story",)
    search_fields = ("text", "edition__headline")

    @admin.display(description=gettext_lazy("Story"))
    def story(self, correction):
        return article_link(correction.article_id, correction.edition.headline)

"""What screens to look at share: nobody adds, changes or deletes here, because only verbs do."""

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.shared.staff_request import StaffRequest
from articles.models.article import Article
from articles.models.edition import Edition


class ReadOnlyAdmin(admin.ModelAdmin):
    """A list and a page to look at. Who may look is Django's view permission."""

    actions = None
    list_per_page = 50
    show_full_result_count = False
    empty_value_display = ""

    def has_add_permission(self, request):
        """Nobody: rows come from verbs."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody: what was published or done stays as it was."""
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def story_to_read(admin: ModelAdmin, request: StaffRequest, pk: int) -> Article:
    """The Article, for somebody who may read stories. Raises Http404 and PermissionDenied."""
    article = get_object_or_404(Article, pk=pk)
    if not admin.has_view_permission(request, article):
        raise PermissionDenied
    return article


def article_link(article_id: int, headline: str) -> SafeString:
    """A link to the story's own screen, as safe HTML; `headline` is one that whoever reads the link may read."""
    address = reverse("admin:articles_article_change", args=[article_id])
    return format_html('<a href="{}">{}</a>', address, headline or f"Untitled story {article_id}")


def public_link(edition: Edition, anchor: str = "") -> str:
    """A link to the words as readers see them now, as safe HTML; says so when this edition is not in force."""
    now = timezone.now()
    if not edition.path or not edition.goes_live_at <= now < edition.ends_at:
        return "not live"
    return format_html('<a href="{}{}">{}</a>', edition.path, f"#{anchor}" if anchor else "", edition.path)

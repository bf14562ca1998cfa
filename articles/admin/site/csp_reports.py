"""What browsers refused on our pages because the content security policy forbids it, for who looks after the site."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from articles.admin.shared.read_only import ReadOnlyAdmin
from articles.models.csp_report import CspReport


@admin.register(CspReport)
class CspReportAdmin(ReadOnlyAdmin):
    """A line a day for each thing that was refused on a kind of page; of many, about how many."""

    nothing_yet = gettext_lazy("Browsers refused nothing on our pages.")
    list_display = ("date", "directive", "blocked", "page", "times")
    list_filter = ("directive",)
    search_fields = ("blocked", "page")
    date_hierarchy = "date"

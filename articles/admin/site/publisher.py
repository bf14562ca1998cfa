"""What the newsroom says of itself: its pages, written on the same sheet as stories, and who publishes."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.http import HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from js_asset import Media

from articles.admin.shared.editor_field import ELEMENTS_STYLES, PageSheetWidget
from articles.admin.shared.verb_errors import VerbAdmin
from articles.admin.site.house_history import house_history
from articles.editorial.permissions import may_change_publisher
from articles.editorial.site import publisher
from articles.models.publisher import Publisher, StaticPage

PLACEHOLDERS = {"title": gettext_lazy("Title"), "description": gettext_lazy("The sentence under the title")}
SHIPPED_ICON = "readers/icons/favicon.svg"


class PublisherScreen(VerbAdmin):
    """A screen for those who decide what the newsroom says of itself; nothing on it is ever deleted."""

    actions = None

    def has_view_permission(self, request, obj=None):
        """Whether the person may change the publisher and the static pages."""
        return may_change_publisher(request.user)

    has_change_permission = has_view_permission
    has_module_permission = has_add_permission = has_view_permission

    def has_delete_permission(self, request, obj=None):
        """Nobody: an address is never lost. A page can be hidden from readers."""
        return False


@admin.register(StaticPage)
class StaticPageAdmin(PublisherScreen):
    """Pages such as about and contact."""

    list_display = ("title", "address", "role", "position", "seen")
    search_fields = ("title", "slug")
    nothing_yet = gettext_lazy("No page yet. Readers look for two: who publishes, and how to write to you.")
    change_form_template = "admin/articles/staticpage/change_form.html"
    fieldsets = (
        (None, {"fields": ("title", "description", "body"), "classes": ("sheet",)}),
        (gettext_lazy("Where it stands"), {"fields": ("slug", "position", "is_public", "role")}),
    )

    @admin.display(description=gettext_lazy("Address"), ordering="slug")
    def address(self, page):
        return page.get_absolute_url()

    @admin.display(description=gettext_lazy("Readers"), ordering="is_public")
    def seen(self, page):
        """A word rather than a cross."""
        return _("see it") if page.is_public else _("do not see it")

    class Media:
        css = {"all": ("editors/story/story.css", ELEMENTS_STYLES, "editors/site/static-page.css")}

    def get_readonly_fields(self, request, obj=None):
        """The address of what exists: it is never lost."""
        return ("slug",) if obj else ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in PLACEHOLDERS:
            kwargs["widget"] = forms.Textarea(attrs={"rows": 1, "placeholder": PLACEHOLDERS[db_field.name]})
        if db_field.name == "body":
            kwargs["widget"] = PageSheetWidget()
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        # The import map, by which modules find the editor, is inline: only a nonce lets the policy take it.
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def view_on_site(self, page):
        """The page's address, for the button that leads there."""
        return page.get_absolute_url() if page.is_public else None

    def save_model(self, request, obj, form, change):
        publisher.save_static_page(obj, by=request.user)


@admin.register(Publisher)
class PublisherAdmin(PublisherScreen):
    """The one page of facts about who publishes."""

    fieldsets = (
        (gettext_lazy("As readers see it"), {"fields": ("name", "description", "logo", "icon")}),
        (gettext_lazy("Elsewhere"), {"fields": ("social", "security_contact")}),
        (
            gettext_lazy("What machines may do"),
            {"fields": ("may_be_found", "may_be_answered_with", "may_be_learned_from")},
        ),
    )
    change_form_template = "admin/articles/publisher/change_form.html"
    autocomplete_fields = ("logo", "icon")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Answer with the form, how the house looks as it is saved, and what it said before."""
        icon = reverse("icon", args=[obj.icon_digest, 32]) if obj.icon_digest else static(SHIPPED_ICON)
        context |= house_history(request) | {
            "house_name": obj.name or settings.SITE_NAME,
            "house_address": settings.SITE_URL.split("://")[-1],
            "house_icon": icon,
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def has_add_permission(self, request):
        """Nobody: the one row is there from the start."""
        return False

    def changelist_view(self, request, extra_context=None):
        """Lead to the one row; a list of one is no list."""
        return HttpResponseRedirect(reverse("admin:articles_publisher_change", args=[1]))

    def save_model(self, request, obj, form, change):
        publisher.save_publisher(obj, by=request.user)

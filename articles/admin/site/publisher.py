"""What the newsroom says of itself: its pages, written on the same sheet as stories, and who publishes."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from js_asset import Media

from articles.admin.shared.editor_field import PlainSheetWidget
from articles.admin.shared.verb_errors import VerbAdmin
from articles.editorial.permissions import may_change_publisher
from articles.editorial.site import publisher
from articles.models.publisher import Publisher, StaticPage


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

    list_display = ("title", "slug", "role", "position", "is_public")
    search_fields = ("title", "slug")
    fields = ("title", "slug", "description", "body", "role", "position", "is_public")

    class Media:
        css = {"all": ("editors/site/static-page.css",)}

    def get_readonly_fields(self, request, obj=None):
        """The address of what exists: it is never lost."""
        return ("slug",) if obj else ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "body":
            kwargs["widget"] = PlainSheetWidget()
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

    fields = (
        *("name", "description", "logo", "icon", "social", "security_contact"),
        *("may_be_found", "may_be_answered_with", "may_be_learned_from"),
    )
    autocomplete_fields = ("logo", "icon")

    def has_add_permission(self, request):
        """Nobody: the one row is there from the start."""
        return False

    def changelist_view(self, request, extra_context=None):
        """Lead to the one row; a list of one is no list."""
        return HttpResponseRedirect(reverse("admin:articles_publisher_change", args=[1]))

    def save_model(self, request, obj, form, change):
        publisher.save_publisher(obj, by=request.user)

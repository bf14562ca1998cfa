"""People, topics and desks. Every change goes through `directory.keep`, which logs and announces it."""

from django import forms
from django.contrib import admin
from taggit.admin import Tag

from articles.admin.refusing import RefusableAdmin
from articles.editorial import directory
from articles.editorial.permissions import may_keep_directory
from articles.models.desk import Desk
from articles.models.person import Person, PersonAlias
from articles.models.topic import Topic
from articles.text.folding import fold

admin.site.unregister(Tag)  # taggit's own tags, which nothing here uses: ours are Topics


class DirectoryAdmin(RefusableAdmin):
    """What the three share: a slug that is made once, and one verb that saves."""

    list_per_page = 50
    actions = None

    def has_add_permission(self, request):
        """Whether the person keeps this part of the directory."""
        return may_keep_directory(request.user, self.opts.model_name)

    def has_change_permission(self, request, obj=None):
        """Whether the person keeps this part of the directory."""
        return may_keep_directory(request.user, self.opts.model_name)

    def get_readonly_fields(self, request, obj=None):
        """Return the slug of what exists: an address is never lost, and readers know it."""
        return ("slug",) if obj else ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Return the field; a slug need not be given."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "slug":
            field.required = False
            field.help_text = "The last part of the page's address. Left empty, it is made from the name."
        return field

    def save_model(self, request, obj, form, change):
        """Save through the verb."""
        directory.keep(obj, by=request.user)


class AliasFormSet(forms.BaseInlineFormSet):
    """The aliases of a person: no two that differ only in case or accents."""

    def clean(self):
        """Refuse a twin kindly, before the database does."""
        super().clean()
        spellings = {}
        for form in self.forms:
            name = form.cleaned_data.get("name") if form.is_valid() else None
            if not name or form.cleaned_data.get("DELETE"):
                continue
            twin = spellings.setdefault(fold(name), name)
            if twin is not name:
                form.add_error("name", f"“{twin}” is there already; case and accents make no difference.")


class AliasInline(admin.TabularInline):
    """Other spellings and names of a person."""

    model = PersonAlias
    formset = AliasFormSet
    fields = ("name",)
    extra = 1


@admin.register(Person)
class PersonAdmin(DirectoryAdmin):
    """People who are quoted, mentioned, pictured or have a byline."""

    list_display = ("name", "role", "organisation", "on_staff")
    list_filter = ("on_staff",)
    search_fields = ("name", "key", "aliases__name", "aliases__key", "organisation")
    autocomplete_fields = ("portrait",)
    inlines = (AliasInline,)
    fields = ("name", "slug", "role", "organisation", "pronouns", "bio", "on_staff", "portrait")


@admin.register(Topic)
class TopicAdmin(DirectoryAdmin):
    """Topics: the kickers and the tags of stories."""

    list_display = ("name", "slug", "description")
    search_fields = ("name", "key")
    fields = ("name", "slug", "description")


@admin.register(Desk)
class DeskAdmin(DirectoryAdmin):
    """Departments, and their places on the site."""

    list_display = ("name", "slug", "position")
    search_fields = ("name", "key")
    fields = ("name", "slug", "description", "position")

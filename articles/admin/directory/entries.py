"""People, topics and desks. Every change goes through `save_entry`, which logs it."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from taggit.admin import Tag

from articles.admin.directory.changes import ChangeableAdmin
from articles.admin.directory.in_print import WithPrinted, counted, numbers_of, own_of
from articles.admin.directory.namesakes import distinct_label, is_another_field, refuse_namesakes, with_link
from articles.admin.shared.indexed_search import SearchedByName
from articles.admin.shared.user_time_zone import user_time
from articles.admin.shared.verb_errors import VerbAdmin, VerbForm
from articles.editorial.directory import entries
from articles.editorial.notifications.channel import ChannelRefused, require_channel
from articles.editorial.permissions import may_choose_explainer, may_edit_directory
from articles.models.desk import Desk
from articles.models.person import Person
from articles.models.topic import Topic
from articles.text.languages.folding import fold
from media.admin.proofs import proof_url

admin.site.unregister(Tag)  # taggit's own tags, which nothing here uses: ours are Topics


class MissingFilter(admin.SimpleListFilter):
    """What an entry still lacks: a field of it that is empty, of those that its ModelAdmin's `may_be_missing` names."""

    title = _("what is missing")
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        return model_admin.may_be_missing.items()

    def queryset(self, request, queryset):
        if self.value() not in dict(self.lookup_choices):
            return queryset
        field = queryset.model._meta.get_field(self.value())
        return queryset.filter(**{f"{field.name}__isnull": True} if field.is_relation else {field.name: ""})


class DirectoryAdmin(SearchedByName, ChangeableAdmin, VerbAdmin):
    """What the three share: a slug that is made once, one verb that saves, and what readers have of each."""

    list_per_page = 50
    actions = None
    show_full_result_count = False
    empty_value_display = ""
    picture = ""  # the field that has a row's photo, if any
    groups: tuple[tuple[Any, tuple[str, ...]], ...] = ()  # (heading, names of fields) of the form

    def get_changelist(self, request, **kwargs):
        return WithPrinted

    def get_fieldsets(self, request, obj=None):
        """The form in its groups, without what this person does not get."""
        hidden = self.hidden_fields(request, obj)
        return [(title, {"fields": [name for name in names if name not in hidden]}) for title, names in self.groups]

    def hidden_fields(self, request, obj):
        """The names of fields that are not on this person's form."""
        return ()

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Answer with the form, and of a row that is there with what belongs to it."""
        if obj is not None:
            now = timezone.now()
            context |= {"own": own_of(obj, request.user, now), "own_numbers": numbers_of(obj, now)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("Name"), ordering="name")
    def entry(self, row):
        """The name with its picture, and a line on what it is."""
        photo, line = getattr(row, self.picture) if self.picture else None, self.line_of(row)
        picture = format_html('<img src="{}" alt="" loading="lazy">', proof_url(photo, 320)) if photo else ""
        said = format_html("<small>{}</small>", line) if line else ""
        return format_html('<span class="entry">{}<span>{}{}</span></span>', picture, row.name, said)

    def line_of(self, row):
        """What stands under a name in the list."""
        return row.description

    @admin.display(description=_("Live stories"))
    def stories(self, row):
        return counted(row.printed.stories)

    @admin.display(description=_("Last printed"))
    def last_printed(self, row):
        return user_time(row.printed.last) if row.printed.last else _("never")

    def has_add_permission(self, request):
        """Whether the person adds to this part of the directory."""
        return may_edit_directory(request.user, entries.kind_of(self.model), self.model())

    def has_change_permission(self, request, obj=None):
        """Whether the person edits this part of the directory, or this row of it."""
        return may_edit_directory(request.user, entries.kind_of(self.model), obj)

    def has_delete_permission(self, request, obj=None):
        """Nobody deletes them: old addresses, revisions and the undo of a merge need every row."""
        return False

    def get_search_results(self, request, queryset, search_term):
        """The rows that are found, those too to which a row of that name leads."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        words = fold(search_term).split()
        if words:
            redirects = self.model.rows.filter(*(Q(key__contains=word) for word in words), redirects_to__isnull=False)
            found = queryset.filter(Q(pk__in=found.values("pk")) | Q(pk__in=redirects.values("redirects_to")))
        return found, may_repeat and not words

    def get_readonly_fields(self, request, obj=None):
        """What only a verb with a preview changes: readers know the name and the address."""
        return ("name", "slug") if obj else ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == "slug":
            field.required = False
            field.help_text = "The last part of the page's address. Left empty, it is made from the name."
        return field

    def get_form(self, request, obj=None, change=False, **kwargs):
        refusal = getattr(request, "refusal", None)
        if isinstance(refusal, entries.NameTaken):
            request.refusal = with_link(refusal)
        return super().get_form(request, obj, change, **kwargs)

    def save_model(self, request, obj, form, change):
        entries.save_entry(obj, by=request.user)


class PersonForm(VerbForm):
    """A person with their other names, and a question where there is somebody of that name."""

    aliases = forms.CharField(
        required=False,
        label=_("Also known as"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Other spellings and names, one a line. Search, imports and quotes find the person by each."),
    )
    is_another = is_another_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:  # absent where the person is only looked at
            self.fields["kind"].required = False
        if self.instance.pk:
            self.initial["aliases"] = "\n".join(alias.name for alias in self.instance.aliases.all())

    def clean_kind(self):
        """What was chosen; else the kind stays, or is told by the name."""
        return self.cleaned_data["kind"] or self.instance.kind

    def clean(self):
        """Refuse the name of somebody else, unless it was said that this is another person."""
        values = super().clean()
        name = values.get("name")
        if name and not self.instance.pk and not values.get("is_another"):
            refuse_namesakes(self, name, "Use this entry")
        return values


@admin.register(Person)
class PersonAdmin(DirectoryAdmin):
    """People who are quoted, mentioned, pictured or have a byline."""

    list_display = ("entry", "staff_member", "stories", "quotes", "signed", "last_printed")
    list_filter = ("kind", "on_staff", MissingFilter)
    list_select_related = ("portrait",)
    may_be_missing: ClassVar = {
        "portrait": _("Without a portrait"),
        "role": _("Without a role"),
        "bio": _("Without a word on who they are"),
    }
    search_fields = ("key", "aliases__key", "organisation")
    search_help_text = _("Any part of a name, of another name or of the organisation.")
    nothing_yet = _(
        "Nobody is in the directory yet. People come with “New person”, or are suggested by the stories that name them."
    )
    autocomplete_fields = ("portrait",)
    picture = "portrait"
    form = PersonForm
    groups = (
        (None, ("name", "is_another", "slug", "kind")),
        (_("Who they are"), ("role", "organisation", "earlier_roles", "pronouns", "bio")),
        (_("Other names"), ("aliases",)),
        (_("With us"), ("on_staff", "portrait")),
    )

    @admin.display(description=_("On staff"), ordering="on_staff")
    def staff_member(self, person):
        """A word rather than a cross, which would read as a fault of most people."""
        return _("On staff") if person.on_staff else ""

    @admin.display(description=_("Quotes"))
    def quotes(self, person):
        return counted(person.printed.quotes)

    @admin.display(description=_("Signed"))
    def signed(self, person):
        return counted(person.printed.signed)

    @admin.display(description=_("Also known as"))
    def aliases(self, person):
        """The other names, for who only looks."""
        return ", ".join(alias.name for alias in person.aliases.all())

    def line_of(self, person):
        """Role and organisation; of a body that it is one, where nothing else is said."""
        return person.standing or (person.get_kind_display() if person.is_organisation else "")

    def hidden_fields(self, request, obj):
        """Only who is new can be another one of the same name."""
        return ("is_another",) if obj else ()

    offered_as = staticmethod(distinct_label)

    def get_search_results(self, request, queryset, search_term):
        """The people who are found, each knowing whether somebody has the same name."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        return found.with_namesakes(), may_repeat

    def save_model(self, request, obj, form, change):
        names = [name for name in form.cleaned_data["aliases"].splitlines() if name.strip()]
        entries.save_entry(obj, by=request.user, aliases=names)


@admin.register(Topic)
class TopicAdmin(DirectoryAdmin):
    """Topics: the kickers and the tags of stories."""

    list_display = ("entry", "stories", "last_printed")
    list_filter = (MissingFilter,)
    list_select_related = ("picture",)
    may_be_missing: ClassVar = {
        "description": _("Without a description"),
        "picture": _("Without a picture"),
        "explainer": _("Without a story to begin with"),
    }
    search_fields = ("key",)
    search_help_text = _("Any part of a name, of former names too.")
    nothing_yet = _("No topic yet. They come with “New topic”, or from the sheet of a story.")
    autocomplete_fields = ("picture", "explainer", "related")
    picture = "picture"
    groups = (
        (None, ("name", "slug", "description")),
        (_("At the head of its page"), ("picture", "explainer", "related")),
    )

    def get_readonly_fields(self, request, obj=None):
        """The explainer, too, for those who don't choose it, or not in the place of this one."""
        former = [obj.explainer] if obj and obj.explainer else []
        may = may_choose_explainer(request.user, *former)
        return (*super().get_readonly_fields(request, obj), *(() if may else ("explainer",)))

    def save_model(self, request, obj, form, change):
        entries.save_topic(obj, form.cleaned_data["related"], by=request.user)

    def save_related(self, request, form, formsets, change):
        """Do nothing more: the verb has saved the relations too."""


class DeskForm(VerbForm):
    """A desk, whose channel is an address in the open internet."""

    def clean_channel(self):
        """The address. Raises ValidationError."""
        address = self.cleaned_data["channel"].strip()
        try:
            if address:
                require_channel(address)
        except ChannelRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return address


@admin.register(Desk)
class DeskAdmin(DirectoryAdmin):
    """Departments, and their places on the site."""

    list_display = ("entry", "stories", "last_printed", "people_here")
    search_fields = ("key",)
    nothing_yet = _("No desk yet. A story needs one before it can be published.")
    groups = (
        (None, ("name", "slug", "description", "position", "bed")),
        (_("What is said in the desk’s channel"), ("channel",)),
    )
    form = DeskForm

    def get_fieldsets(self, request, obj=None):
        """The form; the secret address of the channel only for who works for the desk."""
        shown = super().get_fieldsets(request, obj)
        return shown if self.has_change_permission(request, obj) else shown[:-1]

    def get_queryset(self, request):
        """The desks with who works for each."""
        return super().get_queryset(request).prefetch_related("staff")

    @admin.display(description=_("Who works for it"))
    def people_here(self, desk):
        return ", ".join(user.get_full_name() or user.get_username() for user in desk.staff.all()) or _("all of staff")

    def get_model_perms(self, request):
        """What the menu of every page offers: not to add one, which would ask each time for whom somebody works."""
        return {
            "add": False,
            "change": self.has_change_permission(request),
            "delete": False,
            "view": self.has_view_permission(request),
        }

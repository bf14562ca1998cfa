"""People, topics and desks. Every change goes through `save_entry`, which logs it."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.admin import Tag

from articles.admin.directory.changes import ChangeableAdmin
from articles.admin.directory.namesakes import distinct_label, is_another_field, refuse_namesakes, with_link
from articles.admin.shared.indexed_search import SearchedByName
from articles.admin.shared.verb_errors import VerbAdmin, VerbForm
from articles.editorial.directory import entries
from articles.editorial.notifications.channel import ChannelRefused, require_channel
from articles.editorial.permissions import may_choose_explainer, may_edit_directory
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import Person
from articles.models.topic import Topic
from articles.text.languages.folding import fold

admin.site.unregister(Tag)  # taggit's own tags, which nothing here uses: ours are Topics


def _number_of(parts, field):
    """How many live stories name the row of the outer query in these parts of editions, as a subquery."""
    rows = parts.objects.live(timezone.now()).order_by().filter(**{field: OuterRef("pk")}).values(field)
    return Subquery(rows.annotate(number=Count("article", distinct=True)).values("number"))


class DirectoryAdmin(SearchedByName, ChangeableAdmin, VerbAdmin):
    """What the three share: a slug that is made once, and one verb that saves."""

    list_per_page = 50
    actions = None

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

    list_display = ("name", "kind", "role", "organisation", "staff_member", "named_in", "signed")
    list_filter = ("kind", "on_staff")
    search_fields = ("key", "aliases__key", "organisation")
    autocomplete_fields = ("portrait",)
    form = PersonForm
    fields = (
        "name",
        "is_another",
        "slug",
        "kind",
        "aliases",
        "role",
        "organisation",
        "pronouns",
        "bio",
        "on_staff",
        "portrait",
    )

    def get_queryset(self, request):
        numbers = {"mentions": _number_of(Mention, "person"), "bylines": _number_of(Byline, "person")}
        return super().get_queryset(request).annotate(**numbers)

    @admin.display(description=_("On staff"), ordering="on_staff")
    def staff_member(self, person):
        """A word rather than a cross, which would read as a fault of most people."""
        return _("On staff") if person.on_staff else ""

    @admin.display(description=_("Named in"))
    def named_in(self, person):
        return person.mentions or ""

    @admin.display(description=_("Signed"))
    def signed(self, person):
        return person.bylines or ""

    def get_fields(self, request, obj=None):
        """The fields; only who is new can be another one of the same name."""
        return [field for field in self.fields if not (obj and field == "is_another")]

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

    list_display = ("name", "description", "stories")
    search_fields = ("key",)
    autocomplete_fields = ("picture", "explainer", "related")
    fields = ("name", "slug", "description", "picture", "explainer", "related")

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(live_stories=_number_of(EditionTopic, "topic"))

    @admin.display(description=_("Live stories"))
    def stories(self, topic):
        return topic.live_stories or 0

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

    list_display = ("name", "slug", "position", "stories", "people_here")
    search_fields = ("key",)
    fields = ("name", "slug", "description", "position", "channel")
    form = DeskForm

    def get_fields(self, request, obj=None):
        """The fields; the secret address of the channel only for who works for the desk."""
        may = self.has_change_permission(request, obj)
        return [field for field in self.fields if may or field != "channel"]

    def get_queryset(self, request):
        """The desks with how many live stories each has, and who works for it alone."""
        live = Edition.objects.live(timezone.now()).order_by().filter(desk=OuterRef("pk")).values("desk")
        number = Subquery(live.annotate(number=Count("pk")).values("number"))
        return super().get_queryset(request).annotate(live_stories=number).prefetch_related("staff")

    @admin.display(description=_("Live stories"), ordering="live_stories")
    def stories(self, desk):
        return desk.live_stories or 0

    @admin.display(description=_("Who works for it alone or with others"))
    def people_here(self, desk):
        return ", ".join(str(user) for user in desk.staff.all())

    def get_model_perms(self, request):
        """What the menu of every page offers: not to add one, which would ask each time for whom somebody works."""
        return {
            "add": False,
            "change": self.has_change_permission(request),
            "delete": False,
            "view": self.has_view_permission(request),
        }

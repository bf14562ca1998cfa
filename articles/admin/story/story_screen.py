"""The screen of a story: its list, its form and its action bar. It saves only through the verbs."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from js_asset import Media

from articles.admin.beginning import new_story
from articles.admin.board import assigning, calendar, columns, front_order, saved_lists
from articles.admin.board.story_list import Board
from articles.admin.directory import suggested_people
from articles.admin.notes import comments_api
from articles.admin.photos import outdated_captions
from articles.admin.photos.choosing import PhotoSelect
from articles.admin.preview import preview, preview_links
from articles.admin.publishing import guesses, looks, publish_sheet
from articles.admin.shared.actions import DetailsForm
from articles.admin.shared.new_entries import NewEntrySelect, TopicField
from articles.admin.shared.params import number_in
from articles.admin.shared.screens import Sealed, require_open, sealed_page
from articles.admin.shared.verb_errors import VerbAdmin
from articles.admin.story import (
    action_bar,
    autosave_api,
    delete_and_redact,
    editor_api,
    next_story,
    revisions,
    seal,
)
from articles.admin.story.form import ArticleForm
from articles.admin.story.sidebar import sidebar_context
from articles.editorial.directory.entries import create_new_entries
from articles.editorial.permissions import Forbidden, may_open, may_place_photos, may_write
from articles.editorial.publishing.correction_prompt import CorrectionUndecided
from articles.editorial.refusals import Refusal
from articles.editorial.writing import drafts, embargo
from articles.models.article import Article
from articles.text.body.cleaning import clean

SHEET = ("headline", "dek", "body")
WRITING = (
    (None, {"classes": ("sheet",), "fields": SHEET}),
    ("Where it belongs", {"fields": ("desk", "lead_topic", "topics", "byline")}),
    ("Lead photo", {"fields": ("lead_photo", "lead_caption", "lead_credit"), "classes": ("lead",)}),
    (gettext_lazy("Headlines for places"), {"fields": ("short_headline", "search_headline")}),
    ("Kind and address", {"fields": ("label", "language", "place", "slug", "original_date")}),
    ("For colleagues", {"fields": ("working_title", "word_budget", "editor_note", "embargo_words", "embargo_until")}),
)
# Our styles, and those of Django's scripts that this screen uses: not those for actions, slugs and calendars.
SCREEN = forms.Media(
    js=[f"admin/js/{name}.js" for name in ("vendor/jquery/jquery.min", "jquery.init", "admin/RelatedObjectLookups")],
    css={"all": ["editors/story/story.css", "editors/story/elements/elements.css"]},
)
# The modules of the other screens about stories, each with its addresses.
SCREENS = (
    new_story,
    editor_api,
    autosave_api,
    looks,
    publish_sheet,
    revisions,
    outdated_captions,
    next_story,
    front_order,
    calendar,
    assigning,
    saved_lists,
    columns,
    preview,
    preview_links,
    comments_api,
    delete_and_redact,
    seal,
)
# What somebody sees who may read a story but not change it: the same, with words instead of fields.
CARD_FIELDS = {"body": "shown_body", "topics": "shown_topics", "byline": "bylines"}


def _shown(fieldsets):
    return [
        (name, {**options, "fields": tuple(CARD_FIELDS.get(field, field) for field in options["fields"])})
        for name, options in fieldsets
    ]


@admin.register(Article)
class ArticleAdmin(Board, VerbAdmin):
    """A story's screen: the form of its working copy, what may be done with it, and what stands beside it."""

    form = ArticleForm
    fieldsets: ClassVar[Any] = WRITING
    autocomplete_fields = ("lead_topic",)
    change_form_template = "admin/articles/article/change_form.html"

    # Who may do what

    def has_add_permission(self, request):
        return may_write(request.user)

    def has_view_permission(self, request, obj=None):
        """Whether the person may look at stories, and at this one."""
        return super().has_view_permission(request, obj) and (obj is None or may_open(request.user, obj))

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return may_place_photos(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """Nobody deletes a story by the stock screens: `delete_and_redact.py` asks first what was public."""
        return False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Answer with the sheet, to whom the story is open."""
        return self._closed(request, object_id, "sheet") or super().changeform_view(
            request, object_id, form_url, extra_context
        )

    def history_view(self, request, object_id, extra_context=None):
        """Answer with Django's own history, to whom the story is open."""
        return self._closed(request, object_id, "history") or super().history_view(request, object_id, extra_context)

    def _closed(self, request, object_id, what):
        """The page that says that a story is sealed, for those to whom it is not open; else None."""
        number = number_in(object_id or "")
        sealed = number and Article.objects.filter(pk=number, is_sealed=True).first()
        try:
            if sealed:
                require_open(request, sealed, what)
        except Sealed:
            return sealed_page(self, request)
        return None

    # What a reader of the story sees

    @admin.display(description=gettext_lazy("Story"))
    def shown_body(self, article):
        return mark_safe(clean(article.body))  # noqa: S308  cleaned right here

    @admin.display(description=gettext_lazy("Topics"))
    def shown_topics(self, article):
        return ", ".join(row.tag.name for row in article.topic_rows.select_related("tag"))

    # The sheet

    def get_fieldsets(self, request, obj=None):
        """The form's groups, as fields or as words."""
        return _shown(WRITING) if obj and not self.has_change_permission(request, obj) else WRITING

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form of the story; the picture desk's where the person does not write it."""
        form = super().get_form(request, obj, change, **kwargs)
        may = obj is not None and may_place_photos(request.user, obj)
        is_for_pictures = may and not may_write(request.user, obj)
        return type(form.__name__, (form,), {"is_for_pictures": is_for_pictures})

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The field, with at most one icon beside it: to add what is missing."""
        if db_field.name == "lead_topic":
            kwargs |= {"form_class": TopicField, "widget": NewEntrySelect(db_field, self.admin_site)}
        if db_field.name == "lead_photo":
            kwargs["widget"] = PhotoSelect()
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_view_related = False
            if db_field.name == "lead_photo":
                field.widget.can_add_related = field.widget.can_delete_related = False  # the library's
            field.widget.widget.i18n_name = None  # select2 speaks English by itself
        return field

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Answer with the sheet and everything around it; 409 after a conflict, 403 for what is refused."""
        # The import map, by which modules find the editor, is inline: only a nonce lets the policy take it.
        context["media"] = Media.from_media(SCREEN + context["adminform"].media, nonce=request.csp_nonce)
        context |= sidebar_context(request, context["original"], context["adminform"].form)
        if context["is_stale"]:
            context["errors"] = []  # the conflict is explained in a place of its own
        response = super().render_change_form(request, context, add, change, form_url, obj)
        if context["is_stale"]:
            response.status_code = 409
        elif isinstance(context["refusal"], Forbidden):
            response.status_code = 403
        return response

    def save_model(self, request, obj, form, change):
        """Save through the verbs. Raises Refusal."""
        fields = create_new_entries(form.working_fields(), by=request.user)
        fields |= guesses.taken_topics(request, fields.get("topics", form.cleaned_data.get("topics") or []))
        sheet, version = form.cleaned_data["sheet"], form.base_version()
        before = Article.objects.filter(pk=obj.pk).values_list(*embargo.FIELDS).first() or ("", None)
        obj.pk = drafts.save(obj, by=request.user, sheet=sheet, version=version, **fields).pk
        obj.refresh_from_db()
        if (obj.embargo_words, obj.embargo_until) != before:
            said = _("Noted: %(embargo)s. A line of the text that said so is in the note for colleagues.")
            messages.info(request, said % {"embargo": embargo.in_words(obj)})

    def save_related(self, request, form, formsets, change):
        """Do nothing more: the verb has saved topics and bylines too."""

    def response_add(self, request, obj, post_url_continue=None):
        return self._carry_out(request, obj)

    def response_change(self, request, obj):
        return self._carry_out(request, obj)

    def _carry_out(self, request, article):
        """Run the action that was pressed and show what happened. A refusal leaves the text saved."""
        name = request.POST.get("_verb", "save")
        details = DetailsForm(request.POST)
        try:
            done = suggested_people.run(request, article) or action_bar.run(name, article, details, by=request.user)
        except CorrectionUndecided as needed:
            return HttpResponseRedirect(publish_sheet.address(article, needed.at))
        except Refusal as refusal:
            messages.error(request, str(refusal))
            action_bar.store_refused(request, article)
            name = "save"
        else:
            if done:
                messages.success(request, done)
            self._guess_desk(request, name, article)
        return HttpResponseRedirect(action_bar.page_after(name, article))

    def _guess_desk(self, request, name, article):
        """Give a story that goes on to the publish sheet without a desk the one it most likely belongs to."""
        fields = guesses.desk_for_the_sheet(name, article, request.user, timezone.now())
        if fields:
            drafts.save(article, by=request.user, version=article.version, **fields)
            messages.info(request, _("Desk: %(desk)s, which is a guess. Change it where it is wrong.") % fields)

    # Addresses

    def get_urls(self):
        screens = [screen for module in SCREENS for screen in module.urls(self)]
        return [*screens, *super().get_urls()]

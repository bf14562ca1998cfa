"""The photo library in the stock admin: find, describe, credit, focus. Every write goes through `media.ingest`."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from media import credentials, ingest
from media.admin.bulk_edit import bulk_edit
from media.admin.filters import SOON, AltFilter, DatesFilter, LicenceFilter, UseFilter, WordsFilter
from media.admin.former_files import former_file, former_files
from media.admin.forms import RIGHTS, SHOWN, DescribeForm, UploadForm
from media.admin.licences_at_risk import licences_at_risk
from media.admin.proofs import proof, proof_url
from media.admin.replace_file import replace, replacing_html
from media.admin.upload import describe, upload
from media.admin.usage_html import similar_photos_html, uses_html, warn_of_outdated_words
from media.focal_crop import SHAPES
from media.models import Photo
from media.refusals import InUse
from media.signals import links_to_people, refused_to, searched_photos, uses_of
from media.unconfirmed import unconfirmed_words

SHAPE_LABELS = {"16x9": "16 × 9", "4x3": "4 × 3", "3x2": "3 × 2", "2x1": "2 × 1", "4x5": "4 × 5"}
FOCUS_HELP = "What must stay in sight when it is cut: click on it, or go there with the arrow keys."


class Grid(ChangeList):
    """A page of photos that know where they are used, asked once for all of them."""

    def get_results(self, request):
        """Fetch the page, and give each photo its `uses`."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        uses = uses_of([photo.pk for photo in self.result_list])
        for photo in self.result_list:
            photo.uses = uses[photo.pk]


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin):
    """Lists, uploads and describes photos. The original is never linked."""

    form = DescribeForm
    change_list_template = "admin/media/photo/change_list.html"
    list_display = ("card", "credit", "use", "alt_state", "words_state", "licence", "uploaded")
    list_display_links = ("card",)
    list_filter = (
        DatesFilter, UseFilter, LicenceFilter, AltFilter, WordsFilter, "source_type", "credentials",
    )  # fmt: skip
    list_per_page = 48
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    empty_value_display = ""
    search_fields = ("caption", "credit", "creator", "alt", "people", "place", "source", "description")
    actions = ("edit_together", "confirm_words")
    readonly_fields = (
        "preview", "facts", "location", "provenance", "people_pages", "crops", "where_used", "twins",
        "uploaded_at", "uploaded_by", "changed_at", "changed_by",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("preview", "facts", "location", "provenance", *SHOWN[:-1], "people_pages", SHOWN[-1])}),
        ("Where it is used", {"fields": ("where_used", "twins")}),
        ("Focus", {"fields": ("crops", ("focus_x", "focus_y")), "description": FOCUS_HELP}),
        ("Rights", {"fields": RIGHTS}),
        ("Who and when", {"fields": (("uploaded_at", "uploaded_by"), ("changed_at", "changed_by"))}),
    )

    class Media:
        css = {"all": ("editors/photos/library.css", "editors/photos/focus.css")}
        js = (
            forms.Script("editors/photos/focal-point.js", type="module"),
            forms.Script("editors/photos/upload.js", type="module"),
        )

    def get_urls(self):
        own = [
            (self.admin_site.admin_view(proof, cacheable=True), "<int:pk>/proof/<int:width>/", "proof"),
            (self._screen(upload), "upload/", "upload"),
            (self._screen(describe), "describe/", "describe"),
            (self._screen(replace), "<int:pk>/replace/", "replace"),
            (self._screen(former_files), "<int:pk>/former/", "former"),
            (self._screen(former_file), "<int:pk>/former/<int:former>/", "former_file"),
            (self._screen(licences_at_risk), "at-risk/", "at_risk"),
        ]
        return [path(route, view, name=f"media_photo_{name}") for view, route, name in own] + super().get_urls()

    def get_changelist(self, request, **kwargs):
        return Grid

    def get_search_results(self, request, queryset, search_term):
        """The photos that the newsroom's index finds; without one, those that hold the letters typed."""
        found = searched_photos(search_term, queryset) if search_term.strip() else None
        if found is None:
            return super().get_search_results(request, queryset, search_term)
        request.photos_found = len(found)
        return queryset.filter(pk__in=found), False

    def get_paginator(self, request, *args, **kwargs):
        """Django's paginator; the number of photos that a search found is not counted again."""
        paginator = super().get_paginator(request, *args, **kwargs)
        if hasattr(request, "photos_found"):
            paginator.count = request.photos_found
        return paginator

    @admin.display(description=SafeString('<input type="checkbox" id="action-toggle">'))
    def action_checkbox(self, photo):
        """The box that chooses the photo for an action: Django's own, without a template for each."""
        box = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="Select this photo: {}">'
        return format_html(box, ACTION_CHECKBOX_NAME, photo.pk, photo)

    def _screen(self, view):
        """`view` as one of the admin's, for people who are logged in."""
        return self.admin_site.admin_view(partial(view, self.admin_site))

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": gettext("Photos")} | (extra_context or {}))

    # Forms

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The upload form for a new photo, the describing form for one that is there."""
        if not change:
            return super().get_form(request, obj, change, **{**kwargs, "form": UploadForm})
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"by": request.user})

    def get_fieldsets(self, request, obj=None):
        """The few fields of an upload, or the groups of a photo that is there."""
        return self.fieldsets if obj else ((None, {"fields": ("file", *UploadForm.Meta.fields)}),)

    def get_object(self, request, object_id, from_field=None):
        """The photo, with who looks at it, `seen_by`, and with what that person doesn't decide of it, `refused`."""
        photo = super().get_object(request, object_id, from_field)
        if photo:
            photo.seen_by = request.user
            photo.refused = refused_to(request.user, [photo.pk]).get(photo.pk)
        return photo

    def get_readonly_fields(self, request, obj=None):
        """The facts; where a form is shown anew also what is refused. What is posted is, with its sentence."""
        if obj is None:
            return ()
        refused = obj.refused.fields & {*DescribeForm.Meta.fields} if obj.refused and request.method != "POST" else ()
        return (*self.readonly_fields, *sorted(refused))

    def save_form(self, request, form, change):
        """Take the upload in; return the photo to save, of an upload the one that is in the library now."""
        photo = super().save_form(request, form, change)
        if change:
            return photo
        data, words = form.cleaned_data["file"], {name: form.cleaned_data[name] for name in UploadForm.Meta.fields}
        known = ingest.find(data)
        photo = ingest.ingest(data, by=request.user, **words)
        if known:
            messages.info(
                request, gettext("This very photo was in the library already; only its empty fields were filled.")
            )
            refused = refused_to(request.user, [photo.pk]).get(photo.pk)
            if refused and [name for name in words if words[name] and not getattr(photo, name)]:
                messages.warning(request, refused.sentence)
        if photo.had_location:
            messages.warning(request, self.location(photo))
        twins = similar_photos_html(photo, request.user)
        if twins:
            messages.warning(request, format_html("The library holds photos that look like this one. {}", twins))
        return photo

    def save_model(self, request, obj, form, change):
        """Pass on what the form changed; an upload is in the library already."""
        if change:
            form.save_through_library(request.user)
            warn_of_outdated_words(request, [obj])

    # Many at once, and gone

    @admin.action(description=_("Edit words, rights and licence together"), permissions=["change"])
    def edit_together(self, request, queryset):
        """Ask what the chosen photos have in common, and give it to them."""
        return bulk_edit(self.admin_site, request, queryset)

    @admin.action(description=_("Confirm the words that came with the files"), permissions=["change"])
    def confirm_words(self, request, queryset):
        """Take the words of the chosen photos' files for right."""
        count = ingest.confirm(queryset, request.user)
        said = ngettext("%(count)d photo’s words are confirmed.", "%(count)d photos’ words are confirmed.", count)
        messages.success(request, said % {"count": count})

    def get_deleted_objects(self, objs, request):
        """What would go, and as obstacles a sentence for each photo that something shows."""
        perms_needed = set() if self.has_delete_permission(request) else {self.opts.verbose_name}
        for photo in objs:
            photo.seen_by = request.user
        obstacles = [refusal for photo in objs if (refusal := ingest.why_not_deletable(photo))]
        return [str(photo) for photo in objs], {self.opts.verbose_name_plural: len(objs)}, perms_needed, obstacles

    def delete_view(self, request, object_id, extra_context=None):
        """Answer with Django's question, or lead back with a sentence when something shows the photo."""
        photo: Any = self.get_object(request, object_id)
        refusal = photo and self.has_delete_permission(request, photo) and ingest.why_not_deletable(photo)
        if refusal:
            messages.error(request, refusal)
            return HttpResponseRedirect(reverse("admin:media_photo_change", args=[photo.pk]))
        return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request, obj):
        self.delete_queryset(request, [obj])

    def delete_queryset(self, request, queryset):
        for photo in queryset:
            try:
                ingest.remove(photo, by=request.user)
            except InUse as refusal:  # somebody placed it since the question was asked
                messages.error(request, str(refusal))

    # Columns and facts

    @admin.display(description=_("Photo"), ordering="caption")
    def card(self, photo):
        """The small picture and caption of a row."""
        return format_html('<img src="{}" alt="" loading="lazy"><span>{}</span>', proof_url(photo, 320), photo)

    @admin.display(description=_("Use"))
    def use(self, photo):
        """The most public place where it is used, and how many there are."""
        if not photo.uses:
            return "Not used yet"
        others = f", and {len(photo.uses) - 1} more" if len(photo.uses) > 1 else ""
        return f"In use: {photo.uses[0].state}{others}"

    @admin.display(description=_("Alt text"))
    def alt_state(self, photo):
        """What is wrong with the alt text; nothing where it is written."""
        if photo.decorative:
            return "Decorative"
        return "" if photo.has_alt else SafeString("<strong>No alt text</strong>")

    @admin.display(description=_("Words"))
    def words_state(self, photo):
        """What came with the file and waits for somebody to confirm it."""
        waiting = (f"{label} ({doubt})" if doubt else label for label, _words, doubt in unconfirmed_words(photo))
        names = ", ".join(waiting)
        return names and format_html("<strong>{}</strong>", gettext("From the file, unconfirmed: %s") % names)

    @admin.display(description=_("Uploaded"), ordering="uploaded_at")
    def uploaded(self, photo):
        return date_format(timezone.localtime(photo.uploaded_at), "DATE_FORMAT")

    @admin.display(description=_("Licence"), ordering="licence_ends_at")
    def licence(self, photo):
        """Until when readers get the picture, where that is not for ever."""
        if photo.licence_ends_at is None:
            return ""
        now, end = timezone.now(), date_format(timezone.localtime(photo.licence_ends_at), "DATETIME_FORMAT")
        if photo.is_licensed(now + SOON):
            return f"Licence ends {end}"
        return format_html("<strong>Licence {} {}</strong>", "ends" if photo.is_licensed(now) else "ended", end)

    @admin.display(description=_("Photo"))
    def preview(self, photo):
        """The whole picture, with a way to put another file in its place, or why there is none."""
        scale = 480 / max(photo.width, photo.height)
        return format_html(
            '<img src="{}" width="{}" height="{}" alt="{}"><p>{}</p>',
            proof_url(photo, 800),
            max(1, round(photo.width * scale)),
            max(1, round(photo.height * scale)),
            photo.alt or str(photo),
            photo.refused.sentence if photo.refused else replacing_html(photo),
        )

    @admin.display(description=_("File"))
    def facts(self, photo):
        by = f" (by its {photo.origins['taken_at']})" if "taken_at" in photo.origins else ""
        taken = f", taken {date_format(photo.taken_at, 'DATE_FORMAT')}{by}" if photo.taken_at else ""
        return f"{photo.width} × {photo.height} pixels{taken}"

    @admin.display(description=_("Location"))
    def location(self, photo):
        """What an editor should know about where the picture was taken."""
        if photo.had_location:
            return "This photo held a location; it was removed from everything readers get."
        return "This photo held no location."

    @admin.display(description=_("Content Credentials"))
    def provenance(self, photo):
        """Whether the file came sealed, whether the seal holds, and who made it: trust apart from validity."""
        if not photo.credentials:
            missing = "Not looked for: the “credentials” extra is not installed."
            return "None were found in the file." if credentials.are_readable() else missing
        by = f", signed by {photo.credentials_signer}" if photo.credentials_signer else ""
        tool = f", with {photo.credentials_tool}" if photo.credentials_tool else ""
        return f"{photo.get_credentials_display()}{by}{tool}."

    @admin.display(description=_("Their pages"))
    def people_pages(self, photo):
        """The people shown, with a link to each that has a screen."""
        names = [name for name in photo.people.split("\n") if name]
        links = links_to_people(names)
        linked = (format_html('<a href="{}">{}</a>', links[name], name) if name in links else name for name in names)
        return format_html_join(", ", "{}", ((name,) for name in linked)) or "Nobody is named."

    @admin.display(description=_("Cuts"))
    def crops(self, photo):
        """The picture to set the focus on, and how each shape would cut it; a script moves them."""
        address = proof_url(photo, 800)
        cuts = format_html_join(
            "",
            '<li><img class="crop crop-{}" src="{}" alt="" data-ratio="{}"><span>{}</span></li>',
            ((shape, address, f"{SHAPES[shape]:.6f}", name) for shape, name in SHAPE_LABELS.items()),
        )
        return format_html(
            '<div class="focus" data-width="{}" data-height="{}"><img src="{}" alt="{}"></div>{}',
            photo.width,
            photo.height,
            address,
            photo.alt or str(photo),
            format_html('<ul class="crops">{}</ul>', cuts),
        )

    @admin.display(description=_("Stories and people"))
    def where_used(self, photo):
        """Who shows the photo, what readers see first."""
        return uses_html(photo, photo.seen_by)

    @admin.display(description=_("Photos that look like it"))
    def twins(self, photo):
        """Pictures that look the same, with where they are used."""
        return similar_photos_html(photo, photo.seen_by) or "None."

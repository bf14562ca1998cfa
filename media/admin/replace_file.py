"""Putting another file in a photo's place; the stories that show it keep it."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from media import ingest
from media.admin.forms import ReplaceForm
from media.admin.proofs import proof_url
from media.admin.screens import admin_page, require
from media.admin.usage_html import uses_html
from media.models import Photo
from media.refusals import NotYours, RefusedPicture
from media.signals import refused_to


def replace(site, request, pk):
    """Put another file in a photo's place; who may not decide what readers have of it gets 403 and the sentence."""
    require(request, "change")
    photo = get_object_or_404(Photo, pk=pk)
    refused = refused_to(request.user, [pk]).get(pk)
    form = ReplaceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and not refused and form.is_valid():
        try:
            fresh = ingest.replace(photo, form.cleaned_data["file"], by=request.user)
        except (RefusedPicture, NotYours) as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, _("The file was replaced. Look at the focus: it stands where it stood."))
            if fresh.had_location:
                messages.warning(
                    request, _("The new file held a location; it was removed from everything readers get.")
                )
            return HttpResponseRedirect(reverse("admin:media_photo_change", args=[pk]))
    context = admin_page(
        site,
        request,
        _("Replace the file"),
        photo=photo,
        form=form,
        refused=refused,
        proof=proof_url(photo, 480),
        uses=uses_html(photo, request.user),
    )
    return render(request, "admin/media/photo/replace.html", context, status=403 if refused else 200)


def replacing_html(photo):
    """The ways to another file for a photo, as links: a new one, and those it had before, where some are kept."""
    count = photo.former_originals.count()
    if not count:
        return _link("replace", photo, _("Replace the file"))
    former = ngettext("%(count)d former file", "%(count)d former files", count) % {"count": count}
    return format_html("{} · {}", _link("replace", photo, _("Replace the file")), _link("former", photo, former))


def _link(name, photo, words):
    return format_html('<a href="{}">{}</a>', reverse(f"admin:media_photo_{name}", args=[photo.pk]), words)

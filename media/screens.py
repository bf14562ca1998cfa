"""The library's own screens beside Django's: upload many, describe them, replace a file, edit together, at risk."""

from itertools import chain, islice

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from media import ingest, pixels
from media.filters import SOON
from media.forms import FILE_HELP, FirstWordsForm, ReplaceForm, TogetherForm
from media.likeness import alike
from media.models import Photo
from media.proofs import proof_url
from media.signals import offers_for, uses_of

AT_ONCE = 100  # so many photos on one screen at most
BATCH = 500  # of so many photos at a time it is asked where they are used


def _require(request, deed):
    if not request.user.has_perm(f"media.{deed}_photo"):
        raise PermissionDenied


def _page(site, request, title, **context):
    """Return the context of one of Django's admin pages."""
    return site.each_context(request) | {"title": title, "opts": Photo._meta, **context}


def upload(site, request):
    """Take in one picture or many; a script hears JSON of each, others are led on to describe what came in."""
    _require(request, "add")
    if request.method == "GET":
        return render(request, "admin/media/photo/upload.html", _page(site, request, "Upload pictures", help=FILE_HELP))
    taken, refused = [], []
    for file in request.FILES.getlist("files"):
        try:
            taken.append(take_in(file, request.user))
        except (ingest.RefusedPicture, ValidationError) as refusal:
            refused.append((file.name, " ".join(getattr(refusal, "messages", [str(refusal)]))))
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"photos": [photo.pk for photo in taken], "refused": [said for _, said in refused]})
    if not request.FILES:
        refused.append(("Nothing", "Choose at least one picture."))
    for name, said in refused:
        messages.error(request, f"{name}: {said}")
    return HttpResponseRedirect(_describe_address(taken) if taken else request.path)


def take_in(file, by):
    """Return the photo made of an uploaded file. Raises RefusedPicture."""
    if file.size > pixels.MAX_BYTES:
        raise ingest.RefusedPicture(f"A picture may have at most {pixels.MAX_BYTES // 1_000_000} MB.")
    return ingest.ingest(file.read(), by=by)


def _describe_address(photos):
    return f"{reverse('admin:media_photo_describe')}?photos={','.join(str(photo.pk) for photo in photos)}"


def describe(site, request):
    """Ask for the alt text of photos just uploaded, one form each, and save them together or not at all."""
    _require(request, "change")
    numbers = [int(text) for text in request.GET.get("photos", "").split(",") if text.isdecimal() and len(text) < 18]
    photos = Photo.objects.filter(pk__in=numbers[:AT_ONCE]).order_by("pk")
    forms = [FirstWordsForm(request.POST or None, instance=photo, prefix=str(photo.pk)) for photo in photos]
    if request.method == "POST" and not [form for form in forms if not form.is_valid()]:
        with transaction.atomic():
            for form in forms:
                form.save_through_library(request.user)
        messages.success(request, f"Described: {len(forms)}.")
        offer(request, [form.instance for form in forms])
        return HttpResponseRedirect(reverse("admin:media_photo_changelist"))
    rows = [(form, proof_url(form.instance, 480), twins_html(form.instance)) for form in forms]
    context = _page(site, request, "Describe what you uploaded", rows=rows)
    return render(request, "admin/media/photo/describe.html", context)


def replace(site, request, pk):
    """Put another file in a photo's place."""
    _require(request, "change")
    photo = get_object_or_404(Photo, pk=pk)
    form = ReplaceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            fresh = ingest.replace(photo, form.cleaned_data["file"], by=request.user)
        except ingest.RefusedPicture as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, "The file was replaced. Look at the focus: it stands where it stood.")
            if fresh.had_location:
                messages.warning(request, "The new file held a location; it was removed from everything readers get.")
            return HttpResponseRedirect(reverse("admin:media_photo_change", args=[pk]))
    context = _page(
        site, request, "Replace the file", photo=photo, form=form, proof=proof_url(photo, 480), uses=uses_html(photo)
    )
    return render(request, "admin/media/photo/replace.html", context)


def together(site, request, queryset):
    """Give several photos the same credit, rights or licence end; None once that is done."""
    form = TogetherForm(request.POST if "apply" in request.POST else None)
    photos = list(queryset.order_by("pk")[: AT_ONCE + 1])
    if len(photos) > AT_ONCE:
        messages.error(request, f"At most {AT_ONCE} pictures can be edited together.")
        return None
    if form.is_valid():
        with transaction.atomic():
            for photo in photos:
                ingest.update(photo, request.user, **form.changes())
        messages.success(request, f"Changed: {len(photos)}.")
        offer(request, photos)
        return None
    pictures = [(photo, proof_url(photo, 320)) for photo in photos]
    context = _page(site, request, "Edit together", form=form, pictures=pictures)
    return render(request, "admin/media/photo/together.html", context)


def at_risk(site, request):
    """List the stories that lose a photo within 30 days, the next first, then those that lost one, the last first."""
    _require(request, "view")
    now = timezone.now()
    ending = Photo.objects.filter(licence_ends_at__gt=now, licence_ends_at__lte=now + SOON)
    ended = Photo.objects.filter(licence_ends_at__lte=now)
    found = chain(
        _shown(ending.order_by("licence_ends_at", "pk"), now), _shown(ended.order_by("-licence_ends_at", "-pk"), now)
    )
    rows = list(islice(found, AT_ONCE + 1))
    title = f"Stories at risk in the next {SOON.days} days"
    context = _page(site, request, title, rows=rows[:AT_ONCE], are_more=len(rows) > AT_ONCE)
    return render(request, "admin/media/photo/at_risk.html", context)


def _shown(photos, now):
    """Yield (photo, address of its proof, its Uses, whether its licence runs) of those that a story shows or would."""
    numbers = photos.values_list("pk", flat=True).iterator()
    while batch := list(islice(numbers, BATCH)):
        uses = uses_of(batch)
        for photo in photos.filter(pk__in=batch):
            shown = [use for use in uses[photo.pk] if use.state != "earlier edition"]
            if shown:
                yield photo, proof_url(photo, 320), shown, photo.is_licensed(now)


def offer(request, photos):
    """Say where former words of these photos are still shown, and where that can be changed."""
    for sentence in offers_html(photos):
        messages.warning(request, sentence)


def offers_html(photos):
    """Return what is offered about former words of these photos, as a list of safe HTML sentences with their links."""
    said = '{} <a href="{}">{}</a>.'
    return [format_html(said, *made) for made in offers_for(photo.pk for photo in photos)]


def uses_html(photo):
    """Return where a photo is shown, and what still says its former words, in safe HTML, or a sentence."""
    offers = format_html_join("", '<p class="offer">{}</p>', ((sentence,) for sentence in offers_html([photo])))
    return offers + (_list_html(uses_of([photo.pk])[photo.pk]) or "Nowhere yet.")


def _list_html(uses):
    items = format_html_join("", '<li><a href="{}">{}</a> ({})</li>', ((use.url, use.title, use.state) for use in uses))
    return items and format_html('<ul class="uses">{}</ul>', items)


def twins_html(photo):
    """Return the photos that look like `photo`, each with where it is used, as safe HTML, or ""."""
    twins = alike(photo)
    uses = uses_of([twin.pk for twin in twins])
    return format_html_join(
        "",
        '<div class="twin"><a href="{}"><img src="{}" width="96" height="{}" alt="">{}</a>{}</div>',
        (
            (
                reverse("admin:media_photo_change", args=[twin.pk]),
                proof_url(twin, 320),
                max(1, round(96 * twin.height / twin.width)),
                str(twin),
                _list_html(uses[twin.pk]) or " is used nowhere yet.",
            )
            for twin in twins
        ),
    )

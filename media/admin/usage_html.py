"""Where a photo is used, which stories still have its former words, and photos that look like it, as HTML."""

from django.contrib import messages
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from media.admin.proofs import proof_url
from media.duplicates import similar_photos
from media.signals import offers_for, uses_of


def warn_of_outdated_words(request, photos):
    """Add a message for each way to change former words of these photos that stories still have."""
    for sentence in _offers_html(photos, request.user):
        messages.warning(request, sentence)


def _offers_html(photos, by):
    """What is offered `by` about former words of these photos, as a list of safe HTML sentences with their links."""
    link = '{} <a href="{}">{}</a>.'
    return [format_html(link, *offer[:3]) for offer in offers_for((photo.pk for photo in photos), by)]


def uses_html(photo, by):
    """Where a photo is shown, and what still says its former words, for `by` in safe HTML, or a sentence."""
    offers = format_html_join("", '<p class="offer">{}</p>', ((sentence,) for sentence in _offers_html([photo], by)))
    return offers + (_list_html(uses_of([photo.pk], by)[photo.pk]) or "Nowhere yet.")


def _list_html(uses):
    items = format_html_join("", "<li>{} ({})</li>", ((_link_html(use), use.state) for use in uses))
    return items and format_html('<ul class="uses">{}</ul>', items)


def _link_html(use):
    return format_html('<a href="{}">{}</a>', use.url, use.title) if use.url else use.title


def similar_photos_html(photo, by):
    """The photos that look like `photo`, each with where it is used, for `by` as safe HTML, or ""."""
    twins = similar_photos(photo)
    uses = uses_of([twin.pk for twin in twins], by)
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

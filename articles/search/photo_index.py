"""The editors' index of the photo library: kept in step by the library's own signals, and asked by its screens."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.dispatch import receiver

from articles.search import tables
from articles.search.entries import IndexedWords, truncated
from articles.search.words import terms_of
from articles.search.working_copies import MOST, editors_query, ids_found
from media.models import Photo
from media.signals import photo_removed, photo_saved, search_photos

PHOTO_WORDS = ("credit", "creator", "alt", "people", "place", "source", "description")


@receiver(photo_saved)
def sync_photo(photo: Photo, **_: Any) -> None:
    """Write the words of a saved Photo, inside the caller's transaction."""
    tables.write([_words_of(photo)], tables.PHOTOS)


@receiver(photo_removed)
def remove_photo(photo_id: int, **_: Any) -> None:
    """Delete the words of a photo, inside the caller's transaction."""
    tables.remove([photo_id], tables.PHOTOS)


@receiver(search_photos)
def find_photos(text: str, among: QuerySet[Photo] | None = None, **_: Any) -> list[int]:
    """The ids of at most MOST of the newest photos whose words match what somebody typed.

    Of them those that are `among` a queryset of Photos, asked in the same statement.
    """
    query = editors_query(text)
    return [] if query is None else ids_found(Photo, tables.newest_photos(query, MOST), among)


def rewrite_photos(keys: Iterable[int]) -> None:
    """Write the words of these photos anew, their rows locked, inside the caller's transaction."""
    for photo in Photo.objects.select_for_update().filter(pk__in=keys).order_by("pk"):
        sync_photo(photo)


def is_stale() -> bool:
    """Whether the newest photo cannot be found by its words."""
    newest = list(Photo.objects.order_by("-pk").values_list("pk", flat=True)[:1])
    return tables.existing_ids(newest, tables.PHOTOS) != newest


def _words_of(photo: Photo) -> IndexedWords:
    """The IndexedWords of a photo: its caption as the headline, and all else that is said of it."""
    language = settings.LANGUAGE_CODE  # nobody says in which language a caption is
    caption = terms_of(photo.caption, language)
    rest = truncated(terms_of("\n".join(getattr(photo, name) for name in PHOTO_WORDS), language))
    return IndexedWords(rowid=photo.pk, headline=caption, names="", dek="", body=rest)

"""Answers the photo library: which photos do readers see? What they don't is kept by no cache."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, TextField, Value
from django.db.models.functions import Cast, Concat
from django.dispatch import receiver

from articles.models.publisher import Publisher, StaticPage
from articles.models.section import PhotoPlacement
from articles.reader.pages.people import public_people
from articles.reader.pages.topics import public_topics
from media.models import Photo
from media.signals import readers_see


@receiver(readers_see)
def is_on_a_page(photo: int, at: datetime, **_unused: Any) -> bool:
    """Whether readers find the photo at `at`: in a story, with a person or topic, on a page of the newsroom's own."""
    return bool(_shown(photo=photo, at=at))


def _shown(photo, at):
    this = OuterRef("pk")
    # One type for all parts: PostgreSQL joins no others.
    mark = Concat(Value('data-photo="', TextField()), Cast(this, TextField()), Value('"', TextField()))
    places = (
        PhotoPlacement.objects.live(at).filter(photo=this),
        public_people(at).filter(portrait=this),
        public_topics(at).filter(picture=this),
        Publisher.objects.filter(Q(logo=this) | Q(icon=this)),
        StaticPage.objects.filter(is_public=True, body__contains=mark),
    )
    shown = Q()
    for place in places:
        shown |= Q(Exists(place.order_by()))
    return Photo.objects.filter(shown, pk=photo).order_by().values_list("pk")

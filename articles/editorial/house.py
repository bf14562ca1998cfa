"""What the newsroom says of itself: keeping its pages and the facts about who publishes."""

from django.db import transaction
from django.utils import timezone

from articles.editorial.directory import lock_directory
from articles.editorial.drafts import record
from articles.editorial.permissions import may_keep_house, require
from articles.editorial.refusals import Refusal
from articles.models.house import HousePage
from articles.signals import directory_changed
from articles.text.cleaning import clean
from media import renditions

LOGO = ("original", 800, "jpeg")


class LogoEnds(Refusal):
    """A logo has to stay where it is."""

    def __init__(self):
        """Say so."""
        super().__init__("The licence of this picture ends one day, so it can't be the logo. Choose another one.")


def keep_page(page, *, by):
    """Save a new or changed HousePage, its body cleaned; returns it. Its address stays what it was first.

    Raises Forbidden, and ValidationError when a value does not fit.
    """
    require(may_keep_house(by), "change the pages of the house")
    with transaction.atomic():
        lock_directory()  # desks and these pages share one namespace
        if page.pk is not None:
            page.slug = HousePage.objects.get(pk=page.pk).slug
        page.body, page.changed_at = clean(page.body), timezone.now()
        page.full_clean()
        page.save()
        _tell("keep page", by, page.slug)
    return page


def keep_house(house, *, by):
    """Save who publishes; returns the House. Raises Forbidden, LogoEnds, and ValidationError."""
    require(may_keep_house(by), "change what the site says of itself")
    if house.logo and house.logo.licence_ends_at:
        raise LogoEnds
    house.logo_path = renditions.url(house.logo, *LOGO) if house.logo else ""
    with transaction.atomic():
        house.pk = 1
        house.full_clean(exclude=["id"])
        house.save()
        _tell("keep house", by, "")
    return house


def _tell(verb, by, note):
    """Log the deed and announce it after the commit."""
    record(None, verb, by, note)
    transaction.on_commit(lambda: directory_changed.send(sender=None))

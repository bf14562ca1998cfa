"""What the newsroom says of itself: its static pages, and who publishes, with logo and icon."""

import hashlib

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.changed_pages import site_changes
from articles.editorial.directory.entries import lock_directory, log_change
from articles.editorial.log import noted
from articles.editorial.permissions import may_change_publisher, require
from articles.editorial.refusals import Refusal
from articles.editorial.site.house_facts import keep_facts
from articles.models.named import drop_turned_words
from articles.models.publisher import Publisher, SiteIcon, StaticPage
from articles.models.user import User
from articles.text.body.cleaning import clean
from articles.text.characters import one_line
from media import icons, renditions
from media.models import Photo

LOGO = ("original", 800, "jpeg")


class LogoEnds(Refusal):
    """A logo has to stay where it is."""

    sentence = gettext_lazy("The licence of this photo ends one day, so it can't be the logo. Choose another one.")


class IconEnds(Refusal):
    """An icon has to stay where it is, too."""

    sentence = gettext_lazy("The licence of this photo ends one day, so it can't be the icon. Choose another one.")


class IconTooSmall(Refusal):
    """An icon is never enlarged."""

    sentence = gettext_lazy("An icon needs a photo of at least {side} by {side} pixels.")


@noted
def save_static_page(page: StaticPage, *, by: User) -> StaticPage:
    """Save a new or changed StaticPage, its body cleaned; returns it. Its address stays what it was first.

    Raises Forbidden, and ValidationError when a value does not fit.
    """
    require(may_change_publisher(by), _("change the static pages"))
    with transaction.atomic():
        site_changes()
        lock_directory()  # desks and these pages share one namespace
        if page.pk is not None:
            page.slug = StaticPage.objects.get(pk=page.pk).slug
        page.body, page.changed_at = clean(page.body), timezone.now()
        drop_turned_words(page)
        page.full_clean()
        page.save()
        log_change("save page", by, page.slug)
    return page


@noted
def save_publisher(publisher: Publisher, *, by: User) -> Publisher:
    """Save who publishes, the icon encoded again in each of its sizes; returns the Publisher. What was said before
    is known further: it ends now.

    Raises Forbidden, LogoEnds, IconEnds, IconTooSmall, and ValidationError.
    """
    require(may_change_publisher(by), _("change what the site says of itself"))
    if publisher.logo and publisher.logo.licence_ends_at:
        raise LogoEnds
    publisher.logo_path = renditions.url(publisher.logo, *LOGO) if publisher.logo else ""
    files = _icons(publisher.icon)
    publisher.icon_digest = hashlib.sha256(files[icons.SMALLEST]).hexdigest()[:16] if files else ""
    with transaction.atomic():
        site_changes()
        Publisher.objects.select_for_update().only("pk").get(pk=1)
        publisher.pk, publisher.name = 1, one_line(publisher.name)
        drop_turned_words(publisher)
        publisher.full_clean(exclude=["id"])
        publisher.save()
        keep_facts(publisher, by=by, now=timezone.now())
        SiteIcon.objects.exclude(side__in=files).delete()
        for side, png in files.items():
            SiteIcon.objects.update_or_create(side=side, defaults={"digest": publisher.icon_digest, "png": png})
        log_change("save publisher", by, "")
    return publisher


def _icons(photo: Photo | None) -> dict[int, bytes]:
    """{side: PNG} of the Photo chosen as the icon; none without. Raises IconEnds or IconTooSmall."""
    if photo is None:
        return {}
    if photo.licence_ends_at:
        raise IconEnds
    if not icons.is_big_enough(photo):
        raise IconTooSmall(side=icons.SMALLEST)
    return icons.icons_of(photo)

"""Packages on the front page: a few stories that editors put together under a title, below what is on top."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editorial.directory.entries import lock_directory
from articles.editorial.log import noted
from articles.editorial.refusals import Refusal
from articles.editorial.site.front_order import (
    draft_of,
    packages_of,
    require_to_arrange,
    seen_by,
    still_to_come,
    write_order,
)
from articles.models.page_order import (
    LEAST_IN_PACKAGE,
    MOST_IN_PACKAGE,
    MOST_PACKAGES,
    PACKAGE_TITLE_MOST,
    PageOrder,
)
from articles.models.user import User
from articles.text.characters import drop_controls


class NoTitle(Refusal):
    """A package is known by its title."""

    sentence = _("Give the package a title of at most {most} characters.")


class NotThatMany(Refusal):
    """One story is no package, and a desk's worth of stories is none either."""

    sentence = _("A package has {least} to {most} stories.")


class TooManyPackages(Refusal):
    """A front page of nothing but packages says nothing."""

    sentence = _("There are {most} packages already. Take one apart first.")


@noted
def keep_package(title: str, ids: Iterable[int], *, by: User, order: PageOrder | None = None) -> PageOrder:
    """Put the articles of these ids, in this order, together under a title in `order`, or in the draft for None.

    A package of this title is replaced. A story comes from where it was, but what is on top stays there, and ids of
    no article are left out. Raises Forbidden, OrderChanged, NoTitle, NotThatMany or TooManyPackages.
    """
    require_to_arrange(by, None)
    title = " ".join(drop_controls(title).split())
    if not 0 < len(title) <= PACKAGE_TITLE_MOST:
        raise NoTitle(most=PACKAGE_TITLE_MOST)
    with transaction.atomic():
        held, top, packages = _as_it_stands(order)
        wanted = [pk for pk in seen_by(by, list(dict.fromkeys(ids))) if pk not in top]
        if not LEAST_IN_PACKAGE <= len(wanted) <= MOST_IN_PACKAGE:
            raise NotThatMany(least=LEAST_IN_PACKAGE, most=MOST_IN_PACKAGE)
        others = {name: [pk for pk in ids if pk not in wanted] for name, ids in packages.items() if name != title}
        if len(others) >= MOST_PACKAGES:
            raise TooManyPackages(most=MOST_PACKAGES)
        made = packages | {title: wanted} if title in packages else others | {title: wanted}
        return write_order(held, None, by, timezone.now(), top, made | others)


@noted
def take_from_package(pk: int, *, by: User, order: PageOrder | None = None) -> PageOrder:
    """Take an article out of its package; one that is left with a single story is taken apart.

    Raises Forbidden or OrderChanged.
    """
    require_to_arrange(by, None)
    with transaction.atomic():
        held, top, packages = _as_it_stands(order)
        left = {title: [each for each in ids if each != pk] for title, ids in packages.items()}
        return write_order(held, None, by, timezone.now(), top, left)


def _as_it_stands(order: PageOrder | None) -> tuple[PageOrder | None, list[int], dict[str, list[int]]]:
    """(the order to be written to, None for a new draft; what is on top; its packages) of the front page, locked."""
    lock_directory()
    now = timezone.now()
    held = still_to_come(order, now) if order else draft_of(None)
    begins_as = held or PageOrder.objects.of(None).in_force(now).first()
    return held, begins_as.stories() if begins_as else [], packages_of(held, None, now)

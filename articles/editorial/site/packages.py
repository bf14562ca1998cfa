"""Packages on the front page: a few stories that editors put together under a title, below what is on top."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editorial.directory.entries import lock_directory
from articles.editorial.log import noted
from articles.editorial.refusals import Refusal
from articles.editorial.site.front_order import as_it_stands, require_to_arrange, seen_by, write_order
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
    return _put_together(title, ids, by, order, is_more=False)


@noted
def add_to_package(title: str, ids: Iterable[int], *, by: User, order: PageOrder | None = None) -> PageOrder:
    """The same, after the stories that the package of this title has by now; without one, these begin it."""
    return _put_together(title, ids, by, order, is_more=True)


@noted
def take_from_package(pk: int, *, by: User, order: PageOrder | None = None) -> PageOrder:
    """Take an article out of its package; one that is left with a single story is taken apart.

    Raises Forbidden or OrderChanged.
    """
    require_to_arrange(by, None)
    with transaction.atomic():
        lock_directory()
        now = timezone.now()
        held, top, packages = as_it_stands(order, None, now)
        left = {title: [each for each in ids if each != pk] for title, ids in packages.items()}
        return write_order(held, None, by, now, top, left)


def _put_together(title: str, ids: Iterable[int], by: User, order: PageOrder | None, *, is_more: bool) -> PageOrder:
    require_to_arrange(by, None)
    title = " ".join(drop_controls(title).split())
    if not 0 < len(title) <= PACKAGE_TITLE_MOST:
        raise NoTitle(most=PACKAGE_TITLE_MOST)
    with transaction.atomic():
        lock_directory()
        now = timezone.now()
        held, top, packages = as_it_stands(order, None, now)
        asked = list(dict.fromkeys([*(packages.get(title, []) if is_more else ()), *ids]))
        wanted = [pk for pk in seen_by(by, asked) if pk not in top]
        if not LEAST_IN_PACKAGE <= len(wanted) <= MOST_IN_PACKAGE:
            raise NotThatMany(least=LEAST_IN_PACKAGE, most=MOST_IN_PACKAGE)
        if title not in packages and len(packages) >= MOST_PACKAGES:
            raise TooManyPackages(most=MOST_PACKAGES)
        left = {name: [pk for pk in ids if pk not in wanted] for name, ids in packages.items()}
        return write_order(held, None, by, now, top, left | {title: wanted})

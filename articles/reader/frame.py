"""The frame around every page in one query: the desks, the pages of the house, and who publishes."""

from typing import NamedTuple

from django.db.models import Value

from articles.models.desk import Desk
from articles.models.house import House, HousePage


class Frame(NamedTuple):
    """The Desks and the public HousePages (without their bodies), each in the order of their list, and the House."""

    desks: list
    pages: list
    house: House


def frame():
    """The Frame. One query, because every page pays for it."""
    rows = (
        Desk.objects.values_list(Value(0), "position", "name", "pk", "slug", "description", Value("")),
        HousePage.objects.filter(is_public=True).values_list(
            Value(1), "position", "title", "pk", "slug", "description", "role"
        ),
        House.objects.values_list(Value(2), Value(0), Value(""), "pk", "logo_path", "description", "social"),
    )
    first, *others = (each.order_by() for each in rows)
    desks, pages, house = [], [], House()
    for kind, position, name, pk, address, description, more in sorted(first.union(*others, all=True)):
        facts = {"pk": pk, "description": description}
        if kind == 0:
            desks.append(Desk(**facts, position=position, name=name, slug=address))
        elif kind == 1:
            pages.append(HousePage(**facts, position=position, title=name, slug=address, role=more))
        else:
            house = House(**facts, logo_path=address, social=more)
    return Frame(desks, pages, house)

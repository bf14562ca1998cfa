"""The frame around every page in one query: the desks, the pages of the house, and who publishes."""

from typing import NamedTuple

from django.db.models import Value

from articles.models.desk import Desk
from articles.models.house import House, HousePage
from articles.models.prepared import prepared


class Frame(NamedTuple):
    """The Desks and the public HousePages (without their bodies), each in the order of their list, and the House."""

    desks: list
    pages: list
    house: House


def frame():
    """The Frame. One query, because every page pays for it."""
    desks, pages, house = [], [], House()
    for kind, position, name, pk, address, description, more, icon in sorted(_rows()):
        facts = {"pk": pk, "description": description}
        if kind == 0:
            desks.append(Desk(**facts, position=position, name=name, slug=address))
        elif kind == 1:
            pages.append(HousePage(**facts, position=position, title=name, slug=address, role=more))
        else:
            house = House(**facts, name=name, logo_path=address, social=more, icon_digest=icon)
    return Frame(desks, pages, house)


@prepared
def _rows():
    """(0 for a desk, 1 for a page of the house and 2 for the house itself, position, name, id, …) of all."""
    desks = Desk.objects.order_by().values_list(
        Value(0), "position", "name", "pk", "slug", "description", Value(""), Value("")
    )
    pages = HousePage.objects.filter(is_public=True).order_by()
    return desks.union(
        pages.values_list(Value(1), "position", "title", "pk", "slug", "description", "role", Value("")),
        House.objects.values_list(
            Value(2), Value(0), "name", "pk", "logo_path", "description", "social", "icon_digest"
        ),
        all=True,
    )

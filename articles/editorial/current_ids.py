"""Old ids in new editions: a revision may point to people, topics or desks that were merged into others since."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Value

from articles.models.desk import Desk
from articles.models.person import Person
from articles.models.topic import Topic
from articles.text.body.person_links import pointed_to, repointed


def resolve_merged_ids(state: Mapping[str, Any]) -> Mapping[str, Any]:
    """A snapshot with the ids of people, topics and desk that hold today; one query.

    Returns the very same dict where nothing was merged.
    """
    redirects = _redirects(
        (Person, {*pointed_to(state["body"]), *state["bylines"]}),
        (Topic, {*state["topics"], state["lead_topic"]}),
        (Desk, {state["desk"]}),
    )
    if not any(redirects):
        return state
    people, topics, desks = redirects
    body = state["body"]
    for old, new in people.items():
        body, _ = repointed(body, old, new)
    return {
        **state,
        "body": body,
        "bylines": list(dict.fromkeys(people.get(pk, pk) for pk in state["bylines"])),
        "topics": sorted({topics.get(pk, pk) for pk in state["topics"]}),
        "lead_topic": topics.get(state["lead_topic"], state["lead_topic"]),
        "desk": desks.get(state["desk"], state["desk"]),
    }


def _redirects(*wanted: tuple[Any, set[int | None]]) -> list[dict[int, int]]:
    """For each (model, ids): {id: id of today} of those that were merged into another."""
    first, *others = (
        model.rows.filter(pk__in=keys - {None}, redirects_to__isnull=False)
        .order_by()
        .values_list(Value(place), "pk", "redirects_to")
        for place, (model, keys) in enumerate(wanted)
    )
    found: list[dict[int, int]] = [{} for _ in wanted]
    for place, old, new in first.union(*others, all=True).order_by():
        found[place][old] = new
    return found

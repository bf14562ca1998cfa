"""Old ids in new editions: what a saved state points to, as it is called today."""

from django.db.models import Value

from articles.models.desk import Desk
from articles.models.person import Person
from articles.models.topic import Topic
from articles.text.body.person_links import pointed_to, repointed


def followed(state):
    """A snapshot whose people, topics and desk are those of today: a revision may be older than a merge; one query.

    Returns the very same dict where nothing was merged.
    """
    led = _led(
        (Person, {*pointed_to(state["body"]), *state["bylines"]}),
        (Topic, {*state["topics"], state["lead_topic"]}),
        (Desk, {state["desk"]}),
    )
    if not any(led):
        return state
    people, topics, desks = led
    body = state["body"]
    for old, new in people.items():
        body, _ = repointed(body, old, new)
    return state | {
        "body": body,
        "bylines": list(dict.fromkeys(people.get(pk, pk) for pk in state["bylines"])),
        "topics": sorted({topics.get(pk, pk) for pk in state["topics"]}),
        "lead_topic": topics.get(state["lead_topic"], state["lead_topic"]),
        "desk": desks.get(state["desk"], state["desk"]),
    }


def _led(*wanted):
    """For each (model, ids): {id: id of today} of those that lead elsewhere."""
    first, *others = (
        model.rows.filter(pk__in=keys - {None}, redirects_to__isnull=False)
        .order_by()
        .values_list(Value(place), "pk", "redirects_to")
        for place, (model, keys) in enumerate(wanted)
    )
    led = [{} for _ in wanted]
    for place, old, new in first.union(*others, all=True):
        led[place][old] = new
    return led

"""The table of actions: what is offered is exactly what the verbs allow, and each line of the table is whole."""

import pytest
from django.utils import timezone

from articles.admin.shared.actions import ACTIONS, BY_NAME, DetailsForm, offered
from tests import builders
from tests.articles.editorial.test_rights import EVERY, ROLES, VERBS, WHERE, may

pytestmark = pytest.mark.django_db


def is_offered(verb, role, whose, where):
    """Whether such a person is offered the action of the verb, on a story in the state for it."""
    user = ROLES[role]()
    user.desks.set([builders.a_desk(name) for name in WHERE[where]])
    article = VERBS[verb][0](desk=builders.a_desk("World"))
    if whose == "own":
        type(article).objects.filter(pk=article.pk).update(created_by=user)
    article.refresh_from_db()
    return verb.replace(" ", "-") in {action.name for action in offered(article, by=user, now=timezone.now())}


@pytest.mark.parametrize(
    ("verb", "role", "whose", "where"), [each for each in EVERY if each[0].replace(" ", "-") in BY_NAME]
)
def test_action_is_offered_to_those_whom_its_verb_allows(verb, role, whose, where):
    allowed = may(role, whose, where)
    saves_photos = verb == "save" and "place photos" in allowed
    assert is_offered(verb, role, whose, where) == (verb in allowed or saves_photos)


@pytest.mark.parametrize("verb", ["approve", "send back", "publish", "schedule", "correct", "withdraw", "submit"])
def test_four_eyes_hold_for_what_is_offered(settings, verb):
    settings.FOUR_EYES = True
    assert is_offered(verb, "editor", "own", "no desks") == (verb in ("withdraw", "submit"))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_line_of_the_table_is_whole(action):
    assert set(action.asks) <= DetailsForm.base_fields.keys()
    assert bool(action.board_label) == bool(action.board_right)
    assert not action.missing or action.asks

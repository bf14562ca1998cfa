"""Nobody who adds a model can forget to say whether it moves."""

import pytest
from django.apps import apps

from moving.what_moves import ALWAYS, LEFT_OUT, NAMES_OF_USERS, WITH_ACCOUNTS, fields_that_move, models_that_move

pytestmark = pytest.mark.once
# Only there where single sign-on is set up.
OPTIONAL = {label for label in LEFT_OUT if label.startswith("socialaccount.")}


def test_every_model_moves_or_is_left_out_with_a_reason():
    every = {model._meta.label for model in apps.get_models(include_auto_created=True) if model._meta.managed}
    placed = [*ALWAYS, *WITH_ACCOUNTS, *LEFT_OUT]
    assert len(placed) == len(set(placed)), "a model has one place"
    assert set(placed) - OPTIONAL == every, "say in moving/what_moves.py whether it is in an export, or why not"
    assert all(LEFT_OUT.values())


def test_secrets_of_accounts_are_in_no_export_without_accounts():
    models = models_that_move(with_accounts=False)
    columns = {(m._meta.label, f.name) for m in models for f in fields_that_move(m, with_accounts=False)}
    assert {name for label, name in columns if label == "articles.User"} == set(NAMES_OF_USERS)
    assert not {name for _, name in columns if name in ("password", "email", "secret", "last_login")}

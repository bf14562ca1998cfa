"""Every index is paid by every write, so none may do what another does as well."""

import pytest
from django.apps import apps
from django.db import connection


def plain_indexes(table):
    """{name: its columns} of a table's indexes that hold all rows, unique ones too; expressions left out."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)
    partial = {
        constraint.name
        for model in apps.get_models()
        if model._meta.db_table == table
        for constraint in (*model._meta.constraints, *model._meta.indexes)
        if getattr(constraint, "condition", None)
    }
    return {
        name: tuple(facts["columns"])
        for name, facts in found.items()
        if facts["index"] or facts["unique"] or facts["primary_key"]
        if name not in partial
        and facts.get("type") not in ("gist", "gin")
        and facts["columns"]
        and None not in facts["columns"]
    }


@pytest.mark.django_db
def test_no_index_is_how_another_begins():
    tables = [model._meta.db_table for app in ("articles", "media") for model in apps.get_app_config(app).get_models()]
    doubled = [
        (table, name, other)
        for table in tables
        for indexes in [plain_indexes(table)]
        for name, columns in indexes.items()
        for other, longer in indexes.items()
        if len(longer) > len(columns) and longer[: len(columns)] == columns
    ]
    assert not doubled

"""Several questions for ids in one trip to the database: a screen of many lists asks once for all of them."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet


def ids_of(questions: Mapping[str, QuerySet[Any, Any]]) -> dict[str, list[int]]:
    """{name: the ids} that each QuerySet of one column gives, in its order; each may be ordered and cut."""
    connection = connections[DEFAULT_DB_ALIAS]
    parts, bound = [], []
    for number, (_name, question) in enumerate(questions.items()):
        try:
            sql, params = question.query.get_compiler(connection=connection).as_sql()
        except EmptyResultSet:  # what it asks for cannot be
            continue
        # A database reads such a part whole and in its order before it goes on to the next.
        parts.append(f"SELECT {number}, part{number}.* FROM ({sql}) AS part{number}")  # noqa: S608  written by Django
        bound += params
    found: dict[str, list[int]] = {name: [] for name in questions}
    if parts:
        names = list(questions)
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), bound)
            for number, pk in cursor.fetchall():
                found[names[number]].append(pk)
    return found

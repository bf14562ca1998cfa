"""SQL that Django writes once, for the one question of a story's page that takes longer to write than to answer."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Model, QuerySet


class Given(Expression):
    """Stands in a question for the value of this name, which comes whenever the question is asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """A place for the value; this expression stands among the parameters until the value is known."""
        return "%s", [self]


class KeptSql:
    """Several questions for rows of one model in one trip: each a QuerySet, ordered and cut, with all its columns."""

    def __init__(self, questions: Callable[[], Iterable[QuerySet[Any]]]) -> None:
        """`questions` is called once for each kind of database; it may only compare what is Given with columns."""
        self._written = cache(lambda vendor: _written(list(questions())))

    def ask(self, **values: Any) -> list[Any]:
        """The rows of all questions, one after the other, by what is Given: ids, texts and aware datetimes."""
        connection = connections[DEFAULT_DB_ALIAS]
        model, sql, places = self._written(connection.vendor)
        bound = [values[place.name] if isinstance(place, Given) else place for place in places]
        adapt = connection.ops.adapt_datetimefield_value
        return list(
            model._default_manager.raw(sql, [adapt(each) if isinstance(each, datetime) else each for each in bound])
        )


def _written(questions: list[QuerySet[Any]]) -> tuple[type[Model], str, list[Any]]:
    """(the model, the SQL, its parameters). A database reads each part whole and in its order."""
    parts: list[str] = []
    places: list[Any] = []
    for number, question in enumerate(questions):
        sql, params = question.query.sql_with_params()
        parts.append(f"SELECT part{number}.* FROM ({sql}) AS part{number}")  # noqa: S608  written by Django
        places += params
    return questions[0].model, " UNION ALL ".join(parts), places

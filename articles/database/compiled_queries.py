"""Queries whose SQL is written once: Django takes longer to write most of them than the database takes to answer."""

import json
from copy import copy
from datetime import date, datetime
from functools import cache, wraps
from inspect import signature

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression

# How a list of ids becomes rows, so that the SQL is the same for however many.
ROWS = {"sqlite": "(SELECT value FROM json_each(%s))", "postgresql": "(SELECT unnest(%s::bigint[]))"}


class Param(Expression):
    """Stands in a query for the value of this name, which is handed in whenever the query is asked."""

    def __init__(self, name, *, is_list=False):
        """Stand for the value called `name`, or with `is_list` for any number of ids."""
        super().__init__()
        self.name, self.is_list = name, is_list

    def as_sql(self, compiler, connection):
        """A place for the value; this expression stands among the parameters until the value is known."""
        return (ROWS[connection.vendor] if self.is_list else "%s"), [self]

    def value_of(self, values, connection):
        """What the database is handed for it, of a dict of values."""
        value = values[self.name]
        if self.is_list and connection.vendor == "sqlite":
            return json.dumps(value)
        if isinstance(value, datetime):
            return connection.ops.adapt_datetimefield_value(value)
        return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def compiled(question, names=None):
    """Make a function that returns a QuerySet answer with the list of its rows instead, writing its SQL only once.

    It is called with all its values by name: ids, texts, dates, aware datetimes. The question sees a Param in place of
    each and may only compare it with columns; one annotated `list[int]`, or `list`, stands for ids and is asked by
    `__in`. One that takes any values (`**values`) is told the `names` of those it will be asked with. What else the
    question is made of must stay as it is; after a change (in a test) call `forget()` of the function.
    """
    kinds = {name: parameter.annotation for name, parameter in signature(question).parameters.items()}
    asked = {name: Param(name, is_list=kinds.get(name) in (list, list[int])) for name in names or kinds}

    @cache
    def written(vendor):
        rows = question(**asked)
        compiler = rows.query.get_compiler(rows.db)
        return rows, compiler, *compiler.as_sql()

    @wraps(question)
    def answer(**values):
        connection = connections[DEFAULT_DB_ALIAS]
        rows, compiler, sql, places = written(connection.vendor)
        bound = tuple(place.value_of(values, connection) if isinstance(place, Param) else place for place in places)
        return list(_answered(rows, compiler, connection, sql, bound))

    answer.forget = written.cache_clear
    return answer


def _answered(rows, compiler, connection, sql, values):
    """The QuerySet `rows` as one that need not write its SQL, for it has a compiler that did so before."""
    compiler = copy(compiler)
    compiler.connection, compiler.as_sql = connection, lambda *args, **kwargs: (sql, values)
    rows = rows.all()
    rows.query.get_compiler = lambda *args, **kwargs: compiler
    return rows

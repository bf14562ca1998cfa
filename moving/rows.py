"""Rows as lines of canonical JSON and back: the same row gives the same bytes on every database.

Keys are sorted, nothing stands between the signs, moments are in UTC with microseconds, bytes are base64, and a right
is called by its name, since its number differs from newsroom to newsroom.
"""

import base64
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth.models import Permission
from django.db import models

from moving.refusals import DamagedBag

BATCH = 500

Encoder = Callable[[Any], Any]


def lines(model: type[models.Model], fields: list["models.Field[Any, Any]"]) -> Iterator[bytes]:
    """Each row of a model as a line, by primary key; read in batches from an open snapshot of the database."""
    names = [field.name for field in fields]
    encoders = [_encoder(field) for field in fields]
    rows = model._base_manager.order_by("pk").values_list(*(field.attname for field in fields))
    for row in rows.iterator(chunk_size=BATCH):
        yield line(
            {
                name: value if value is None or encode is None else encode(value)
                for name, encode, value in zip(names, encoders, row, strict=True)
            }
        )


def line(facts: Any) -> bytes:
    """One value as a line of canonical JSON."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:  # half of a pair of surrogates, which only an escape can say
        return json.dumps(facts, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def instances(model: type[models.Model], fields: list["models.Field[Any, Any]"], raw: Iterator[bytes]) -> Iterator[Any]:
    """The rows that lines of a file stand for, as unsaved instances of a model with their primary keys.

    A column that the export does not know has its default. Raises DamagedBag for a line that is no row of the model.
    """
    decoders = {field.name: (field.attname, _decoder(field)) for field in fields}
    for number, text in enumerate(raw, 1):
        try:
            facts = json.loads(text)
            values = {}
            for name, value in facts.items():
                attname, decode = decoders[name]
                values[attname] = value if value is None or decode is None else decode(value)
            if values.get(model._meta.pk.attname) is None:
                raise ValueError("a row without its number")
            yield model(**values)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise DamagedBag(
                f"Line {number} of the rows of {model._meta.label} is none that an export writes."
            ) from error


def _encoder(field: "models.Field[Any, Any]") -> Encoder | None:
    """How a column's value becomes JSON; None where it is so as it is."""
    if field.remote_field and field.remote_field.model is Permission:
        return _names_of_rights().__getitem__
    if isinstance(field, models.DateTimeField):
        return _moment
    if isinstance(field, models.DateField):
        return date.isoformat
    if isinstance(field, models.BinaryField):
        return lambda value: base64.b64encode(bytes(value)).decode()
    if isinstance(field, models.UUIDField | models.GenericIPAddressField):
        return str
    return None


def _decoder(field: "models.Field[Any, Any]") -> Encoder | None:
    if field.remote_field and field.remote_field.model is Permission:
        return {name: pk for pk, name in _names_of_rights().items()}.__getitem__
    if isinstance(field, models.DateTimeField):
        return datetime.fromisoformat
    if isinstance(field, models.DateField):
        return date.fromisoformat
    if isinstance(field, models.BinaryField):
        return lambda value: base64.b64decode(value, validate=True)
    if isinstance(field, models.UUIDField):
        return field.to_python
    return None


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def _names_of_rights() -> dict[int, str]:
    """{id: "articles.article.change_article"} of every right."""
    rows = Permission.objects.order_by().values_list("pk", "content_type__app_label", "content_type__model", "codename")
    return {pk: ".".join(name) for pk, *name in rows}

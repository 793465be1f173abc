"""How a dataclass looks as a document: its keys in order, and its values as plain data."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, cast, get_type_hints

from dovetail.domain.units import Duration

Plain = Any
"""What JSON can say: tables, lists, text, numbers, true and false, null."""

EXTRA = "extra"
"""The attribute that holds the keys this version does not know; it is never a key itself."""


@dataclass(frozen=True, slots=True)
class DocumentField:
    """One key of a document: how it is written, and the attribute that holds it."""

    key: str
    attribute: str
    hint: Any
    required: bool
    default: object


def document_fields(cls: type) -> tuple[DocumentField, ...]:
    """Return the keys of a dataclass in document order; the hints are evaluated once."""
    return _document_fields(cast(Any, cls))


@cache
def _document_fields(cls: Any) -> tuple[DocumentField, ...]:
    # Explicit namespaces, so that a field called `date` does not hide the type `date`.
    hints = get_type_hints(
        cls, globalns=vars(sys.modules[cls.__module__]), localns={}, include_extras=True
    )
    return tuple(
        DocumentField(
            key=field.metadata.get("name", field.name),
            attribute=field.name,
            hint=hints[field.name],
            required=field.default is MISSING and field.default_factory is MISSING,
            default=_default(field.default, field.default_factory),
        )
        for field in fields(cls)
        if field.name != EXTRA
    )


def _default(value: object, factory: Any) -> object:
    if value is not MISSING:
        return value
    return None if factory is MISSING else factory()


def plain(value: object) -> Plain:
    """Turn a domain value into plain data, keys in document order.

    >>> plain((date(2027, 1, 4), Duration(7080), None))
    ['2027-01-04', '1:58:00', None]
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Duration):
        return str(value)
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    if is_dataclass(value):
        return _plain_record(value)
    assert isinstance(value, tuple | list), type(value)
    return [plain(part) for part in value]


def _plain_record(record: Any) -> dict[str, Plain]:
    known = {
        field.key: plain(getattr(record, field.attribute))
        for field in document_fields(type(record))
    }
    extra = getattr(record, EXTRA, {})
    return {**known, **extra}

"""An athlete as canonical TOML: what was not said is left out, dates and numbers are bare."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from functools import singledispatch
from typing import Any

from dovetail.domain.athlete import Athlete, BoneStress, Conditions, Day, PreferredDay
from dovetail.domain.units import Duration
from dovetail.formats.document import document_fields


def write_athlete(athlete: Athlete) -> str:
    """Write athlete.toml; reading it gives the same athlete again."""
    told = _told(athlete)
    top = [f"{key} = {_value(value)}" for key, value in told.items() if not _is_section(value)]
    sections = [
        "\n".join(_section(key, value)) for key, value in told.items() if _is_section(value)
    ]
    return "\n\n".join(["\n".join(top), *filter(None, sections)]) + "\n"


def _section(name: str, record: object) -> Iterator[str]:
    lines = [f"{_key(key)} = {_value(value)}" for key, value in _told(record).items()]
    if lines:
        yield f"[{name}]"
        yield from lines


def _told(record: Any) -> dict[str, object]:
    told = {field.key: getattr(record, field.attribute) for field in document_fields(type(record))}
    return {key: value for key, value in told.items() if not _says_nothing(value)}


def _says_nothing(value: object) -> bool:
    empty = isinstance(value, Mapping | tuple) and not value
    return value is None or empty or (isinstance(value, Day) and value == Day())


def _is_section(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, Duration)


def toml_value(value: object) -> str:
    """Write one value: text in quotes, numbers and dates bare, tables in one line."""
    return _value(value)


@singledispatch
def _value(value: Any) -> str:
    """Write a record as an inline table."""
    return _table(_told(value))


def _table(told: Mapping[str, object]) -> str:
    inside = ", ".join(f"{_key(key)} = {_value(value)}" for key, value in told.items())
    return f"{{ {inside} }}" if inside else "{}"


@_value.register
def _(value: int) -> str:
    return str(value).lower()  # True and False are whole numbers to Python


@_value.register
def _(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


@_value.register
def _(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


@_value.register
def _(value: date) -> str:
    return value.isoformat()


@_value.register
def _(value: Duration) -> str:
    return f'"{value}"'


@_value.register
def _(value: tuple) -> str:  # type: ignore[type-arg]
    return f"[{', '.join(_value(part) for part in value)}]"


@_value.register
def _(value: Mapping) -> str:  # type: ignore[type-arg]
    return _table({key: _weights(part) for key, part in value.items()})


@_value.register
def _(value: Day) -> str:
    minutes = {half: told for half, told in (("am", value.am), ("pm", value.pm)) if told}
    return _table(minutes if value.at is None else {**minutes, "at": value.at})


@_value.register
def _(value: PreferredDay) -> str:
    return _table({"day": value.day, "must": True}) if value.must else _value(value.day)


@_value.register
def _(value: Conditions) -> str:
    return "true" if value == Conditions() else _table(_told(value))


@_value.register
def _(value: BoneStress) -> str:
    return "true" if value == BoneStress() else _table(_told(value))


def _weights(value: object) -> object:
    """Turn load steps into their short form: one number is a step, a pair of equals one weight."""
    if not isinstance(value, tuple) or not all(isinstance(part, float) for part in value):
        return value
    if len(value) == 1:
        return value[0]
    return value[:1] if len(value) == 2 and value[0] == value[1] else value


_BARE = re.compile(r"[A-Za-z0-9_-]+")


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)

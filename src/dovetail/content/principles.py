"""principles.toml as values, strictly read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from dovetail.content.tables import tables
from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.domain.principles import Principle, Principles, Value

_KEYS = {"value", "unit", "range", "source", "why"}
FILE = "principles.toml"


def read_principles() -> Principles:
    """Read the numbers that Dovetail comes with."""
    return principles_of(tables()[FILE], file=FILE)


def load_principles(text: str, *, file: str) -> Principles:
    """Turn TOML into principles; an unknown or missing key names its place."""
    return principles_of(tomllib.loads(text), file=file)


def principles_of(entries: Mapping[str, Mapping[str, object]], *, file: str) -> Principles:
    """Turn tables into principles; an unknown or missing key names its place."""
    return Principles({name: _principle(name, row, file) for name, row in entries.items()})


def _principle(name: str, row: Mapping[str, object], file: str) -> Principle:
    wrong = sorted(set(row) ^ _KEYS - ({"range"} - set(row)))
    if wrong:
        raise BadInput(
            Problem(
                code="principle-keys",
                problem=f"The principle {name!r} lacks or does not know {wrong[0]!r}.",
                hint="A principle has value, unit, source and why, and may have a range.",
                place=Place(file=file, key=name),
            )
        )
    low, high = _range(row.get("range"))
    return Principle(
        name=name,
        value=_value(row["value"]),
        unit=str(row["unit"]),
        source=str(row["source"]),
        why=str(row["why"]),
        low=low,
        high=high,
    )


def _range(told: object) -> tuple[float | None, float | None]:
    if isinstance(told, list) and len(told) == 2:
        return float(told[0]), float(told[1])
    return None, None


def _value(told: object) -> Value:
    if isinstance(told, list):
        return tuple(_value(part) for part in told)
    if isinstance(told, dict):
        return {str(key): _value(part) for key, part in told.items()}
    assert isinstance(told, int | float | str)
    return told

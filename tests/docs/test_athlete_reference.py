"""docs/reference/athlete.md: every key of athlete.toml, its true default, and what it moves."""

from __future__ import annotations

import copy
import dataclasses
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest

from dovetail.application.make_plan import make_plan
from dovetail.content.library import read_library
from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import BadInput
from dovetail.domain.plan import Week
from dovetail.formats.athlete_toml import athlete_from_document

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "athlete.md"
TODAY = date(2026, 11, 30)
TICKED = re.compile(r"`([^`]+)`")
NEEDED, NOTHING, NOT_YET = "needed", "–", "Not used yet."

Document = dict[str, Any]

WHOLE: Document = {
    "born": date(1990, 5, 2),
    "level": "intermediate",
    "goal": {
        "race": "half",
        "date": date(2027, 3, 21),
        "tune_up": [{"km": 10.0, "date": date(2027, 2, 21)}],
    },
    "running": {
        "weekly_km": 30,
        "longest_km": 12,
        "years": 3,
        "races": [{"km": 10.0, "time": "52:00", "date": date(2026, 10, 4)}],
    },
    "strength": {"equipment": ["bands", "dumbbells"]},
    "availability": {
        "monday": {"am": 80},
        "wednesday": {"am": 70},
        "thursday": {"am": 80},
        "saturday": {"am": 60},
        "sunday": {"am": 140},
    },
    "health": {"screening": {"conditions": {}, "bone_stress_injury": {}, "reds": {}}},
    "preferences": {"long_run": {"day": "sunday"}},
}
"""Somebody with a value wherever another table hangs on it."""

OTHER: Document = {
    "sex": "male",
    "strength.steps": {"dumbbells": [5.0, 7.5, 10.0]},
    "strength.reached": "maximal_strength",
    "body.height_cm": 168,
}
"""Another value for each key that the reference calls not used yet."""


class Row(NamedTuple):
    """One row of the reference: the table it is in, its key, default and meaning."""

    table: str
    key: str
    default: str
    meaning: str

    @property
    def path(self) -> str:
        return f"{self.table}.{self.key}".lstrip(".")


def rows() -> Iterator[Row]:
    """Read the rows below each heading; the heading's first name says whose keys they are."""
    table = ""
    for line in REFERENCE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            named = TICKED.search(line)
            table = named[1].strip("[]") if named else ""
        elif line.startswith("| `"):
            keys, default, meaning = (cell.strip() for cell in line.strip("|").split(" | "))
            yield from (Row(table, key, default, meaning) for key in TICKED.findall(keys))


ROWS = tuple(rows())


def record_in(hint: object) -> type | None:
    """Return the dataclass that a type is, may be, or is a row of."""
    inner = (record_in(part) for part in get_args(hint))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return None if hint.__name__ == "Duration" else hint
    return next((found for found in inner if found), None)


def record_at(path: str) -> type:
    """Return the dataclass that stands at a path of athlete.toml."""
    found: type = Athlete
    for key in path.split(".") if path else ():
        inner = record_in(get_type_hints(found)[key])
        assert inner, path
        found = inner
    return found


def records(start: type) -> set[type]:
    """Collect a dataclass and all that its fields hold."""
    inner = {record_in(hint) for hint in get_type_hints(start).values()} - {None}
    return {start}.union(*(records(one) for one in inner if one))


def holder(document: Document, path: str) -> tuple[Document, str]:
    """Return the table that holds a key; of a list of tables the first."""
    *tables, key = path.split(".")
    for name in tables:
        inner = document.setdefault(name, {})
        document = inner[0] if isinstance(inner, list) else inner
    return document, key


def with_value(path: str, value: object) -> Athlete:
    document = copy.deepcopy(WHOLE)
    table, key = holder(document, path)
    table[key] = value
    return athlete_from_document(document, today=TODAY)


def without(path: str) -> Athlete:
    document = copy.deepcopy(WHOLE)
    table, key = holder(document, path)
    table.pop(key, None)
    return athlete_from_document(document, today=TODAY)


@pytest.mark.parametrize("table", sorted({row.table for row in ROWS}))
def test_every_key_of_a_table_has_its_row(table: str) -> None:
    keys = [row.key for row in ROWS if row.table == table]

    assert sorted(keys) == sorted(field.name for field in dataclasses.fields(record_at(table)))


def test_every_table_has_its_section() -> None:
    assert records(Athlete) == {record_at(row.table) for row in ROWS}


@pytest.mark.parametrize(
    "row", [row for row in ROWS if TICKED.match(row.default)], ids=lambda row: row.path
)
def test_writing_the_default_is_like_leaving_it_out(row: Row) -> None:
    default = tomllib.loads(f"x = {row.default.strip('`')}")["x"]

    assert with_value(row.path, default) == without(row.path)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.default == NEEDED], ids=lambda row: row.path
)
def test_what_is_called_needed_cannot_be_left_out(row: Row) -> None:
    with pytest.raises(BadInput) as caught:
        without(row.path)

    assert caught.value.code == "missing-key"


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.default == NOTHING], ids=lambda row: row.path
)
def test_what_has_no_default_may_be_left_out(row: Row) -> None:
    assert isinstance(without(row.path), Athlete)


def test_every_default_is_one_of_the_three() -> None:
    assert [
        row.path
        for row in ROWS
        if row.default not in (NEEDED, NOTHING) and not re.fullmatch("`[^`]+`", row.default)
    ] == []


def weeks(athlete: Athlete) -> tuple[Week, ...]:
    return make_plan(athlete, (), TODAY, library=read_library()).weeks


def test_the_keys_not_used_yet_are_those_that_this_test_tries() -> None:
    assert {row.path for row in ROWS if row.meaning.endswith(NOT_YET)} == OTHER.keys()


def test_a_key_called_not_used_yet_changes_nothing() -> None:
    """Once a key is used, its row must say what it does."""
    ordinary = weeks(without("health.screening"))

    document = copy.deepcopy(WHOLE)
    del document["health"]
    for path, value in OTHER.items():
        table, key = holder(document, path)
        table[key] = value
    assert weeks(athlete_from_document(document, today=TODAY)) == ordinary


def test_a_key_that_is_used_does_change_the_plan() -> None:
    """The comparison above can fail."""
    document = copy.deepcopy(WHOLE)
    del document["health"]
    document["strength"]["equipment"] = ["bands"]

    assert weeks(athlete_from_document(document, today=TODAY)) != weeks(without("health.screening"))

"""The strict reader: plain data in, a dataclass out, or every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

import pytest

from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.fields import Between, ClockTime, Matching
from dovetail.domain.units import Duration
from dovetail.formats.document import plain
from dovetail.formats.reading import Reading, read_record

Colour = Literal["red", "green", "blue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A wheel."""

    inches: Annotated[float, Between(10, 29, "inches")]
    spokes: int = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Bicycle:
    """A bicycle, with one key of every kind."""

    name: str = ""
    colour: Colour = "red"
    wheels: tuple[Wheel, ...] = ()
    bought: date | None = None
    hour_record: Duration | None = None
    leaves: ClockTime | None = None
    electric: bool = False
    gears: tuple[int, int] = (1, 1)
    parts: Mapping[Colour, tuple[float, ...]] = field(default_factory=dict)
    first: str | None = field(default=None, metadata={"name": "from"})
    either: str | int | float | bool = ""
    code: Annotated[str, Matching(r"[A-Z]{2}\d", "AB1")] = "AB1"
    extra: Mapping[str, object] = field(default_factory=dict)


def problems(data: object) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        read_record(Bicycle, data)
    return caught.value.problems


def test_every_kind_of_value_is_read() -> None:
    data = {
        "name": "Rosa",
        "colour": "blue",
        "wheels": [{"inches": 28}, {"inches": 26.5, "spokes": 28.0}],
        "bought": "2026-03-01",
        "hour_record": "1:02:03",
        "leaves": "07:30",
        "electric": True,
        "gears": [2, 11],
        "parts": {"red": [1, 2.5]},
        "from": "Delft",
        "either": True,
    }

    assert read_record(Bicycle, data) == Bicycle(
        name="Rosa",
        colour="blue",
        wheels=(Wheel(inches=28.0), Wheel(inches=26.5, spokes=28)),
        bought=date(2026, 3, 1),
        hour_record=Duration(3723),
        leaves="07:30",
        electric=True,
        gears=(2, 11),
        parts={"red": (1.0, 2.5)},
        first="Delft",
        either=True,
    )


def test_what_is_written_plainly_is_read_back() -> None:
    bicycle = Bicycle(wheels=(Wheel(inches=20),), hour_record=Duration(60), first="here")

    assert read_record(Bicycle, plain(bicycle)) == bicycle


WRONG: list[tuple[dict[str, object], str, str]] = [
    ({"name": 3}, "name", "wrong-type"),
    ({"name": "\ud800"}, "name", "bad-form"),
    ({"colour": "purple"}, "colour", "unknown-word"),
    ({"colour": 1}, "colour", "wrong-type"),
    ({"wheels": {}}, "wheels", "wrong-type"),
    ({"wheels": [{"inches": 30}]}, "wheels[1].inches", "out-of-range"),
    ({"wheels": [{"inches": 28}, {}]}, "wheels[2].inches", "missing-key"),
    ({"wheels": [{"inches": 28, "spokes": 2.5}]}, "wheels[1].spokes", "wrong-type"),
    ({"wheels": [{"inches": True}]}, "wheels[1].inches", "wrong-type"),
    ({"wheels": [{"inches": float("nan")}]}, "wheels[1].inches", "bad-form"),
    ({"wheels": [{"inches": float("inf")}]}, "wheels[1].inches", "bad-form"),
    ({"wheels": [{"inches": 10**400}]}, "wheels[1].inches", "bad-form"),
    ({"wheels": [{"inches": None}]}, "wheels[1].inches", "wrong-type"),
    ({"bought": "2026-02-30"}, "bought", "bad-form"),
    ({"bought": "20260201"}, "bought", "bad-form"),
    ({"bought": 3}, "bought", "wrong-type"),
    ({"hour_record": "0:00"}, "hour_record", "bad-form"),
    ({"hour_record": 62}, "hour_record", "wrong-type"),
    ({"leaves": "25:00"}, "leaves", "bad-form"),
    ({"electric": 1}, "electric", "wrong-type"),
    ({"gears": [1]}, "gears", "wrong-type"),
    ({"parts": {"pink": []}}, "parts.pink", "unknown-word"),
    ({"parts": {"red": ["x"]}}, "parts.red[1]", "wrong-type"),
    ({"code": "AB12"}, "code", "bad-form"),
    ({"namee": "x"}, "namee", "unknown-key"),
    ({"first": "x"}, "first", "unknown-key"),
    ({"extra": {}}, "extra", "unknown-key"),
    ({"either": []}, "either", "wrong-type"),
]


@pytest.mark.parametrize(("data", "key", "code"), WRONG)
def test_a_wrong_value_is_told_with_its_place_and_a_way_out(
    data: dict[str, object], key: str, code: str
) -> None:
    (found,) = problems(data)

    assert (found.place.key, found.code) == (key, code)
    assert found.problem.endswith(".")
    assert found.hint.endswith((".", "?"))


def test_all_problems_are_told_and_not_the_first_only() -> None:
    found = problems({"name": 3, "colour": "purple", "wheels": [{}, {"spokes": "x"}], "zzz": 1})

    assert [problem.place.key for problem in found] == [
        "name",
        "colour",
        "wheels[1].inches",
        "wheels[2].spokes",
        "wheels[2].inches",
        "zzz",
    ]


def test_a_range_is_told_with_its_unit() -> None:
    (found,) = problems({"wheels": [{"inches": 30}]})

    assert found.hint == "Write a number from 10 to 29 (inches)."


def test_the_nearest_word_and_all_others_are_offered() -> None:
    (word,) = problems({"colour": "gren"})
    (key,) = problems({"colours": "red"})

    assert word.hint == 'Did you mean "green"? Known are: red, green, blue.'
    assert key.hint.startswith('Did you mean "colour"?')


def test_what_is_no_table_at_all_is_told() -> None:
    (found,) = problems([1])

    assert found.problem == "The document is a list, not a table: a list."


def test_unknown_keys_can_be_ignored_or_kept() -> None:
    data = {"name": "Rosa", "bell": [1]}

    assert read_record(Bicycle, data, unknown="ignore") == Bicycle(name="Rosa")
    assert read_record(Bicycle, data, unknown="keep").extra == {"bell": [1]}


def test_one_reading_gathers_the_problems_of_several_records() -> None:
    reading = Reading()

    first = reading.record(Wheel, {}, "front")
    second = reading.record(Wheel, {"inches": 26}, "rear")

    assert (first, second) == (None, Wheel(inches=26.0))
    with pytest.raises(BadInput, match="front has no inches"):
        reading.finish()

"""A strength session from its segments: its kind, its exercises, whether the legs are heavy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from dovetail.domain.prescription import Range
from dovetail.domain.session import StrengthKind
from dovetail.domain.typed_plan import Meaning, TypedLift
from dovetail.formats.typed.exercises import HEAVY
from dovetail.formats.typed.item import Item
from dovetail.formats.typed.run_steps import Unclear
from dovetail.formats.typed.segments import Segment

SECONDS = 60
HEAVY_REPS_AT_MOST = 8
"""With more repetitions, or with none told, nobody knows how heavy it is (dovetail)."""
PLAIN_SQUATS = ("squat", "squats")
ORDER = ("lower", "upper", "full", "core")
SETS_AT_MOST, REPS_AT_MOST = 12, 100
"""More are no sets and repetitions (dovetail)."""


def lifting_of(segments: Sequence[Segment]) -> Meaning:
    """Return what a strength session asks."""
    lifts = tuple(lift for one in segments for lift in _lift(one))
    named = {value for one in segments for value in one.values("strength")}
    loads = {value for one in segments for value in one.values("load")}
    return Meaning(
        discipline="strength",
        kind=_kind(named),
        minutes=next((told for one in segments if (told := _minutes(one))), None),
        lifts=lifts,
        heavy_legs=_heavy(lifts, named, loads),
    )


def _kind(named: set[str]) -> StrengthKind | None:
    if "leg day" in named:
        return "lower"
    return next((cast(StrengthKind, kind) for kind in ORDER if kind in named), None)


def _heavy(lifts: Sequence[TypedLift], named: set[str], loads: set[str]) -> bool | None:
    if "light" in loads:
        return False
    if "heavy" in loads or "leg day" in named or any(one.heavy_legs for one in lifts):
        return True
    if lifts:
        return False if all(one.heavy_legs is False for one in lifts) else None
    return False if named - {""} and named <= {"upper", "core", ""} else None


def _lift(segment: Segment) -> list[TypedLift]:
    item = segment.first("lift")
    sets = segment.first("times")
    if item is None and (sets is None or not segment.unknown):
        return []
    name = item.text if item else " ".join(segment.unknown)
    key = item.value or None if item else None
    amount = next((one for one in segment.items if one.sort == "amount"), None)
    heavy = _tires_legs(key, _reps(amount) if sets else None)
    if name in PLAIN_SQUATS and not heavy:
        key = None  # with a bar or without
    return [
        TypedLift(
            name=name,
            exercise=key,
            sets=_count(sets, SETS_AT_MOST) if sets else None,
            reps=_reps(amount) if sets else None,
            seconds=_seconds(amount) if sets else None,
            heavy_legs=heavy,
        )
    ]


def _tires_legs(key: str | None, reps: Range | None) -> bool | None:
    if key not in HEAVY:
        return None if key is None else False
    return True if reps is not None and reps[0] <= HEAVY_REPS_AT_MOST else None


def _count(item: Item, most: int) -> int:
    if item.low != int(item.low) or not 0 < item.low <= most:
        raise Unclear(item.text)
    return int(item.low)


def _reps(amount: Item | None) -> Range | None:
    if amount is None or amount.unit:
        return None
    if not 0 < amount.low <= amount.high <= REPS_AT_MOST:
        raise Unclear(amount.text)
    return amount.low, amount.high


def _seconds(amount: Item | None) -> Range | None:
    if amount is None or amount.unit != "min":
        return None
    return amount.low * SECONDS, amount.high * SECONDS


def _minutes(segment: Segment) -> Range | None:
    if "times" in segment.sorts:
        return None
    told = [one for one in segment.items if one.sort == "amount" and one.unit == "min"]
    return (told[0].low, told[0].high) if told else None

"""What a title means, on one line: so that the table of titles can be read and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dovetail.domain.prescription import Range
from dovetail.domain.typed_plan import Meaning, TypedLift, TypedPart

MARKS = {"work": "", "warm_up": "wu", "cool_down": "cd", "recovery": "r", "strides": "st"}
LENGTH = re.compile(
    r"(?<![\w.])(wu|cd|r|st)?(?:(\d+)x)?([\d.]+)(?:-([\d.]+))?(mi|km|m|min|s)?(?=@|$)"
)
PER_UNIT = {"mi": (1.609344, "km"), "km": (1.0, "km"), "m": (0.001, "km"), "min": (1.0, "min"),
            "s": (1 / 60, "min")}  # fmt: skip


def told(meanings: Sequence[Meaning]) -> str:
    """Return the line for what a title means."""
    return " | ".join(" ".join(_words(one)) for one in meanings)


def same(line: str) -> str:
    """Bring a line of the table into km and minutes, as `told` writes it."""
    return " ".join(_same(word) for word in line.split())


def _same(word: str) -> str:
    found = LENGTH.match(word)
    if found is None or found[5] is None:
        return word
    factor, unit = PER_UNIT[found[5]]
    low = float(found[3]) * factor
    high = float(found[4] or found[3]) * factor
    times = f"{found[2]}x" if found[2] else ""
    if found[1] == "r":
        times = ""
    return f"{found[1] or ''}{times}{_range((low, high))}{unit}{word[found.end() :]}"


def _words(one: Meaning) -> Iterator[str]:
    yield one.discipline or "none"
    if one.discipline in ("run", "strength"):
        yield one.kind or "-"
    if one.km:
        yield f"{_range(one.km)}km"
    if one.minutes:
        yield f"{_range(one.minutes)}min"
    if one.intensity and not any(part.pace for part in one.parts):
        yield f"@{one.intensity}"
    yield from (_part(part) for part in one.parts)
    for lift in one.lifts:
        yield from _lift(lift)
    yield from _marks(one)


def _marks(one: Meaning) -> Iterator[str]:
    if one.heavy_legs is not None:
        yield "heavy" if one.heavy_legs else "light"
    if one.optional:
        yield "opt"


def _lift(lift: TypedLift) -> Iterator[str]:
    yield lift.exercise or "?"
    if lift.sets and lift.reps:
        yield f"{lift.sets}x{_range(lift.reps)}"
    if lift.sets and lift.seconds:
        yield f"{lift.sets}x{_range(lift.seconds)}s"


def _part(part: TypedPart) -> str:
    km = f"{_number(part.km)}km" if part.km else ""
    minutes = f"{_number(part.minutes)}min" if part.minutes else ""
    length = km or minutes
    counted = part.part == "work" or (part.part == "strides" and part.times > 1)
    times = f"{part.times}x" if counted else ""
    return f"{MARKS[part.part]}{times}{length}" + (f"@{part.pace}" if part.pace else "")


def _range(told: Range) -> str:
    low, high = map(_number, told)
    return low if low == high else f"{low}-{high}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")

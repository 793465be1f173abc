"""One thing that a typed plan asks, as a session: what is not told is estimated, never asked for.

Estimates only serve to add up weeks; nobody is told to run them (all numbers: dovetail).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dovetail.domain.prescription import Block, Line, RunStep
from dovetail.domain.session import RunKind, Session, StrengthKind

EASY_MIN_PER_KM = 6.5
"""A pace of many; it turns minutes into kilometres and back."""
WARM_KM = 3.5
"""Warming up and cooling down, which an interval title leaves untold."""
JOG_SHARE = 0.5
"""Of the repeats' own length: the jogging between them."""
NOTHING_TOLD_MIN = 30
LIFT_MIN, RACE_MIN_PER_KM = 40, 6.0
HEAVY_LINES, HEAVY_REPS = 2, 6
"""So many lifts of the legs at so few repetitions are heavy legs (coaching practice)."""
HEAVY_PATTERNS = frozenset({"squat", "hinge", "lunge", "single_leg"})
SOME_DAY = date(2001, 1, 1)
"""Until the weeks have their dates."""


def heard_run(
    kind: RunKind,
    *,
    km: float | None = None,
    minutes: float | None = None,
    steps: Sequence[RunStep] = (),
) -> Session:
    """Return a run of so many kilometres or minutes, as far as told; its work in steps."""
    length = km if km is not None else _km(minutes, steps)
    spent = minutes if minutes is not None else length * EASY_MIN_PER_KM
    return Session(
        id="",
        date=SOME_DAY,
        slot="am",
        discipline="run",
        kind=kind,
        km=round(length, 2),
        minutes=round(spent),
        steps=tuple(steps),
        reasons=(),
    )


def heard_lift(
    kind: StrengthKind,
    *,
    minutes: float | None = None,
    lines: Sequence[Line] = (),
    called_heavy: bool = False,
) -> Session:
    """Return a strength session; its legs are heavy by their lines, or where it says so."""
    heavy = [one for one in lines if one.pattern in HEAVY_PATTERNS and _few(one)]
    return Session(
        id="",
        date=SOME_DAY,
        slot="am",
        discipline="strength",
        kind=kind,
        minutes=round(minutes or LIFT_MIN),
        heavy_legs=called_heavy or len(heavy) >= HEAVY_LINES,
        blocks=(Block(part="main", lines=tuple(lines)),) if lines else (),
        reasons=(),
    )


def heard_race(km: float | None) -> Session:
    """Return a race; whether it is the goal shows when the whole plan is heard."""
    return Session(
        id="",
        date=SOME_DAY,
        slot="am",
        discipline="race",
        kind="goal",
        km=km,
        minutes=round(RACE_MIN_PER_KM * (km or 0.0)),
        reasons=(),
    )


def _km(minutes: float | None, steps: Sequence[RunStep]) -> float:
    repeated = sum(one.repeat * (one.km or 0.0) for one in steps)
    if minutes is None and repeated:
        return (1 + JOG_SHARE) * repeated + WARM_KM
    return (NOTHING_TOLD_MIN if minutes is None else minutes) / EASY_MIN_PER_KM


def _few(line: Line) -> bool:
    return line.reps is not None and line.reps[1] <= HEAVY_REPS

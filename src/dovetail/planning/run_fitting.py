"""A key run cut to what the week and its slot leave: easy ends first, then the bouts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dovetail.domain.prescription import Range, RunStep
from dovetail.planning.paces import Paces
from dovetail.planning.run_recipes import km_of, minutes_of
from dovetail.rulebook.cases import Runner
from dovetail.rulebook.intensity import hard_min_of

COOL_DOWN_MIN, WARM_UP_MIN, WARM_UP_BY_FEEL_MIN = 5.0, 10.0, 8.0
"""The shortest easy ends of a key run (coaching practice)."""
WORTH_KEEPING = 0.5
"""A key run that keeps half of its work is still one (dovetail)."""


def shown_km(steps: tuple[RunStep, ...], paces: Paces) -> float:
    """Return the kilometres of a run on the grid that is shown."""
    return round(km_of(steps, paces) * 2) / 2


def session_effort(steps: Sequence[RunStep]) -> Range:
    """The effort of the whole: that of the work, softened by what is easy around it."""
    work = [step.target.rpe for step in steps if step.part == "work" and step.target.rpe]
    if not work:
        return (3.0, 4.0)
    low, high = max(work)
    return (max(3.0, low - 1), high)


def eased(steps: tuple[RunStep, ...], runner: Runner, most_min: float) -> tuple[RunStep, ...]:
    """Take bouts away until no more is above easy than is left to the week; one stays."""
    while hard_min_of(steps, runner) > most_min and any(step.repeat > 1 for step in steps):
        steps = tuple(replace(s, repeat=s.repeat - 1) if s.repeat > 1 else s for s in steps)
    return steps


def shortened_key(
    steps: tuple[RunStep, ...],
    paces: Paces,
    most_min: float,
    *,
    beginner: bool,
    keeps: float = WORTH_KEEPING,
) -> tuple[RunStep, ...] | None:
    """Return a key run cut to a shorter slot; None where too little of its work is left."""
    shorter = fitted(steps, paces, most_min, float("inf"), beginner=beginner)
    enough = _work_min(shorter, paces) >= keeps * _work_min(steps, paces)
    return shorter if enough and minutes_of(shorter, paces) <= most_min else None


def _work_min(steps: tuple[RunStep, ...], paces: Paces) -> float:
    return minutes_of(tuple(step for step in steps if step.part == "work"), paces)


def fitted(
    steps: tuple[RunStep, ...], paces: Paces, most_min: float, most_km: float, *, beginner: bool
) -> tuple[RunStep, ...]:
    """Shorten a key run to its slot and its kilometres: easy ends first, then the bouts."""

    def too_long(now: tuple[RunStep, ...]) -> bool:
        return minutes_of(now, paces) > most_min or shown_km(now, paces) > most_km

    named = any(step.part == "work" and step.target.pace for step in steps)
    shortest = WARM_UP_MIN if named and not beginner else WARM_UP_BY_FEEL_MIN
    for part, least in (("cool_down", COOL_DOWN_MIN), ("warm_up", shortest)):
        while too_long(steps) and any(s.part == part and (s.minutes or 0) > least for s in steps):
            steps = tuple(
                replace(s, minutes=(s.minutes or 0) - 1) if s.part == part else s for s in steps
            )
    while too_long(steps) and any(step.repeat > 1 for step in steps):
        steps = tuple(replace(s, repeat=s.repeat - 1) if s.repeat > 1 else s for s in steps)
    return steps

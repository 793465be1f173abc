"""A key run cut to what the week and its slot leave: easy ends first, then the bouts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dovetail.domain.prescription import Range, RunStep
from dovetail.planning.paces import Paces
from dovetail.planning.run_recipes import km_of, minutes_of
from dovetail.rulebook.cases import Runner
from dovetail.rulebook.intensity import hard_min_of

WARM_UP, PACED_WARM_UP = 8.0, 10.0
"""The shortest minutes before work by effort, and before work at a pace (dovetail)."""


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


def fitted(
    steps: tuple[RunStep, ...], paces: Paces, most_min: float, most_km: float
) -> tuple[RunStep, ...]:
    """Shorten a key run to its slot and its kilometres: easy ends first, then the bouts."""

    def too_long(now: tuple[RunStep, ...]) -> bool:
        return minutes_of(now, paces) > most_min or shown_km(now, paces) > most_km

    paced = any(step.part == "work" and step.target.pace for step in steps)
    for part, least in (("cool_down", 5.0), ("warm_up", PACED_WARM_UP if paced else WARM_UP)):
        while too_long(steps) and any(s.part == part and (s.minutes or 0) > least for s in steps):
            steps = tuple(
                replace(s, minutes=(s.minutes or 0) - 1) if s.part == part else s for s in steps
            )
    while too_long(steps) and any(step.repeat > 1 for step in steps):
        steps = tuple(replace(s, repeat=s.repeat - 1) if s.repeat > 1 else s for s in steps)
    return steps

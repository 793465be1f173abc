"""The run-walk ladder for those who start from nothing, or start again."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.domain.athlete import Running
from dovetail.domain.ladder import LADDER
from dovetail.domain.prescription import RunStep, Target
from dovetail.domain.units import rounded_down

WALK_S_PER_KM = 660
WARM_UP_MIN = 5.0
_EFFORT = (2.0, 3.0)


def needs_ladder(running: Running) -> bool:
    """Whether somebody cannot yet run for twenty minutes."""
    return running.longest_km < 2 or running.weekly_km < 3


def ladder_km(step: int, easy_s_per_km: float) -> float:
    """Estimate the distance of a step [km], walking counted too, warm-up walk not.

    Source: dovetail.
    """
    repeats, run, walk = LADDER[step]
    km = repeats * (run * 60 / easy_s_per_km + walk * 60 / WALK_S_PER_KM)
    return rounded_down(km, 0.1)


def walks(step: int) -> bool:
    """Whether running and walking take turns on a step; the last ones are runs."""
    return LADDER[step][2] > 0


def ladder_minutes(step: int) -> int:
    """Return the minutes of a step with its walking warm-up."""
    repeats, run, walk = LADDER[step]
    return round(repeats * (run + walk) + WARM_UP_MIN)


def minutes_of_steps(steps: Sequence[RunStep]) -> int:
    """Return the minutes of an outing that is written out."""
    return round(sum(step.repeat * (step.minutes or 0.0) for step in steps))


def ladder_steps(step: int) -> tuple[RunStep, ...]:
    """Return the outing as run steps: run, walk, repeat."""
    repeats, run, walk = LADDER[step]
    effort = Target(rpe=_EFFORT)
    warm_up = RunStep(part="warm_up", minutes=WARM_UP_MIN, target=Target(rpe=(1.0, 2.0)))
    running = RunStep(part="work", minutes=float(run), group=1, repeat=repeats, target=effort)
    if not walk:
        return warm_up, RunStep(part="work", minutes=float(run), target=effort)
    rest = RunStep(
        part="recovery", minutes=float(walk), group=1, repeat=repeats, target=Target(rpe=(1.0, 2.0))
    )
    return warm_up, running, rest

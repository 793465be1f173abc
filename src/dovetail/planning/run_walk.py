"""The run-walk ladder for those who start from nothing, or start again."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.domain.athlete import Running
from dovetail.domain.ladder import LADDER, WALK_FIRST_MIN, rung_minutes
from dovetail.domain.prescription import RunStep, Target
from dovetail.domain.units import rounded_down

WALK_S_PER_KM = 660
_EFFORT = (2.0, 3.0)


def needs_ladder(running: Running) -> bool:
    """Whether somebody cannot yet run for twenty minutes."""
    return running.longest_km < 2 or running.weekly_km < 3


def ladder_km(step: int, easy_s_per_km: float) -> float:
    """Estimate the distance of a step [km], walking counted too, warm-up walk not.

    Source: dovetail.
    """
    return outing_km(LADDER[step], easy_s_per_km)


def outing_km(outing: tuple[int, float, float], easy_s_per_km: float) -> float:
    """Estimate the distance of repeats of so many minutes running and walking [km].

    Source: dovetail.
    """
    repeats, run, walk = outing
    km = repeats * (run * 60 / easy_s_per_km + walk * 60 / WALK_S_PER_KM)
    return rounded_down(km, 0.1)


def walks(step: int) -> bool:
    """Whether running and walking take turns on a step; the last ones are runs."""
    return LADDER[step][2] > 0


def ladder_minutes(step: int) -> int:
    """Return the minutes of a step with its walking warm-up."""
    return round(rung_minutes(step + 1) + WALK_FIRST_MIN)


def minutes_of_steps(steps: Sequence[RunStep]) -> int:
    """Return the minutes of an outing that is written out."""
    return round(sum(step.repeat * (step.minutes or 0.0) for step in steps))


def ladder_steps(step: int) -> tuple[RunStep, ...]:
    """Return the outing as run steps: run, walk, repeat."""
    return outing_steps(LADDER[step])


def outing_steps(outing: tuple[int, float, float]) -> tuple[RunStep, ...]:
    """Return repeats of so many minutes running and walking as run steps, after a walk."""
    repeats, run, walk = outing
    effort, walking = Target(rpe=_EFFORT), Target(rpe=(1.0, 2.0))
    warm_up = RunStep(part="warm_up", minutes=WALK_FIRST_MIN, target=walking)
    if not walk:
        return warm_up, RunStep(part="work", minutes=float(run), target=effort)
    running = RunStep(part="work", minutes=float(run), group=1, repeat=repeats, target=effort)
    rest = RunStep(part="recovery", minutes=float(walk), group=1, repeat=repeats, target=walking)
    return warm_up, running, rest

"""The middle of a running session: bouts that are alike, in sets, or up and down a ladder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dovetail.domain.prescription import PaceName, RunStep, Target
from dovetail.domain.template import Bouts, Recipe
from dovetail.planning.paces import Paces

WALK_OR_JOG = Target(rpe=(1.0, 2.0))
SET_OF = 8
PAUSE_MIN = 3.0
THRESHOLD_FROM_MIN = 3
"""The long rungs of a ladder are run at threshold, the short ones faster (dovetail)."""


def work_minutes(recipe: Recipe, bouts: Bouts, paces: Paces) -> float:
    """Return the minutes of work in so many bouts."""
    if recipe.shape == "ladder":
        return float(sum(_rungs(bouts)))
    return bouts.times * bout_minutes(recipe, bouts, paces)


def bout_minutes(recipe: Recipe, bouts: Bouts, paces: Paces) -> float:
    """Return the minutes of one bout."""
    return bouts.work if recipe.unit == "min" else paces.minutes_of(recipe.pace, bouts.work)


def middle_of(recipe: Recipe, bouts: Bouts, paces: Paces) -> tuple[RunStep, ...]:
    """Return what stands between warm-up and cool-down.

    Source: dovetail.
    """
    if recipe.shape == "ladder":
        return tuple(_ladder(bouts, paces))
    if recipe.shape == "sets" and bouts.times > SET_OF:
        return tuple(_sets(recipe, bouts, paces))
    return _alike(recipe, bouts, paces, group=1)


def _alike(recipe: Recipe, bouts: Bouts, paces: Paces, *, group: int) -> tuple[RunStep, ...]:
    grouped = group if (bouts.rest_min or recipe.between) and bouts.times > 1 else None
    in_km = recipe.unit == "km"
    work = RunStep(
        part="strides" if recipe.kind == "strides" else "work",
        km=bouts.work if in_km else None,
        minutes=None if in_km else bouts.work,
        group=grouped,
        repeat=bouts.times,
        target=_target(recipe, bouts, paces),
    )
    if recipe.between is not None:
        return (work, replace(work, target=paces.target(recipe.between)))
    if not bouts.rest_min:
        return (work,)
    rest = RunStep(
        part="recovery",
        minutes=bouts.rest_min,
        group=grouped,
        repeat=bouts.times,
        target=WALK_OR_JOG,
    )
    return (work, rest)


def _target(recipe: Recipe, bouts: Bouts, paces: Paces) -> Target:
    if recipe.effort is not None:
        return Target(rpe=recipe.effort)
    return paces.target(recipe.pace, bout_min=bout_minutes(recipe, bouts, paces))


def _sets(recipe: Recipe, bouts: Bouts, paces: Paces) -> Iterator[RunStep]:
    """Yield sets of eight, with a pause between two of them."""
    for number in range(1, bouts.times // SET_OF + 1):
        if number > 1:
            yield RunStep(part="recovery", minutes=PAUSE_MIN, target=WALK_OR_JOG)
        one = Bouts(SET_OF, bouts.work, bouts.rest_min)
        yield from _alike(recipe, one, paces, group=number)


def _rungs(bouts: Bouts) -> Sequence[int]:
    top = int(bouts.work)
    return (*range(1, top + 1), *range(top - 1, 0, -1))


def _ladder(bouts: Bouts, paces: Paces) -> Iterator[RunStep]:
    """Yield the rungs: a minute, two, up to the longest, and down; half as long easy."""
    for number, minutes in enumerate(_rungs(bouts)):
        if number:
            rest = bouts.rest_min * _rungs(bouts)[number - 1]
            yield RunStep(part="recovery", minutes=rest, target=WALK_OR_JOG)
        pace: PaceName = "threshold" if minutes >= THRESHOLD_FROM_MIN else "interval"
        target = paces.target(pace, bout_min=minutes)
        yield RunStep(part="work", minutes=float(minutes), target=target)

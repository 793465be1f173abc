"""The running sessions: their structure, and how they grow from one appearance to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dovetail.domain.prescription import PaceName, RunStep
from dovetail.domain.template import Bouts, Recipe
from dovetail.planning.paces import Paces
from dovetail.planning.profile import Profile
from dovetail.planning.run_shapes import bout_minutes, middle_of, work_minutes
from dovetail.rulebook.cases import QualityCase
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A recipe made for a runner and a week."""

    recipe: Recipe
    bouts: Bouts
    steps: tuple[RunStep, ...]
    work_min: float


def prepare(
    recipe: Recipe, appearance: int, profile: Profile, paces: Paces, week_min: float
) -> Prepared:
    """Return the session at its so-maniest appearance, no larger than its limit allows."""
    most = _most_minutes(recipe, profile, week_min)
    fitting = [one for one in recipe.bouts if work_minutes(recipe, one, paces) <= most + 0.5]
    if fitting:
        bouts = _grown(fitting, appearance)
    else:
        bouts = _shortened(recipe, recipe.bouts[0], paces, most)
    return Prepared(
        recipe=recipe,
        bouts=bouts,
        steps=_steps(recipe, bouts, paces),
        work_min=work_minutes(recipe, bouts, paces),
    )


def _grown(sizes: Sequence[Bouts], appearance: int) -> Bouts:
    """Return the size of this appearance; past the last one the two largest take turns."""
    if appearance < len(sizes):
        return sizes[appearance]
    turn = (appearance - len(sizes) + 1) % 2
    return sizes[max(0, len(sizes) - 1 - turn)]


def _most_minutes(recipe: Recipe, profile: Profile, week_min: float) -> float:
    if recipe.limit is None:
        return float("inf")
    case = QualityCase(runner=profile.runner, kind=recipe.limit, week_min=week_min)
    return clamp(1000.0, limits_of("quality.minutes"), case).value


def _shortened(recipe: Recipe, bouts: Bouts, paces: Paces, most: float) -> Bouts:
    if recipe.shape == "ladder":
        return bouts
    return replace(bouts, times=max(1, int(most / bout_minutes(recipe, bouts, paces))))


def _steps(recipe: Recipe, bouts: Bouts, paces: Paces) -> tuple[RunStep, ...]:
    easy = paces.target("easy")
    return (
        RunStep(part="warm_up", minutes=recipe.warm_up_min, target=easy),
        *middle_of(recipe, bouts, paces),
        RunStep(part="cool_down", minutes=recipe.cool_down_min, target=easy),
    )


def minutes_of(steps: tuple[RunStep, ...], paces: Paces) -> float:
    """Return the minutes of all steps, repeats counted."""
    return sum(step.repeat * _step_minutes(step, paces) for step in steps)


def km_of(steps: tuple[RunStep, ...], paces: Paces) -> float:
    """Estimate the kilometres of all steps, repeats counted."""
    return sum(step.repeat * _step_km(step, paces) for step in steps)


def _pace_of(step: RunStep) -> PaceName:
    if step.part == "recovery":
        return "easy"
    if step.target.pace is not None:
        return step.target.pace
    return "interval" if step.part == "work" and (step.target.rpe or (0, 0))[0] >= 8 else "10k"


def _step_minutes(step: RunStep, paces: Paces) -> float:
    if step.minutes is not None:
        return step.minutes
    return paces.minutes_of(_pace_of(step), step.km or 0.0)


def _step_km(step: RunStep, paces: Paces) -> float:
    if step.km is not None:
        return step.km
    if step.part == "recovery":
        return 0.8 * paces.km_of("easy", step.minutes or 0.0)
    return paces.km_of(_pace_of(step), step.minutes or 0.0)

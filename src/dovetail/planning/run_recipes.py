"""The running sessions: their structure, and how they grow from one appearance to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dovetail.domain.prescription import PaceName, RunStep, Target
from dovetail.domain.template import Bouts, Recipe
from dovetail.planning.paces import Paces
from dovetail.planning.profile import Profile
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
    options = _grown(recipe, appearance)
    most = _most_minutes(recipe, profile, week_min)
    fitting = [one for one in options if _work_min(recipe, one, paces) <= most + 0.5]
    bouts = fitting[-1] if fitting else _shortened(recipe, options[0], paces, most)
    return Prepared(
        recipe=recipe,
        bouts=bouts,
        steps=_steps(recipe, bouts, paces),
        work_min=_work_min(recipe, bouts, paces),
    )


def _grown(recipe: Recipe, appearance: int) -> Sequence[Bouts]:
    """Return the sizes up to this appearance; past the last one the two largest take turns."""
    sizes = recipe.bouts
    if appearance < len(sizes):
        return sizes[: appearance + 1]
    return sizes[: len(sizes) - (appearance - len(sizes) + 1) % 2] or sizes


def _most_minutes(recipe: Recipe, profile: Profile, week_min: float) -> float:
    if recipe.limit is None:
        return float("inf")
    case = QualityCase(runner=profile.runner, kind=recipe.limit, week_min=week_min)
    return clamp(1000.0, limits_of("quality.minutes"), case).value


def _shortened(recipe: Recipe, bouts: Bouts, paces: Paces, most: float) -> Bouts:
    each = _work_min(recipe, replace(bouts, times=1), paces)
    return replace(bouts, times=max(1, int(most / each)))


def _work_min(recipe: Recipe, bouts: Bouts, paces: Paces) -> float:
    each = bouts.work if recipe.unit == "min" else paces.minutes_of(recipe.pace, bouts.work)
    return bouts.times * each


def _steps(recipe: Recipe, bouts: Bouts, paces: Paces) -> tuple[RunStep, ...]:
    easy = paces.target("easy")
    bout_min = bouts.work if recipe.unit == "min" else paces.minutes_of(recipe.pace, bouts.work)
    target = paces.target(recipe.pace, bout_min=bout_min)
    if recipe.effort is not None:
        target = Target(rpe=recipe.effort)
    part = "strides" if recipe.kind == "strides" else "work"
    grouped = 1 if bouts.rest_min and bouts.times > 1 else None
    work = RunStep(
        part=part,  # type: ignore[arg-type]
        km=bouts.work if recipe.unit == "km" else None,
        minutes=bouts.work if recipe.unit == "min" else None,
        group=grouped,
        repeat=bouts.times,
        target=target,
    )
    middle: tuple[RunStep, ...] = (work,)
    if bouts.rest_min:
        middle = (
            work,
            RunStep(
                part="recovery",
                minutes=bouts.rest_min,
                group=grouped,
                repeat=bouts.times,
                target=Target(rpe=(1.0, 2.0)),
            ),
        )
    return (
        RunStep(part="warm_up", minutes=recipe.warm_up_min, target=easy),
        *middle,
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

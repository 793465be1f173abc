"""The running sessions: their structure, and how they grow from one appearance to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dovetail.domain.prescription import PaceName, RunStep, Target
from dovetail.domain.session import RunKind
from dovetail.planning.paces import Paces
from dovetail.planning.profile import Profile
from dovetail.rulebook.cases import QualityCase
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp

Unit = Literal["min", "km"]


@dataclass(frozen=True, slots=True)
class Bouts:
    """So many pieces of work, each so long [min or km], with so much easy running after [min]."""

    times: int
    work: float
    rest_min: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A session of the library."""

    kind: RunKind
    code: str
    pace: PaceName
    bouts: tuple[Bouts, ...]
    """How it grows over its appearances."""
    unit: Unit = "min"
    warm_up_min: float = 12
    cool_down_min: float = 10
    quality: bool = True
    limit: str | None = None
    """The size limit that it obeys."""
    effort: tuple[float, float] | None = None
    """Effort of 10 in place of the pace's own: hills and fartlek are run by feel."""


def _minutes(*bouts: tuple[int, float, float]) -> tuple[Bouts, ...]:
    return tuple(Bouts(*one) for one in bouts)


_STRIDE_MIN, _STRIDE_REST_MIN = 1 / 3, 1.0
RECIPES: Mapping[str, Recipe] = {
    "first_strides": Recipe(
        kind="strides",
        code="AI043",
        pace="repetition",
        bouts=_minutes((4, 0.25, 1), (5, 0.25, 1), (4, 0.25, 1), (6, 1 / 3, 1)),
        quality=False,
    ),
    "strides": Recipe(
        kind="strides",
        code="AI043",
        pace="repetition",
        bouts=_minutes((4, 1 / 3, 1), (6, 1 / 3, 1), (6, 1 / 3, 1), (8, 1 / 3, 1)),
        quality=False,
    ),
    "hill_sprints": Recipe(
        kind="hills",
        code="AI044",
        pace="repetition",
        bouts=_minutes((6, 1 / 6, 1.5), (8, 1 / 6, 1.5), (10, 1 / 6, 1.5)),
        quality=False,
        effort=(9.0, 9.0),
    ),
    "short_hills": Recipe(
        kind="hills",
        code="AI045",
        pace="interval",
        bouts=_minutes((6, 0.75, 1.5), (6, 1, 1.5), (8, 0.75, 1.5), (8, 1, 2), (10, 0.75, 1.5)),
        limit="interval",
        effort=(7.0, 8.0),
    ),
    "long_hills": Recipe(
        kind="hills",
        code="AI045",
        pace="interval",
        bouts=_minutes((5, 2, 2.5), (6, 2, 2.5), (6, 2.5, 3)),
        limit="interval",
        effort=(8.0, 8.0),
    ),
    "fartlek": Recipe(
        kind="interval",
        code="AI046",
        pace="threshold",
        bouts=_minutes((6, 1, 2), (8, 1, 1.5), (10, 1, 1), (12, 1, 1)),
        warm_up_min=10,
        cool_down_min=8,
        effort=(6.0, 7.0),
    ),
    "effort_pieces": Recipe(
        kind="threshold",
        code="AI046",
        pace="threshold",
        bouts=_minutes((3, 4, 2), (3, 5, 2), (4, 5, 2)),
        warm_up_min=10,
        limit="threshold",
        effort=(6.0, 7.0),
    ),
    "cruise": Recipe(
        kind="threshold",
        code="AI047",
        pace="threshold",
        bouts=_minutes((3, 6, 1), (4, 6, 1), (3, 8, 1.5), (4, 7, 1.5), (3, 10, 2), (4, 10, 2)),
        limit="threshold",
    ),
    "split": Recipe(
        kind="threshold",
        code="AI047",
        pace="threshold",
        bouts=_minutes((2, 10, 2), (2, 12, 2), (2, 15, 2)),
        limit="threshold",
    ),
    "check": Recipe(
        kind="threshold",
        code="AI048",
        pace="threshold",
        bouts=_minutes((1, 15, 0), (1, 20, 0)),
        limit="threshold",
    ),
    "first_intervals": Recipe(
        kind="interval",
        code="AI049",
        pace="interval",
        bouts=_minutes((5, 2, 2), (6, 2, 2)),
        cool_down_min=12,
        limit="interval",
    ),
    "intervals": Recipe(
        kind="interval",
        code="AI049",
        pace="interval",
        bouts=_minutes((4, 3, 2), (5, 3, 2), (6, 3, 2), (5, 4, 3)),
        cool_down_min=12,
        limit="interval",
    ),
    "race_effort": Recipe(
        kind="race_pace",
        code="AI050",
        pace="race",
        bouts=_minutes((3, 4, 2), (3, 5, 2), (4, 5, 2)),
        warm_up_min=10,
    ),
    "5k_pace": Recipe(
        kind="race_pace",
        code="AI050",
        pace="race",
        bouts=_minutes((4, 0.8, 2.5), (5, 0.8, 2), (6, 0.8, 2)),
        unit="km",
    ),
    "10k_pace": Recipe(
        kind="race_pace",
        code="AI050",
        pace="race",
        bouts=_minutes((3, 1, 1.5), (4, 1, 1.5), (5, 1, 1.5)),
        unit="km",
    ),
    "half_pace": Recipe(
        kind="race_pace",
        code="AI050",
        pace="race",
        bouts=_minutes((2, 3, 3), (3, 3, 3)),
        unit="km",
    ),
    "marathon_pace": Recipe(
        kind="race_pace",
        code="AI050",
        pace="race",
        bouts=_minutes((2, 3, 2), (2, 4, 2), (1, 10, 0)),
        unit="km",
    ),
    "brisk_minutes": Recipe(
        kind="interval",
        code="AI051",
        pace="threshold",
        bouts=_minutes((4, 1, 2)),
        quality=False,
        effort=(6.0, 7.0),
    ),
    "sharpen_5k": Recipe(
        kind="race_pace",
        code="AI051",
        pace="race",
        bouts=_minutes((4, 2, 2)),
        warm_up_min=10,
    ),
    "sharpen_10k": Recipe(
        kind="race_pace",
        code="AI051",
        pace="race",
        bouts=_minutes((3, 3, 1.5)),
        warm_up_min=10,
    ),
    "sharpen_beginner": Recipe(
        kind="race_pace",
        code="AI051",
        pace="race",
        bouts=_minutes((3, 2, 2)),
        warm_up_min=8,
        cool_down_min=5,
    ),
    "sharpen_half": Recipe(
        kind="race_pace",
        code="AI051",
        pace="race",
        bouts=_minutes((3, 1.5, 2), (2, 1, 2)),
        unit="km",
    ),
    "sharpen_marathon": Recipe(
        kind="race_pace",
        code="AI051",
        pace="race",
        bouts=_minutes((2, 3, 2), (3, 1, 2)),
        unit="km",
    ),
    "sharpen_threshold": Recipe(
        kind="threshold",
        code="AI051",
        pace="threshold",
        bouts=_minutes((3, 5, 1)),
        limit="threshold",
    ),
}


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
    options = recipe.bouts[: appearance + 1]
    most = _most_minutes(recipe, profile, week_min)
    fitting = [one for one in options if _work_min(recipe, one, paces) <= most + 0.5]
    bouts = fitting[-1] if fitting else _shortened(recipe, options[0], paces, most)
    return Prepared(
        recipe=recipe,
        bouts=bouts,
        steps=_steps(recipe, bouts, paces),
        work_min=_work_min(recipe, bouts, paces),
    )


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

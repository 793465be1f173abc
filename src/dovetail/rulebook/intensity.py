"""How much of a run is hard: its work, its race pace, its minutes above easy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dovetail.domain.exercise import LOWER_PATTERNS, Exercise
from dovetail.domain.plan import Week
from dovetail.domain.prescription import RunStep
from dovetail.domain.session import Session
from dovetail.rulebook.cases import Runner

RACE_PACE_S = 20 * 60
ABOVE_EASY = ("half", "threshold", "10k", "5k", "interval", "repetition")
RACED_ABOVE_EASY = ("5k", "10k", "half")
HARD_EFFORT = 6
HARD_RESERVE = 4
"""Repetitions left in reserve up to which a set is a hard one (coach-t)."""


def hard_sets(session: Session, exercises: Mapping[str, Exercise]) -> int:
    """Count the sets of the legs that end near the limit, as they are asked."""
    return sum(
        line.sets
        for line in session.lines()
        if line.rir is not None
        and line.rir <= HARD_RESERVE
        and line.exercise in exercises
        and exercises[line.exercise].lower
    )


def has_race_pace(session: Session) -> bool:
    """Whether a long run holds twenty minutes or more at a pace above easy.

    A steady end by effort is none; where the pace is by feel, the run's own mean stands in.
    """
    mean_s = 60 * session.minutes / session.km if session.km else 0.0
    paced_s = sum(
        step.repeat * _step_seconds(step, mean_s)
        for step in session.steps
        if step.part == "work" and step.target.pace not in (None, "easy")
    )
    return paced_s >= RACE_PACE_S


def _step_seconds(step: RunStep, mean_s_per_km: float) -> float:
    if step.minutes is not None:
        return 60 * step.minutes
    told = step.target.s_per_km
    pace = (told[0] + told[1]) / 2 if told else mean_s_per_km
    return (step.km or 0.0) * pace


def work_pace(session: Session) -> str:
    """Return the pace of a run's work; "" where it is run by effort."""
    work = (step.target.pace for step in session.steps if step.part == "work")
    return next((pace for pace in work if pace is not None), "")


def work_min(session: Session) -> float:
    """Return the minutes of work of a quality run told in minutes; 0 where told in km."""
    work = (step for step in session.steps if step.part == "work" and step.minutes is not None)
    return sum(step.repeat * (step.minutes or 0.0) for step in work)


def hard_min(session: Session, runner: Runner) -> float:
    """Return the minutes of a run above easy.

    A steady end by effort is easy; marathon pace is above easy for those who race it in less
    than three and a half hours.
    """
    if session.discipline != "run":
        return 0.0
    mean_s = 60 * session.minutes / session.km if session.km else 0.0
    return hard_min_of(session.steps, runner, mean_s)


def hard_min_of(steps: Iterable[RunStep], runner: Runner, mean_s_per_km: float = 0.0) -> float:
    """Return the minutes above easy in the steps of a run."""
    paces = _paces_above_easy(runner)
    return sum(
        step.repeat * _step_seconds(step, mean_s_per_km) / 60
        for step in steps
        if step.part == "work" and _is_hard(step, paces)
    )


def intensity_of(week: Week, runner: Runner) -> tuple[float, float]:
    """Return a week's minutes of running, and those of them above easy."""
    runs = [one for one in week.sessions if one.discipline == "run"]
    return sum(one.minutes for one in runs), sum(hard_min(one, runner) for one in runs)


def lower_sets(week: Week) -> int:
    """Return the sets that a week's strength sessions ask of the legs."""
    return sum(
        line.sets
        for session in week.sessions
        for block in session.blocks
        if block.part in ("main", "core")
        for line in block.lines
        if of_the_legs(line.trains)
    )


def of_the_legs(trains: Sequence[str]) -> bool:
    """Whether the legs lift in a line that trains these patterns; jumps count by their landings."""
    on_one_leg = trains[0] == "balance" and "single_leg" in trains
    return (trains[0] in LOWER_PATTERNS and trains[0] != "jump") or on_one_leg


def _paces_above_easy(runner: Runner) -> frozenset[str]:
    race = {"race"} if runner.race in RACED_ABOVE_EASY or runner.fast_finish else set()
    marathon = {"marathon"} if runner.fast_finish else set()
    return frozenset({*ABOVE_EASY, *race, *marathon})


def _is_hard(step: RunStep, paces: frozenset[str]) -> bool:
    if step.target.pace is not None:
        return step.target.pace in paces
    return step.target.rpe is not None and step.target.rpe[0] >= HARD_EFFORT

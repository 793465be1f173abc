"""A plan that was read, as the judge hears it: what asks no running and no lifting is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from dovetail.domain.exercise import Exercise
from dovetail.domain.prescription import Line, Range, RunStep, Target
from dovetail.domain.session import RunKind, Session, StrengthKind
from dovetail.domain.typed_plan import Meaning, TypedLift, TypedPart, TypedPlan
from dovetail.linting.heard import Entry, Heard
from dovetail.linting.heard_sessions import heard_lift, heard_race, heard_run

HARD_EFFORT: Range = (7, 8)
"""Of work whose pace is not named ("fast"), on the scale of ten (dovetail)."""
ENDS_MIN, SHORTEST_TEMPO_MIN = 15, 10
"""Of a tempo run told in minutes, its easy ends; as much remains at least (dovetail)."""
DAYS = 7


def heard_of(plan: TypedPlan, exercises: Mapping[str, Exercise]) -> Heard:
    """Return what a plan asks, week by week; what was not understood is silence."""
    return Heard(
        weeks=tuple(
            tuple(_entries(plan, number, exercises)) for number in range(1, plan.weeks + 1)
        ),
        first=plan.starts,
        lighter=frozenset(week - 1 for week in plan.lighter),
        beginner=plan.beginner,
        days_told=plan.days_told,
    )


def _entries(plan: TypedPlan, number: int, exercises: Mapping[str, Exercise]) -> Iterator[Entry]:
    for at, one in enumerate(plan.in_week(number)):
        session = _session(one.meaning, exercises)
        if session is not None:
            yield Entry(
                title=one.title,
                weekday=min(at, DAYS - 1) if one.weekday is None else one.weekday,
                session=session,
                km_told=one.meaning.km is not None,
            )


def _session(meaning: Meaning, exercises: Mapping[str, Exercise]) -> Session | None:
    km, minutes = _middle(meaning.km), _middle(meaning.minutes)
    if meaning.discipline == "race":
        return heard_race(km)
    if meaning.discipline == "strength":
        return heard_lift(
            cast(StrengthKind, meaning.kind or "full"),
            minutes=minutes,
            lines=[_line(lift, exercises) for lift in meaning.lifts if lift.sets],
            called_heavy=meaning.heavy_legs is True,
        )
    if meaning.discipline != "run":
        return None
    return heard_run(
        cast(RunKind, meaning.kind or "easy"), km=km, minutes=minutes, steps=_steps(meaning)
    )


def _middle(told: Range | None) -> float | None:
    return None if told is None else (told[0] + told[1]) / 2


def _steps(meaning: Meaning) -> tuple[RunStep, ...]:
    told = tuple(step for part in meaning.parts for step in _step(part))
    if told or meaning.intensity in (None, "easy"):
        return told
    target = Target(pace=meaning.intensity)
    if meaning.km is not None:
        return (RunStep(part="work", km=_middle(meaning.km), target=target),)
    minutes = _middle(meaning.minutes)
    if minutes is None:
        return ()
    tempo = max(float(SHORTEST_TEMPO_MIN), minutes - ENDS_MIN)
    return (RunStep(part="work", minutes=tempo, target=target),)


def _step(part: TypedPart) -> Iterator[RunStep]:
    if part.part != "work" or (part.km is None and part.minutes is None):
        return
    yield RunStep(
        part="work",
        km=part.km,
        minutes=part.minutes if part.km is None else None,
        repeat=part.times,
        target=Target(pace=part.pace, rpe=None if part.pace else HARD_EFFORT),
    )


def _line(lift: TypedLift, exercises: Mapping[str, Exercise]) -> Line:
    known = exercises.get(lift.exercise or "")
    reps = lift.reps if lift.seconds is None else None
    landings = known.contacts_per_unit if known else 0
    return Line(
        exercise=lift.exercise or lift.name,
        name=lift.name,
        trains=known.trains if known else (UNKNOWN_PATTERN,),
        sets=lift.sets or 1,
        reps=reps,
        seconds=lift.seconds,
        contacts=round((lift.sets or 1) * reps[1] * landings) if reps else 0,
    )


UNKNOWN_PATTERN = "unknown"
"""What an exercise trains that the library does not hold."""

"""The ways back to running: after days off, after an injury, after an illness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.domain.signals import Comeback, IllnessCourse, Layoff, RunBack
from dovetail.domain.training_log import Clearance, Illness, Pain, Test
from dovetail.review.history import DAY, History
from dovetail.review.illness_courses import illness_courses

GATE = "AD"
LEAST_DAYS = 6
"""Fewer whole days without a run than this are no way back (daniels-2014)."""
FEW_DAYS = 2
"""Fewer whole days off than this are no break at all (dovetail)."""
CLEARLY = 3.0
"""From here on pain keeps somebody from running, of 10 (silbernagel-2007)."""
WINDOW_DAYS = 365
WEEK_DAYS = 7
"""What began longer ago is over (dovetail)."""
EASY_EFFORT = 4.0
"""A run up to this effort was easy, of 10; so was one that tells none (dovetail)."""


def with_runs(layoff: Layoff | None, history: History, on: date) -> Layoff | None:
    """Return a layoff with the runs since it."""
    if layoff is None or layoff.back is None:
        return layoff
    return replace(layoff, runs=_runs(history, layoff.back, on))


def with_plan(layoff: Layoff | None, plan: Plan | None, on: date) -> Layoff | None:
    """Return a layoff with what the plan asks of the week of the way back that holds a day.

    And with how many of its days off the plan had asked anything of: after a race it asks nothing.
    """
    if layoff is None or plan is None:
        return layoff
    first = layoff.back or on
    first += timedelta(days=(on - first).days // WEEK_DAYS * WEEK_DAYS)
    days = range(first.toordinal(), first.toordinal() + WEEK_DAYS)
    sessions = (session for week in plan.weeks for session in week.sessions)
    runs = (one for one in sessions if one.discipline == "run" and one.date.toordinal() in days)
    until = layoff.back or on
    last = until - timedelta(days=layoff.days_off + 1)
    return replace(
        layoff,
        planned_km=sum(one.km or 0.0 for one in runs),
        missed=_asked_between(plan, last, until),
    )


def few_days_off(history: History, plan: Plan | None, on: date) -> Layoff | None:
    """Return the last two to five days without training, and how many of them were asked for.

    None too once as many days as were off have passed since.

    Source: daniels-2014.
    """
    days = history.loaded_days(on)
    gaps = [(last, back, (back - last).days - 1) for last, back in pairwise([*days, on])]
    for last, back, off in reversed(gaps):
        if FEW_DAYS <= off < LEAST_DAYS and (on - back).days < off:
            missed = None if plan is None else _asked_between(plan, last, back)
            return Layoff(days_off=off, back=back if back in days else None, missed=missed)
    return None


def _asked_between(plan: Plan, last: date, back: date) -> int:
    """Count the days between on which the plan has a run, a lift or a race, or had one.

    A day of which a gate left nothing was asked for all the same.
    """
    asked = (
        session.date
        for week in plan.weeks
        for session in week.sessions
        if session.discipline in ("run", "strength", "race") or _is_what_a_gate_left(session)
    )
    return len({day for day in asked if last < day < back})


def _is_what_a_gate_left(session: Session) -> bool:
    return any(reason.code.startswith(GATE) for reason in session.reasons)


def with_return(illness: IllnessCourse | None, history: History, on: date) -> IllnessCourse | None:
    """Return an illness with what was run in it and since, and with a chest nobody has cleared.

    Training with fever counts from its second day on: on the first one may have trained before.
    It stands until a professional has cleared it, also in an illness that came after it.

    Source: schwellnus-2022 (fever, chest), dovetail (effort).
    """
    if illness is None:
        return None
    uncleared = (one for one in illness_courses(history, on) if one.cleared is None)
    trained = any(_trained_with_fever(one, history, on) for one in (*uncleared, illness))
    chest = ("chest",) if _chest_is_open(history, on) else ()
    symptoms = tuple(dict.fromkeys((*illness.symptoms, *chest)))
    runs = None if illness.ended is None else _easy_runs(history, illness.ended, on)
    return replace(illness, symptoms=symptoms, normal_runs=runs, trained_with_fever=trained)


def _trained_with_fever(illness: IllnessCourse, history: History, on: date) -> bool:
    done = history.trained(illness.started + DAY, min(on, (illness.ended or on + DAY) - DAY))
    return "fever" in illness.symptoms and any(one.loads for one in done)


def comebacks(history: History, on: date) -> tuple[Comeback, ...]:
    """Return the ways back that began within a year, by day; unavailable without an injury.

    Source: george-2024 (what they are), dovetail (days).
    """
    every = (*_cleared(history, on), *_sore_gaps(history, on))
    lately = (back for back in every if (on - back.began).days <= WINDOW_DAYS)
    return tuple(sorted(lately, key=lambda back: (back.began, back.bone)))


def _cleared(history: History, on: date) -> Iterator[Comeback]:
    for word in history.of(Clearance):
        if word.what == "bone_stress" and word.on <= on:
            before = [day for day in _run_days(history, on) if day < word.on]
            runs = _runs(history, word.on, on)
            until = runs[0].on if runs else on
            off = (until - before[-1]).days - 1 if before else 0
            tests = _tests(history, word.on, on)
            yield Comeback(
                began=word.on, days_off=off, bone=True, runs=runs, tests=tests, events=(word.id,)
            )


def _sore_gaps(history: History, on: date) -> Iterator[Comeback]:
    days = _run_days(history, on)
    for last, back in pairwise((*days, on)):
        off = (back - last).days - 1
        if off < LEAST_DAYS:
            continue
        hurt = [pain.id for pain in _pains(history, last, back - DAY) if _keeps_from_running(pain)]
        if hurt:
            runs, tests = _runs(history, back, on), _tests(history, last, on)
            yield Comeback(began=back, days_off=off, runs=runs, tests=tests, events=tuple(hurt))


def _run_days(history: History, on: date) -> tuple[date, ...]:
    done = (one for one in history.trainings if one.discipline in ("run", "race"))
    return tuple(sorted({one.on for one in done if one.on <= on}))


def _pains(history: History, first: date, last: date) -> Iterator[Pain]:
    return (pain for pain in history.of(Pain) if first <= pain.on <= last)


def _keeps_from_running(pain: Pain) -> bool:
    return _felt(pain) >= CLEARLY or pain.limp or pain.bone_signs


def _felt(pain: Pain) -> float:
    return max(pain.during, pain.after or 0.0)


def _runs(history: History, first: date, on: date) -> tuple[RunBack, ...]:
    """Return each day of running and the worst that was told of it, whatever the place."""
    return tuple(_run(history, day) for day in _run_days(history, on) if day >= first)


def _run(history: History, day: date) -> RunBack:
    pains = list(_pains(history, day, day))
    mornings = [pain.next_morning for pain in pains if pain.next_morning is not None]
    return RunBack(
        on=day,
        worst=max(map(_felt, pains), default=None),
        next_morning=max(mornings, default=None),
    )


def _tests(history: History, first: date, on: date) -> Mapping[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for test in history.of(Test):
        left = test.value if test.left is None else test.left
        right = test.value if test.right is None else test.right
        if first <= test.on <= on and left is not None and right is not None:
            found[test.test.replace("-", "_")] = left, right
    return found


def _easy_runs(history: History, first: date, on: date) -> int:
    done = (one for one in history.trained(first, on) if one.discipline == "run")
    return sum(one.rpe is None or one.rpe <= EASY_EFFORT for one in done)


def _chest_is_open(history: History, on: date) -> bool:
    """Whether chest trouble was told that nobody has cleared on its day or since."""
    told = [one.on for one in history.of(Illness) if "chest" in one.symptoms and one.on <= on]
    words = (word for word in history.of(Clearance) if word.what == "illness" and word.on <= on)
    cleared = max((word.on for word in words), default=None)
    return bool(told) and (cleared is None or cleared < max(told))

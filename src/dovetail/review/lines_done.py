"""Each exercise as it was done: reserve, form, pain and load beside what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dovetail.domain.performed import PerformedSet
from dovetail.domain.prescription import Line
from dovetail.domain.session import Session
from dovetail.domain.week_signals import LineDone
from dovetail.review.logged_week import LoggedWeek
from dovetail.review.trainings import Training


def lines_done(week: LoggedWeek) -> tuple[LineDone, ...]:
    """Return the lines of four weeks, the oldest first, as their sets tell them.

    Units: repetitions in reserve, sets by form, pain of 10, kg of one implement. What no set
    tells is unavailable; an exercise that the session did not ask has nothing asked.

    Source: zourdos-2016 (reserve), dovetail.
    """
    return tuple(
        line
        for training in week.lately()
        for line in lines_of(training, week.matched.session_of(training))
    )


def lines_of(training: Training, session: Session | None) -> tuple[LineDone, ...]:
    """Return the lines of one training, beside what its session asked."""
    return tuple(
        _line(training, session, exercise, sets) for exercise, sets in _by_exercise(training.sets)
    )


def _by_exercise(sets: Iterable[PerformedSet]) -> Iterator[tuple[str, Sequence[PerformedSet]]]:
    """Put the sets of an exercise together, in the order they were done."""
    found: dict[str, list[PerformedSet]] = {}
    for one in sets:
        found.setdefault(one.exercise, []).append(one)
    yield from found.items()


def _line(
    training: Training, session: Session | None, exercise: str, sets: Sequence[PerformedSet]
) -> LineDone:
    asked = _asked(session, exercise)
    rirs = [one.rir for one in sets if one.rir is not None]
    return LineDone(
        exercise=exercise,
        on=training.on,
        session=None if session is None else session.id,
        sets=len(sets),
        asked_rir=None if asked is None else asked.rir,
        last_rir=rirs[-1] if rirs else None,
        least_rir=min(rirs, default=None),
        broke=sum(one.form == "broke" for one in sets),
        clean=sum(one.form == "clean" for one in sets),
        pain=max((one.pain for one in sets if one.pain is not None), default=None),
        load_kg=max((one.load_kg for one in sets if one.load_kg is not None), default=None),
        asked_reps=None if asked is None else asked.reps,
        least_reps=min((one.reps for one in sets if one.reps is not None), default=None),
        event=training.ids[0],
    )


def _asked(session: Session | None, exercise: str) -> Line | None:
    lines = session.working_lines() if session else ()
    return next((line for line in lines if line.exercise == exercise), None)

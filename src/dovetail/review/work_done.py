"""One thing that was done, with what it asked of the legs: counted, not felt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from dovetail.domain.exercise import Exercise
from dovetail.domain.log_window import Discipline, WorkDone
from dovetail.domain.performed import PerformedSet
from dovetail.domain.session import Done, Session
from dovetail.review.body_load import load_au
from dovetail.review.done import ONE_SIDE, of_the_work, share_done
from dovetail.review.leg_counters import landings
from dovetail.review.lines_done import lines_of
from dovetail.review.logged_week import LoggedWeek
from dovetail.review.matching import Pair
from dovetail.review.trainings import Training
from dovetail.rulebook.intensity import of_the_legs

GLUE = ("balance", "core", "anti_rotation")
"""What holds every stride together (coach-t)."""
HEAVY_REPS, HEAVY_RIR = 6, 3
"""A heavy set has at most so many repetitions, and leaves at most so many (coach-t)."""
Trains = Callable[[Sequence[str]], bool]


def of_the_glue(trains: Sequence[str]) -> bool:
    """Whether a line trains balance or the core."""
    return any(one in GLUE for one in trains)


def leg_sets(session: Session) -> int:
    """Count the work sets that a session asks of the legs."""
    return _asked(session, of_the_legs)


def glue_sets(session: Session) -> int:
    """Count the work sets of balance and core that a session asks."""
    return _asked(session, of_the_glue)


def work_done(week: LoggedWeek, one: Training, found: Mapping[str, Done]) -> WorkDone:
    """Return a training beside what was asked; a lift without sets counts as asked by its share.

    Source: dovetail.
    """
    session = week.matched.session_of(one)
    told = of_the_work(session, one.sets) if session else one.sets
    trains = _trains_of(session, week.exercises)
    lift = one.discipline == "strength"
    done = found.get(session.id) if session else None
    return WorkDone(
        on=one.on,
        discipline=cast("Discipline", one.discipline),
        minutes=one.minutes,
        km=one.km,
        rpe=one.rpe,
        asked=session,
        load_au=load_au(one, session, week.principles),
        lines=lines_of(one, session),
        leg_sets=_done(one, session, told, trains, of_the_legs) if lift else 0.0,
        glue_sets=_done(one, session, told, trains, of_the_glue) if lift else 0.0,
        contacts=round(
            sum(
                landings(each, week.exercises[each.exercise])
                for each in one.sets
                if each.exercise in week.exercises
            )
        ),
        heavy_lines=len({each.exercise for each in told if _is_heavy(each, trains)}),
        status=None if done is None else done.status,
        events=one.ids,
    )


def _asked(session: Session, wanted: Trains) -> int:
    if session.discipline != "strength":
        return 0
    return sum(line.sets for line in session.working_lines() if wanted(line.trains))


def _trains_of(
    session: Session | None, exercises: Mapping[str, Exercise]
) -> Callable[[str], Sequence[str]]:
    asked = {line.exercise: line.trains for line in session.lines()} if session else {}

    def trains(key: str) -> Sequence[str]:
        if key in asked:
            return asked[key]
        return exercises[key].trains if key in exercises else ("mobility",)

    return trains


def _done(
    one: Training,
    session: Session | None,
    told: Sequence[PerformedSet],
    trains: Callable[[str], Sequence[str]],
    wanted: Trains,
) -> float | None:
    """Sets of a kind as they were told, or as asked by the share done; None is not to be known."""
    if one.sets:
        mine = (each for each in told if wanted(trains(each.exercise)))
        return sum(0.5 if each.side in ONE_SIDE else 1.0 for each in mine)
    if session is None:
        return None
    return _asked(session, wanted) * min(1.0, share_done(Pair(session, one)))


def _is_heavy(each: PerformedSet, trains: Callable[[str], Sequence[str]]) -> bool:
    few = each.reps is not None and each.reps <= HEAVY_REPS
    near = each.rir is not None and each.rir <= HEAVY_RIR
    return few and near and of_the_legs(trains(each.exercise))

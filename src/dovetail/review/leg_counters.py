"""What the legs did: hard sets, landings and kilometres, which effort alone does not tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dovetail.domain.exercise import Exercise
from dovetail.domain.performed import PerformedSet
from dovetail.domain.session import Session
from dovetail.domain.week_signals import LegCounters
from dovetail.review.done import ONE_SIDE, share_done
from dovetail.review.logged_week import LoggedWeek
from dovetail.review.matching import Pair
from dovetail.review.trainings import Training
from dovetail.rulebook.intensity import HARD_RESERVE, hard_sets

Lift = tuple[Training, Session | None]


@dataclass(frozen=True, slots=True)
class _Counted:
    """Hard leg sets and landings of a session; assumed where no sets were told."""

    hard_sets: float
    contacts: int
    is_assumed: bool


def leg_counters(week: LoggedWeek) -> LegCounters | None:
    """Return what the legs did on a week's days; None before the log began.

    Units: sets, of which one side is half; landings; km. A set whose reserve nobody told has
    the one that was asked; without either it is not hard. A session that told no sets counts
    as asked, by the share that was done of it; a run that told no kilometres likewise.

    Source: coach-t (hard sets), dovetail.
    """
    if not week.is_known:
        return None
    trained = [(one, week.matched.session_of(one)) for one in week.trained()]
    lifts = [
        _counted(one, session, week.exercises)
        for one, session in trained
        if one.discipline == "strength"
    ]
    runs = [one for one in trained if one[0].discipline in ("run", "race")]
    told = [one.km for one, _ in runs if one.km is not None]
    assumed = [km for one in runs if (km := _assumed_km(*one)) is not None]
    unsaid = len(runs) - len(told) - len(assumed)
    return LegCounters(
        hard_sets=sum(lift.hard_sets for lift in lifts),
        contacts=sum(lift.contacts for lift in lifts),
        km=None if runs and unsaid == len(runs) else sum(told) + sum(assumed),
        assumed_sets=sum(lift.hard_sets for lift in lifts if lift.is_assumed),
        assumed_contacts=sum(lift.contacts for lift in lifts if lift.is_assumed),
        assumed_km=sum(assumed),
        runs_without_km=unsaid,
    )


def _counted(one: Training, session: Session | None, exercises: Mapping[str, Exercise]) -> _Counted:
    if one.sets:
        asked = _asked_rir(session)
        known = [
            (done, exercises[done.exercise]) for done in one.sets if done.exercise in exercises
        ]
        hard = (_sides(done) for done, what in known if _is_hard(done, what, asked))
        landed = sum(landings(done, what) for done, what in known)
        return _Counted(sum(hard), round(landed), is_assumed=False)
    if session is None or session.discipline != "strength":
        return _Counted(0.0, 0, is_assumed=False)
    share = min(1.0, share_done(Pair(session, one)))
    asked_sets = hard_sets(session, exercises)
    return _Counted(share * asked_sets, round(share * session.contacts), is_assumed=True)


def _asked_rir(session: Session | None) -> Mapping[str, float]:
    lines = session.lines() if session else ()
    return {line.exercise: line.rir for line in lines if line.rir is not None}


def _is_hard(done: PerformedSet, what: Exercise, asked: Mapping[str, float]) -> bool:
    rir = done.rir if done.rir is not None else asked.get(done.exercise)
    return what.lower and rir is not None and rir <= HARD_RESERVE


def _sides(done: PerformedSet) -> float:
    return 0.5 if done.side in ONE_SIDE else 1.0


def landings(done: PerformedSet, what: Exercise) -> float:
    """Count the landings of a set: of both sides, unless it says which one."""
    units = done.reps if done.reps is not None else done.metres or 0.0
    sides = 2 if what.per_side and done.side not in ONE_SIDE else 1
    return units * sides * what.contacts_per_unit


def _assumed_km(one: Training, session: Session | None) -> float | None:
    """Kilometres as asked, by the share of the minutes; None where they are told or unknown."""
    if one.km is not None or session is None or session.km is None or not session.minutes:
        return None
    return session.km * min(1.0, one.minutes / session.minutes)

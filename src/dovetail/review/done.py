"""What came of a plan's sessions: done, partly, skipped or missed. Silence is "not done"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dovetail.domain.calendar import last_committed
from dovetail.domain.performed import PerformedSet
from dovetail.domain.plan import Plan, Week
from dovetail.domain.principles import Principles
from dovetail.domain.session import Done, Session, State
from dovetail.review.matching import Matched, Pair

ONE_SIDE = ("left", "right")


def outcomes(
    sessions: Iterable[Session], matched: Matched, today: date, principles: Principles
) -> Mapping[str, Done]:
    """Return what came of each session that is past, or that something was done of.

    A session before today of which nothing is known is missed; one of today may still come.
    """
    found: dict[str, Done] = {}
    for session in sessions:
        if session.discipline == "rest":
            continue
        if (pair := matched.pairs.get(session.id)) is not None:
            found[session.id] = _done(pair, principles)
        elif session.id in matched.skipped:
            found[session.id] = Done(status="skipped", events=matched.skipped[session.id])
        elif matched.days[session.id] < today:
            found[session.id] = Done(status="missed")
    return found


def with_outcomes(plan: Plan, found: Mapping[str, Done]) -> Plan:
    """Return the plan with what came of its sessions; what was asked stays as it stood."""
    weeks = tuple(
        replace(
            week,
            sessions=tuple(
                replace(one, done=found[one.id]) if one.id in found else one
                for one in week.sessions
            ),
        )
        for week in plan.weeks
    )
    return replace(plan, weeks=weeks)


def share_done(pair: Pair) -> float:
    """Return how much of a session was done, 0 up: the smaller share of minutes and of sets.

    Sets count only where some were told. A run that covers its kilometres in less time was
    run whole. A race or a self-test has no amount: it is done.

    Source: dovetail.
    """
    session, training = pair
    if training.discipline in ("race", "test"):
        return 1.0
    shares = [training.minutes / session.minutes] if session.minutes else []
    if session.km and training.km is not None:
        shares = [max([*shares, training.km / session.km])]
    if training.sets and (asked := asked_sets(session)):
        shares.append(sets_done(session, training.sets) / asked)
    return min(shares, default=1.0)


def asked_sets(session: Session) -> int:
    """Count the sets of the work, without preparing and recovering."""
    return sum(line.sets for line in session.working_lines())


def sets_done(session: Session, sets: Sequence[PerformedSet]) -> float:
    """Count the sets done of the work; one side of a set is half of it.

    Any exercise counts, since one may stand for another, but not what the session has only to
    prepare and to recover.
    """
    return sum(0.5 if one.side in ONE_SIDE else 1.0 for one in of_the_work(session, sets))


def of_the_work(session: Session, sets: Sequence[PerformedSet]) -> tuple[PerformedSet, ...]:
    """Leave out the sets that the session has only to prepare and to recover."""
    work = {line.exercise for line in session.working_lines()}
    around = {line.exercise for line in session.lines()} - work
    return tuple(one for one in sets if one.exercise not in around)


def _done(pair: Pair, principles: Principles) -> Done:
    session, training = pair
    whole = share_done(pair) >= principles.number("matching", "whole")
    return Done(
        status="done" if whole else "partly",
        events=training.ids,
        minutes=training.minutes,
        km=training.km,
        rpe=training.rpe,
        sets=training.sets,
        asked_sets=asked_sets(session),
    )


def with_states(weeks: Iterable[Week], today: date) -> Iterator[Week]:
    """Yield weeks whose sessions say that they are over, committed to, or open."""
    until = last_committed(today)

    def state(session: Session) -> State:
        if session.date < today or session.done is not None:
            return "past"
        return "committed" if session.date <= until else "open"

    for week in weeks:
        yield replace(week, sessions=tuple(replace(one, state=state(one)) for one in week.sessions))

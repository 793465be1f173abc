"""Why a session, a week or a season is as it is, and what breaks when a session moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dovetail.application.places import no_such_place, places_of
from dovetail.application.ports import Library, Published
from dovetail.domain.athlete import Half
from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Facts, Reason
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.linting.limits import questions_of
from dovetail.linting.moves import Move, OtherDay, move, other_days
from dovetail.linting.subject import Subject, WeekSubject, subject_of
from dovetail.rulebook.catalogue import limits_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundView:
    """What one limit says of a number, whether or not the number reaches it."""

    code: str
    quantity: str
    value: float
    at_most: float
    facts: Facts
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The answer: reasons, bounds (the tightest first), silence, other days, a move."""

    place: str
    week: Week | None = None
    session: Session | None = None
    reasons: tuple[Reason, ...] = ()
    bounds: tuple[BoundView, ...] = ()
    silent: tuple[str, ...] = ()
    days: tuple[OtherDay, ...] = ()
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Where a session is to move: a day, and the half of it when it was told."""

    on: date
    slot: Half | None = None


def why(
    published: Published, place: str, *, library: Library, move_to: Target | None = None
) -> Why:
    """Explain a place of a plan: a session id, a week such as 2027-W02, or `season`."""
    if place == "season":
        return Why(place=place, reasons=published.goal.reasons)
    subject = subject_of(published, library.principles)
    for one in subject.weeks:
        if week_name(one.week.starts) == place:
            return Why(place=place, week=one.week, reasons=one.week.reasons)
        for session in one.week.sessions:
            if session.id == place:
                return _of_session(subject, one, session, move_to)
    names = tuple(places_of(published))
    raise no_such_place(place, names, or_else=", 2027-W02 or season")


def _of_session(subject: Subject, one: WeekSubject, session: Session, target: Target | None) -> Why:
    bounds, silent = _bounds(subject, one, session)
    placed = session.discipline in ("run", "strength")
    return Why(
        place=session.id,
        week=one.week,
        session=session,
        reasons=session.reasons,
        bounds=bounds,
        silent=silent,
        days=other_days(subject, one, session) if placed else (),
        move=_move(subject, one, session, target) if target else None,
    )


def _bounds(
    subject: Subject, one: WeekSubject, session: Session
) -> tuple[tuple[BoundView, ...], tuple[str, ...]]:
    found, silent = [], []
    for quantity, value, case in questions_of(subject, one, session):
        for limit in limits_of(quantity):
            answer = limit.bound(case)
            if answer is None or answer.at_most is None:
                silent.append(limit.code)
                continue
            view = BoundView(
                code=limit.code,
                quantity=quantity,
                value=value,
                at_most=answer.at_most,
                facts=answer.facts,
                source=limit.source,
            )
            found.append(view)
    known = {view.code for view in found}
    found.sort(key=lambda view: (view.at_most / max(view.value, 0.1), view.code))
    return tuple(found), tuple(code for code in dict.fromkeys(silent) if code not in known)


def _move(subject: Subject, one: WeekSubject, session: Session, target: Target) -> Move:
    week = [one.week.starts + timedelta(days=day) for day in range(7)]
    if target.on not in week or session.discipline not in ("run", "strength"):
        raise BadInput(
            Problem(
                code="move-out-of-reach",
                problem=f"{session.id} cannot move to {target.on}.",
                hint=f"A run or a lift moves within its week: {week[0]} to {week[-1]}.",
            )
        )
    return move(subject, one, session, target.on, target.slot or _only_half(subject, target.on))


def _only_half(subject: Subject, on: date) -> Half:
    day = subject.plan.athlete.availability.on(on.weekday())
    if day.pm and not day.am:
        return "pm"
    return "am" if day.am else subject.plan.athlete.preferences.time

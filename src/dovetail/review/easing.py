"""Easing in place: what is left of a session, and of a day, under ceilings, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from dovetail.domain.calendar import WEEKDAYS, week_name
from dovetail.domain.decision import Reason
from dovetail.domain.easing import Ease
from dovetail.domain.session import Session, State
from dovetail.review.easier import Easier, EasyShelf
from dovetail.review.easier_lifts import eased_lift
from dovetail.review.easier_mobility import MOBILITY
from dovetail.review.easier_runs import eased_run

Because = tuple[Reason, ...]
RACE_STAYS, REST = "AI220", "AI221"
GATE = "AD"
EASY, WARMS_UP = "AI030", ("AI031", "AI086")


def eased(
    session: Session,
    left: Ease,
    shelf: EasyShelf,
    because: Because = (),
    beside: Sequence[Session] = (),
) -> Session | None:
    """Return a session as it stands under ceilings; None where nothing of it is left.

    `because` are the reasons of the gates: they come first in whatever is changed. What is
    not changed is returned as it is, and asking again changes nothing. An outing of the walk-run
    ladder has the share of the runs `beside` it too, those that it leaves no day.
    """
    if session.discipline == "rest":
        return session
    if left.state in ("rest", "stop"):
        return None
    match session.discipline:
        case "race":
            return _race(session, left, because)
        case "run":
            return _told(eased_run(session, left, shelf, beside), because)
        case "strength":
            return _told(eased_lift(session, left, shelf), because)
        case "test":
            return _test(session, left)
        case _:
            return None if left.lift == "none" and _stands_for_lifting(session) else session


def eased_day(
    sessions: Sequence[Session], left: Ease, shelf: EasyShelf, because: Because = ()
) -> tuple[Session, ...]:
    """Return the sessions of a day under ceilings; a day of which nothing is left is a rest day.

    What shares a visit is counted anew where one of it is dropped.
    """
    found = [eased(one, left, shelf, because) for one in sessions]
    kept = [one for one in found if one is not None]
    if not kept:
        return tuple(rest_on(one.date, because, one.state) for one in sessions[:1])
    kept = [_alone(one, sessions, kept) for one in kept]
    return tuple(_in_order(kept)) if len(kept) < len(sessions) else tuple(kept)


def _told(one: Easier | None, because: Because) -> Session | None:
    """Put the reasons of the gates first, then what was done, then what was said before.

    Of a session that another kind stands for, only what gates have said stays.
    """
    if one is None or one.now == one.was:
        return None if one is None else one.was
    codes = {reason.code for reason in one.said}
    kept = [reason for reason in one.was.reasons if reason.code not in codes]
    kept = [reason for reason in kept if reason not in because]
    if one.exchanged:
        kept = [reason for reason in kept if reason.code.startswith(GATE)]
    return replace(one.now, reasons=(*because, *one.said, *kept))


def _race(session: Session, left: Ease, because: Because) -> Session | None:
    """A race is dropped or stays as it is, with what the gates think of it: it is never cut."""
    if not left.runs:
        return None
    if left == Ease() or any(reason.code == RACE_STAYS for reason in session.reasons):
        return session
    return replace(session, reasons=(*because, Reason(RACE_STAYS, {}), *session.reasons))


def _test(session: Session, left: Ease) -> Session | None:
    """A test on a day that is to be easier measures the day: it waits."""
    return session if left == Ease() else None


def _stands_for_lifting(session: Session) -> bool:
    return any(reason.code == MOBILITY for reason in session.reasons)


def rest_on(day: date, because: Because = (), state: State = "open") -> Session:
    """Write the day without training, so that it has its why."""
    weekday = day.weekday()
    monday = day - timedelta(days=weekday)
    return Session(
        id=f"{week_name(monday)}-rest-{WEEKDAYS[weekday][:3]}",
        date=day,
        slot="am",
        discipline="rest",
        kind="rest",
        minutes=0,
        state=state,
        reasons=(*because, Reason(REST, {})),
    )


def _alone(session: Session, was: Sequence[Session], kept: Sequence[Session]) -> Session:
    """An easy run warms up for the strength that follows, as long as any does."""
    lifts = [any(_lifts_with(session, one) for one in day) for day in (was, kept)]
    if lifts != [True, False] or not any(one.code in WARMS_UP for one in session.reasons):
        return session
    reasons = (Reason(EASY) if one.code in WARMS_UP else one for one in session.reasons)
    return replace(session, reasons=tuple(reasons))


def _lifts_with(session: Session, other: Session) -> bool:
    return other.discipline == "strength" and other.slot == session.slot


def _in_order(sessions: Sequence[Session]) -> list[Session]:
    found: list[Session] = []
    for _, visit in groupby(sessions, key=lambda one: (one.date, one.slot)):
        in_turn = sorted(visit, key=lambda one: one.order)
        found += [replace(one, order=at) for at, one in enumerate(in_turn, start=1)]
    return found

"""What people hold, set and open by hand: locks, numbers and moves, with scope and expiry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from dovetail.domain.calendar import monday_of
from dovetail.domain.decision import Bound, Order
from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.domain.training_log import (
    Answer,
    Lock,
    Mute,
    Release,
    SetQuantity,
    UnlockPhase,
)
from dovetail.review.history import History
from dovetail.review.matching import Matched

HAND = "AD300"
"""A person's own number; no limit bounds it, only health does."""
WEEK = timedelta(days=6)
WEEK_VALUES = ("week.km", "week.minutes", "week.hard_sets", "week.contacts", "week.lifts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """All hands that are in force on a day."""

    orders: tuple[Order, ...] = ()
    pins: Mapping[str, date] = field(default_factory=dict)
    """The day that a session is held on, by its id."""
    locked: Mapping[str, str] = field(default_factory=dict)
    """The lock that holds a session whole, by its id."""
    weeks: Mapping[date, str] = field(default_factory=dict)
    """The lock that holds a whole week, by its Monday."""
    unlocked: tuple[Literal["maximal_strength", "power", "hops"], ...] = ()
    """What a coach has opened: maximal_strength, power, hops."""
    mutes: tuple[Mute, ...] = ()
    answers: Mapping[str, bool] = field(default_factory=dict)
    """Yes or no to a proposed decision, by its id; the last word holds."""


def hands_of(plan: Plan, history: History, matched: Matched) -> Hands:
    """Return what people hold of a plan today; what has expired holds no more.

    A release takes back the locks of the same scope before it. A session's lock ends with its
    day, a week's with its Sunday, a number's on the day it says.
    """
    today = history.today
    sessions = {one.id: one for week in plan.weeks for one in week.sessions}
    locks = [lock for lock in _locks(history) if lock.until is None or lock.until >= today]
    held = {lock.session: lock.id for lock in locks if lock.session in sessions}
    moved = {name: day for name, day in matched.days.items() if sessions[name].date != day}
    pins = {name: sessions[name].date for name in held} | moved
    return Hands(
        orders=(*_numbers(history, plan), *_quantities(locks, plan)),
        pins={name: day for name, day in pins.items() if day >= today},
        locked={name: event for name, event in held.items() if sessions[name].date >= today},
        weeks={lock.week: lock.id for lock in locks if lock.week and lock.week + WEEK >= today},
        unlocked=tuple(
            one.what
            for one in history.of(UnlockPhase)
            if one.by == "coach" and (one.until is None or one.until >= today)
        ),
        mutes=tuple(one for one in history.of(Mute) if one.until is None or one.until >= today),
        answers={one.decision: one.accept for one in history.of(Answer)},
    )


def _locks(history: History) -> Sequence[Lock]:
    """Return the locks that no later release takes back."""
    released = history.of(Release)
    return [
        lock
        for lock in history.of(Lock)
        if not any(_scope(one) == _scope(lock) and one.on >= lock.on for one in released)
    ]


def _scope(lock: Lock) -> tuple[str | None, date | None, str | None]:
    return lock.session, lock.week, lock.quantity


def _numbers(history: History, plan: Plan) -> Iterator[Order]:
    """Yield each number that somebody set; of one quantity on the same days the last holds."""
    latest = {(one.quantity, one.session, one.first): one for one in history.of(SetQuantity)}
    for one in latest.values():
        if one.until < history.today:
            continue
        yield Order(
            code=HAND,
            of=one.quantity,
            bound=Bound(one.value, one.value, {"value": one.value, "by": one.by}),
            first=one.first,
            last=one.until,
            because=(one.id,),
            source="athlete",
            about=one.session,
        )


def _quantities(locks: Sequence[Lock], plan: Plan) -> Iterator[Order]:
    """Yield the numbers that a lock keeps as they stand, week by week."""
    for lock in locks:
        if lock.quantity not in WEEK_VALUES:
            continue
        for week in plan.weeks:
            ends = lock.until or plan.weeks[-1].starts + WEEK
            if week.starts < monday_of(lock.on) or week.starts > ends:
                continue
            values = {
                "week.km": week.run_km,
                "week.minutes": float(week.minutes),
                "week.hard_sets": float(week.legs.hard_sets),
                "week.contacts": float(week.legs.contacts),
                "week.lifts": float(sum(map(_lifts, week.sessions))),
            }
            value = values[lock.quantity]
            bound = Bound(value, value, {"value": value, "by": lock.by})
            yield Order(
                HAND, lock.quantity, bound, week.starts, week.starts + WEEK, (lock.id,), "athlete"
            )


def _lifts(session: Session) -> bool:
    return session.discipline == "strength" and session.kind != "core"

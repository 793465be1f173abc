"""What is asked today: the plan's day under what the log says of the person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dovetail.application.ports import Library, Published
from dovetail.domain.decision import Reason
from dovetail.domain.easing import GateState
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.domain.signals import Signals
from dovetail.domain.training_log import Event

Place = Literal["before", "week_0", "season", "recovery", "after", "gone"]
"""Where the day lies: before the plan begins, in its part-week, in the season, in the weeks
after the goal's race, or after the last week; gone is a day before the log's last one."""
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A session of the day, as it stood and as it stands now."""

    was: Session
    now: Session | None
    """None where nothing of it is left."""
    done: tuple[str, ...] = ()
    """Ids of the events that tell it was done; then nothing is asked any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """One day, ready to be told."""

    on: date
    state: GateState
    place: Place
    week: Week | None = None
    asked: tuple[Asked, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """The gates that spoke, those that leave least first."""
    refer: tuple[Reason, ...] = ()
    """Those of them that ask to see a professional."""
    signals: Signals
    following: Session | None = None
    """The next session after the day."""


def place_of(published: Published, on: date) -> tuple[Place, Week | None]:
    """Say where a day lies in a plan, and in which of its weeks."""
    for week in published.weeks:
        if week.starts <= on < week.starts + timedelta(WEEK_DAYS):
            if not week.number:
                return "week_0", week
            goal_on = published.goal.date
            raced = goal_on is not None and on > goal_on
            return ("recovery" if raced else "season"), week
    first = min(week.starts for week in published.weeks)
    return ("before" if on < first else "after"), None


def following(published: Published, on: date) -> Session | None:
    """Return the first session after a day."""
    later = (
        session
        for week in published.weeks
        for session in week.sessions
        if session.date > on and session.discipline != "rest"
    )
    return min(later, key=lambda one: (one.date, one.slot, one.order), default=None)


def today_of(
    published: Published, events: Iterable[Event], on: date, *, library: Library
) -> Today:
    """Say what is asked on a day, and what of it is left after what the log tells.

    A plan of another day is asked as it stands; nothing is moved to make up for what was
    missed. No gate can be overridden.
    """
    history = history_of(events, on)
    matched = match(published.weeks, history, library.principles)
    mornings = Mornings(history=history, matched=matched)
    signals = signals_on(on, mornings, is_red=..., principles=library.principles)
    left, reasons = gated(GATES, GateCase(signals=signals, principles=library.principles))
    place, week = place_of(published, on)
    return Today(on=on, state=left.left.state, place=place, week=week, signals=signals)

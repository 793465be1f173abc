"""What the gates leave of the days to come, when they are lived as they are asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dovetail.application.ports import Library
from dovetail.application.today import Today, asked_on
from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.domain.training_log import Event, Illness, Run, Strength
from dovetail.review.left import Left

HORIZON_DAYS = 28
"""So far ahead a way back is planned; the reviews until then plan the rest (dovetail)."""


def left_ahead(
    plan: Plan, events: Sequence[Event], today: date, *, library: Library
) -> tuple[Today, Mapping[date, Left]]:
    """Return the day itself, and what gates leave of it and of each day to come.

    A gate that speaks today is asked again about tomorrow, as if today had been lived as it is
    asked now, until none speaks any more: so a way back is seen to its end. Nobody knows how
    long an illness lasts: only what is gone even if it ends tomorrow is taken from the days to
    come, and the gate of each day takes the rest. `events` are those that stand today.
    """
    told = list(events)
    first = day = asked_on(plan, told, today, library=library)
    told += _at_best(day)
    found: dict[date, Left] = {}
    for _ in range(HORIZON_DAYS):
        if not day.reasons:
            break
        found[day.on] = Left(ease=day.left, reasons=day.reasons)
        told += _as_asked(day)
        day = asked_on(plan, told, day.on + timedelta(days=1), library=library)
    return first, found


def _at_best(day: Today) -> Iterator[Event]:
    illness = day.signals.illness
    if illness is not None and illness.ended is None:
        yield Illness(id="ahead-ended", on=day.on + timedelta(days=1), status="ended")


def _as_asked(day: Today) -> Iterator[Event]:
    for one in day.asked:
        if one.now is not None and not one.done:
            yield from _done(one.now)


def _done(session: Session) -> Iterator[Event]:
    name = f"ahead-{session.id}"
    effort = None if session.rpe is None else sum(session.rpe) / 2
    effort = None if effort is None else round(2 * effort) / 2
    if session.discipline == "run":
        yield Run(
            id=name, on=session.date, minutes=session.minutes, km=session.km, rpe=effort,
            session=session.id,
        )  # fmt: skip
    elif session.discipline == "strength":
        yield Strength(
            id=name, on=session.date, minutes=session.minutes, rpe=effort, session=session.id
        )

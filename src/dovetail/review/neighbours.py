"""The neighbour in its week that moved a session, or that took kilometres from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.review.letter_facts import noun

MOVED, GONE, SHARED = "AI195", "AI189", "AI196"
HAIR_KM = 0.05
Both = tuple[Session | None, Session | None]


def neighbour(both: Both, weeks: tuple[Week | None, Week | None]) -> Iterator[Reason]:
    """Yield what another session of the week has to do with a change; nothing where none has.

    A session that moved: the one whose place it has, the one that has its place, or the key
    session that left its day. One that is longer or shorter in a week as long as before: the
    one that takes or gives most.
    """
    old, new = both
    was, now = (_by_id(week) for week in weeks)
    if old is None or new is None:
        yield from _in_its_stead(old or new, was, now)
    elif _place(old) != _place(new):
        yield from _that_moved(old, new, was, now)
    elif old.discipline == "run":
        yield from _that_shares(old, new, was, now)


def _that_moved(
    old: Session, new: Session, was: Mapping[str, Session], now: Mapping[str, Session]
) -> Iterator[Reason]:
    others = [one for name, one in was.items() if name != old.id]
    there = [one for one in others if _place(one) == _place(new)]
    gone = next((one for one in there if one.id not in now), None)
    if gone is not None:
        yield Reason(GONE, {"other": noun(gone), "other_day": gone.date.isoformat()})
        return
    moved = [one for one in others if one.id in now and _place(now[one.id]) != _place(one)]
    here = [one for one in moved if _place(now[one.id]) == _place(old)]
    keys = [one for one in moved if one.key or one.heavy_legs]
    for one in (*(one for one in there if one in moved), *here, *keys, *moved):
        days = {
            "other_from_day": one.date.isoformat(),
            "other_to_day": now[one.id].date.isoformat(),
        }
        yield Reason(MOVED, {"other": noun(now[one.id]), **days})
        return


def _that_shares(
    old: Session, new: Session, was: Mapping[str, Session], now: Mapping[str, Session]
) -> Iterator[Reason]:
    """Yield the run of the week that changed most the other way."""
    more = (new.km or 0.0) - (old.km or 0.0)
    runs = [one for name, one in now.items() if name != new.id and one.discipline == "run"]
    by = {one.id: (one.km or 0.0) - _km(was.get(one.id)) for one in runs}
    other = max(
        runs, key=lambda one: (-by[one.id] if more > 0 else by[one.id], one.id), default=None
    )
    if other is None or abs(more) < HAIR_KM or by[other.id] * more >= 0 or not other.km:
        return
    facts: Facts = {"other": noun(other), "other_day": other.date.isoformat()}
    yield Reason(SHARED, {**facts, "other_km": other.km})


def _in_its_stead(
    one: Session | None, was: Mapping[str, Session], now: Mapping[str, Session]
) -> Iterator[Reason]:
    """Yield the session that is new, or gone, where this one went or came."""
    if one is None:
        return
    gone = one.id in was
    others = now if gone else was
    for other in others.values():
        is_other = other.id not in (was if gone else now)
        if is_other and other.discipline == one.discipline and other.km:
            facts: Facts = {"other": noun(other), "other_day": other.date.isoformat()}
            yield Reason(SHARED, {**facts, "other_km": other.km})
            return


def _km(session: Session | None) -> float:
    return 0.0 if session is None else session.km or 0.0


def _place(session: Session) -> tuple[date, str]:
    return session.date, session.slot


def _by_id(week: Week | None) -> Mapping[str, Session]:
    sessions = () if week is None else week.sessions
    return {one.id: one for one in sessions if one.discipline != "rest"}

"""Events made by hand, short to write, and random logs for properties."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from typing import TypeVar, get_args

from hypothesis import strategies as st

from dovetail.domain.performed import PerformedSet
from dovetail.domain.session import Session
from dovetail.domain.training_log import (
    Checkin,
    Event,
    Illness,
    Mobility,
    Other,
    Pain,
    PainSite,
    Race,
    Run,
    Skip,
    Strength,
    Symptom,
    Test,
)
from dovetail.review.history import History, history_of

MONDAY = date(2027, 1, 4)
_NUMBERS = count(1)

E = TypeVar("E", bound=Event)


def day(number: int) -> date:
    """The day so many days after a Monday; before it is below 0."""
    return MONDAY + timedelta(days=number)


def event(kind: type[E], number: int, **said: object) -> E:
    """An event of a kind on a day, with an id of its own unless one is told."""
    name = said.pop("id", f"{kind.__name__.lower()}-{next(_NUMBERS)}")
    return kind(id=name, on=day(number), **said)  # type: ignore[arg-type]


def ran(number: int, minutes: float = 40, **said: object) -> Run:
    """A run of 40 minutes, unless told otherwise."""
    return event(Run, number, minutes=minutes, **said)


def lifted(number: int, minutes: float = 44, **said: object) -> Strength:
    """A strength session of 44 minutes, unless told otherwise."""
    return event(Strength, number, minutes=minutes, **said)


def woke(number: int, **said: object) -> Checkin:
    """A check-in."""
    return event(Checkin, number, **said)


def hurt(number: int, during: float, site: PainSite = "knee", **said: object) -> Pain:
    """Pain, at the knee unless told otherwise."""
    return event(Pain, number, during=during, site=site, **said)


def seen(events: Sequence[Event], number: int) -> History:
    """What stands of these events on a day."""
    return history_of(events, day(number))


# -- a plan, done exactly --------------------------------------------------------------------


def done_as_asked(sessions: Iterable[Session], *, sets: bool = True) -> tuple[Event, ...]:
    """Every session as it was asked, none of them named; strength with its sets or without."""
    return tuple(found for one in sessions if (found := _as_asked(one, sets=sets)) is not None)


def _as_asked(one: Session, *, sets: bool) -> Event | None:
    name, rpe = f"done-{one.id}", sum(one.rpe) / 2 if one.rpe else None
    if one.discipline == "run":
        return Run(id=name, on=one.date, minutes=one.minutes, km=one.km, rpe=rpe)
    if one.discipline == "strength":
        done = tuple(_sets_of(one)) if sets else ()
        return Strength(id=name, on=one.date, minutes=one.minutes, rpe=rpe, sets=done)
    if one.discipline == "mobility":
        return Mobility(id=name, on=one.date, minutes=one.minutes, rpe=rpe)
    return None


def _sets_of(session: Session) -> Iterator[PerformedSet]:
    for line in session.lines():
        amounts: dict[str, object] = {"reps": round(line.reps[1])} if line.reps else {}
        amounts = amounts or ({"metres": line.metres} if line.metres else {"seconds": 30})
        done = PerformedSet(exercise=line.exercise, rir=line.rir, **amounts)  # type: ignore[arg-type]
        yield from [done] * line.sets


# -- random logs -----------------------------------------------------------------------------

DAYS = 60
EFFORTS = st.one_of(st.none(), st.integers(0, 20).map(lambda half: half / 2))
ITEMS = st.one_of(st.none(), st.integers(1, 7))
SETS = st.builds(
    PerformedSet,
    exercise=st.sampled_from(("goblet-squat", "deadlift", "calf-raise", "pogo-hop", "plank")),
    reps=st.integers(0, 15),
    load_kg=st.one_of(st.none(), st.just(0.0), st.integers(4, 80).map(float)),
    rir=EFFORTS,
    form=st.sampled_from((None, "clean", "broke")),
    side=st.sampled_from((None, "left", "right", "both")),
)


@st.composite
def random_events(draw: st.DrawFn, names: Sequence[str] = ()) -> tuple[Event, ...]:
    """A log of up to 24 events in sixty days; some name sessions of a plan."""
    size = draw(st.integers(0, 24))
    return tuple(draw(_random_event(f"e{number}", names)) for number in range(size))


def every_morning(days: int, seed: int) -> tuple[Checkin, ...]:
    """A check-in on nearly every day, with most of what can be told."""
    chance = random.Random(seed)

    def told(low: float, high: float) -> int | None:
        return round(chance.uniform(low, high)) if chance.random() < 0.9 else None

    return tuple(
        Checkin(
            id=f"morning-{number}",
            on=day(number),
            sleep_h=told(4, 9),
            sleep=told(1, 7),
            fatigue=told(2, 7),
            soreness=told(2, 7),
            mood=told(3, 7),
            rhr=told(45, 60),
            hrv_ms=told(30, 90),
        )
        for number in range(days)
    )


@st.composite
def _random_event(draw: st.DrawFn, name: str, names: Sequence[str]) -> Event:
    kind = draw(
        st.sampled_from((Run, Run, Strength, Other, Mobility, Checkin, Checkin, Pain, Illness))
    )
    session = draw(st.sampled_from((None, None, *names)))
    said: dict[str, object] = {"id": name, "on": day(draw(st.integers(0, DAYS - 1)))}
    if issubclass(kind, Run | Strength | Mobility):
        minutes = float(draw(st.one_of(st.just(0), st.integers(5, 150))))
        said.update(minutes=minutes, rpe=draw(EFFORTS), session=session)
    if kind in (Run, Strength):
        said["same_as"] = draw(st.sampled_from((None, None, None, "e0", "e1", "e5")))
    if kind is Run:
        said["km"] = draw(st.one_of(st.none(), st.integers(0, 300).map(lambda tenth: tenth / 10)))
        said["hr_mean"] = draw(st.one_of(st.none(), st.integers(90, 190)))
    if kind is Strength:
        said["sets"] = tuple(draw(st.lists(SETS, max_size=3)))
    if kind is Checkin:
        items = ("sleep", "fatigue", "stress", "soreness", "mood")
        said.update({item: draw(ITEMS) for item in items})
        said["sleep_h"] = draw(st.one_of(st.none(), st.integers(3, 10).map(float)))
        said["hrv_ms"] = draw(st.one_of(st.none(), st.integers(20, 120).map(float)))
        said["rhr"] = draw(st.one_of(st.none(), st.integers(40, 80)))
    if kind is Pain:
        said.update(site=draw(st.sampled_from(get_args(PainSite)[:3])), during=draw(EFFORTS) or 0.0)
        said.update(after=draw(EFFORTS), bone_signs=draw(st.booleans()))
        said["side"] = draw(st.sampled_from((None, "left", "right", "both")))
    if kind is Illness:
        said["status"] = draw(st.sampled_from(("started", "ended")))
        said["symptoms"] = tuple(draw(st.lists(st.sampled_from(get_args(Symptom)), max_size=2)))
    made: Event = kind(**said)
    return made


__all__ = [
    "DAYS",
    "MONDAY",
    "Race",
    "Skip",
    "Test",
    "day",
    "done_as_asked",
    "event",
    "every_morning",
    "hurt",
    "lifted",
    "ran",
    "random_events",
    "seen",
    "woke",
]

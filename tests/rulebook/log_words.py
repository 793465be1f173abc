"""A log as a coach writes it in a case file: all as the plan asks, but for what is told.

`but` lists what was otherwise: `w2 tue left out`, `w2 tue rpe 6`, `w2 tue untold` (without its
sets), `w2 sun km 20`, `w2 tue on thu`, `w2 mon hurt 2`, `w2 mon woke sleep_h=5`, `w2 fri ran
minutes=50 km=8 rpe=8`, `w2 fri lifted pogo-hop 3x20`. A kind of session, a discipline, or `all`
may stand for the day, `mon-thu` or `daily` for several of them, and `w2-4` for three weeks.
`on` is the day of the judgement, the
Monday after the last week unless told; `level` and `age` are the runner's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from tests.logs import done_as_asked
from tests.rulebook.season_words import DAYS, START, season_case

from dovetail.application.log_mistakes import reader_of
from dovetail.content.library import read_library
from dovetail.domain.performed import PerformedSet
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.domain.training_log import (
    Away,
    Checkin,
    Event,
    Illness,
    Mute,
    Other,
    Pain,
    Race,
    Run,
    Strength,
    UnlockPhase,
)
from dovetail.review.history import history_of
from dovetail.review.readiness import ITEMS, Mornings
from dovetail.rulebook.shapes import LogCase

EDIT = re.compile(r"w(\d+)(?:-(\d+))? ([\w-]+) (.+)")


def log_case(told: Mapping[str, Any], principles: Principles | None = None) -> LogCase:
    """Read a case: a plan in words, and what was done of it up to a day."""
    numbers = principles or read_library().principles
    plan = season_case(told, numbers).plan
    born = plan.athlete.born
    if "age" in told:
        born = born.replace(year=START.year - told["age"], month=1)
    level = told.get("level", "intermediate")
    plan = replace(plan, athlete=replace(plan.athlete, level=level, born=born))
    sessions = [one for week in plan.weeks for one in week.sessions]
    on = _day(told["on"]) if "on" in told else plan.weeks[-1].starts + timedelta(7)
    events = _edited(sessions, told.get("but", ())) if told.get("log", True) else []
    if told.get("runs_only"):
        events = [replace(one, by="import") for one in events if isinstance(one, Run)]
    library = replace(read_library(), principles=numbers)
    reader = reader_of(plan, Mornings(history=history_of(events, on)), library)
    until = on if "on" in told else on - timedelta(1)
    return LogCase(
        window=reader.window(until), principles=numbers, spoke=frozenset(told.get("spoke", ()))
    )


def _day(words: str) -> date:
    week, day = words.split()
    return START + timedelta(7 * (int(week[1:]) - 1) + DAYS[day])


def _edited(sessions: Sequence[Session], edits: Sequence[str]) -> list[Event]:
    events = {one.id.removeprefix("done-"): one for one in done_as_asked(sessions)}
    events |= {
        one.id: Race(id=f"done-{one.id}", on=one.date, km=one.km or 5, time="0:50:00")
        for one in sessions
        if one.discipline == "race"
    }
    by_id = {one.id: one for one in sessions}
    for number, words in enumerate(edits):
        match = EDIT.fullmatch(words)
        assert match is not None, words
        first, last, where, what = match.groups()
        weeks = range(int(first), int(last or first) + 1)
        for week, place in product(weeks, _places(where)):
            starts = START + timedelta(7 * (week - 1))
            here = [
                name
                for name, one in by_id.items()
                if starts <= one.date < starts + timedelta(7) and _meant(one, place)
            ]
            _edit(events, by_id, here, what, f"e{number}-{week}-{place}", starts, place)
    return sorted(events.values(), key=lambda one: (one.on, one.id))


def _places(where: str) -> Sequence[str]:
    """Name each day of `mon-thu` or `daily`; any other word stands for itself."""
    days = list(DAYS)
    if where == "daily":
        return days
    first, _, last = where.partition("-")
    return days[days.index(first) : days.index(last) + 1] if last else [where]


def _meant(one: Session, where: str) -> bool:
    if where in DAYS:
        return one.date.weekday() == DAYS[where]
    return where == "all" or where in (one.kind, one.discipline)


def _edit(
    events: dict[str, Event],
    by_id: Mapping[str, Session],
    here: Sequence[str],
    what: str,
    name: str,
    starts: date,
    where: str,
) -> None:
    head, *rest = what.split()
    on = starts + timedelta(DAYS.get(where, 0))
    if new := _new(head, rest, name, on):
        events[name] = new
        return
    for each in here:
        if each not in events:
            continue
        one = events[each]
        if head == "left":
            del events[each]
        elif head == "on":
            events[each] = replace(one, on=starts + timedelta(DAYS[rest[0]]), session=each)  # type: ignore[call-arg]
        elif head in ("rpe", "km", "min"):
            number: dict[str, Any] = {{"min": "minutes"}.get(head, head): float(rest[0])}
            events[each] = replace(one, **number)
        elif head in ("untold", "without", "rir", "kg") and isinstance(one, Strength):
            events[each] = replace(one, sets=tuple(_sets(one.sets, head, rest, by_id[each])))
        else:
            raise AssertionError(what)


def _sets(
    sets: Sequence[PerformedSet], head: str, rest: Sequence[str], session: Session
) -> list[PerformedSet]:
    if head == "untold":
        return []
    trains = {line.exercise: line.trains for line in session.lines()}
    if head == "without":
        return [one for one in sets if not set(trains[one.exercise]) & set(rest)]
    number: dict[str, Any] = {{"rir": "rir", "kg": "load_kg"}[head]: float(rest[0])}
    return [replace(one, **number) for one in sets]


def _new(head: str, rest: Sequence[str], name: str, on: date) -> Event | None:
    make = NEW.get(head)
    said = dict(word.split("=") for word in rest if "=" in word)
    numbers: dict[str, Any] = {
        key: int(value) if key in ITEMS else float(value) for key, value in said.items()
    }
    return None if make is None else make(rest, numbers, {"id": name, "on": on})


Words = Sequence[str]
Told = dict[str, Any]


def _lifted(rest: Words, told: Told, here: Told) -> Event:
    sets, reps = map(int, rest[1].split("x"))
    done = [PerformedSet(exercise=key, reps=reps, **told) for key in rest[0].split("+")]
    return Strength(**here, minutes=40, rpe=5, sets=tuple(done * sets))


NEW: Mapping[str, Callable[[Words, Told, Told], Event]] = {
    "woke": lambda rest, told, here: Checkin(**here, **told),
    "hurt": lambda rest, told, here: Pain(**here, site="knee", during=float(rest[0])),
    "ran": lambda rest, told, here: Run(**here, **told),
    "rode": lambda rest, told, here: Other(**here, **told),
    "lifted": _lifted,
    "ill": lambda rest, told, here: Illness(**here, status="started", symptoms=("fever",)),
    "away": lambda rest, told, here: Away(**here, until=here["on"] + timedelta(int(rest[0]) - 1)),
    "unlocked": lambda rest, told, here: UnlockPhase(**here, what="hops", by="coach"),
    "muted": lambda rest, told, here: Mute(**here, code=rest[0], why="my own way"),
}
"""What an edit may add, by its first word."""

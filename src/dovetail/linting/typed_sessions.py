"""A typed week as the rules know sessions: which run is the long one, which are hard, their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from statistics import mean

from dovetail.domain.calendar import week_name
from dovetail.domain.session import Session
from dovetail.rulebook.season_case import minutes_by_pace

CLEARLY_LONGER = 1.3
"""Times the mean of the other runs: from there on a run is the long one (coaching practice)."""
NEARLY = 0.9
"""Of the longest run: a run that the plan calls long and that is not much shorter is it."""
WORK_MIN, MARATHON_WORK_MIN = 8, 20
"""Minutes of work that make a run hard: above marathon pace, and at it (coaching practice)."""
QUALITY = frozenset({"threshold", "interval", "repetition", "race_pace", "hills"})
LETTERS = "abcdefg"


def settled(monday: date, heard: Sequence[Session]) -> tuple[Session, ...]:
    """Return the sessions of a week with one long run at most, marked as hard, and with ids."""
    heard = _in_kilometres(heard)
    long = _long(heard)
    sessions = [_marked(one, long=one is long) for one in heard]
    return tuple(_named(monday, sessions))


def _in_kilometres(heard: Sequence[Session]) -> list[Session]:
    """A walk/run beside other runs is an easy run: the ladder of minutes stands alone."""
    ladder = all(one.kind == "run_walk" for one in heard if _is_run(one))
    return [
        replace(one, kind="easy") if one.kind == "run_walk" and not ladder else one for one in heard
    ]


def _long(heard: Sequence[Session]) -> Session | None:
    runs = sorted((one for one in heard if _is_run(one)), key=lambda one: -(one.km or 0.0))
    if not runs or not runs[0].km or runs[0].kind == "run_walk":
        return None
    named = [one for one in runs if one.kind == "long" and (one.km or 0.0) >= NEARLY * runs[0].km]
    if named:
        return named[0]
    others = [one.km or 0.0 for one in runs[1:]]
    return runs[0] if others and runs[0].km >= CLEARLY_LONGER * mean(others) else None


def _is_run(one: Session) -> bool:
    return one.discipline == "run"


def _marked(one: Session, *, long: bool) -> Session:
    if one.discipline == "race":
        return replace(one, key=True, hard_unit=True)
    if one.discipline == "strength":
        return replace(one, hard_unit=one.heavy_legs)
    if one.discipline != "run":
        return one
    if long:
        return replace(one, kind="long", key=True, hard_unit=True)
    hard = _is_hard(one)
    kind = "easy" if one.kind == "long" else one.kind
    return replace(one, kind=kind, key=hard, hard_unit=hard)


def _is_hard(run: Session) -> bool:
    """Whether a run that is not long holds enough work; where no amount is told, by its kind."""
    if run.kind not in (*QUALITY, "long"):
        return False
    work = minutes_by_pace(run)
    if not work:
        return run.kind in QUALITY
    faster = sum(minutes for pace, minutes in work.items() if pace not in ("easy", "marathon"))
    return faster >= WORK_MIN or faster + work.get("marathon", 0.0) >= MARATHON_WORK_MIN


def _named(monday: date, sessions: Sequence[Session]) -> Iterator[Session]:
    count = Counter[str]()
    for one in sessions:
        role = _role(one)
        count[role] += 1
        yield replace(one, id=f"{week_name(monday)}-{_numbered(role, count[role])}")


def _numbered(role: str, number: int) -> str:
    if role in ("easy", "quality"):
        return f"{role}-{number}"
    if role == "strength":
        return f"{role}-{LETTERS[min(number, len(LETTERS)) - 1]}"
    return role if number == 1 else f"{role}-{number}"


def _role(one: Session) -> str:
    if one.discipline == "race":
        return "race"
    if one.discipline == "strength":
        return one.kind if one.kind in ("core", "primer", "activation") else "strength"
    if one.discipline != "run":
        return one.discipline
    return "long" if one.kind == "long" else "quality" if one.key else "easy"

"""Titles of the sound plans as sessions, read by hand: judging is tested without the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tests.typed.grids import DAYS, MILE_KM, Grid, races

from dovetail.application.check_typed import Judgement, check_heard
from dovetail.content.library import read_library
from dovetail.domain.athlete import Athlete
from dovetail.domain.calendar import monday_of
from dovetail.domain.plan import Finding
from dovetail.domain.prescription import Line, PaceName, RunStep, Target
from dovetail.domain.session import RunKind, Session, StrengthKind
from dovetail.linting.heard import Entry, Heard
from dovetail.linting.heard_sessions import heard_lift, heard_race, heard_run

FIRST = date(2027, 1, 4)
NOTHING = re.compile(r"rest|off|\d+ min (?:walk|cross)|cross|mobility|stretch(?! & st)", re.I)
STRENGTH = re.compile(r"strength|leg day|lower|upper|squat|core|plyo|heavy legs", re.I)
LIFT = re.compile(r"([A-Za-z][A-Za-z\- ]+?) (\d)x(\d+)")
REPEATS = re.compile(r"(\d+) ?x ?(\d+(?:\.\d+)?) ?(km|mi|min|sec|s|m)\b", re.I)
PART = re.compile(r"w/ (?:last )?(\d+(?:\.\d+)?) (km|min|mi)\b|w/ (\d+) at", re.I)
LENGTH = re.compile(r"(\d+(?:\.\d+)?) (km|mi)\b", re.I)
MINUTES = re.compile(r"(\d+) min\b", re.I)
PACES: tuple[tuple[str, PaceName | None], ...] = (
    (r"\b5k\b", "5k"),
    (r"\b10k\b", "10k"),
    (r"\bhm\b", "half"),
    (r"\bmp\b|marathon pace", "marathon"),
    (r"\blt\b|tempo|threshold", "threshold"),
    (r"mile pace", "repetition"),
    (r"hills", None),
    (r"fast|pace", None),
)
KINDS: dict[str | None, RunKind] = {
    "threshold": "threshold",
    "marathon": "race_pace",
    "half": "race_pace",
}
PATTERNS = (
    ("jump", "jump"),
    ("squat", "squat"),
    ("lift", "hinge"),
    ("RDL", "hinge"),
    ("lunge", "lunge"),
    ("step-up", "lunge"),
    ("calf", "calf"),
)


def judged(plan: Grid, athlete: Athlete | None = None) -> Judgement:
    """Return what the rules find in a sound or faulty plan."""
    return check_heard(heard(plan), athlete=athlete, library=read_library(), today=FIRST)


def heard(plan: Grid) -> Heard:
    """Return what a plan asks, week by week."""
    return Heard(
        weeks=tuple(tuple(_week(week)) for week in plan.weeks),
        beginner="novice" in plan.name or "first" in plan.name,
    )


def week_number(finding: Finding) -> int | None:
    """Return the week of a finding, counted from 1; None for the whole season."""
    if finding.place.week is None:
        return None
    year, week = finding.place.week.split("-W")
    return (date.fromisocalendar(int(year), int(week), 1) - monday_of(FIRST)).days // 7 + 1


def _week(week: dict[str, str]) -> Iterator[Entry]:
    for at, day in enumerate(DAYS):
        for title in re.split(r" \+ (?!strides|\d)|; pm ", week.get(day, "")):
            session = hear(title) if title else None
            if session is not None:
                told = bool(LENGTH.search(title))
                yield Entry(title=title, weekday=at, session=session, km_told=told)


def hear(title: str) -> Session | None:
    """Return what a title asks; None where it asks nothing that is run or lifted."""
    if NOTHING.match(title):
        return None
    if races(title):
        return _race(title)
    if STRENGTH.search(title):
        return _strength(title)
    return _run(title)


def _race(title: str) -> Session:
    lower = title.lower()
    number = re.search(r"(\d+) ?k", lower)
    told = float(number[1]) if number else None
    return heard_race(21.1 if "half" in lower else 42.2 if "marathon" in lower else told)


def _strength(title: str) -> Session:
    lines = [_line(name, int(sets), int(reps)) for name, sets, reps in LIFT.findall(title)]
    words = title.lower()
    kind: StrengthKind = "core" if words.startswith("core") else "full"
    return heard_lift(
        "upper" if "upper" in words else kind,
        lines=lines,
        called_heavy="heavy" in words or "max strength" in words,
    )


def _line(name: str, sets: int, reps: int) -> Line:
    pattern = next((pattern for word, pattern in PATTERNS if word in name), "push")
    return Line(
        exercise=name.strip().lower().replace(" ", "-"),
        name=name.strip(),
        trains=(pattern,),
        sets=sets,
        reps=(reps, reps),
        contacts=sets * reps if pattern == "jump" else 0,
    )


def _run(title: str) -> Session:
    repeats = REPEATS.search(title)
    before = title[: repeats.start()] if repeats else title
    told, given = LENGTH.search(before), MINUTES.search(before)
    km = _km(float(told[1]), told[2]) if told else None
    minutes = float(given[1]) if given else None
    steps = () if "walk" in title else _steps(title, repeats)
    return heard_run(_kind(title, steps), km=km, minutes=minutes, steps=steps)


def _kind(title: str, steps: tuple[RunStep, ...]) -> RunKind:
    if "walk" in title:
        return "run_walk"
    if not steps:
        long = "long" in title and "medium" not in title
        return "strides" if "stride" in title else "long" if long else "easy"
    return "hills" if "hill" in title else KINDS.get(steps[0].target.pace, "interval")


def _steps(title: str, repeats: re.Match[str] | None) -> tuple[RunStep, ...]:
    found = next((one for one in PACES if re.search(one[0], title, re.I)), None)
    if "stride" in title or (found is None and repeats is None):
        return ()
    pace = None if found is None else found[1]
    target = Target(pace=pace, rpe=(7, 8) if pace is None else None)
    if repeats:
        return (_work(float(repeats[2]), repeats[3].lower(), int(repeats[1]), target),)
    part = PART.search(title)
    if part:
        return (_work(float(part[1] or part[3]), (part[2] or "mi").lower(), 1, target),)
    whole = LENGTH.search(title)
    if whole:
        return (_work(float(whole[1]), whole[2], 1, target),)
    minutes = MINUTES.search(title)
    return (_work(max(10.0, float(minutes[1]) - 15), "min", 1, target),) if minutes else ()


def _work(amount: float, unit: str, times: int, target: Target) -> RunStep:
    if unit in ("min", "sec", "s"):
        minutes = amount if unit == "min" else amount / 60
        return RunStep(part="work", minutes=minutes, repeat=times, target=target)
    return RunStep(part="work", km=_km(amount, unit), repeat=times, target=target)


def _km(amount: float, unit: str) -> float:
    return amount * {"mi": MILE_KM, "m": 0.001, "km": 1.0}[unit.lower()]

"""Seasons as a coach writes them in a case file: `3x base P1: tue easy 6, sun long 12`.

A week is its phases and its sessions. A run is its day, kind and kilometres, a strength session
its day, kind and minutes; what else it holds stands behind, such as `threshold:3x8` for the
work of a run and `squat:3x5@2+step` for a line with two repetitions left and a step of load.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast, get_args

from tests import plans

from dovetail.content.library import read_library
from dovetail.domain.athlete import Availability, Day, Goal, Preferences, Running
from dovetail.domain.calendar import WEEKDAYS, week_name
from dovetail.domain.decision import Reason
from dovetail.domain.exercise import Pattern
from dovetail.domain.plan import Content, GoalView, Legs, PaceView, Plan, RunPhase, Week
from dovetail.domain.prescription import Block, Line, PaceName, RunStep, Target
from dovetail.domain.principles import Principles
from dovetail.domain.session import RunKind, Session, StrengthKind
from dovetail.rulebook.cases import Runner
from dovetail.rulebook.season_case import SeasonCase
from dovetail.rulebook.shapes import Slot
from dovetail.rulebook.strains import START_MIN

START = date(2026, 11, 23)
DAYS = {name[:3]: number for number, name in enumerate(WEEKDAYS)}
PHASES = {
    "P1": "stabilization",
    "P2": "strength_endurance",
    "P3": "maximal_strength",
    "P4": "power",
    "Act": "activation",
}
RUNS, LIFTS = get_args(RunKind), get_args(StrengthKind)
TRAINS: Mapping[str, tuple[Pattern, ...]] = {
    "single-leg": ("single_leg", "balance"),
    "bird-dog": ("core", "anti_rotation", "balance"),
    "turn": ("anti_rotation", "core"),
    "hop": ("jump", "calf"),
    "jump-squat": ("jump",),
}
"""What an exercise trains; any other word is a pattern of its own."""
FAST = ("threshold", "interval", "repetition", "race_pace", "hills")
MIN_A_KM = 6
LINE = re.compile(r"([a-z-]+):(\d+)x(\d+)(?:@(\d))?(?:\+(\w+))?")
WORK = re.compile(r"(\w+):(\d+)x([\d.]+)(km)?")
PACES: Mapping[str, tuple[int, int]] = {
    "easy": (350, 380), "marathon": (330, 330), "half": (318, 318), "threshold": (312, 312),
    "10k": (306, 306), "5k": (294, 294), "interval": (290, 290), "repetition": (270, 270),
}  # fmt: skip
FINISH = Block(
    part="finish",
    lines=tuple(
        Line(exercise=key, name=key, trains=("mobility",), sets=1, seconds=(60, 60))
        for key in ("ball-roll", "stretch-calves", "slow-breathing")
    ),
)
REASON = (Reason("AI001"),)


def season_case(told: Mapping[str, Any], principles: Principles | None = None) -> SeasonCase:
    """Read a case: a season of weeks, and whose it is."""
    numbers = principles or read_library().principles
    weeks = tuple(_weeks(told["weeks"], int(told.get("first", 1))))
    runner = {
        "level": "intermediate",
        "race": "10k",
        "age": 33,
        "easy_s_per_km": 60 * MIN_A_KM,
        "runs_per_week": 4,
        **told.get("runner", {}),
    }
    return SeasonCase(
        plan=_plan(told, weeks, runner["race"]),
        runner=Runner(principles=numbers, **runner),
        masters=runner["age"] >= 40,
        history=told.get("history", "none"),
        slots=tuple(map(_slot, told.get("slots", ()))),
        exercises=read_library().exercises,
    )


def _slot(words: str) -> Slot:
    """Read a slot, such as "tue 60"."""
    day, minutes = words.split()
    return Slot(DAYS[day], START_MIN["am"], int(minutes))


def _plan(told: Mapping[str, Any], weeks: tuple[Week, ...], race: str) -> Plan:
    goals = [one.date for week in weeks for one in week.sessions if one.kind == "goal"]
    race_on = told.get("race_on", goals[0] if goals else None) if race != "healthy" else None
    ana = plans.athlete()
    who = dict(told.get("athlete", {}))
    strength = replace(ana.strength, **{**who.pop("strength", {})})
    screening = replace(ana.health.screening, osteoporosis=who.pop("osteoporosis", False))
    athlete = replace(
        ana,
        goal=Goal(race=cast("Any", race), date=race_on),
        running=Running(weekly_km=who.get("weekly_km", 30), longest_km=who.get("longest_km", 12)),
        strength=strength,
        availability=Availability(**{name: Day(am=120) for name in WEEKDAYS}),
        health=replace(ana.health, screening=screening, cleared=who.get("cleared")),
        preferences=Preferences(strength_per_week=who.get("strength_per_week", 2)),
    )
    paces = {**PACES, **{name: tuple(pace) or None for name, pace in told.get("paces", {}).items()}}
    return Plan(
        made_on=START,
        season_starts=START,
        committed_until=START,
        version="0",
        content=Content(fingerprint=""),
        language="en",
        units="km",
        policy=told.get("policy", "separate_days"),
        athlete=athlete,
        goal=GoalView(
            race=cast("Any", race), km=None, date=race_on, time_s=None, outlook=told.get("outlook")
        ),
        race_fitness=told.get("race_fitness", 40.0),
        paces={
            cast("PaceName", name): PaceView(s_per_km=cast("Any", pace), rpe=(2, 4), reasons=REASON)
            for name, pace in paces.items()
        },
        weeks=weeks,
    )


def _weeks(told: list[str], first: int) -> list[Week]:
    found: list[Week] = []
    for words in told:
        head, _, sessions = words.partition(":")
        times = re.match(r"(\d+)x ", head)
        for _ in range(int(times[1]) if times else 1):
            number = first + len(found)
            names = head[times.end() :].split() if times else head.split()
            found.append(_week(number, names, sessions))
    return found


def _week(number: int, names: list[str], words: str) -> Week:
    starts = START + timedelta(weeks=number - 1)
    sessions: list[Session] = []
    for part in filter(None, (one.strip() for one in words.split(","))):
        sessions.append(_session(starts, part, len(sessions)))
    runs = [one.km or 0.0 for one in sessions if one.discipline == "run"]
    phase = next((PHASES[name] for name in names if name in PHASES), None)
    made = Week(
        number=number,
        starts=starts,
        phase=cast("RunPhase", names[0]),
        strength_phase=cast("Any", phase),
        lighter="lighter" in names,
        minutes=sum(one.minutes for one in sessions),
        run_km=sum(runs),
        long_run_km=max((one.km or 0.0 for one in sessions if one.kind == "long"), default=0.0),
        training_load=sum(one.training_load for one in sessions),
        legs=Legs(contacts=sum(one.contacts for one in sessions)),
        reasons=() if "unexplained" in names else REASON,
        sessions=tuple(sessions),
    )
    said: dict[str, Any] = dict(name.split("=") for name in names if "=" in name)
    if "contacts" in said:
        made = replace(made, legs=Legs(contacts=int(said.pop("contacts"))))
    numbers: dict[str, Any] = {name: float(value) for name, value in said.items()}
    return replace(made, **numbers)


def _session(starts: date, words: str, order: int) -> Session:
    day, kind, amount, *more = words.split()
    on = starts + timedelta(days=DAYS[day])
    if kind in LIFTS:
        return _lift(on, kind, int(amount), more, order)
    return _run(on, kind, float(amount), more, order)


def _run(on: date, kind: str, km: float, more: list[str], order: int) -> Session:
    said = dict(word.split("=") for word in more if "=" in word)
    steps = [_work(match) for word in more if (match := WORK.fullmatch(word))]
    race = kind in ("race", "tune_up")
    if kind in FAST or "warm" in said:
        warm, cool = float(said.get("warm", 12)), float(said.get("cool", 10))
        easy = Target(pace="easy")
        steps = [
            RunStep(part="warm_up", minutes=warm, target=easy),
            *steps,
            RunStep(part="cool_down", minutes=cool, target=easy),
        ]
    if race:
        steps = [RunStep(part="warm_up", minutes=10), *steps, *_splits(km)]
    key = kind in FAST or kind == "long" or race
    reasons = ("AI052", "AI053", "AI057", "AI058") if race else ("AI001",)
    left_out = {word.removeprefix("no-") for word in more if word.startswith("no-")}
    effort = (6, 7) if key and kind != "long" else (3, 3)
    return Session(
        id=f"{week_name(on)}-{'quality-1' if kind in FAST else kind}-{order}",
        date=on,
        slot="am",
        order=1,
        discipline="race" if race else "run",
        kind=cast("Any", "goal" if kind == "race" else kind),
        minutes=int(said.get("min", round(km * MIN_A_KM))),
        km=km,
        rpe=effort,
        key=key,
        hard_unit=key,
        steps=tuple(one for one in steps if one.part.replace("_", "-") not in left_out)
        or (RunStep(part="work", km=km, target=Target(pace="easy")),),
        reasons=tuple(Reason(code) for code in reasons if code not in left_out),
    )


def _splits(km: float) -> list[RunStep]:
    target = Target(pace="race", s_per_km=(300, 300))
    return [RunStep(part="race", km=part, target=target) for part in (1.0, max(0.1, km - 1))]


def _work(match: re.Match[str]) -> RunStep:
    name, times, amount, km = match.groups()
    if name == "strides":
        return RunStep(part="strides", minutes=float(amount), repeat=int(times))
    target = Target(rpe=(6, 7))
    if name != "effort":
        pace_s = PACES.get(name, (300, 300))
        target = Target(pace=cast("PaceName", name), s_per_km=pace_s, rpe=(6, 7))
    told: dict[str, Any] = {"km": float(amount)} if km else {"minutes": float(amount)}
    return RunStep(part="work", repeat=int(times), target=target, **told)


def _lift(on: date, kind: str, minutes: int, more: list[str], order: int) -> Session:
    lines = tuple(_line(match) for word in more if (match := LINE.fullmatch(word)))
    blocks = [Block(part="main", lines=lines)] if lines else []
    if "no-finish" not in more:
        blocks.append(FINISH)
    first = "first" in more
    return Session(
        id=f"{week_name(on)}-strength-{order}",
        date=on,
        slot="am",
        order=0 if first else 2,
        discipline="strength",
        kind=cast("Any", kind),
        minutes=minutes,
        rpe=(4, 4),
        hard_unit="heavy" in more,
        heavy_legs="heavy" in more,
        blocks=tuple(blocks),
        reasons=REASON,
    )


def _line(match: re.Match[str]) -> Line:
    word, sets, reps, rir, more = match.groups()
    trains = TRAINS.get(word, (word.replace("-", "_"),))
    jumps = trains[0] == "jump"
    kit: tuple[str, ...] = ("cable",) if more == "cable" else ()
    return Line(
        exercise=word,
        name=word,
        trains=trains,
        sets=int(sets),
        reps=(int(reps), int(reps)),
        rest_s=60 if more == "quick" else 90,
        rir=None if rir is None else float(rir),
        load_rule=cast("Any", more if more in ("step", "find", "keep") else None)
        or ("keep" if rir is not None and int(reps) <= 8 else None),
        load_kg=float(more[2:]) if more and more.startswith("kg") else None,
        equipment=kit,
        contacts=int(sets) * int(reps) if jumps else 0,
    )

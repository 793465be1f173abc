"""MS407: race week is quiet: one primer on its days, and a free or short day near the race."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from dovetail.domain.calendar import monday_of
from dovetail.rulebook.season_case import SeasonCase, in_season, in_session
from dovetail.rulebook.shapes import Mistake, Spot

BOTH_MIN = 50
"""Minutes of the shortest last fast run, the change of clothes and the primer (dovetail)."""
LIGHT_LIFT_DAYS = 5
"""Strength without heavy legs may stand so many days before the race (dovetail)."""
WAKES = ("primer", "activation")
STEP_MIN = 5
"""Easy runs are told in five minutes (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for race weeks that lift too much, too late, or never rest the legs."""
    yield from _before_other_races(case)
    quiet_min = case.principles.number("quiet_day")
    if case.race_on is None:
        return
    first, last = case.principles.row("primer_window", case.runner.race)
    last_heavy = case.principles.row("last_heavy_window", case.runner.race)[1]
    eve = [case.race_on - timedelta(days=days) for days in (1, 2)]
    busy = [
        sum(one.minutes for one in case.sessions if one.date == day and one.discipline == "run")
        for day in eve
    ]
    if min(busy) > quiet_min:
        yield in_season(min(busy) - quiet_min, seen="seen.quiet_day", most_min=quiet_min)
    lifting = [one for one in case.sessions if one.discipline == "strength"]
    near = [one for one in lifting if 0 < (case.race_on - one.date).days <= first]
    primers = [one for one in near if one.kind in WAKES]
    open_days = case.open_days
    window = [case.race_on - timedelta(days=days) for days in range(int(last), int(first) + 1)]
    lifts = any(one.kind not in ("core", *WAKES) for one in lifting)
    own = monday_of(case.race_on - timedelta(days=int(last)))
    open_window = [day.weekday() for day in window if day.weekday() in open_days and day >= own]
    possible = len(open_window) > 1 or any(_holds_both(case, day) for day in open_window)
    if not primers and lifts and possible and window[-1] >= case.weeks[0].starts:
        yield in_season(1, seen="seen.no_primer")
    for extra in [one for one in primers if one.date >= own][1:]:
        yield in_session(extra, 1, seen="seen.second_lift")
    for one in near:
        days = (case.race_on - one.date).days
        if one.kind in WAKES and days < last:
            yield in_session(one, last - days, seen="seen.late_primer")
        latest = last_heavy if one.heavy_legs else min(last_heavy, LIGHT_LIFT_DAYS)
        if one.kind not in ("core", *WAKES) and days < latest:
            yield in_session(one, latest - days, seen="seen.late_lift")


def _before_other_races(case: SeasonCase) -> Iterator[Spot]:
    """Long running on the day before a race on the way."""
    most = case.principles.number("quiet_day") + STEP_MIN
    eves = {one.date - timedelta(1) for one in case.sessions if one.kind == "tune_up"}
    for one in case.sessions:
        if one.discipline == "run" and one.date in eves and one.minutes > most:
            facts = {"minutes": one.minutes}
            yield in_session(one, one.minutes - most, seen="seen.before_other_race", **facts)


def _holds_both(case: SeasonCase, weekday: int) -> bool:
    """Whether the only day of the primer holds it and the last fast run."""
    minutes = [slot.minutes for slot in case.slots if slot.weekday == weekday]
    return not minutes or sum(minutes) >= BOTH_MIN


RULE = Mistake(
    "MS407",
    source="pritchard-2015",
    unit="points",
    found=found,
    principles=("quiet_day", "primer_window", "last_heavy_window"),
)

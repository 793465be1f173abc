"""Twelve kinds of fault, each planted into sound plans the way people make them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from tests.typed.grids import (
    DAYS,
    LENGTH,
    MILE_KM,
    QUIET,
    Grid,
    Week,
    fast,
    km,
    lifts,
    longest,
    races,
    week_km,
)

LONG_RACES = ("half", "marathon", "ultra")
HEAVY = "Heavy legs: back squat 5x5; deadlift 5x5"
MAXIMAL = "Max strength: back squat 5x3; deadlift 5x3"
NEW_LIFT = "Strength: Bulgarian split squats 3x10; box step-ups 3x10; Nordic curls 3x6"
JUMPS = "Plyometrics: box jumps 3x10; squat jumps 3x10"
STRENGTH = "Strength 30 min: squats 2x10; lunges 2x10"
HARD = ("6 x 800 m at 5K pace w/ 400 m jog", "30 min tempo", "8 x 400 m at 5K pace w/ 200 m jog")
REAL_WORK = re.compile(
    r"\d ?x ?(?:[4-9]\d\d|\d{4}) ?m|\d ?x ?\d(?:\.\d)? ?(?:km|mi)\b|tempo|LT", re.I
)
"""More than strides and short surges."""
MONTH = 5
"""Weeks without strength."""
GROWN = 1.6
TAPERED_KM = 20
"""A smaller week need not taper."""
DIP = 0.9


@dataclass(frozen=True)
class Planted:
    """A plan with a fault, and the weeks that hold it, counted from 1."""

    plan: Grid
    weeks: frozenset[int]


Plant = Callable[[Grid, Random], Planted | None]


@dataclass(frozen=True)
class Fault:
    """A kind of fault: the codes that name it, and how it comes about."""

    codes: frozenset[str]
    plant: Plant


def _raced(plan: Grid) -> bool:
    return any(map(races, plan.weeks[-1].values()))


def _loaded(plan: Grid, *, first: int = 3, last: int = 4) -> list[int]:
    """Places of the bigger weeks, neither at the start nor near the race."""
    places = range(first, len(plan.weeks) - last)
    return [p for p in places if week_km(plan.weeks[p]) >= 0.93 * week_km(plan.weeks[p - 1]) > 0]


def _with(plan: Grid, weeks: Mapping[int, Week]) -> Planted:
    changed = tuple(weeks.get(place, week) for place, week in enumerate(plan.weeks))
    return Planted(replace(plan, weeks=changed), frozenset(place + 1 for place in weeks))


def _told(plan: Grid, length_km: float) -> str:
    value = length_km / (MILE_KM if plan.unit == "mi" else 1)
    return f"{value:.1f} {plan.unit}".replace(".0 ", " ")


def _scaled(title: str, times: float) -> str:
    return LENGTH.sub(lambda told: f"{float(told[1]) * times:.1f} {told[2]}", title, count=1)


def _race_day(plan: Grid) -> int:
    return next(place for place, day in enumerate(DAYS) if races(plan.weeks[-1].get(day, "")))


def _is_free(title: str) -> bool:
    return not title or bool(QUIET.match(title)) or (km(title) > 0 and not fast(title))


def spike(plan: Grid, chance: Random) -> Planted | None:
    places = _loaded(plan)
    if not places:
        return None
    place = chance.choice(places)
    week = plan.weeks[place]
    before = max(
        km(title) for one in plan.weeks[max(0, place - 5) : place] for title in one.values()
    )
    before = max([before, *(km(title) for title in week.values())])
    return _with(plan, {place: {**week, longest(week): f"{_told(plan, GROWN * before)} long run"}})


def no_taper(plan: Grid, _: Random) -> Planted | None:
    biggest = max(plan.weeks[:-1], key=week_km)
    if not _raced(plan) or not week_km(plan.weeks[-1]) or week_km(biggest) < TAPERED_KM:
        return None
    full = {day: title for day, title in biggest.items() if not races(title)}
    eased = range(len(plan.weeks) - (4 if "marathon" in plan.name else 3), len(plan.weeks) - 1)
    day = _race_day(plan)
    last = {one: full.get(one, "") for one in DAYS[: day - 1]}
    longest_day = longest(full)
    last.setdefault(longest_day, "")
    if DAYS.index(longest_day) >= day - 1:
        last[DAYS[max(0, day - 4)]] = full[longest_day]
    last[DAYS[day]] = plan.weeks[-1][DAYS[day]]
    last = {one: title for one, title in last.items() if title}
    return _with(plan, {**dict.fromkeys(eased, full), len(plan.weeks) - 1: last})


def late_peak(plan: Grid, _: Random) -> Planted | None:
    if not _raced(plan) or plan.name.split("-")[0] not in LONG_RACES:
        return None
    week, peak = plan.weeks[-2], max(km(title) for one in plan.weeks for title in one.values())
    if not peak or km(week[longest(week)]) > 0.75 * peak:
        return None
    day = longest(week)
    return _with(plan, {len(plan.weeks) - 2: {**week, day: f"{_told(plan, 1.1 * peak)} long run"}})


def three_hard_days(plan: Grid, chance: Random) -> Planted | None:
    places = _loaded(plan, last=3)
    if not places:
        return None
    place = chance.choice(places)
    week = plan.weeks[place]
    rows = [DAYS[at : at + 3] for at in range(5)]
    held = longest(week)
    free = [row for row in rows if held not in row and not any(races(week.get(d, "")) for d in row)]
    row = chance.choice(free)
    return _with(plan, {place: {**week, **dict(zip(row, HARD, strict=True))}})


def heavy_before_intervals(plan: Grid, chance: Random) -> Planted | None:
    pairs = [
        (place, at)
        for place in _loaded(plan, first=1, last=2)
        for at in range(1, 7)
        if fast(plan.weeks[place].get(DAYS[at], ""))
        and REAL_WORK.search(plan.weeks[place][DAYS[at]])
        and _is_free(plan.weeks[place].get(DAYS[at - 1], ""))
    ]
    if not pairs:
        return None
    place, at = chance.choice(pairs)
    return _with(plan, {place: {**plan.weeks[place], DAYS[at - 1]: HEAVY}})


def new_lift_in_race_week(plan: Grid, _: Random) -> Planted | None:
    if not _raced(plan):
        return None
    day = DAYS[_race_day(plan) - 5]
    return _with(plan, {len(plan.weeks) - 1: {**plan.weeks[-1], day: NEW_LIFT}})


def no_lighter_week(plan: Grid, _: Random) -> Planted | None:
    if len(plan.weeks) < 11 or not week_km(plan.weeks[0]) or "alternating" in plan.name:
        return None
    weeks: dict[int, Week] = {}
    last = plan.weeks[0]
    until = len(plan.weeks) - (3 if "marathon" in plan.name else 2)
    sums = [week_km(week) for week in plan.weeks[:until]]
    if sum(after < DIP * before for before, after in pairwise(sums)) < 2:
        return None
    for place in range(1, until):
        if week_km(plan.weeks[place]) < week_km(last):
            weeks[place] = last
        else:
            last = plan.weeks[place]
    planted = _with(plan, weeks)
    return replace(planted, weeks=frozenset(range(1, len(plan.weeks)))) if weeks else None


def long_run_half_the_week(plan: Grid, _: Random) -> Planted | None:
    weeks: dict[int, Week] = {}
    for place in _loaded(plan):
        week, day = plan.weeks[place], longest(plan.weeks[place])
        others = week_km(week) - km(week[day])
        runs = sum(km(title) > 0 for title in week.values())
        untold = any(fast(title) and not km(title) for title in week.values())
        if runs < 4 or km(week[day]) < 14 or untold:
            continue
        share = 0.64 if runs < 6 else 0.56
        times = km(week[day]) * (1 / share - 1) / others
        if times < 0.95:
            weeks[place] = {d: t if d == day else _scaled(t, times) for d, t in week.items()}
    return _with(plan, weeks) if weeks else None


def jumps_for_a_novice(plan: Grid, chance: Random) -> Planted | None:
    if "novice" not in plan.name and "first" not in plan.name:
        return None
    place = chance.randrange(1, len(plan.weeks) - 3)
    week = plan.weeks[place]
    free = [day for day in DAYS if not week.get(day) or QUIET.match(week[day])]
    return _with(plan, {place: {**week, free[0]: JUMPS}})


def daily_hard(plan: Grid, chance: Random) -> Planted | None:
    places = [
        place
        for place in _loaded(plan, last=3)
        if sum(km(title) > 0 or fast(title) for title in plan.weeks[place].values()) >= 5
    ]
    if not places:
        return None
    place = chance.choice(places)
    week = dict(plan.weeks[place])
    held = longest(week)
    for at, day in enumerate(one for one in DAYS if one != held):
        week[day] = HARD[at % len(HARD)]
    return _with(plan, {place: week})


def strength_gone(plan: Grid, chance: Random) -> Planted | None:
    if len(plan.weeks) < 11:
        return None
    lifted = any(lifts(title) for week in plan.weeks for title in week.values())
    start = chance.randrange(2, len(plan.weeks) - MONTH - 3)
    weeks: dict[int, Week] = {}
    for place, week in enumerate(plan.weeks[:-2]):
        gone = start <= place < start + MONTH
        if gone:
            weeks[place] = {day: title for day, title in week.items() if not lifts(title)}
        elif not lifted:
            free = [day for day in DAYS if _is_free(week.get(day, ""))]
            weeks[place] = {**week, free[0]: STRENGTH}
    planted = _with(plan, weeks)
    return replace(planted, weeks=frozenset({start + MONTH, start + MONTH + 1, start + MONTH + 2}))


def maximal_strength_in_race_week(plan: Grid, chance: Random) -> Planted | None:
    if not _raced(plan):
        return None
    weeks: dict[int, Week] = {}
    for place, week in enumerate(plan.weeks[:-2]):
        free = [day for day in DAYS if not week.get(day) or QUIET.match(week[day])]
        if free:
            weeks[place] = {**week, free[0]: MAXIMAL}
    last = len(plan.weeks) - 1
    day = DAYS[_race_day(plan) - chance.choice((2, 3))]
    planted = _with(plan, {**weeks, last: {**plan.weeks[-1], day: MAXIMAL}})
    return replace(planted, weeks=frozenset({last + 1}))


def _fault(plant: Plant, *codes: str) -> Fault:
    return Fault(frozenset(codes), plant)


FAULTS: Mapping[str, Fault] = {
    "spike": _fault(spike, "LM101"),
    "no taper": _fault(no_taper, "LM114", "LM106", "MS404"),
    "peak long run a week out": _fault(late_peak, "MS406"),
    "three hard days in a row": _fault(three_hard_days, "PL212"),
    "heavy legs before intervals": _fault(heavy_before_intervals, "PL203"),
    "new lift in race week": _fault(new_lift_in_race_week, "MS402"),
    "no lighter week": _fault(no_lighter_week, "MS414"),
    "long run half the week": _fault(long_run_half_the_week, "LM104"),
    "jumps for a novice": _fault(jumps_for_a_novice, "MS438"),
    "daily hard": _fault(daily_hard, "PL216"),
    "strength gone for a month": _fault(strength_gone, "MS433"),
    "maximal strength in race week": _fault(maximal_strength_in_race_week, "MS407"),
}
"""A taper is three rules: its weeks, race week, and that one falls after the other."""

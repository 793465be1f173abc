"""What the days of a taper or race week hold, where their runs are short on purpose."""

from __future__ import annotations

from statistics import mean

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.rulebook.run_sizes import second_longest_km
from dovetail.rulebook.season_case import GRID_KM, SeasonCase, is_quality, longest, runs
from dovetail.rulebook.shapes import CHANGE_MIN

QUIET_MIN = (25, 30)
"""On the last day before the race, and the one before it, no run is longer (dovetail)."""
WHOLE_DAY_MIN, NOON_MIN = 1440, 720


LONG_SHARE = 0.65
"""Of the longest run: what a long run of a taper takes at most (dovetail)."""


def held_km(case: SeasonCase, week: Week) -> float:
    """Return the kilometres that the days of a week's runs hold at least, were they all used.

    A fast run is as long as it is on purpose; an easy run ends where its slot ends, where it
    would come too near to the long run, or where the race is near. A step of rounding is left
    to each.

    Source: dovetail.
    """
    return sum(
        max(run.km or 0.0, 0.0 if is_fast(run) else _most_km(case, week, run) - GRID_KM)
        for run in runs(week)
    )


def more_easy_runs(case: SeasonCase, week: Week) -> int:
    """Count the easy runs, none of them a stub, that a week's kilometres would still make.

    A long run and a fast run count with no more than they usually take.

    Source: dovetail.
    """
    usual = [run.km or 0.0 for one in case.loading for run in runs(one) if is_fast(run)]
    fast = [min(run.km or 0.0, mean(usual or [0.0])) for run in runs(week) if is_fast(run)]
    spare = week.run_km - sum(fast) - min(longest([week]), LONG_SHARE * longest(case.loading))
    easy = sum(run.kind != "long" and not is_fast(run) for run in runs(week))
    shortest = case.principles.number("shortest_run", case.runner.level)
    return max(0, int(spare * case.runner.easy_s_per_km / 60 // shortest) - easy)


def is_fast(run: Session) -> bool:
    """Whether it is a quality run, but no long one."""
    return run.kind != "long" and is_quality(run)


def _most_km(case: SeasonCase, week: Week, run: Session) -> float:
    room = _room_min(case, week, run)
    days = case.days_to_race(run.date)
    if days is not None and 0 < days <= len(QUIET_MIN):
        room = min(room, QUIET_MIN[days - 1])
    km = 60 * room / case.runner.easy_s_per_km
    peak = longest(case.loading)
    long_km = max(longest([week]), LONG_SHARE * peak) if longest([week]) else peak
    if run.kind == "long":
        return min(km, long_km)
    return min(km, second_longest_km(case.runner, long_km)) if long_km else km


def _room_min(case: SeasonCase, week: Week, run: Session) -> int:
    """What the slot of a run leaves it, beside what else stands in that slot."""
    slots = [slot for slot in case.slots if slot.weekday == run.date.weekday()]
    own = [slot for slot in slots if (slot.start < NOON_MIN) == (run.slot == "am")] or slots
    if not own:
        return WHOLE_DAY_MIN
    beside = [one for one in week.sessions if (one.date, one.slot) == (run.date, run.slot)]
    taken = sum(one.minutes + CHANGE_MIN for one in beside if one is not run)
    return max(slot.minutes for slot in own) - taken

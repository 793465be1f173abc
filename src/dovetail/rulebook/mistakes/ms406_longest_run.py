"""MS406: the longest run stands where it helps and is forgotten: two to four weeks before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dovetail.rulebook.season_case import HAIR, LONG_RACES, SeasonCase, in_session
from dovetail.rulebook.shapes import Mistake, Spot

WHOLE_FROM_KM = 12
"""Long runs are shown in whole kilometres from here on, in halves below: up to a step more
before the window is rounding, after it the legs still remember the last one."""
WEEK_BEFORE_DAYS = 8
"""So near a long race the longest run is too late, whatever stands in its window (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """A spot where none of the longest runs lies in its window.

    A window whose weeks belong to a race on the way is not asked for one; the week before a
    long race is no place for it all the same.
    """
    runner = case.runner
    row = "marathon_short" if runner.race == "marathon" and runner.short_taper else runner.race
    if case.race_on is None or runner.race == "healthy" or case.on_ladder:
        return
    first, last = case.principles.row("longest_run_days", row)
    longs = [one for one in case.sessions if one.kind == "long" and one.km is not None]
    if not longs or (case.race_on - case.weeks[0].starts).days < first:
        return
    most = max(one.km or 0.0 for one in longs)
    longest = [one for one in longs if (one.km or 0.0) > most - HAIR]
    late = all((case.race_on - one.date).days < last for one in longest)
    step = 0.5 if most < WHOLE_FROM_KM else 1.0
    near = longest if late else [one for one in longs if (one.km or 0.0) > most - step - HAIR]
    days = [(case.race_on - one.date).days for one in near]
    if any(last <= day <= first for day in days):
        return
    week_before = runner.race in LONG_RACES and late and min(days) <= WEEK_BEFORE_DAYS
    if not week_before and _raced(case, longest[-1].date.weekday(), case.race_on, (first, last)):
        return
    off = min(last - day if day < last else day - first for day in days)
    facts = {"long_km": most, "days": days[-1], "first": first, "last": last}
    yield in_session(longest[-1], off, **facts)


def _raced(case: SeasonCase, weekday: int, race_on: date, window: tuple[float, float]) -> bool:
    """Whether every week with the long run's weekday in the window belongs to another race."""
    first, last = window
    weeks = [
        week
        for week in case.weeks
        if last <= (race_on - week.starts - timedelta(weekday)).days <= first
    ]
    return all(week.number in case.near_a_race or case.before_an_early_race(week) for week in weeks)


RULE = Mistake(
    "MS406", source="dovetail", unit="days", found=found, principles=("longest_run_days",)
)

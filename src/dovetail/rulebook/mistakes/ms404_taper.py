"""MS404: the taper falls week by week, not to nothing, and keeps its rhythm and a touch of pace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean, median

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.rulebook.quiet_weeks import held_km, more_easy_runs
from dovetail.rulebook.season_case import (
    GRID_KM,
    SeasonCase,
    in_week,
    is_quality,
    longest,
    minutes_by_pace,
    runs,
)
from dovetail.rulebook.shapes import Mistake, Spot

SLACK = 0.05
"""A week of rounded runs may miss the share by so much (coaching practice)."""
QUIET_DAYS = 2
THREE, DAYS, THURSDAY, SATURDAY = 3, 7, 3, 5


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for tapers that rise, stop too soon, lose their runs or their last fast run."""
    least, fewer = (
        case.principles.number("taper", key) for key in ("race_week_least", "runs_fewer")
    )
    easier = [week for week in case.weeks if _eases(case, week)]
    loading = [week for week in case.loading if week.number not in case.on_ladder]
    if case.race_on is None or not easier or len(loading) < THREE:
        return
    for before, week in pairwise(easier):
        if week.run_km >= before.run_km > 0:
            yield in_week(week, week.run_km - before.run_km, seen="seen.taper_rises")
    usual = median(len(runs(week)) for week in loading)
    for place, week in enumerate(easier):
        low = min(_least_km(case, week, place, least), held_km(case, week))
        if _cut_short(case, week, usual - fewer):
            continue
        if week.run_km < low - GRID_KM:
            yield in_week(
                week, low - week.run_km, seen="seen.taper_too_low", least_km=round(low, 1)
            )
        raced = any(one.discipline == "race" for one in week.sessions)
        missing = usual - fewer - len(runs(week)) - raced
        missing = min(missing, more_easy_runs(case, week))
        if missing > 0:
            yield in_week(week, missing, seen="seen.taper_few_runs")
    yield from _touches(case, easier)


def _eases(case: SeasonCase, week: Week) -> bool:
    """Taper and race week; a race on Monday to Thursday has it in the week before its own."""
    early = case.race_on is not None and case.race_on.weekday() <= THURSDAY
    own = case.race_on is not None and 0 <= (case.race_on - week.starts).days < DAYS
    return week.phase in ("taper", "race") and not (early and own)


def _cut_short(case: SeasonCase, week: Week, usual: float) -> bool:
    """Whether too few days of the week are open before the race for as many runs as usual.

    The last two days hold short runs only: a week of nothing else is no measure.
    """
    days = None if case.race_on is None else (case.race_on - week.starts).days
    if days is None or not 0 <= days < DAYS:
        return False
    open_before = sum(day < days for day in case.open_days)
    only_quiet = not any(day < days - QUIET_DAYS for day in case.open_days)
    return days < SATURDAY or open_before < usual or only_quiet


def _least_km(case: SeasonCase, week: Week, place: int, least: float) -> float:
    """The least that a week of the taper runs: its share, less the slack."""
    reference = mean(sorted((one.run_km for one in case.loading), reverse=True)[:THREE])
    runner = case.runner
    row = "marathon_short" if runner.race == "marathon" and runner.short_taper else runner.race
    shares = case.principles.row("taper_share", row)
    share = shares[min(place, len(shares) - 1)]
    if week.phase == "taper":
        return (share - SLACK) * reference
    beside = case.principles.number("race_week_share") * (reference - longest(case.loading))
    return least * max(0.0, min(shares[-1] * reference, beside))


def _touches(case: SeasonCase, easier: list[Week]) -> Iterator[Spot]:
    """A fast run a week, the last of them four or five days before the race, if days allow."""
    last_first, last_last = case.principles.row("taper", "last_touch")
    fast = [one for one in case.sessions if is_quality(one)]
    assert case.race_on is not None
    if not fast or case.plan.goal.outlook == "finish_safely":
        return
    for week in easier:
        if week.phase == "taper" and not any(map(_touch_of, runs(week))):
            yield in_week(week, 1, seen="seen.taper_no_touch")
    window = [case.race_on - timedelta(days=days) for days in (last_first, last_last)]
    near = [one for one in case.sessions if window[0] <= one.date <= window[1]]
    possible = any(_may_be_fast(case, day) and day >= easier[-1].starts for day in window)
    starts_before = case.weeks[0].starts <= window[0]
    if possible and starts_before and not any(map(_touch_of, near)):
        yield in_week(easier[-1], 1, seen="seen.taper_last_touch")


def _may_be_fast(case: SeasonCase, day: date) -> bool:
    """Whether a day is open, and not the one after a long run."""
    eve = day - timedelta(days=1)
    return day.weekday() in case.open_days and not any(
        one.date == eve and one.kind == "long" for one in case.sessions
    )


def _touch_of(run: Session) -> bool:
    if run.discipline != "run":
        return False
    paces = any(pace != "easy" for pace in minutes_by_pace(run))
    return is_quality(run) or paces or any(step.part == "strides" for step in run.steps)


RULE = Mistake(
    "MS404",
    source="bosquet-2007",
    unit="points",
    found=found,
    principles=("taper", "taper_share", "race_week_share", "second_longest", "shortest_run"),
)

"""MS413: a lighter week has a shorter long run and less that is fast, and adds no weight."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.plan import Week
from dovetail.rulebook.season_case import (
    GRID_KM,
    SMALL_KM,
    SeasonCase,
    in_session,
    in_week,
    lifts,
    minutes_by_pace,
    quality_runs,
    races,
)
from dovetail.rulebook.shapes import Mistake, Spot


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for lighter weeks that are lighter only by name.

    A long run is measured by the last one, or by the last that no race on the way was near,
    whichever is longer.
    """
    number = case.principles.number
    least, most = number("lighter_long", "least"), number("lighter_long", "most")
    check_run = number("check_run")
    for week in case.weeks:
        before = case.loading_before(week)
        if (
            not week.lighter
            or week.phase == "recovery"
            or not before
            or week.number in case.on_ladder
        ):
            continue
        for lift in lifts(week):
            if any(line.load_rule == "step" for line in lift.working_lines()):
                yield in_session(lift, 1, seen="seen.lighter_heavier")
        if races(week) or before[-1].number in case.on_ladder or before[-1].run_km < SMALL_KM:
            continue
        quiet = [one for one in before if one.number not in case.near_a_race]
        measure = max((before[-1], *quiet[-1:]), key=lambda one: one.long_run_km)
        yield from _long(week, measure, least, most)
        fast, was = len(quality_runs(week)), len(quality_runs(before[-1]))
        if was and fast >= was and _fast_min(week) > check_run:
            yield in_week(week, fast - was + 1, seen="seen.lighter_fast")


def _long(week: Week, last: Week, least: float, most: float) -> Iterator[Spot]:
    facts = {"long_km": week.long_run_km, "before_km": last.long_run_km}
    if not last.long_run_km:
        return  # a race took its place, and nothing is there to measure by
    if week.long_run_km > most * last.long_run_km + GRID_KM:
        over = week.long_run_km - most * last.long_run_km
        yield in_week(week, over, seen="seen.lighter_long", **facts)
    if 0 < week.long_run_km < least * last.long_run_km - GRID_KM:
        under = least * last.long_run_km - week.long_run_km
        yield in_week(week, under, seen="seen.lighter_short", **facts)


def _fast_min(week: Week) -> float:
    """Minutes of work in the fast runs; one check run may stand in a lighter week."""
    return sum(sum(minutes_by_pace(run).values()) for run in quality_runs(week))


RULE = Mistake(
    "MS413", source="dovetail", unit="points", found=found, principles=("lighter_long", "check_run")
)

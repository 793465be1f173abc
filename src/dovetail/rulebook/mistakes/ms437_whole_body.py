"""MS437: every week trains everything that a runner needs, and most of it is legs."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.plan import Week
from dovetail.rulebook.intensity import lower_sets
from dovetail.rulebook.season_case import SeasonCase, in_week, whole_lifts
from dovetail.rulebook.shapes import Mistake, Spot

NEEDED = frozenset(
    {"squat", "hinge", "single_leg", "calf", "push", "pull", "anti_rotation", "balance"}
)


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for what a week leaves out, where two sessions are long enough for everything."""
    number = case.principles.number
    least_min, peak = number("whole_body", "least_min"), number("whole_body", "peak")
    for week in case.weeks:
        lifts = [lift for lift in whole_lifts(week) if lift.minutes >= least_min]
        trained = {
            one
            for lift in whole_lifts(week)
            for line in lift.working_lines()
            for one in line.trains
        }
        trained |= {"squat"} if "lunge" in trained else set()  # a squat on one leg
        if week.number in case.near_a_race or not lifts:
            continue
        if week.phase == "peak" and not week.lighter and len(NEEDED & trained) < peak:
            yield in_week(week, peak - len(NEEDED & trained), seen="seen.peak_trains_little")
        if week.phase in ("base", "build") and len(lifts) > 1:
            yield from _full_week(case, week, trained)


def _full_week(case: SeasonCase, week: Week, trained: set[str]) -> Iterator[Spot]:
    number = case.principles.number
    missing = sorted(NEEDED - trained)
    if missing:
        yield in_week(week, len(missing), seen="seen.not_trained", pattern=f"patterns.{missing[0]}")
    lines = [line for lift in whole_lifts(week) for line in lift.working_lines()]
    calves = sum("calf" in line.trains for line in lines if line.pattern != "jump")
    stabilizes = week.strength_phase == "stabilization"
    wanted = number("whole_body", "calves_first" if stabilizes else "calves")
    if calves < wanted:
        yield in_week(week, wanted - calves, seen="seen.few_calves", wanted=wanted)
    every = sum(line.sets for line in lines if line.pattern != "jump")
    legs = all(lift.kind != "upper" for lift in whole_lifts(week))
    share_pct = round(100 * lower_sets(week) / every) if every else 100
    if legs and share_pct < round(100 * number("whole_body", "legs")):
        yield in_week(week, 1, seen="seen.few_legs", share_pct=share_pct)


RULE = Mistake("MS437", source="dovetail", unit="times", found=found, principles=("whole_body",))

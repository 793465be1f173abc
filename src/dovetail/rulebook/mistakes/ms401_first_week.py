"""MS401: the first week looks like the last one: as much running, no longer, nothing fast."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.plan import Week
from dovetail.domain.units import shown_km_down
from dovetail.rulebook.season_case import (
    GRID_KM,
    HAIR,
    SAYS_WHY,
    SeasonCase,
    in_session,
    in_week,
    is_loading,
    lifts,
    runs,
)
from dovetail.rulebook.shapes import CHANGE_MIN, Mistake, Spot
from dovetail.rulebook.strains import START_MIN

FAST = ("threshold", "interval", "repetition", "race_pace")


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots where week 1 asks more than the runner does, or much less than the days hold."""
    number = case.principles.number
    least, most = number("first_week", "least"), number("first_week", "most")
    if not case.weeks or not is_loading(case.weeks[0]) or 1 in case.on_ladder:
        return
    week, running = case.weeks[0], case.plan.athlete.running
    facts = {"week_km": week.run_km, "usual_km": running.weekly_km}
    if running.weekly_km and week.run_km > most * running.weekly_km + GRID_KM:
        yield in_week(week, week.run_km - running.weekly_km, seen="seen.first_more", **facts)
    room = min(running.weekly_km, _room_km(case, week))
    told = SAYS_WHY & {reason.code for reason in week.reasons}
    if week.run_km < least * room - GRID_KM and not told:
        yield in_week(week, room - week.run_km, seen="seen.first_less", **facts)
    yield from _sessions(case, week)


def _sessions(case: SeasonCase, week: Week) -> Iterator[Spot]:
    longest, sets = (
        case.plan.athlete.running.longest_km,
        case.principles.number("first_week", "sets"),
    )
    for run in runs(week):
        if longest and run.km is not None and run.km > longest + GRID_KM + HAIR:
            facts = {"run_km": run.km, "longest_km": longest}
            yield in_session(run, run.km - longest, seen="seen.first_long", **facts)
        if run.kind in FAST:
            yield in_session(run, 1, seen="seen.first_fast")
    for lift in lifts(week):
        over = max((line.sets for line in lift.working_lines()), default=0) - sets
        if over > 0:
            yield in_session(lift, over, seen="seen.first_sets", sets=sets)


def _room_km(case: SeasonCase, week: Week) -> float:
    """Kilometres that the slots hold beside the week's strength, each run within its limits.

    Where no run may be longer than the longest one so far, days are short as well as slots.
    """
    number = case.principles.number
    long_min = number("long_time", case.runner.race, case.runner.level)
    told = case.plan.athlete.running.longest_km
    longest = shown_km_down(min(told, long_min * 60 / case.runner.easy_s_per_km))
    short = longest < number("second_longest", "short_below")
    other = longest * number("second_longest", "short_share" if short else "share")
    taken = {
        (lift.date.weekday(), START_MIN[lift.slot]): lift.minutes + CHANGE_MIN
        for lift in lifts(week)
    }
    left = [slot.minutes - taken.get((slot.weekday, slot.start), 0) for slot in case.slots]
    fit = sorted(
        (max(0, minutes) * 60 / case.runner.easy_s_per_km for minutes in left), reverse=True
    )
    caps = [longest, *[other] * max(0, case.runner.runs_per_week - 1)]
    return sum(min(pair) for pair in zip(fit, caps, strict=False)) if case.slots else longest


RULE = Mistake(
    "MS401",
    source="dovetail",
    unit="points",
    found=found,
    principles=("first_week", "second_longest", "long_time"),
)

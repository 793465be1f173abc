"""Volume and long run of every season: what a coach sees at a glance, or a runner feels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from tests.properties.everybody import People
from tests.seasons import Season, is_loading, runs_of

from dovetail.domain.plan import Week

Says = Iterator[str]
FEW = 0.04
"""Of likely people's seasons: those whose slots no two weeks share alike."""
BOUND = {"AI002", "AI111", "AI112"}
"""Codes that say what a week does not hold, and why."""
FALL, LEAP, LEAP_BELOW_20_KM = 0.08, 0.15, 0.20
ROUNDING_KM = 0.6
NEAR_KM = 8.0
KEPT = 0.8
"""Of the first loading week of a block, by its last."""


def few(everybody: People) -> float:
    """So few seasons of likely people."""
    return FEW * len(everybody.likely_seasons)


def first_week(season: Season) -> Says:
    """Check 1: 95 to 105 % of what is run today, or the week says what does not hold it."""
    week, running = season.weeks[0], season.athlete.running
    if week.phase != "base" or not running.weekly_km or week.number in season.on_ladder:
        return
    said = {reason.code for reason in week.reasons} & BOUND
    if not said and not 0.95 <= week.run_km / running.weekly_km <= 1.05 + ROUNDING_KM / 10:
        yield f"week 1 runs {week.run_km} km, used to {running.weekly_km}"


def raced(season: Season) -> set[int]:
    """Weeks with a race, and those after one."""
    races = [week.number for week in season.weeks if any(map(is_race, week.sessions))]
    return {number + by for number in races for by in (0, 1)}


def is_race(session: object) -> bool:
    return getattr(session, "discipline", None) == "race"


def neighbours(season: Season) -> Iterator[tuple[Week, Week]]:
    """Loading weeks that follow one another, away from races, blocks' ends and the ladder."""
    away = raced(season) | season.on_ladder
    ends = {week.number for week in season.weeks if week.phase == "recovery"}
    tapers = [week.number for week in season.weeks if week.phase in ("taper", "race")]
    last = min(tapers, default=0) - 1
    for before, week in pairwise(season.loading):
        between = set(range(before.number, week.number))
        if {before.number, week.number} & away or between & ends or week.number == last:
            continue
        yield before, week


def zig_zag(season: Season) -> Says:
    """Check 12: no loading week falls by more than 8 % or leaps by more than 15."""
    for before, week in neighbours(season):
        change = week.run_km / before.run_km - 1
        leap = LEAP_BELOW_20_KM if before.run_km < 20 else LEAP
        if change < -FALL or week.run_km > (1 + leap) * before.run_km + ROUNDING_KM:
            yield f"week {week.number}: {week.run_km} km after {before.run_km}"


def neighbours_alike(season: Season) -> Says:
    """B12: easy runs on neighbouring days differ by a kilometre where both are over eight."""
    for week in season.loading:
        easy = [run for run in runs_of(week) if run.kind in ("easy", "recovery")]
        for one, other in pairwise(sorted(easy, key=lambda run: (run.date, run.slot))):
            if other.date - one.date != timedelta(days=1):
                continue
            km = (one.km or 0.0, other.km or 0.0)
            if min(km) > NEAR_KM and abs(km[0] - km[1]) < 1.0:
                yield f"week {week.number}: {km[0]} and {km[1]} km on neighbouring days"


def others_beside_the_long_run(season: Season) -> Says:
    """Check 18: no run of a week with a long run comes too near to it.

    Where the shortest run worth going for is nearly the long run, there is nothing to cut.
    """
    shortest = season.library.principles.number("shortest_run", season.profile.level)
    shortest_km = shortest * 60 / season.profile.easy_s_per_km
    for week in season.weeks:
        long_km = max((run.km or 0.0 for run in runs_of(week) if run.kind == "long"), default=0.0)
        share = 0.9 if long_km < 10 else 0.75
        if not long_km or share * long_km < shortest_km:
            continue
        for run in runs_of(week):
            if run.kind != "long" and (run.km or 0.0) > share * long_km + 0.05:
                yield f"{run.id} {run.km} km beside a long run of {long_km}"


def test_week_1_holds_what_is_run_today_or_says_why_not(everybody: People) -> None:
    assert everybody.likely_with_complaints(first_week) == {}


def test_few_seasons_go_up_and_down(everybody: People) -> None:
    told = everybody.likely_with_complaints(zig_zag)

    assert len(told) <= few(everybody), told


def shrinks_away(season: Season) -> Says:
    """A line that bounds itself by what it held last would fall week by week."""
    for block in blocks(season):
        loading = [week.run_km for week in block if week.number not in season.on_ladder]
        if loading and loading[-1] < KEPT * loading[0]:
            yield f"{loading[0]:g} km falls to {loading[-1]:g} km"


def blocks(season: Season) -> Iterator[list[Week]]:
    """The loading weeks of each block, without those beside a race and the last of all."""
    tapers = [week.number for week in season.weeks if week.phase in ("taper", "race")]
    beside = raced(season) | {min(tapers, default=0) - 1}
    block: list[Week] = []
    for week in season.weeks:
        if week.phase == "recovery":
            yield block
            block = []
        elif is_loading(week) and week.number not in beside:
            block.append(week)
    yield block


def test_no_season_shrinks_away(everybody: People) -> None:
    assert everybody.complaints(shrinks_away) == []


def test_easy_runs_on_neighbouring_days_differ(everybody: People) -> None:
    told = everybody.likely_with_complaints(neighbours_alike)

    assert len(told) <= few(everybody), told


def test_one_long_run_clearly(everybody: People) -> None:
    told = everybody.likely_with_complaints(others_beside_the_long_run)

    assert len(told) <= few(everybody), told


def test_no_run_is_shorter_than_is_worth_going_for(everybody: People) -> None:
    def stubs(season: Season) -> Says:
        least = season.library.principles.number("shortest_run", season.profile.level)
        for week in season.weeks:
            for run in runs_of(week):
                easy = run.kind in ("easy", "recovery") and week.phase != "race"
                if easy and week.number not in season.on_ladder and run.minutes < least:
                    yield f"{run.id} {run.minutes} min"

    assert len(everybody.likely_with_complaints(stubs)) <= few(everybody)


def test_checks_see_loading_weeks(everybody: People) -> None:
    loading = sum(is_loading(week) for season in everybody.seasons for week in season.weeks)
    compared = sum(1 for season in everybody.seasons for _ in neighbours(season))

    assert compared > 0.5 * loading

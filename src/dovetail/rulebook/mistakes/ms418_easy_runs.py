"""MS418: no easy run is too short to be worth the shoes, and not all of them are the same."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.rulebook.season_case import GRID_KM, SeasonCase, in_session, in_week, is_loading, runs
from dovetail.rulebook.shapes import Mistake, Spot

THREE = 3
EASY = ("easy", "recovery")


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for stubs of runs, and for weeks whose easy runs are all alike.

    Runs of the shortest length are alike because none can give way to another.
    """
    least = case.principles.number("shortest_run", case.runner.level)
    slack_min = GRID_KM * case.runner.easy_s_per_km / 60
    for week in case.weeks:
        easy = [run for run in runs(week) if run.kind in EASY]
        if week.phase not in ("race", "recovery") and week.number not in case.on_ladder:
            for run in easy:
                if run.minutes < least - slack_min:
                    yield in_session(run, least - run.minutes, seen="seen.stub", least_min=least)
        lengths = {run.km for run in easy}
        longer = any(run.minutes > least + slack_min for run in easy)
        if is_loading(week) and len(easy) >= THREE and len(lengths) == 1 and longer:
            yield in_week(week, len(easy), seen="seen.all_alike")


RULE = Mistake("MS418", source="dovetail", unit="points", found=found, principles=("shortest_run",))

"""MS457: a run went far over the longest of thirty days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dovetail.domain.log_window import LogWindow
from dovetail.rulebook.cases import DoneRun, longest_before
from dovetail.rulebook.logged_work import spot_of
from dovetail.rulebook.season_case import HAIR
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot

WINDOW_DAYS = 30


def see(case: LogCase) -> Iterator[Spot]:
    """Runs of the week that are longer by more than a watch's error than plans would allow.

    Races are no training runs. Silent where one of the weeks before tells nothing, since its
    runs are not known.
    """
    number, window = case.principles.number, case.window
    timeline = _timeline(window)
    for one in window.week.work:
        if one.discipline != "run" or one.km is None or not _is_known(window, one.on):
            continue
        longest = longest_before(timeline, one.on)
        if longest is None or not longest:
            continue
        over = one.km - max(number("spike", "share") * longest, longest + number("spike", "km"))
        if over > HAIR:
            yield spot_of(case, one, one.km - longest, run_km=one.km, longest_km=longest)


def _timeline(window: LogWindow) -> Sequence[DoneRun]:
    """All that was run, and what the athlete told before the plan began."""
    runs = [
        DoneRun(on=one.on, km=one.km, race=one.discipline == "race")
        for week in window.weeks
        for one in week.work
        if one.runs and one.km is not None
    ]
    starts = _plan_starts(window)
    if window.told_longest is not None and starts is not None:
        said_on, km = window.told_longest
        runs += [DoneRun(on=day - timedelta(1), km=km) for day in {said_on, starts} if km]
    return runs


def _plan_starts(window: LogWindow) -> date | None:
    return next((week.starts for week in window.weeks if week.plan is not None), None)


def _is_known(window: LogWindow, on: date) -> bool:
    """Whether the thirty days before a run are told, by the log or by the athlete's own word."""
    said_on = window.told_longest[0] if window.told_longest else None
    first = on - timedelta(WINDOW_DAYS)
    since = first if said_on is None else max(first, said_on)
    return all(
        week.is_known
        for week in window.weeks
        if week.starts + timedelta(6) >= since and week.starts <= on and week.starts >= since
    )


RULE = LogMistake("MS457", source="frandsen-2025", unit="km", see=see, principles=("spike",))

"""MS458: heavy legs were lifted the day before a key run, which then met tired legs."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import ONE_DAY, WorkDone
from dovetail.rulebook.logged_work import has_heavy_legs, is_key, spot_of
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """Key runs of the week with heavy legs on the day before, where the plan has them apart.

    A lift of the morning and a run of the next evening are a full day apart.
    """
    window = case.window
    for run in window.week.work:
        if not run.runs or not is_key(run.asked):
            continue
        before = (one for one in window.on(run.on - ONE_DAY) if has_heavy_legs(one))
        if any(not _as_planned(lift, run) and not _a_day_apart(lift, run) for lift in before):
            yield spot_of(case, run, 1, days=1)


def _as_planned(lift: WorkDone, run: WorkDone) -> bool:
    return all(one.asked is not None and one.asked.date == one.on for one in (lift, run))


def _a_day_apart(lift: WorkDone, run: WorkDone) -> bool:
    halves = [one.asked.slot if one.asked else None for one in (lift, run)]
    return halves == ["am", "pm"]


RULE = LogMistake("MS458", source="doma-2019", unit="times", see=see)

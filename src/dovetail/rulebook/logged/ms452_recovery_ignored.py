"""MS452: recovery was passed over: no day off, short nights, or hard work on red mornings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from dovetail.domain.log_window import ONE_DAY, WorkDone
from dovetail.rulebook.logged_work import is_hard, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """One spot for all that shows, with what shows first; the amount is how many of three."""
    signs = (("no_day_off", _no_day_off), ("short_nights", _short_nights), ("reds", _reds))
    shown = [name for name, shows in signs if shows(case)]
    if shown:
        number = case.principles.number
        yield spot(
            case,
            len(shown),
            seen=f"ignored.{shown[0]}",
            fix=f"ignored_fix.{shown[0]}",
            days=int(number("recovery_ignored", "days")),
            sleep_h=round(case.window.week.sleep_h or 0.0, 1),
            reds=len(_trained_through(case)),
        )


def _no_day_off(case: LogCase) -> bool:
    """Training on so many days in a row, on some of which the plan had none."""
    window, length = case.window, int(case.principles.number("recovery_ignored", "days"))
    trained = {day for week in window.weeks for day in week.trained_on}
    asked = {day for week in window.weeks for day in week.asked_on}
    ends = (window.until - back * ONE_DAY for back in range(window.until.weekday() + 1))
    rows = ([end - back * ONE_DAY for back in range(length)] for end in ends)
    return any(trained.issuperset(row) and not asked.issuperset(row) for row in rows)


def _short_nights(case: LogCase) -> bool:
    sleep = case.window.week.sleep_h
    return sleep is not None and sleep < case.principles.number("recovery_ignored", "sleep_h")


def _reds(case: LogCase) -> bool:
    return len(_trained_through(case)) >= case.principles.number("recovery_ignored", "reds")


def _trained_through(case: LogCase) -> list[WorkDone]:
    """Hard work on red mornings of two weeks, no easier than it was asked."""
    window = case.window
    reds = {day for week in window.weeks for day in week.reds}
    first = window.until - timedelta(days=13)
    found = [
        one
        for one in window.work(14)
        if one.on in reds and one.on >= first and is_hard(one, case.principles)
    ]
    return found if any(one.on >= window.week.starts for one in found) else []


RULE = LogMistake(
    "MS452",
    source="coach-t",
    unit="times",
    see=see,
    principles=("recovery_ignored", "felt_hard"),
)

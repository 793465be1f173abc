"""MS464: a place hurts more from day to day, and the training goes on."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.signals import PainCourse, PainDay
from dovetail.rulebook.logged_work import spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """Places told on three days and more of two weeks, each time no better, at last clearly worse.

    Days of running or of lifting lie between the first of them and the last.
    """
    for pain in case.window.pains:
        days = _row(case, pain)
        if len(days) < case.principles.number("pain_rising", "told"):
            continue
        rise = _felt(days[-1]) - _felt(days[0])
        last = days[-1].on >= case.window.week.starts
        if last and rise >= case.principles.number("pain_rising", "rise") and _trains(case, days):
            yield spot(
                case,
                rise,
                site=f"sites.{pain.site}",
                first=_felt(days[0]),
                last=_felt(days[-1]),
            )


def _row(case: LogCase, pain: PainCourse) -> list[PainDay]:
    """Return the last days told that never got better from one to the next."""
    within = case.principles.number("pain_rising", "days")
    lately = [day for day in pain.told if (case.window.until - day.on).days < within]
    row: list[PainDay] = []
    for day in lately:
        row = [*row, day] if row and _felt(day) >= _felt(row[-1]) else [day]
    return row


def _felt(day: PainDay) -> float:
    return max(day.worst, day.next_morning or 0.0)


def _trains(case: LogCase, days: list[PainDay]) -> bool:
    between = (
        one.on
        for week in case.window.weeks
        for one in week.work
        if one.discipline != "other" and days[0].on <= one.on <= days[-1].on
    )
    return len(set(between)) >= case.principles.number("pain_rising", "trained")


RULE = LogMistake(
    "MS464", source="silbernagel-2007", unit="points", see=see, principles=("pain_rising",)
)

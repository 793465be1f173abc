"""MS465: a taper week ran on as before: fresh legs are the last thing that training can give."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import WeekDone
from dovetail.rulebook.logged_work import run_minutes, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """Weeks of taper and of the race with more running than the whole week was to hold."""
    week, number = case.window.week, case.principles.number
    if week.plan is None or week.plan.phase not in ("taper", "race"):
        return
    raced = [one.on for one in week.work if one.discipline == "race"]
    before = [one for one in week.work if not raced or one.on < min(raced)]
    done, asked = run_minutes(before), _asked_minutes(week)
    spare = max((number("taper_loaded", "share") - 1) * asked, number("taper_loaded", "min"))
    if asked and done > asked + spare:
        yield spot(case, done - asked, done_min=round(done), asked_min=round(asked))


def _asked_minutes(week: WeekDone) -> float:
    return sum(one.minutes for one in week.asked if one.discipline == "run")


RULE = LogMistake("MS465", source="bosquet-2007", unit="min", see=see, principles=("taper_loaded",))

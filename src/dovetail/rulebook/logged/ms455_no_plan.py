"""MS455: training went its own way, beside the plan: what is random has no time to grow."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import WeekDone, WorkDone
from dovetail.rulebook.logged_work import loads, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot

WEEKS = 2
LEAST = 2
"""Sessions owed, and trainings done, of which a share says anything (dovetail)."""


def see(case: LogCase) -> Iterator[Spot]:
    """Two weeks in which much was trained, and little of it as asked.

    Who did not train is not random: a week with less than half of what was owed is silent.
    """
    weeks = case.window.last(WEEKS)
    if not weeks or not all(loads(week) for week in weeks):
        return
    number = case.principles.number
    shares = [_fitting(case, week) for week in weeks]
    strays = [_off_plan(week) for week in weeks]
    loose = all(share is not None and share < number("random", "fits") for share in shares)
    stray = all(share > number("random", "off_plan") for share in strays)
    if loose or stray:
        fits = [share for share in shares if share is not None]
        worst = 100 * (min(fits) if loose else 1 - max(strays))
        yield spot(case, 100 - worst, share_pct=round(worst))


def _fitting(case: LogCase, week: WeekDone) -> float | None:
    owed = week.owed
    if len(owed) < LEAST or len(week.work) < max(LEAST, len(owed) / 2):
        return None
    done = {one.asked.id: one for one in week.work if one.asked is not None}
    near = case.principles.number("random", "minutes")
    fits = [one for one in owed if one.id in done and _fits(done[one.id], near)]
    return len(fits) / len(owed)


def _fits(work: WorkDone, near: float) -> bool:
    """Whether a session was done as such; lifts take as long as they take."""
    if work.asked is None:
        return False
    if work.discipline != "run" or not work.asked.minutes:
        return work.status == "done" or work.discipline == "race"
    return abs(work.minutes - work.asked.minutes) <= near * work.asked.minutes


def _off_plan(week: WeekDone) -> float:
    """Return the share of a week's load that nobody asked."""
    if week.load_au <= 0:
        return 0.0
    return sum(one.load_au for one in week.work if one.asked is None) / week.load_au


RULE = LogMistake("MS455", source="coach-t", unit="%", see=see, principles=("random",))

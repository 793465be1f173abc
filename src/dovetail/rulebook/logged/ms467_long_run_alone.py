"""MS467: the long run carried the week, because the other runs were left out."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import WeekDone, WorkDone
from dovetail.rulebook.logged_work import loads, spot_of
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot

RUNS = 3
"""A plan of fewer runs a week has nothing to share with (dovetail)."""


def see(case: LogCase) -> Iterator[Spot]:
    """Weeks whose longest run is half of the kilometres and more, and far more than planned."""
    week, number = case.window.week, case.principles.number
    if not week.is_whole or not loads(week) or _is_excused(week):
        return
    runs = [one for one in week.work if one.runs]
    if any(one.km is None or one.discipline == "race" for one in runs) or _asked(week) is None:
        return
    total = sum(one.km or 0.0 for one in runs)
    longest = max(runs, key=_km, default=None)
    if longest is None or longest.minutes < number("long_alone", "min") or not total:
        return
    share, asked = 100 * _km(longest) / total, _asked(week) or 0.0
    if share >= number("long_alone", "pct") and share >= asked + number("long_alone", "over_pct"):
        yield spot_of(case, longest, share - asked, share_pct=round(share), asked_pct=round(asked))


def _is_excused(week: WeekDone) -> bool:
    """Whether a run that was left out had its reason."""
    done = {one.asked.id for one in week.work if one.asked is not None}
    owed = {one.id for one in week.owed}
    return any(
        one.discipline == "run" and one.id not in done and one.id not in owed for one in week.asked
    )


def _km(work: WorkDone) -> float:
    return work.km or 0.0


def _asked(week: WeekDone) -> float | None:
    """Return the longest run's share of what the plan asks; None where few runs are asked."""
    runs = [one.km for one in week.asked if one.discipline == "run" and one.km]
    return 100 * max(runs) / sum(runs) if len(runs) >= RUNS else None


RULE = LogMistake("MS467", source="dovetail", unit="%", see=see, principles=("long_alone",))

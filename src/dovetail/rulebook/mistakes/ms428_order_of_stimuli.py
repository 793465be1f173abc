"""MS428: hills and strides come before threshold, and threshold before intervals."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.session import Session
from dovetail.rulebook.season_case import SeasonCase, in_session, is_quality
from dovetail.rulebook.shapes import Mistake, Spot

GENTLE = ("strides", "hills")


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for fast running that comes before what prepares it."""
    earliest = case.principles.number("intervals_from", "week")
    numbers = {one.id: week.number for week in case.weeks for one in week.sessions}
    runs = [one for one in case.sessions if one.discipline == "run" and one.id in numbers]
    gentle = next((one for one in runs if _gentle(one)), None)
    threshold = next((one for one in runs if one.kind == "threshold"), None)
    fast = next((one for one in runs if _fast(one)), None)
    if gentle and threshold and numbers[threshold.id] < numbers[gentle.id]:
        yield in_session(threshold, 1, seen="seen.threshold_first")
    if threshold and fast and numbers[fast.id] < numbers[threshold.id]:
        yield in_session(fast, 1, seen="seen.fast_first")
    intervals = [one for one in runs if _paced(one, "interval")]
    if intervals and case.runner.level == "beginner":
        yield in_session(intervals[0], 1, seen="seen.beginner_intervals")
    elif intervals and (week := numbers[intervals[0].id]) < earliest:
        yield in_session(intervals[0], earliest - week, seen="seen.early_intervals", week=earliest)


def _gentle(run: Session) -> bool:
    return run.kind in GENTLE or any(step.part == "strides" for step in run.steps)


def _fast(run: Session) -> bool:
    """Intervals and race pace, where they are run by pace; by effort they are play."""
    paced = any(step.part == "work" and step.target.s_per_km for step in run.steps)
    return is_quality(run) and paced and run.kind in ("interval", "race_pace")


def _paced(run: Session, pace: str) -> bool:
    return any(step.target.pace == pace for step in run.steps)


RULE = Mistake(
    "MS428", source="dovetail", unit="weeks", found=found, principles=("intervals_from",)
)

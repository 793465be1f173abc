"""MS425: a quality run has work worth its warm-up, and a warm-up worth its work."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.session import Session
from dovetail.rulebook.intensity import work_min, work_pace
from dovetail.rulebook.season_case import SeasonCase, in_session, is_quality
from dovetail.rulebook.shapes import Mistake, Spot

SIZED = ("threshold", "interval", "repetition")
SLACK_MIN = 0.5


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for too little work, and for too little running before and after it."""
    number = case.principles.number
    share, warm, by_feel, cool = (
        number("quality_frame", key) for key in ("floor_share", "warm_up", "by_feel", "cool_down")
    )
    full = {one.id for week in case.loading for one in week.sessions}
    for run in case.sessions:
        if not is_quality(run) or run.kind == "long":
            continue
        pace, work = work_pace(run), work_min(run)
        if pace in SIZED and run.id in full and work:
            least = share * number("quality_floor", pace, case.runner.level)
            if work < least - SLACK_MIN:
                yield in_session(run, least - work, seen="seen.little_work", least_min=least)
        before, after = (_minutes(run, part) for part in ("warm_up", "cool_down"))
        wanted = warm if pace and case.runner.level != "beginner" else by_feel
        if before < wanted - SLACK_MIN:
            yield in_session(run, wanted - before, seen="seen.short_warm_up", least_min=wanted)
        if after < cool - SLACK_MIN:
            yield in_session(run, cool - after, seen="seen.short_cool_down", least_min=cool)


def _minutes(run: Session, part: str) -> float:
    """Minutes of warming up or cooling down; what is told in kilometres at the run's own mean."""
    mean_min = run.minutes / run.km if run.km else 0.0
    return sum(
        step.repeat * (step.minutes if step.minutes is not None else (step.km or 0.0) * mean_min)
        for step in run.steps
        if step.part == part
    )


RULE = Mistake(
    "MS425",
    source="dovetail",
    unit="min",
    found=found,
    principles=("quality_frame", "quality_floor"),
)

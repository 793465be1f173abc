"""MS456: easy runs were run too hard: they tire the legs and make nothing faster."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import WorkDone
from dovetail.rulebook.logged_work import is_easy, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot

DAYS = 14


def see(case: LogCase) -> Iterator[Spot]:
    """Half and more of the easy runs of two weeks, told harder than they were asked."""
    number = case.principles.number
    runs = [one for one in case.window.work(DAYS) if _is_told_easy(one)]
    hard = [one for one in runs if _over(one) >= number("easy_too_hard", "over")]
    if len(runs) < number("easy_too_hard", "least") or not _lately(case, hard):
        return
    if len(hard) >= number("easy_too_hard", "share") * len(runs):
        yield spot(case, len(hard), runs=len(runs), hard=len(hard), told_rpe=max(map(_told, hard)))


def _is_told_easy(work: WorkDone) -> bool:
    return is_easy(work.asked) and work.rpe is not None


def _over(work: WorkDone) -> float:
    asked = work.asked.rpe if work.asked is not None else None
    return 0.0 if asked is None or work.rpe is None else work.rpe - asked[1]


def _told(work: WorkDone) -> float:
    return work.rpe or 0.0


def _lately(case: LogCase, hard: list[WorkDone]) -> bool:
    return any(one.on >= case.window.week.starts for one in hard)


RULE = LogMistake(
    "MS456", source="seiler-2010", unit="runs", see=see, principles=("easy_too_hard",)
)

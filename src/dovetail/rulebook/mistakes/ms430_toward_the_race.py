"""MS430: the last weeks before the taper turn toward the race."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.rulebook.race_paces import BY_EFFORT, SPECIFIC
from dovetail.rulebook.season_case import SeasonCase, in_week, minutes_by_pace, quality_runs
from dovetail.rulebook.shapes import Mistake, Spot


def found(case: SeasonCase) -> Iterator[Spot]:
    """A spot where less than half of the fast minutes belong to the race, or less than before."""
    weeks = round(case.principles.number("toward_race", "weeks"))
    least, plenty = (case.principles.number("toward_race", key) for key in ("share", "plenty"))
    if case.race_on is None or case.runner.race not in SPECIFIC:
        return
    few = len(case.loading) < case.principles.number("toward_race", "of_weeks")
    if few or case.runner.bone_history:
        return
    last, before = case.loading[-weeks:], case.loading[-2 * weeks : -weeks]
    share = _share(case, last)
    if len(last) < weeks or share is None:
        return
    facts = {"share_pct": round(100 * share), "weeks": weeks}
    earlier = _share(case, before) if len(before) == weeks else None
    if share < least:
        yield in_week(last[-1], 100 * (least - share), seen="seen.not_specific", **facts)
    elif earlier is not None and share < min(earlier, plenty) and earlier < 1:
        yield in_week(last[-1], 100 * (earlier - share), seen="seen.less_specific", **facts)


def _share(case: SeasonCase, weeks: Sequence[Week]) -> float | None:
    """Return the share [0-1] of the fast minutes that are run at paces of the race."""
    paces = SPECIFIC[case.runner.race]
    fast = [
        (pace, minutes)
        for week in weeks
        for run in quality_runs(week)
        for pace, minutes in _paces(run)
    ]
    every = sum(minutes for _, minutes in fast)
    return sum(minutes for pace, minutes in fast if pace in paces) / every if every else None


def _paces(run: Session) -> Iterator[tuple[str, float]]:
    for pace, minutes in minutes_by_pace(run).items():
        if pace != "easy":
            yield pace or BY_EFFORT.get(run.kind, ""), minutes


RULE = Mistake("MS430", source="dovetail", unit="%", found=found, principles=("toward_race",))

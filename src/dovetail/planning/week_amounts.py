"""What a week may hold after the weeks before it, and what it leaves to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dovetail.domain.plan import Week
from dovetail.domain.principles import Principles
from dovetail.planning.brief import Brief
from dovetail.planning.frame import WeekFrame
from dovetail.planning.volume import VolumeLine
from dovetail.rulebook.cases import FullWeek, Runner, dose_case
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp

MANY_SETS = 1000.0
"""More than any week holds: the wish of somebody who would lift without a limit."""


def leg_sets_at_most(frame: WeekFrame, runner: Runner, full: Sequence[FullWeek]) -> int | None:
    """Return the most leg sets of a week that lifts less; None where nothing bounds them."""
    case = dose_case(runner, frame.phase, full, lighter=frame.lighter)
    if case is None:
        return None
    asked = clamp(MANY_SETS, limits_of("week.lower_sets"), case)
    return int(asked.value) if asked.reasons else None


def landings_at_most(frame: WeekFrame, before: Sequence[int], principles: Principles) -> int:
    """Return the most foot contacts of a session, after those of the weeks before.

    Within the power phase they climb by its rungs, elsewhere by no more than is no step.

    Source: dovetail.
    """
    rung = ("contacts_step",) if frame.strength_phase == "power" else ("one_step", "contacts")
    return round(max(before, default=0) + principles.number(*rung))


def most_runs(weeks: Sequence[Week]) -> int | None:
    """Return the most runs that a week has held, a race among them; None where there is none."""
    counts = (
        sum(one.discipline in ("run", "race") for one in week.sessions)
        for week in weeks
        if week.number and week.phase != "recovery"
    )
    return max(counts, default=None)


def as_often(brief: Brief, weeks: Sequence[Week]) -> Brief:
    """In race week no more runs than the weeks before have held, whatever the days would hold."""
    most = most_runs(weeks)
    if brief.frame.phase != "race" or not most or most >= brief.structure.runs:
        return brief
    return replace(brief, structure=replace(brief.structure, runs=most))


def remember(line: VolumeLine, wish: Brief, week: Week) -> None:
    """Let the weeks that follow build on a week as it stands."""
    line.remember(wish.frame, week.run_km, _long_km(week, ladder=bool(wish.volume.ladder)))
    line.long_weekdays += [one.date.weekday() for one in week.sessions if one.kind == "long"]


def _long_km(week: Week, *, ladder: bool) -> float:
    """Return the long run of a week; on the ladder every outing is one."""
    kind = "run_walk" if ladder else "long"
    return max((one.km or 0.0 for one in week.sessions if one.kind == kind), default=0.0)

"""LM112: most running is easy, in a week and over four."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import IntensityCase
from dovetail.rulebook.shapes import Limit

WEEKS_BEFORE = 3


def share_above_easy(week: IntensityCase) -> Bound | None:
    """At most so many minutes above easy: of this week, and of it with the three before."""
    if not week.week_min:
        return None
    number = week.runner.principles.number
    share = number("intensity", "week")
    top = share / 100 * week.week_min
    four = number("intensity", "four_weeks")
    if len(week.before) == WEEKS_BEFORE:
        minutes = week.week_min + sum(run for run, _ in week.before)
        left = four / 100 * minutes - sum(hard for _, hard in week.before)
        if left < top:
            share, top = four, max(0.0, left)
    facts = {"share_pct": share, "top_min": rounded_down(top, 1)}
    return Bound(top, facts=facts)


RULE = Limit(
    "LM112",
    source="seiler-2010",
    of="week.hard_minutes",
    bound=share_above_easy,
    principles=("intensity",),
)

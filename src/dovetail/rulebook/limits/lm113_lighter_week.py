"""LM113: a lighter week is lighter, and still a week of running."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import WeekVolume
from dovetail.rulebook.shapes import Limit

STEP_MIN = 5
"""Runs by feel are told in whole five minutes; the long run is the longer one (dovetail)."""


def lighter_week(week: WeekVolume) -> Bound | None:
    """At most four fifths of the loading weeks before it, at least seven tenths.

    Where runs can hardly be shorter a little more is light enough, and two of the shortest runs
    always are; below ten kilometres a single run is a quarter of the week, and no least is asked.
    """
    if week.reference_km is None:
        return None
    number, reference = week.runner.principles.number, week.reference_km
    small = reference < number("lighter", "small_below")
    top = number("lighter", "most_small" if small else "most") * reference
    shortest = number("shortest_run", week.runner.level)
    top = max(top, (2 * shortest + STEP_MIN) * 60 / week.runner.easy_s_per_km)
    facts = {"reference_km": reference, "top_km": rounded_down(top, 0.1)}
    asked = reference >= number("lighter", "least_from")
    return Bound(top, number("lighter", "least") * reference if asked else None, facts=facts)


RULE = Limit(
    "LM113",
    source="dovetail",
    of="lighter_week.km",
    bound=lighter_week,
    principles=("lighter", "shortest_run"),
)

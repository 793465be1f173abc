"""LM113: a lighter week is lighter, and still a week of running."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import WeekVolume
from dovetail.rulebook.shapes import Limit


def lighter_week(week: WeekVolume) -> Bound | None:
    """At most four fifths of the loading weeks before it, at least seven tenths."""
    if week.reference_km is None:
        return None
    number = week.runner.principles.number
    top = number("lighter", "most") * week.reference_km
    facts = {"reference_km": week.reference_km, "top_km": rounded_down(top, 0.1)}
    return Bound(top, number("lighter", "least") * week.reference_km, facts=facts)


RULE = Limit(
    "LM113", source="dovetail", of="lighter_week.km", bound=lighter_week, principles=("lighter",)
)

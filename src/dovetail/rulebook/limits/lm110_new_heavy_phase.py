"""LM110: the week that starts heavy or springy work does not also run more."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.rulebook.cases import WeekVolume
from dovetail.rulebook.shapes import Limit


def one_step_at_a_time(week: WeekVolume) -> Bound | None:
    """At most the reference when maximal strength or power begins."""
    if week.reference_km is None or not week.new_heavy_phase:
        return None
    return Bound(week.reference_km, facts={"reference_km": week.reference_km})


RULE = Limit("LM110", source="dovetail", of="week.km", bound=one_step_at_a_time)

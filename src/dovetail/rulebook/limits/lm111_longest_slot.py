"""LM111: a run is no longer than the longest slot of the week."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import RunCase
from dovetail.rulebook.shapes import Limit


def fits_a_slot(run: RunCase) -> Bound | None:
    """At most the kilometres that the slot holds at the easy pace."""
    if run.slot_min is None:
        return None
    top = run.slot_min * 60 / run.runner.easy_s_per_km
    return Bound(top, facts={"slot_min": run.slot_min, "top_km": rounded_down(top, 0.1)})


RULE = Limit("LM111", source="athlete", of="run.km", bound=fits_a_slot)

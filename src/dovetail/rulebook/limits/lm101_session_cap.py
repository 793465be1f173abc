"""LM101: no run much longer than the longest of the last 30 days."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import RunCase
from dovetail.rulebook.shapes import Limit


def session_cap(run: RunCase) -> Bound | None:
    """At most a tenth more than the longest run, or one kilometre where that is more."""
    longest = run.longest_30d_km
    if not longest or run.runner.bone_history:
        return None
    principles = run.runner.principles
    cap = principles.number("session_cap", "share") * longest
    if longest < principles.number("session_cap", "floor_below"):
        cap = max(cap, longest + principles.number("session_cap", "floor_step"))
    return Bound(cap, facts={"longest_km": longest, "cap_km": rounded_down(cap, 0.1)})


RULE = Limit(
    "LM101", source="frandsen-2025", of="run.km", bound=session_cap, principles=("session_cap",)
)

"""LM109: after a bone stress injury runs grow by half a kilometre or five per cent."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import RunCase
from dovetail.rulebook.shapes import Limit


def gentle_cap(run: RunCase) -> Bound | None:
    """At most the gentler of the two session caps."""
    longest = run.longest_30d_km
    if not longest or not run.runner.bone_history:
        return None
    number = run.runner.principles.number
    cap = max(number("bone_cap", "share") * longest, longest + number("bone_cap", "step"))
    return Bound(cap, facts={"longest_km": longest, "cap_km": rounded_down(cap, 0.1)})


RULE = Limit("LM109", source="wright-2015", of="run.km", bound=gentle_cap, principles=("bone_cap",))

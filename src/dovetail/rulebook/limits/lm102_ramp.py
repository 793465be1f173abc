"""LM102: a week rises one step at most above the last loading weeks."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.principles import Principles
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import WeekVolume
from dovetail.rulebook.shapes import Limit


def step_km(reference_km: float, principles: Principles) -> float:
    """One step of weekly volume [km]: a tenth, or three kilometres where that is more.

    Three kilometres are never more than a fifth, and never less than one kilometre; above
    40 km a week the planner takes three quarters of the step.

    Source: damsted-2019.
    """
    number = principles.number
    small = min(number("ramp", "small_step"), number("ramp", "small_share") * reference_km)
    step = max(number("ramp", "share") * reference_km, small, number("ramp", "floor"))
    return (
        step * number("ramp", "careful") if reference_km > number("ramp", "careful_above") else step
    )


def ramp(week: WeekVolume) -> Bound | None:
    """At most the reference and one step; after a bone injury 5 % or one kilometre."""
    reference = week.reference_km
    if reference is None:
        return None
    principles = week.runner.principles
    step = step_km(reference, principles)
    if week.runner.bone_history:
        share, floor = (principles.number("ramp", key) for key in ("bone_share", "floor"))
        step = max(share * reference, floor)
    top = reference + step
    facts = {"reference_km": reference, "top_km": rounded_down(top, 0.1)}
    return Bound(top, facts=facts)


RULE = Limit("LM102", source="damsted-2019", of="week.km", bound=ramp, principles=("ramp",))

"""AD351: after more than eight weeks off, running begins with walking breaks."""

from __future__ import annotations

from dovetail.domain.easing import NO_BREAKS
from dovetail.rulebook.shapes import Eased, Gate, GateCase
from dovetail.rulebook.way_back import on_the_ladder, rung_after


def ease(case: GateCase) -> Eased | None:
    """The upper rungs of the walk-run ladder every other day, by the runs since."""
    layoff = case.signals.layoff
    if layoff is None or layoff.days_off <= case.principles.number("days_off", "months"):
        return None
    first = round(case.principles.number("way_back", "rung"))
    rung = rung_after(layoff.runs, first, case.principles)
    if rung == NO_BREAKS:
        return None
    left = on_the_ladder(rung, case.principles)
    weeks = layoff.days_off // 7
    return Eased(left, {"weeks": weeks, "rung": rung, "rungs": NO_BREAKS - 1}, layoff.events)


RULE = Gate(
    "AD351", source="daniels-2014", ease=ease, principles=("days_off", "way_back", "pain_fine")
)

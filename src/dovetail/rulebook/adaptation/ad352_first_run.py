"""AD352: after a month off the first run is short, whatever the longest one was before."""

from __future__ import annotations

from dovetail.domain.easing import Ease
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Half of the longest run before, two to five kilometres, until one has been run."""
    layoff = case.signals.layoff
    number = case.principles.number
    if layoff is None or layoff.days_off < number("first_run", "days_off"):
        return None
    if any(run.on < case.signals.on for run in layoff.runs):
        return None
    most = number("first_run", "km")
    if layoff.longest_km is not None:
        half = number("first_run", "share") * layoff.longest_km
        most = min(most, max(number("first_run", "least"), half))
    return Eased(Ease(run_km=most), {"days": layoff.days_off, "run_km": most}, layoff.events)


RULE = Gate("AD352", source="dovetail", ease=ease, principles=("first_run",))

"""AD342: two red mornings within three days ask for three easy days."""

from __future__ import annotations

from itertools import combinations

from dovetail.domain.easing import Ease
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Easy running and light strength on the day of the second and on the two after it."""
    number = case.principles.number
    within, easy_days = number("two_reds", "within"), number("two_reds", "easy_days")
    again = [
        second
        for first, second in combinations(sorted(set(case.signals.reds)), 2)
        if (second - first).days < within and (case.signals.on - second).days < easy_days
    ]
    if not again:
        return None
    left = Ease(
        quality="easy", fastest="easy", run_min=number("readiness_eases", "red_min"),
        lift="light", hops=False, heavy_legs=False, grow=False,
    )  # fmt: skip
    nth = (case.signals.on - again[-1]).days + 1
    facts = {"mornings": len(set(case.signals.reds)), "nth": nth, "easy_days": round(easy_days)}
    return Eased(left, facts, case.signals.readiness.events)


RULE = Gate("AD342", source="nuuttila-2022", ease=ease, principles=("two_reds", "readiness_eases"))

"""PL202: parts that share one slot follow one another well."""

from __future__ import annotations

from itertools import pairwise

from dovetail.rulebook.shapes import Slot, Stay, Strain, Visit
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Stay:
    """Return the rule for a week."""
    core_min = case.principles.number("chain", "core_min")
    easy_min = case.principles.number("chain", "easy_run_min")

    def well(first: Strain, then: Strain) -> bool:
        """Whether the second part may follow the first without a break."""
        if first.strength:
            return first.legs == 2 and then.run and not then.key and then.minutes <= easy_min
        if not first.run or not then.strength:
            return False
        if first.long:
            return then.kind == "core" and then.minutes <= core_min
        return not first.quality or then.legs < 2

    def chains_refused(visit: Visit, _: Slot) -> int:
        """Times that a part follows another that it should not."""
        if len(visit) > 2 or (len(visit) > 1 and any(strain.fixed for strain in visit)):
            return len(visit) - 1
        return sum(not well(first, then) for first, then in pairwise(visit))

    return Stay(
        "PL202", source="dovetail", unit="times", amount=chains_refused, principles=("chain",)
    )

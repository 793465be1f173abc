"""What a week asks for, before any of it has a day, within what can be absorbed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.locked import with_locks
from dovetail.planning.run_wishes import runs_wanted
from dovetail.planning.strength_wishes import strength_wanted


def wanted_of(brief: Brief) -> tuple[Wanted, ...]:
    """Return everything the week asks for, within the hard-unit budget."""
    found = with_locks(brief, [*runs_wanted(brief), *strength_wanted(brief)])
    over = sum(one.strain.hard for one in found) > brief.profile.budget
    if over and brief.structure.second == "full":
        return wanted_of(replace(brief, structure=replace(brief.structure, second="light")))
    return tuple(_within_budget(found, brief.profile.budget))


def _within_budget(wanted: Sequence[Wanted], budget: int) -> Sequence[Wanted]:
    """Give up hard units in the coach's order until the week can be absorbed."""
    found = list(wanted)
    for role in ("quality-2", "quality-1", "strength-b"):
        if sum(one.strain.hard for one in found) <= budget:
            break
        found = [one for one in found if one.role != role or one.locked or not one.strain.hard]
    return found

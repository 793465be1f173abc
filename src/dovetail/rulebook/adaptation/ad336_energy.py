"""AD336: signs of too little energy stop every increase until a professional has looked."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import Ease
from dovetail.rulebook.shapes import Eased, Gate, GateCase

STRONG = frozenset({"missed_periods", "bone_stress"})
"""One of them is enough."""


def ease(case: GateCase) -> Eased | None:
    """One strong sign, or two of the others; no amount rises, and somebody looks at it."""
    signs = tuple(dict.fromkeys(case.signals.energy))
    enough = case.principles.number("energy", "others")
    if not STRONG.intersection(signs) and len(signs) < enough:
        return None
    worst = next((sign for sign in signs if sign in STRONG), signs[0])
    facts: Facts = {"signs": len(signs), "sign": f"energy.{worst}"}
    return Eased(Ease(grow=False, refer=True), facts)


RULE = Gate("AD336", source="mountjoy-2023", ease=ease, principles=("energy",))

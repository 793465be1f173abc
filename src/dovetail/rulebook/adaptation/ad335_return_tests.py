"""AD335: after an injury a test that is not passed holds the first rung, and the hops."""

from __future__ import annotations

from collections.abc import Mapping

from dovetail.domain.decision import Facts
from dovetail.domain.easing import Ease
from dovetail.rulebook.shapes import Eased, Gate, GateCase
from dovetail.rulebook.way_back import on_the_ladder


def ease(case: GateCase) -> Eased | None:
    """Running waits on the first rung; a difference in hopping holds hops and the fastest runs.

    Which test is asked, and how much of it, stands in the numbers; a test that nobody did is
    silent.
    """
    back = case.signals.comeback
    if back is None or case.signals.on < back.began:
        return None
    missed = [test for test in back.tests if _missed(case, test, back.tests[test])]
    if not missed:
        return None
    facts: Facts = {"test": f"return_tests.{missed[0]}", "tests": len(missed)}
    if missed == ["hop_distance"]:
        left = Ease(quality="less", fastest="threshold", hops=False)
        return Eased(left, {**facts, "holds": "return_holds.hops"}, back.events)
    left = on_the_ladder(1, case.principles)
    return Eased(left, {**facts, "holds": "return_holds.rung"}, back.events)


def _missed(case: GateCase, test: str, sides: tuple[float, float]) -> bool:
    """Whether one side does too little, or the weaker too little of the stronger one."""
    weaker, stronger = min(sides), max(sides)
    least, share = _asked(case, "return_tests", test), _asked(case, "return_sides", test)
    return weaker < least or weaker < share * stronger


def _asked(case: GateCase, name: str, test: str) -> float:
    """Return how much of a test is asked; nothing where the numbers do not name it."""
    table = case.principles.value(name)
    assert isinstance(table, Mapping)
    return case.principles.number(name, test) if test in table else 0.0


RULE = Gate(
    "AD335",
    source="george-2024",
    ease=ease,
    principles=("return_tests", "return_sides", "way_back"),
)

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
    backs = [back for back in case.signals.comebacks if back.began <= case.signals.on]
    missed = {
        test: back.events
        for back in backs
        for test, sides in back.tests.items()
        if _missed(case, test, sides)
    }
    if not missed:
        return None
    only_hops = missed.keys() == {"hop_distance"}
    first = next(test for test in missed if only_hops or test != "hop_distance")
    facts: Facts = {
        "test": f"return_tests.{first}",
        "holds": f"return_holds.{'hops' if only_hops else 'rung'}",
    }
    because = tuple(dict.fromkeys(event for events in missed.values() for event in events))
    hops = Ease(quality="less", fastest="threshold", hops=False)
    return Eased(hops if only_hops else on_the_ladder(1, case.principles), facts, because)


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

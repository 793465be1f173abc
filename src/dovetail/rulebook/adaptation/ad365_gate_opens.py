"""AD365: a strength phase opens when its tests are passed, or a coach says so."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Bound, Facts, Order
from dovetail.rulebook.gate_needs import GateSeen, events_of_tests, gate_seen
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_of

VOICE = Voice("AD365")


def decide(case: TrainingCase) -> Iterator[Order]:
    """It only tells, once the week is over: the phase stands in the plan already.

    Source: dovetail.
    """
    seen = gate_seen(case)
    if seen is None or not case.is_whole or (how := _how(seen)) is None:
        return
    facts: Facts = {"opens_phase": seen.gate.opens, "how": f"gate_opens.{how}"}
    assert case.lived is not None  # the gate stands in it
    because = (*events_of_tests(case, seen.gate.needs), week_name(case.lived.starts))
    yield VOICE.says("phase.strength", Bound(facts=facts), days_of(seen.week), because)


def _how(seen: GateSeen) -> str | None:
    if not seen.wanting:
        return "passed"
    if seen.is_open:
        return "coach"
    if seen.no_better and seen.gate.opens == "strength_endurance":
        return "no_better"
    return None


RULE = Adaptation(
    "AD365",
    source="dovetail",
    decide=decide,
    principles=("gate_tests", "gate_sides", "gate_balance", "gate_plank", "gate_calf",
                "calf_median"),
)  # fmt: skip

"""AD314: a strength phase whose tests are not passed waits, and the phase before goes on."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Bound, Facts, Order
from dovetail.rulebook.gate_needs import LEG_PAIN, events_of_tests, gate_seen
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.strength_ranks import RANKS, rank_of
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_of

VOICE = Voice("AD314")


def decide(case: TrainingCase) -> Iterator[Order]:
    """A test of the gate failed, was never done, or is six weeks old: a week more of before.

    It looks again each week. A coach may open the phase, but none with
    landings while a lower leg hurts. Stabilization ends where what failed
    has failed twice and came out no better: then the lines stay easy instead.

    Source: dovetail.
    """
    seen = gate_seen(case)
    if seen is None or not seen.wanting or seen.is_open:
        return
    if seen.no_better and seen.gate.opens == "strength_endurance":
        return
    opens = rank_of(seen.gate.opens)
    assert opens  # a gate opens a phase above the lowest
    first = seen.wanting[0]
    facts: Facts = {
        "opens_phase": seen.gate.opens,
        "phase": RANKS[opens - 1],
        "test": f"gate_test_names.{first}",
        "state": f"gate_states.{seen.states[first]}",
        "then": f"gate_then.{'quiet' if first == LEG_PAIN else 'passed'}",
    }
    assert case.lived is not None  # the gate stands in it
    because = (*events_of_tests(case, seen.wanting), week_name(case.lived.starts))
    yield VOICE.says("phase.strength", Bound(opens - 1, facts=facts), days_of(seen.week), because)


RULE = Adaptation(
    "AD314",
    source="dovetail",
    decide=decide,
    principles=("gate_tests", "gate_sides", "gate_balance", "gate_plank", "gate_calf",
                "calf_median"),
)  # fmt: skip

"""AD304: a pulse that is up on two easy runs makes the next fast run an easy one."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.units import rounded_down
from dovetail.domain.week_signals import PulseTold
from dovetail.rulebook.intensity import hard_min
from dovetail.rulebook.quality_minutes import next_quality, quality_min
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_from, days_of

VOICE = Voice("AD304")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Five beats above usual at easy pace, or drift over 5 %, on the last two runs that tell.

    Within a week of them; only where a device told it. A pulse below usual says nothing.

    Source: dovetail.
    """
    number = case.principles.number
    last = case.now.pulses[-round(number("pulse_up", "runs")) :]
    if len(last) < number("pulse_up", "runs") or not all(_is_up(case, one) for one in last):
        return
    until = days_from(last[-1].on, number("pulse_up", "days"))[1]
    coming = next_quality(case)
    if coming is None or coming.date > until:
        return
    week = case.week_of(coming.date)
    assert week is not None  # a session to come stands in a week of the plan
    most = rounded_down(quality_min(case, week) - hard_min(coming, case.runner))
    facts: Facts = {"runs": len(last), "kind": f"kinds.{coming.kind}"}
    because = [one.event for one in reversed(last)]
    yield VOICE.says("week.quality", Bound(most, facts=facts), days_of(week), because)


def _is_up(case: TrainingCase, told: PulseTold) -> bool:
    number = case.principles.number
    rise, drift = told.rise_bpm, told.drift_pct
    is_fast = rise is not None and rise >= number("pulse_up", "rise_bpm")
    return is_fast or (drift is not None and drift > number("pulse_up", "drift_pct"))


RULE = Adaptation("AD304", source="dovetail", decide=decide, principles=("pulse_up",))

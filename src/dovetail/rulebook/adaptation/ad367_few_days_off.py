"""AD367: after four to six days off the plan goes on where it is, easy first."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.rulebook.days_lost import days_lost
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_from

VOICE = Voice("AD367", "daniels-2014")


def decide(case: TrainingCase) -> Iterator[Order]:
    """It only tells: the daily gate keeps as many days easy, and nothing is made up.

    Source: daniels-2014.
    """
    lost = days_lost(case)
    if lost is None:
        return
    few, week = (case.principles.number("week_off", key) for key in ("few", "days"))
    if not few <= lost.days < week:
        return
    facts: Facts = {"days": lost.days}
    bound, days = Bound(facts=facts), days_from(lost.back, lost.days)
    yield VOICE.says("week.km", bound, days, lost.layoff.events)


RULE = Adaptation("AD367", source="daniels-2014", decide=decide, principles=("week_off",))

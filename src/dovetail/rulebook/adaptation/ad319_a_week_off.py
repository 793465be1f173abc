"""AD319: a week off and more costs fitness, and the goal is looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.physiology.race_fitness import HIGHEST, LOWEST, fitness_after_break
from dovetail.rulebook.days_lost import days_lost
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_from

VOICE = Voice("AD319", "daniels-2018")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Seven days off and more: the paces of what is left of race fitness, on the way back.

    The way back takes as many days as were off, two weeks at least. The goal is told with it:
    a week off in the last sixteen costs 5 to 8 % of a marathon.

    Sources: daniels-2018 (what is left), feely-2023 (what it costs).
    """
    lost = days_lost(case)
    number = case.principles.number
    if lost is None or lost.days < number("week_off", "days"):
        return
    look = "healthy" if case.athlete.goal.date is None else "goal"
    facts: Facts = {"days": lost.days, "look": f"days_off.{look}"}
    back = days_from(lost.back, max(lost.days, number("days_off", "least_way")))
    because = lost.layoff.events
    if case.race_fitness is not None and LOWEST <= case.race_fitness <= HIGHEST:
        left = fitness_after_break(case.race_fitness, lost.days, cross_trained=False)
        yield VOICE.says("race_fitness", Bound(left, facts=facts), back, because)
    yield VOICE.says("goal.time", Bound(facts=facts), back, because)


RULE = Adaptation(
    "AD319", source="daniels-2018", decide=decide, principles=("week_off", "days_off")
)

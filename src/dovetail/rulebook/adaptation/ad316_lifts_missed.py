"""AD316: after two weeks without strength the last loads come back five per cent lighter."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.week_signals import LineDone
from dovetail.rulebook.line_facts import name_of
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.strength_weeks import weeks_without_strength
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_of
from dovetail.rulebook.weights import weights_for

VOICE = Voice("AD316")


def decide(case: TrainingCase) -> Iterator[Order]:
    """At most 95 % of each load last lifted, as the weights allow, for a week.

    Source: dovetail.
    """
    number = case.principles.number
    weeks, ahead = weeks_without_strength(case), case.ahead
    if ahead is None or weeks < number("lifts_missed", "of"):
        return
    last: dict[str, LineDone] = {done.exercise: done for done in case.now.lines}
    asked = {line.exercise: line for one in ahead.sessions for line in one.working_lines()}
    for exercise, line in asked.items():
        done = last.get(exercise)
        if done is None or not done.load_kg:
            continue
        weights = weights_for(line.equipment, case.athlete, case.principles)
        kg = weights.lighter(done.load_kg, number("lifts_missed", "load"))
        most = done.load_kg if kg is None else kg
        facts: Facts = {
            "exercise": name_of(case, line),
            "weeks": weeks,
            "was_kg": done.load_kg,
            "load_kg": most,
        }
        days, because = days_of(ahead), (done.event,)
        yield VOICE.says("line.load_kg", Bound(most, facts=facts), days, because, about=exercise)


RULE = Adaptation(
    "AD316", source="dovetail", decide=decide, principles=("lifts_missed", "usual_steps")
)

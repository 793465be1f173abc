"""AD308: a week that was done, with many tired mornings or pain, is repeated before it grows."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Facts, Order
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.week_signs import week_signs
from dovetail.rulebook.weekly_orders import Voice, at_most_km, days_of, events_of
from dovetail.rulebook.weeks_done import week_done

VOICE = Voice("AD308")


def decide(case: TrainingCase) -> Iterator[Order]:
    """At 90 % of the load and more: four tired mornings, or any pain over 2, and nothing grows.

    Source: dovetail.
    """
    done = week_done(case)
    if done is None or done.share < case.principles.number("week_done", "most"):
        return
    signs = week_signs(case, done.signals)
    if not signs.holds:
        return
    facts: Facts = {
        "mornings": len(signs.tired),
        "days": len(signs.hurt),
        "sign": f"week_held.{'pain' if signs.hurt else 'mornings'}",
        "week_km": done.repeat_km,
    }
    bound = at_most_km(done.repeat_km, facts)
    yield VOICE.says("week.km", bound, days_of(done.ahead), events_of(done.signals))


RULE = Adaptation(
    "AD308",
    source="dovetail",
    decide=decide,
    principles=("week_done", "week_held", "readiness", "readiness_signals", "pain_fine"),
)

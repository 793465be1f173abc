"""AD306: after a week of which little was done the next one begins from what was done."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Facts, Order
from dovetail.rulebook.harmless_causes import is_known_and_harmless
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, at_most_km, days_of, events_of
from dovetail.rulebook.weeks_done import done_km, little_before, week_done

VOICE = Voice("AD306")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Under 70 % of the load: the kilometres done and a tenth, no less than 70 % of the plan.

    For a week whose cause nobody told, or one of health, or the second in a row; one with a
    known and harmless cause is another rule's. It never gives more than a repeat would.

    Source: dovetail.
    """
    done = week_done(case)
    number = case.principles.number
    if done is None or done.share >= (little := number("week_done", "little")):
        return
    if is_known_and_harmless(case) and not little_before(case, little):
        return
    least = number("week_little", "least") * done.ahead.run_km
    grown = max(least, number("week_little", "step") * done_km(done))
    most = min(grown, done.repeat_km, done.ahead.run_km)
    facts: Facts = {
        "share_pct": round(100 * done.share),
        "done_km": done_km(done),
        "week_km": most,
    }
    bound = at_most_km(most, facts)
    yield VOICE.says("week.km", bound, days_of(done.ahead), events_of(done.signals))


RULE = Adaptation(
    "AD306", source="dovetail", decide=decide, principles=("week_done", "week_little", "harmless")
)

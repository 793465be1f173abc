"""AD361: a week done as asked, without complaint, lets the plan go on as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Order
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.week_signs import week_signs
from dovetail.rulebook.weekly_orders import Voice, days_of, events_of
from dovetail.rulebook.weeks_done import week_done

VOICE = Voice("AD361")


def decide(case: TrainingCase) -> Iterator[Order]:
    """From 90 to 115 % of the load: no change, and that is said; an order that bounds nothing.

    Source: dovetail.
    """
    done = week_done(case)
    number = case.principles.number
    if done is None:
        return
    if not number("week_done", "most") <= done.share <= number("week_done", "over"):
        return
    if week_signs(case, done.signals).holds:
        return
    facts = {"share_pct": round(100 * done.share), "week_km": done.ahead.run_km}
    yield VOICE.says("week.km", Bound(facts=facts), days_of(done.ahead), events_of(done.signals))


RULE = Adaptation(
    "AD361",
    source="dovetail",
    decide=decide,
    principles=("week_done", "week_held", "readiness", "readiness_signals", "pain_fine"),
)

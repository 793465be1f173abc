"""AD309: a week with clearly more than was asked is followed by the plan, not by more."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Order
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, at_most_km, days_of, events_of
from dovetail.rulebook.weeks_done import week_done

VOICE = Voice("AD309")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Over 115 % of the load: the next week as it stands, and no higher.

    Source: dovetail.
    """
    done = week_done(case)
    if done is None or done.share <= case.principles.number("week_done", "over"):
        return
    facts = {"share_pct": round(100 * done.share), "week_km": done.ahead.run_km}
    bound = at_most_km(done.ahead.run_km, facts)
    yield VOICE.says("week.km", bound, days_of(done.ahead), events_of(done.signals))


RULE = Adaptation("AD309", source="dovetail", decide=decide, principles=("week_done",))

"""AD360: a week that work or travel took is followed by nine tenths of the plan, without a step."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Order
from dovetail.rulebook.harmless_causes import is_known_and_harmless
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, at_most_km, days_of, events_of
from dovetail.rulebook.weeks_done import little_before, week_done

VOICE = Voice("AD360")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Under 70 % of the load, every loss explained, for the first time: 90 % of what stood.

    Source: dovetail.
    """
    done = week_done(case)
    number = case.principles.number
    if done is None or done.share >= (little := number("week_done", "little")):
        return
    if not is_known_and_harmless(case) or little_before(case, little):
        return
    most = min(number("harmless", "share") * done.ahead.run_km, done.repeat_km)
    bound = at_most_km(most, {"share_pct": round(100 * done.share), "week_km": most})
    yield VOICE.says("week.km", bound, days_of(done.ahead), events_of(done.signals))


RULE = Adaptation("AD360", source="dovetail", decide=decide, principles=("week_done", "harmless"))

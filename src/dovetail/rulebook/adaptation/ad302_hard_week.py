"""AD302: two of three sessions two harder than planned: seven days with less, and easier paces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.domain.units import rounded_down
from dovetail.domain.week_signals import EffortTold
from dovetail.rulebook.intensity import hard_min
from dovetail.rulebook.quality_minutes import quality_min
from dovetail.rulebook.season_case import is_quality
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Days, Voice, at_most_km, days_from, days_of

VOICE = Voice("AD302")


def decide(case: TrainingCase) -> Iterator[Order]:
    """The seven days after the later one lose 15 % of running, fast minutes and leg sets.

    Fifteen per cent less than planned holds no step. Race fitness counts as one less for as
    long, so that the paces are easier too.

    Source: dovetail.
    """
    hard = _hard(case)
    if len(hard) < case.principles.number("hard_week", "times"):
        return
    days = days_from(hard[-1].on, case.principles.number("hard_week", "days"))
    if days[1] <= case.today:
        return
    less = 1 - case.principles.number("hard_week", "share")
    facts: Facts = {"sessions": len(hard), "of": _of(case), "less_pct": round(100 * less)}
    because = tuple(event for one in hard for event in one.events or (one.session,))
    for week in case.weeks:
        coming = [one for one in week.sessions if days[0] <= one.date <= days[1]]
        if coming:
            yield from _less(case, week, coming, (less, facts), because)
    if case.race_fitness is not None:
        eased = case.race_fitness - case.principles.number("hard_week", "fitness")
        yield VOICE.says("race_fitness", Bound(eased, facts=facts), days, because)


def _hard(case: TrainingCase) -> list[EffortTold]:
    over = case.principles.number("hard_effort", "over")
    return [one for one in case.now.efforts[-_of(case) :] if one.over >= over]


def _of(case: TrainingCase) -> int:
    return round(case.principles.number("hard_week", "of"))


def _less(
    case: TrainingCase,
    week: Week,
    coming: Sequence[Session],
    said: tuple[float, Facts],
    because: Sequence[str],
) -> Iterator[Order]:
    """Take the share of these days from the amounts of their week."""
    less, facts = said
    days: Days = days_of(week)
    runs = [one for one in coming if one.discipline == "run"]
    km = sum(one.km or 0.0 for one in runs)
    if km:
        bound = at_most_km(week.run_km - less * km, facts)
        yield VOICE.says("week.km", bound, days, because)
    fast = sum(hard_min(one, case.runner) for one in runs if is_quality(one))
    if fast:
        most = rounded_down(quality_min(case, week) - less * fast)
        yield VOICE.says("week.quality", Bound(most, facts=facts), days, because)
    lifts = [one for one in week.sessions if one.discipline == "strength"]
    share = sum(one in coming for one in lifts) / len(lifts) if lifts else 0.0
    if share and week.legs.hard_sets:
        sets = rounded_down(week.legs.hard_sets * (1 - less * share))
        yield VOICE.says("week.hard_sets", Bound(sets, facts=facts), days, because)


RULE = Adaptation(
    "AD302", source="dovetail", decide=decide, principles=("hard_effort", "hard_week")
)

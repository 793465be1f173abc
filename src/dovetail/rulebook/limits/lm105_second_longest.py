"""LM105: the second-longest run stays clearly shorter than the long run."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import RunCase
from dovetail.rulebook.shapes import Limit


def second_longest(run: RunCase) -> Bound | None:
    """At most three quarters of the long run; nine tenths while that is under 10 km.

    The shortest run that there is may stand beside any long run.
    """
    if run.long_km is None:
        return None
    number = run.runner.principles.number
    short = run.long_km < number("second_longest", "short_below")
    share = number("second_longest", "short_share" if short else "share")
    shortest_min = number("shortest_run", run.runner.level)
    top = max(share * run.long_km, 60 * shortest_min / run.runner.easy_s_per_km)
    return Bound(top, facts={"long_km": run.long_km, "top_km": rounded_down(top, 0.1)})


RULE = Limit(
    "LM105",
    source="dovetail",
    of="other_run.km",
    bound=second_longest,
    principles=("second_longest", "shortest_run"),
)

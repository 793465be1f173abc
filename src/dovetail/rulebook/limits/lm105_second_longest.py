"""LM105: the second-longest run stays clearly shorter than the long run."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import RunCase
from dovetail.rulebook.run_sizes import second_longest_km
from dovetail.rulebook.shapes import Limit


def second_longest(run: RunCase) -> Bound | None:
    """At most three quarters of the long run; nine tenths while that is under 10 km.

    The shortest run that there is may stand beside any long run.
    """
    if run.long_km is None:
        return None
    top = second_longest_km(run.runner, run.long_km)
    return Bound(top, facts={"long_km": run.long_km, "top_km": rounded_down(top, 0.1)})


RULE = Limit(
    "LM105",
    source="dovetail",
    of="other_run.km",
    bound=second_longest,
    principles=("second_longest", "shortest_run"),
)

"""LM103: the long run ends after so many minutes, by race and level."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import RunCase
from dovetail.rulebook.shapes import Limit


def time_cap(run: RunCase) -> Bound | None:
    """At most the kilometres that fit the minutes at the easy pace."""
    runner = run.runner
    minutes = runner.principles.number("long_time", runner.race, runner.level)
    if runner.race == "marathon" and runner.slow_finish:
        minutes = runner.principles.number("long_time_slow_finish")
    top = minutes * 60 / runner.easy_s_per_km
    return Bound(top, facts={"at_most_min": minutes, "top_km": rounded_down(top, 0.1)})


RULE = Limit(
    "LM103",
    source="dovetail",
    of="run.km",
    bound=time_cap,
    principles=("long_time", "long_time_slow_finish"),
)

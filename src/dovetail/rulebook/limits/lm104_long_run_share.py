"""LM104: the long run is no more than its share of the week."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import RunCase, Runner
from dovetail.rulebook.shapes import Limit


def share_of(runner: Runner) -> float:
    """Return the share [0–1] for the runner's race and number of runs."""
    races = runner.race if runner.race in ("half", "marathon", "ultra") else "other"
    runs = str(min(6, max(3, runner.runs_per_week)))
    return runner.principles.number("long_share", races, runs) / 100


def share_cap(run: RunCase) -> Bound | None:
    """At most the share; a long run of 75 minutes or less is never too long a share."""
    if run.week_km is None:
        return None
    share = share_of(run.runner)
    silent_min = run.runner.principles.number("long_share_silent")
    free_km = silent_min * 60 / run.runner.easy_s_per_km
    top = max(share * run.week_km, free_km)
    facts = {
        "share_pct": share * 100,
        "week_km": run.week_km,
        "top_km": rounded_down(top, 0.1),
    }
    return Bound(top, facts=facts)


RULE = Limit(
    "LM104",
    source="dovetail",
    of="run.km",
    bound=share_cap,
    principles=("long_share", "long_share_silent"),
)

"""LM106: race week runs little, and less where the peak long run was most of a week."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import WeekVolume
from dovetail.rulebook.shapes import Limit

FEWEST_RUNS = 2


def race_week(week: WeekVolume) -> Bound | None:
    """At most four fifths of what a peak week holds besides its long run.

    Where the long run was most of the week, a few short runs are still allowed.
    """
    if week.reference_km is None:
        return None
    runner = week.runner
    share = runner.principles.number("race_week_share")
    each_min, touch_min = (runner.principles.number("race_week_run", of) for of in ("run", "touch"))
    fewest_min = max(FEWEST_RUNS, runner.runs_per_week - 1) * each_min + touch_min
    fewest_km = fewest_min * 60 / runner.easy_s_per_km
    top = max(share * (week.reference_km - week.peak_long_km), fewest_km)
    facts = {
        "reference_km": week.reference_km,
        "long_km": week.peak_long_km,
        "top_km": rounded_down(top, 0.1),
    }
    return Bound(top, facts=facts)


RULE = Limit(
    "LM106",
    source="bosquet-2007",
    of="race_week.km",
    bound=race_week,
    principles=("race_week_share", "race_week_run"),
)

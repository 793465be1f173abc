"""LM107: the work of a quality run is sized for the runner."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.rulebook.cases import QualityCase
from dovetail.rulebook.shapes import Limit


def quality_size(case: QualityCase) -> Bound | None:
    """At most the share of the week, but a floor below which no session is worth writing."""
    runner = case.runner
    if case.kind not in ("threshold", "interval", "repetition"):
        return None
    number = runner.principles.number
    floor = number("quality_floor", case.kind, runner.level)
    ceiling = number("quality_ceiling", case.kind, runner.level)
    share = number("quality_share", case.kind) / 100 * case.week_min
    top = min(ceiling, max(floor, share))
    return Bound(top, facts={"at_most_min": round(top), "week_min": round(case.week_min)})


RULE = Limit(
    "LM107",
    source="daniels-2014",
    of="quality.minutes",
    bound=quality_size,
    principles=("quality_floor", "quality_ceiling", "quality_share"),
)

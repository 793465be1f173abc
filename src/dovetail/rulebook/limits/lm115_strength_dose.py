"""LM115: lighter, peak and taper weeks lift less with the legs; the weight is kept."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.rulebook.cases import DoseCase
from dovetail.rulebook.shapes import Limit


def fewer_sets(week: DoseCase) -> Bound | None:
    """At most a share of the leg sets of a full week; a few sets always have room."""
    if not week.reference_sets:
        return None
    share = week.runner.principles.number("strength_dose", week.kind)
    fewest = week.runner.principles.number("leg_sets_at_least", week.kind)
    top = max(fewest, share * week.reference_sets)
    facts = {
        "share_pct": round(100 * share),
        "reference_sets": round(week.reference_sets),
        "top_sets": int(top),
    }
    return Bound(top, facts=facts)


RULE = Limit(
    "LM115",
    source="dovetail",
    of="week.lower_sets",
    bound=fewer_sets,
    principles=("strength_dose", "leg_sets_at_least"),
)

"""LM114: a taper really tapers."""

from __future__ import annotations

from collections.abc import Container, Mapping

from dovetail.domain.decision import Bound
from dovetail.domain.principles import Principles
from dovetail.domain.units import rounded_down
from dovetail.rulebook.cases import Runner, WeekVolume
from dovetail.rulebook.shapes import Limit

SLACK = 0.05
"""A week of rounded runs may miss the share by so much (dovetail)."""
NO_RACE = "healthy"


def share_of_taper(runner: Runner, place: int, reference_km: float) -> float:
    """Return the share [0-1] of the reference that a taper week runs, counted from 0.

    Source: bosquet-2007.
    """
    principles = runner.principles
    small = runner.race in _rows(principles)
    if small and reference_km < principles.number("taper_share_small", "below_km"):
        return principles.number("taper_share_small", runner.race)
    shares = principles.row("taper_share", taper_row(runner))
    return shares[min(place, len(shares) - 1)]


def _rows(principles: Principles) -> Container[str]:
    """The races whose small weeks have a share of their own."""
    rows = principles.value("taper_share_small")
    return rows if isinstance(rows, Mapping) else ()


def taper_row(runner: Runner) -> str:
    """Return the row of the taper tables: short tapers of the marathon have their own."""
    return "marathon_short" if runner.race == "marathon" and runner.short_taper else runner.race


def taper_week(week: WeekVolume) -> Bound | None:
    """At most the share of the three highest loading weeks that its place asks for."""
    if week.reference_km is None or week.taper is None or week.runner.race == NO_RACE:
        return None
    share = share_of_taper(week.runner, week.taper, week.reference_km)
    top = (share + SLACK) * week.reference_km
    facts = {
        "share_pct": round(100 * share),
        "reference_km": week.reference_km,
        "top_km": rounded_down(top, 0.1),
    }
    return Bound(top, facts=facts)


RULE = Limit(
    "LM114",
    source="bosquet-2007",
    of="taper_week.km",
    bound=taper_week,
    principles=("taper_share", "taper_share_small"),
)

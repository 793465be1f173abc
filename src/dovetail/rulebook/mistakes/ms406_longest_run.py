"""MS406: the longest run stands where it helps and is forgotten: two to four weeks before."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.rulebook.season_case import HAIR, SeasonCase, in_session
from dovetail.rulebook.shapes import Mistake, Spot


def found(case: SeasonCase) -> Iterator[Spot]:
    """A spot where none of the longest runs lies in its window."""
    runner = case.runner
    row = "marathon_short" if runner.race == "marathon" and runner.short_taper else runner.race
    if case.race_on is None or runner.race == "healthy" or case.on_ladder:
        return
    first, last = case.principles.row("longest_run_days", row)
    longs = [one for one in case.sessions if one.kind == "long" and one.km is not None]
    if not longs or (case.race_on - case.weeks[0].starts).days < first:
        return
    most = max(one.km or 0.0 for one in longs)
    there = [one for one in longs if (one.km or 0.0) > most - HAIR]
    days = [(case.race_on - one.date).days for one in there]
    if any(last <= day <= first for day in days):
        return
    off = min(last - day if day < last else day - first for day in days)
    facts = {"long_km": most, "days": days[-1], "first": first, "last": last}
    yield in_session(there[-1], off, **facts)


RULE = Mistake(
    "MS406", source="dovetail", unit="days", found=found, principles=("longest_run_days",)
)

"""How many weeks of each run phase: laid back from the race, or turning in blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dovetail.domain.calendar import monday_of
from dovetail.domain.plan import RunPhase
from dovetail.planning.profile import Profile

SHORTEST_BLOCK = 4  # weeks; fewer are added to base
LAST_DAYS_OF_WEEK_BEFORE = 3
"""A race on Monday to Thursday has most of its last seven days in the week before (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A block of healthy running, or the way to a race."""

    weeks: int
    phases: Mapping[RunPhase, int]
    taper: int = 0
    race: bool = False


def weeks_to_race(profile: Profile) -> int | None:
    """Count the weeks from the season's start to the week of the race, both included."""
    goal = profile.athlete.goal.date
    if goal is None:
        return None
    return (monday_of(goal) - profile.season_starts).days // 7 + 1


def taper_weeks(profile: Profile) -> int:
    """Count the taper weeks before race week; a small or young marathon needs one less."""
    race = profile.athlete.goal.race
    found = round(profile.principles.number("phase_weeks", race, "taper"))
    if race == "marathon" and profile.runner.short_taper:
        return found - 1
    return found


def segments_of(profile: Profile) -> Sequence[Segment]:
    """Return the blocks of healthy running, where the race is far, and the way to the race."""
    weeks = weeks_to_race(profile)
    if weeks is None:
        return (_block(profile, _block_weeks(profile)),)
    ranges = _phase_ranges(profile)
    late = _race_closes_week_before(profile)
    taper = min(taper_weeks(profile), max(0, weeks - 1 - late))
    before = weeks - 1 - late - taper
    most = sum(high for _, high in ranges.values())
    blocks, surplus = [], before - most
    shortest = _block_weeks(profile) if profile.level == "beginner" else SHORTEST_BLOCK
    while surplus >= shortest:
        length = min(surplus, _block_weeks(profile))
        blocks.append(_block(profile, length))
        surplus -= length
        before -= length
    phases = share_out(before, ranges, beginner=profile.level == "beginner")
    return (
        *blocks,
        Segment(weeks=before + taper + 1 + late, phases=phases, taper=taper, race=True),
    )


def _race_closes_week_before(profile: Profile) -> int:
    goal = profile.athlete.goal.date
    early = goal is not None and goal.weekday() <= LAST_DAYS_OF_WEEK_BEFORE
    return int(early and (weeks_to_race(profile) or 0) > 1)


def _phase_ranges(profile: Profile) -> dict[RunPhase, tuple[int, int]]:
    race = profile.athlete.goal.race
    phases: tuple[RunPhase, ...] = ("base", "build", "peak")
    rows = {phase: profile.principles.row("phase_weeks", race, phase) for phase in phases}
    return {phase: (round(low), round(high)) for phase, (low, high) in rows.items()}


def share_out(
    weeks: int, ranges: Mapping[RunPhase, tuple[int, int]], *, beginner: bool
) -> dict[RunPhase, int]:
    """Share the weeks before the taper among base, build and peak.

    Between the least and the most every phase grows alike (for beginners only base);
    with fewer weeks base gives first, down to two, then peak to one, then build.

    Source: dovetail.
    """
    least = {phase: low for phase, (low, _) in ranges.items()}
    spare = weeks - sum(least.values())
    if spare < 0:
        return _shortened(least, -spare)
    if beginner:
        return {**least, "base": least["base"] + spare}
    room = {phase: high - low for phase, (low, high) in ranges.items()}
    part = min(1.0, spare / max(1, sum(room.values())))
    exact = {phase: least[phase] + part * room[phase] for phase in ranges}
    found = {phase: int(exact[phase] + 1e-9) for phase in ranges}
    by_rest = sorted(ranges, key=lambda phase: found[phase] - exact[phase])
    left = min(weeks, round(sum(exact.values()))) - sum(found.values())
    for phase in by_rest[:left]:
        found[phase] += 1
    found["base"] += weeks - sum(found.values())
    return found


def _shortened(least: Mapping[RunPhase, int], missing: int) -> dict[RunPhase, int]:
    found = dict(least)
    floors: tuple[tuple[RunPhase, int], ...] = (
        ("base", 2),
        ("peak", 1),
        ("build", 1),
        ("base", 0),
        ("build", 0),
        ("peak", 0),
    )
    for phase, floor in floors:
        cut = min(missing, max(0, found[phase] - floor))
        found[phase] -= cut
        missing -= cut
    return found


def _block_weeks(profile: Profile) -> int:
    phases = ("base", "build", "recovery")
    return sum(round(profile.principles.number("block_weeks", phase)) for phase in phases)


def _block(profile: Profile, weeks: int) -> Segment:
    base = round(profile.principles.number("block_weeks", "base"))
    base = min(base, max(2, (weeks - 1 + 1) // 2))
    return Segment(
        weeks=weeks, phases={"base": base, "build": weeks - 1 - base, "peak": 0, "recovery": 1}
    )

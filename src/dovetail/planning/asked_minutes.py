"""The minutes that runs should find: their share of the week, as far as its rooms go."""

from __future__ import annotations

from datetime import date, timedelta

from dovetail.domain.units import rounded_down
from dovetail.planning.brief import Brief

MINUTES_STEP, WORTH_ASKING_MIN = 5.0, 10
"""Room is asked for in whole five minutes, and for no fewer than these (dovetail)."""


def usual_runs(brief: Brief) -> int:
    """As many as in any week, and no more than the days that are left hold."""
    frame, runs = brief.frame, brief.structure.runs
    if frame.tune_up or frame.phase == "race":
        runs -= 1
    ends = frame.race_on or date.max
    days = {frame.starts + timedelta(slot.day) for slot in brief.profile.slots}
    left = sum(brief.back_on <= day < ends for day in days)
    if frame.number == 0:
        runs = -(-runs * left // len(days))
    return min(runs, left)


def easy_min(brief: Brief, number: int) -> int:
    """The minutes that an easy run should find: its share of the week, as far as rooms go.

    Asked for before the week is placed, so that no lift takes the place of a longer run. The
    first takes the least room; the others want as much as the least of theirs.
    """
    needs = _needs_min(brief)
    if not needs:
        return brief.shortest_min
    least = needs[0] if number == 1 or len(needs) == 1 else needs[1]
    if least < needs[0] + WORTH_ASKING_MIN:
        least = needs[0]
    return max(brief.shortest_min, round(rounded_down(least, MINUTES_STEP)))


def asked_min(brief: Brief, number: int, own_min: int) -> int:
    """The minutes that a key run should find: its own, and easy running at its ends."""
    need = next((need for need, key in _level(brief) if key == number), 0.0)
    if need < own_min + WORTH_ASKING_MIN:
        return own_min
    return round(rounded_down(need, MINUTES_STEP))


def _needs_min(brief: Brief) -> list[float]:
    """What each easy run would take of its room, the least first."""
    keys = sum(bool(key.recipe) for key in brief.keys[: brief.structure.keys])
    return [need for need, number in _level(brief) if number >= keys]


def _level(brief: Brief) -> list[tuple[float, int]]:
    """Share the week's minutes besides the long run among its rooms, the least room first.

    Each need comes with the number of the key run whose room it is; easy runs have a high one.
    """
    usual, frame = brief.frame.phase in ("base", "build", "peak", "taper"), brief.frame
    if not usual or frame.number == 0 or frame.tune_up is not None:
        return []
    rooms = brief.structure.rooms.in_order()
    rest = brief.paces.minutes_of("easy", brief.volume.km.value - brief.volume.long_km.value)
    left, found = max(0.0, rest), []
    for place, (room, number) in enumerate(rooms):
        found.append((min(float(room), left / (len(rooms) - place)), number))
        left -= found[-1][0]
    return found

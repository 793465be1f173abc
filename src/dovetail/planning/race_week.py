"""The last fast run before the race: what it costs, and what its day leaves it."""

from __future__ import annotations

from dovetail.planning.brief import Brief
from dovetail.planning.week_problem import TOUCH_MIN, days_before_race, touch_days
from dovetail.rulebook.shapes import CHANGE_MIN

FEW_HARD_UNITS = 3
"""Hard units a week that the race and the week before it may take for themselves (dovetail)."""
PRIMER_MIN = 20
"""The longest primer (dovetail)."""


def costs_little(brief: Brief) -> bool:
    """Whether a key run is none of the hard units: where none are allowed, or few near the race.

    The last touch is half the work of a key run; it takes no place from the race itself.
    """
    few = brief.frame.phase == "race" and brief.profile.budget <= FEW_HARD_UNITS
    return few or brief.profile.permissions.easy_only


def touch_slot_min(brief: Brief) -> int:
    """The longest slot of the days before the race that hold the last fast run.

    The primer has its place beside it where no other day can hold it.
    """
    days, profile = touch_days(brief.profile, brief.frame.starts), brief.profile
    longest = max(slot.minutes for slot in profile.slots if slot.day in days)
    window = days_before_race(profile, brief.frame.starts, "primer_window")
    if window is None or not brief.structure.first_min:
        return longest
    others = [slot for slot in profile.slots if window[0] <= slot.day <= window[1]]
    beside = longest - PRIMER_MIN - CHANGE_MIN
    return beside if len(others) == 1 and beside >= TOUCH_MIN else longest

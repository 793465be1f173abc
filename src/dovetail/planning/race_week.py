"""The last fast run before the race: what it costs, and what its day leaves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from dovetail.domain.prescription import RunStep
from dovetail.planning.brief import Brief
from dovetail.planning.run_shapes import WALK_OR_JOG
from dovetail.planning.week_problem import TOUCH_MIN, days_before_race, touch_days
from dovetail.rulebook.shapes import CHANGE_MIN

LONG_RACES = ("half", "marathon")
LAST_STRIDES = 3
LAST_STRIDE_MIN, BETWEEN_MIN = 0.25, (1.0, 0.75)
"""Three times 15 seconds, fast and loose, on the day before a long race (coaching practice)."""
INSTEAD_KM, INSTEAD_MIN, ROUNDING_MIN = (0.5, 1.0), 4.0, 1.0
"""What of the easy running they take the place of (dovetail)."""
LEAST_EASY_MIN = 15.0
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


def _off(brief: Brief, between_min: float, km: float) -> float:
    """The minutes by which strides and so many easy kilometres differ; the longer rest first."""
    off = abs(brief.paces.minutes_of("easy", km) - LAST_STRIDES * (LAST_STRIDE_MIN + between_min))
    return 0.0 if off <= ROUNDING_MIN and between_min == BETWEEN_MIN[0] else off


def with_last_strides(brief: Brief, on: date, steps: tuple[RunStep, ...]) -> tuple[RunStep, ...]:
    """End the easy run of the day before a long race with strides, for who knows them.

    Source: dovetail.
    """
    profile, easy = brief.profile, steps[0]
    last = profile.athlete.goal.race in LONG_RACES and brief.frame.phase == "race"
    last = last and profile.athlete.goal.date == on + timedelta(1)
    careful = profile.permissions.easy_only or profile.runner.bone_history
    if not last or careful or "strides" not in brief.run_kinds:
        return steps
    minutes = brief.paces.minutes_of("easy", easy.km) if easy.km else easy.minutes or 0.0
    if minutes < LEAST_EASY_MIN:
        return steps
    if easy.km:
        between, instead_km = min(
            product(BETWEEN_MIN, INSTEAD_KM), key=lambda one: _off(brief, *one)
        )
        if _off(brief, between, instead_km) > ROUNDING_MIN:
            return steps
        shorter = replace(easy, km=easy.km - instead_km)
    else:
        between, shorter = BETWEEN_MIN[0], replace(easy, minutes=minutes - INSTEAD_MIN)
    stride = RunStep(
        part="strides",
        minutes=LAST_STRIDE_MIN,
        group=1,
        repeat=LAST_STRIDES,
        target=brief.paces.target("repetition", bout_min=LAST_STRIDE_MIN),
    )
    rest = replace(stride, part="recovery", minutes=between, target=WALK_OR_JOG)
    return (shorter, stride, rest)

"""What sessions cost the body, and how the cost adds up over days."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dovetail.domain.athlete import Sex
from dovetail.domain.errors import BadInput, Problem

MOST_AU_A_DAY = 1500.0
FITNESS_DAYS, FATIGUE_DAYS = 42.0, 7.0
SEED_DAYS = (28, 42)  # fewest and most days that a first value is taken from
MOST_MONOTONY = 4.0
MONOTONY_WARNS_ABOVE = 2.0
_BANISTER = {"male": (0.64, 1.92), "female": (0.86, 1.67)}


def session_load_au(rpe: float, minutes: float) -> float:
    """Return session-RPE load [au]: effort of 10 times minutes, of a run or a lift.

    Effort is 0 to 10, asked some half an hour afterwards. Minutes of a lift run from the
    first working set to the last, rests included; what heavy lifting does to tendons is not
    in it, so count hard sets beside it.

    Sources: foster-2001, foster-2021.

    >>> session_load_au(6, 50)
    300
    """
    if not 0 <= rpe <= 10:
        raise _out_of_range(f"An effort of {rpe:g} is not on the scale.", "Give 0 to 10.")
    _check_minutes(minutes)
    return rpe * minutes


def day_load_au(loads_au: Sequence[float]) -> float:
    """Return the load of a day [au] from its sessions', held to 1500.

    Sources: foster-2001, dovetail.

    >>> day_load_au([300, 210]), day_load_au([1200, 900])
    (510, 1500.0)
    """
    return min(MOST_AU_A_DAY, sum(loads_au))


def exponential_impulse_au(minutes: float, reserve: float, *, sex: Sex) -> float:
    """Return Banister's training impulse [au] of minutes at a fraction of heart rate reserve.

    `reserve` is 0 to 1: heart rate above rest, over maximum minus rest. Sum it over short
    pieces of a session; of a mean heart rate it reads intervals too low. Where the sex is
    not said it is the mean of the two (our own default).

    Sources: banister-1991, morton-1990, dovetail.

    >>> round(exponential_impulse_au(60, 0.70, sex="male"), 1)
    103.1
    """
    if not 0 <= reserve <= 1:
        raise _out_of_range(f"A reserve of {reserve:g} cannot be.", "Give 0 to 1.")
    _check_minutes(minutes)
    pairs = tuple(_BANISTER.values()) if sex == "unspecified" else (_BANISTER[sex],)
    return minutes * reserve * _mean([a * math.exp(b * reserve) for a, b in pairs])


def zone_load_au(minutes_in_zones: Sequence[float]) -> float:
    """Return Edwards' load [au]: minutes in five zones, counted once to five times.

    The zones are 50-60, 60-70, 70-80, 80-90 and 90-100 % of maximal heart rate.

    Sources: edwards-1993.

    >>> zone_load_au([10, 20, 0, 0, 5])
    75
    """
    if len(minutes_in_zones) != 5:
        raise _out_of_range(
            f"There are five zones, not {len(minutes_in_zones)}.",
            "Give one number for each, 0 where there was none.",
        )
    for minutes in minutes_in_zones:
        _check_minutes(minutes)
    return sum(zone * minutes for zone, minutes in enumerate(minutes_in_zones, start=1))


def smoothing(days: float) -> float:
    """Return the share of today's load in a mean that fades over so many days.

    Sources: morton-1990.

    >>> round(smoothing(FITNESS_DAYS), 6), round(smoothing(FATIGUE_DAYS), 6)
    (0.023528, 0.133122)
    """
    if not days > 0:
        raise _out_of_range(f"A mean over {days:g} days cannot be.", "Give more than 0 days.")
    return 1 - math.exp(-1 / days)


@dataclass(frozen=True, slots=True, kw_only=True)
class FitnessFatigue:
    """Fitness and fatigue [au a day] on an evening: slow and fast fading means of load.

    For charts and the look ahead of a taper; they do not predict injuries.

    Sources: morton-1990, frandsen-2025, impellizzeri-2020.

    >>> FitnessFatigue(fitness_au=40, fatigue_au=60).form_au
    -20
    """

    fitness_au: float
    fatigue_au: float

    @property
    def form_au(self) -> float:
        """The form the next day starts with: fitness less fatigue."""
        return self.fitness_au - self.fatigue_au

    def after(self, load_au: float) -> FitnessFatigue:
        """Return the next evening's values, after a day of this load (0 on a rest day)."""
        return FitnessFatigue(
            fitness_au=_faded(self.fitness_au, load_au, FITNESS_DAYS),
            fatigue_au=_faded(self.fatigue_au, load_au, FATIGUE_DAYS),
        )


def first_fitness_fatigue(daily_au: Sequence[float]) -> FitnessFatigue | None:
    """Return where fitness and fatigue start: the mean of the last 28 to 42 days.

    None with fewer days or no load at all: starting from 0 would call any training a leap.

    Sources: dovetail.

    >>> first_fitness_fatigue([50] * 30).fitness_au, first_fitness_fatigue([50] * 20)
    (50.0, None)
    """
    fewest, most = SEED_DAYS
    if len(daily_au) < fewest or not any(daily_au[-most:]):
        return None
    start = _mean(daily_au[-most:])
    return FitnessFatigue(fitness_au=start, fatigue_au=start)


def monotony(daily_au: Sequence[float]) -> float:
    """Return how alike seven days were: mean load over its standard deviation, at most 4.

    Rest days count as 0. Seven equal days give 4, seven empty ones 0. Usually more than 2 is
    taken as a warning; what it should lead to is easier easy days, nothing else. The deviation
    is that of a sample (six degrees of freedom).

    Sources: foster-1998.

    >>> round(monotony([0, 300, 0, 300, 0, 300, 600]), 2)
    0.94
    """
    _check_week(daily_au)
    if not any(daily_au):
        return 0.0
    mean = _mean(daily_au)
    spread = math.sqrt(math.fsum((load - mean) ** 2 for load in daily_au) / (len(daily_au) - 1))
    return min(MOST_MONOTONY, mean / spread) if spread > 0 else MOST_MONOTONY


def strain_au(daily_au: Sequence[float]) -> float:
    """Return the strain of seven days [au]: their load times their monotony.

    Sources: foster-1998.

    >>> strain_au([100] * 7)
    2800.0
    """
    return sum(daily_au) * monotony(daily_au)


def _faded(before_au: float, load_au: float, days: float) -> float:
    return before_au + (load_au - before_au) * smoothing(days)


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _check_week(daily_au: Sequence[float]) -> None:
    if len(daily_au) != 7 or not all(load >= 0 for load in daily_au):
        raise _out_of_range(
            "Monotony needs the loads of seven days.",
            "Give seven numbers of 0 or more, 0 for a rest day.",
        )


def _check_minutes(minutes: float) -> None:
    if not minutes >= 0:
        raise _out_of_range(f"{minutes:g} minutes cannot be.", "Give minutes of 0 or more.")


def _out_of_range(problem: str, hint: str) -> BadInput:
    return BadInput(Problem(code="training-load-out-of-range", problem=problem, hint=hint))

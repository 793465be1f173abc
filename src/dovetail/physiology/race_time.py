"""Race times ahead, from races run: what the models say, and how sure they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.units import rounded
from dovetail.physiology.race_fitness import (
    HALF_KM,
    MARATHON_KM,
    exact_race_fitness,
    race_time_s,
)
from dovetail.physiology.race_models import (
    RIEGEL_K,
    Race,
    marathon_from_one_race_s,
    marathon_from_two_races_s,
    personal_exponent,
    riegel_time_s,
)

__all__ = [
    "Model",
    "Prediction",
    "Race",
    "current_race_fitness",
    "current_races",
    "predictions",
    "riegel_time_s",
]

Model = Literal["daniels-gilbert", "riegel", "vickers-one-race", "vickers-two-races"]

TARGETS_KM = (5.0, 10.0, HALF_KM, MARATHON_KM)
FRESH_DAYS, SEASON_DAYS = 42, 182
FRESH_BAND, WIDE_BAND = 0.03, 0.06
SQUARED_ERROR_MIN2 = {
    "daniels-gilbert": 381,  # Riegel's: none is published for this formula, and they agree closely
    "riegel": 381,
    "vickers-one-race": 228,
    "vickers-two-races": 208,
}
FOUR_IN_FIVE = 1.2816  # standard deviations either side of the mean of a normal spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """A race time with a low and a high end, in whole s, and the model it comes from.

    For the marathon there are two times: the formula's, "if everything goes right", and what
    runners with such races and mileage did. `s` is the slower of the two, the one to aim for.
    A time is None where its model has nothing to say; both are, where `s` comes from a
    marathon that the runner has already run.
    """

    km: float
    s: int
    low_s: int
    high_s: int
    model: Model
    if_all_goes_right_s: int | None = None
    runners_like_you_s: int | None = None


def predictions(races: Sequence[Race], weekly_km: float | None, on: date) -> tuple[Prediction, ...]:
    """Predict 5, 10, 21.0975 and 42.195 km, as far as the models hold on a day.

    The races are those without a date and those within half a year of the newest; ultras are
    left out. Each distance leans on the nearest of them in length, fresh ones (under six
    weeks old) first. Up to the half: the race-fitness formula, or Riegel's law with the
    runner's own exponent where two races give one that is slower. Its range is 3 % either
    side from a fresh race of half to twice the distance, else 6 %.

    Marathon: the slower of the formula and the recreational model (two races before one),
    and an interval that four runners in five fall into. It is the recreational model's time
    plus and minus 1.2816 (the normal deviate that leaves a tenth in each tail) times the root
    of its published mean squared error: 228 square minutes with one race, 208 with two, so
    19 and 18 min; without weekly km it is the formula's, 381, so 25 min. It treats errors as
    normal, unbiased and as large for fast runners as for slow ones, and is stretched to hold
    the shown time. Somebody who has run a marathon is predicted by it, with 3 or 6 %.

    Sources: daniels-gilbert-1979, riegel-1981, vickers-2016, dovetail.

    >>> half = Race(km=21.0975, time_s=6300)
    >>> [(seen.km, seen.s) for seen in predictions([half], 48.0, date(2027, 1, 4))][-1]
    (42.195, 14055)
    """
    known = current_races(races, on)
    found = (_prediction(known, km, weekly_km, on) for km in TARGETS_KM)
    return tuple(prediction for prediction in found if prediction is not None)


def current_race_fitness(races: Sequence[Race], on: date) -> float | None:
    """Return the race fitness [rounded to 0.1] that the current races show.

    The best of the fresh races, or with none fresh of all current ones: hills and heat can
    only hide fitness. None when no race is within the formula's range.

    Sources: daniels-gilbert-1979, dovetail.

    >>> current_race_fitness([Race(km=10, time_s=2400)], date(2027, 1, 4))
    51.9
    """
    known = current_races(races, on)
    fresh = [race for race in known if _is_fresh(race, on)]
    shown = [exact_race_fitness(race.km, race.time_s) for race in fresh or known]
    best = max((fitness for fitness in shown if fitness is not None), default=None)
    return None if best is None else rounded(best, 0.1)


def current_races(races: Sequence[Race], on: date) -> tuple[Race, ...]:
    """Return the races that describe the runner of today; one of the future is an error.

    Sources: dovetail.

    >>> old, new = (Race(km=10, time_s=2400, on=date(year, 9, 1)) for year in (2024, 2026))
    >>> current_races([old, new], date(2027, 1, 4)) == (new,)
    True
    """
    dates = [race.on for race in races if race.on is not None]
    newest = max(dates, default=on)
    if newest > on:
        raise BadInput(
            Problem(
                code="race-in-the-future",
                problem=f"The race of {newest} is still to come on {on}.",
                hint="Give only races that were run, or a later day as today.",
            )
        )
    return tuple(
        race
        for race in races
        if race.km <= MARATHON_KM and (race.on is None or (newest - race.on).days <= SEASON_DAYS)
    )


def _prediction(
    races: Sequence[Race], km: float, weekly_km: float | None, on: date
) -> Prediction | None:
    base = min(races, key=lambda race: _rank(race, km, on), default=None)
    if base is None:
        return None
    if km == MARATHON_KM and base.km < MARATHON_KM - 1:
        return _marathon(base, races, weekly_km)
    shown = _formula(base, km, _own_exponent(races))
    if shown is None:
        return None
    time_s, model = shown
    band = _band(base, km, on)
    return Prediction(
        km=km,
        s=_whole(time_s),
        low_s=_whole(time_s * (1 - band)),
        high_s=_whole(time_s * (1 + band)),
        model=model,
    )


def _marathon(base: Race, races: Sequence[Race], weekly_km: float | None) -> Prediction | None:
    formula = _formula(base, MARATHON_KM, None)
    like_you = None if weekly_km is None else _like_you(base, races, weekly_km)
    surest = like_you or formula
    if surest is None:
        return None
    time_s, model = max(shown for shown in (formula, like_you) if shown is not None)
    half_s = 60 * FOUR_IN_FIVE * math.sqrt(SQUARED_ERROR_MIN2[surest[1]])
    return Prediction(
        km=MARATHON_KM,
        s=_whole(time_s),
        low_s=_whole(min(time_s, surest[0] - half_s)),
        high_s=_whole(max(time_s, surest[0] + half_s)),
        model=model,
        if_all_goes_right_s=None if formula is None else _whole(formula[0]),
        runners_like_you_s=None if like_you is None else _whole(like_you[0]),
    )


def _formula(base: Race, km: float, k: float | None) -> tuple[float, Model] | None:
    fitness = exact_race_fitness(base.km, base.time_s)
    by_power = riegel_time_s(base, km, k=RIEGEL_K if k is None else k)
    if fitness is None:
        return None if by_power is None else (by_power, "riegel")
    by_fitness = race_time_s(fitness, km)
    if k is not None and by_power is not None and by_power > by_fitness + 0.5:
        return by_power, "riegel"
    return by_fitness, "daniels-gilbert"


def _like_you(base: Race, races: Sequence[Race], weekly_km: float) -> tuple[float, Model] | None:
    for one, other in _pairs(races):
        time_s = marathon_from_two_races_s(one, other, weekly_km)
        if time_s is not None:
            return time_s, "vickers-two-races"
    time_s = marathon_from_one_race_s(base, weekly_km)
    return None if time_s is None else (time_s, "vickers-one-race")


def _own_exponent(races: Sequence[Race]) -> float | None:
    return next((k for pair in _pairs(races) if (k := personal_exponent(*pair)) is not None), None)


def _pairs(races: Sequence[Race]) -> list[tuple[Race, Race]]:
    longest_first = sorted(races, key=lambda race: (-race.km, race.time_s))
    return list(combinations(longest_first, 2))


def _rank(race: Race, km: float, on: date) -> tuple[float, float, int, float]:
    newest = 0 if race.on is None else -race.on.toordinal()
    return _band(race, km, on), abs(math.log(km / race.km)), newest, race.time_s


def _band(race: Race, km: float, on: date) -> float:
    is_near = 0.5 <= km / race.km <= 2
    return FRESH_BAND if is_near and _is_fresh(race, on) else WIDE_BAND


def _is_fresh(race: Race, on: date) -> bool:
    return race.on is not None and (on - race.on).days < FRESH_DAYS


def _whole(time_s: float) -> int:
    return int(rounded(time_s))

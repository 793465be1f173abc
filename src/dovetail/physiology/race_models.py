"""What the models say of a race time, each within its own range."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from dovetail.physiology.race_fitness import HALF_KM, MARATHON_KM, MILE_KM

RIEGEL_K, LOWEST_K, HIGHEST_K = 1.06, 1.03, 1.15
FARTHEST_RATIO, NEAREST_RATIO = 4.5, 1.5  # the one of Riegel, the other (ours) for a k of one's own
RIEGEL_S = (3.5 * 60, 230 * 60)
VICKERS_KM = (5.0, 35.0)  # races that say something of a marathon; ours
VICKERS_HALF_S = (70 * 60, 165 * 60)
VICKERS_MILES_A_WEEK = (5, 90)
VICKERS_K = (1.0, 1.25)  # beyond, one of the two races was not raced; ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """A race that was run; `on` is None when the day was not said."""

    km: float
    time_s: float
    on: date | None = None


def riegel_time_s(race: Race, km: float, *, k: float = RIEGEL_K) -> float | None:
    """Return the time [s] over a distance [km] by Riegel's power law.

    Valid for times of 3.5 to 230 min, distances up to the marathon and at most 4.5 times
    longer or shorter than the race; None outside. Fine up to the half marathon; over the
    marathon ten minutes or more too fast for half of all recreational runners.

    Sources: riegel-1981, vickers-2016.

    >>> round(riegel_time_s(Race(km=21.0975, time_s=6300), 42.195))
    13135
    """
    ratio = km / race.km
    if max(ratio, 1 / ratio) > FARTHEST_RATIO or max(km, race.km) > MARATHON_KM:
        return None
    time_s = race.time_s * math.pow(ratio, k)
    shortest, longest = RIEGEL_S
    holds = all(shortest <= each <= longest for each in (race.time_s, time_s))
    return time_s if holds else None


def personal_exponent(one: Race, other: Race) -> float | None:
    """Return a runner's own exponent for Riegel's law, held to 1.03 to 1.15.

    None unless one race is 1.5 to 4.5 times as long as the other: nearer, a bad day weighs
    more than the distance.

    Sources: riegel-1981, dovetail.

    >>> round(personal_exponent(Race(km=10, time_s=2400), Race(km=21.0975, time_s=5340)), 3)
    1.071
    """
    k = _exponent(one, other)
    return None if k is None else min(HIGHEST_K, max(LOWEST_K, k))


def marathon_from_one_race_s(race: Race, weekly_km: float) -> float | None:
    """Return the marathon time [s] that runners with such a race and weekly km ran.

    Fitted to 2303 recreational runners. Valid for a race of 5 to 35 km worth a half marathon
    of 1:10 to 2:45 and for 8 to 145 km (5 to 90 miles) a week; None outside. The factor of
    mileage is 0.06423826; ten times as much is a misprint that is often copied.

    Sources: vickers-2016, dovetail.

    >>> round(marathon_from_one_race_s(Race(km=21.0975, time_s=6300), 30 * 1.609344))
    14050
    """
    if not _vickers_holds(race, weekly_km):
        return None
    riegel_m_per_s = MARATHON_KM * 1000 / (race.time_s * math.pow(MARATHON_KM / race.km, 1.07))
    tens = weekly_km / MILE_KM / 10
    return MARATHON_KM * 1000 / (0.16018617 + 0.83076202 * riegel_m_per_s + 0.06423826 * tens)


def marathon_from_two_races_s(one: Race, other: Race, weekly_km: float) -> float | None:
    """Return the marathon time [s] that runners with two such races and weekly km ran.

    Valid as `marathon_from_one_race_s` is, for two races of which one is 1.5 to 4.5 times as
    long and takes 1.0 to 1.25 as exponent; None outside.

    Sources: vickers-2016, dovetail.

    >>> races = Race(km=10, time_s=2400), Race(km=21.0975, time_s=5340)
    >>> round(marathon_from_two_races_s(*races, 40 * 1.609344))
    11766
    """
    k = _exponent(one, other)
    holds = _vickers_holds(one, weekly_km) and _vickers_holds(other, weekly_km)
    if k is None or not (holds and VICKERS_K[0] <= k <= VICKERS_K[1]):
        return None
    longer = max(one, other, key=lambda race: race.km)
    steeper = 1.4510756 - 0.23797948 * k - 0.01410023 * weekly_km / MILE_KM / 10
    return longer.time_s * math.pow(MARATHON_KM / longer.km, steeper)


def _exponent(one: Race, other: Race) -> float | None:
    shorter, longer = sorted((one, other), key=lambda race: race.km)
    if not NEAREST_RATIO <= longer.km / shorter.km <= FARTHEST_RATIO:
        return None
    return math.log(longer.time_s / shorter.time_s) / math.log(longer.km / shorter.km)


def _vickers_holds(race: Race, weekly_km: float) -> bool:
    (nearest, farthest), (quick, slow) = VICKERS_KM, VICKERS_HALF_S
    fewest, most = VICKERS_MILES_A_WEEK
    half_s = race.time_s * (HALF_KM / race.km) ** 1.07
    return (
        nearest <= race.km <= farthest
        and quick <= half_s <= slow
        and fewest * MILE_KM <= weekly_km <= most * MILE_KM
    )

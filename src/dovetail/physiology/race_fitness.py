"""Race fitness: one number that a race gives and that gives race times back."""

from __future__ import annotations

import math

from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.units import Duration, rounded
from dovetail.physiology.records import faster_than_record

MARATHON_KM = 42.195
HALF_KM = 21.0975
MILE_KM = 1.609344

SHORTEST_KM, LONGEST_KM = 1.5, MARATHON_KM
SHORTEST_S, LONGEST_S = 3.5 * 60, 240 * 60
LOWEST, HIGHEST = 30.0, 90.0  # 85 is the published end; the fastest half marathons come to 87

_COST = (-4.60, 0.182258, 0.000104)  # oxygen cost of a speed, ml/kg/min over m/min
_HALVINGS = 60  # 42195 / 50 minutes shrink below a millionth of a second


def oxygen_cost(speed_m_per_min: float) -> float:
    """Return what a speed [m/min] costs on the flat [ml/kg/min].

    Sources: daniels-gilbert-1979.

    >>> round(oxygen_cost(250), 1)
    47.5
    """
    rest, linear, square = _COST
    return rest + linear * speed_m_per_min + square * speed_m_per_min**2


def speed_m_per_min(oxygen: float) -> float:
    """Return the speed [m/min] that an oxygen uptake [ml/kg/min] pays for.

    Sources: daniels-gilbert-1979.

    >>> round(speed_m_per_min(oxygen_cost(250)), 6)
    250.0
    """
    rest, linear, square = _COST
    return (math.sqrt(linear**2 + 4 * square * (oxygen - rest)) - linear) / (2 * square)


def sustainable_fraction(minutes: float) -> float:
    """Return the fraction of maximal uptake that can be held for so many minutes.

    Fitted to races of 3.5 to 240 min; it is 1 at about 11 min, not at 4 as often copied.

    Sources: daniels-gilbert-1979.

    >>> [round(sustainable_fraction(minutes), 3) for minutes in (11, 60, 240)]
    [1.0, 0.888, 0.809]
    """
    return (
        0.8 + 0.1894393 * math.exp(-0.012778 * minutes) + 0.2989558 * math.exp(-0.1932605 * minutes)
    )


def race_fitness(km: float, time_s: float) -> float | None:
    """Return the race fitness that a race shows, rounded to 0.1.

    An index of performance, not a laboratory's maximal oxygen uptake, which it reads low.
    Valid for 1.5 to 42.195 km and 3.5 to 240 min; None outside, and below 30, where the
    formula would speak of walking. A time faster than the record is an error.

    Sources: daniels-gilbert-1979.

    >>> race_fitness(5, 20 * 60), race_fitness(80, 9 * 3600)
    (49.8, None)
    """
    exact = exact_race_fitness(km, time_s)
    return None if exact is None else rounded(exact, 0.1)


def exact_race_fitness(km: float, time_s: float) -> float | None:
    """Return race fitness unrounded, for whoever computes on with it.

    Valid as `race_fitness` is; it undoes `race_time_s` exactly.

    Sources: daniels-gilbert-1979.

    >>> round(exact_race_fitness(10, 40 * 60), 2)
    51.94
    """
    check_race(km, time_s)
    if not (SHORTEST_KM <= km <= LONGEST_KM and SHORTEST_S <= time_s <= LONGEST_S):
        return None
    index = _index(km, time_s / 60)
    return index if index >= LOWEST else None


def comparable_fitness(km: float, time_s: float) -> float:
    """Return the index of a time, also where it is too slow to be a race fitness.

    Only to compare two times over one distance: beyond 240 minutes the curve is nearly flat
    and no pace may be read from it. The time is positive [s], the distance positive [km].

    Source: daniels-gilbert-1979.

    >>> round(comparable_fitness(42.195, 4 * 3600 + 25 * 60), 1)
    33.6
    """
    return _index(km, time_s / 60)


def race_time_s(fitness: float, km: float) -> float:
    """Return the time [s] that a race fitness predicts over a distance [km].

    Valid for a race fitness of 30 to 90 and 1.5 to 42.195 km; anything else is an error.
    Times beyond 240 min (a marathon below about 38) go past the published range, where the
    curve is nearly flat. For most marathon runners it is too fast: see `race_time`.

    Sources: daniels-gilbert-1979, vickers-2016.

    >>> round(race_time_s(50, 10)), round(race_time_s(50, 42.195))
    (2480, 11440)
    """
    check_fitness(fitness)
    if not SHORTEST_KM <= km <= LONGEST_KM:
        raise BadInput(_no_distance(km))
    quick, slow = km * 1000 / 600, km * 1000 / 50
    for _ in range(_HALVINGS):
        middle = (quick + slow) / 2
        if _index(km, middle) > fitness:
            quick = middle
        else:
            slow = middle
    return slow * 60


def break_factor(days_off: float, *, cross_trained: bool) -> float:
    """Return the share of race fitness that is left after days without running.

    Nothing is lost in five days; then 0.3 % a day down to 0.80, or with cross-training
    0.15 % a day down to 0.90. For breaks without injury; a change of mass is not in it.

    Sources: daniels-2018.

    >>> round(break_factor(14, cross_trained=False), 4), break_factor(42, cross_trained=True)
    (0.973, 0.9445)
    """
    if not days_off >= 0:
        raise BadInput(_no_days(days_off))
    lost_a_day, least = (0.0015, 0.90) if cross_trained else (0.003, 0.80)
    return max(least, 1 - lost_a_day * max(0.0, days_off - 5))


def fitness_after_break(fitness: float, days_off: float, *, cross_trained: bool) -> float:
    """Return the race fitness to start again with after days off, rounded to 0.1.

    Valid as `break_factor` is, for a race fitness of 30 to 90 before the break.

    Sources: daniels-2018.

    >>> fitness_after_break(50, 28, cross_trained=False)
    46.6
    """
    check_fitness(fitness)
    return rounded(fitness * break_factor(days_off, cross_trained=cross_trained), 0.1)


def check_fitness(fitness: float) -> None:
    """Raise unless the formulas hold for this race fitness (30 to 90)."""
    if not LOWEST <= fitness <= HIGHEST:
        raise BadInput(
            Problem(
                code="race-fitness-out-of-range",
                problem=f"A race fitness of {fitness:g} is outside what the formulas cover.",
                hint=f"Use a value from {LOWEST:g} to {HIGHEST:g}; below, run by feel.",
            )
        )


def check_race(km: float, time_s: float) -> None:
    """Raise when the distance [km] or time [s] is nothing, or faster than the record."""
    if not (0 < km < math.inf and 0 < time_s < math.inf):
        raise BadInput(
            Problem(
                code="not-a-race",
                problem=f"{km:g} km in {time_s:g} s is not a race.",
                hint="Give a distance and a time above zero.",
            )
        )
    if faster_than_record(km, time_s):
        raise BadInput(
            Problem(
                code="faster-than-record",
                problem=f"{km:g} km in {Duration(round(time_s))} is faster than the world record.",
                hint="Write the time as h:mm:ss, as in 1:45:00, and check the distance.",
            )
        )


def _index(km: float, minutes: float) -> float:
    return oxygen_cost(km * 1000 / minutes) / sustainable_fraction(minutes)


def _no_distance(km: float) -> Problem:
    return Problem(
        code="race-distance-out-of-range",
        problem=f"No race time can be predicted over {km:g} km.",
        hint=f"Ask for {SHORTEST_KM:g} to {LONGEST_KM:g} km; beyond, plan by hours on feet.",
    )


def _no_days(days_off: float) -> Problem:
    return Problem(
        code="days-off-below-zero",
        problem=f"{days_off:g} days off cannot be.",
        hint="Count the days from the last run to today, 0 or more.",
    )

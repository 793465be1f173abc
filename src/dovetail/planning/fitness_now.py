"""What races and tests since the season began say of the paces to train at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dovetail.physiology.race_models import Race
from dovetail.physiology.race_time import current_race_fitness, predictions
from dovetail.planning.orders import Orders
from dovetail.planning.paces import Paces, paces_of
from dovetail.planning.profile import Profile, marathon_pace
from dovetail.planning.standing import Standing


def fitness_now(profile: Profile, standing: Standing) -> Profile:
    """Return the person with the race fitness of today; the frame of the season stays.

    A new race is read beside those that were told before.

    Source: daniels-gilbert-1979.
    """
    if not standing.races:
        return profile
    told = (*profile.athlete.running.races, *standing.races)
    races = tuple(Race(km=one.km, time_s=one.time.s, on=one.date) for one in told)
    on = max((standing.until, *(one.date for one in standing.races)))
    predicted = predictions(races, max(profile.athlete.running.weekly_km, 1.0), on)
    return replace(
        profile,
        race_fitness=current_race_fitness(races, on),
        predictions=predicted,
        marathon_s_per_km=marathon_pace(profile.athlete, predicted),
    )


def paces_in(profile: Profile, usual: Paces, orders: Orders, monday: date) -> Paces:
    """Return the paces of a week: a decision may hold them at a lower fitness, never a higher."""
    most = orders.most("race_fitness", monday)
    if most is None or profile.race_fitness is None or most >= profile.race_fitness:
        return usual
    return paces_of(replace(profile, race_fitness=most))

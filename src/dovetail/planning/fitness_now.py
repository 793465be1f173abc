"""What races and tests since the season began say of the paces to train at."""

from __future__ import annotations

from dataclasses import replace

from dovetail.physiology.race_models import Race
from dovetail.physiology.race_time import current_race_fitness, predictions
from dovetail.planning.profile import Profile, marathon_pace
from dovetail.planning.standing import Standing


def fitness_now(profile: Profile, standing: Standing) -> Profile:
    """Return the person with the race fitness of today; the frame of the season stays.

    A new race is read beside those that were told before; a decision may hold the fitness that
    is trained at lower, never higher.

    Sources: daniels-gilbert-1979 (fitness), dovetail (what may hold it).
    """
    orders = standing.orders.of("race_fitness", standing.until, standing.until)
    if not standing.races and not orders:
        return profile
    told = (*profile.athlete.running.races, *standing.races)
    races = tuple(Race(km=one.km, time_s=one.time.s, on=one.date) for one in told)
    on = max((standing.until, *(one.date for one in standing.races)))
    on = on if standing.races else profile.today
    fitness = current_race_fitness(races, on)
    predicted = predictions(races, max(profile.athlete.running.weekly_km, 1.0), on)
    for order in orders:
        if fitness is not None and order.bound.at_most is not None:
            fitness = min(fitness, order.bound.at_most)
    return replace(
        profile,
        race_fitness=fitness,
        predictions=predicted,
        marathon_s_per_km=marathon_pace(profile.athlete, predicted),
    )

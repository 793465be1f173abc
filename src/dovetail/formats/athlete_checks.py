"""What cannot be true of an athlete on a given day, though every single value may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dovetail.domain.athlete import (
    Availability,
    BoneStress,
    Goal,
    Health,
    Heart,
    Running,
    StrengthHistory,
)
from dovetail.domain.calendar import WEEKDAYS, age_on, monday_of
from dovetail.domain.errors import Place, Problem
from dovetail.domain.units import Duration
from dovetail.formats.complaints import choice
from dovetail.physiology.records import faster_than_record

YOUNGEST, OLDEST = 8, 100
AHEAD_AT_MOST = timedelta(days=2 * 366)
SLOWEST_S_PER_KM = 1800
"""Half an hour a kilometre: slower than a walk, so hours and minutes were mixed up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of an athlete that could be read; None where something was wrong."""

    born: date | None = None
    goal: Goal | None = None
    running: Running | None = None
    strength: StrengthHistory | None = None
    availability: Availability | None = None
    health: Health | None = None
    heart: Heart | None = None


def impossible(parts: Parts, *, today: date, since: date) -> Iterator[Problem]:
    """Find everything that cannot be true; races must lie after `since`."""
    if parts.goal is not None:
        yield from _goal(parts.goal, since)
    yield from _person(parts, today)
    yield from _week(parts)


def _person(parts: Parts, today: date) -> Iterator[Problem]:
    if parts.born is not None:
        yield from _birth(parts.born, today)
    if parts.running is not None:
        yield from _running(parts.running, parts.born, today)
    if parts.health is not None:
        yield from _health(parts.health, today)
    if parts.heart is not None:
        yield from _heart(parts.heart)


def _week(parts: Parts) -> Iterator[Problem]:
    if parts.availability is not None:
        yield from _days(parts.availability)
    if parts.availability is not None and parts.strength is not None:
        yield from _places(parts.availability, parts.strength)
    if parts.strength is not None:
        yield from _loads(parts.strength)


def _birth(born: date, today: date) -> Iterator[Problem]:
    if born > today:
        yield _problem("born-in-the-future", "born", f"{born} is still to come.", "Check the year.")
    elif not YOUNGEST <= age_on(born, today) <= OLDEST:
        problem = f"born {born} makes an age of {age_on(born, today)}."
        hint = f"Check the year; plans are made from {YOUNGEST} to {OLDEST} years."
        yield _problem("impossible-age", "born", problem, hint)


def _goal(goal: Goal, since: date) -> Iterator[Problem]:
    if goal.race == "healthy":
        yield from _no_race(goal)
    else:
        yield from _race_date(goal, since)
        yield from _race_length(goal)
    if goal.time is not None and goal.distance_km is not None:
        yield from _race_time("goal.time", goal.distance_km, goal.time)
    if goal.start is not None:
        yield from _start(goal, goal.start)
    yield from _tune_ups(goal, since)


def _no_race(goal: Goal) -> Iterator[Problem]:
    given: Mapping[str, object] = {"date": goal.date, "time": goal.time, "km": goal.km}
    for key in (key for key, value in given.items() if value is not None):
        problem = f'goal.{key} says there is a race, and race = "healthy" says there is none.'
        hint = f"Remove {key}, or name the race: 5k, 10k, half, marathon or ultra."
        yield _problem("no-race", f"goal.{key}", problem, hint)


def _race_date(goal: Goal, since: date) -> Iterator[Problem]:
    if goal.date is None:
        hint = 'Add date = 2027-03-14 under [goal], or use race = "healthy" to train without one.'
        yield _problem("missing-key", "goal.date", "The race has no date.", hint)
    elif goal.date <= since:
        hint = 'Give the next race, or use race = "healthy" to train without one.'
        problem = f"The race on {goal.date} is not in the future."
        yield _problem("race-in-the-past", "goal.date", problem, hint)
    elif goal.date - since > AHEAD_AT_MOST:
        hint = 'Choose a race within two years, or race = "healthy" until then.'
        yield _problem("race-too-far", "goal.date", f"{goal.date} is too far away to plan.", hint)


def _race_length(goal: Goal) -> Iterator[Problem]:
    if goal.race == "ultra" and goal.km is None:
        hint = "Add km = 80 under [goal]."
        yield _problem("missing-key", "goal.km", "An ultra needs its length.", hint)
    elif goal.race == "ultra" and goal.km is not None and goal.km <= 42.195:
        problem = f"{goal.km:g} km is no ultra."
        hint = "An ultra is longer than 42.2 km; name the race by its own word, such as marathon."
        yield _problem("not-an-ultra", "goal.km", problem, hint)
    elif goal.race != "ultra" and goal.km not in (None, goal.distance_km):
        problem = f'race = "{goal.race}" has its own length, and km = {goal.km:g} is another.'
        yield _problem("two-lengths", "goal.km", problem, 'Remove km, or use race = "ultra".')


def _race_time(key: str, km: float, time: Duration) -> Iterator[Problem]:
    if faster_than_record(km, time.s):
        problem = f"{time} for {km:g} km is faster than the world record."
        hint = 'Write hours, minutes and seconds, such as "1:58:00", and check the distance.'
        yield _problem("faster-than-record", key, problem, hint)
    elif time.s > km * SLOWEST_S_PER_KM:
        problem = f"{time} for {km:g} km is slower than walking."
        hint = 'Write hours, minutes and seconds: "52:00" is 52 minutes, "1:58:00" nearly 2 hours.'
        yield _problem("slower-than-walking", key, problem, hint)


def _start(goal: Goal, start: date) -> Iterator[Problem]:
    if start.weekday() != 0:
        hint = f"Use {monday_of(start)}, the Monday of that week, or leave start out."
        yield _problem("not-a-monday", "goal.start", f"{start} is not a Monday.", hint)
    if goal.date is not None and start > goal.date:
        hint = "Start before the race, or leave start out."
        yield _problem("start-after-race", "goal.start", f"{start} is after the race.", hint)


def _tune_ups(goal: Goal, since: date) -> Iterator[Problem]:
    seen: set[date] = set()
    for number, race in enumerate(goal.tune_up, 1):
        key = f"goal.tune_up[{number}].date"
        if race.date <= since:
            hint = "Remove it; with its time it can stand under running.races."
            problem = f"The race on {race.date} is not in the future."
            yield _problem("race-in-the-past", key, problem, hint)
        elif goal.date is not None and race.date >= goal.date:
            hint = f"A tune-up comes before the goal race on {goal.date}."
            yield _problem("tune-up-too-late", key, f"{race.date} is too late.", hint)
        elif race.date in seen:
            problem = f"Two tune-up races on {race.date}."
            yield _problem("two-races-a-day", key, problem, "Keep one of them.")
        seen.add(race.date)


def _running(running: Running, born: date | None, today: date) -> Iterator[Problem]:
    if running.as_of is not None:
        yield from _not_yet("running.as_of", running.as_of, today)
    if born is not None and born <= today and running.years > age_on(born, today) + 1:
        problem = f"{running.years:g} years of running are more than a life since {born}."
        yield _problem("too-many-years", "running.years", problem, "Check years and born.")
    for number, race in enumerate(running.races, 1):
        key = f"running.races[{number}]"
        yield from _not_yet(f"{key}.date", race.date, today)
        yield from _race_time(f"{key}.time", race.km, race.time)


def _days(availability: Availability) -> Iterator[Problem]:
    days = [(name, availability.on(number)) for number, name in enumerate(WEEKDAYS)]
    for name, day in days:
        if day.am + day.pm > 1440:
            problem = f"{name.capitalize()} has {(day.am + day.pm) / 60:g} hours."
            yield _problem("hours-in-a-day", f"availability.{name}", problem, "A day has 24.")
    if not any(day.am or day.pm for _, day in days):
        problem = "There is no day to train on: every day has 0 minutes."
        hint = "Give at least one day minutes, such as sunday = 60; two days make a season."
        yield _problem("no-available-day", "availability", problem, hint)


def _places(availability: Availability, strength: StrengthHistory) -> Iterator[Problem]:
    for number, name in enumerate(WEEKDAYS):
        place = availability.on(number).at
        if place is not None and place not in strength.places:
            there = choice(place, strength.places) if strength.places else "There is none yet."
            hint = f'{there} Add it: [strength.places] {place} = ["full_gym"]'
            problem = f"strength.places does not say what is at {place!r}."
            yield _problem("unknown-place", f"availability.{name}.at", problem, hint)


def _loads(strength: StrengthHistory) -> Iterator[Problem]:
    for kit, weights in strength.steps.items():
        if not weights or min(weights) <= 0:
            problem = f"strength.steps.{kit} needs weights above 0 kg."
            hint = "Write the step, such as 2.5, or all the weights, such as [5, 7.5, 10]."
            yield _problem("no-weight", f"strength.steps.{kit}", problem, hint)


def _health(health: Health, today: date) -> Iterator[Problem]:
    asked, conditions = health.screening, health.screening.conditions
    if health.cleared is not None:
        yield from _not_yet("health.cleared", health.cleared, today)
    if conditions is not None and conditions.cleared_on is not None:
        key = "health.screening.conditions.cleared_on"
        yield from _not_yet(key, conditions.cleared_on, today)
    if asked.bone_stress_injury is not None:
        yield from _bone(asked.bone_stress_injury, today)


def _bone(injury: BoneStress, today: date) -> Iterator[Problem]:
    key = "health.screening.bone_stress_injury"
    for name, day in (("on", injury.on), ("cleared", injury.cleared)):
        if day is not None:
            yield from _not_yet(f"{key}.{name}", day, today)
    if injury.on is not None and injury.cleared is not None and injury.cleared < injury.on:
        problem = f"Cleared on {injury.cleared}, before the injury on {injury.on}."
        yield _problem("cleared-too-early", f"{key}.cleared", problem, "Check the two dates.")


def _heart(heart: Heart) -> Iterator[Problem]:
    told = [
        (name, bpm)
        for name, bpm in (("rest", heart.rest), ("threshold", heart.threshold), ("max", heart.max))
        if bpm is not None
    ]
    for (lower, low), (higher, high) in pairwise(told):
        if low >= high:
            problem = f"heart.{lower} {low} is not below heart.{higher} {high}."
            hint = "rest is below threshold, and threshold below max (bpm)."
            yield _problem("heart-rates-crossed", f"heart.{lower}", problem, hint)


def _not_yet(key: str, day: date, today: date) -> Iterator[Problem]:
    if day > today:
        problem = f"{key} is {day}, and that is still to come."
        yield _problem("in-the-future", key, problem, f"Give a day up to today, {today}.")


def _problem(code: str, key: str, problem: str, hint: str) -> Problem:
    return Problem(code=code, problem=problem, hint=hint, place=Place(key=key))

"""Random people for properties: every kind that athlete.toml can hold, all of them possible."""

from __future__ import annotations

import random
import string
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from hypothesis import strategies as st

from dovetail.domain.athlete import (
    RACE_KM,
    Athlete,
    Availability,
    Body,
    BoneStress,
    Conditions,
    Day,
    EnergyQuestions,
    Goal,
    Health,
    Heart,
    Kit,
    Level,
    PolicyName,
    Preferences,
    PreferredDay,
    RaceName,
    RaceResult,
    Running,
    Screening,
    Sex,
    StrengthHistory,
    TrainedPhase,
    TuneUp,
    Unlock,
)
from dovetail.domain.calendar import WEEKDAYS, monday_of
from dovetail.domain.exercise import EQUIPMENT
from dovetail.domain.units import Duration

TODAY = date(2026, 11, 20)
KITS: tuple[Kit, ...] = (*EQUIPMENT, "full_gym", "no_step", "no_backpack")
RACES: tuple[RaceName, ...] = get_args(RaceName)
PLACES = ("gym", "my office", 'the "barn"')
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PRINTABLE = st.text(string.ascii_letters, min_size=1, max_size=8)


def tenths(low: float, high: float) -> st.SearchStrategy[float]:
    """Draw numbers with one decimal."""
    return st.integers(round(low * 10), round(high * 10)).map(lambda count: count / 10)


def days_before(today: date, most: int = 700) -> st.SearchStrategy[date]:
    """Draw days up to today."""
    return st.integers(0, most).map(lambda days: today - timedelta(days=days))


def times(km: float) -> st.SearchStrategy[Duration]:
    """Draw race times from the very good to the last finisher."""
    return st.integers(round(km * 230), round(km * 900)).map(Duration)


@st.composite
def goals(draw: st.DrawFn, today: date = TODAY, race: RaceName | None = None) -> Goal:
    """Draw a goal: any race 1 to 60 weeks ahead, or none."""
    race_name = draw(st.sampled_from(RACES)) if race is None else race
    start = draw(st.none() | st.integers(-4, 1).map(lambda n: monday_of(today) + timedelta(7 * n)))
    if race_name == "healthy":
        return Goal(race=race_name, start=start)
    days = draw(st.integers(8, 420))
    km = draw(tenths(45, 161)) if race_name == "ultra" else None
    return Goal(
        race=race_name,
        date=today + timedelta(days=days),
        km=km,
        time=draw(st.none() | times(km or RACE_KM[race_name])),
        start=start,
        start_time=draw(st.sampled_from(["07:30", "09:00", "18:00"])),
        tune_up=draw(tune_ups(today, days)),
    )


@st.composite
def tune_ups(draw: st.DrawFn, today: date, days: int) -> tuple[TuneUp, ...]:
    """Draw up to two races on different days before the goal."""
    offsets = draw(st.lists(st.integers(1, days - 1), max_size=2, unique=True))
    return tuple(
        TuneUp(
            km=draw(tenths(3, 42)),
            date=today + timedelta(days=offset),
            effort=draw(st.sampled_from(["race", "training"])),
        )
        for offset in sorted(offsets)
    )


@st.composite
def results(draw: st.DrawFn, today: date = TODAY) -> RaceResult:
    """Draw a race that was run."""
    km = draw(tenths(3, 50))
    return RaceResult(km=km, time=draw(times(km)), date=draw(days_before(today)))


@st.composite
def runners(draw: st.DrawFn, today: date = TODAY, *, youngest: int = 8) -> Running:
    """Draw 0 to 120 km a week, with a longest run that fits it."""
    weekly = draw(st.just(0.0) | tenths(1, 120))
    return Running(
        weekly_km=weekly,
        longest_km=draw(tenths(0, max(weekly * 0.6, 1))),
        years=draw(tenths(0, min(youngest, 30))),
        as_of=draw(st.none() | days_before(today, 60)),
        races=tuple(draw(st.lists(results(today), max_size=3))),
    )


@st.composite
def strength_histories(draw: st.DrawFn) -> StrengthHistory:
    """Draw any kit, with steps for some of it, from no lifting to twelve weeks."""
    weeks = draw(st.integers(0, 12))
    loads = st.lists(st.integers(1, 60).map(float), min_size=1, max_size=4, unique=True)
    return StrengthHistory(
        weeks_trained=weeks,
        heavy_weeks=draw(st.integers(0, weeks)),
        equipment=draw(kits()),
        steps=draw(st.dictionaries(st.sampled_from(EQUIPMENT), loads.map(tuple), max_size=2)),
        places={place: draw(kits()) for place in PLACES},
        reached=draw(st.none() | st.sampled_from(get_args(TrainedPhase))),
        dumbbell_max_kg=draw(st.none() | tenths(2, 40)),
        technique_checked=draw(st.booleans()),
        coach_unlock=tuple(draw(st.lists(st.sampled_from(get_args(Unlock)), unique=True))),
        each_lift_twice=draw(st.booleans()),
    )


def kits() -> st.SearchStrategy[tuple[Kit, ...]]:
    """Draw what there is to train with."""
    return st.lists(st.sampled_from(KITS), max_size=5, unique=True).map(tuple)


@st.composite
def availabilities(draw: st.DrawFn, *, days_at_least: int = 1) -> Availability:
    """Draw a week with at least so many days to train on."""
    count = draw(st.integers(days_at_least, 7))
    names = draw(st.permutations(WEEKDAYS))[:count]
    return Availability(**{name: draw(days()) for name in names})


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Draw one slot or two, 20 to 240 minutes each."""
    minutes = st.integers(4, 48).map(lambda fives: fives * 5)
    am, pm = draw(st.tuples(minutes, st.just(0) | minutes).flatmap(st.permutations))
    return Day(am=am, pm=pm, at=draw(st.none() | st.sampled_from(PLACES)))


@st.composite
def screenings(draw: st.DrawFn, today: date = TODAY) -> Screening:
    """Draw any answers."""
    past = st.none() | days_before(today)
    injury = st.builds(
        BoneStress, site=st.sampled_from(["tibia", "navicular"]), cleared=past, on=st.none()
    )
    flags = {name: st.booleans() for name in EnergyQuestions.__dataclass_fields__}
    return Screening(
        conditions=draw(st.none() | st.builds(Conditions, yes=st.booleans(), cleared_on=past)),
        symptoms=draw(st.booleans()),
        bone_stress_injury=draw(st.none() | injury),
        osteoporosis=draw(st.booleans()),
        pregnant=draw(st.booleans()),
        reds=draw(st.builds(EnergyQuestions, **flags)),
        lower_leg_pain_now=draw(st.booleans()),
    )


def healths(today: date = TODAY) -> st.SearchStrategy[Health]:
    """Draw screening answers, cleared or not."""
    return st.builds(Health, screening=screenings(today), cleared=st.none() | days_before(today))


def preferences() -> st.SearchStrategy[Preferences]:
    """Draw habits."""
    return st.builds(
        Preferences,
        long_run=st.builds(PreferredDay, day=st.sampled_from(WEEKDAYS), must=st.just(False)),
        strength_per_week=st.integers(0, 3),
        units=st.sampled_from(["km", "mi"]),
        time=st.sampled_from(["am", "pm"]),
        rest=st.lists(st.sampled_from(WEEKDAYS), max_size=2, unique=True).map(tuple),
    )


@st.composite
def athletes(
    draw: st.DrawFn,
    today: date = TODAY,
    *,
    ages: tuple[int, int] = (8, 90),
    healthy: bool = False,
    days_at_least: int = 1,
) -> Athlete:
    """Draw anybody who can be written down; `healthy` people answer no to all of screening.

    Possible is not the same as plannable: age locks and screening may still refuse. For people
    who get a plan, draw with `ages=(18, 80), healthy=True, days_at_least=2`.
    """
    age = draw(st.integers(*ages))
    born = date(today.year - age - 1, today.month, 1) + timedelta(draw(st.integers(60, 330)))
    return Athlete(
        name=draw(NAMES),
        born=born,
        sex=draw(st.sampled_from(get_args(Sex))),
        level=draw(st.sampled_from(get_args(Level))),
        policy=draw(st.sampled_from(get_args(PolicyName))),
        goal=draw(goals(today)),
        running=draw(runners(today, youngest=age)),
        strength=draw(strength_histories()),
        availability=draw(availabilities(days_at_least=days_at_least)),
        health=Health() if healthy else draw(healths(today)),
        preferences=draw(preferences()),
        body=draw(st.builds(Body, mass_kg=st.none() | tenths(30, 120), height_cm=st.none())),
        heart=draw(st.sampled_from([Heart(), Heart(max=185), Heart(rest=50, threshold=168)])),
    )


# -- likely people -----------------------------------------------------------------------

COMMON_KITS: tuple[tuple[Kit, ...], ...] = (
    (),
    ("no_step", "no_backpack"),
    ("bands",),
    ("dumbbells",),
    ("bands", "dumbbells"),
    ("bands", "dumbbells", "medicine_ball", "foam_roller"),
    ("kettlebell", "bands", "pull_up_bar"),
    ("barbell", "rack", "bench", "dumbbells"),
    ("full_gym",),
)
KM_A_WEEK: dict[Level, tuple[int, int]] = {
    "beginner": (0, 25),
    "intermediate": (15, 55),
    "advanced": (45, 110),
}
WEEKS_TO_RACE: dict[RaceName, tuple[int, int]] = {
    "5k": (5, 16),
    "10k": (6, 18),
    "half": (8, 24),
    "marathon": (12, 32),
    "ultra": (14, 36),
}

LONG_RUN_KM: dict[RaceName, float] = {
    "5k": 3.2, "10k": 6.5, "half": 12.5, "marathon": 20.5, "ultra": 24,
}  # fmt: skip
"""The long run that somebody sane has in sight before entering."""
LONG_SLOT_MIN: dict[RaceName, int] = {
    "5k": 0, "10k": 60, "half": 110, "marathon": 160, "ultra": 180,
}  # fmt: skip
MIN_PER_KM: dict[Level, float] = {"beginner": 8.3, "intermediate": 7.0, "advanced": 5.75}
LIFTING_MIN = 45


def likely_athlete(chance: random.Random, today: date = TODAY) -> Athlete:
    """Draw somebody one could meet: the parts fit one another, as Hypothesis' people need not.

    Adults and a few who are 15 to 17; their week holds the running they do, their longest run
    fits it, and their race is one that training can reach. All have three or more days of
    45 minutes and answer no to all of screening, but for some who had a bone stress injury that
    is cleared.
    """
    level = chance.choice(get_args(Level))
    weekly = round(chance.uniform(*KM_A_WEEK[level]), chance.choice((0, 1)))
    age = chance.choice((chance.randint(15, 17), *(chance.randint(18, 75) for _ in range(8))))
    injured = chance.random() < 0.12
    cleared = today - timedelta(days=chance.randint(120, 900))
    injury = BoneStress(site="tibia", cleared=cleared) if injured else None
    week = _likely_week(chance, weekly, MIN_PER_KM[level])
    longest = _likely_longest(chance, weekly, week)
    goal = _likely_goal(
        chance, (weekly, longest), age, today, _reach(longest, week, injured=injured)
    )
    return Athlete(
        name="Somebody",
        born=date(today.year - age - 1, 12, 28),
        sex=chance.choice(get_args(Sex)),
        level=level,
        policy=chance.choice(get_args(PolicyName)),
        goal=goal,
        running=_likely_running(chance, level, weekly, today, longest),
        strength=_with_switches(_likely_strength(chance), random.Random(f"{weekly} {age} {level}")),
        availability=week,
        health=Health(screening=Screening(bone_stress_injury=injury)),
        preferences=Preferences(
            long_run=PreferredDay(day=chance.choice(("saturday", "sunday", "sunday", "friday"))),
            strength_per_week=chance.choice((2, 2, 2, 2, 3, 1, 0)),
            time=chance.choice(("am", "pm")),
        ),
    )


def _reach(longest: float, week: Availability, *, injured: bool) -> dict[RaceName, tuple[int, int]]:
    """Return the weeks that races ask of somebody, for races that are no folly.

    The long run has the weeks and the slot to grow to what its race asks, by about 600 m a
    week, lighter weeks among them; half as much after a bone stress injury.
    """
    room = max(max(week.on(day).am, week.on(day).pm) for day in range(7))
    grows = 0.3 if injured else 0.6
    found: dict[RaceName, tuple[int, int]] = {}
    for race, (low, high) in WEEKS_TO_RACE.items():
        least = 3 + round(max(0.0, LONG_RUN_KM[race] - longest) / grows + 0.5)
        if least <= high and room >= LONG_SLOT_MIN[race]:
            found[race] = (max(low, least), high)
    return found


def _likely_goal(
    chance: random.Random,
    runs: tuple[float, float],
    age: int,
    today: date,
    weeks_to: dict[RaceName, tuple[int, int]],
) -> Goal:
    weekly_km, longest = runs
    races: list[RaceName] = ["5k", "10k", "healthy"]
    races += ["half", "half"] if weekly_km >= 15 and longest >= 6 and age >= 16 else []
    races += ["marathon", "marathon"] if weekly_km >= 28 and longest >= 10 and age >= 18 else []
    races += ["ultra"] if weekly_km >= 45 and age >= 18 else []
    race = chance.choice([one for one in races if one == "healthy" or one in weeks_to])
    if race == "healthy":
        return Goal(race=race)
    weeks = chance.randint(*weeks_to[race])
    weekday = chance.choice((6, 6, 6, 6, 5, 5, chance.randint(0, 6)))
    on = monday_of(today) + timedelta(weeks=weeks, days=weekday)
    km = chance.choice((50.0, 63.0)) if race == "ultra" else None
    tune_up: tuple[TuneUp, ...] = ()
    if weeks > 9 and chance.random() < 0.2:
        before = timedelta(weeks=chance.randint(3, 6), days=chance.choice((0, 1)))
        tune_up = (TuneUp(km=chance.choice((5.0, 10.0, 15.0)), date=on - before),)
    return Goal(race=race, date=on, km=km, tune_up=tune_up)


def _likely_longest(chance: random.Random, weekly_km: float, week: Availability) -> float:
    """Draw a longest run that fits the week: the other runs were clearly shorter."""
    runs = min(6, sum(bool(week.on(day).am or week.on(day).pm) for day in range(7)))
    least = max(0.25, 1.05 / (1 + 0.75 * (runs - 1)))
    return round(weekly_km * chance.uniform(least, max(0.5, least + 0.05)), 1)


def _likely_running(
    chance: random.Random, level: Level, weekly_km: float, today: date, longest: float
) -> Running:
    years = {"beginner": 0.5, "intermediate": 2.0, "advanced": 8.0}[level]
    races: tuple[RaceResult, ...] = ()
    if chance.random() < 0.8 and weekly_km >= 10:
        pace = {"beginner": 390, "intermediate": 315, "advanced": 245}[level]
        time = Duration(round(10 * pace * chance.uniform(0.9, 1.15)))
        races = (RaceResult(km=10.0, time=time, date=today - timedelta(days=60)),)
    return Running(weekly_km=weekly_km, longest_km=longest, years=years, as_of=today, races=races)


def _likely_strength(chance: random.Random) -> StrengthHistory:
    weeks = chance.choice((0, 0, 3, 6, 10, 12))
    return StrengthHistory(
        weeks_trained=weeks,
        heavy_weeks=chance.choice((0, weeks // 2)),
        equipment=chance.choice(COMMON_KITS),
    )


def _with_switches(told: StrengthHistory, chance: random.Random) -> StrengthHistory:
    """Draw what few people set; by a chance of its own, so that the rest stays as it was."""
    dumbbells = "dumbbells" in told.equipment
    return replace(
        told,
        long_rest=chance.random() < 0.15,
        each_lift_twice=chance.random() < 0.15,
        technique_checked=chance.random() < 0.3,
        dumbbell_max_kg=chance.choice((None, 10.0, 16.0, 24.0)) if dumbbells else None,
    )


def _likely_week(chance: random.Random, weekly_km: float, min_per_km: float) -> Availability:
    """Draw a week that holds today's running and two strength sessions; one in eight has less."""
    needed = weekly_km * min_per_km + 2 * LIFTING_MIN
    short = chance.random() < 1 / 8
    for _ in range(40):
        week = _some_week(chance, weekly_km)
        given = sum(week.on(day).am + week.on(day).pm for day in range(7))
        if short or given >= needed:
            break
    return week


def _some_week(chance: random.Random, weekly_km: float) -> Availability:
    """Three to seven days of 45 minutes and more; the weekend has room for the long run."""
    count = chance.randint(3, 5) if weekly_km < 30 else chance.randint(4, 7)
    longest = chance.choice(("saturday", "sunday"))
    others = [day for day in WEEKDAYS if day != longest]
    chosen = chance.sample(others, count - 1)
    two_slots = chance.random() < 0.25
    week = {longest: Day(am=_fives(chance, 90, 150 if weekly_km < 40 else 210))}
    for day in chosen:
        pm = _fives(chance, 45, 75) if two_slots and chance.random() < 0.5 else 0
        week[day] = Day(am=_fives(chance, 45, 100), pm=pm)
    return Availability(**week)


def _fives(chance: random.Random, low: int, high: int) -> int:
    return 5 * chance.randint(low // 5, high // 5)


def likely_athletes(count: int, seed: int) -> tuple[Athlete, ...]:
    """Draw so many likely people, the same ones for the same seed."""
    return tuple(likely_person(number, seed) for number in range(count))


def likely_person(number: int, seed: int) -> Athlete:
    """Draw one likely person, the same one for the same number and seed."""
    return likely_athlete(random.Random(f"{seed} {number}"))


def first_day(number: int, seed: int) -> date:
    """Draw the day on which somebody asks for a plan: a Monday for half of them.

    The others ask on any day of the week, and begin with a part-week. Nobody asks before the
    day that the people of this file stand on.
    """
    chance = random.Random(f"day {seed} {number}")
    monday = monday_of(TODAY) + timedelta(weeks=1)
    return monday if chance.random() < 0.5 else TODAY + timedelta(days=chance.randint(0, 6))

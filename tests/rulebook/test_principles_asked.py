"""Which numbers a rule uses is known, not guessed: what it asks is what its record names."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import pytest
from tests import logs, people, six_people
from tests import plan_parts as parts
from tests.review.letter_weeks import LETTERS
from tests.rulebook.gate_words import gate_case
from tests.rulebook.log_words import log_case
from tests.rulebook.season_words import season_case
from tests.rulebook.week_words import training_case
from tests.seasons import example

from dovetail.application.make_plan import make_plan
from dovetail.application.review_plan import review_plan
from dovetail.application.today import today_of
from dovetail.content.library import PackagedLibrary, read_library, with_principles
from dovetail.domain.athlete import Availability, Day, Level
from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.easing import Ease
from dovetail.domain.errors import NoLegalPlan, Referral
from dovetail.domain.principles import Principle, Principles
from dovetail.domain.training_log import Checkin, Other
from dovetail.planning.profile import Permissions, Profile, profile_of
from dovetail.planning.week_problem import week_case, windows_in
from dovetail.review.done import outcomes
from dovetail.review.easier import EasyShelf
from dovetail.review.easing import eased
from dovetail.review.letter import letter_of
from dovetail.review.matching import match
from dovetail.review.readiness import Mornings
from dovetail.review.signals import signals_on
from dovetail.review.week_signals import week_signals
from dovetail.rulebook.adaptations import ADAPTATIONS
from dovetail.rulebook.cases import (
    DoseCase,
    IntensityCase,
    JumpCase,
    QualityCase,
    RunCase,
    Runner,
    WeekVolume,
)
from dovetail.rulebook.catalogue import LIMITS, MISTAKES, PLACEMENT, placement_rules
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.log_mistakes import EVERY_LOG_MISTAKE
from dovetail.rulebook.shapes import (
    Adaptation,
    Gap,
    Gate,
    Limit,
    LogMistake,
    Mistake,
    Pair,
    PlacementRule,
    Strain,
)
from dovetail.rulebook.strains import Legs
from dovetail.rulebook.week_case import WeekCase

OURS = read_library().principles
CASES = 400
CASE_FILES = Path(__file__).parent / "cases"
PEOPLE = 60
LATEST = timedelta(days=7)

V = TypeVar("V")


class Recording(dict[str, Principle]):
    """The entries of principles, and the names that somebody asked for."""

    def __init__(self, entries: Mapping[str, Principle]) -> None:
        super().__init__(entries)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> Principle:
        self.asked.add(name)
        return super().__getitem__(name)


def recorded() -> tuple[Principles, Recording]:
    entries = Recording(OURS.entries)
    return Principles(entries), entries


Rule = Limit | PlacementRule | Gate | Adaptation | Mistake | LogMistake


def every_rule(case: WeekCase) -> tuple[Rule, ...]:
    return (*LIMITS, *placement_rules(case), *GATES, *ADAPTATIONS, *MISTAKES, *EVERY_LOG_MISTAKE)


def named() -> dict[str, set[str]]:
    case = WeekCase(principles=OURS, budget=4, long_day=6)
    return {rule.code: set(rule.principles) for rule in every_rule(case)}


# -- what reaches a rule through its case ----------------------------------------------------


def profile_with(text: str, value: object) -> Profile:
    """An advanced runner of 45 before a half marathon, where one number is another."""
    athlete = next(
        one
        for one in people.likely_athletes(400, 1)
        if one.goal.race == "half" and one.level == "advanced"
    )
    born = date(people.TODAY.year - 46, 12, 28)
    running = replace(athlete.running, weekly_km=60.0, years=8)
    availability = Availability(**{day: Day(am=90) for day in WEEKDAYS})
    library = with_principles(read_library(), {text: {"value": value}})
    return profile_of(
        replace(athlete, born=born, running=running, availability=availability),
        people.TODAY,
        people.TODAY,
        principles=library.principles,
        may=Permissions(),
    )


def budget(profile: Profile) -> int:
    return week_case(profile, habits={}, windows={}).budget


def legs(profile: Profile, weeks_in_phase: int = 99) -> Legs:
    return Legs(
        principles=profile.principles,
        age=profile.age,
        masters=profile.masters,
        weeks_in_phase=weeks_in_phase,
    )


def sore(profile: Profile) -> bool:
    return legs(profile).sore


def primer_days(profile: Profile) -> Mapping[str, tuple[int, int]]:
    return windows_in(profile, race_week(profile), "race", None, was_heavy=False)


def last_heavy_days(profile: Profile) -> Mapping[str, tuple[int, int]]:
    monday = race_week(profile) - LATEST
    return windows_in(profile, monday, "taper", "activation", was_heavy=True)


def race_week(profile: Profile) -> date:
    race_on = profile.athlete.goal.date
    assert race_on is not None
    return race_on - timedelta(days=race_on.weekday())


Fed = tuple[Callable[[Profile], object], object, object]
FED: Mapping[tuple[str, str], Fed] = {
    ("PL211", "masters_age"): (sore, 40, 60),
    ("PL216", "masters_age"): (budget, 40, 60),
    ("PL216", "hard_units"): (budget, {"masters": 4}, {"masters": 2}),
    ("PL225", "primer_window"): (primer_days, {"half": [5, 3]}, {"half": [3, 1]}),
    ("PL225", "last_heavy_window"): (last_heavy_days, {"half": [11, 7]}, {"half": [9, 8]}),
}
"""By code and number: what the case says of it, and two values of which it must say different
things. A rule that is told a number by its case does not ask for it."""


@pytest.mark.parametrize(("code", "name"), FED)
def test_a_number_that_a_case_tells_changes_the_case(code: str, name: str) -> None:
    told, one, other = FED[code, name]

    assert name in named()[code]
    assert told(profile_with(name, one)) != told(profile_with(name, other))


# -- what a rule asks itself -----------------------------------------------------------------


def some(chance: random.Random, *values: V) -> V:
    return chance.choice(values)


def random_runner(chance: random.Random, principles: Principles) -> Runner:
    return Runner(
        principles=principles,
        level=some(chance, *get_args(Level)),
        race=some(chance, "5k", "10k", "half", "marathon", "ultra", "healthy"),
        age=chance.randint(15, 80),
        bone_history=some(chance, True, False),
        bone_cleared_months=some(chance, None, 3, 20),
        easy_s_per_km=chance.uniform(270, 600),
        runs_per_week=chance.randint(1, 8),
        slow_finish=some(chance, True, False),
    )


def random_case(of: str, chance: random.Random, principles: Principles) -> object:
    runner = random_runner(chance, principles)
    km = chance.uniform(0, 40)
    match of:
        case "run.km" | "other_run.km":
            facts: dict[str, Any] = {
                key: some(chance, None, chance.uniform(0, 40)) for key in ("week_km", "long_km")
            }
            return RunCase(runner=runner, longest_30d_km=some(chance, None, 0.0, km), **facts)
        case "week.km" | "race_week.km" | "lighter_week.km" | "taper_week.km":
            return WeekVolume(
                runner=runner,
                reference_km=some(chance, None, 2 * km),
                new_heavy_phase=some(chance, True, False),
                taper=some(chance, None, 0, 1),
            )
        case "week.lower_sets":
            dose: Literal["lighter", "peak", "taper"] = some(chance, "lighter", "peak", "taper")
            return DoseCase(runner=runner, kind=dose, reference_sets=km)
        case "week.hard_minutes":
            before = ((300.0, 20.0), (300.0, 20.0), (300.0, 20.0))
            return IntensityCase(runner=runner, week_min=10 * km, before=some(chance, (), before))
        case "quality.minutes":
            kind = some(chance, "threshold", "interval", "repetition", "hills")
            return QualityCase(runner=runner, kind=kind, week_min=10 * km)
        case "session.contacts":
            return JumpCase(runner=runner)
    raise AssertionError(f"A limit of {of}: say here what such a case looks like.")


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.code)
def test_a_limit_asks_the_numbers_that_it_names_and_no_others(limit: Limit) -> None:
    principles, entries = recorded()
    chance = random.Random(limit.code)

    for _ in range(CASES):
        limit.bound(random_case(limit.of, chance, principles))

    assert entries.asked == set(limit.principles)


@pytest.mark.parametrize("place", range(len(PLACEMENT)))
def test_a_placement_rule_asks_the_numbers_that_it_names_and_no_others(place: int) -> None:
    principles, entries = recorded()

    rule = PLACEMENT[place](WeekCase(principles=principles, budget=4, long_day=6))

    told = {name for code, name in FED if code == rule.code}
    assert entries.asked | told == set(rule.principles)
    assert entries.asked & told == set()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.code)
def test_a_mistake_asks_the_numbers_that_it_names_and_no_others(mistake: Mistake) -> None:
    principles, entries = recorded()
    cases = tomllib.loads((CASE_FILES / f"{mistake.code}.toml").read_text("utf-8"))

    for told in cases.values():
        list(mistake.found(season_case(told, principles)))

    assert entries.asked == set(mistake.principles)


def ask(gate: Gate, principles: Principles) -> None:
    """Ask a gate all its cases."""
    cases = tomllib.loads((CASE_FILES / f"{gate.code}.toml").read_text("utf-8"))
    for told in cases.values():
        gate.ease(gate_case(told, principles))


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.code)
def test_a_gate_asks_the_numbers_that_it_names_and_no_others(gate: Gate) -> None:
    principles, entries = recorded()

    ask(gate, principles)

    assert entries.asked == set(gate.principles)


def ask_weekly(rule: Adaptation, principles: Principles) -> None:
    """Ask a weekly rule all its cases."""
    cases = tomllib.loads((CASE_FILES / f"{rule.code}.toml").read_text("utf-8"))
    for told in cases.values():
        list(rule.decide(training_case(told, principles)))


@pytest.mark.parametrize("rule", ADAPTATIONS, ids=lambda rule: rule.code)
def test_a_weekly_rule_asks_the_numbers_that_it_names_and_no_others(rule: Adaptation) -> None:
    principles, entries = recorded()

    ask_weekly(rule, principles)

    assert entries.asked == set(rule.principles)


def see(mistake: LogMistake, principles: Principles) -> None:
    """Ask a mistake of a log all its cases; what makes the window asks numbers of its own."""
    cases = tomllib.loads((CASE_FILES / f"{mistake.code}.toml").read_text("utf-8"))
    for told in cases.values():
        list(mistake.see(replace(log_case(told), principles=principles)))


@pytest.mark.parametrize("mistake", EVERY_LOG_MISTAKE, ids=lambda mistake: mistake.code)
def test_a_mistake_of_a_log_asks_the_numbers_that_it_names_and_no_others(
    mistake: LogMistake,
) -> None:
    principles, entries = recorded()

    see(mistake, principles)

    assert entries.asked == set(mistake.principles)


def test_every_number_that_a_rule_names_is_there() -> None:
    assert {code: names - OURS.entries.keys() for code, names in named().items() if names} == {
        code: set() for code, names in named().items() if names
    }


def test_no_rule_names_a_number_twice() -> None:
    case = WeekCase(principles=OURS, budget=4, long_day=6)

    assert [
        rule.code for rule in every_rule(case) if len(rule.principles) != len(set(rule.principles))
    ] == []


def ask_easing(principles: Principles) -> None:
    """Ease a season under the ceilings of a tired morning."""
    season = six_people.season_of("dov")
    profile = replace(season.profile, principles=principles)
    shelf = EasyShelf.of(profile, season.library.exercises, season.library.templates)
    for session in season.sessions:
        eased(session, Ease(quality="less", lift="light"), shelf)


# -- what a season asks ----------------------------------------------------------------------


def read_a_log(principles: Principles) -> None:
    """What a log says of a plan, of a runner who was off for a week and then rides too."""
    easy = parts.run(logs.day(8), "easy-1")
    ride = logs.event(Other, 9, minutes=60)
    history = logs.seen([logs.ran(0), logs.ran(8), ride], 9)
    matched = match((easy,), history, principles)
    outcomes((easy,), matched, history.today, principles)
    mornings = Mornings(history=history, matched=matched)
    signals_on(history.today, mornings, is_red=lambda today: False, principles=principles)
    week_signals(history.today, mornings, exercises={}, principles=principles)


def write_a_letter(principles: Principles) -> None:
    """A letter on a week with short nights."""
    letter_of(LETTERS["short-nights-before-taper"].case, principles)
    letter_of(LETTERS["lift-grows"].case, principles)
    letter_of(LETTERS["sore-on-sunday"].case, principles)


def ease_a_day(library: PackagedLibrary) -> None:
    """A tired morning of somebody who is to run hills."""
    on = date(2027, 1, 13)
    tired = Checkin(id="tired", on=on, sleep_h=5.5, soreness=3)
    today_of(example("ana-half").plan, (tired,), on, library=library)


def review_a_week(library: PackagedLibrary) -> None:
    """The first Sunday of somebody of whom nothing is told."""
    plan = example("ana-half").plan
    review_plan(plan.athlete, (), date(2026, 12, 6), standing=plan, library=library)


def test_every_number_is_asked_by_somebody() -> None:
    principles, entries = recorded()
    library = replace(read_library(), principles=principles)
    wanted = OURS.entries.keys()
    read_a_log(principles)
    for gate in GATES:
        ask(gate, principles)
    for rule in ADAPTATIONS:
        ask_weekly(rule, principles)
    for mistake in EVERY_LOG_MISTAKE:
        see(mistake, principles)
    ask_easing(principles)

    ease_a_day(library)
    review_a_week(library)
    write_a_letter(principles)

    for athlete in (six_people.season_of("dov").athlete, *people.likely_athletes(PEOPLE, 15)):
        try:
            make_plan(athlete, (), people.TODAY, library=library)
        except (NoLegalPlan, Referral):
            continue
        if wanted <= entries.asked:
            break

    assert entries.asked == wanted


# -- a number changed, a rule's reach with it ------------------------------------------------

STRAINS = (
    Strain("strength-a", 45, legs=2, strength=True),
    Strain("quality-1", 50, run=True, key=True, quality=True),
    Strain("long", 120, run=True, key=True, long=True),
    Strain("race", 100, key=True, fixed=True),
    Strain("easy", 30, run=True),
)
LEAST_AND_MOST: Mapping[str, tuple[object, object]] = {
    "fresh_legs": (12, 72),
    "quality_apart": (1, 4),
    "race_week": (
        {"strength_days": 1, "quality_days": 1, "heavy_days": 1},
        {"strength_days": 12, "quality_days": 16, "heavy_days": 16},
    ),
}


def pairs_with(name: str, value: object) -> list[Pair]:
    principles = with_principles(read_library(), {name: {"value": value}}).principles
    rules = placement_rules(WeekCase(principles=principles, budget=4, long_day=6))
    return [rule for rule in rules if isinstance(rule, Pair) and name in rule.principles]


@pytest.mark.parametrize("name", LEAST_AND_MOST)
@pytest.mark.parametrize("end", [0, 1])
def test_a_rule_reaches_as_far_as_its_number_asks(name: str, end: int) -> None:
    (rule,) = pairs_with(name, LEAST_AND_MOST[name][end])
    beyond = (Gap(dates, (dates - 1) * 1440) for dates in range(rule.reach + 1, rule.reach + 9))

    assert [
        (before.kind, after.kind, gap)
        for gap, before, after in product(beyond, STRAINS, STRAINS)
        if rule.amount(before, after, gap)
    ] == []


def test_seventy_two_hours_are_asked_two_and_a_half_days_on() -> None:
    (rule,) = pairs_with("fresh_legs", 72)
    heavy, quality = STRAINS[:2]

    assert rule.reach >= 3
    assert rule.amount(heavy, quality, Gap(3, 60 * 60)) == 12

"""The search against trying everything, with `judge` as the only score."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import pytest
from tests.rulebook.strain_words import strain

from dovetail.content.library import read_library
from dovetail.domain.athlete import PolicyName
from dovetail.planning.place import Placed, Problem, place
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.engines import judge, price
from dovetail.rulebook.placement.pl229_last_tie import rank
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import Price, Season, Slot, Strain, Visit
from dovetail.rulebook.week_case import WeekCase

WEEKS = 180
STARTS = (420, 1080)
DAYS = range(7)
KINDS = (
    "easy 25",
    "easy 40",
    "easy 25",
    "long 90",
    "long-with-pace 130",
    "quality 45",
    "quality-2 40",
    "legs 35",
    "legs-b 30 sore",
    "heavy 40",
    "heavy-b 45 apart=3",
    "heavy 40 sore",
    "upper 30",
    "core 15",
    "primer 20",
)
RACE_KINDS = ("easy 20", "easy 25", "easy 25", "easy 30", "core 15", "primer 20", "quality 35")
POLICY_NAMES: tuple[PolicyName, ...] = ("separate_days", "hard_days_hard", "article_week")


def random_problem(number: int) -> Problem:
    """A small week: three to five sessions and slots, with and without a week before or a race."""
    chance = random.Random(f"week {number}")
    policy = chance.choice(POLICY_NAMES)
    fixed = _race(chance) if number % 3 == 2 else ()
    strains = _sessions(chance, chance.choice((3, 3, 4, 4, 5)), RACE_KINDS if fixed else KINDS)
    slots = _slots(chance, chance.choice((3, 4, 4, 5)))
    raced = {slot.day for slot, _ in fixed}
    return Problem(
        strains=strains,
        slots=tuple(slot for slot in slots if slot.day not in raced),
        fixed=fixed,
        before=_week_before(chance) if number % 2 else (),
        rules=placement_rules(_case(chance)),
        policy=POLICIES[policy],
    )


def _sessions(chance: random.Random, count: int, kinds: Sequence[str]) -> tuple[Strain, ...]:
    """Sessions of a week: only easy runs come more than once."""
    drawn = (strain(kind) for kind in chance.sample(kinds, len(kinds)))
    found: list[Strain] = []
    for one in drawn:
        if one.kind == "easy" or one.kind not in {other.kind for other in found}:
            found.append(one)
    return tuple(found[:count])


def _slots(chance: random.Random, count: int) -> tuple[Slot, ...]:
    places = chance.sample([(day, start) for day in DAYS for start in STARTS], count)
    return tuple(
        Slot(day, start, chance.choice((45, 70, 100, 150))) for day, start in sorted(places)
    )


def _race(chance: random.Random) -> Season:
    race = Strain("race", chance.choice((50, 110)), key=True, fixed=True)
    return ((Slot(chance.choice((0, 5, 6, 6)), 540, 1440), (race,)),)


def _week_before(chance: random.Random) -> Season:
    days = sorted(chance.sample(range(-7, 0), chance.randint(2, 6)))
    return tuple(
        (Slot(day, chance.choice(STARTS), 1440), (strain(chance.choice(KINDS)),)) for day in days
    )


def _case(chance: random.Random) -> WeekCase:
    return WeekCase(
        principles=read_library().principles,
        budget=chance.choice((3, 4, 5)),
        long_day=chance.choice((5, 6)),
        long_must=chance.random() < 0.2,
        rest_days=frozenset({0}) if chance.random() < 0.3 else frozenset(),
        habits={"long": 6, "strength-a": 1} if chance.random() < 0.5 else {},
        no_running_in_a_row=chance.random() < 0.2,
        both_halves=chance.random() < 0.5,
        windows={"primer": (0, 3)} if chance.random() < 0.5 else {},
    )


# -- brute force -------------------------------------------------------------------------


def every_week(problem: Problem) -> Iterator[Season]:
    """Every way to put each session into a slot, in every order of those that share one."""

    def put(left: tuple[Strain, ...], held: tuple[Visit, ...]) -> Iterator[tuple[Visit, ...]]:
        if not left:
            yield held
            return
        first, rest = left[0], left[1:]
        for place_, there in enumerate(held):
            if len(there) == 2:
                continue
            for at in range(len(there) + 1):
                both = (*there[:at], first, *there[at:])
                yield from put(rest, (*held[:place_], both, *held[place_ + 1 :]))

    for held in put(problem.strains, ((),) * len(problem.slots)):
        own = zip(problem.slots, held, strict=True)
        yield (*((slot, visit) for slot, visit in own if visit), *problem.fixed)


def price_of(problem: Problem, week: Season) -> Price:
    """The price of a week from scratch, by `judge` alone."""
    return price(judge([*problem.before, *week], problem.rules, 0, 6), problem.policy)


@cache
def cheapest(number: int) -> Price | None:
    """The lowest price of all legal weeks, or None when there is none."""
    problem = random_problem(number)
    legal = (price_of(problem, week) for week in every_week(problem))
    return min((one for one in legal if one[0] == 0), default=None)


def as_set(placed: Placed | None) -> frozenset[tuple[Slot, Visit]] | None:
    return None if placed is None else frozenset(placed.week)


# -- the properties ----------------------------------------------------------------------


def test_the_last_rule_ranks_all_sessions_apart() -> None:
    kinds = ("long", "quality", "quality-2", "legs", "legs-b", "easy", "core", "primer")
    strains = [strain(f"{kind} {minutes}") for kind in kinds for minutes in range(15, 211, 5)]

    ranks = Counter(rank(one) for one in strains)

    assert [number for number, times in ranks.items() if times > 1] == []


@pytest.mark.parametrize("number", range(WEEKS))
def test_no_other_week_is_cheaper(number: int) -> None:
    problem = random_problem(number)

    placed = place(problem)

    assert (None if placed is None else price_of(problem, placed.week)) == cheapest(number)
    assert placed is None or placed.proven


def test_the_weeks_tried_are_of_every_kind() -> None:
    problems = {number: random_problem(number) for number in range(WEEKS)}
    possible = [number for number in problems if cheapest(number) is not None]
    with_race = [number for number in possible if problems[number].fixed]
    after_a_week = [number for number in possible if problems[number].before]
    chained = [
        number
        for number in possible
        if any(len(visit) == 2 for _, visit in as_set(place(problems[number])) or ())
    ]

    assert 40 <= len(possible) <= WEEKS - 20
    assert min(len(with_race), len(after_a_week), len(chained)) >= 8


@pytest.mark.parametrize("number", range(WEEKS))
def test_the_order_of_sessions_slots_and_rules_decides_nothing(number: int) -> None:
    problem = random_problem(number)
    chance = random.Random(number)
    shuffled = replace(
        problem,
        strains=tuple(chance.sample(problem.strains, len(problem.strains))),
        rules=tuple(chance.sample(problem.rules, len(problem.rules))),
    )

    assert as_set(place(shuffled)) == as_set(place(problem))


@pytest.mark.parametrize("number", range(0, WEEKS, 2))
def test_a_week_to_begin_with_never_changes_the_result(number: int) -> None:
    problem = random_problem(number)
    chance = random.Random(number)
    weeks = list(every_week(problem))
    some = chance.sample(weeks, min(3, len(weeks)))
    best = place(problem)
    fitting = best.week if best else ()

    for like in (*some, fitting, problem.before):
        assert as_set(place(problem, like=like)) == as_set(best)


@pytest.mark.parametrize("number", range(WEEKS))
def test_everything_wanted_is_placed_once_and_in_its_slots(number: int) -> None:
    problem = random_problem(number)
    placed = place(problem)
    if placed is None:
        return

    held = sorted(repr(one) for _, visit in placed.week for one in visit if not one.fixed)
    slots = {slot for slot, _ in problem.fixed} | set(problem.slots)

    assert held == sorted(map(repr, problem.strains))
    assert {slot for slot, _ in placed.week} <= slots
    assert set(problem.fixed) <= set(placed.week)


@pytest.mark.parametrize("number", range(WEEKS))
def test_the_price_told_is_the_judges(number: int) -> None:
    problem = random_problem(number)
    placed = place(problem)
    if placed is None:
        return

    found: dict[str, int] = {}
    for one in judge([*problem.before, *placed.week], problem.rules, 0, 6):
        if isinstance(problem.policy[one.code], int) and problem.policy[one.code]:
            found[one.code] = found.get(one.code, 0) + one.amount

    assert dict(placed.price) == found

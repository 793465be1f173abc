"""Invented weeks to place: of any size, each with a legal week before it, the same for a number."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dovetail.content.library import read_library
from dovetail.domain.athlete import PolicyName
from dovetail.planning.week_tables import DAYS, Path, Problem
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.engines import judge, price
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import WALL, PlacementRule, Policy, Season, Slot, Strain, Visit
from dovetail.rulebook.strains import RACE_START_MIN, START_MIN
from dovetail.rulebook.week_case import WeekCase

SEED = 20_261_130
POLICY_NAMES: tuple[PolicyName, ...] = ("separate_days", "hard_days_hard", "article_week")
CLOSE_MIN = (510, 720)
"""Half past eight and noon: so close that hours between a run and a lift come to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Runner:
    """What is the same in a runner's every week."""

    chance: random.Random
    double: bool
    policy: PolicyName
    apart: int
    sore: bool
    heavy: int
    """What a lift with the legs is to this runner: 1 some, 2 heavy."""

    def odds(self, share: float) -> bool:
        return self.chance.random() < share

    def fives(self, low: int, high: int) -> int:
        return 5 * self.chance.randint(low // 5, high // 5)


def week(number: int, sessions: int, *, double: bool | None = None) -> Problem:
    """Invent the week of that number, with so many sessions besides a race.

    Every second number trains twice on most days, unless told otherwise.
    """
    chance = random.Random(f"{SEED} {number} {sessions}")
    runner = _Runner(
        chance=chance,
        double=number % 2 == 1 if double is None else double,
        policy=chance.choice(POLICY_NAMES),
        apart=chance.choice((2, 2, 2, 3)),
        sore=chance.random() < 0.3,
        heavy=chance.choice((1, 2, 2)),
    )
    slots = tuple(_slots(runner, sessions))
    race = _race(runner)
    strains = tuple(_sessions(runner, sessions, racing=bool(race)))
    case = _case(runner, slots, racing=bool(race))
    raced = {slot.day for slot, _ in race}
    return Problem(
        strains=strains,
        slots=tuple(slot for slot in slots if slot.day not in raced),
        fixed=race,
        before=_week_before(runner, sessions, slots, case),
        rules=placement_rules(case),
        policy=POLICIES[runner.policy],
    )


def weeks(first: int, count: int, sizes: Sequence[int]) -> Iterator[Problem]:
    """Invent so many weeks; the sizes take turns, and each comes with one slot a day and two."""
    for number in range(first, first + count):
        yield week(number, sizes[number // 2 % len(sizes)])


def shuffled(problem: Problem, number: int) -> Problem:
    """The same week, with everything that has no order in another order."""
    chance = random.Random(f"shuffle {SEED} {number}")
    return replace(
        problem,
        strains=tuple(chance.sample(problem.strains, len(problem.strains))),
        slots=tuple(chance.sample(problem.slots, len(problem.slots))),
        before=tuple(chance.sample(list(problem.before), len(problem.before))),
        rules=tuple(chance.sample(problem.rules, len(problem.rules))),
    )


# -- sessions ----------------------------------------------------------------------------


def _sessions(runner: _Runner, count: int, *, racing: bool) -> Iterator[Strain]:
    """A long run, quality, strength, something small, and easy runs for the rest."""
    wanted = [*_key_runs(runner, count, racing=racing), *_lifts(runner, count, racing=racing)]
    yield from wanted[:count]
    usual = runner.fives(30, 50)
    for _ in range(count - len(wanted)):
        minutes = runner.fives(25, 60) if runner.odds(0.25) else usual
        yield Strain("easy", minutes, run=True)


def _key_runs(runner: _Runner, count: int, *, racing: bool) -> Iterator[Strain]:
    if not racing:
        race_pace = runner.odds(0.2)
        long_min = runner.fives(60, 140)
        yield Strain("long", long_min, run=True, key=True, long=True, quality=race_pace)
    quality = {"run": True, "key": True, "quality": True}
    yield Strain("quality-1", runner.fives(35, 65), **quality)
    if not racing and count >= 7 and runner.odds(0.5):
        yield Strain("quality-2", runner.fives(35, 60), **quality)


def _lifts(runner: _Runner, count: int, *, racing: bool) -> Iterator[Strain]:
    heavy = 0 if racing and runner.odds(0.8) else runner.heavy
    yield _lift(runner, "strength-a", runner.fives(25, 50), heavy)
    if runner.odds(0.4 if racing else 0.85):
        yield _lift(runner, "strength-b", runner.fives(20, 45), runner.chance.randint(0, heavy))
    if racing and runner.odds(0.4):
        yield _lift(runner, "primer", 20, 0)
    if count >= 7 and runner.odds(0.5):
        yield _lift(runner, "core", runner.fives(10, 20), 0)
    if count >= 9 and runner.odds(0.5):
        yield _lift(runner, "activation", 15, 0)


def _lift(runner: _Runner, kind: str, minutes: int, legs: int) -> Strain:
    sore = runner.sore and legs > 0
    return Strain(kind, minutes, legs=legs, strength=True, apart=runner.apart, sore=sore)


# -- days --------------------------------------------------------------------------------


def _slots(runner: _Runner, sessions: int) -> Iterator[Slot]:
    """Days to train on, one with room for a long run; more of them for more sessions."""
    fewest = min(6, sessions // 2 + (1 if runner.double else 2))
    days = sorted(runner.chance.sample(range(DAYS), runner.chance.randint(fewest, DAYS)))
    roomy = runner.chance.choice(days)
    usual = runner.chance.choice(("am", "am", "pm"))
    first, second = CLOSE_MIN if runner.odds(0.3) else (START_MIN["am"], START_MIN["pm"])
    for day in days:
        minutes = runner.fives(120, 180) if day == roomy else runner.fives(70, 130)
        if runner.double and runner.odds(0.75):
            yield Slot(day, first, minutes)
            yield Slot(day, second, runner.fives(30, 90))
        else:
            yield Slot(day, START_MIN[usual], minutes)


def _race(runner: _Runner) -> Season:
    """Sometimes there is a race in the week, mostly at its end."""
    if not runner.odds(0.12):
        return ()
    minutes = runner.chance.choice((25, 50, 120, 240))
    slot = Slot(runner.chance.choice((2, 5, 6, 6, 6)), RACE_START_MIN, 1440)
    return ((slot, (Strain("race", minutes, key=True, fixed=True),)),)


def _case(runner: _Runner, slots: Sequence[Slot], *, racing: bool) -> WeekCase:
    chance = runner.chance
    windows: dict[str, tuple[int, int]] = {}
    if racing and runner.odds(0.6):
        windows["primer"] = (chance.randint(0, 2), chance.randint(2, 4))
    elif runner.odds(0.15):
        first = chance.randint(0, 4)
        windows[chance.choice(("quality-1", "strength-a"))] = (first, first + chance.randint(0, 2))
    habits: dict[str, int] = {}
    if runner.odds(0.6):
        kinds = ("long", "quality-1", "quality-2", "strength-a", "strength-b", "core")
        habits = {kind: chance.randrange(DAYS) for kind in kinds if runner.odds(0.8)}
    longest = max(slots, key=lambda slot: slot.minutes)
    return WeekCase(
        principles=read_library().principles,
        budget=chance.choice((3, 4, 5, 5, 5)),
        long_day=longest.day if runner.odds(0.7) else chance.randrange(DAYS),
        long_must=runner.odds(0.15),
        rest_days=frozenset(chance.sample(range(DAYS), chance.choice((0, 0, 1, 2)))),
        habits=habits,
        no_running_in_a_row=runner.odds(0.04),
        both_halves=len({slot.day for slot in slots}) < len(slots),
        windows=windows,
    )


# -- the week before ---------------------------------------------------------------------


def _week_before(runner: _Runner, sessions: int, slots: Sequence[Slot], case: WeekCase) -> Season:
    """A legal week of the same runner, good or bad: each session where chance finds room."""
    rules = placement_rules(replace(case, windows={}, habits={}))
    walls = _Walls(rules=rules, policy=POLICIES[runner.policy])
    held: dict[Slot, Visit] = dict(_race(runner))
    raced = {slot.day for slot in held}
    open_slots = [slot for slot in slots if slot.day not in raced]
    for strain in _sessions(runner, sessions, racing=bool(raced)):
        held = next(_legal_ways(runner, walls, open_slots, held, strain), held)
    season = sorted(held.items(), key=lambda stay: (stay[0].day, stay[0].start))
    return tuple((replace(slot, day=slot.day - DAYS), visit) for slot, visit in season)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walls:
    rules: Sequence[PlacementRule]
    policy: Policy

    def stand_in(self, season: Season) -> bool:
        mine = [rule for rule in self.rules if self.policy[rule.code] is WALL]
        return price(judge(season, mine, 0, DAYS - 1), self.policy)[0] > 0


def _legal_ways(
    runner: _Runner, walls: _Walls, slots: Sequence[Slot], held: dict[Slot, Visit], strain: Strain
) -> Iterator[dict[Slot, Visit]]:
    for slot in runner.chance.sample(slots, len(slots)):
        was = held.get(slot, ())
        for visit in ((*was, strain), (strain, *was)) if was else ((strain,),):
            tried = {**held, slot: visit}
            if not walls.stand_in(tuple(tried.items())):
                yield tried


def is_legal_before(problem: Problem) -> bool:
    """Whether the week before breaks no wall by itself, whatever came before it."""
    earlier: Path = tuple((replace(slot, day=slot.day + DAYS), v) for slot, v in problem.before)
    rules = [rule for rule in problem.rules if rule.code != "PL225"]
    return price(judge(earlier, rules, 0, DAYS - 1), problem.policy)[0] == 0

"""What a soak has to have met before its silence counts: all kinds of week, all rules loud."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

from tests.crowd import Kind, Meeting, kit_of, meet
from tests.defects import BROKEN, DEFECTS
from tests.people import first_day, likely_person
from tests.seasons import Season, season_of_athlete

from dovetail.content.library import read_library
from dovetail.domain.athlete import Athlete
from dovetail.domain.plan import Plan
from dovetail.linting.check import findings_of

LEVELS = ("beginner", "intermediate", "advanced")
GOALS = ("5k", "10k", "half", "marathon", "ultra", "healthy")
RUNGS = ("gym", "weights", "own weight")
PHASES = ("stabilization", "strength_endurance", "maximal_strength", "power", "activation")
HEAVY = ("maximal_strength", "power")
TWENTY = 20
OTHERS_FROM, OTHERS_TO = 100_000, 130_000
"""Numbers of the people that are looked through for a kind of week that did not occur."""
TRIES = 40


def possible_kinds() -> frozenset[Kind]:
    """What a week can be: beginners do not lift heavily, healthy running has no taper.

    The peak of a 5 km season is too near to the race for a new phase, so it has no power.
    """
    return frozenset(
        (phase, level, goal, rung)
        for phase, level, goal, rung in product(PHASES, LEVELS, GOALS, RUNGS)
        if not (level == "beginner" and (phase in HEAVY or goal in ("marathon", "ultra")))
        and not (goal == "healthy" and phase in ("activation", "power"))
        and not (goal == "5k" and phase == "power")
    )


def missing_kinds(planned: Iterable[Meeting]) -> frozenset[Kind]:
    """Return the kinds of week that did not occur."""
    return possible_kinds() - {kind for one in planned for kind in one.kinds}


def more_people(missing: frozenset[Kind], seed: int) -> Iterator[Meeting]:
    """Meet more people of a seed, those who may have the kinds of week that are missing."""
    left, tried = set(missing), Counter[Kind]()
    for number in range(OTHERS_FROM, OTHERS_TO):
        if not left:
            return
        athlete = likely_person(number, seed)
        fitting = [kind for kind in left if fits(athlete, kind)]
        if not fitting:
            continue
        met = meet(number, seed=seed)
        tried.update(fitting)
        left -= met.kinds | {kind for kind in fitting if tried[kind] >= TRIES}
        yield met


def fits(athlete: Athlete, kind: Kind) -> bool:
    """Whether somebody may have such a week: level, goal and kit are theirs."""
    _, level, goal, rung = kind
    return (athlete.level, athlete.goal.race, kit_of(athlete)) == (level, goal, rung)


def heard(seed: int, count: int) -> Counter[str]:
    """Plant every defect in seasons of a seed; count by rule how often it was found."""
    found, plants = Counter[str](), DEFECTS | BROKEN
    for number in range(count):
        season = season_of_athlete(likely_person(number, seed), first_day(number, seed))
        if not isinstance(season, Season):
            continue
        before = _amounts(season.plan)
        for code, plant in plants.items():
            if found[code] < TWENTY and (spoilt := plant(season.plan)) != season.plan:
                found[code] += _amounts(spoilt)[code] > before[code]
        if all(found[code] >= TWENTY for code in plants):
            break
    return found


def _amounts(plan: Plan) -> Counter[str]:
    library = read_library()
    findings = findings_of(plan, library.principles, library.exercises)
    return Counter(finding.code for finding in findings)

"""Many random people at once, in several processes: what came of each, in few words.

A meeting is small and can travel between processes; a season stays where it was planned.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from multiprocessing import get_context

from tests import rule_counts
from tests.people import first_day, likely_person
from tests.season_checks import CHECKS, Check
from tests.seasons import CRASHES, Season, anybody, draw, season_of_athlete

from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import NoLegalPlan
from dovetail.domain.plan import Severity
from dovetail.formats.athlete_toml import write_athlete

Kind = tuple[str, str, str, str]
"""Strength phase, level, goal, kit (gym, weights, own weight): what a week can be."""
WEIGHTS = {"dumbbells", "kettlebell", "barbell"}
MONDAY = 0


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """What came of planning for one person."""

    number: int
    asked_on: date
    weeks: int = 0
    refused: str | None = None
    ways_out: int = 0
    crash: str | None = None
    found: Mapping[str, Severity] = field(default_factory=dict)
    """What the rules find, by code."""
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The words of it, and of the guarantees that are broken, by code or name."""
    kinds: frozenset[Kind] = frozenset()
    spoke: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)
    athlete: str = ""
    """As TOML, where something came of it that wants to be looked at."""

    @property
    def planned(self) -> bool:
        return self.weeks > 0

    @property
    def mid_week(self) -> bool:
        return self.asked_on.weekday() != MONDAY


def crowd(
    seed: int, count: int, *, jobs: int = 1, everybody: bool = False, thorough: bool = False
) -> Iterator[Meeting]:
    """Meet so many people of a seed, in order.

    `everybody` draws from all who can be written down, instead of likely ones; a `thorough`
    meeting asks the guarantees too and counts how often each rule speaks and is silent, which
    takes as long again.
    """
    who = draw(anybody(), count, seed) if everybody else ()
    ask = partial(meet, seed=seed, who=who, thorough=thorough)
    if jobs == 1:
        yield from map(ask, range(count))
        return
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(ask, range(count), chunksize=4)


def meet(
    number: int, *, seed: int, who: tuple[Athlete, ...] = (), thorough: bool = False
) -> Meeting:
    """Plan for one person of a seed, and tell what came of it."""
    athlete = who[number] if who else likely_person(number, seed)
    asked_on = first_day(number, seed)
    with rule_counts.counting(on=thorough) as (spoke, silent):
        checks = CHECKS if thorough else ()
        met = _planned(Meeting(number=number, asked_on=asked_on), athlete, checks)
    notable = met.crash or met.refused or met.said
    toml = write_athlete(athlete) if notable else ""
    return replace(met, spoke=spoke, silent=silent, athlete=toml)


def _planned(met: Meeting, athlete: Athlete, checks: Sequence[Check]) -> Meeting:
    try:
        outcome = season_of_athlete(athlete, met.asked_on)
        if isinstance(outcome, Season):
            return _looked_at(met, outcome, checks)
    except CRASHES as crash:
        where = traceback.extract_tb(crash.__traceback__)[-1]
        place = f"{where.filename.split('/')[-1]}:{where.lineno}"
        return replace(met, crash=f"{type(crash).__name__}: {crash} ({place})"[:200])
    ways = outcome.ways_out if isinstance(outcome, NoLegalPlan) else ()
    return replace(met, refused=outcome.code, ways_out=sum(way.proven for way in ways))


def _looked_at(met: Meeting, season: Season, checks: Sequence[Check]) -> Meeting:
    said: dict[str, list[str]] = {}
    for finding in season.findings:
        place = finding.place.session or finding.place.week or "the season"
        facts = {key: value for key, value in finding.facts.items() if key != "value"}
        words = f"{place}: {finding.amount:g} {finding.unit} {facts}"
        said.setdefault(finding.code, []).append(words)
    for check in checks:
        if complaints := list(check.run(season)):
            said[check.name] = complaints
    return replace(
        met,
        weeks=len(season.plan.weeks),
        found={finding.code: finding.severity for finding in reversed(season.findings)},
        said={code: (f"× {len(words)}", words[0]) for code, words in said.items()},
        kinds=frozenset(_kinds(season)),
    )


def _kinds(season: Season) -> Iterator[Kind]:
    for week in season.weeks:
        phase = week.strength_phase or "none"
        yield phase, season.profile.level, season.athlete.goal.race, kit_of(season.athlete)


def kit_of(athlete: Athlete) -> str:
    """Return which kit somebody trains with: gym, weights, or their own weight."""
    owned = athlete.equipment_at(None)
    return "gym" if "cable" in owned else "weights" if owned & WEIGHTS else "own weight"

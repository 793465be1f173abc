"""Checkers for the guarantees that no check of a season covers: each yields what is wrong.

The others are in tests/season_checks.py and beside it, as plain functions over a season.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tests import plans
from tests.oracle.both import Place, meet
from tests.seasons import Season, season_of_athlete

from dovetail.cli import plan as command
from dovetail.domain.athlete import Athlete, Health, Screening
from dovetail.domain.errors import BadInput, Referral
from dovetail.domain.plan import Plan
from dovetail.formats.athlete_toml import write_athlete
from dovetail.formats.log_jsonl import read_log
from dovetail.planning.week_tables import Problem
from dovetail.rulebook.shapes import Pair, PlacementRule, Span, Stay

Says = Iterator[str]
A_LOG = (
    '{"id":"e1","on":"2026-12-01","kind":"note","text":"first"}',
    '{"id":"e2","on":"2026-12-01","kind":"note","text":"mended","corrects":"e1"}',
    '{"id":"e3","on":"2026-12-02","kind":"note","text":"second"}',
)


def answers_win(athlete: Athlete) -> Says:
    """Guarantee 3: what must be referred is referred; brittle bones never jump."""
    for answer in (Screening(symptoms=True), Screening(pregnant=True)):
        outcome = season_of_athlete(replace(athlete, health=Health(screening=answer)))
        if not isinstance(outcome, Referral):
            yield f"planned in spite of {answer}"
    brittle = Health(screening=Screening(osteoporosis=True))
    outcome = season_of_athlete(replace(athlete, health=brittle))
    if isinstance(outcome, Season):
        yield from (f"{one.id} has jumps" for one in outcome.sessions if one.contacts)


def nothing_changes_when_asked_twice(athlete: Athlete) -> Says:
    """Guarantee 5, in one process."""
    first, second = season_of_athlete(athlete), season_of_athlete(athlete)
    if isinstance(first, Season) and isinstance(second, Season) and first.text != second.text:
        yield "asked twice, two plans"


def a_lived_plan_is_kept(folder: Path) -> Says:
    """Guarantee 6: a plan that has begun is not replaced unless somebody says so."""
    person, target = folder / "athlete.toml", folder / "plan.json"
    person.write_text(write_athlete(plans.athlete()), "utf-8")

    def ask(today: date) -> None:
        asked = [str(person), "--today", today.isoformat(), "-o", str(target)]
        command.run(asked, planner=_hand_made)

    ask(plans.START)
    before = target.read_bytes()
    with contextlib.suppress(BadInput):
        ask(plans.START + timedelta(days=3))
    if target.read_bytes() != before:
        yield "a plan that has begun was replaced"


def _hand_made(athlete: Athlete, today: date) -> Plan:
    return replace(plans.plan(2), athlete=athlete, made_on=today)


def a_log_keeps_what_stands() -> Says:
    """Guarantee 6: what nobody corrected is read, and what was corrected is read as mended."""
    events = read_log("".join(f"{line}\n" for line in A_LOG).encode()).events
    if (read := sorted(event.id for event in events)) != ["e2", "e3"]:
        yield f"of e1, mended by e2, and e3 there stand {read}"


def impossible_is_certain(places: Sequence[Place]) -> Says:
    """Guarantee 7: nobody is told "impossible" of a week that the other solver can place."""
    for place in places:
        met = meet(place)
        if met.ours is None and met.theirs is not None and met.verdict != "cut":
            yield f"week{place} is possible, at {met.theirs}"


def the_best_week_is_found(places: Sequence[Place]) -> Says:
    """Our week costs what the other solver's costs, walls included."""
    for place in places:
        met = meet(place)
        if met.verdict == "different":
            yield f"week{place}: ours {met.ours}, theirs {met.theirs}"


def without_rule(problem: Problem, code: str) -> Problem:
    """The same week for somebody who never heard of the rule."""
    return replace(problem, rules=tuple(rule for rule in problem.rules if rule.code != code))


def with_silent_rule(problem: Problem, code: str) -> Problem:
    """The same week, with the rule there and saying nothing."""
    rules = tuple(_silent(rule) if rule.code == code else rule for rule in problem.rules)
    return replace(problem, rules=rules)


def _silent(rule: PlacementRule) -> PlacementRule:
    match rule:
        case Stay():
            return replace(rule, amount=lambda visit, slot: 0)
        case Pair():
            return replace(rule, amount=lambda before, after, gap: 0)
        case Span():
            return replace(rule, amount=lambda marks: 0)

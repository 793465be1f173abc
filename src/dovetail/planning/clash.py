"""Which wishes clash when there is no legal week: an irreducible set, the cheap wishes first.

QuickXplain (Junker 2004) halves the wishes until each that is left is needed for the clash.
Its order is a judgement: what stands early is blamed first. So what a coach would give up
first stands first; the days that there are, and health, stand last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.errors import NoLegalPlan, Wish
from dovetail.domain.errors import Problem as Said
from dovetail.planning.brief import Brief
from dovetail.planning.place import Problem, SearchCut, place
from dovetail.planning.profile import Profile
from dovetail.rulebook.shapes import WALL, Slot, Span, Strain
from dovetail.rulebook.strains import START_MIN

T = TypeVar("T")
LONG_SLOT_MIN = 600
ONE_A_DAY = "ONE_A_DAY"
"""Two runs on one day are no two days of running; no rule of the book, since weeks may do so."""
ANY_DAY = tuple(Slot(day, START_MIN["am"], LONG_SLOT_MIN) for day in range(7))


def clash_of(wishes: Sequence[T], possible: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """Return wishes that clash, none of them idle; () where all of them are possible together.

    `possible` says whether there is a week with some of the wishes. Wishes that stand early
    come into the clash first.

    Source: junker-2004 (QuickXplain).

    >>> clash_of([1, 2, 3, 4], lambda kept: sum(kept) < 6)
    (1, 2, 3)
    """
    if possible(wishes):
        return ()
    found = _explained((), wishes, possible, grown=False)
    return tuple(wish for wish in wishes if wish in found)


def _explained(
    kept: Sequence[T],
    wishes: Sequence[T],
    possible: Callable[[Sequence[T]], bool],
    *,
    grown: bool,
) -> tuple[T, ...]:
    if grown and not possible(kept):
        return ()
    if len(wishes) <= 1:
        return tuple(wishes)
    half = len(wishes) // 2
    early, late = wishes[:half], wishes[half:]
    needed = _explained((*kept, *early), late, possible, grown=bool(early))
    return (*_explained((*kept, *needed), early, possible, grown=bool(needed)), *needed)


@dataclass(frozen=True, slots=True)
class _Member:
    """A wish that may clash, and the week when nobody insists on it."""

    wish: Wish
    without: Callable[[Problem], Problem]


def impossible_season(profile: Profile, problem: Problem) -> NoLegalPlan:
    """Say which wishes leave no week with two runs and a rest day."""
    one_a_day = Span(
        ONE_A_DAY,
        source="dovetail",
        unit="times",
        dates=1,
        mark=lambda day: sum(strain.run for strain in day),
        amount=lambda marks: max(0, marks[0] - 1),
    )
    problem = replace(
        problem, rules=(*problem.rules, one_a_day), policy={**problem.policy, ONE_A_DAY: WALL}
    )
    two_runs = _Member(
        Wish(wish="two runs a week, each on a day of its own", why="less is no training"),
        lambda week: replace(week, strains=week.strains[:1]),
    )
    clash = _clash(problem, (*_of_preferences(profile), two_runs, *_of_rules(profile)))
    return _refusal(
        "No week with two runs and a rest day fits what was asked for.",
        "Let go of one of the wishes that clash, or take a way out.",
        clash,
    )


def impossible_week(brief: Brief, problem: Problem) -> NoLegalPlan:
    """Say which wishes leave one week without a place for a single run."""
    run = Strain("easy", brief.shortest_min, run=True)
    one_run = _Member(
        Wish(wish="one run in the week", why="AI030"), lambda week: replace(week, strains=())
    )
    before = _Member(
        Wish(wish="the week before, as it stands", why="PL206"),
        lambda week: replace(week, before=()),
    )
    races = _Member(Wish(wish="the races in it", why="goal"), lambda week: replace(week, fixed=()))
    clash = _clash(
        replace(problem, strains=(run,)), (one_run, *_of_rules(brief.profile), before, races)
    )
    return _refusal(
        f"Week {brief.frame.number} has no legal place for any run.",
        "Let go of one of the wishes that clash, or take a way out.",
        clash,
    )


def _refusal(problem: str, hint: str, clash: tuple[Wish, ...]) -> NoLegalPlan:
    """Refuse; without a clash nothing is impossible, the search was only cut."""
    if not clash:
        problem = "The search for a week was cut before it found one; that does not mean none is."
        return NoLegalPlan(Said(code="search-cut", problem=problem, hint=hint))
    return NoLegalPlan(Said(code="no-legal-week", problem=problem, hint=hint), clash=clash)


def _clash(problem: Problem, members: Sequence[_Member]) -> tuple[Wish, ...]:
    def possible(kept: Sequence[_Member]) -> bool:
        week = problem
        for member in members:
            if member not in kept:
                week = member.without(week)
        try:
            return place(week) is not None
        except SearchCut:
            return True  # nobody knows, so nobody is blamed

    return tuple(member.wish for member in clash_of(members, possible))


def _of_preferences(profile: Profile) -> tuple[_Member, ...]:
    long = profile.athlete.preferences.long_run
    if not long.must:
        return ()
    wish = Wish(wish=f"the long run on {long.day.capitalize()}, as a must", why="PL215")
    return (_Member(wish, lambda week: _weighing_nothing(week, "PL215")),)


def _of_rules(profile: Profile) -> tuple[_Member, ...]:
    """What rules and the person ask of every week, the dearest last."""
    shortest = round(profile.principles.number("shortest_run", profile.level))
    found = [
        _Member(
            Wish(wish=f"runs of {shortest} minutes or more", why="shortest_run"),
            lambda week: replace(
                week, strains=tuple(replace(strain, minutes=1) for strain in week.strains)
            ),
        ),
        _Member(
            Wish(wish="one rest day in seven", why="PL206"),
            lambda week: _weighing_nothing(week, "PL206"),
        ),
        _Member(
            Wish(wish=f"the time you gave: {_said(profile)}", why="availability"),
            lambda week: replace(week, slots=ANY_DAY),
        ),
    ]
    if profile.runner.bone_history:
        wish = Wish(wish="no running on two days in a row after a bone injury", why="PL222")
        found.append(_Member(wish, lambda week: _weighing_nothing(week, "PL222")))
    return tuple(found)


def _said(profile: Profile) -> str:
    """Say the slots in the order of the week: `Tuesday 45, Thursday 45`."""
    return ", ".join(
        f"{WEEKDAYS[slot.weekday].capitalize()} {slot.minutes}" for slot in profile.slots
    )


def _weighing_nothing(week: Problem, code: str) -> Problem:
    return replace(week, policy={**week.policy, code: 0})

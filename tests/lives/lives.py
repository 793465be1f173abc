"""A year of a life: reviewed on Sundays and sometimes on other days, checked every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tests.lives.guarantees import broken_guarantees
from tests.lives.living import DAY, Life
from tests.people import first_day, likely_person

from dovetail.application.make_plan import make_plan
from dovetail.application.review_plan import review_plan
from dovetail.content.library import read_library
from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import NoLegalPlan, Referral
from dovetail.domain.plan import Plan
from dovetail.domain.training_log import Event

WEEKS = 52
SUNDAY, THURSDAY, MONDAY = 6, 3, 0


@dataclass
class Lived:
    """What came of one life."""

    athlete: Athlete
    log: list[Event] = field(default_factory=list)
    plans: list[tuple[date, Plan]] = field(default_factory=list)
    """Each plan with the day it was made or reviewed on, the first of each season among them."""
    refused: list[tuple[date, str]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    reviews: int = 0


def live(number: int, seed: int, *, weeks: int = WEEKS, good_only: bool = False) -> Lived | None:
    """Live a year by a plan; None for somebody whom no plan is made for."""
    athlete, today = likely_person(number, seed), first_day(number, seed)
    lived = Lived(athlete)
    chance = random.Random(f"life {number} {seed}")
    life = Life(chance, good_only=good_only)
    plan = _new(athlete, today, lived)
    if plan is None:
        return None
    ends = today + timedelta(weeks=weeks)
    while today < ends:
        if today > plan.weeks[-1].starts + 6 * DAY:
            following = _new(_healthy(athlete, today), today, lived)
            if following is None:
                break
            plan = following
        life.live(plan, today)
        if _is_reviewed(today, chance, good_only=good_only):
            plan = _reviewed(plan, life.log, today, lived)
        today += DAY
    lived.log = life.log
    return lived


def _is_reviewed(today: date, chance: random.Random, *, good_only: bool) -> bool:
    if good_only:
        return today.weekday() == SUNDAY
    often = {SUNDAY: 0.85, THURSDAY: 0.2, MONDAY: 0.15}
    return chance.random() < often.get(today.weekday(), 0.02)


def _new(athlete: Athlete, today: date, lived: Lived) -> Plan | None:
    try:
        plan = make_plan(athlete, (), today, library=read_library())
    except (NoLegalPlan, Referral) as refusal:
        lived.refused.append((today, refusal.code))
        return None
    lived.plans.append((today, plan))
    return plan


def _healthy(athlete: Athlete, today: date) -> Athlete:
    goal = replace(
        athlete.goal, race="healthy", km=None, date=None, time=None, tune_up=(), start=None
    )
    running = replace(athlete.running, as_of=today)
    return replace(athlete, goal=goal, running=running)


def _reviewed(plan: Plan, log: list[Event], today: date, lived: Lived) -> Plan:
    lived.reviews += 1
    try:
        now = review_plan(plan.athlete, log, today, standing=plan, library=read_library())
    except (NoLegalPlan, Referral) as refusal:
        lived.refused.append((today, refusal.code))
        return plan
    lived.broken += [f"{today} {said}" for said in broken_guarantees(plan, now, log, today)]
    lived.plans.append((today, now))
    return now


def replayed(lived: Lived) -> Iterator[tuple[date, Plan, Plan]]:
    """Live the same life again from its finished log: each day sees only what was written then."""
    standing: Plan | None = None
    for today, plan in lived.plans:
        if standing is None or plan.review is None:
            standing = plan
            continue
        again = review_plan(
            plan.athlete, lived.log, today, standing=standing, library=read_library()
        )
        yield today, plan, again
        standing = plan

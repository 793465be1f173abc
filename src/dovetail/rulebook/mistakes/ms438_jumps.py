"""MS438: jumps are earned, rise in small steps, and are for those who may jump."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.session import Session
from dovetail.rulebook.season_case import SeasonCase, in_session, in_week
from dovetail.rulebook.shapes import Mistake, Spot

GROWN_UP = 18
JUMPS = {"hops", "power"}
CLEARED_DAYS = 365
"""So long holds a professional's clearance (riebe-2015)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for jumps too early, too many more, or by those who should not."""
    step = case.principles.number("contacts_step")
    young, new = case.runner.age < GROWN_UP, case.runner.level == "beginner"
    unlocked = not young and JUMPS & {*case.plan.athlete.strength.coach_unlock}
    brittle = case.plan.athlete.health.screening.osteoporosis
    barred = _uncleared(case) or young or (new and not unlocked)
    highest, powerful = 0, False
    for week in case.weeks:
        powerful = powerful or week.strength_phase == "power"
        contacts = sum(one.contacts for one in week.sessions)
        if contacts > highest + step:
            facts = {"contacts": contacts, "before": highest}
            yield in_week(week, contacts - highest - step, seen="seen.jumps_rise", **facts)
        highest = max(highest, contacts)
        for one in week.sessions:
            if one.contacts and barred:
                yield in_session(one, one.contacts, seen="seen.jumps_barred")
            elif one.contacts and week.strength_phase == "stabilization":
                yield in_session(one, one.contacts, seen="seen.jumps_early")
            elif _leaps(case, one) and (brittle or not powerful):
                yield in_session(one, one.contacts, seen="seen.leaps_early")


def _uncleared(case: SeasonCase) -> bool:
    """Whether osteoporosis bars even small hops: without a clearance of the last year."""
    health, on = case.plan.athlete.health, case.plan.made_on
    cleared = health.cleared is not None and 0 <= (on - health.cleared).days <= CLEARED_DAYS
    return health.screening.osteoporosis and not cleared


def _leaps(case: SeasonCase, session: Session) -> bool:
    """Whether a session holds jumps of the power drills: they tire heavily."""
    known = case.exercises or {}
    keys = [line.exercise for line in session.lines() if line.contacts]
    return any(key in known and known[key].tires == "heavy" for key in keys)


RULE = Mistake(
    "MS438", source="dovetail", unit="contacts", found=found, principles=("contacts_step",)
)

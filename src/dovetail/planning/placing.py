"""A week's wishes placed, and each session built again for the slot where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dovetail.domain.decision import Reason
from dovetail.planning.attempts import Attempts
from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.calmer import calmer
from dovetail.planning.clash import impossible_week
from dovetail.planning.frame import WeekFrame
from dovetail.planning.free_days import sunday_before, without
from dovetail.planning.giving_up import given_up, without_long
from dovetail.planning.place import Placed, Problem, SearchCut, cost_of, is_legal
from dovetail.planning.race_day import races_of
from dovetail.planning.run_wishes import shortened
from dovetail.planning.stands import Stand, settled
from dovetail.planning.strength_less import Lifted
from dovetail.planning.week_problem import touch_days, week_case, windows_in
from dovetail.planning.wishes import wanted_of
from dovetail.rulebook.cases import DoneRun, FullWeek
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import Season, Slot
from dovetail.rulebook.strains import RACE_START_MIN, WHOLE_DAY_MIN, role_of, season_of, strain_of

DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """What stands before a week: visits of the last seven days, habits, runs so far."""

    before: Season
    habits: Mapping[bool, Mapping[str, int]]
    """The usual weekdays, by whether lifting is heavy."""
    timeline: tuple[DoneRun, ...]
    intensity: tuple[tuple[float, float], ...] = ()
    """Minutes of running and minutes above easy of the last three weeks."""
    full_weeks: tuple[FullWeek, ...] = ()
    """The full weeks of base and build so far, with their sets for the legs."""
    lifted: Mapping[str, Lifted] = field(default_factory=dict)
    """By role: what the strength sessions of the last loading week held."""
    landings: tuple[int, ...] = ()
    """Foot contacts of the last three weeks."""
    trained: frozenset[str] = frozenset()
    """Exercises that a session has held."""
    run_kinds: frozenset[str] = frozenset()
    """Kinds of run so far; race pace inside another run counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A week placed: its sessions, what that costs, and what gave way."""

    stands: list[Stand]
    placed: Placed
    reasons: tuple[Reason, ...]


def days_of(frame: WeekFrame, first_day: date | None) -> list[date]:
    """Return the week's days, from the first one that may hold anything."""
    days = [frame.starts + timedelta(day) for day in range(7)]
    return [day for day in days if first_day is None or day >= first_day]


def placed(brief: Brief, seam: Seam, first_day: date | None) -> Held:
    """Place all that is wanted; where no legal week exists, give up in the coach's order.

    Raises NoLegalPlan where not even one run has a place.
    """
    wanted = list(wanted_of(brief)) if _open_slots(brief, first_day) else []

    if brief.away_min is not None:
        wanted = without_long(brief, wanted)
    like = _as_it_stood(brief) or _last_week(seam)
    attempt = Attempts(lambda some: _tries(brief, seam, some, first_day), like)
    reasons: list[Reason] = []
    while True:
        try:
            found = attempt(wanted)
        except SearchCut:
            found = None
        if found is not None:
            found, wanted, why = calmer(brief, wanted, found, attempt)
            reasons += why
            stands = settled(brief, _stands(found, wanted))
            priced = _priced(problem_of(brief, seam, wanted, first_day), found, stands)
            return Held(stands=stands, placed=priced, reasons=tuple(reasons))
        shorter = shortened(brief, wanted)
        if shorter != wanted:
            wanted = shorter
            continue
        if not wanted or not _stands_empty(problem_of(brief, seam, (), first_day)):
            raise impossible_week(brief, problem_of(brief, seam, wanted, first_day))
        wanted, why = given_up(brief, wanted, attempt)
        reasons += why
        if not races_of(brief) and not any(one.strain.run for one in wanted):
            raise impossible_week(brief, problem_of(brief, seam, wanted, first_day))


def _tries(
    brief: Brief, seam: Seam, wanted: Sequence[Wanted], first_day: date | None
) -> Iterator[Problem]:
    sunday = sunday_before(brief.profile, seam.habits[brief.frame.heavy])
    rested = [replace(brief, kept_free=brief.kept_free | sunday)] if sunday else []
    for one in (*_touching_late(brief), *rested, brief):
        yield problem_of(one, seam, wanted, first_day)


def _touching_late(brief: Brief) -> Iterator[Brief]:
    """Try the best day for the last fast run by itself, before the others may hold it."""
    days = touch_days(brief.profile, brief.frame.starts) if brief.frame.phase == "race" else ()
    if len(days) > 1:
        others = {("quality-1", day) for day in days[1:]}
        yield replace(brief, kept_free=brief.kept_free | others)


def _priced(problem: Problem, found: Placed, stands: Sequence[Stand]) -> Placed:
    """Return what the week costs as it stands, where a session turned lighter for the legs."""
    asked = {strain.kind: strain.legs for _, visit in found.week for strain in visit}
    if all(asked[one.wanted.strain.kind] == one.wanted.strain.legs for one in stands):
        return found
    now = {(one.slot, one.wanted.strain.kind): one.wanted.strain for one in stands}
    week = tuple(
        (slot, tuple(now.get((slot, strain.kind), strain) for strain in visit))
        for slot, visit in found.week
    )
    return replace(found, price=cost_of(problem, week))


def _stands_empty(problem: Problem) -> bool:
    """Whether the races alone, after what stands before them, break no wall."""
    return is_legal(problem, tuple(problem.fixed))


def _last_week(seam: Seam) -> Season:
    return tuple((replace(slot, day=slot.day + 7), visit) for slot, visit in seam.before)


def _as_it_stood(brief: Brief) -> Season:
    if brief.stood is None:
        return ()
    availability = brief.profile.athlete.availability
    return season_of((brief.stood,), brief.frame.starts, brief.legs, availability)


def _stood_days(brief: Brief) -> Mapping[str, frozenset[int]]:
    """Return the weekdays on which each kind of session stood in the plan before."""
    found: dict[str, set[int]] = {}
    for one in brief.stood.sessions if brief.stood is not None else ():
        if one.discipline in ("run", "strength"):
            found.setdefault(role_of(one), set()).add(one.date.weekday())
    return {kind: frozenset(days) for kind, days in found.items()}


def problem_of(
    brief: Brief, seam: Seam, wanted: Sequence[Wanted], first_day: date | None
) -> Problem:
    """Return what is to be placed, and under which rules."""
    profile = brief.profile
    habits = seam.habits[brief.frame.heavy]
    case = week_case(profile, habits=habits, windows=_windows(brief), stood=_stood_days(brief))
    found = Problem(
        strains=tuple(one.strain for one in wanted),
        slots=_open_slots(brief, first_day),
        fixed=_fixed(brief),
        before=seam.before,
        rules=placement_rules(case),
        policy=POLICIES[profile.athlete.policy],
    )
    return without(found, brief.kept_free | _too_late(brief, wanted))


def _too_late(brief: Brief, wanted: Sequence[Wanted]) -> frozenset[tuple[str, int]]:
    """The days on which a key run would be new so shortly before the race."""
    keys = [one for one in wanted if one.strain.kind.startswith("quality")]
    return frozenset(
        (one.strain.kind, day)
        for one in keys
        for day in range(DAYS_OF_WEEK)
        if brief.is_new(one.kind, day)
    )


def _open_slots(brief: Brief, first_day: date | None) -> tuple[Slot, ...]:
    """The week's slots on days that have not passed, hold no race and are not after the goal."""
    raced = {slot.day for slot, _ in _fixed(brief)}
    open_days = (day for day in days_of(brief.frame, first_day) if day >= brief.back_on)
    goal_on = brief.frame.race_on or date.max
    days = {(day - brief.frame.starts).days for day in open_days if day < goal_on}
    return tuple(slot for slot in brief.profile.slots if slot.day in days - raced)


def _windows(brief: Brief) -> dict[str, tuple[int, int]]:
    frame = brief.frame
    heavy = any(one.strength_phase == "maximal_strength" for one in brief.frames)
    return windows_in(
        brief.profile, frame.starts, frame.phase, frame.strength_phase, was_heavy=heavy
    )


def _fixed(brief: Brief) -> Season:
    """Races stand on their own day, outside availability."""
    found = []
    for race in races_of(brief):
        slot = Slot((race.date - brief.frame.starts).days, RACE_START_MIN, WHOLE_DAY_MIN)
        found.append((slot, (strain_of(race, brief.legs),)))
    return tuple(found)


def _stands(placed: Placed, wanted: Sequence[Wanted]) -> list[Stand]:
    """Name the placed strains again: equal ones are interchangeable, so in order."""
    left = list(wanted)
    found: list[Stand] = []
    for slot, visit in placed.week:
        for order, strain in enumerate(visit, 1):
            if strain.fixed:
                continue
            mine = next(one for one in left if one.strain == strain)
            left.remove(mine)
            other = next((part for part in visit if part is not strain), None)
            found.append(Stand(wanted=mine, slot=slot, order=order, chained=other))
    return found

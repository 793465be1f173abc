"""A week's wishes placed; where no legal week exists, given up in the coach's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from dovetail.domain.decision import Reason
from dovetail.domain.errors import NoLegalPlan
from dovetail.domain.errors import Problem as Said
from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.frame import WeekFrame
from dovetail.planning.place import Placed, Problem, SearchCut, place
from dovetail.planning.race_day import races_of
from dovetail.planning.run_wishes import easy_run
from dovetail.planning.week_problem import week_case, windows_in
from dovetail.planning.wishes import wanted_of
from dovetail.rulebook.cases import DoneRun
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import CHANGE_MIN, Season, Slot, Strain
from dovetail.rulebook.strains import RACE_START_MIN, WHOLE_DAY_MIN, strain_of

REFITTED = ("a", "b")
GIVE_UP = ("core", "easy", "strength-b", "quality-2", "primer", "quality-1", "strength-a", "long")
GONE_AT_ONCE = (1, 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """What stands before a week: visits of the last seven days, habits, runs so far."""

    before: Season
    habits: Mapping[str, int]
    timeline: tuple[DoneRun, ...]
    intensity: tuple[tuple[float, float], ...] = ()
    """Minutes of running and minutes above easy of the last three weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A session that has its day: what was wanted, where, in which order."""

    wanted: Wanted
    slot: Slot
    order: int
    chained: Strain | None = None
    """What shares the visit."""


def days_of(frame: WeekFrame, first_day: date | None) -> list[date]:
    """Return the week's days, from the first one that may hold anything."""
    days = [frame.starts + timedelta(day) for day in range(7)]
    return [day for day in days if first_day is None or day >= first_day]


def placed(
    brief: Brief, seam: Seam, first_day: date | None
) -> tuple[list[Stand], Placed, tuple[Reason, ...]]:
    """Place all that is wanted; where no legal week exists, give up in the coach's order."""
    wanted = list(wanted_of(brief)) if _open_slots(brief, first_day) else []
    given_up: list[Reason] = []
    while True:
        found = _try(brief, seam, wanted, first_day)
        if found is not None:
            stands = [_refitted(brief, stand) for stand in _stands(found, wanted)]
            return _joined(stands), found, tuple(given_up)
        if not wanted:
            raise _impossible(brief)
        wanted, reasons = _given_up(brief, seam, wanted, first_day)
        given_up += reasons
        if not races_of(brief) and not any(one.strain.run for one in wanted):
            raise _impossible(brief)


def _try(
    brief: Brief, seam: Seam, wanted: Sequence[Wanted], first_day: date | None
) -> Placed | None:
    profile = brief.profile
    case = week_case(profile, habits=seam.habits, windows=_windows(brief))
    try:
        return place(
            Problem(
                strains=tuple(one.strain for one in wanted),
                slots=_open_slots(brief, first_day),
                fixed=_fixed(brief),
                before=seam.before,
                rules=placement_rules(case),
                policy=POLICIES[profile.athlete.policy],
            ),
            like=tuple((replace(slot, day=slot.day + 7), visit) for slot, visit in seam.before),
        )
    except SearchCut:
        return None


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


def _given_up(
    brief: Brief, seam: Seam, wanted: list[Wanted], first_day: date | None
) -> tuple[list[Wanted], list[Reason]]:
    """Drop the fewest and least important wishes that make room; where nothing does, the least."""
    ways = list(_ways_to_give_up(wanted))
    for gone in (pick for count in GONE_AT_ONCE for pick in combinations(ways, count)):
        rest = next(
            (
                rest
                for rest in _without(brief, wanted, gone)
                if _try(brief, seam, rest, first_day) is not None
            ),
            None,
        )
        if rest is not None:
            break
    else:
        gone, rest = (ways[0],), [one for one in wanted if one is not ways[0]]
    week = brief.frame.number
    return rest, [Reason("AI017", {"session": one.role, "week": week}) for one in gone]


def _without(
    brief: Brief, wanted: Sequence[Wanted], gone: Sequence[Wanted]
) -> Iterator[list[Wanted]]:
    """Yield the week without some wishes: key runs turned easy first, then left out."""
    rest = [one for one in wanted if one not in gone]
    keys = sum(one.strain.quality and not one.strain.long for one in gone)
    easy = sum(one.strain.kind == "easy" for one in rest)
    if keys:
        yield [*rest, *(easy_run(brief, easy + number) for number in range(1, keys + 1))]
    yield rest


def _ways_to_give_up(wanted: Sequence[Wanted]) -> Iterator[Wanted]:
    """Yield the wishes, least important first: core, easy runs, strength B, quality, A, long."""
    easy = [one for one in wanted if one.strain.kind == "easy"]
    kept = min(easy, key=lambda one: one.rank, default=None)
    for kind in GIVE_UP:
        mine = [one for one in wanted if one.strain.kind == kind and one is not kept]
        yield from sorted(mine, key=lambda one: -one.rank)
    if kept is not None:
        yield kept
    yield from (one for one in reversed(wanted) if one.strain.kind not in GIVE_UP)


def _impossible(brief: Brief) -> NoLegalPlan:
    return NoLegalPlan(
        Said(
            code="no-legal-week",
            problem=f"Week {brief.frame.number} has no legal place for any run.",
            hint="Give the week one more day, or longer slots.",
        )
    )


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


def _refitted(brief: Brief, stand: Stand) -> Stand:
    """Build a strength session again for the slot and the place where it stands.

    A session that was cut to fit the hardest week gets back what this slot has room for.
    """
    wanted = stand.wanted
    if wanted.recipe is None or wanted.strength is None:
        return stand
    group, name, asked = wanted.recipe
    minutes = asked
    if name in REFITTED and group != "special":
        beside = max(stand.chained.minutes, brief.shortest_min + 5) if stand.chained else 0
        room = stand.slot.minutes - (beside + CHANGE_MIN if stand.chained else 0)
        minutes = max(minutes, min(room, brief.structure.first_min))
    place_name = brief.profile.athlete.availability.on(stand.slot.weekday).at
    as_it_is = minutes == asked or not wanted.strength.cut
    if as_it_is and place_name is None:
        return stand
    gym = replace(brief.gym, owned=brief.profile.athlete.equipment_at(place_name))
    session = gym.session(brief.frame, group, name, at_most_min=minutes)
    if session.heavy_legs and not wanted.strength.heavy_legs:
        return stand
    strain = replace(wanted.strain, minutes=session.minutes)
    return replace(stand, wanted=replace(wanted, strength=session, strain=strain))


def _joined(stands: Sequence[Stand]) -> list[Stand]:
    """Tell each session again what shares its visit."""
    found = []
    for stand in stands:
        other = [one for one in stands if one.slot == stand.slot and one is not stand]
        found.append(replace(stand, chained=other[0].wanted.strain if other else None))
    return found

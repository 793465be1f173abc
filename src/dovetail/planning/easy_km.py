"""The easy kilometres of a placed week, shared among its runs under every limit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from dovetail.domain.decision import Decision
from dovetail.domain.units import rounded_down, rounded_up
from dovetail.planning.allocate import MEDIUM, QUALITY_GROWS_KM, STEP_KM, Room, share_km
from dovetail.planning.brief import Brief
from dovetail.planning.placing import Seam
from dovetail.planning.stands import Stand
from dovetail.rulebook.cases import run_case
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp
from dovetail.rulebook.quiet_weeks import QUIET_MIN
from dovetail.rulebook.shapes import CHANGE_MIN

QUALITY_WEIGHT = 0.8
LONG_GRID_FROM_KM = 12
RETURN_RUN_MIN = 40
RETURN_GROWS_MIN = 10
"""After the goal race a run is 40 minutes at most, and 10 more each week (dovetail)."""
MINUTES_STEP = 5
"""Runners by feel are told whole five minutes."""
SLOT_SLACK_MIN = 1.5
"""A run is rounded up to the half kilometre where its slot lacks no more than this: the easy
pace is a band, and the minutes of the slot stay what is asked (dovetail)."""


def is_plain_easy(stand: Stand) -> bool:
    """Whether it is an easy run and nothing else."""
    return stand.wanted.strain.kind == "easy" and not stand.wanted.steps


def room_min(brief: Brief, stand: Stand) -> int:
    """Return the minutes of the slot that the run may take."""
    taken = stand.chained.minutes + CHANGE_MIN if stand.chained else 0
    room = stand.slot.minutes - taken
    if stand.order > 1:
        return min(room, round(brief.profile.principles.number("chain", "easy_run_min")))
    return room


def roomiest(brief: Brief, stands: Sequence[Stand]) -> Stand | None:
    """Return the plain easy run whose slot has most room."""
    easy = (one for one in stands if is_plain_easy(one))
    return max(easy, key=lambda one: room_min(brief, one), default=None)


def easy_km(brief: Brief, seam: Seam, stands: Sequence[Stand]) -> dict[int, Decision[float]]:
    """Share what is left of the week among its runs, under every limit on its real date.

    Easy runs take what they hold; a run with strides, and a little less a quality run, may
    grow at their easy ends.
    """
    brief = _as_the_long_run_stands(brief, stands)
    roles = {id(stand): role for stand, role in zip(stands, roles_of(stands), strict=True)}
    mine = [stand for stand in stands if _may_grow(stand)]
    others = sum(stand.wanted.km or 0.0 for stand in stands if not _may_grow(stand))
    caps = [_no_longer(brief, roles[id(stand)], _cap(brief, seam, stand)) for stand in mine]
    roomy = roomiest(brief, mine)
    rooms = [
        _room(brief, stand, cap.value, longer=stand is roomy and len(mine) > 1)
        for stand, cap in zip(mine, caps, strict=True)
    ]
    shares = share_km(brief.volume.km.value - others, rooms)
    return {
        id(stand): Decision(km, cap.reasons if km >= cap.value - 0.5 else (), cap.silent)
        for stand, km, cap in zip(mine, shares, caps, strict=True)
    }


def roles_of(stands: Sequence[Stand]) -> list[str]:
    """Return the role of each session of a week; easy runs are counted in order.

    A locked one keeps its own.
    """
    held = {stand.wanted.role for stand in stands if stand.wanted.locked}
    names = (name for name in map("easy-{}".format, count(1)) if name not in held)
    return [
        next(names) if stand.wanted.strain.kind == "easy" else stand.wanted.role for stand in stands
    ]


def _no_longer(brief: Brief, role: str, cap: Decision[float]) -> Decision[float]:
    """Hold a run to what it was, in a week that shrinks."""
    most = brief.most_km.get(role, math.inf)
    return cap if most >= cap.value else Decision(most, silent=cap.silent)


def _as_the_long_run_stands(brief: Brief, stands: Sequence[Stand]) -> Brief:
    """Return the brief with the long run as it stands: it may be cut to a shorter slot."""
    long = next((stand.wanted.km for stand in stands if stand.wanted.strain.long), None)
    if long is None or long >= brief.volume.long_km.value:
        return brief
    return replace(brief, volume=replace(brief.volume, long_km=Decision(long)))


def _may_grow(stand: Stand) -> bool:
    wanted = stand.wanted
    if wanted.locked:
        return False
    if wanted.strain.kind == "easy":
        return not wanted.steps
    return wanted.strain.run and not wanted.strain.long


def _room(brief: Brief, stand: Stand, cap_km: float, *, longer: bool) -> Room:
    own, day = stand.wanted.km, stand.slot.day
    if own is None:
        lengths = _by_feel if brief.profile.by_feel else _by_km
        sizes = lengths(brief, stand, cap_km)
        return Room(sizes=sizes, weight=MEDIUM if longer else 1.0, day=day)
    if stand.wanted.strain.quality:
        sizes = _grid(own, min(cap_km, own + QUALITY_GROWS_KM))
        return Room(sizes=sizes, weight=QUALITY_WEIGHT, day=day, plain=False)
    return Room(sizes=_grid(own, cap_km), day=day, plain=False)


def _grid(least_km: float, most_km: float) -> tuple[float, ...]:
    """The lengths people read: half kilometres, whole ones from 12 km."""
    found = [least_km]
    while (longer := _next_km(found[-1])) <= most_km + 1e-9:
        found.append(longer)
    return tuple(found)


def _next_km(km: float) -> float:
    if km < LONG_GRID_FROM_KM:
        return rounded_down(km, STEP_KM) + STEP_KM
    return rounded_down(km, 1.0) + 1.0


def _by_km(brief: Brief, stand: Stand, cap_km: float) -> tuple[float, ...]:
    """From the shortest run worth going out for; told in minutes where a slot holds no more."""
    paces, shortest = brief.paces, min(stand.wanted.strain.minutes, brief.shortest_min)
    least = rounded_up(paces.km_of("easy", shortest), STEP_KM)
    free = room_min(brief, stand)
    if least <= cap_km and paces.minutes_of("easy", least) <= free + SLOT_SLACK_MIN:
        return _grid(least, cap_km)
    return (rounded_down(min(paces.km_of("easy", max(free, shortest)), cap_km), 0.1),)


def _by_feel(brief: Brief, stand: Stand, cap_km: float) -> tuple[float, ...]:
    """Whole five minutes from the shortest run to what the slot and the limits hold."""
    paces, shortest = brief.paces, min(stand.wanted.strain.minutes, brief.shortest_min)
    if (shortest_km := paces.km_of("easy", shortest)) > cap_km + 0.05:
        return (rounded_down(min(shortest_km, cap_km), 0.1),)
    most = min(room_min(brief, stand), paces.minutes_of("easy", cap_km) + 0.5)
    minutes = range(shortest, max(shortest, int(most)) + 1, MINUTES_STEP)
    return tuple(rounded_down(paces.km_of("easy", one), 0.1) for one in minutes)


def _usual_long_km(brief: Brief) -> float | None:
    """A week with a race holds no long run: its runs stay beside those of the season.

    Before the goal's race that is the longest, beside a race on the way the longest so far.
    """
    if brief.frame.phase == "race":
        longs = [one.long_km.value for one in brief.volumes]
    elif brief.frame.tune_up is not None:
        pairs = zip(brief.frames, brief.volumes, strict=True)
        longs = [one.long_km.value for frame, one in pairs if frame.number < brief.frame.number]
    else:
        return None
    return max(longs, default=0.0) or None


def _quiet_min(brief: Brief, on: date) -> float:
    """Return the most minutes of a run on a day before a race; endless on any other."""
    goal = brief.profile.athlete.goal
    days = 0 if goal.date is None else (goal.date - on).days
    if 0 < days <= len(QUIET_MIN):
        return QUIET_MIN[days - 1]
    if any(race.date - on == timedelta(1) for race in goal.tune_up):
        return brief.profile.principles.number("quiet_day")
    tune_up = brief.frame.tune_up
    proposed = tune_up is not None and tune_up.date - on == timedelta(1)
    return brief.profile.principles.number("quiet_day") if proposed else math.inf


def _cap(brief: Brief, seam: Seam, stand: Stand) -> Decision[float]:
    """Return the most that an easy run may be [km]: its slot, the session cap, the long run."""
    by_slot = _slot_km(brief, stand)
    if brief.frame.recovery is not None:
        minutes = RETURN_RUN_MIN + RETURN_GROWS_MIN * brief.frame.recovery
        by_slot = min(by_slot, brief.paces.km_of("easy", minutes))
    on = brief.frame.starts + timedelta(stand.slot.day)
    if (quiet_min := _quiet_min(brief, on)) < math.inf:
        by_slot = min(by_slot, brief.paces.km_of("easy", quiet_min))
    long_km = brief.volume.long_km.value or _usual_long_km(brief)
    case = run_case(brief.profile.runner, seam.timeline, on, long_km=long_km)
    rules = [*limits_of("other_run.km"), *limits_of("run.km")]
    return clamp(by_slot, rules, case)


def _slot_km(brief: Brief, stand: Stand) -> float:
    """Return what the slot holds [km]: the run as it is, and easy running in the rest."""
    free = room_min(brief, stand)
    if stand.wanted.km is None:
        return _filled_km(brief, free)
    own_min = stand.wanted.own_min or stand.wanted.strain.minutes
    return stand.wanted.km + brief.paces.km_of("easy", max(0, free - own_min))


def _filled_km(brief: Brief, free_min: int) -> float:
    """Return the kilometres of a full slot, the next half one where it nearly fits."""
    exact = brief.paces.km_of("easy", free_min)
    longer = rounded_up(exact, STEP_KM)
    return longer if brief.paces.minutes_of("easy", longer) <= free_min + SLOT_SLACK_MIN else exact

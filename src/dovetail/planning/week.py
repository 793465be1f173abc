"""One week: wishes placed, easy kilometres shared, sessions written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dovetail.domain.decision import Decision, Reason
from dovetail.domain.errors import NoLegalPlan
from dovetail.domain.errors import Problem as Said
from dovetail.domain.plan import Legs as LegCount
from dovetail.domain.plan import Placement, Week
from dovetail.domain.session import Session
from dovetail.domain.units import rounded_up
from dovetail.planning.allocate import MEDIUM, STEP_KM, Room, share_km
from dovetail.planning.frame import WeekFrame
from dovetail.planning.place import Placed, Problem, SearchCut, place
from dovetail.planning.race_day import race_session
from dovetail.planning.sessions import rest_session, run_session, strength_session
from dovetail.planning.structure import home_days
from dovetail.planning.week_problem import week_case
from dovetail.planning.wishes import Wanted, Wishes
from dovetail.rulebook.cases import DoneRun, RunCase, longest_before
from dovetail.rulebook.catalogue import limits_of, placement_rules
from dovetail.rulebook.engines import clamp
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import CHANGE_MIN, Season, Slot, Strain
from dovetail.rulebook.strains import RACE_START_MIN

_USUAL = ("base", "build", "peak")
REFITTED = ("a", "b")
QUALITY_GROWS_KM = 3.0
QUALITY_WEIGHT = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """What stands before a week: visits of the last seven days, habits, runs so far."""

    before: Season
    habits: Mapping[str, int]
    timeline: tuple[DoneRun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A session that has its day: what was wanted, where, in which order."""

    wanted: Wanted
    slot: Slot
    order: int
    chained: Strain | None = None
    """What shares the visit."""


def plan_week(wishes: Wishes, seam: Seam, first_day: date | None = None) -> Week:
    """Place a week's wishes and write its sessions."""
    stands, placed, given_up = _placed(wishes, seam, first_day)
    sessions = _sessions(wishes, seam, stands)
    sessions += _race(wishes)
    days = _days(wishes.frame, first_day)
    sessions += _rests(wishes, sessions, days)
    ordered = sorted(sessions, key=lambda one: (one.date, one.slot, one.order, one.priority))
    return _week(wishes, tuple(ordered), placed, given_up)


def _days(frame: WeekFrame, first_day: date | None) -> list[date]:
    days = [frame.starts + timedelta(day) for day in range(7)]
    return [day for day in days if first_day is None or day >= first_day]


# -- placing -----------------------------------------------------------------------------


def _placed(
    wishes: Wishes, seam: Seam, first_day: date | None
) -> tuple[list[Stand], Placed, tuple[Reason, ...]]:
    """Place all that is wanted; where no legal week exists, give up in the coach's order."""
    wanted = list(wishes.all()) if _open_slots(wishes, first_day) else []
    given_up: list[Reason] = []
    while True:
        found = _try(wishes, seam, wanted, first_day)
        if found is not None:
            stands = [_refitted(wishes, stand) for stand in _stands(found, wanted)]
            return _joined(stands), found, tuple(given_up)
        if not wanted:
            raise _impossible(wishes)
        wanted, reason = _give_up(wishes, wanted)
        given_up.append(reason)


def _try(
    wishes: Wishes, seam: Seam, wanted: Sequence[Wanted], first_day: date | None
) -> Placed | None:
    profile = wishes.profile
    case = week_case(profile, habits=seam.habits, windows=wishes.windows())
    try:
        return place(
            Problem(
                strains=tuple(one.strain for one in wanted),
                slots=_open_slots(wishes, first_day),
                fixed=_fixed(wishes),
                before=seam.before,
                rules=placement_rules(case),
                policy=POLICIES[profile.athlete.policy],
            ),
            like=tuple((replace(slot, day=slot.day + 7), visit) for slot, visit in seam.before),
        )
    except SearchCut:
        return None


def _open_slots(wishes: Wishes, first_day: date | None) -> tuple[Slot, ...]:
    """The week's slots on days that have not passed and hold no race."""
    raced = {slot.day for slot, _ in _fixed(wishes)}
    days = {(day - wishes.frame.starts).days for day in _days(wishes.frame, first_day)}
    return tuple(slot for slot in wishes.profile.slots if slot.day in days - raced)


def _fixed(wishes: Wishes) -> Season:
    """Races stand on their own day, outside availability."""
    frame, found = wishes.frame, []
    races = [(frame.race_on, wishes.profile.athlete.goal.distance_km)]
    races += [(frame.tune_up.date, frame.tune_up.km)] if frame.tune_up else []
    for on, km in races:
        if on is None or km is None:
            continue
        minutes = round(wishes.paces.minutes_of("easy", km))
        race = Strain("race", minutes, key=True, fixed=True)
        found.append((Slot((on - frame.starts).days, RACE_START_MIN, 1440), (race,)))
    return tuple(found)


def _give_up(wishes: Wishes, wanted: list[Wanted]) -> tuple[list[Wanted], Reason]:
    """Drop the least important wish: an easy run, then strength B, quality, strength A."""
    order = ("core", "easy", "strength-b", "quality-2", "primer", "quality-1", "strength-a", "long")
    easy_left = [one for one in wanted if one.strain.kind == "easy"]
    for kind in order:
        mine = [one for one in wanted if one.strain.kind == kind]
        if kind == "easy" and len(easy_left) <= 1 and len(wanted) > 2:
            continue
        if mine:
            gone = max(mine, key=lambda one: one.rank)
            rest = [one for one in wanted if one is not gone]
            return rest, Reason("AI017", {"session": gone.role, "week": wishes.frame.number})
    return wanted[:-1], Reason("AI017", {"session": wanted[-1].role, "week": wishes.frame.number})


def _impossible(wishes: Wishes) -> NoLegalPlan:
    return NoLegalPlan(
        Said(
            code="no-legal-week",
            problem=f"Week {wishes.frame.number} has no legal place for any session.",
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


def _refitted(wishes: Wishes, stand: Stand) -> Stand:
    """Build a strength session again for the slot and the place where it stands.

    A session that was cut to fit the hardest week gets back what this slot has room for.
    """
    wanted = stand.wanted
    if wanted.recipe is None or wanted.strength is None:
        return stand
    group, name, minutes = wanted.recipe
    if name in REFITTED and group != "special":
        beside = max(stand.chained.minutes, wishes.shortest_min + 5) if stand.chained else 0
        room = stand.slot.minutes - (beside + CHANGE_MIN if stand.chained else 0)
        minutes = max(minutes, min(room, wishes.structure.first_min))
    place_name = wishes.profile.athlete.availability.on(stand.slot.weekday).at
    gym = replace(wishes.gym, owned=wishes.profile.athlete.equipment_at(place_name))
    session = gym.session(wishes.frame, group, name, at_most_min=minutes)
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


# -- sessions ----------------------------------------------------------------------------


def _sessions(wishes: Wishes, seam: Seam, stands: Sequence[Stand]) -> list[Session]:
    shares = _easy_km(wishes, seam, stands)
    found, easy = [], 0
    for stand in stands:
        if stand.wanted.strength is not None:
            found.append(strength_session(wishes, stand))
            continue
        role = stand.wanted.role
        if stand.wanted.strain.kind == "easy":
            easy += 1
            role = f"easy-{easy}"
        share = shares.get(id(stand))
        found.append(run_session(wishes, stand, role, share, _around(stands, stand)))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the days beside an easy run hold."""

    hard_before: bool
    long_after: bool
    longest_easy: bool


def _around(stands: Sequence[Stand], stand: Stand) -> Around:
    day = stand.slot.day
    before = [one.wanted.strain for one in stands if one.slot.day == day - 1]
    after = [one.wanted.strain for one in stands if one.slot.day == day + 1]
    easy = [one for one in stands if _is_plain_easy(one)]
    roomy = max(easy, key=_room_min, default=None)
    return Around(
        hard_before=any(one.quality or one.long for one in before),
        long_after=any(one.long for one in after),
        longest_easy=roomy is stand,
    )


def _is_plain_easy(stand: Stand) -> bool:
    return stand.wanted.strain.kind == "easy" and not stand.wanted.steps


def _room_min(stand: Stand) -> int:
    taken = stand.chained.minutes + CHANGE_MIN if stand.chained else 0
    return stand.slot.minutes - taken


def _easy_km(wishes: Wishes, seam: Seam, stands: Sequence[Stand]) -> dict[int, Decision[float]]:
    """Share what is left of the week among its runs, under every limit on its real date.

    Easy runs take what they hold; a run with strides, and a little less a quality run, may
    grow at their easy ends.
    """
    mine = [stand for stand in stands if _may_grow(stand)]
    others = sum(stand.wanted.km or 0.0 for stand in stands if not _may_grow(stand))
    caps = [_cap(wishes, seam, stand) for stand in mine]
    roomy = max((one for one in mine if _is_plain_easy(one)), key=_room_min, default=None)
    rooms = [
        _room(wishes, stand, cap.value, longer=stand is roomy and len(mine) > 1)
        for stand, cap in zip(mine, caps, strict=True)
    ]
    shares = share_km(wishes.volume.km.value - others, rooms)
    return {
        id(stand): Decision(km, cap.reasons if km >= cap.value - 0.5 else (), cap.silent)
        for stand, km, cap in zip(mine, shares, caps, strict=True)
    }


def _may_grow(stand: Stand) -> bool:
    wanted = stand.wanted
    if wanted.strain.kind == "easy":
        return not wanted.steps
    return wanted.strain.run and not wanted.strain.long


def _room(wishes: Wishes, stand: Stand, cap_km: float, *, longer: bool) -> Room:
    own = stand.wanted.km
    if own is None:
        least = rounded_up(wishes.paces.km_of("easy", stand.wanted.strain.minutes), STEP_KM)
        return Room(min(least, cap_km), cap_km, MEDIUM if longer else 1.0)
    if stand.wanted.strain.quality:
        return Room(own, max(own, min(cap_km, own + QUALITY_GROWS_KM)), QUALITY_WEIGHT)
    return Room(own, max(own, cap_km))


def _cap(wishes: Wishes, seam: Seam, stand: Stand) -> Decision[float]:
    """Return the most that an easy run may be [km]: its slot, the session cap, the long run."""
    by_slot = _slot_km(wishes, stand)
    on = wishes.frame.starts + timedelta(stand.slot.day)
    long_km = wishes.volume.long_km.value or None
    case = RunCase(
        runner=wishes.profile.runner,
        longest_30d_km=longest_before(seam.timeline, on),
        long_km=long_km,
    )
    rules = [*limits_of("other_run.km"), *limits_of("run.km")]
    return clamp(by_slot, rules, case)


def _slot_km(wishes: Wishes, stand: Stand) -> float:
    """Return what the slot holds [km]: the run as it is, and easy running in the rest."""
    free = _room_min(stand)
    if stand.wanted.km is None:
        return wishes.paces.km_of("easy", free)
    return stand.wanted.km + wishes.paces.km_of("easy", max(0, free - stand.wanted.strain.minutes))


def _race(wishes: Wishes) -> list[Session]:
    found = []
    frame, goal = wishes.frame, wishes.profile.athlete.goal
    if frame.race_on is not None and goal.distance_km is not None:
        found.append(race_session(wishes, frame.race_on, goal.distance_km, goal_race=True))
    if frame.tune_up is not None:
        found.append(race_session(wishes, frame.tune_up.date, frame.tune_up.km, goal_race=False))
    return found


def _rests(wishes: Wishes, sessions: Sequence[Session], days: Sequence[date]) -> Iterator[Session]:
    held = {session.date for session in sessions}
    for day in days:
        if day not in held:
            yield rest_session(wishes, day, sessions)


# -- the week ----------------------------------------------------------------------------


def _week(
    wishes: Wishes, sessions: tuple[Session, ...], placed: Placed, given_up: tuple[Reason, ...]
) -> Week:
    frame = wishes.frame
    runs = [one for one in sessions if one.discipline == "run"]
    lifts = [one for one in sessions if one.discipline == "strength"]
    return Week(
        number=frame.number,
        starts=frame.starts,
        phase=frame.phase,
        strength_phase=frame.strength_phase if lifts else None,
        gate=frame.gate,
        lighter=frame.lighter,
        minutes=sum(one.minutes for one in sessions),
        run_km=round(sum(one.km or 0.0 for one in runs), 1),
        long_run_km=max((one.km or 0.0 for one in runs if one.kind == "long"), default=0.0),
        training_load=sum(one.training_load for one in sessions),
        legs=LegCount(
            hard_sets=sum(_hard_sets(wishes, one) for one in lifts),
            contacts=sum(one.contacts for one in lifts),
        ),
        placement=Placement(proven=placed.proven, price=placed.price),
        reasons=(*wishes.volume.km.reasons, *given_up),
        sessions=sessions,
    )


def _hard_sets(wishes: Wishes, session: Session) -> int:
    return sum(
        line.sets
        for line in session.lines()
        if line.rir is not None and line.rir <= 4 and wishes.gym.exercises[line.exercise].lower
    )


def next_seam(wishes: Wishes, seam: Seam, week: Week, placed_days: Season) -> Seam:
    """Return what the next week finds behind it."""
    before = tuple((replace(slot, day=slot.day - 7), visit) for slot, visit in placed_days)
    unusual = wishes.frame.tune_up or wishes.frame.after_race or week.phase not in _USUAL
    habits = seam.habits if unusual else {**seam.habits, **home_days(placed_days)}
    runs = tuple(
        DoneRun(on=one.date, km=one.km or 0.0, race=one.discipline == "race")
        for one in week.sessions
        if one.discipline in ("run", "race") and one.km
    )
    return Seam(before=before, habits=habits, timeline=(*seam.timeline, *runs))

"""Sessions that have their day, each built again for the slot where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.run_walk import minutes_of_steps
from dovetail.planning.strength_session import StrengthSession
from dovetail.rulebook.shapes import CHANGE_MIN, Slot, Strain

REFITTED = ("a", "b", "whole")
HEAVY_LEGS, SOME_LEGS = 2, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A session that has its day: what was wanted, where, in which order."""

    wanted: Wanted
    slot: Slot
    order: int
    chained: Strain | None = None
    """What shares the visit."""


def settled(brief: Brief, placed: Sequence[Stand]) -> list[Stand]:
    """Fit each session to where it stands, and to what stands beside it."""
    stands = [_refitted(brief, stand) for stand in placed]
    for at, stand in enumerate(stands):
        stands[at] = _told_apart(brief, stand, stands)
    return _joined(stands)


def _refitted(brief: Brief, stand: Stand) -> Stand:
    """Build a strength session again for the slot and the place where it stands.

    A session that was cut to fit the hardest week gets back what this slot has room for.
    """
    wanted = stand.wanted
    if wanted.kind == "run_walk":
        strain = replace(wanted.strain, minutes=minutes_of_steps(wanted.steps))
        return replace(stand, wanted=replace(wanted, strain=strain))
    if wanted.recipe is None or wanted.strength is None:
        return stand
    group, name, asked, most = wanted.recipe
    room = stand.slot.minutes
    if stand.chained:
        room -= _beside_min(brief, stand.chained) + CHANGE_MIN
    minutes = asked
    if name in REFITTED and group != "special":
        minutes = max(minutes, min(room, brief.structure.first_min))
    after_run = stand.chained is not None and stand.order > 1 and wanted.strength.cut
    as_it_is = not wanted.strength.cut or (minutes == asked and not after_run)
    owned = brief.owned_on(stand.slot.weekday)
    if as_it_is and owned == brief.gym.owned:
        return stand
    minutes = min(minutes, max(room, wanted.strength.minutes))
    gym = replace(brief.gym, owned=owned)
    session = gym.session(brief.frame, group, name, at_most_min=minutes, at_most=most)
    if after_run:
        fits = max(wanted.strength.minutes, min(room, minutes))
        warm = replace(gym, warm=True)
        other = warm.session(brief.frame, group, name, at_most_min=fits, at_most=most)
        session = max(session, other, key=lambda found: (found.sets, -found.minutes))
    if session.heavy_legs and not wanted.strength.heavy_legs:
        return stand
    return _with_session(stand, session)


def _with_session(stand: Stand, session: StrengthSession) -> Stand:
    """Let the strain say what the session does to the legs now."""
    wanted = stand.wanted
    legs = HEAVY_LEGS if session.heavy_legs else min(wanted.strain.legs, SOME_LEGS)
    strain = replace(wanted.strain, minutes=session.minutes, legs=legs)
    return replace(stand, wanted=replace(wanted, strength=session, strain=strain))


def _told_apart(brief: Brief, stand: Stand, stands: Sequence[Stand]) -> Stand:
    """Let a short session of a day leave out what the day's longer one holds.

    Two whole sessions on one day only give up the second time of a lift.
    """
    wanted, day = stand.wanted, stand.slot.day
    if wanted.recipe is None or wanted.strength is None:
        return stand
    others = [one.wanted.strength for one in stands if one.slot.day == day and one is not stand]
    elsewhere = frozenset(key for one in others if one is not None for key in one.exercises)
    if not elsewhere & wanted.strength.exercises:
        return stand
    group, name, minutes, most = wanted.recipe
    owned = brief.owned_on(stand.slot.weekday)
    gym = replace(brief.gym, owned=owned, profile=brief.profile.lifting_once())
    if group == "special":
        gym = replace(gym, elsewhere=elsewhere)
    session = gym.session(brief.frame, group, name, at_most_min=minutes, at_most=most)
    if not session.exercises or session.minutes > wanted.strength.minutes:
        return stand
    return _with_session(stand, session)


def _beside_min(brief: Brief, run: Strain) -> int:
    """The minutes that the run beside a lift should have: an easy one its share of the week."""
    if run.kind != "easy":
        return max(run.minutes, brief.shortest_min + 5)
    easy = max(1, brief.structure.runs - 1)
    share_km = (brief.volume.km.value - brief.volume.long_km.value) / easy
    share_min = round(brief.paces.minutes_of("easy", max(0.0, share_km)))
    return max(run.minutes, brief.shortest_min + 5, share_min)


def _joined(stands: Sequence[Stand]) -> list[Stand]:
    """Tell each session again what shares its visit."""
    found = []
    for stand in stands:
        other = [one for one in stands if one.slot == stand.slot and one is not stand]
        found.append(replace(stand, chained=other[0].wanted.strain if other else None))
    return found

"""When a week is placed again: what it left out, and what the week before may change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dovetail.domain.decision import Reason
from dovetail.domain.plan import Week
from dovetail.domain.units import rounded
from dovetail.planning.giving_up import CUT, LEFT_OUT, LEFT_OUT_BY_A_CUT, LIGHT_INSTEAD, NAMES
from dovetail.planning.profile import Profile
from dovetail.rulebook.lifting_gaps import long_gaps
from dovetail.rulebook.strains import role_of

NO_PLACE = (LEFT_OUT, LEFT_OUT_BY_A_CUT, LIGHT_INSTEAD)
HELD_BACK, MADE_ROOM = "AI002", "AI089"
MOVED = "PL218"
KM_OF_A_MOVE = 2.0
"""A key session keeps its weekday unless that costs more kilometres (dovetail)."""
LONG_WEIGHS, CUT_WEIGHS = 3, 2
"""A long run left out, or cut, counts as much as so many other sessions (dovetail)."""
GAP_WEEKS = 4
"""Weeks in which a gap between strength sessions may lie (dovetail)."""
FALLS_SHORT = 0.1
"""A week that holds so much less than its slots should is placed again (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What weeks leave out, or do not hold as they should."""

    gone: float
    """Sessions that found no place."""
    short_km: float = 0.0
    """Kilometres that the days did not hold."""
    moved: int = 0
    """Sessions away from their usual weekday."""

    def less_than(self, other: Loss) -> bool:
        """Whether less is left out; for kilometres alone only where they are worth the moves."""
        if self.gone != other.gone:
            return self.gone < other.gone
        return self.short_km < other.short_km and self._km < other._km

    @property
    def _km(self) -> float:
        return self.short_km + KM_OF_A_MOVE * self.moved


NEVER = Loss(gone=float("inf"))


def made_room(weeks: tuple[Week, ...], role: str) -> tuple[Week, ...]:
    """Say in the last week but one that it made room for the last."""
    *earlier, before, week = weeks
    reason = Reason(MADE_ROOM, {"session": NAMES.get(role, role)})
    return (*earlier, replace(before, reasons=(*before.reasons, reason)), week)


def left_out(*weeks: Week) -> Loss:
    """Count what found no place, what the days did not hold, and what left its weekday."""
    reasons = [reason for week in weeks for reason in week.reasons]
    cut = sum(
        any(why.code == CUT for why in one.reasons) for week in weeks for one in week.sessions
    )
    return Loss(
        gone=sum(_weight(reason) for reason in reasons if reason.code in NO_PLACE)
        + CUT_WEIGHS * cut,
        short_km=rounded(sum(_short_km(reason) for reason in reasons), 0.5),
        moved=sum(week.placement.price.get(MOVED, 0) for week in weeks),
    )


def lost(weeks: Sequence[Week], profile: Profile, *, last: int = 2) -> Loss:
    """Count what the last weeks leave out; too long without strength is a session less."""
    loss = left_out(*weeks[-last:])
    return replace(loss, gone=loss.gone + _long_without(weeks, profile, last))


def _long_without(weeks: Sequence[Week], profile: Profile, last: int) -> int:
    """Count the gaps between strength sessions that are too long and end in the last weeks."""
    sessions = [one for week in weeks[-GAP_WEEKS:] for one in week.sessions]
    gaps = long_gaps(sessions, profile.athlete.goal.date, profile.principles)
    begins = weeks[-last:][0].starts
    return sum(after.date >= begins for after, _, _ in gaps)


def _weight(reason: Reason) -> int:
    return LONG_WEIGHS if reason.facts.get("session") == "long" else 1


def _short_km(reason: Reason) -> float:
    if reason.code != HELD_BACK or "runs" in reason.facts:
        return 0.0
    return float(reason.facts["wish_km"]) - float(reason.facts["held_km"])


def falls_short(week: Week) -> bool:
    """Whether a week holds clearly less than its slots should."""
    return sum(map(_short_km, week.reasons)) > FALLS_SHORT * week.run_km


def late_choices(week: Week) -> Iterator[tuple[str, frozenset[tuple[str, int]]]]:
    """Yield what the week after can still feel, the last day first: a role, and what to forbid.

    Forbidden are kinds on weekdays. Last of all the last day is to stay free, so that a day of
    rest comes in between.
    """
    for session in reversed(week.sessions):
        if session.discipline in ("run", "strength") and (session.key or session.heavy_legs):
            role = role_of(session)
            yield role, frozenset({(role, session.date.weekday())})
    last = week.sessions[-1:]
    if any(one.discipline == "run" for one in last):
        day = last[0].date.weekday()
        roles = {role_of(one) for one in week.sessions if one.date == last[0].date}
        yield role_of(last[0]), frozenset((role, day) for role in {*roles, "easy"})

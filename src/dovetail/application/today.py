"""What is asked today: the plan's day under what the log says of the person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Literal

from dovetail.application.admit import admit
from dovetail.application.log_mistakes import mistakes_seen
from dovetail.application.make_plan import permissions
from dovetail.application.ports import Library
from dovetail.domain.decision import Reason
from dovetail.domain.easing import ALL_ASKED, STATES, Ease, GateState
from dovetail.domain.plan import Finding, Plan, Week
from dovetail.domain.session import Session
from dovetail.domain.signals import Signals
from dovetail.domain.training_log import Event, Move
from dovetail.planning.profile import profile_of
from dovetail.review.easier import EasyShelf
from dovetail.review.easing import eased
from dovetail.review.every_other_day import runs_beside
from dovetail.review.history import History, history_of
from dovetail.review.matching import Matched, match, moved_to
from dovetail.review.readiness import Mornings
from dovetail.review.signals import signals_on
from dovetail.rulebook.engines import gated
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.morning_points import is_red
from dovetail.rulebook.shapes import GateCase

Place = Literal["before", "week_0", "season", "recovery", "after"]
"""Where the day lies: before the plan begins, in its part-week, in the season, in the weeks
after the goal's race, or after the last week."""
WEEK_DAYS = 7
TOLD_BY: Mapping[str, tuple[str, ...]] = {
    "MS452": ("AD340", "AD342"),
    "MS453": ("AD337", "AD340", "AD342"),
    "MS464": ("AD330", "AD331", "AD332", "AD333", "AD334"),
}
"""The gates that tell a mistake of the log already, by its code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A session of the day, as it stood and as it stands now."""

    was: Session
    now: Session | None
    """None where nothing of it is left."""
    done: tuple[str, ...] = ()
    """Ids of the events that tell it was done; then nothing is asked any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A gate that spoke, and what it alone leaves of the day."""

    reason: Reason
    left: Ease

    @property
    def weight(self) -> tuple[int, bool]:
        """How much it takes: its state, and whether it leaves no running."""
        return STATES.index(self.left.state), not self.left.runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """One day, ready to be told."""

    on: date
    state: GateState
    place: Place
    week: Week | None = None
    asked: tuple[Asked, ...] = ()
    said: tuple[Said, ...] = ()
    """The gates that spoke, those that leave least first."""
    signals: Signals
    left: Ease = ALL_ASKED
    """What the gates leave of the day."""
    following: Session | None = None
    """The next session after the day."""
    mistakes: tuple[Finding, ...] = ()
    """Mistakes of the log that stand, worst first; none that a gate of the day already tells."""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the day is as it is."""
        return tuple(one.reason for one in self.said)

    @property
    def refer(self) -> tuple[Reason, ...]:
        """The reasons that ask to see a professional."""
        return tuple(one.reason for one in self.said if one.left.refer)

    @property
    def foremost(self) -> tuple[Reason, ...]:
        """The reasons that take most: beside them what a milder one would allow is no news."""
        most = max((one.weight for one in self.said), default=None)
        return tuple(one.reason for one in self.said if one.weight == most or one.left.refer)


def place_of(published: Plan, on: date) -> tuple[Place, Week | None]:
    """Say where a day lies in a plan, and in which of its weeks."""
    for week in published.weeks:
        if week.starts <= on < week.starts + timedelta(WEEK_DAYS):
            if not week.number:
                return "week_0", week
            goal_on = published.goal.date
            raced = goal_on is not None and on > goal_on
            return ("recovery" if raced else "season"), week
    first = min(week.starts for week in published.weeks)
    return ("before" if on < first else "after"), None


def following(published: Plan, on: date) -> Session | None:
    """Return the first session after a day."""
    later = (
        session
        for week in published.weeks
        for session in week.sessions
        if session.date > on and session.discipline != "rest"
    )
    return min(later, key=lambda one: (one.date, one.slot, one.order), default=None)


def today_of(published: Plan, events: Iterable[Event], on: date, *, library: Library) -> Today:
    """Say what is asked on a day, and what of it is left after what the log tells.

    The plan stays as it stands: nothing is moved to make up for what was missed, and no gate
    can be overridden. Beside it stand the mistakes that the log shows.
    """
    mornings = _mornings(published, events, on, library)
    day = _asked(published, mornings, library)
    seen = mistakes_seen(published, mornings, library)
    return replace(day, mistakes=_untold(seen, day.state, day.reasons))


def asked_on(published: Plan, events: Iterable[Event], on: date, *, library: Library) -> Today:
    """Say the same of a day without looking for mistakes."""
    return _asked(published, _mornings(published, events, on, library), library)


def _mornings(published: Plan, events: Iterable[Event], on: date, library: Library) -> Mornings:
    history = history_of(events, on)
    matched = match(_sessions(published), history, library.principles)
    return Mornings(history=history, matched=matched, plan=published)


def _sessions(published: Plan) -> list[Session]:
    return [one for week in published.weeks for one in week.sessions]


def _asked(published: Plan, mornings: Mornings, library: Library) -> Today:
    on, matched, sessions = mornings.history.today, mornings.matched, _sessions(published)
    red = partial(is_red, principles=library.principles)
    signals = signals_on(on, mornings, is_red=red, principles=library.principles)
    case = GateCase(signals=signals, principles=library.principles)
    gate, reasons = gated(GATES, case)
    place, week = place_of(published, on)
    beside = runs_beside(sessions, gate.left.days_apart, on)
    left = replace(gate.left, run_min=0.0) if beside is None else gate.left
    shelf = _shelf(published, library, on)
    asked = tuple(
        Asked(
            was=one,
            now=eased(one, left, shelf, reasons, beside or ()),
            done=matched.pairs[one.id].training.ids if one.id in matched.pairs else (),
        )
        for one in _here(sessions, mornings.history, matched, on)
    )
    return Today(
        on=on,
        state=gate.left.state,
        place=place,
        week=week,
        asked=asked,
        said=_said(case, reasons),
        signals=signals,
        left=left,
        following=following(published, on),
    )


def _untold(
    seen: Sequence[Finding], state: GateState, reasons: Sequence[Reason]
) -> tuple[Finding, ...]:
    """Leave out what is muted, and what a gate tells; on a day of rest health speaks alone."""
    if state in ("rest", "stop"):
        return ()
    spoke = {reason.code for reason in reasons}
    return tuple(
        one for one in seen if one.muted is None and spoke.isdisjoint(TOLD_BY.get(one.code, ()))
    )


def _here(
    sessions: Sequence[Session], history: History, matched: Matched, on: date
) -> tuple[Session, ...]:
    """Return the sessions of a day, moves heard, in time order."""
    moved = {move.session: moved_to(move)[1] for move in history.of(Move)}
    here = (
        replace(one, date=on, slot=moved.get(one.id) or one.slot)
        for one in sessions
        if one.discipline != "rest" and matched.days.get(one.id, one.date) == on
    )
    return tuple(sorted(here, key=lambda one: (one.slot, one.order)))


def _shelf(published: Plan, library: Library, on: date) -> EasyShelf:
    athlete = published.athlete
    profile = profile_of(
        athlete,
        on,
        published.season_starts,
        principles=library.principles,
        may=permissions(admit(athlete, on)),
    )
    return EasyShelf.of(profile, library.exercises, library.templates)


def _said(case: GateCase, reasons: Sequence[Reason]) -> tuple[Said, ...]:
    spoke = {gate.code: gate.ease(case) for gate in GATES}
    alone = {code: eased.left for code, eased in spoke.items() if eased is not None}
    return tuple(Said(reason=reason, left=alone[reason.code]) for reason in reasons)

"""The single-session cap, asked again on the window of what was really run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dovetail.domain.decision import Reason
from dovetail.domain.easing import Ease
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.review.easier import EasyShelf
from dovetail.review.easing import eased
from dovetail.review.left import ALL_LEFT, Left
from dovetail.rulebook.cases import DoneRun, RunCase, longest_before, run_case
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp
from dovetail.rulebook.limits.lm104_long_run_share import RULE as LONG_SHARE
from dovetail.rulebook.limits.lm104_long_run_share import share_of
from dovetail.rulebook.season_case import is_loading

AFTER_A_MONTH = "AD352"
HAIR = 1e-6
STAYS = 0.85
"""So much of a long run stays beside shorter runs than it was placed with (dovetail)."""


def within_cap(
    sessions: Iterable[Session], before: Sequence[DoneRun], shelf: EasyShelf
) -> Iterator[Session]:
    """Yield sessions in time order, each run no longer than what was run before it allows.

    `before` are the runs done and still asked. What is done, raced, locked or a step of the
    run-walk ladder stays. Where nothing was run for thirty days, the first run is short.
    """
    timeline = list(before)
    for session in sessions:
        now: Session | None = session
        if _is_bound(session):
            left = _left(session, timeline, shelf)
            now = eased(session, left.ease, shelf, left.reasons) if left.reasons else session
        if now is None:
            continue
        if session.done is None and now.discipline in ("run", "race") and now.km:
            timeline.append(DoneRun(on=now.date, km=now.km, race=now.discipline == "race"))
        yield now


def within_share(sessions: Sequence[Session], placed: Week, shelf: EasyShelf) -> Iterator[Session]:
    """Yield a week's sessions, the long run no more than its share of what gates leave of it.

    A week that was placed whole and eased afterwards must not hang on its one long run; most of
    that stays, so that a week of short runs takes no month from the long ones.
    """
    runner, week_km = shelf.profile.runner, sum(_km(one) for one in sessions)
    shrank = is_loading(placed) and week_km < placed.run_km - HAIR
    for session in sessions:
        if not (shrank and session.kind == "long" and _is_bound(session)):
            yield session
            continue
        whole_km = (week_km - _km(session)) / (1 - share_of(runner))
        case = RunCase(runner=runner, longest_30d_km=None, week_km=whole_km)
        asked = clamp(_km(session), (LONG_SHARE,), case)
        most_km = max(asked.value, STAYS * _km(session))
        left = Left(ease=Ease(run_km=most_km), reasons=asked.reasons)
        now = eased(session, left.ease, shelf, left.reasons) if asked.reasons else session
        if now is not None:
            yield now


def _km(session: Session) -> float:
    return (session.km or 0.0) if session.discipline == "run" else 0.0


def _is_bound(session: Session) -> bool:
    free = session.done is not None or session.locked is not None or session.kind == "run_walk"
    return session.discipline == "run" and session.km is not None and not free


def _left(session: Session, timeline: Sequence[DoneRun], shelf: EasyShelf) -> Left:
    km = session.km or 0.0
    runner = shelf.profile.runner
    if longest_before(timeline, session.date) is None:
        last = max((run.on for run in timeline if run.on < session.date), default=None)
        most = runner.principles.number("first_run", "km")
        if last is None or km <= most + HAIR:
            return ALL_LEFT
        facts = {"days": (session.date - last).days - 1, "run_km": most}
        return Left(ease=Ease(run_km=most), reasons=(Reason(AFTER_A_MONTH, facts),))
    asked = clamp(km, limits_of("run.km"), run_case(runner, timeline, session.date))
    if asked.value >= km - HAIR:
        return ALL_LEFT
    return Left(ease=Ease(run_km=asked.value), reasons=asked.reasons[:1])

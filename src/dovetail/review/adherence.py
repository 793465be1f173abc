"""How much of what was asked was done; off-plan work counts, silence is "not done"."""

from __future__ import annotations

from dovetail.domain.session import Status
from dovetail.domain.week_signals import Adherence, EffortTold
from dovetail.review.body_load import load_au
from dovetail.review.done import outcomes
from dovetail.review.logged_week import LoggedWeek


def adherence(week: LoggedWeek) -> Adherence | None:
    """Return what was done of a week; None where no session is over, or no plan stands.

    Unit: load [au] done of load asked, and sessions by what came of them. Window: the
    sessions of these days that are before today, or done, or said to be left out. What was
    done of a session counts in the session's week, off-plan work on its own day.

    Source: foster-2001 (load), dovetail.
    """
    matched, principles = week.matched, week.principles
    asked = week.sessions()
    found = outcomes(asked, matched, week.history.today, principles)
    over = [one for one in asked if one.id in found]
    if not over:
        return None
    of_plan = [(pair.training, pair.session) for pair in map(matched.pairs.get, found) if pair]
    extra = [one for one in matched.off_plan if week.starts <= one.on <= week.until]
    off_plan_au = sum(load_au(one, None, principles) for one in extra)
    ids = dict.fromkeys(name for done in found.values() for name in done.events)

    def named(*statuses: Status) -> tuple[str, ...]:
        return tuple(one.id for one in over if found[one.id].status in statuses)

    lost = set(named("skipped", "missed"))
    return Adherence(
        asked_au=sum(one.training_load for one in over),
        done_au=sum(load_au(done, one, principles) for done, one in of_plan) + off_plan_au,
        off_plan_au=off_plan_au,
        done=named("done"),
        partly=named("partly"),
        skipped=named("skipped"),
        missed=named("missed"),
        keys_lost=tuple(one.id for one in over if one.key and one.id in lost),
        is_silent=_is_silent(week),
        events=(*ids, *(name for one in extra for name in one.ids)),
    )


def efforts(week: LoggedWeek) -> tuple[EffortTold, ...]:
    """Return each effort told beside the one asked, of four weeks, the oldest first.

    Unit: of 10. A session without an effort told, or without one asked, is not among them.

    Source: foster-2001.
    """
    found = ((one, week.matched.session_of(one)) for one in week.lately())
    return tuple(
        EffortTold(
            session=session.id,
            kind=session.kind,
            on=one.on,
            asked=session.rpe,
            told=one.rpe,
            events=one.ids,
        )
        for one, session in found
        if session is not None and session.rpe is not None and one.rpe is not None
    )


def _is_silent(week: LoggedWeek) -> bool:
    return not any(week.starts <= one.on <= week.until for one in week.history.events)

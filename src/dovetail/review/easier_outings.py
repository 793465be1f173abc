"""Walking breaks in place of a run, and shorter outings of the walk-run ladder."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.easing import Ease
from dovetail.domain.ladder import LADDER, LEAST_OUTING_MIN, WALK_FIRST_MIN
from dovetail.domain.session import Session
from dovetail.planning.run_walk import minutes_of_steps, outing_km, outing_steps
from dovetail.review.easier import HAIR, Easier, EasyShelf

Outing = tuple[int, float, float]
BREAKS, SHORTER_OUTING = "AI207", "AI203"
OF_MIN = "of_min"
"""The minutes of the runs that an outing stands for, where they are more than one."""
OUTING_EFFORT = (2.0, 3.0)


def shorter_outing(one: Easier, left: Ease, shelf: EasyShelf) -> Easier | None:
    """Return an outing of the ladder with fewer repeats, where it is to be shorter.

    The walk that it begins with is no running, and no cap on running counts it. One that
    stands in the place of a run has the share of that run, within a minute of rounding.
    """
    share_min = _share_min(left.easy_share, one.before_min)
    if (told := one.told(BREAKS)) is not None:
        share = left.long_share if told.facts["run"] == "long" else left.easy_share
        share_min = _share_min(share, float(told.facts.get(OF_MIN, one.before_min))) + 1
    most_min = min(left.run_min + WALK_FIRST_MIN, share_min)
    session = one.now
    fits = session.minutes <= most_min + HAIR and (session.km or 0.0) <= left.run_km + HAIR
    if fits:
        return one
    found = _fitted(_outing_of(session), min(most_min, session.minutes), left.run_km, shelf)
    if found is None:
        return None
    outing, minutes, km = found
    said = Reason(SHORTER_OUTING, {"run_min": minutes, **one.before})
    return one.to(said, steps=outing_steps(outing), minutes=minutes, km=km)


def with_breaks(
    one: Easier, left: Ease, shelf: EasyShelf, beside: Sequence[Session]
) -> Easier | None:
    """Put an outing of the ladder in the place of a run, in the minutes and kilometres left of it.

    A run that stands on a lower rung already stays there. An outing has the share of the runs
    beside it too, but is never longer than the run whose place it takes.
    """
    session, rung = one.now, left.rung
    if session.kind == "run_walk" and rung_of(session) <= rung:
        return one
    found = _fitted(LADDER[rung - 1], *_allowed(one, left, shelf, beside), shelf)
    if found is None:
        return None
    outing, minutes, km = found
    run = "long" if one.was.kind == "long" else "easy"
    facts: Facts = {"rung": rung, "rungs": len(LADDER), "run": run, **one.before}
    if beside:
        facts = {**facts, OF_MIN: round(one.before_min + sum(other.minutes for other in beside))}
    return one.instead(
        Reason(BREAKS, facts), kind="run_walk", minutes=minutes, km=km,
        rpe=OUTING_EFFORT, steps=outing_steps(outing), key=False, hard_unit=False,
    )  # fmt: skip


def _allowed(
    one: Easier, left: Ease, shelf: EasyShelf, beside: Sequence[Session]
) -> tuple[float, float]:
    """Return the minutes and kilometres that walking breaks may take of what is left of a run.

    Nothing is rounded to its grid yet, and the walk before is no running.
    """
    if one.now.kind == "run_walk":
        return one.now.minutes, one.now.km if one.now.km is not None else left.run_km
    share = left.long_share if one.was.kind == "long" else left.easy_share
    of_min = one.before_min + sum(other.minutes for other in beside)
    of_km = one.before_km + sum(other.km or 0.0 for other in beside)
    least_km = (LEAST_OUTING_MIN - WALK_FIRST_MIN) / shelf.easy_min_per_km
    run_min = min(left.run_min + WALK_FIRST_MIN, _share_min(share, of_min))
    run_km = min(left.run_km, max(share * of_km, least_km))
    was_km = one.was.km if one.was.km is not None else run_km
    return min(one.was.minutes, run_min), min(was_km, run_km)


def _share_min(share: float, minutes: float) -> float:
    """Return the minutes that a share leaves to an outing: no share makes it a mere walk."""
    return max(share * minutes, min(minutes, LEAST_OUTING_MIN))


def rung_of(session: Session) -> int:
    """Return the rung that an outing stands on, the lowest one that is at least as hard."""
    _, run, walk = _outing_of(session)
    rungs = range(1, len(LADDER) + 1)
    harder = (rung for rung in rungs if _is_rung(LADDER[rung - 1], run, walk))
    return next(harder, len(LADDER))


def _is_rung(rung: Outing, run: float, walk: float) -> bool:
    return rung[1] >= run and (rung[2] <= walk or not walk) and bool(rung[2]) == bool(walk)


def _outing_of(session: Session) -> Outing:
    """Return repeats, minutes running and minutes walking as the steps tell them."""
    work = next(step for step in session.steps if step.part == "work")
    walks = (step.minutes or 0.0 for step in session.steps if step.part == "recovery")
    return work.repeat, work.minutes or 0.0, next(walks, 0.0)


def _fitted(
    outing: Outing, most_min: float, most_km: float, shelf: EasyShelf
) -> tuple[Outing, int, float] | None:
    """Cut an outing to its ceilings: repeats first, then the minutes of the one run left."""
    repeats, run, walk = outing
    easy = shelf.paces.easy_s_per_km
    room = most_min - WALK_FIRST_MIN
    cut: list[Outing] = []
    if walk:
        most = min(repeats, int(room / (run + walk) + HAIR))
        cut = [(times, run, walk) for times in range(most, 0, -1)]
    longest = int(min(run, room - walk))
    cut += [(1, float(minutes), walk) for minutes in range(longest, 0, -1)]
    for one in cut:
        if outing_km(one, easy) <= most_km:
            return one, minutes_of_steps(outing_steps(one)), outing_km(one, easy)
    return None

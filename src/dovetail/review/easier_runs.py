"""What easier does to a run: fewer repetitions, an easy run in its place, a shorter one."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.easing import NO_BREAKS, NO_CAP_MIN, Ease, Fastest
from dovetail.domain.prescription import PaceName, RunStep, Target
from dovetail.domain.session import Session
from dovetail.domain.units import rounded_down, shown_km_down
from dovetail.planning.run_fitting import fitted, shown_km
from dovetail.planning.run_recipes import minutes_of
from dovetail.review.easier import HAIR, WAS_KM, WAS_MIN, Easier, EasyShelf
from dovetail.review.easier_bouts import fewer_bouts, with_count
from dovetail.review.easier_long import eased_long
from dovetail.review.easier_outings import shorter_outing, with_breaks
from dovetail.review.easier_shares import shared

FAST = frozenset({"hills", "threshold", "interval", "repetition", "race_pace"})
PLAIN = frozenset({"easy", "recovery"})
AT_THRESHOLD: frozenset[PaceName] = frozenset({"easy", "marathon", "half", "threshold"})
"""No faster than threshold; race pace is where the race is as long as that (dovetail)."""
LONG_RACES = ("half", "marathon", "ultra")
THRESHOLD_EFFORT = 7
EASY_EFFORT = (2.0, 4.0)
FIVE_MIN_FROM = 30
INSTEAD, SHORTER, SHORTER_KM = "AI202", "AI203", "AI204"


def eased_run(
    session: Session, left: Ease, shelf: EasyShelf, beside: Sequence[Session] = ()
) -> Easier | None:
    """Return a run under ceilings; None where too little of it is left to go out for.

    First what caps its length, then fewer repetitions, then an easy run in its place, then
    walking breaks: each begins with what the one before has left.
    """
    if not left.runs or (left.quality == "none" and session.kind in FAST):
        return None
    eased = _worth_going(_eased(Easier.of(session), left, shelf), shelf)
    if eased is None or left.rung == NO_BREAKS:
        return eased
    return _worth_going(with_breaks(eased, left, shelf, beside), shelf)


def _worth_going(one: Easier | None, shelf: EasyShelf) -> Easier | None:
    """Drop what became too short to go out for."""
    if one is None or one.now == one.was:
        return one
    return one if one.now.minutes >= shelf.number("least_run_min") else None


def _eased(one: Easier, left: Ease, shelf: EasyShelf) -> Easier | None:
    session = one.now
    if session.kind == "run_walk":
        return shorter_outing(one, left, shelf)
    if len(session.steps) <= 1:
        share = left.long_share if session.kind == "long" else left.easy_share
        return _shorter(one, left, share, shelf)
    if session.kind == "long" and any(step.part == "work" for step in session.steps[1:]):
        easy = _is_easy(left) or not allowed(session.steps, left.fastest, shelf)
        return eased_long(one, left, shelf, easy=easy)
    return _fast(one, left, shelf)


def _is_easy(left: Ease) -> bool:
    """Whether nothing fast is left; running with walking breaks is easy, too."""
    return left.quality in ("easy", "none") or left.rung < NO_BREAKS


def allowed(steps: tuple[RunStep, ...], fastest: Fastest, shelf: EasyShelf) -> bool:
    """Whether a run holds nothing faster than the fastest kind that is left."""
    if fastest == "any":
        return True
    return all(_is_allowed(step, fastest, shelf) for step in steps)


def _is_allowed(step: RunStep, fastest: Fastest, shelf: EasyShelf) -> bool:
    if step.part == "strides":
        return fastest != "easy"
    if step.part != "work" or step.target.pace == "easy":
        return True
    return fastest == "threshold" and _is_threshold(step.target, shelf)


def _is_threshold(target: Target, shelf: EasyShelf) -> bool:
    if target.pace == "race":
        return shelf.profile.athlete.goal.race in LONG_RACES
    if target.pace is not None:
        return target.pace in AT_THRESHOLD
    return target.rpe is not None and target.rpe[1] <= THRESHOLD_EFFORT


# -- easy runs ---------------------------------------------------------------------------


def _shorter(one: Easier, left: Ease, share: float, shelf: EasyShelf) -> Easier:
    """Shorten a run of one piece: what is told in kilometres by them, else by the clock."""
    session, km = one.now, _km(one.now, shelf)
    in_km = bool(session.steps) and session.steps[0].km is not None
    in_km = in_km and session.km is not None
    before_min = NO_CAP_MIN if in_km else one.before_min
    most_min, most_km = shared(share, before_min, one.before_km, shelf, in_km=in_km)
    most_min, most_km = min(float(int(left.run_min)), most_min), min(left.run_km, most_km)
    if session.minutes <= most_min + HAIR and km <= most_km + HAIR:
        return one
    most_min, most_km = min(session.minutes, most_min), min(km, most_km)
    steps, minutes, km = easy_run(most_min, most_km, shelf, in_km=in_km)
    return one.to(shorter(one, minutes, km, shelf), steps=steps, minutes=minutes, km=km)


def shorter(one: Easier, minutes: int, km: float, shelf: EasyShelf) -> Reason:
    """Say how much shorter a run is, and remember how long it was."""
    if shelf.in_km and one.now.kind not in FAST and one.was.km is not None:
        return Reason(SHORTER_KM, {"run_km": km, **one.before})
    return Reason(SHORTER, {"run_min": minutes, **one.before})


def easy_run(
    most_min: float, most_km: float, shelf: EasyShelf, *, in_km: bool
) -> tuple[tuple[RunStep, ...], int, float]:
    """Return the steps, minutes and kilometres of an easy run that is no longer than this."""
    paces, easy = shelf.paces, shelf.paces.target("easy")
    if in_km:
        km = shown_km_down(min(most_km, paces.km_of("easy", most_min)) + HAIR)
        minutes = min(int(most_min), round(paces.minutes_of("easy", km)))
        return (RunStep(part="work", km=km, target=easy),), minutes, km
    exact = min(most_min, paces.minutes_of("easy", most_km))
    minutes = int(rounded_down(exact, 5.0 if exact >= FIVE_MIN_FROM else 1.0))
    km = min(most_km, rounded_down(paces.km_of("easy", minutes), 0.1))
    return (RunStep(part="work", minutes=float(minutes), target=easy),), minutes, km


def _km(session: Session, shelf: EasyShelf) -> float:
    """Return the kilometres of a run; where nobody said, those of its steps."""
    return shown_km(session.steps, shelf.paces) if session.km is None else session.km


# -- faster runs, and strides ------------------------------------------------------------


def _fast(one: Easier, left: Ease, shelf: EasyShelf) -> Easier:
    """Ends and repetitions first; then, where that is not enough, an easy run."""
    share = 1.0 if one.now.kind in FAST else left.easy_share
    one, fits = _fitted(one, left, share, shelf)
    if left.quality != "asked":
        one = fewer_bouts(one, shelf)
    if fits and not _is_easy(left) and allowed(one.now.steps, left.fastest, shelf):
        return with_count(one)
    return _easy_instead(one, left, shelf)


def _fitted(one: Easier, left: Ease, share: float, shelf: EasyShelf) -> tuple[Easier, bool]:
    """Cut a run of several parts to its ceilings; whether any of its work has room."""
    session, km = one.now, _km(one.now, shelf)
    most_min, most_km = shared(share, one.before_min, one.before_km, shelf, in_km=shelf.in_km)
    most_min, most_km = int(min(left.run_min, most_min) + HAIR), min(left.run_km, most_km)
    if session.minutes <= most_min and km <= most_km + HAIR:
        return one, True
    beginner = shelf.profile.level == "beginner"
    steps = fitted(session.steps, shelf.paces, most_min, most_km, beginner=beginner)
    exact = minutes_of(steps, shelf.paces)
    minutes = min(session.minutes, most_min, round(exact))
    km = min(km, rounded_down(most_km, 0.1), shown_km(steps, shelf.paces))
    fits = session.kind not in PLAIN and exact <= most_min
    fits = fits and shown_km(steps, shelf.paces) <= most_km
    said = shorter(one, minutes, km, shelf)
    return one.to(said, steps=steps, minutes=minutes, km=km), fits


def _easy_instead(one: Easier, left: Ease, shelf: EasyShelf) -> Easier:
    """Put an easy run in the place of a faster one, no longer than that was left."""
    session, km = one.now, _km(one.now, shelf)
    fast = session.kind in FAST
    share = left.easy_share if fast else 1.0
    was_min = session.minutes if fast else one.before_min
    was_km = km if fast else one.before.get(WAS_KM, km)
    most_min, most_km = shared(share, session.minutes, km, shelf, in_km=shelf.in_km)
    steps, minutes, km = easy_run(most_min, most_km, shelf, in_km=shelf.in_km)
    kind = session.kind if fast else "strides"
    facts: Facts = {"run": kind, "run_min": minutes, WAS_MIN: round(was_min), WAS_KM: was_km}
    return one.instead(
        Reason(INSTEAD, facts), kind="easy", minutes=minutes, km=km, rpe=EASY_EFFORT, steps=steps,
        key=False, hard_unit=False,
    )  # fmt: skip

"""A long run under ceilings: its easy part gives way first, its race pace becomes easy."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dovetail.domain.decision import Reason
from dovetail.domain.easing import NO_CAP_MIN, Ease
from dovetail.domain.prescription import RunStep
from dovetail.domain.units import rounded_up, shown_km_down
from dovetail.planning.run_fitting import shown_km
from dovetail.review.easier import HAIR, Easier, EasyShelf
from dovetail.review.easier_bouts import fewer, shorter_piece
from dovetail.review.easier_shares import shared

SHORTER_KM, FEWER_PIECES, SHORTER_PIECE, NO_PACE = "AI204", "AI205", "AI208", "AI206"
ALL_EASY_EFFORT = (3.0, 4.0)
LEAST_LEAD_KM = 2.0
"""Easy running before the first piece of race pace (dovetail)."""
WHOLE_KM_FROM = 12.0
STEADY_EFFORT = 5


@dataclass(frozen=True, slots=True)
class _Held:
    """So many pieces, each so long [km], and what the whole run is shorter by [km]."""

    times: int
    km: float
    off_km: float = 0.0
    lost_km: float = 0.0
    """Of it, what rounding took: the rest is the time that easy running takes longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Long:
    """A long run that holds faster pieces: the easy part before them, the pieces, the end."""

    steps: tuple[RunStep, ...]

    @property
    def pieces(self) -> RunStep:
        """The step that is faster."""
        return next(step for step in self.steps[1:] if step.part == "work")

    @property
    def steady(self) -> bool:
        """Whether it is by effort, and no race pace."""
        rpe = self.pieces.target.rpe
        return self.pieces.target.pace is None and rpe is not None and rpe[1] <= STEADY_EFFORT

    def around_km(self, held: _Held) -> float:
        """Everything but the first step [km]."""
        between = sum(step.km or 0.0 for step in self.steps if step.part == "recovery")
        end = sum(step.km or 0.0 for step in self.steps if step.part == "cool_down")
        floats = held.times * between if held.times > 1 else 0.0
        return held.times * held.km + floats + end

    def with_pieces(self, km: float, held: _Held) -> tuple[RunStep, ...]:
        """Return the steps of a run that is so long and holds such pieces."""
        first = self.steps[0]
        if not held.times:
            return (replace(first, part="work", km=km),)
        lead = replace(first, km=round(km - self.around_km(held), 6))
        rest = [step for step in self.steps[1:] if held.times > 1 or step.part != "recovery"]
        return lead, *(self._piece(step, held) for step in rest)

    def _piece(self, step: RunStep, held: _Held) -> RunStep:
        if step.part == "cool_down":
            return step
        group = step.group if held.times > 1 else None
        km = held.km if step.part == "work" else step.km
        return replace(step, km=km, repeat=held.times, group=group)


def eased_long(one: Easier, left: Ease, shelf: EasyShelf, *, easy: bool) -> Easier:
    """Return a long run of several parts under ceilings; `easy` leaves it no race pace.

    Pieces that go become easy running of the same time, so that the run keeps its share.
    """
    session = one.now
    run_km = shown_km(session.steps, shelf.paces) if session.km is None else session.km
    km = _most_km(one, left, run_km, shelf)
    run = _Long(steps=session.steps)
    chain = _chain(run, run_km, one, shelf)
    at = len(chain) - 1 if easy else len(chain) - 2 if left.quality == "less" else 0
    held = chain[at]
    while held.times and _lead(run, km, held) < _least_lead(run) - HAIR:
        at += 1
        held = chain[at]
    if km == run_km and at == 0:
        return one
    off_km = (
        held.off_km if held.times else _off_km(run, km, chain, left.run_min / shelf.easy_min_per_km)
    )
    gone_km = run_km - km + held.lost_km - held.off_km + off_km
    minutes = session.minutes - gone_km * shelf.easy_min_per_km
    minutes = min(session.minutes, int(left.run_min), round(minutes))
    km = round(km - off_km, 6)
    rpe = session.rpe if held.times else ALL_EASY_EFFORT
    steps = run.with_pieces(km, held)
    if not held.times and not shelf.in_km:
        steps = tuple(replace(step, km=None, minutes=float(minutes)) for step in steps)
    said = _said(one, run, held, km, shelf)
    return one.to(*said, steps=steps, minutes=max(0, minutes), km=max(0.0, km), rpe=rpe)


def _lead(run: _Long, km: float, held: _Held) -> float:
    return km - held.off_km - run.around_km(held)


def _least_lead(run: _Long) -> float:
    return min(LEAST_LEAD_KM, run.steps[0].km or 0.0)


def _off_km(run: _Long, km: float, chain: list[_Held], most_km: float) -> float:
    """Return what a run of so many kilometres loses where all of its pieces become easy [km].

    Where it is too short for any piece it is easy running alone, of so many kilometres at most,
    and loses no more than keeps it from being longer than one that is just long enough.
    """
    most = chain[-1].off_km
    least = min(held.off_km + run.around_km(held) + _least_lead(run) for held in chain[:-1])
    kept = shown_km_down(max(0.0, min(least - most, most_km)) + HAIR)
    return min(most, max(0.0, km - kept))


def _most_km(one: Easier, left: Ease, km: float, shelf: EasyShelf) -> float:
    """Return how long the run may be, before its pieces are asked [km]."""
    over = max(0.0, one.now.minutes - int(left.run_min)) / shelf.easy_min_per_km
    _, share_km = shared(left.long_share, NO_CAP_MIN, one.before_km, shelf, in_km=True)
    most = min(left.run_km, share_km, km - over)
    return km if most >= km - HAIR else max(0.0, shown_km_down(most + HAIR))


def _chain(run: _Long, run_km: float, one: Easier, shelf: EasyShelf) -> list[_Held]:
    """Return the pieces as they may become: as they are, fewer or a shorter one, and none.

    What rounding takes only grows from each to the next, so that less race pace is never
    longer.
    """
    piece = run.pieces
    amounts = [(piece.repeat, piece.km or 0.0), *_less(run, one, shelf), (0, 0.0)]
    grid = 1.0 if run_km >= WHOLE_KM_FROM else 0.5
    easy, fast = shelf.easy_min_per_km, shelf.min_per_km(piece)
    chain = [_Held(*amounts[0])]
    for times, each in amounts[1:]:
        gone = piece.repeat * (piece.km or 0.0) - times * each
        exact = gone * max(0.0, 1 - fast / easy)
        off = rounded_up(exact + chain[-1].lost_km, grid)
        chain.append(_Held(times, each, off, off - exact))
    return chain


def _less(run: _Long, one: Easier, shelf: EasyShelf) -> list[tuple[int, float]]:
    """Return fewer pieces, or a shorter one; nothing where it was done before."""
    piece, told = run.pieces, one.told(FEWER_PIECES)
    if run.steady or one.told(SHORTER_PIECE) is not None:
        return []
    before = piece.repeat if told is None else int(told.facts["times_was"])
    if before > 1:
        most = fewer(before, shelf)
        return [(most, piece.km or 0.0)] if most < piece.repeat else []
    km = shorter_piece(piece, shelf).km or 0.0
    return [(1, km)] if km < (piece.km or 0.0) else []


def _said(one: Easier, run: _Long, held: _Held, km: float, shelf: EasyShelf) -> tuple[Reason, ...]:
    """Say what was done to the length, and to the pieces."""
    said = []
    if km < (one.now.km or 0.0):
        said.append(Reason(SHORTER_KM, {"run_km": km, **one.before}))
    piece, told = run.pieces, one.told(FEWER_PIECES)
    if not held.times:
        said.append(Reason(NO_PACE, {}))
    elif held.times < piece.repeat:
        before = piece.repeat if told is None else told.facts["times_was"]
        said.append(Reason(FEWER_PIECES, {"times": held.times, "times_was": before}))
    elif held.km < (piece.km or 0.0):
        said.append(Reason(SHORTER_PIECE, {"work_km": held.km}))
    return tuple(said)

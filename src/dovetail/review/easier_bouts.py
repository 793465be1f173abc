"""Fewer repetitions of a faster run: whole ones, the last first; one alone gets shorter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dovetail.domain.decision import Reason
from dovetail.domain.prescription import RunStep
from dovetail.domain.units import rounded_down
from dovetail.planning.run_fitting import shown_km
from dovetail.planning.run_recipes import minutes_of
from dovetail.review.easier import HAIR, Easier, EasyShelf

FEWER, SHORTER_PIECE = "AI200", "AI201"
IS_BOUT = ("work", "strides")
SHORT_MIN = 3.0
"""Pieces below this are cut to quarters of a minute, longer ones to whole minutes (dovetail)."""
SHORT_KM = 1.0
"""Pieces below this are cut to tenths, longer ones to halves (dovetail)."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Steps done in turn, some times."""

    steps: tuple[RunStep, ...]

    @property
    def bouts(self) -> int:
        return self.steps[0].repeat if self.is_work else 0

    @property
    def is_work(self) -> bool:
        return any(step.part in IS_BOUT for step in self.steps)

    def times(self, count: int) -> _Part:
        """Return so many repeats; one alone needs no recovery after it."""
        if count > 1:
            return _Part(tuple(replace(step, repeat=count) for step in self.steps))
        work = [step for step in self.steps if step.part != "recovery"]
        group = work[0].group if len(work) > 1 else None
        return _Part(tuple(replace(step, repeat=1, group=group) for step in work))


def fewer_bouts(one: Easier, shelf: EasyShelf) -> Easier:
    """Return a run with about a third of its repetitions gone; at least one stays.

    Source: dovetail.
    """
    if one.told(SHORTER_PIECE) is not None:
        return one
    parts = _parts(one.now.steps)
    before = _before(one)
    if before <= 1:
        return _with_a_shorter_piece(one, shelf) if before else one
    parts = _cut(parts, _count(parts) - fewer(before, shelf))
    steps = tuple(step for part in parts for step in part.steps)
    return one if steps == one.now.steps else _with_steps(one, steps, shelf)


def with_count(one: Easier) -> Easier:
    """Say how many repetitions are left, whatever took the others, and how many there were."""
    times, before = _count(_parts(one.now.steps)), _before(one)
    if times >= before:
        return one
    return one.to(Reason(FEWER, {"times": times, "times_was": before}))


def _before(one: Easier) -> int:
    """Count the repetitions of the session before it was first eased."""
    told = one.told(FEWER)
    return _count(_parts(one.was.steps)) if told is None else int(told.facts["times_was"])


def fewer(times: int, shelf: EasyShelf) -> int:
    """Return the nearest whole number of repetitions that is left, a tie to the easier side."""
    return max(1, math.ceil(shelf.number("quality") * times - 0.5 - HAIR))


def shorter_piece(step: RunStep, shelf: EasyShelf) -> RunStep:
    """Return a piece of work that is shorter by as much; one too short to cut stays."""
    share = shelf.number("quality")
    if step.km is not None:
        km = rounded_down(share * step.km, 0.5 if step.km > SHORT_KM else 0.1)
        return replace(step, km=km) if km > 0 else step
    minutes = step.minutes or 0.0
    left = rounded_down(share * minutes, 1.0 if minutes > SHORT_MIN else 0.25)
    return replace(step, minutes=left) if left > 0 else step


def _with_a_shorter_piece(one: Easier, shelf: EasyShelf) -> Easier:
    steps = tuple(
        shorter_piece(step, shelf) if step.part in IS_BOUT else step for step in one.now.steps
    )
    if steps == one.now.steps:
        return one
    work = next(step for step in steps if step.part in IS_BOUT)
    amount = {"work_min": work.minutes} if work.minutes is not None else {"work_km": work.km or 0.0}
    return _with_steps(one, steps, shelf, Reason(SHORTER_PIECE, amount))


def _with_steps(one: Easier, steps: tuple[RunStep, ...], shelf: EasyShelf, *said: Reason) -> Easier:
    minutes = min(one.now.minutes, round(minutes_of(steps, shelf.paces)))
    shown = shown_km(steps, shelf.paces)
    km = shown if one.now.km is None else min(one.now.km, shown)
    return one.to(*said, steps=steps, minutes=minutes, km=km)


def _parts(steps: Sequence[RunStep]) -> list[_Part]:
    """Return the parts of a run: neighbours with the same group are one."""
    parts: list[_Part] = []
    for group, some in groupby(steps, key=lambda step: step.group):
        together = tuple(some)
        parts += [_Part(together)] if group is not None else [_Part((one,)) for one in together]
    return parts


def _count(parts: Sequence[_Part]) -> int:
    return sum(part.bouts for part in parts)


def _cut(parts: list[_Part], off: int) -> list[_Part]:
    """Take so many bouts away, the last first, with the recovery that led up to them."""
    kept: list[_Part] = []
    follows = False
    for part in reversed(parts):
        gone = min(off, part.bouts)
        off -= gone
        if follows and not part.is_work and part.steps[0].part == "recovery":
            follows = False
            continue
        follows = bool(gone) and gone == part.bouts
        if not follows:
            kept.append(part.times(part.bouts - gone) if part.is_work else part)
    return kept[::-1]

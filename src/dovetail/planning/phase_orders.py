"""Strength phases that a decision keeps shut, or a person opens: the phase before goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dovetail.domain.plan import StrengthPhase
from dovetail.planning.frame import WeekFrame
from dovetail.planning.orders import Orders
from dovetail.planning.strength_clock import Clock, gate_at

PHASES: tuple[StrengthPhase, ...] = (
    "stabilization",
    "strength_endurance",
    "maximal_strength",
    "power",
)
"""In the order in which they open; a bound on `phase.strength` counts from 0."""


def frames_under(
    frames: Sequence[WeekFrame], orders: Orders, open_from: date, *, technique_checked: bool
) -> tuple[WeekFrame, ...]:
    """Return the frames with no open week in a strength phase that its orders shut.

    Only the content of strength shifts, the run plan stays: the phase before goes on, its last
    loading step repeated, and the phase that opens late begins with its first week.
    """
    found: list[WeekFrame] = []
    shifted = False
    for frame in frames:
        phase, most = frame.strength_phase, orders.most("phase.strength", frame.starts)
        shut = frame.starts >= open_from and most is not None
        if shut and most is not None and phase in PHASES and PHASES.index(phase) > most:
            found.append(_goes_on(frame, PHASES[max(0, int(most))], found))
            shifted = True
        else:
            found.append(_counted(frame, found) if shifted else frame)
    if not shifted:
        return tuple(found)
    clock = [Clock(one.strength_phase, one.weeks_in_phase, one.loading_step) for one in found]
    return tuple(
        replace(one, gate=gate_at(clock, index, technique_checked=technique_checked))
        for index, one in enumerate(found, 1)
    )


def _goes_on(frame: WeekFrame, phase: StrengthPhase, before: Sequence[WeekFrame]) -> WeekFrame:
    last = before[-1] if before and before[-1].strength_phase == phase else None
    return replace(
        frame,
        strength_phase=phase,
        weeks_in_phase=1 if last is None else last.weeks_in_phase + 1,
        loading_step=1 if last is None else last.loading_step,
    )


def _counted(frame: WeekFrame, before: Sequence[WeekFrame]) -> WeekFrame:
    """Count a week's place in its phase anew, where weeks before it were shifted."""
    last = before[-1] if before and before[-1].strength_phase == frame.strength_phase else None
    if frame.strength_phase not in PHASES or frame.recovery is not None:
        return frame
    step = frame.loading or not frame.lighter
    return replace(
        frame,
        weeks_in_phase=1 if last is None else last.weeks_in_phase + 1,
        loading_step=max(1, step) if last is None else last.loading_step + step,
    )

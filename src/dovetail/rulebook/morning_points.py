"""How tired a morning is, in points: 1 for each amber signal, 2 for each red one.

Sources: saw-2016, nuuttila-2022, dovetail (points).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from dovetail.domain.principles import Principles
from dovetail.domain.signals import Readiness


def is_red(readiness: Readiness, principles: Principles) -> bool:
    """Whether a morning has so many points that it is red.

    Sources: saw-2016, nuuttila-2022, dovetail (points).
    """
    return sum(points(readiness, principles).values()) >= principles.number("readiness", "red")


def points(readiness: Readiness, principles: Principles) -> dict[str, int]:
    """Return the points of each signal, 1 amber and 2 red; what is not there has none."""
    return dict(_points(readiness, principles))


def said_tired(mornings: Mapping[date, Readiness], principles: Principles) -> tuple[date, ...]:
    """Return the days that are amber or red by what somebody said, without any device."""
    said = {day: replace(one, hrv_z=None, rhr_rise_bpm=None) for day, one in mornings.items()}
    return tired_mornings(said, principles)


def tired_mornings(mornings: Mapping[date, Readiness], principles: Principles) -> tuple[date, ...]:
    """Return the days whose morning is amber or red."""
    amber = principles.number("readiness", "amber")
    return tuple(
        day for day, one in mornings.items() if sum(points(one, principles).values()) >= amber
    )


def _points(readiness: Readiness, principles: Principles) -> Iterator[tuple[str, int]]:
    def graded(signal: str, badness: float | None) -> int:
        amber, red = principles.row("readiness_signals", signal)
        return 0 if badness is None else 2 if badness >= red else int(badness >= amber)

    yield "wellness", 2 if readiness.worst_item else graded("wellness", _less(readiness.wellness_z))
    yield "hrv", max(graded("hrv", _less(readiness.hrv_z)), _high(readiness, principles))
    yield "resting_hr", graded("resting_hr", readiness.rhr_rise_bpm)
    yield "sleep", _sleep(readiness, principles)
    yield "soreness", _soreness(readiness, principles)
    yield "effort", graded("effort", readiness.effort_over)


def _less(value: float | None) -> float | None:
    """Low is bad: turn it round."""
    return None if value is None else -value


def _high(readiness: Readiness, principles: Principles) -> int:
    """Variability far above one's usual is a sign too: with tiredness a red one."""
    amber, red = principles.row("readiness_signals", "hrv")
    if readiness.hrv_z is None or readiness.hrv_z < amber:
        return 0
    fatigue = 7 if readiness.fatigue is None else readiness.fatigue
    tired = fatigue <= principles.number("readiness", "tired")
    return 2 if tired and readiness.hrv_z > red else 1


def _sleep(readiness: Readiness, principles: Principles) -> int:
    if readiness.sleep_h is None:
        return 0
    amber, red, twice = principles.row("readiness_signals", "sleep")
    before = readiness.sleep_before_h
    if readiness.sleep_h < red or (before is not None and max(before, readiness.sleep_h) < twice):
        return 2
    return int(readiness.sleep_h < amber)


def _soreness(readiness: Readiness, principles: Principles) -> int:
    """Soreness of a new strength phase is expected, unless it is bad."""
    if readiness.soreness is None:
        return 0
    amber, red = principles.row("readiness_signals", "soreness")
    if readiness.soreness <= red:
        return 2
    return int(readiness.soreness <= amber and not readiness.new_phase_soreness)

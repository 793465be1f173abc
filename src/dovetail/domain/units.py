"""Rounding and durations: one function each, used wherever a number leaves the core."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_HAIR = 1e-9  # binary fractions: 17.6 / 0.1 is a hair under 176


def rounded(value: float, step: float = 1.0) -> float:
    """Round to a multiple of step, ties away from zero.

    >>> rounded(2.5), rounded(-2.5), rounded(38.24, 0.1)
    (3.0, -3.0, 38.2)
    """
    return math.copysign(_grid(math.floor(abs(value) / step + 0.5 + _HAIR), step), value)


def rounded_down(value: float, step: float = 1.0) -> float:
    """Round down to a multiple of step: the safe side of a ceiling.

    >>> rounded_down(13.2, 1.0), rounded_down(17.6, 0.1)
    (13.0, 17.6)
    """
    return _grid(math.floor(value / step + _HAIR), step)


def rounded_up(value: float, step: float = 1.0) -> float:
    """Round up to a multiple of step.

    >>> rounded_up(41.2, 5), rounded_up(40.0, 5)
    (45.0, 40.0)
    """
    return _grid(math.ceil(value / step - _HAIR), step)


def _grid(count: int, step: float) -> float:
    return round(float(count * step), 6)


def shown_km_down(km: float) -> float:
    """Round a run down to the grid people read: 0.5 km below 12 km, 1 km above.

    >>> shown_km_down(11.9), shown_km_down(17.6)
    (11.5, 17.0)
    """
    return rounded_down(km, 0.5 if km < 12 else 1.0)


_CLOCK = re.compile(r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:\.0+)?")


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A race time, kept in whole seconds and written as people write it.

    >>> Duration.parse("1:58:00").s, str(Duration(3120)), str(Duration(7080))
    (7080, '52:00', '1:58:00')
    """

    s: int

    @classmethod
    def parse(cls, text: str) -> Duration | None:
        """Read h:mm:ss or m:ss; None when it is neither."""
        match = _CLOCK.fullmatch(text.strip())
        if match is None:
            return None
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return cls(hours * 3600 + minutes * 60 + seconds)

    def __str__(self) -> str:
        minutes, seconds = divmod(self.s, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"

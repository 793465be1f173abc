"""What a number in a document may be: its unit and its range, said once beside its type.

A reader checks it, the JSON Schema shows it, and an error message quotes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Between:
    """The lowest and the highest value that can be true, and the unit."""

    low: float
    high: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Matching:
    """The form that a text has."""

    pattern: str
    like: str


Km = Annotated[float, Between(0, 1000, "km")]
DayMinutes = Annotated[int, Between(0, 1440, "min")]
Minutes = Annotated[float, Between(0, 10080, "min")]
Kg = Annotated[float, Between(0, 500, "kg")]
Bpm = Annotated[int, Between(25, 240, "bpm")]
Effort = Annotated[float, Between(0, 10, "of 10")]
Item = Annotated[int, Between(1, 7, "of 7, 7 is best")]
ClockTime = Annotated[str, Matching(r"([01]\d|2[0-3]):[0-5]\d", "09:00")]

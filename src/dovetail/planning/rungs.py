"""The ladder of what strength gives up in a week, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SecondKind = Literal["full", "light", "micro", "none"]
FULL_MIN = 50
LONG_MIN = 55
"""Room for the whole correction block before strength endurance; no run is given for it."""
MICRO_MIN = 17


@dataclass(frozen=True, slots=True)
class Rung:
    """One step down the ladder of what gives way."""

    first_min: int
    second: SecondKind
    second_min: int
    code: str | None = None


LADDER: tuple[Rung, ...] = (
    Rung(LONG_MIN, "full", LONG_MIN),
    Rung(FULL_MIN, "full", 50),
    Rung(FULL_MIN, "full", 38),
    Rung(45, "full", 45),
    Rung(38, "full", 38),
    Rung(32, "full", 32),
    Rung(26, "full", 26),
    Rung(32, "full", 20),
    Rung(26, "full", 20),
    Rung(45, "light", 35, "AI077"),
    Rung(32, "light", 26, "AI077"),
    Rung(45, "micro", MICRO_MIN, "AI078"),
    Rung(32, "micro", MICRO_MIN, "AI078"),
    Rung(26, "micro", MICRO_MIN, "AI078"),
    Rung(20, "micro", MICRO_MIN, "AI078"),
    Rung(45, "none", 0, "AI079"),
    Rung(32, "none", 0, "AI079"),
    Rung(26, "none", 0, "AI079"),
    Rung(20, "none", 0, "AI079"),
    Rung(0, "none", 0, "AI173"),
)

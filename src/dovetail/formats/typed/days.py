"""Weekdays, as people write them."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = (
    "mon monday m",
    "tue tues tuesday tu",
    "wed weds wednesday w",
    "thu thur thurs thursday th",
    "fri friday f",
    "sat saturday sa",
    "sun sunday su",
)
WEEKDAY_OF: Mapping[str, int] = {
    name: at for at, names in enumerate(_NAMES) for name in names.split()
}
NAMED_OUT = sorted((name for name in WEEKDAY_OF if len(name) > 2), key=len, reverse=True)
"""Names of weekdays that are no single letters, the longest first."""
LETTERS = ("m", "t", "w", "t", "f", "s", "s")
WEEKDAY = f"(?:{'|'.join(NAMED_OUT)})"
"""The same, as a pattern."""


def weekday_of(text: str) -> int | None:
    """Return the weekday that a word names, 0 for Monday."""
    return WEEKDAY_OF.get(text.strip().strip(".:").lower())

"""The six people whose seasons a coach has signed: the examples, by the name tests call them."""

from __future__ import annotations

from collections.abc import Mapping

from tests.seasons import Season, example

EXAMPLE: Mapping[str, str] = {
    "first-10k": "first-10k",
    "ana-half": "ana-half",
    "jonas": "marathon-sub-3",
    "marathon-masters": "marathon-masters",
    "dov": "busy-10k",
    "clara": "healthy-after-injury",
}
WEEKS: Mapping[str, int] = {
    "first-10k": 12,
    "ana-half": 16,
    "jonas": 20,
    "marathon-masters": 24,
    "dov": 10,
    "clara": 12,
}
"""The weeks that the coach has written down: to the race, or to the end of the block."""
SIX = tuple(WEEKS)


def season_of(name: str) -> Season:
    """Plan the season of one of the six."""
    return example(EXAMPLE[name])

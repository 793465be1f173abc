"""A long run rests after three great ones in a row, where that is of use."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.six_people import season_of

from dovetail.domain.decision import Decision
from dovetail.planning.long_line import rested

WISH = 20.0


def next_long(name: str, before: Sequence[float], left: int) -> Decision[float]:
    return rested(season_of(name).profile, before, Decision(WISH, ()), left=left)


def test_the_fourth_great_long_run_rests_and_says_so() -> None:
    found = next_long("ana-half", (14, 20, 20, 20), 3)
    assert 0.85 * WISH <= found.value < 0.95 * WISH
    assert [reason.code for reason in found.reasons] == ["AI171"]


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ((20, 20), 3),
        ((20, 14, 20, 20), 3),
        ((18, 19, 19.5), 3),
        ((20, 20, 20), 0),
    ],
    ids=["two only", "a lighter week between", "still rising", "the last loading week"],
)
def test_it_stays_where_no_rest_is_due(before: Sequence[float], left: int) -> None:
    assert next_long("ana-half", before, left).value == WISH


def test_the_week_before_the_last_rests_early() -> None:
    assert next_long("ana-half", (14, 20, 20), 1).value < WISH


def test_a_short_race_asks_for_no_such_rest() -> None:
    assert next_long("first-10k", (20, 20, 20), 3).value == WISH

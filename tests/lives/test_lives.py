"""Lives of a year each: the guarantees hold in every week.

The same people in every run; `make soak` lives five hundred, and others with another SEED.
"""

from __future__ import annotations

import pytest
from tests.lives.many import many

LIVES, SEED = 20, 20261124


def test_the_guarantees_hold_in_every_week_of_every_life() -> None:
    broken = {one.number: one.broken for one in many(range(LIVES), SEED) if one.broken}

    assert broken == {}


@pytest.mark.parametrize("number", [3])
def test_a_life_lived_again_from_its_log_has_the_same_plans(number: int) -> None:
    (told,) = many(range(number, number + 1), SEED, again=True)

    assert told.broken == ()

"""Lives of a year each, other people every run: the guarantees hold in every week.

`make soak` lives five hundred of them.
"""

from __future__ import annotations

import pytest
from tests.lives.many import many

LIVES = 4


def test_the_guarantees_hold_in_every_week_of_every_life(soak_seed: int) -> None:
    broken = {one.number: one.broken for one in many(range(LIVES), soak_seed) if one.broken}

    assert broken == {}


@pytest.mark.parametrize("number", [3])
def test_a_life_lived_again_from_its_log_has_the_same_plans(number: int, soak_seed: int) -> None:
    (told,) = many(range(number, number + 1), soak_seed, again=True)

    assert told.broken == ()

"""Lives of a year each: the guarantees hold in every week.

The same people in every run; `make soak` lives five hundred, and others with another SEED.
"""

from __future__ import annotations

import pytest
from tests.lives.many import told

LIVES, SEED = 30, 20261124
LIVED_AGAIN = 3
"""The one that is lived a second time, from its finished log."""


@pytest.mark.parametrize("number", range(LIVES))
def test_the_guarantees_hold_in_every_week_of_a_life(number: int) -> None:
    life = told(number, SEED, again=number == LIVED_AGAIN)

    assert life is None or life.broken == ()

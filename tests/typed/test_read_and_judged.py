"""Sound plans as files: read by the reader of their kind, judged by the rules."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.typed.grids import PLANS, grid, names
from tests.typed.hearing import FIRST

from dovetail.application.check_typed import check_typed
from dovetail.content.library import read_library
from dovetail.formats.typed.door import read_typed

UNDERSTOOD = 0.95


@pytest.mark.parametrize("name", names())
def test_a_sound_plan_is_understood_and_harms_nobody(name: str) -> None:
    plan = read_typed(PLANS / name)
    found = check_typed(plan, library=read_library(), today=FIRST).findings

    assert len(plan.not_understood) <= (1 - UNDERSTOOD) * len(plan.sessions)
    assert Counter(one.severity for one in found)["error"] == 0


@pytest.mark.parametrize("name", names())
def test_a_file_holds_the_weeks_that_its_author_wrote(name: str) -> None:
    assert read_typed(PLANS / name).weeks == len(grid(name).weeks)

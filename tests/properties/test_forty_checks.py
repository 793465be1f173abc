"""The forty checks over some hundred likely people, others in each run, in two processes.

With the eighty of the guarantees they are three hundred. The seed is printed at the end of the
run; `make test SOAK_SEED=N` meets the same people again, and `make soak` two thousand.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.crowd import Meeting, crowd

from dovetail.rulebook.severity import SEVERITY

PEOPLE, JOBS = 220, 2
REFUSED_AT_MOST = 0.03
"""Of people with three days of 45 minutes and more, so few find no legal week."""
A_TENTH = 0.1
MAY_BE = {
    ("error", "error"),
    ("warning", "warning"),
    ("warning", "advice"),
    ("advice", "advice"),
}
NOT_YET: Mapping[str, float] = {
    "MS402": 0.01,
    "MS404": 0.01,
    "MS407": 0.01,
    "MS413": 0.01,
    "MS425": 0.01,
    "MS433": 0.01,
    "LM106": 0.01,
}
"""The errors that our own seasons still have, and the share [0-1] of seasons that may have them.

Every other error is in no season at all. A number here only ever falls.
"""


@pytest.fixture(scope="module")
def met(soak_seed: int) -> tuple[Meeting, ...]:
    """Meet all of them once."""
    return tuple(crowd(soak_seed, PEOPLE, jobs=JOBS))


@pytest.fixture(scope="module")
def planned(met: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    return tuple(one for one in met if one.planned)


def test_nobody_crashes_the_planner(met: tuple[Meeting, ...]) -> None:
    assert [(one.crash, one.athlete) for one in met if one.crash] == []


def test_few_find_no_week_and_all_who_are_refused_have_a_way_out(met: tuple[Meeting, ...]) -> None:
    no_week = [one.number for one in met if one.refused == "no-legal-week"]

    assert len(no_week) <= REFUSED_AT_MOST * len(met)
    assert [(one.refused, one.athlete) for one in met if one.refused and not one.ways_out] == []


def test_a_tenth_and_more_ask_in_the_middle_of_a_week(met: tuple[Meeting, ...]) -> None:
    assert sum(one.mid_week for one in met) >= A_TENTH * len(met)


@pytest.mark.parametrize(
    "code", [code for code, severity in SEVERITY.items() if severity == "error"]
)
def test_no_season_has_an_error(code: str, planned: tuple[Meeting, ...]) -> None:
    told = {f"no. {one.number}": one.said[code] for one in planned if code in one.found}

    assert len(told) <= NOT_YET.get(code, 0.0) * len(planned), told


def test_what_is_found_is_counted_by_season(planned: tuple[Meeting, ...]) -> None:
    """A warning may be advice, where the week is proven the cheapest; nothing else differs."""
    assert all(set(one.found) <= set(one.said) for one in planned)
    found = {pair for one in planned for pair in one.found.items()}
    assert all((SEVERITY[code], told) in MAY_BE for code, told in found)

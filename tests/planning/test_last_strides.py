"""The easy run of the day before a long race ends with three strides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.seasons import Season, example

from dovetail.domain.session import Session


def day_before(season: Season) -> Session | None:
    race_on = season.race_on
    assert race_on is not None
    before = race_on - timedelta(1)
    return next((one for one in season.sessions if one.date == before and one.km), None)


@pytest.mark.parametrize("name", ["ana-half", "marathon-sub-3", "marathon-masters"])
def test_the_day_before_a_long_race_ends_with_three_strides(name: str) -> None:
    run = day_before(example(name))

    assert run is not None
    assert run.kind == "easy"
    assert [(step.part, step.repeat) for step in run.steps] == [
        ("work", 1),
        ("strides", 3),
        ("recovery", 3),
    ]
    assert run.minutes <= 25


@pytest.mark.parametrize("name", ["first-10k", "busy-10k"])
def test_before_a_short_race_nobody_strides_on_the_last_day(name: str) -> None:
    run = day_before(example(name))

    assert run is None or all(step.part != "strides" for step in run.steps)

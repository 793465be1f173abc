"""Training paces and their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.domain.errors import BadInput
from dovetail.domain.prescription import PaceName
from dovetail.physiology.paces import (
    PACE_NAMES,
    PaceRange,
    pace_at_fraction_s_per_km,
    training_paces,
)
from dovetail.physiology.race_fitness import race_time_s

fitnesses = st.floats(min_value=35, max_value=85)
SINGLE: tuple[PaceName, ...] = (
    "marathon", "half", "threshold", "10k", "5k", "interval", "repetition",
)  # fmt: skip


def pace(fitness: float, name: PaceName) -> PaceRange:
    found = training_paces(fitness)[name]
    assert found is not None
    return found


def min_s(text: str) -> int:
    minutes, seconds = text.split(":")
    return int(minutes) * 60 + int(seconds)


@pytest.mark.parametrize(
    ("fitness", "name", "faster", "slower"),
    [
        (50, "easy", "5:07", "5:38"),
        (50, "marathon", "4:31", "4:31"),
        (50, "threshold", "4:15", "4:15"),
        (50, "interval", "3:55", "3:55"),
        (40, "easy", "6:07", "6:44"),
        (40, "marathon", "5:27", "5:27"),
        (40, "threshold", "5:06", "5:06"),
        (40, "interval", "4:41", "4:41"),
        (60, "threshold", "3:40", "3:40"),
        (60, "interval", "3:23", "3:23"),
    ],
)
def test_known_paces_come_out(fitness: float, name: PaceName, faster: str, slower: str) -> None:
    assert pace(fitness, name) == (min_s(faster), min_s(slower))


@pytest.mark.parametrize(("fitness", "seconds_per_400"), [(50, 87), (40, 106)])
def test_known_repetitions_come_out(fitness: float, seconds_per_400: int) -> None:
    assert round(pace(fitness, "repetition")[0] * 0.4) == seconds_per_400


@given(fitness=fitnesses)
def test_paces_stand_in_order_for_everyone(fitness: float) -> None:
    easy_faster, easy_slower = pace(fitness, "easy")
    at = {name: pace(fitness, name)[0] for name in SINGLE}

    assert easy_slower > easy_faster > at["marathon"] > at["half"] > at["threshold"]
    assert at["10k"] > at["5k"] >= at["interval"] > at["repetition"]
    assert easy_faster - at["marathon"] >= 15
    if race_time_s(fitness, 10) <= 3600:  # check 32: slower runners race 10 km slower than an hour
        assert at["threshold"] > at["10k"]


@given(fitness=fitnesses)
def test_a_10k_is_always_inside_the_hour_where_paces_are_given(fitness: float) -> None:
    assert race_time_s(fitness, 10) <= 3600


@given(fitness=st.floats(min_value=35, max_value=65))
def test_below_66_no_pace_is_bent_to_keep_the_order(fitness: float) -> None:
    threshold = pace_at_fraction_s_per_km(fitness, 0.88)
    interval = pace_at_fraction_s_per_km(fitness, 0.975)

    assert pace(fitness, "threshold")[0] == pytest.approx(threshold, abs=0.51)
    assert pace(fitness, "interval")[0] == pytest.approx(interval, abs=0.51)


@given(fitness=fitnesses)
def test_only_easy_is_a_band(fitness: float) -> None:
    assert all(pace(fitness, name)[0] == pace(fitness, name)[1] for name in SINGLE)


@given(fitness=st.floats(min_value=35, max_value=84))
def test_the_fitter_runner_trains_no_slower(fitness: float) -> None:
    for name in PACE_NAMES:
        assert pace(fitness + 1, name) <= pace(fitness, name)


@pytest.mark.parametrize("fitness", [None, 20.0, 34.9])
def test_below_35_there_are_names_but_no_paces(fitness: float | None) -> None:
    assert training_paces(fitness) == dict.fromkeys(PACE_NAMES)


def test_at_35_there_are_paces() -> None:
    assert None not in training_paces(35).values()


@given(fitness=fitnesses, asked=st.floats(min_value=120, max_value=500))
def test_a_marathon_pace_of_ones_own_keeps_the_order_too(fitness: float, asked: float) -> None:
    paces = training_paces(fitness, marathon_s_per_km=asked)
    own, easy, half = paces["marathon"], paces["easy"], paces["half"]

    assert easy is not None
    assert half is not None
    if own is not None:
        assert easy[0] - 15 >= own[0] > half[0]
        assert own[0] >= pace(fitness, "marathon")[0]


def test_a_marathon_pace_next_to_easy_is_no_pace_of_its_own() -> None:
    easy_faster = pace(36, "easy")[0]

    assert training_paces(36, marathon_s_per_km=easy_faster - 14)["marathon"] is None
    assert training_paces(36, marathon_s_per_km=easy_faster - 15)["marathon"] == (
        easy_faster - 15,
        easy_faster - 15,
    )


def test_a_race_fitness_nobody_has_is_refused() -> None:
    with pytest.raises(BadInput):
        training_paces(91)

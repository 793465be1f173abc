"""Heart rate zones by the best anchor known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.domain.errors import BadInput
from dovetail.physiology.heart_rate import (
    HeartFacts,
    HeartRateZones,
    bout_bpm,
    heart_rate_zones,
    karvonen_bpm,
    nes_hr_max_bpm,
    tanaka_hr_max_bpm,
)

TODAY = date(2027, 1, 4)


def zones(facts: HeartFacts, temperature_c: float | None = None) -> HeartRateZones:
    found = heart_rate_zones(facts, TODAY, temperature_c=temperature_c)
    assert found is not None
    return found


def test_the_maximum_falls_with_age_as_published() -> None:
    assert [tanaka_hr_max_bpm(age) for age in (20, 50)] == pytest.approx([194, 173])
    assert [nes_hr_max_bpm(age) for age in (20, 50)] == pytest.approx([198.2, 179])


@pytest.mark.parametrize("age", [17, 91])
def test_no_maximum_is_guessed_outside_adult_ages(age: int) -> None:
    with pytest.raises(BadInput):
        tanaka_hr_max_bpm(age)


def test_the_reserve_runs_from_rest_to_maximum() -> None:
    ends = [karvonen_bpm(part, hr_rest_bpm=50, hr_max_bpm=190) for part in (0, 0.5, 1)]

    assert ends == [50, 120, 190]


def test_a_resting_rate_above_the_maximum_is_refused() -> None:
    with pytest.raises(BadInput):
        heart_rate_zones(HeartFacts(hr_max_bpm=60, hr_rest_bpm=190), TODAY)


@pytest.mark.parametrize(
    ("facts", "anchor", "within_bpm"),
    [
        (
            HeartFacts(threshold_bpm=170, threshold_on=TODAY - timedelta(83), age_years=40),
            "threshold",
            0,
        ),
        (HeartFacts(threshold_bpm=170, hr_max_bpm=190, hr_rest_bpm=50), "threshold", 0),
        (HeartFacts(hr_max_bpm=190, hr_rest_bpm=50, age_years=40), "reserve", 0),
        (HeartFacts(hr_max_bpm=190, age_years=40), "maximum", 0),
        (HeartFacts(hr_rest_bpm=50, age_years=40), "age", 11),
    ],
)
def test_the_best_anchor_wins(facts: HeartFacts, anchor: str, within_bpm: int) -> None:
    assert (zones(facts).anchor, zones(facts).within_bpm) == (anchor, within_bpm)


def test_a_threshold_test_is_good_for_twelve_weeks() -> None:
    facts = HeartFacts(
        threshold_bpm=170, threshold_on=TODAY - timedelta(84), hr_max_bpm=190, hr_rest_bpm=50
    )

    assert zones(facts).anchor == "reserve"


def test_zones_of_a_threshold_are_the_published_bands() -> None:
    bpm = zones(HeartFacts(threshold_bpm=200)).bpm

    assert bpm["marathon"] == (180, 188)
    assert bpm["threshold"] == (190, 204)
    assert bpm["interval"] == (206, 212)
    assert bpm["easy"][1] == 178


def test_zones_of_a_maximum_are_the_published_bands() -> None:
    assert zones(HeartFacts(hr_max_bpm=200)).bpm == {
        "easy": (130, 158),
        "marathon": (160, 180),
        "threshold": (176, 184),
        "interval": (196, 200),
    }


def test_reserve_is_of_uptake_above_rest_and_so_below_the_share_of_maximal_uptake() -> None:
    bpm = zones(HeartFacts(hr_max_bpm=190, hr_rest_bpm=50)).bpm

    assert bpm == {
        "easy": (128, 151),
        "marathon": (152, 166),
        "threshold": (165, 172),
        "interval": (183, 190),
    }
    assert bpm["easy"][0] < karvonen_bpm(0.59, hr_rest_bpm=50, hr_max_bpm=190)


@pytest.mark.parametrize(
    ("facts", "temperature_c"),
    [
        (HeartFacts(), None),
        (HeartFacts(hr_rest_bpm=50), None),
        (HeartFacts(hr_max_bpm=190, takes_beta_blockers=True), None),
        (HeartFacts(hr_max_bpm=190), 24.1),
    ],
)
def test_heart_rate_is_left_alone(facts: HeartFacts, temperature_c: float | None) -> None:
    assert heart_rate_zones(facts, TODAY, temperature_c=temperature_c) is None


def test_twenty_four_degrees_are_not_too_warm() -> None:
    assert zones(HeartFacts(hr_max_bpm=190), 24).anchor == "maximum"


def test_bouts_under_three_minutes_have_no_heart_rate() -> None:
    known = zones(HeartFacts(hr_max_bpm=190))

    assert bout_bpm(known, "interval", bout_min=2.9) is None
    assert bout_bpm(known, "interval", bout_min=3) == known.bpm["interval"]
    assert bout_bpm(None, "easy", bout_min=40) is None


@given(maximum=st.integers(150, 220), rest=st.none() | st.integers(35, 80))
def test_zones_rise_and_never_pass_the_maximum(maximum: int, rest: int | None) -> None:
    bpm = zones(HeartFacts(hr_max_bpm=maximum, hr_rest_bpm=rest)).bpm
    lows, highs = (list(ends) for ends in zip(*bpm.values(), strict=True))

    assert list(bpm) == ["easy", "marathon", "threshold", "interval"]
    assert lows == sorted(lows)
    assert highs == sorted(highs)
    assert highs[-1] <= maximum
    assert all(low < high for low, high in zip(lows, highs, strict=True))

"""The guard against mistyped race times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.physiology.records import FASTEST, faster_than_record, fastest_s

distances = st.floats(min_value=0.05, max_value=300)


@pytest.mark.parametrize(
    ("km", "record_s"),
    [
        (0.1, 9.58),
        (0.4, 43.03),
        (0.8, 100.91),
        (1.5, 206.0),
        (1.609344, 223.13),
        (3, 437.55),
        (5, 755.36),
        (10, 1571.0),
        (21.0975, 3402.0),
        (42.195, 7235.0),
        (50, 9523.0),
        (100, 21935.0),
    ],
)
def test_a_true_record_passes_and_two_percent_less_does_not(km: float, record_s: float) -> None:
    assert not faster_than_record(km, record_s)
    assert faster_than_record(km, record_s * 0.98)


def test_minutes_typed_for_hours_are_caught() -> None:
    assert faster_than_record(21.0975, 105)


@given(km=distances, other=distances)
def test_going_farther_always_takes_longer(km: float, other: float) -> None:
    if km < other:
        assert fastest_s(km) < fastest_s(other)


@given(km=distances)
def test_the_pace_never_gets_faster_with_distance_beyond_400_metres(km: float) -> None:
    if 0.4 <= km < 300:
        assert fastest_s(km) / km <= fastest_s(km * 1.01) / (km * 1.01) * (1 + 1e-9)


def test_the_table_is_kept_to_at_its_own_distances() -> None:
    assert [fastest_s(km) for km, _ in FASTEST] == pytest.approx([s for _, s in FASTEST])

"""The pulse of easy runs: against which runs, and when it says nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests import plan_parts as parts
from tests.logs import day, ran, woke
from tests.review.weeks import signals_of

from dovetail.domain.training_log import Event
from dovetail.domain.week_signals import PulseTold

RUNS = tuple(parts.run(day(number), f"easy-{number}", minutes=40) for number in range(5))


def pulses(*events: Event, today: int = 4) -> tuple[PulseTold, ...]:
    return signals_of(*events, sessions=RUNS, today=today).pulses


def rises(*events: Event) -> list[float | None]:
    return [one.rise_bpm for one in pulses(*events)]


def easy(number: int, bpm: float, **said: object) -> Event:
    """Six kilometres in forty minutes, unless told otherwise."""
    plain: dict[str, Any] = {"km": 6.0, "hr_mean": bpm}
    return ran(number, **{**plain, **said})


BEFORE = (easy(0, 140), easy(1, 142), easy(2, 144))


def test_a_run_is_held_against_the_median_of_those_before_it() -> None:
    assert rises(*BEFORE, easy(3, 148)) == [None, None, None, 6]


def test_two_runs_are_too_few_to_compare_with() -> None:
    assert rises(*BEFORE[:2], easy(3, 150)) == [None, None, None]


def test_only_runs_at_the_same_pace_are_compared() -> None:
    assert rises(*BEFORE, easy(3, 148, km=6.25))[-1] == 6
    assert rises(*BEFORE, easy(3, 148, km=6.4))[-1] is None


def test_a_run_without_its_minutes_is_compared_with_nothing() -> None:
    assert rises(*BEFORE, easy(3, 148, minutes=0))[-1] is None
    assert rises(easy(0, 140, minutes=0), *BEFORE[1:], easy(3, 148))[-1] is None


def test_hills_and_heat_leave_a_run_out() -> None:
    hilly, warm = easy(3, 160, ascent_m=61), easy(3, 160)

    assert len(pulses(*BEFORE, hilly)) == 3
    assert len(pulses(*BEFORE, warm, woke(3, air_c=20))) == 3
    assert rises(*BEFORE, easy(3, 148, ascent_m=60), woke(3, air_c=19))[-1] == 6


def test_drift_is_told_as_the_device_has_it() -> None:
    (told,) = pulses(ran(0, km=6.0, decoupling_pct=6.5))

    assert (told.drift_pct, told.rise_bpm) == (6.5, None)


def test_without_a_device_there_is_nothing() -> None:
    assert pulses(ran(0, km=6.0), ran(1, km=6.0)) == ()


def test_runs_of_more_than_four_weeks_ago_are_not_told() -> None:
    old = parts.run(day(0) - timedelta(days=40), "easy-9", minutes=40)
    events = [ran(-40, km=6.0, hr_mean=150), easy(0, 140)]

    told = signals_of(*events, sessions=(old, *RUNS), today=4).pulses

    assert [one.on for one in told] == [day(0)]

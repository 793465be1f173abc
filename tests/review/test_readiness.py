"""Readiness: each value with its window, its least readings and its floor."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import plan_parts as parts
from tests import plans
from tests.logs import day, every_morning, lifted, ran, random_events, seen, woke

from dovetail.content.library import read_library
from dovetail.domain.plan import Plan
from dovetail.domain.signals import Readiness
from dovetail.domain.training_log import Checkin, Event
from dovetail.review.history import history_of
from dovetail.review.matching import match
from dovetail.review.readiness import Mornings, readiness

OURS = read_library().principles
GOOD = {"sleep": 6, "fatigue": 6, "stress": 6, "soreness": 6, "mood": 6}
TODAY = 40


def read(*events: Event, on: int = TODAY) -> Readiness:
    return readiness(Mornings(history=seen(events, on)), day(on))


def usual(days: int, before: int = TODAY, **told: object) -> list[Checkin]:
    """The same words on so many days before one."""
    return [woke(before - 1 - back, **(told or GOOD)) for back in range(days)]


# -- wellness --------------------------------------------------------------------------------


def test_wellness_is_there_from_ten_days_on() -> None:
    today = woke(TODAY, **GOOD)

    assert read(*usual(9), today).wellness_z is None
    assert read(*usual(10), today).wellness_z == 0


def test_only_the_28_days_before_are_the_baseline() -> None:
    old = [woke(TODAY - 28 - number, **GOOD) for number in range(10)]
    today = woke(TODAY, **GOOD)

    assert read(*old, today).wellness_z is None
    assert read(*old, *usual(9), today).wellness_z == 0
    assert read(*old[1:], *usual(9), today).wellness_z is None


@pytest.mark.parametrize("count", [4, 5])
def test_a_sum_of_four_items_varies_by_one_and_a_half_at_least(count: int) -> None:
    some = dict(list(GOOD.items())[:count])
    today = woke(TODAY, **{**some, "sleep": 3})

    assert read(*usual(10, **some), today).wellness_z == -3 / 1.5


@pytest.mark.parametrize("count", [1, 2, 3])
def test_fewer_items_vary_by_half_a_point_each_at_least(count: int) -> None:
    some = dict(list(GOOD.items())[:count])
    today = woke(TODAY, **dict.fromkeys(some, 5))

    assert read(*usual(10, **some), today).wellness_z == -count / (0.5 * count)


def test_a_wider_spread_counts_as_it_is() -> None:
    totals = [20, 30] * 6
    days = [
        woke(TODAY - 1 - back, **dict.fromkeys(GOOD, total // 5))
        for back, total in enumerate(totals)
    ]

    found = read(*days, woke(TODAY, **dict.fromkeys(GOOD, 3))).wellness_z

    assert found == pytest.approx((15 - fmean(totals)) / stdev(totals))


def test_only_the_items_told_today_are_compared() -> None:
    assert read(*usual(10), woke(TODAY, sleep=6, mood=6)).wellness_z == 0


def test_an_item_that_is_new_is_left_out_on_both_sides() -> None:
    without_mood = {item: told for item, told in GOOD.items() if item != "mood"}

    assert read(*usual(12, **without_mood), woke(TODAY, **{**GOOD, "mood": 2})).wellness_z == 0


def test_without_a_word_today_there_is_no_wellness() -> None:
    assert read(*usual(28)).wellness_z is None
    assert read(*usual(28), woke(TODAY, sleep_h=7)).wellness_z is None


# -- today's own words -----------------------------------------------------------------------


def test_the_worst_there_is_needs_no_baseline() -> None:
    assert read(woke(TODAY, mood=1)).worst_item == "mood"
    assert read(woke(TODAY, mood=2)).worst_item is None
    assert read(woke(TODAY - 1, mood=1)).worst_item is None


def test_of_several_words_of_a_day_the_worst_counts() -> None:
    found = read(woke(TODAY, soreness=6, sleep_h=7), woke(TODAY, soreness=3, sleep_h=6))

    assert (found.soreness, found.sleep_h) == (3, 6)


def test_last_night_and_the_one_before() -> None:
    found = read(woke(TODAY, sleep_h=6.5, fatigue=4), woke(TODAY - 1, sleep_h=5))

    assert (found.sleep_h, found.sleep_before_h, found.fatigue) == (6.5, 5, 4)


# -- devices ---------------------------------------------------------------------------------


def beats(days: Sequence[int], **told: object) -> list[Checkin]:
    return [woke(TODAY - back, **told) for back in days]


def hrv_before(count: int) -> list[Checkin]:
    """Two values by turns on the days before the week."""
    return [woke(TODAY - 7 - back, hrv_ms=(50, 60)[back % 2]) for back in range(count)]


def test_hrv_is_there_from_three_readings_in_the_week_and_ten_before() -> None:
    assert read(*beats([0, 6], hrv_ms=50), *hrv_before(28)).hrv_z is None
    assert read(*beats([0, 3, 6], hrv_ms=50), *hrv_before(9)).hrv_z is None
    assert read(*beats([0, 3, 7], hrv_ms=50), *hrv_before(28)).hrv_z is None
    assert read(*beats([0, 3, 6], hrv_ms=50), *hrv_before(10)).hrv_z is not None


def test_hrv_is_compared_by_its_logarithm() -> None:
    before = [math.log((50, 60)[back % 2]) for back in range(28)]

    found = read(*beats([1, 2, 3], hrv_ms=40), *hrv_before(28)).hrv_z

    assert found == pytest.approx((math.log(40) - fmean(before)) / stdev(before))


def test_a_baseline_without_any_spread_says_nothing() -> None:
    even = [woke(TODAY - 7 - back, hrv_ms=50) for back in range(28)]

    assert read(*beats([1, 2, 3], hrv_ms=40), *even).hrv_z is None


def test_resting_heart_rate_is_there_from_ten_readings_on() -> None:
    def before(count: int) -> list[Checkin]:
        return [woke(TODAY - 3 - back, rhr=50) for back in range(count)]

    assert read(*beats([0], rhr=58), *before(9)).rhr_rise_bpm is None
    assert read(*beats([0], rhr=58), *before(10)).rhr_rise_bpm == 8
    assert read(*before(10)).rhr_rise_bpm is None


def test_resting_heart_rate_is_a_mean_of_three_days_against_a_median() -> None:
    before = [woke(TODAY - 3 - back, rhr=(48, 50, 90)[back % 3]) for back in range(28)]

    assert read(*beats([0], rhr=56), *beats([2], rhr=58), *before).rhr_rise_bpm == 7


# -- effort and soreness ---------------------------------------------------------------------

THRESHOLD = parts.threshold(day(TODAY - 1))
EASY = parts.run(day(TODAY - 1), "easy-1")


def after(*events: Event, plan: Plan | None = None, on: int = TODAY) -> Readiness:
    sessions = [one for week in plan.weeks for one in week.sessions] if plan else (THRESHOLD, EASY)
    history = seen(events, on)
    mornings = Mornings(history=history, matched=match(sessions, history, OURS), plan=plan)
    return readiness(mornings, day(on))


def test_effort_is_that_above_the_upper_end_of_what_was_asked_yesterday() -> None:
    assert after(ran(TODAY - 1, rpe=9, session=THRESHOLD.id)).effort_over == 2
    assert after(ran(TODAY - 1, rpe=5.5, session=THRESHOLD.id)).effort_over == -1.5


def test_of_two_sessions_the_one_most_above_counts() -> None:
    found = after(
        ran(TODAY - 1, rpe=7, session=THRESHOLD.id), ran(TODAY - 1, rpe=6.5, session=EASY.id)
    )

    assert found.effort_over == 2.5


def test_no_effort_told_or_none_asked_is_no_signal() -> None:
    assert after(ran(TODAY - 1, session=THRESHOLD.id)).effort_over is None
    assert after(ran(TODAY, rpe=10)).effort_over is None
    assert after(ran(TODAY - 1, 300, rpe=10)).effort_over is not None
    assert read(ran(TODAY - 1, rpe=10)).effort_over is None


def two_phases() -> Plan:
    """Strength on days 0, 3 in one phase, then on days 7, 10, 13 of the next."""
    one = plans.plan()
    first, second = one.weeks[0], one.weeks[1]
    block = parts.circuit()

    def lift(number: int, letter: str) -> object:
        return parts.strength(day(number), letter, phase="stabilization", block=block)

    return replace(
        one,
        weeks=(
            replace(
                first,
                strength_phase="stabilization",
                sessions=(lift(0, "a"), lift(3, "b")),  # type: ignore[arg-type]
            ),
            replace(
                second,
                strength_phase="strength_endurance",
                sessions=(lift(7, "a"), lift(10, "b"), lift(13, "c")),  # type: ignore[arg-type]
            ),
        ),
    )


@pytest.mark.parametrize(
    ("on", "new"),
    [(0, False), (1, True), (2, True), (3, False), (7, False), (8, True), (9, True), (10, False),
     (11, True), (12, True), (13, False), (14, False)],
)  # fmt: skip
def test_soreness_is_new_for_two_days_after_the_first_two_sessions(on: int, *, new: bool) -> None:
    done = [lifted(number) for number in (0, 7, 10, 13)]

    assert after(*done, plan=two_phases(), on=on).new_phase_soreness is new


# -- properties ------------------------------------------------------------------------------


def without_devices(event: Event) -> Event:
    return replace(event, hrv_ms=None, rhr=None) if isinstance(event, Checkin) else event


@given(random_events(), st.integers(0, 10**6))
def test_a_device_that_is_not_there_changes_nothing_else(
    some: tuple[Event, ...], seed: int
) -> None:
    events = (*some, *every_morning(60, seed))
    for on in (30, 45, 59):
        whole = readiness(Mornings(history=history_of(events, day(59))), day(on))
        bare = [without_devices(event) for event in events]
        less = readiness(Mornings(history=history_of(bare, day(59))), day(on))

        assert less == replace(whole, hrv_z=None, rhr_rise_bpm=None, events=less.events)


@given(random_events(), st.integers(0, 10**6))
def test_a_day_knows_nothing_of_the_days_after_it(some: tuple[Event, ...], seed: int) -> None:
    events = (*some, *every_morning(60, seed))
    whole = Mornings(history=history_of(events, day(59)))
    cut = Mornings(history=history_of(events, day(30)))

    assert readiness(whole, day(30)) == readiness(cut, day(30))

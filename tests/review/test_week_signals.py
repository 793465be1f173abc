"""The signals of a week: each definition with its edges."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import logs, six_people
from tests import plan_parts as parts
from tests.logs import day, event, lifted, ran, random_events, seen, woke
from tests.review.weeks import (
    EASY,
    LIBRARY,
    LIFT,
    LONG,
    QUALITY,
    SESSIONS,
    SUNDAY,
    plan_of,
    signals_in,
    signals_of,
)

from dovetail.domain.performed import PerformedSet
from dovetail.domain.training_log import (
    Checkin,
    Event,
    Mobility,
    Move,
    Other,
    Race,
    Skip,
    Strength,
)
from dovetail.domain.training_log import Test as SelfTest
from dovetail.domain.week_signals import Adherence, BodyLoad, LegCounters, LineDone, WeekSignals
from dovetail.review.history import history_of
from dovetail.review.matching import match
from dovetail.review.readiness import Mornings
from dovetail.review.results import last_tests
from dovetail.review.week_signals import week_signals


def adhered(*events: Event, today: int = 8) -> Adherence:
    found = signals_of(*events, today=today).adherence
    assert found is not None
    return found


def loaded(*events: Event, today: int = 8) -> BodyLoad:
    found = signals_of(*events, today=today).load
    assert found is not None
    return found


def legs(*events: Event, today: int = 8) -> LegCounters:
    found = signals_of(*events, today=today).legs
    assert found is not None
    return found


def sets(exercise: str, count: int = 1, **said: Any) -> tuple[PerformedSet, ...]:
    return (PerformedSet(exercise=exercise, **{"reps": 6, **said}),) * count


# -- the week itself -------------------------------------------------------------------------


def test_a_week_runs_to_its_sunday_or_to_today() -> None:
    assert [signals_of(today=today).until for today in (0, 3, 6, 7)] == [
        day(0),
        day(3),
        day(6),
        day(6),
    ]
    assert signals_of(today=7, of=3).starts == day(0)
    assert signals_of(today=3, of=20).starts == day(0)


def test_before_the_log_began_counters_are_unavailable_and_later_they_are_nought() -> None:
    before = signals_of(ran(7))
    assert before.load is None
    assert before.legs is None

    since = signals_of(woke(0, sleep=5))
    assert since.load is not None
    assert since.legs == LegCounters()
    assert since.load.week_au == 0


# -- adherence -------------------------------------------------------------------------------


def test_a_week_of_silence_is_missed_and_says_that_nothing_is_known() -> None:
    found = adhered()

    assert (found.share, found.is_silent) == (0, True)
    assert found.missed == (EASY.id, LIFT.id, QUALITY.id, LONG.id)
    assert found.keys_lost == (QUALITY.id, LONG.id)


def test_load_done_of_load_asked() -> None:
    found = adhered(ran(1, 40, rpe=3), today=2)

    assert found.asked_au == 40 * 3
    assert found.share == 1
    assert found.done == (EASY.id,)


def test_what_is_still_to_come_is_not_asked_yet() -> None:
    assert signals_of(today=1).adherence is None
    assert adhered(today=2).asked_au == 120
    assert adhered(ran(1, 40), today=1).asked_au == 120


def test_off_plan_work_counts() -> None:
    ride = event(Other, 4, minutes=60, rpe=5)

    found = adhered(ran(1, 40, rpe=3), ride)

    assert found.off_plan_au == 300
    assert found.done_au == 120 + 300
    assert ride.id in found.events


def test_off_plan_work_of_another_week_does_not() -> None:
    assert adhered(ran(1, 40), ran(9, 100)).off_plan_au == 0


def test_a_session_done_a_day_late_counts_in_its_own_week() -> None:
    late = ran(7, LONG.minutes, rpe=3.5)

    found = adhered(late)

    assert LONG.id in found.done
    assert found.off_plan_au == 0


def test_each_outcome_is_told() -> None:
    found = adhered(ran(1, 20), event(Skip, 3, session=QUALITY.id), lifted(2))

    assert (found.partly, found.skipped) == ((EASY.id,), (QUALITY.id,))
    assert (found.done, found.missed) == ((LIFT.id,), (LONG.id,))
    assert found.keys_lost == (QUALITY.id, LONG.id)
    assert found.sessions_share == 1 / 4


def test_a_session_moved_out_of_the_week_is_not_asked_in_it() -> None:
    assert LONG.id not in adhered(event(Move, 5, session=LONG.id, to="2027-01-12")).missed


def test_without_a_plan_there_is_no_adherence() -> None:
    assert signals_of(ran(1), sessions=()).adherence is None
    assert Adherence(asked_au=0, done_au=30).share is None


# -- effort ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "over"), [(9, 2), (7, 0), (6.5, 0), (6, 0), (4, -2)]
)  # asked 6 to 7
def test_effort_is_told_against_both_ends_of_what_was_asked(told: float, over: float) -> None:
    (found,) = signals_of(ran(3, rpe=told)).efforts

    assert (found.session, found.kind, found.over) == (QUALITY.id, "threshold", over)


def test_effort_not_told_or_off_plan_is_not_there() -> None:
    assert signals_of(ran(3), event(Other, 5, minutes=30, rpe=9)).efforts == ()


def test_efforts_are_of_four_weeks() -> None:
    early = parts.run(day(0), "easy-0")
    plan = plan_of((early, *SESSIONS[1:]))

    assert signals_in(plan, ran(0, 34, rpe=3), today=27, of=27).efforts != ()
    assert signals_in(plan, ran(0, 34, rpe=3), today=28, of=28).efforts == ()


# -- load and monotony -----------------------------------------------------------------------


def test_load_is_effort_times_minutes_of_everything() -> None:
    found = loaded(
        ran(1, 40, rpe=3),
        lifted(2, 44, rpe=5),
        event(Other, 4, minutes=60, rpe=5),
        event(Mobility, 5, minutes=20, rpe=1),
    )

    assert dict(found.of) == {"run": 120, "strength": 220, "other": 320}
    assert found.week_au == 660
    assert list(found.daily_au) == [0, 120, 220, 0, 300, 20, 0]
    assert found.assumed_au == 0


def test_an_effort_that_nobody_told_is_the_one_asked_and_off_plan_a_usual_one() -> None:
    found = loaded(ran(1, 40), ran(4, 20))

    assert found.daily_au[1] == 40 * 3
    assert found.daily_au[4] == 20 * 4
    assert found.assumed_au == 200


def test_a_day_is_held_to_1500_in_load_but_not_in_adherence() -> None:
    long = event(Race, 4, km=42.2, time="4:00:00")

    assert loaded(long).week_au == 1500
    assert adhered(long).off_plan_au == 240 * 9


def test_load_without_a_log_of_seven_days_has_no_monotony() -> None:
    assert loaded(ran(1, 40, rpe=3)).monotony is None
    week = loaded(ran(0, 40, rpe=3), ran(1, 40, rpe=3))
    assert week.monotony is not None
    assert week.strain_au == pytest.approx(240 * week.monotony)


def test_equal_days_are_as_monotonous_as_can_be() -> None:
    assert loaded(*(ran(number, 40, rpe=3) for number in range(7))).monotony == 4


def test_monotony_looks_at_seven_days_also_in_the_middle_of_a_week() -> None:
    before = [ran(number, 40, rpe=3) for number in range(-4, 0)]

    found = loaded(*before, *(ran(number, 40, rpe=3) for number in range(3)), today=2)

    assert len(found.daily_au) == 3
    assert found.monotony == 4


# -- legs ------------------------------------------------------------------------------------


def test_hard_sets_are_leg_sets_with_four_or_fewer_in_reserve() -> None:
    done = lifted(
        2,
        sets=(
            *sets("deadlift", 2, rir=4),
            *sets("deadlift", rir=4.5),
            *sets("push-up", 3, rir=1),
            *sets("single-leg-calf-raise", rir=2, side="left"),
        ),
    )

    assert legs(done).hard_sets == 2.5


def test_a_reserve_that_is_not_told_is_the_one_asked_and_else_not_hard() -> None:
    assert legs(lifted(2, sets=sets("deadlift", 3))).hard_sets == 3
    assert legs(lifted(2, sets=sets("goblet-squat", 3))).hard_sets == 0


def test_a_session_without_sets_counts_as_asked_by_the_share_done() -> None:
    whole = legs(lifted(2, 44))
    assert (whole.hard_sets, whole.assumed_sets) == (6, 6)
    assert legs(lifted(2, 22)).hard_sets == 3
    assert legs(lifted(4, 44)).hard_sets == 0


def test_landings_are_counted_by_repetition_metre_and_side() -> None:
    done = lifted(
        2,
        sets=(
            *sets("pogo-hop", 2, reps=10),
            *sets("single-leg-hop-and-stick", reps=5),
            *sets("single-leg-hop-and-stick", reps=5, side="left"),
            *sets("bounding", reps=None, metres=20),
            *sets("an exercise of my own", reps=50),
        ),
    )

    assert legs(done).contacts == 20 + 10 + 5 + 11


def test_kilometres_are_those_of_runs_and_races() -> None:
    race = event(Race, 5, km=5.0, time="25:00")
    ride = event(Other, 4, minutes=60)

    assert legs(ran(1, km=6.5), race, ride).km == 11.5


def test_a_run_without_kilometres_has_those_asked_by_its_minutes() -> None:
    found = legs(ran(1, 20), ran(4, 20))

    assert (found.km, found.assumed_km, found.runs_without_km) == (2.5, 2.5, 1)
    assert legs(ran(4, 20)).km is None
    assert legs(lifted(2)).km == 0


@pytest.mark.parametrize("name", ["ana-half", "jonas", "marathon-masters"])
@pytest.mark.parametrize("told", [True, False])
def test_a_week_done_as_asked_counts_as_asked(name: str, told: bool) -> None:  # noqa: FBT001
    plan = six_people.season_of(name).plan
    for week in plan.weeks[2:-1:5]:
        sessions = [one for one in week.sessions if one.discipline in ("run", "strength")]
        events = logs.done_as_asked(sessions, sets=told)
        history = history_of(events, plan.weeks[-1].starts)
        matched = match(week.sessions, history, LIBRARY.principles)

        found = week_signals(
            week.starts,
            Mornings(history=history, matched=matched, plan=plan),
            exercises=LIBRARY.exercises,
            principles=LIBRARY.principles,
        )

        assert found.legs is not None
        assert found.legs.hard_sets == week.legs.hard_sets
        assert found.legs.km == pytest.approx(week.run_km)
        assert found.legs.contacts == pytest.approx(week.legs.contacts, abs=2)
        assert found.adherence is not None
        assert set(found.adherence.done) >= {one.id for one in sessions}


# -- lines -----------------------------------------------------------------------------------


def line(*done: PerformedSet, on: int = 2) -> LineDone:
    (found,) = signals_of(lifted(on, id="lift", sets=done)).lines
    return found


def test_reserve_is_that_of_the_last_set_that_tells_one() -> None:
    found = line(*sets("deadlift", rir=4), *sets("deadlift", rir=5), *sets("deadlift"))

    assert (found.asked_rir, found.last_rir, found.least_rir, found.rir_over) == (3, 5, 4, 2)


def test_nothing_told_or_nothing_asked_is_unavailable() -> None:
    silent = line(*sets("deadlift", 3))
    assert (silent.last_rir, silent.rir_over, silent.pain, silent.load_kg) == (None,) * 4
    unasked = line(*sets("goblet-squat", rir=2))
    assert (unasked.asked_rir, unasked.rir_over) == (None, None)


def test_form_pain_load_and_repetitions_of_a_line() -> None:
    found = line(
        *sets("deadlift", form="clean", load_kg=20.0, pain=1),
        *sets("deadlift", form="broke", load_kg=22.5, pain=3, reps=4),
        *sets("deadlift"),
    )

    assert (found.sets, found.clean, found.broke, found.pain) == (3, 1, 1, 3)
    assert (found.load_kg, found.least_reps, found.asked_reps) == (22.5, 4, (6, 6))
    assert (found.session, found.event) == (LIFT.id, "lift")


def test_each_exercise_of_a_session_is_a_line_and_each_session_tells_its_own() -> None:
    both = (*sets("deadlift"), *sets("step-up"), *sets("deadlift"))

    found = signals_of(lifted(2, sets=both), lifted(4, sets=sets("deadlift"))).lines

    assert [(one.exercise, one.sets, one.on) for one in found] == [
        ("deadlift", 2, day(2)),
        ("step-up", 1, day(2)),
        ("deadlift", 1, day(4)),
    ]


# -- sleep, tests, races ---------------------------------------------------------------------


def test_sleep_is_there_from_three_nights_on() -> None:
    nights = [woke(number, sleep_h=hours) for number, hours in ((0, 6), (3, 7), (6, 8))]

    assert signals_of(*nights[:2]).sleep_h is None
    assert signals_of(*nights).sleep_h == 7
    assert signals_of(woke(-1, sleep_h=4), *nights).sleep_h == 7


def test_mornings_are_those_of_the_week_that_are_there() -> None:
    found = signals_of(woke(1, soreness=2), today=2).mornings

    assert list(found) == [day(0), day(1), day(2)]
    assert found[day(1)].soreness == 2


def test_a_test_stands_beside_the_last_one_of_the_same() -> None:
    tests = [
        event(SelfTest, -30, test="balance", left=20, right=18),
        event(SelfTest, -10, test="plank", value=45),
        event(SelfTest, 3, test="balance", left=25, right=30),
    ]

    (found,) = signals_of(*tests).tests

    assert (found.lower, found.before) == (25, 18)
    assert [one.before for one in signals_of(tests[2]).tests] == [None]


def test_of_each_test_the_last_one_is_known_however_long_ago() -> None:
    tests = [
        event(SelfTest, -30, test="balance", left=20, right=18),
        event(SelfTest, -90, test="plank", value=45),
        event(SelfTest, 3, test="balance", left=25, right=30),
    ]

    found = last_tests(history_of(tests, day(8)))

    assert {name: (one.lower, one.before) for name, one in found.items()} == {
        "plank": (45, None),
        "balance": (25, 18),
    }


def test_a_race_stands_beside_the_last_one_of_twelve_months() -> None:
    now = event(Race, 5, km=10.0, time="40:00")

    def change(before: int) -> float | None:
        (found,) = signals_of(event(Race, before, km=10.0, time="42:00"), now).races
        return found.change_pct

    assert change(-360) == pytest.approx(5.9, abs=0.3)
    assert change(-361) is None
    assert [one.change_pct for one in signals_of(now).races] == [None]


def test_a_race_too_long_for_the_formula_has_no_fitness() -> None:
    (found,) = signals_of(event(Race, 5, km=80.0, time="9:00:00")).races

    assert (found.fitness, found.time_s) == (None, 32400)


# -- the heaviest single ---------------------------------------------------------------------


def deadlifts(*kilograms: float, every: int = 5, **said: Any) -> list[Event]:
    told: dict[str, Any] = {"rir": 1, "reps": 5, **said}
    return [
        lifted(SUNDAY - every * back, sets=sets("deadlift", load_kg=kg, **told))
        for back, kg in enumerate(reversed(kilograms))
    ]


def change(*events: Event) -> float | None:
    (found,) = signals_of(*events).strength
    return found.change_pct_per_week


def test_the_trend_is_there_from_four_days_over_two_weeks_on() -> None:
    assert change(*deadlifts(100, 100, 100, every=7)) is None
    assert change(*deadlifts(100, 100, 100, 100, every=4)) is None
    assert change(*deadlifts(100, 100, 100, 100, every=5)) == pytest.approx(0)


def test_the_trend_is_the_slope_against_the_mean() -> None:
    (found,) = signals_of(*deadlifts(97, 99, 101, 103, every=7)).strength

    assert found.change_pct_per_week == pytest.approx(2)
    assert found.latest_kg == pytest.approx(103 * (1 + 6 / 30))
    assert (found.sessions, found.on, found.trusted) == (4, day(SUNDAY), True)


def test_only_eight_weeks_count() -> None:
    inside, outside = SUNDAY - 55, SUNDAY - 56

    def sessions(on: int) -> int:
        old = lifted(on, sets=sets("deadlift", load_kg=50, rir=1, reps=5))
        (found,) = signals_of(old, *deadlifts(100)).strength
        return found.sessions

    assert (sessions(inside), sessions(outside)) == (2, 1)


def test_far_from_failure_it_is_a_trend_and_not_to_be_trusted() -> None:
    (found,) = signals_of(*deadlifts(100, reps=6, rir=2)).strength

    assert not found.trusted
    assert signals_of(*deadlifts(100, reps=10, rir=1)).strength == ()


@pytest.mark.parametrize(
    "said", [{"rir": None}, {"form": "broke"}, {"load_kg": None}, {"exercise": "leg-press"},
             {"exercise": "single-leg-calf-raise"}, {"exercise": "my own"}]
)  # fmt: skip
def test_a_set_that_says_too_little_is_no_estimate(said: dict[str, object]) -> None:
    told: dict[str, object] = {"exercise": "deadlift", "reps": 5, "rir": 1, "load_kg": 100.0}
    one = PerformedSet(**{**told, **said})  # type: ignore[arg-type]

    assert signals_of(lifted(2, sets=(one,))).strength == ()


# -- properties ------------------------------------------------------------------------------


@given(random_events([one.id for one in SESSIONS[1:]]), st.integers(0, 10**6), st.integers(0, 59))
def test_order_and_repeated_lines_change_nothing(
    events: tuple[Event, ...], seed: int, of: int
) -> None:
    shuffled = [*events, *events[::2]]
    random.Random(seed).shuffle(shuffled)

    assert signals_of(*events, today=60, of=of) == signals_of(*shuffled, today=60, of=of)


def without_devices(one: Event) -> Event:
    return replace(one, hrv_ms=None, rhr=None) if isinstance(one, Checkin) else one


@given(random_events(), st.integers(0, 59))
def test_a_device_that_is_not_there_changes_no_weekly_signal(
    events: tuple[Event, ...], of: int
) -> None:
    whole = signals_of(*events, today=60, of=of)
    bare = signals_of(*map(without_devices, events), today=60, of=of)

    assert replace(whole, mornings={}) == replace(bare, mornings={})


@given(random_events())
def test_nothing_that_was_done_in_the_week_is_lost_from_its_load(
    events: tuple[Event, ...],
) -> None:
    found: WeekSignals = signals_of(*events, today=60)
    trained = seen(events, 60).trained(day(0), day(6))

    if found.load is None:
        assert trained == ()
    else:
        assert (sum(found.load.of.values()) > 0) == any(
            one.minutes > 0 and one.rpe != 0 for one in trained
        )
        assert found.load.week_au <= sum(found.load.of.values()) + 1e-6


@given(random_events(), st.floats(1, 100))
def test_more_done_is_never_less_load(events: tuple[Event, ...], minutes: float) -> None:
    def longer(one: Event) -> Event:
        return replace(one, minutes=one.minutes + minutes) if isinstance(one, Strength) else one

    def load(*some: Event) -> float:
        found = signals_of(*some, sessions=(), today=60).load
        return 0.0 if found is None else found.week_au

    assert load(*events) <= load(*map(longer, events)) + 1e-6

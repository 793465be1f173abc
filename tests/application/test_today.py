"""What is asked today: the plan's day, and what of it the log leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.logs import random_events
from tests.seasons import example

from dovetail.application.today import Today, today_of
from dovetail.content.library import read_library
from dovetail.domain.training_log import Checkin, Clearance, Event, Illness, Move, Pain, Run
from dovetail.review.no_harder import no_harder

PLAN = example("ana-half").plan
HILLS = date(2027, 1, 13)
"""A Wednesday of the build with a hard run, and nothing else."""
A_DAY = timedelta(days=1)


def today(events: Sequence[Event] = (), on: date = HILLS) -> Today:
    return today_of(PLAN, events, on, library=read_library())


def tired(on: date = HILLS) -> Checkin:
    return Checkin(id="tired", on=on, sleep_h=4.5, soreness=2)


def hurts(during: float, *, bone: bool = False) -> Pain:
    return Pain(id="hurts", on=HILLS - A_DAY, site="shin", during=during, bone_signs=bone)


# -- the day as it stands ----------------------------------------------------------------------


def test_without_a_word_the_day_goes_as_planned() -> None:
    found = today()

    assert found.state == "go"
    assert found.reasons == ()
    assert [one.was.kind for one in found.asked] == ["hills"]
    assert all(one.now == one.was for one in found.asked)


def test_a_tired_morning_puts_an_easy_run_in_the_place_of_a_hard_one() -> None:
    found = today([tired()])

    [asked] = found.asked
    assert found.state == "easier"
    assert [reason.code for reason in found.reasons] == ["AD340"]
    assert asked.was.kind == "hills"
    assert asked.now is not None
    assert asked.now.kind == "easy"
    assert asked.now.reasons[0].code == "AD340"
    assert asked.now.minutes <= asked.was.minutes


def test_yesterdays_tired_morning_is_over() -> None:
    assert today([tired(HILLS - A_DAY)]).state == "go"


def test_bone_signs_stop_the_day_and_ask_to_see_someone() -> None:
    found = today([hurts(3, bone=True)])

    assert found.state == "stop"
    assert [one.now for one in found.asked if one.was.discipline == "run"] == [None]
    assert "AD330" in [reason.code for reason in found.refer]
    assert set(map(str, found.refer)) <= set(map(str, found.foremost))


def test_beside_a_stop_a_milder_reason_is_not_foremost() -> None:
    found = today([hurts(3, bone=True), tired()])

    assert "AD340" in [reason.code for reason in found.reasons]
    assert "AD340" not in [reason.code for reason in found.foremost]


def test_fever_leaves_nothing_of_the_day() -> None:
    ill = Illness(id="ill", on=HILLS - A_DAY, status="started", symptoms=("fever",))

    found = today([ill])

    assert found.state == "rest"
    assert all(one.now is None for one in found.asked)


def test_a_new_cold_does_not_hide_that_somebody_trained_with_fever() -> None:
    fever = Illness(id="fever", on=HILLS - 20 * A_DAY, status="started", symptoms=("fever",))
    ran = Run(id="ran", on=HILLS - 19 * A_DAY, minutes=30)
    well = Illness(id="well", on=HILLS - 15 * A_DAY, status="ended")
    cold = Illness(id="cold", on=HILLS, status="started", symptoms=("above_neck",))
    seen = Clearance(id="seen", on=HILLS, what="illness", professional="Dr. Sol")

    assert today([fever, ran, well, cold]).state == "stop"
    assert today([fever, ran, well, cold, seen]).state == "easier"


def test_what_was_done_this_morning_is_asked_no_more() -> None:
    ran = Run(id="ran", on=HILLS, minutes=41, km=6)

    [asked] = today([ran]).asked

    assert asked.done == ("ran",)


def test_a_session_stands_where_somebody_moved_it() -> None:
    session = today().asked[0].was
    moved = Move(id="moved", on=HILLS - A_DAY, session=session.id, to="2027-01-14/pm")

    assert session.id not in [one.was.id for one in today([moved]).asked]
    there = {one.was.id: one.was for one in today([moved], HILLS + A_DAY).asked}[session.id]
    assert (there.date, there.slot) == (HILLS + A_DAY, "pm")


# -- days on which nothing is asked ------------------------------------------------------------


def test_a_rest_day_asks_nothing_and_names_the_next_session() -> None:
    friday = date(2026, 12, 25)

    found = today(on=friday)

    assert (found.place, found.asked) == ("season", ())
    assert found.following is not None
    assert found.following.date > friday


def test_before_the_plan_and_after_it_nothing_is_asked() -> None:
    first, last = PLAN.weeks[0].starts, PLAN.weeks[-1].starts

    assert today(on=first - A_DAY).place == "before"
    assert today(on=last + 7 * A_DAY).place == "after"
    assert today(on=last + 7 * A_DAY).asked == ()


def test_the_weeks_after_the_race_are_recovery() -> None:
    assert PLAN.goal.date is not None
    assert today(on=PLAN.goal.date).place == "season"
    assert today(on=PLAN.goal.date + 2 * A_DAY).place == "recovery"


def test_somebody_who_is_ill_hears_so_before_the_plan_begins_too() -> None:
    before = PLAN.weeks[0].starts - A_DAY
    ill = Illness(id="ill", on=before, status="started", symptoms=("fever",))

    assert today([ill], before).state == "rest"


# -- any log, any day --------------------------------------------------------------------------

DAYS = st.integers(-3, 130).map(lambda number: PLAN.weeks[0].starts + number * A_DAY)
NAMES = [one.id for week in PLAN.weeks[:6] for one in week.sessions if one.minutes]


@given(events=random_events(NAMES), on=DAYS)
def test_no_log_makes_a_day_harder(events: tuple[Event, ...], on: date) -> None:
    runner = example("ana-half").profile.runner

    for one in today(events, on).asked:
        assert no_harder(one.now, one.was, runner)


@given(events=random_events(NAMES), on=DAYS, more=st.integers(0, 10))
def test_one_more_pain_never_asks_more(events: tuple[Event, ...], on: date, more: int) -> None:
    """Minutes, kilometres and sets of the day, whatever the log says besides."""
    pain = Pain(id="one-more", on=on, site="calf", during=float(more))

    asked = {one.was.id: one.now for one in today(events, on).asked}
    hurting = {one.was.id: one.now for one in today((*events, pain), on).asked}

    assert hurting.keys() == asked.keys()
    for name, now in hurting.items():
        was = asked[name]
        if now is not None and now.kind != "run_walk":
            assert was is not None
            assert now.minutes <= was.minutes
            assert (now.km or 0.0) <= (was.km or 0.0) + 1e-6


WORSE: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        Pain,
        id=st.just("worse"),
        on=st.just(HILLS),
        site=st.sampled_from(("calf", "shin", "knee")),
        during=st.integers(0, 10).map(float),
        limp=st.booleans(),
    ),
    st.builds(
        Illness,
        id=st.just("worse"),
        on=st.just(HILLS),
        status=st.just("started"),
        symptoms=st.sampled_from([("fever",), ("above_neck",), ("chest",), ("stomach",)]),
    ),
    st.builds(Checkin, id=st.just("worse"), on=st.just(HILLS), sleep_h=st.floats(2, 8)),
)


@given(events=random_events(NAMES), worse=WORSE, on=DAYS)
def test_one_more_trouble_never_asks_more_of_the_next_seven_days(
    events: tuple[Event, ...], worse: Event, on: date
) -> None:
    """Minutes, kilometres and sets, each summed over the week to come."""
    worse = replace(worse, on=on)
    bad = [*events, worse] if not isinstance(worse, Checkin) else [*_without(events, on), worse]
    good = _without(events, on) if isinstance(worse, Checkin) else events

    assert all(now <= was + 1e-6 for now, was in zip(week(bad, on), week(good, on), strict=True))


def _without(events: Sequence[Event], on: date) -> list[Event]:
    """Leave out the day's other words about the morning, which the worst of would count."""
    return [one for one in events if not (isinstance(one, Checkin) and one.on == on)]


def week(events: Sequence[Event], on: date) -> tuple[float, float, float]:
    """Sum what is asked of seven days, as it would be told on each if nothing more was said."""
    days = (today(events, on + number * A_DAY) for number in range(7))
    asked = [one.now for day in days for one in day.asked if one.now is not None]
    return (
        sum(one.minutes for one in asked),
        sum(one.km or 0.0 for one in asked),
        sum(line.sets for one in asked for line in one.lines()),
    )


@given(events=random_events(NAMES), on=DAYS)
def test_the_order_of_lines_changes_nothing(events: tuple[Event, ...], on: date) -> None:
    assert today(events[::-1], on) == today(events, on)

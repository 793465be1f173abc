"""What holds for all weekly rules, whatever the plan and the week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from math import inf, isfinite
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.rulebook.week_words import training_case

from dovetail.domain.decision import Order
from dovetail.domain.signals import PainCourse, PainDay
from dovetail.domain.week_signals import PulseTold
from dovetail.rulebook.adaptations import ADAPTATIONS, orders_of
from dovetail.rulebook.training_case import TrainingCase

LIVED = 3
OF_ABSENCE = {"AD306", "AD314", "AD317", "AD318", "AD319", "AD366", "AD367"}
"""What an empty log may give: little done, a gate without its tests, a lost long run, days off."""
GATE = {"opens": "maximal_strength", "needs": ["goblet_squat", "side_plank"]}

kilometres = st.integers(10, 90)
weeks_of_a_plan = st.lists(
    st.tuples(
        kilometres,
        st.sampled_from(["", "", "lighter"]),
        st.sampled_from(["base", "build", "peak", "taper"]),
        st.integers(2, 5),
    ),
    min_size=6,
    max_size=6,
)


def _week(number: int, told: tuple[int, str, str, int]) -> str:
    km, lighter, phase, work = told
    strength = "P2" if number <= LIVED else "P3"
    runs = f"mon easy 6, thu threshold 8 threshold:{work}x8, sun long {max(4, km // 3)}"
    lifts = "tue full 45 goblet-squat:3x12@3 push-up:3x12@3, fri full 45 goblet-squat:3x12@3"
    return f"{phase} {lighter} {strength} run_km={km}: {runs}, {lifts}"


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    weeks = [_week(number, told) for number, told in enumerate(draw(weeks_of_a_plan), 1)]
    return {"weeks": weeks, "lived": LIVED, "kit": "dumbbells", "hard_sets": 12}


efforts = st.builds(
    lambda day, kind, told: f"{day} {kind} {told} for 4-6",
    st.sampled_from(["mon", "thu", "sun", "thu -1", "sun -1"]),
    st.sampled_from(["threshold", "easy", "long"]),
    st.integers(1, 10),
)
lines = st.builds(
    lambda key, kg, form, reps, left: (
        f"{key} {kg} kg: 3 {form}, reps {reps} of 10-12, left {left} of 3"
    ),
    st.sampled_from(["goblet-squat", "push-up"]),
    st.integers(4, 40),
    st.sampled_from(["clean", "broke"]),
    st.integers(6, 20),
    st.integers(0, 6),
)


@st.composite
def any_week(draw: st.DrawFn) -> dict[str, Any]:
    """A plan, and a week of any kind."""
    told = draw(plans())
    share = draw(st.integers(0, 160))
    told |= {
        "done": f"{share} %, {draw(kilometres)} km",
        "done_before": draw(
            st.lists(st.sampled_from(["100 %", "60 %", "nothing", "no strength"]), max_size=3)
        ),
        "efforts": sorted(draw(st.lists(efforts, max_size=5)), key=_when),
        "lines": draw(st.lists(lines, max_size=3)),
        "mornings": " ".join(draw(st.lists(st.sampled_from(["good", "tired"]), max_size=7))),
        "gate": GATE,
        "tests": draw(st.sampled_from([{}, {"goblet_squat": "12", "side_plank": "30"}])),
        "monotony": draw(st.sampled_from([None, 1.5, 2.5])),
        "race_fitness": draw(st.sampled_from([None, 38.0, 50.0])),
    }
    lost = draw(st.sampled_from([(), ("sun long",), ("thu threshold",)]))
    told["missed"] = list(lost)
    told["partly"] = [] if lost else draw(st.sampled_from([[], ["thu threshold"]]))
    if draw(st.booleans()):
        told["on"] = draw(st.sampled_from(["mon", "thu"]))
    return told


def _when(words: str) -> tuple[int, int]:
    day, *rest = words.split()
    back = int(rest[0]) if rest[0].lstrip("-").isdigit() else 0
    return back, ["mon", "thu", "sun"].index(day)


Key = tuple[str, str | None, date]


def ceilings(orders: Iterable[Order]) -> dict[Key, float]:
    """The tightest ceiling on each quantity from each day."""
    found: dict[Key, float] = {}
    for one in orders:
        key = (one.of, one.about, one.first)
        most = inf if one.bound.at_most is None else one.bound.at_most
        found[key] = min(most, found.get(key, inf))
    return found


def looser(now: Mapping[Key, float], before: Mapping[Key, float]) -> list[Key]:
    return [key for key, most in before.items() if now.get(key, inf) > most]


def floors(orders: Iterable[Order]) -> set[tuple[Key, float]]:
    return {
        ((one.of, one.about, one.first), one.bound.at_least)
        for one in orders
        if one.bound.at_least is not None
    }


@given(any_week())
def test_the_same_week_gives_the_same_orders(told: dict[str, Any]) -> None:
    assert orders_of(training_case(told)) == orders_of(training_case(told))


@given(any_week())
def test_an_order_is_absolute_dated_and_named_only_once(told: dict[str, Any]) -> None:
    case = training_case(told)
    orders = orders_of(case)
    numbers = [
        number
        for one in orders
        for number in (one.bound.at_most, one.bound.at_least)
        if number is not None
    ]

    assert [number for number in numbers if not isfinite(number) or number < 0] == []
    assert [one for one in orders if one.first > one.last or not all(one.because)] == []
    assert len({(one.id, one.of, one.first) for one in orders}) == len(orders)


@given(plans(), st.sampled_from([{}, {"gate": GATE}]))
def test_an_empty_log_says_only_what_absence_says(
    told: dict[str, Any], gate: dict[str, Any]
) -> None:
    case = training_case({**told, **gate, "done": "nothing"})
    empty = replace(case.now, load=None, legs=None)

    codes = {one.code for one in orders_of(replace(case, now=empty))}

    assert codes <= OF_ABSENCE
    assert "AD306" in codes


@given(plans(), st.integers(90, 115), st.sampled_from([10, 11, 12]))
def test_a_good_week_lowers_nothing(told: dict[str, Any], share: int, reps: int) -> None:
    kg = 20.0
    case = training_case(
        {
            **told,
            "done": f"{share} %",
            "done_before": ["100 %", "98 %"],
            "efforts": ["mon easy 5 for 4-6", "thu threshold 6 for 4-6", "sun long 4 for 4-6"],
            "lines": [f"goblet-squat {kg} kg: 3 clean, reps {reps} of 10-12, left 3 of 3"],
            "mornings": "good good good",
            "gate": GATE,
            "tests": {"goblet_squat": "12", "side_plank": "30/30"},
            "did": ["sun long", "thu threshold"],
        }
    )

    lowered = [one for one in orders_of(case) if one.bound.at_most is not None]

    assert [one for one in lowered if one.of != "line.load_kg" or one.bound.at_most < kg] == []  # type: ignore[operator]


@given(any_week(), st.integers(-20, 20), st.integers(-3, 3), st.integers(-20, 20))
def test_a_device_alone_raises_nothing(
    told: dict[str, Any], rise: int, hrv_z: int, rhr: int
) -> None:
    case = training_case(told)
    days = (case.today - timedelta(days=1), case.today)
    mornings = {
        day: replace(one, hrv_z=float(hrv_z), rhr_rise_bpm=float(rhr))
        for day, one in case.now.mornings.items()
    }
    pulses = tuple(
        PulseTold(session="easy", on=day, rise_bpm=float(rise), event=f"beat-{day}") for day in days
    )
    worn = replace(case, now=replace(case.now, mornings=mornings, pulses=pulses))

    before, now = orders_of(case), orders_of(worn)

    assert looser(ceilings(now), ceilings(before)) == []
    assert floors(now) <= floors(before)


@given(any_week(), st.integers(3, 10), st.integers(0, 6))
def test_more_pain_never_allows_more(told: dict[str, Any], worst: int, ago: int) -> None:
    case = training_case(told)
    on = case.today - timedelta(days=ago)
    days = (PainDay(on=on, worst=float(worst)),)
    pain = PainCourse(site="knee", first=on, last=on, worst=float(worst), days=days)
    hurt = replace(case, signals=replace(case.signals, pains=(pain,)))

    before, now = orders_of(case), orders_of(hurt)

    assert looser(ceilings(now), ceilings(before)) == []
    assert floors(now) <= floors(before)


@given(any_week(), st.integers(0, 89), st.integers(0, 89))
def test_less_done_never_allows_more_kilometres(told: dict[str, Any], one: int, other: int) -> None:
    less, more = sorted((one, other))
    cases = [training_case({**told, "done": f"{share} %, 30 km"}) for share in (less, more)]

    with_less, with_more = (
        {key: most for key, most in ceilings(orders_of(case)).items() if key[0] == "week.km"}
        for case in cases
    )

    assert looser(with_less, with_more) == []


def test_a_week_that_nobody_asked_of_gives_nothing() -> None:
    case = training_case({"weeks": ["base P1: sun long 12", "base P1: sun long 12"]})
    unknown = replace(
        case.now, adherence=None, load=None, legs=None, efforts=(), lines=(), mornings={}
    )

    assert orders_of(replace(case, now=unknown)) == ()


def test_a_plan_that_has_ended_gives_nothing() -> None:
    case = training_case({"weeks": ["base P1: sun long 12"], "done": "50 %, 5 km"})

    assert orders_of(case) == ()


def test_health_stands_before_absence_readiness_and_progress() -> None:
    order = ["AD312", "AD318", "AD306", "AD302", "AD310", "AD305", "AD307", "AD363"]
    codes = [rule.code for rule in ADAPTATIONS]

    assert [code for code in codes if code in order] == order
    assert TrainingCase.__dataclass_params__.frozen  # type: ignore[attr-defined]

"""Warning signs, too little energy, heat and a slump."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests import plans
from tests.logs import day, event, seen, woke

from dovetail.domain.athlete import Athlete, BoneStress, EnergyQuestions, Health, Screening
from dovetail.domain.signals import Weather
from dovetail.domain.training_log import Clearance, Event, Race
from dovetail.review.warnings import energy, slump, warned, weather


def cleared(number: int, what: str) -> Event:
    return event(Clearance, number, what=what, professional="physician")


def test_a_sign_stays_until_a_professional_has_cleared_it() -> None:
    sign = woke(3, signs=("palpitations",))

    assert warned(seen([sign], 300), day(300)).signs == ("palpitations",)
    assert warned(seen([sign, cleared(3, "conditions")], 9), day(9)).signs == ()
    assert warned(seen([sign, cleared(4, "illness")], 9), day(9)).signs == ()
    assert warned(seen([sign, cleared(4, "strength")], 9), day(9)).signs == ("palpitations",)


def test_a_sign_after_a_clearance_is_a_new_one() -> None:
    events = [woke(3, signs=("fainting",)), cleared(4, "conditions"), woke(5, signs=("numbness",))]

    assert warned(seen(events, 6), day(6)).signs == ("numbness",)


def test_the_heat_is_that_of_today() -> None:
    told = woke(3, id="hot", air_c=33.0, humidity_pct=40.0)

    found = weather(seen([told], 3), day(3))

    assert found == Weather(air_c=33.0, humidity_pct=40.0, events=("hot",))
    assert weather(seen([told], 4), day(4)) == Weather()


def asked(**told: object) -> Athlete:
    return replace(plans.athlete(), health=Health(screening=Screening(**told)))  # type: ignore[arg-type]


def test_the_answers_of_the_athlete_file_are_signs_of_little_energy() -> None:
    some = asked(
        reds=EnergyQuestions(missed_periods_3=True, fatigue=True),
        bone_stress_injury=BoneStress(site="fibula"),
    )

    assert energy(some, seen([], 3), day(3)) == ("bone_stress", "missed_periods", "fatigue")


def test_a_clearance_takes_them_back_for_a_year() -> None:
    some = asked(reds=EnergyQuestions(fatigue=True))
    told = replace(some, health=replace(some.health, cleared=day(0)))

    assert energy(some, seen([cleared(2, "conditions")], 3), day(3)) == ()
    assert energy(told, seen([], 365), day(365)) == ()
    assert energy(told, seen([], 366), day(366)) == ("fatigue",)


def test_a_healed_bone_is_no_sign() -> None:
    healed = asked(bone_stress_injury=BoneStress(site="fibula", cleared=day(-30)))

    assert energy(healed, seen([], 3), day(3)) == ()


def raced(number: int, time: str) -> Event:
    return event(Race, number, km=10.0, time=time)


MOODS = [woke(number, mood=6) for number in range(20, 40)]
LOW = [woke(number, mood=4) for number in range(70, 81)]


def test_a_slump_counts_from_the_first_slower_race_to_today() -> None:
    races = [raced(10, "50:00"), raced(40, "51:30"), raced(75, "52:30")]

    found = slump(seen([*races, *MOODS, *LOW], 80), day(80))

    assert found is not None
    assert (found.days, found.mood_fell) == (40, True)
    assert found.loss_pct == pytest.approx(5.5, abs=0.5)


def test_good_mood_or_nothing_told_is_no_fall_of_mood() -> None:
    races = [raced(10, "50:00"), raced(40, "51:30"), raced(75, "52:30")]
    fine = [woke(number, mood=6) for number in range(70, 81)]

    for moods in ([], [*MOODS, *fine], LOW):
        found = slump(seen([*races, *moods], 80), day(80))
        assert found is not None
        assert not found.mood_fell


def test_one_race_or_a_faster_one_is_no_slump() -> None:
    assert slump(seen([raced(10, "50:00")], 80), day(80)) is None
    assert slump(seen([raced(10, "50:00"), raced(40, "49:00")], 80), day(80)) is None
    assert slump(seen([raced(10, "50:00"), raced(400, "55:00")], 400), day(400)) is None

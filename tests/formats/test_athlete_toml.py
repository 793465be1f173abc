"""athlete.toml: what it may say, the short ways to say it, and what cannot be true."""

from __future__ import annotations

import json
import tomllib
from datetime import date

import pytest
from hypothesis import given
from tests.people import TODAY, athletes

from dovetail.domain.athlete import Athlete, BoneStress, Conditions, Day
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.units import Duration
from dovetail.formats.athlete_toml import (
    athlete_data,
    athlete_from_data,
    read_athlete,
    write_athlete,
)

ANA = """\
name = "Ana"
born = 1986-05-02
level = "intermediate"
[goal]
race = "half"
date = 2027-03-14
time = "1:58:00"
[running]
weekly_km = 30
longest_km = 12
years = 3
races = [ { km = 10.0, time = "52:00", date = 2026-10-04 } ]
[strength]
equipment = ["bands", "dumbbells"]
steps = { barbell = 2.5, kettlebell = [16], dumbbells = [5, 10] }
places = { gym = ["full_gym"] }
[availability]
monday = 80
thursday = { pm = 60, at = "gym" }
sunday = { am = 140, pm = 0 }
[health]
screening = { conditions = false, bone_stress_injury = false }
[preferences]
long_run = "saturday"
rest = ["friday"]
"""


def read(text: str) -> Athlete:
    return read_athlete(text, today=TODAY)


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        read(text)
    return caught.value.problems


def changed(old: str, new: str) -> str:
    assert old in ANA
    return ANA.replace(old, new)


def test_what_is_written_is_read() -> None:
    ana = read(ANA)

    assert (ana.name, ana.born, ana.goal.time) == ("Ana", date(1986, 5, 2), Duration(7080))
    assert ana.running.races[0].km == 10.0
    assert ana.preferences.rest == ("friday",)


def test_a_day_as_one_number_is_one_slot_at_the_preferred_time() -> None:
    evening = changed('rest = ["friday"]', 'time = "pm"')

    assert read(ANA).availability.monday == Day(am=80)
    assert read(evening).availability.monday == Day(pm=80)
    assert read(evening).availability.sunday == Day(am=140)


def test_a_slot_may_be_somewhere_else() -> None:
    assert read(ANA).availability.thursday == Day(pm=60, at="gym")


def test_one_number_is_a_load_step_and_a_list_is_all_the_weights() -> None:
    assert read(ANA).strength.steps == {
        "barbell": (2.5,),
        "kettlebell": (16.0, 16.0),
        "dumbbells": (5.0, 10.0),
    }


def test_a_long_run_day_may_be_a_wish_or_a_must() -> None:
    must = changed('"saturday"', '{ day = "sunday", must = true }')

    assert not read(ANA).preferences.long_run.must
    assert read(must).preferences.long_run.must


def test_conditions_and_bone_injuries_are_yes_no_or_a_table() -> None:
    yes = read(changed("conditions = false, bone_stress_injury = false", "conditions = true"))
    tables = changed(
        "conditions = false, bone_stress_injury = false",
        'conditions = { cleared_on = 2026-09-01 }, bone_stress_injury = { site = "tibia" }',
    )

    assert read(ANA).health.screening.conditions is None
    assert yes.health.screening.conditions == Conditions()
    assert read(tables).health.screening.conditions == Conditions(cleared_on=date(2026, 9, 1))
    assert read(tables).health.screening.bone_stress_injury == BoneStress(site="tibia")


def test_screening_may_be_a_table_of_its_own() -> None:
    own = changed("[health]\nscreening = { conditions = false, ", "[health.screening]\n")
    own = own.replace("bone_stress_injury = false }", "symptoms = true")

    assert read(own).health.screening.symptoms


def test_no_running_at_all_is_a_number_and_no_error() -> None:
    assert read(changed("weekly_km = 30", "weekly_km = 0")).running.weekly_km == 0


@given(athletes())
def test_writing_and_reading_gives_the_same_athlete(athlete: Athlete) -> None:
    assert read(write_athlete(athlete)) == athlete


@given(athletes())
def test_data_for_a_plan_survives_json(athlete: Athlete) -> None:
    data = json.loads(json.dumps(athlete_data(athlete), allow_nan=False))

    assert athlete_from_data(data) == athlete


@given(athletes())
def test_the_canonical_form_is_its_own_canonical_form(athlete: Athlete) -> None:
    text = write_athlete(athlete)

    assert write_athlete(read(text)) == text
    assert tomllib.loads(text)["level"] == athlete.level


IMPOSSIBLE = [
    ("weekly_km = 30", "weekly_km = -5", "out-of-range", 9, "running.weekly_km"),
    ("weekly_km = 30", "weekly_km = nan", "bad-form", 9, "running.weekly_km"),
    ("weekly_km = 30", "weekly_km = true", "wrong-type", 9, "running.weekly_km"),
    ("weekly_km = 30", 'weekly_km = "30"', "wrong-type", 9, "running.weekly_km"),
    ("weekly_km = 30\n", "", "missing-key", 8, "running.weekly_km"),
    ("years = 3", "yearz = 3", "unknown-key", 11, "running.yearz"),
    ("km = 10.0", "km = -10.0", "out-of-range", 12, "running.races[1].km"),
    ("years = 3", "years = 45", "too-many-years", 11, "running.years"),
    ("years = 3", "as_of = 2026-11-21", "in-the-future", 11, "running.as_of"),
    ("2026-10-04", "2026-11-21", "in-the-future", 12, "running.races[1].date"),
    ('"52:00"', '"0:52"', "faster-than-record", 12, "running.races[1].time"),
    ("date = 2027-03-14", "date = 2026-11-19", "race-in-the-past", 6, "goal.date"),
    ("date = 2027-03-14", "date = 2026-11-20", "race-in-the-past", 6, "goal.date"),
    ("date = 2027-03-14", "date = 2036-11-20", "race-too-far", 6, "goal.date"),
    ("date = 2027-03-14", "date = 2027-03-14T09:00:00", "wrong-type", 6, "goal.date"),
    ("date = 2027-03-14\n", "", "missing-key", 4, "goal.date"),
    ('"half"', '"ultra"', "missing-key", 4, "goal.km"),
    ('"half"', '"ultra"\nkm = 40', "not-an-ultra", 6, "goal.km"),
    ('"half"', '"half"\nkm = 10', "two-lengths", 6, "goal.km"),
    ('"half"', '"haalf"', "unknown-word", 5, "goal.race"),
    ('time = "1:58:00"', 'time = "0:55:00"', "faster-than-record", 7, "goal.time"),
    ('time = "1:58:00"', 'time = "58:00:00"', "slower-than-walking", 7, "goal.time"),
    ('time = "1:58:00"', 'time = "1h58"', "bad-form", 7, "goal.time"),
    ('time = "1:58:00"', "start = 2026-11-24", "not-a-monday", 7, "goal.start"),
    ('time = "1:58:00"', "start = 2027-03-15", "start-after-race", 7, "goal.start"),
    ("born = 1986-05-02", "born = 2027-05-02", "born-in-the-future", 2, "born"),
    ("born = 1986-05-02", "born = 2019-05-02", "impossible-age", 2, "born"),
    ("born = 1986-05-02", "born = 1919-05-02", "impossible-age", 2, "born"),
    ("born = 1986-05-02", "born = 1986-05-02T10:00:00", "wrong-type", 2, "born"),
    ("monday = 80", "monday = 1500", "out-of-range", 18, "availability.monday"),
    ("monday = 80", "monday = -1", "out-of-range", 18, "availability.monday"),
    ("pm = 0", "pm = 1400", "hours-in-a-day", 20, "availability.sunday"),
    ('at = "gym"', 'at = "gmy"', "unknown-place", 19, "availability.thursday.at"),
    ("barbell = 2.5", "barbell = 0", "no-weight", 15, "strength.steps.barbell"),
    ("barbell = 2.5", "barbells = 2.5", "unknown-word", 15, "strength.steps.barbells"),
    ("[health]", "[heart]\nmax = 150\nthreshold = 160\n[health]", "heart-rates-crossed", 23, None),
    ("[health]", "[health]\ncleared = 2026-12-01", "in-the-future", 22, "health.cleared"),
    ('long_run = "saturday"', 'long_run = "sat"', "unknown-word", 24, "preferences.long_run"),
]


@pytest.mark.parametrize(("old", "new", "code", "line", "key"), IMPOSSIBLE)
def test_what_cannot_be_true_is_told_with_its_place(
    old: str, new: str, code: str, line: int, key: str | None
) -> None:
    found = problems(changed(old, new))

    assert [problem.code for problem in found] == [code]
    assert found[0].place.line == line
    assert key is None or found[0].place.key == key
    assert found[0].hint


def test_a_week_without_a_day_is_no_week() -> None:
    nothing = ANA.replace("monday = 80", "monday = 0").replace("pm = 60, ", "")
    nothing = nothing.replace("am = 140", "am = 0")

    assert [problem.code for problem in problems(nothing)] == ["no-available-day"]


def test_healthy_running_has_no_race_date() -> None:
    found = problems(changed('"half"', '"healthy"'))

    assert {problem.place.key for problem in found} == {"goal.date", "goal.time"}


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-11-20", "race-in-the-past"),
        ("2027-03-14", "tune-up-too-late"),
        ("2027-04-01", "tune-up-too-late"),
    ],
)
def test_a_tune_up_lies_between_today_and_the_goal(day: str, code: str) -> None:
    found = problems(changed("[running]", f"tune_up = [{{ km = 10, date = {day} }}]\n[running]"))

    assert [(each.code, each.place.key) for each in found] == [(code, "goal.tune_up[1].date")]


def test_a_race_that_has_been_run_is_no_mistake_while_its_plan_stands() -> None:
    after_the_race = date(2027, 3, 20)

    athlete = read_athlete(ANA, today=after_the_race, since=TODAY)

    assert athlete.goal.date == date(2027, 3, 14)


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    text = changed("weekly_km = 30", "weekly_km = -5\nfoo = 1").replace("2027-03-14", "2020-03-14")
    text = text.replace("monday = 80", "monday = 1500")

    found = problems(text)

    assert [problem.place.line for problem in found] == [6, 9, 10, 19]


def test_an_unknown_key_is_answered_with_the_nearest_known_one() -> None:
    (found,) = problems(changed("equipment", "equipmant"))

    assert 'Did you mean "equipment"?' in found.hint


def test_text_that_is_not_toml_is_told_with_its_line() -> None:
    (found,) = problems(changed("years = 3", "years 3"))

    assert (found.code, found.place.line) == ("bad-toml", 11)

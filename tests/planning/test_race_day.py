"""Race day: the clock runs forward, the splits make the goal, and feel has no pace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.planning.race_people import LEVELS, RACES, STARTS, race_km, race_of, runner

from dovetail.content.library import read_library
from dovetail.domain.athlete import Level, RaceName
from dovetail.domain.decision import Facts
from dovetail.domain.prescription import RunStep, Target
from dovetail.domain.session import Session
from dovetail.planning.race_morning import morning_reasons, warm_up_for
from dovetail.planning.race_pacing import Race, heat_rule, mark_reasons, plan_b, race_steps

PRINCIPLES = read_library().principles
EVERYBODY = [(race, level, start, on) for race in RACES for level in LEVELS for start, on in STARTS]
FORWARD = (
    "up_time",
    "meal_time",
    "there_time",
    "warm_up_time",
    "drills_time",
    "strides_time",
    "line_time",
    "start_time",
)
everybody = pytest.mark.parametrize(("race", "level", "start", "on"), EVERYBODY)


def facts_of(session: Session, code: str) -> list[Facts]:
    return [reason.facts for reason in session.reasons if reason.code == code]


def minute(clock: object) -> int:
    hours, minutes = str(clock).split(":")
    return int(hours) * 60 + int(minutes)


def raced(session: Session) -> tuple[RunStep, ...]:
    return tuple(step for step in session.steps if step.part == "race")


def aimed(km: float, time_s: float) -> Race:
    return Race(principles=PRINCIPLES, km=km, rpe=(7, 9), time_s=time_s, target=Target(pace="race"))


@everybody
def test_everything_before_the_start_comes_in_order_and_fits(
    race: RaceName, level: Level, start: str, on: date
) -> None:
    session = race_of(runner(race, level, start, on))
    (clock,) = facts_of(session, "AI053")
    times = [minute(clock[key]) for key in FORWARD if key in clock]
    warm = sum(s.repeat * (s.minutes or 0) for s in session.steps if s.part != "race")

    assert clock["start_time"] == start
    assert times == sorted(times)
    assert len(set(times)) == len(times)
    assert minute(clock["warm_up_time"]) + warm <= minute(clock["line_time"])
    assert ("up_time" in clock) == (start < "12:00")
    assert session.slot == ("am" if start < "12:00" else "pm")


@everybody
def test_a_race_brings_its_plan_b_its_heat_rule_and_its_stop_rules(
    race: RaceName, level: Level, start: str, on: date
) -> None:
    session = race_of(runner(race, level, start, on))
    codes = [reason.code for reason in session.reasons]

    assert sum(code in ("AI057", "AI098", "AI071") for code in codes) == 1
    assert sum(code in ("AI099", "AI068") for code in codes) == 1
    assert codes.count("AI058") == codes.count("AI090") == 1
    assert sum(step.km or 0 for step in raced(session)) == pytest.approx(race_km(race), abs=1e-3)


@everybody
def test_the_splits_make_the_goal_and_who_runs_by_feel_has_none(
    race: RaceName, level: Level, start: str, on: date
) -> None:
    season = runner(race, level, start, on)
    session = race_of(season)
    marks = facts_of(session, "AI097")
    paced = [step for step in session.steps if step.target.s_per_km or step.target.pace]
    safely = season.plan.goal.outlook == "finish_safely"

    if season.profile.by_feel or safely or race == "ultra":
        assert marks == []
        assert paced == []
        assert facts_of(session, "AI057") == []
        return
    times = [mark["mark_time_s"] for mark in marks]
    assert times == sorted(times)
    assert marks[-1]["mark_km"] == pytest.approx(race_km(race), abs=1e-3)
    goal = season.plan.goal.time_s
    assert goal is not None
    assert times[-1] == pytest.approx(goal, abs=2)


@pytest.mark.parametrize(
    ("km", "time_s", "ends"),
    [
        (5.0, 1140, (1, 4, 5)),
        (10.0, 3120, (1, 7, 8, 10)),
        (21.0975, 6900, (3, 16, 21.0975)),
        (42.195, 10740, (5, 32, 42.195)),
    ],
)
def test_the_parts_run_at_their_paces_arrive_in_the_time(
    km: float, time_s: float, ends: tuple[float, ...]
) -> None:
    race = aimed(km, time_s)
    steps = race_steps(race)
    bands = [step.target.s_per_km for step in steps if step.target.s_per_km is not None]
    paces = [sum(band) / 2 for band in bands]
    last = steps[-1]
    told = sum(pace * (step.km or 0) for pace, step in zip(paces, steps, strict=False))

    assert race.parts_km == ends
    assert 0 < paces[0] - time_s / km <= 4
    assert len(bands) == len(steps) - 1
    assert last.target.rpe == (9.0, 9.0)
    assert told + paces[-1] * (last.km or 0) == pytest.approx(time_s, abs=2)


def test_a_marathon_below_three_hours_starts_with_five_kilometres_in_21_25() -> None:
    race = aimed(42.195, 2 * 3600 + 59 * 60)
    marks = {r.facts["mark_km"]: r.facts["mark_time_s"] for r in mark_reasons(race)}

    assert marks[5] == 21 * 60 + 25
    assert int(race.hold_s_per_km) == 4 * 60 + 14
    assert abs(2 * race.at_s(race.km / 2) - race.at_s(race.km)) < 0.01 * race.at_s(race.km)


def test_who_thinks_in_miles_gets_marks_parts_and_plan_b_in_miles() -> None:
    race = replace(aimed(21.0975, 6900), miles=True)
    b = plan_b(race).facts

    def miles(*km: object) -> list[float]:
        return [round(float(str(each)) / 1.609344, 1) for each in km]

    assert miles(*(r.facts["mark_km"] for r in mark_reasons(race))) == [3, 6, 9, 12, 13.1]
    assert miles(*race.parts_km) == [2, 10, 13.1]
    assert miles(b["first_km"], b["check_km"]) == [2, 6]


def test_plan_b_begins_two_per_cent_behind_and_is_slower_than_the_goal() -> None:
    race = aimed(10.0, 3000)
    b = plan_b(race).facts

    assert b["check_km"] == 5
    assert b["check_time_s"] == pytest.approx(race.at_s(5) * 1.02, abs=1)
    assert b["ease_s_per_km"] == pytest.approx(race.hold_s_per_km * 1.03, abs=1)
    assert 3000 < float(b["b_time_s"]) < 3000 * 1.04
    assert float(b["early_time_s"]) < 300


@pytest.mark.parametrize(
    ("marathon_s", "pct"), [(9600, 0.35), (9900, 0.6), (14300, 0.6), (14400, 0.8), (None, 0.8)]
)
def test_the_slower_the_runner_the_more_a_warm_day_costs(
    marathon_s: float | None, pct: float
) -> None:
    heat = heat_rule(aimed(42.195, 12000), marathon_s=marathon_s)

    assert heat.facts["heat_pct"] == pct
    assert heat.facts["later_s"] == pytest.approx(12000 * pct / 100 * 5, abs=3)


@pytest.mark.parametrize(
    ("km", "time_s", "beginner", "told"),
    [
        (10.0, 3000, False, (0, 12, 4)),
        (10.0, None, True, (5, 5, 2)),
        (21.1, 90 * 60, False, (0, 10, 2)),
        (21.1, 115 * 60, False, (5, 5, 0)),
        (42.2, 179 * 60, False, (0, 7, 2)),
        (42.2, 253 * 60, False, (5, 0, 0)),
    ],
)
def test_the_shorter_and_the_faster_the_race_the_more_warm_up(
    km: float, time_s: float | None, *, beginner: bool, told: tuple[int, int, int]
) -> None:
    warm = warm_up_for(PRINCIPLES, km, time_s, beginner=beginner)

    assert (warm.walk_min, warm.jog_min, warm.strides) == told


@pytest.mark.parametrize(
    ("start", "km", "dinner"),
    [
        ("09:00", 10.0, "19:30"),
        ("09:00", 42.2, "19:00"),
        ("07:30", 42.2, "17:30"),
        ("18:00", 10.0, "19:30"),
        ("05:00", 50.0, "17:30"),
    ],
)
def test_an_early_start_asks_for_an_early_dinner(start: str, km: float, dinner: str) -> None:
    warm = warm_up_for(PRINCIPLES, km, None, beginner=False)
    eve, _ = morning_reasons(PRINCIPLES, start, km, warm)

    assert eve.facts["dinner_time"] == dinner
    assert minute(eve.facts["kit_time"]) < minute(dinner)

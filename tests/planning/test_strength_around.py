"""Strength beside its sessions: gates, the way back after a race, hops, health, and switches."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.seasons import Season, example, lifts_of, season_of_athlete

from dovetail.domain.athlete import Athlete
from dovetail.domain.plan import Week
from dovetail.domain.prescription import Line
from dovetail.planning.strength_memory import amounts_waiting

TWISTS = {"cable-rotation", "band-rotation", "band-chop", "medicine-ball-slam"}


def planned(athlete: Athlete) -> Season:
    outcome = season_of_athlete(athlete, example("ana-half").today)
    assert isinstance(outcome, Season), outcome
    return outcome


def lines_of(week: Week, kind: str = "") -> list[Line]:
    return [
        line
        for session in lifts_of(week)
        for block in session.blocks
        if block.part in ("main", "core") and kind in ("", session.kind)
        for line in block.lines
    ]


def told(season: Season, week: Week) -> str:
    """Everything that the week's strength says of itself."""
    reasons = [why for session in lifts_of(week) for why in session.reasons]
    return " ".join(season.say.reason(why) for why in reasons)


# -- gates -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "number", "wanted"),
    [
        ("ana-half", 4, ("30 s on one leg", "45 s of front plank", "12 clean bodyweight squats")),
        ("ana-half", 8, ("20 calf raises", "30 s of side plank", "3 × 8 with three left")),
        ("marathon-masters", 16, ("8 each side", "5 quiet landings", "small hops stand in")),
    ],
)
def test_a_gate_names_its_tests_with_this_runners_numbers(
    name: str, number: int, wanted: tuple[str, ...]
) -> None:
    season = example(name)
    week = season.weeks[number - 1]

    assert week.gate is not None
    for part in wanted:
        assert part in told(season, week)


def test_the_numbers_of_a_gate_follow_age() -> None:
    ana = example("ana-half").athlete
    season = planned(replace(ana, born=ana.born.replace(year=1955)))
    first, second = (week for week in season.weeks if week.gate and week.phase != "peak")

    assert "10 s on one leg" in told(season, first)
    assert "30 s of front plank" in told(season, first)
    assert "13 calf raises" in told(season, second)


def test_technique_that_was_watched_is_no_test_any_more() -> None:
    ana = example("ana-half").athlete
    season = planned(replace(ana, strength=replace(ana.strength, technique_checked=True)))
    gate = season.weeks[7].gate

    assert gate is not None
    assert "technique_check" not in gate.needs
    assert "that test is passed" in told(season, season.weeks[7])


# -- after the race ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "phases"),
    [
        ("ana-half", ["stabilization", "maximal_strength"]),
        ("marathon-sub-3", [None, "stabilization", "strength_endurance", "maximal_strength"]),
        ("marathon-masters", [None, "stabilization", "stabilization", "strength_endurance"]),
        ("first-10k", ["strength_endurance"]),
    ],
)
def test_strength_comes_back_by_days_after_the_race(name: str, phases: list[str | None]) -> None:
    """2.F: control, then rounds, then load; later from fifty on, and never more than before."""
    season = example(name)

    weeks = [week for week in season.weeks if week.phase == "recovery"]

    assert [week.strength_phase for week in weeks] == phases
    assert not any(line.contacts for week in weeks for line in lines_of(week))


# -- hops, loads, lifts ------------------------------------------------------------------


def test_the_hop_ladder_is_climbed_in_the_heavy_phase() -> None:
    """D7: forward hops, then landings that stick, beside the pogo hops."""
    weeks = [one for one in example("marathon-sub-3").weeks if 6 <= one.number <= 13]

    jumps = [[line.exercise for line in lines_of(week) if line.contacts] for week in weeks]

    assert jumps[:2] == [["pogo-hop"], ["pogo-hop"]]
    assert ["pogo-hop", "forward-hop"] in jumps
    assert jumps[-1] == ["pogo-hop", "drop-and-stick"]


def test_a_lighter_week_of_power_has_no_jumps_and_says_so() -> None:
    """1.4, week 19: 2×4 without jumps."""
    season = example("marathon-masters")
    week = season.weeks[18]

    titles = [season.say.title(session) for session in lifts_of(week)]

    assert "Strength A: power, without jumps" in titles
    assert not any(line.contacts for line in lines_of(week))


def test_the_last_heavy_session_holds_lifts_of_the_last_weeks() -> None:
    season = example("ana-half")
    heavy = [line for line in lines_of(season.weeks[14], "lower") if line.rest_s >= 90]

    lately = {line.exercise for week in season.weeks[11:14] for line in lines_of(week)}

    assert heavy
    assert {line.exercise for line in heavy} <= lately


def test_each_lift_twice_adds_the_other_lift_a_little_lighter() -> None:
    """D15."""
    jonas = example("marathon-sub-3").athlete
    season = planned(replace(jonas, strength=replace(jonas.strength, each_lift_twice=True)))

    lines = lines_of(season.weeks[7])

    for key in ("deadlift", "front-squat"):
        assert sorted((line.sets, line.rir) for line in lines if line.exercise == key) == [
            (2, 3.0),
            (3, 2.0),
        ]


def test_osteoporosis_leaves_out_twists_under_load_and_jumps() -> None:
    ruth = example("marathon-masters").athlete
    screening = replace(ruth.health.screening, osteoporosis=True)
    season = planned(replace(ruth, health=replace(ruth.health, screening=screening)))

    lines = [line for session in season.sessions for line in session.lines()]

    assert not {line.exercise for line in lines} & TWISTS
    assert not any(line.exercise.startswith("foam-roll") for line in lines)
    assert not any(line.contacts for line in lines)


# -- phases ------------------------------------------------------------------------------


def weeks_of_jonas(count: int, *, weeks_trained: int) -> tuple[Week, ...]:
    """A season of so many weeks to his marathon, with another past in the gym."""
    season = example("marathon-sub-3")
    athlete = season.athlete
    goal = replace(athlete.goal, date=season.weeks[0].starts + timedelta(weeks=count, days=-1))
    told = replace(athlete.strength, weeks_trained=weeks_trained, heavy_weeks=0)
    return tuple(planned(replace(athlete, goal=goal, strength=told)).weeks)


def test_a_long_way_to_the_race_prepares_for_heavy_lifting_as_long_as_ever() -> None:
    """The first block of a long season is short; the season is not."""
    weeks = weeks_of_jonas(34, weeks_trained=6)

    heavy = next(week.number for week in weeks if week.strength_phase == "maximal_strength")
    assert any(week.phase == "recovery" for week in weeks[:12])
    assert heavy > 6


def test_heavy_work_that_begins_with_the_peak_holds_every_lift_in_session_a() -> None:
    """Session B is a short one from the start, and the legs keep nearly half of their sets."""
    weeks = weeks_of_jonas(15, weeks_trained=0)

    heavy = [week for week in weeks if week.strength_phase == "maximal_strength"]
    first = next(week for week in heavy if not week.lighter)
    trained = {line.pattern for line in lines_of(first, "lower")}
    assert not {week.phase for week in heavy} & {"base", "build"}
    assert {"squat", "hinge", "single_leg", "calf"} <= trained


# -- one session a week ------------------------------------------------------------------


@pytest.mark.parametrize("weeks", [18, 20, 22, 24])
def test_who_lifts_once_a_week_lifts_more_whenever_a_lift_comes_back(weeks: int) -> None:
    """A and B by turns: a lift does not wait for the week whose turn a step would be."""
    season = example("first-10k")
    athlete = season.athlete
    once = replace(athlete.preferences, strength_per_week=1)
    kit = replace(athlete.strength, equipment=("dumbbells", "bands", "step", "bench"))
    goal = replace(athlete.goal, date=season.weeks[0].starts + timedelta(weeks=weeks, days=-1))

    season = planned(replace(athlete, preferences=once, strength=kit, goal=goal))

    for number, week in enumerate(season.weeks):
        if week.phase not in ("base", "build") or week.lighter:
            continue
        waiting = amounts_waiting(season.weeks[:number])
        stands = [
            line.exercise
            for line in lines_of(week)
            if line.load_rule == "keep" and waiting.get(line.exercise) == (line.reps, line.rir)
        ]
        assert not stands or week.strength_phase != "strength_endurance", (week.number, stands)

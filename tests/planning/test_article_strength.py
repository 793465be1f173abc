"""Coach T's article, typed out, against the strength of two advanced runners with a gym.

Nora has slots of 90 minutes and has never lifted, so that every phase runs its full length;
Jonas is one of the six. The numbers stand in the article; a week that holds them is named by
the strength phase and its loading step.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest
from tests.seasons import TODAY_OF_EXAMPLES, Season, lifts_of, season_of_athlete
from tests.six_people import season_of

from dovetail.domain.athlete import (
    Athlete,
    Availability,
    Day,
    Goal,
    RaceResult,
    Running,
    StrengthHistory,
)
from dovetail.domain.plan import Week
from dovetail.domain.prescription import Line
from dovetail.domain.session import Session
from dovetail.domain.units import Duration

LONG_SLOT = Day(am=90)
NORA = Athlete(
    name="Nora",
    born=date(1995, 1, 9),
    sex="female",
    level="advanced",
    goal=Goal(race="marathon", date=date(2027, 5, 30)),
    running=Running(
        weekly_km=60,
        longest_km=22,
        years=8,
        as_of=TODAY_OF_EXAMPLES,
        races=(RaceResult(km=10.0, time=Duration(41 * 60), date=date(2026, 10, 4)),),
    ),
    strength=StrengthHistory(weeks_trained=0, equipment=("full_gym",)),
    availability=Availability(
        monday=LONG_SLOT,
        tuesday=LONG_SLOT,
        wednesday=LONG_SLOT,
        thursday=LONG_SLOT,
        friday=LONG_SLOT,
        sunday=Day(am=190),
    ),
)

# -- typed from the article; "a side" is its "each side", "each way", "each leg", "each arm" --

FOUNDATION_ROUTINE = {
    "single-leg-balance-reach": "3 × 10 a side",
    "plank-leg-lift": "3 × 30–45 s",
    "glute-bridge-march": "3 × 12",
    "lateral-band-walk": "3 × 15 steps a side",
    "squat-to-calf-raise": "3 × 12",
}
CIRCUIT = {
    "goblet-squat": "3 × 12–15",
    "step-up-to-balance": "3 × 10 a side",
    "romanian-deadlift": "3 × 12",
    "push-up": "3 × 12–15",
    "renegade-row": "3 × 10 a side",
}
CIRCUIT_AT_THE_TOP = {**CIRCUIT, "goblet-squat": "3 × 15", "push-up": "3 × 15"}
PAUSE_ON_TOP_S = 2
LEGS_OF_THE_ENGINE = {"deadlift", "front-squat", "weighted-step-up"}
PULLS_OF_THE_ENGINE = {"pull-up", "lat-pulldown"}
ENGINE_REPS = (4, 6)
ENGINE_REST_S = 90
TIMES_A_WEEK = 2
POWER_DRILLS = {
    "jump-squat": "3 × 8",
    "lunge-to-hop": "3 × 8 a side",
    "medicine-ball-slam": "3 × 10",
    "bounding": "3 × 20 m",
}
CORE_MOVES_THAT_MATTER = {"single-leg-rdl", "cable-rotation", "bosu-squat", "pallof-press"}
CORRECTION = {
    "foam-roll-calves": "1 × 60 s",
    "foam-roll-quads": "1 × 60 s",
    "foam-roll-hip-flexors": "1 × 60 s",
    "stretch-calves": "1 × 30 s a side",
    "stretch-quads": "1 × 30 s a side",
    "stretch-hip-flexors": "1 × 30 s a side",
}
ACTIVATION = ["glute-bridge", "bird-dog"]
RECOVERY_STRETCHES = {"stretch-hip-flexors", "stretch-hamstrings", "stretch-calves"}
BREATHING = "slow-breathing"
ROLL_S = 60

WHO = ("nora", "jonas")
TRAINED = ("stabilization", "strength_endurance", "maximal_strength", "power")


@cache
def nora() -> Season:
    outcome = season_of_athlete(NORA, TODAY_OF_EXAMPLES)
    assert isinstance(outcome, Season)
    return outcome


def season(name: str) -> Season:
    return nora() if name == "nora" else season_of(name)


def amount(line: Line) -> str:
    """A line as the article writes it."""
    side = " a side" if line.per_side else ""
    if line.metres is not None:
        return f"{line.sets} × {line.metres:g} m{side}"
    if line.steps is not None:
        return f"{line.sets} × {line.steps} steps{side}"
    low, high = line.reps or line.seconds or (0, 0)
    number = f"{low:g}" if low == high else f"{low:g}–{high:g}"
    return f"{line.sets} × {number}{' s' if line.seconds else ''}{side}"


def amounts(lines: Mapping[str, Line]) -> dict[str, str]:
    return {key: amount(line) for key, line in lines.items()}


def weeks_of(name: str, phase: str) -> dict[int, list[Week]]:
    """The loading weeks of a strength phase by loading step, before the race."""
    found: dict[int, list[Week]] = {}
    frames = {frame.number: frame for frame in season(name).frames}
    for week in season(name).weeks:
        frame = frames[week.number]
        if frame.loading and week.strength_phase == phase:
            found.setdefault(frame.loading_step, []).append(week)
    return found


def session_of(week: Week, letter: str) -> Session:
    return next(one for one in week.sessions if one.id.endswith(f"strength-{letter}"))


def work_of(session: Session) -> dict[str, Line]:
    """The lines of a session, without preparing and recovering."""
    blocks = [block for block in session.blocks if block.part in ("main", "core")]
    return {line.exercise: line for block in blocks for line in block.lines}


def leg_sessions(name: str, *phases: str) -> list[tuple[Week, Session]]:
    """Session A, and B where it is a whole one, of all loading weeks of some phases."""
    return [
        (week, session)
        for phase in phases
        for weeks in weeks_of(name, phase).values()
        for week in weeks
        for session in lifts_of(week)
        if session.kind in ("lower", "full")
    ]


# -- phase 1 -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", WHO)
def test_the_foundation_routine_comes_out_to_the_set_and_rep(name: str) -> None:
    (week,) = weeks_of(name, "stabilization")[2]

    assert amounts(work_of(session_of(week, "a"))) == FOUNDATION_ROUTINE


def test_the_foundation_routine_keeps_the_articles_order_and_has_no_tempo_yet() -> None:
    (week,) = weeks_of("nora", "stabilization")[2]

    lines = work_of(session_of(week, "a"))

    assert list(lines) == list(FOUNDATION_ROUTINE)
    assert {key: line.tempo for key, line in lines.items() if line.tempo} == {}


@pytest.mark.parametrize("name", WHO)
def test_balance_and_core_moves_stand_in_session_b(name: str) -> None:
    (week,) = weeks_of(name, "stabilization")[2]

    lines = work_of(session_of(week, "b"))

    assert CORE_MOVES_THAT_MATTER - set(lines) == set()
    assert lines["single-leg-rdl"].implements == 0
    assert lines["single-leg-rdl"].load_rule is None
    assert lines["cable-rotation"].equipment == ("cable",)
    assert lines["bosu-squat"].equipment == ("bosu",)


# -- phase 2 -----------------------------------------------------------------------------


def test_the_circuit_comes_out_to_the_set_and_rep() -> None:
    (week,) = weeks_of("nora", "strength_endurance")[2]

    lines = work_of(session_of(week, "a"))

    assert {key: amount(lines[key]) for key in CIRCUIT if key in lines} == CIRCUIT


def test_the_circuit_asks_for_the_top_repetitions_a_step_later() -> None:
    (week,) = weeks_of("nora", "strength_endurance")[3]

    lines = work_of(session_of(week, "a"))

    assert {key: amount(lines[key]) for key in CIRCUIT if key in lines} == CIRCUIT_AT_THE_TOP


@pytest.mark.parametrize("name", WHO)
def test_the_circuit_is_one_and_its_lines_stand_first_in_their_order(name: str) -> None:
    """Hops, where there are any, come before it while the legs are fresh."""
    for weeks in weeks_of(name, "strength_endurance").values():
        for week in weeks:
            (circuit,) = [block for block in session_of(week, "a").blocks if block.circuit]
            lines = [line.exercise for line in circuit.lines]

            assert lines[: len(CIRCUIT)] == list(CIRCUIT), week.number


@pytest.mark.parametrize("name", WHO)
def test_the_step_up_pauses_two_seconds_on_top(name: str) -> None:
    for weeks in weeks_of(name, "strength_endurance").values():
        for week in weeks:
            tempo = work_of(session_of(week, "a"))["step-up-to-balance"].tempo

            assert tempo is not None
            assert int(tempo.split("-")[3]) == PAUSE_ON_TOP_S


# -- phase 3 -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", WHO)
def test_all_key_lifts_stand_in_the_two_sessions_of_every_week_of_phase_three(name: str) -> None:
    missing = {}
    for weeks in weeks_of(name, "maximal_strength").values():
        for week in weeks:
            sessions = [one for one in lifts_of(week) if one.kind in ("lower", "full")]
            lines = {key for session in sessions for key in work_of(session)}
            gone = LEGS_OF_THE_ENGINE - lines
            gone |= set() if PULLS_OF_THE_ENGINE & lines else PULLS_OF_THE_ENGINE
            if gone or len(sessions) != TIMES_A_WEEK:
                missing[week.number] = (len(sessions), gone)

    assert missing == {}


@pytest.mark.parametrize("name", WHO)
def test_key_lifts_have_four_to_six_repetitions_and_rest_90_seconds(name: str) -> None:
    low, high = ENGINE_REPS
    told = []
    for week, session in leg_sessions(name, "maximal_strength"):
        for key, line in work_of(session).items():
            if key not in LEGS_OF_THE_ENGINE | PULLS_OF_THE_ENGINE:
                continue
            reps = line.reps or (0, 0)
            if not (low <= reps[0] <= reps[1] <= high) or line.rest_s != ENGINE_REST_S:
                told.append(f"week {week.number}: {key} {amount(line)}, rest {line.rest_s} s")

    assert told == []


def test_key_lifts_reach_three_sets_from_the_second_step_on() -> None:
    few = {
        (week.number, key): line.sets
        for step, weeks in weeks_of("nora", "maximal_strength").items()
        for week in weeks
        for session in lifts_of(week)
        for key, line in work_of(session).items()
        if key in LEGS_OF_THE_ENGINE | PULLS_OF_THE_ENGINE and step > 1 and line.sets < 3
    }

    assert few == {}


# -- phase 4 -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", WHO)
def test_the_power_drills_come_out_whole_at_the_third_step(name: str) -> None:
    weeks = weeks_of(name, "power")[3]

    for week in weeks:
        lines = work_of(session_of(week, "a"))

        assert {key: amount(lines[key]) for key in POWER_DRILLS if key in lines} == POWER_DRILLS
        assert list(lines)[: len(POWER_DRILLS)] == list(POWER_DRILLS)


# -- correction and recovery -------------------------------------------------------------


@pytest.mark.parametrize("name", WHO)
def test_the_correction_formula_opens_session_a_in_the_articles_order(name: str) -> None:
    """Where it hops, session A begins with movement, and rolls and stretches at the end."""
    sessions = [
        (week.number, session_of(week, "a"))
        for phase in ("stabilization", "strength_endurance")
        for weeks in weeks_of(name, phase).values()
        for week in weeks
    ]

    assert sessions
    for number, session in sessions:
        first = session.blocks[0]
        lines = {line.exercise: amount(line) for line in first.lines}
        if session.contacts:
            assert first.part == "warm_up", number
            continue
        assert first.part == "correct", number
        assert {key: lines.get(key) for key in CORRECTION} == CORRECTION, number
        assert list(lines) == [*CORRECTION, *ACTIVATION], number


def seconds_in_all(line: Line) -> float:
    """Both sides together; a sole is rolled for half a minute each."""
    _, most = line.seconds or (0, 0)
    return line.sets * most * (2 if line.per_side else 1)


@pytest.mark.parametrize("name", WHO)
@pytest.mark.parametrize("phase", TRAINED)
def test_every_leg_session_ends_by_rolling_stretching_and_breathing(name: str, phase: str) -> None:
    """What the correction formula has rolled and stretched need not be done a second time."""
    sessions = leg_sessions(name, phase)

    assert sessions
    for week, session in sessions:
        last = session.blocks[-1]
        every = {line.exercise: line for line in session.lines()}
        rolls = [line for line in last.lines if "roll" in line.exercise]
        assert last.part == "finish", week.number
        assert rolls, week.number
        assert {seconds_in_all(line) for line in rolls} == {ROLL_S}, week.number
        assert RECOVERY_STRETCHES - set(every) == set(), week.number
        assert {every[key].seconds for key in RECOVERY_STRETCHES} == {(30, 30)}, week.number
        assert last.lines[-1].exercise == BREATHING, week.number


@pytest.mark.parametrize("name", WHO)
def test_after_heavy_work_the_three_stretches_come_last(name: str) -> None:
    for week, session in leg_sessions(name, "maximal_strength", "power"):
        lines = {line.exercise for line in session.blocks[-1].lines}

        assert RECOVERY_STRETCHES - lines == set(), week.number


@pytest.mark.parametrize("name", WHO)
def test_no_site_is_rolled_or_stretched_twice_in_one_session(name: str) -> None:
    for week, session in leg_sessions(name, *TRAINED):
        sites = [
            line.exercise
            for line in session.lines()
            if line.exercise.startswith(("foam-roll", "stretch"))
        ]

        twice = {site for site in sites if sites.count(site) > 1}
        assert twice == set(), (week.number, session.kind)

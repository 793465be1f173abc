"""What a strength session takes, what gives way in a short slot, and what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.seasons import example

from dovetail.content.library import read_library, with_principles
from dovetail.domain.prescription import Block, Line
from dovetail.domain.template import Role
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.strength import Gym
from dovetail.planning.strength_cutting import cut_to
from dovetail.planning.strength_minutes import Draft, Parts, line_seconds
from dovetail.planning.strength_session import StrengthSession

BANDS = frozenset({"bands", "step", "backpack"})
DUMBBELLS = BANDS | {"dumbbells", "box", "bench"}
MONDAY = date(2026, 11, 30)
SHORT_SLOTS = (45, 38, 32, 26, 20)


def week(phase: str, step: int = 2) -> WeekFrame:
    """A loading week of a strength phase in the base."""
    return WeekFrame(
        number=step,
        starts=MONDAY,
        phase="base",
        strength_phase=phase,  # type: ignore[arg-type]
        loading_step=step,
        weeks_in_phase=step,
    )


def gym(profile: Profile | None = None, owned: frozenset[str] = DUMBBELLS) -> Gym:
    """Ana's strength sessions, with other kit or another person where the test says so."""
    library = read_library()
    return Gym(
        profile=profile or example("ana-half").profile,
        exercises=library.exercises,
        templates=library.templates,
        owned=owned,
    )


def ruth() -> Profile:
    return example("marathon-masters").profile


def long_rester() -> Profile:
    """Ana, had she chosen to rest three minutes."""
    ana = example("ana-half").profile
    strength = replace(ana.athlete.strength, long_rest=True)
    return replace(ana, athlete=replace(ana.athlete, strength=strength))


def blocks_of(session: StrengthSession, *parts: str) -> list[Block]:
    return [block for block in session.blocks if block.part in parts]


def lines_of(session: StrengthSession, *parts: str) -> list[Line]:
    return [line for block in blocks_of(session, *parts) for line in block.lines]


def names(lines: Sequence[Line]) -> list[str]:
    return [line.exercise for line in lines]


def draft(name: str, role: Role, *trains: str, sets: int = 3, rest_s: int = 30) -> Draft:
    """A line of ten repetitions."""
    line = Line(
        exercise=name, name=name, trains=trains, sets=sets, reps=(10.0, 10.0), rest_s=rest_s
    )
    return Draft(role, line)


def parts_of(*drafts: Draft, circuit: bool = False) -> Parts:
    return Parts(
        drafts=drafts,
        prepare_min=4,
        recover_min=5,
        change_min=3,
        rolls_first=False,
        heavy=False,
        circuit=circuit,
    )


# -- the minutes -------------------------------------------------------------------------


def test_a_walk_of_fifteen_steps_each_way_takes_four_and_a_half_minutes() -> None:
    """2.D: 3 × 15 steps × 2 s × 2 ways, two rests of 30 s, 30 s to set up."""
    session = gym().session(week("stabilization"), "stabilization", "a", at_most_min=60)

    (walk,) = [one for one in lines_of(session, "main") if one.exercise == "lateral-band-walk"]

    assert (walk.sets, walk.steps, walk.per_side, walk.rest_s) == (3, 15, True, 30)
    assert line_seconds(Draft("article", walk), heavy=False) == 180 + 60 + 30


@pytest.mark.parametrize("phase", ["stabilization", "strength_endurance", "maximal_strength"])
@pytest.mark.parametrize("step", [1, 2, 3])
@pytest.mark.parametrize("owned", [BANDS, DUMBBELLS], ids=["bands", "dumbbells"])
def test_the_micro_session_is_whole_in_seventeen_minutes(
    phase: str, step: int, owned: frozenset[str]
) -> None:
    session = gym(owned=owned).session(week(phase, step), "special", "micro", at_most_min=17)

    lines = lines_of(session, "main", "core")
    assert [line.sets for line in lines] == [2, 2, 2, 2, 2]
    assert session.minutes <= 17
    assert not session.cut
    assert all(name.startswith("stretch") for name in names(lines_of(session, "finish")))
    assert blocks_of(session, "correct", "warm_up") == []


def test_core_after_a_run_is_two_rounds_in_fifteen_minutes_and_nothing_is_cut() -> None:
    for owned in (BANDS, DUMBBELLS, frozenset({"step"})):
        session = gym(owned=owned).session(week("activation"), "special", "core", at_most_min=15)

        (circuit,) = blocks_of(session, "main", "core")
        assert (circuit.rounds, 2 <= len(circuit.lines) <= 3) == (2, True)
        assert session.minutes <= 15
        assert not session.cut


# -- what gives way ----------------------------------------------------------------------


@pytest.mark.parametrize("minutes", SHORT_SLOTS)
@pytest.mark.parametrize("name", ["a", "b"])
@pytest.mark.parametrize("phase", ["stabilization", "strength_endurance"])
def test_a_short_slot_takes_rounds_from_the_whole_circuit(
    phase: str, name: str, minutes: int
) -> None:
    session = gym().session(week(phase, 3), phase, name, at_most_min=minutes)

    (circuit,) = [one for one in session.blocks if one.circuit]
    after = [line for block in blocks_of(session, "core") for line in block.lines]
    assert session.minutes <= minutes
    assert len(circuit.lines) > len(after)
    assert {line.sets for line in circuit.lines} == {circuit.rounds}


def test_an_upper_line_loses_sets_before_a_main_lift_does() -> None:
    whole = parts_of(
        draft("squat", "main", "squat"),
        draft("row", "upper", "pull"),
        draft("calf", "accessory", "calf", "single_leg"),
    )

    cut = cut_to(whole, 21)

    assert {one.line.exercise: one.line.sets for one in cut.drafts} == {
        "squat": 3,
        "row": 2,
        "calf": 2,
    }


@pytest.mark.parametrize("minutes", [45, 38, 32, 26])
def test_completion_goes_before_hops_and_hops_before_the_last_calf(minutes: int) -> None:
    session = gym().session(
        week("maximal_strength", 3), "maximal_strength", "a", at_most_min=minutes
    )

    lines = lines_of(session, "main")
    ground = [line for line in lines if not line.contacts]
    patterns = {pattern for line in ground for pattern in line.trains}
    assert session.minutes <= minutes
    assert patterns & {"squat", "hinge", "lunge"}
    assert {"single_leg", "calf"} <= patterns


def test_a_jump_is_no_calf_line() -> None:
    whole = parts_of(
        draft("pogo", "jump", "calf", "single_leg"),
        draft("squat", "main", "squat"),
        draft("step-up", "main", "single_leg"),
        draft("calf-raise", "completion", "calf"),
    )

    cut = cut_to(whole, 13)

    assert [one.line.exercise for one in cut.drafts] == ["squat", "step-up", "calf-raise"]


def test_what_was_dropped_comes_back_with_fewer_sets_while_there_is_room() -> None:
    """Core goes first; once the row is down to two sets there is room for a little of it."""
    whole = parts_of(
        draft("squat", "main", "squat", "single_leg", sets=4),
        draft("rotation", "completion", "core", sets=3, rest_s=60),
        draft("row", "upper", "pull", sets=4),
        draft("calf", "accessory", "calf", sets=4),
    )

    cut = cut_to(whole, 23)

    assert [(one.line.exercise, one.line.sets) for one in cut.drafts] == [
        ("squat", 4),
        ("rotation", 1),
        ("row", 2),
        ("calf", 2),
    ]


def test_a_pull_comes_back_before_what_was_dropped_after_it() -> None:
    """The hops went last, but a runner who pulls nothing wants the row back more."""
    whole = parts_of(
        draft("hops", "jump", "calf", sets=2),
        draft("squat", "main", "squat", "single_leg"),
        draft("row", "upper", "pull", sets=2),
        draft("calf", "accessory", "calf", sets=2),
    )

    cut = cut_to(whole, 19)

    assert [one.line.exercise for one in cut.drafts] == ["squat", "row", "calf"]


def test_nobody_jumps_cold() -> None:
    """Twenty minutes of heavy work have no room to prepare: no hops in them."""
    session = gym().session(week("maximal_strength", 3), "maximal_strength", "a", at_most_min=20)

    assert blocks_of(session, "correct", "warm_up") == []
    assert session.contacts == 0


# -- the blocks --------------------------------------------------------------------------


def test_hops_come_before_the_circuit_on_fresh_legs() -> None:
    """D16; a block of their own, for they do not go round."""
    frame = replace(week("strength_endurance", 4), phase="peak")

    session = gym().session(frame, "strength_endurance", "a", at_most_min=60)

    hops, circuit = blocks_of(session, "main")
    assert (hops.circuit, names(hops.lines)) == (False, ["pogo-hop"])
    assert circuit.circuit
    assert not any(line.contacts for line in circuit.lines)


@pytest.mark.parametrize("profile", [example("ana-half").profile, ruth()], ids=["ana", "ruth"])
@pytest.mark.parametrize("owned", [BANDS, DUMBBELLS | {"foam_roller"}], ids=["ball", "roller"])
@pytest.mark.parametrize("minutes", [60, 50, 38, 26, 20])
@pytest.mark.parametrize("phase", ["stabilization", "strength_endurance", "maximal_strength"])
def test_nothing_is_rolled_stretched_or_prepared_twice(
    phase: str, minutes: int, owned: frozenset[str], profile: Profile
) -> None:
    """D13."""
    for name in "ab":
        session = gym(profile, owned).session(week(phase, 3), phase, name, at_most_min=minutes)

        done = [line.exercise for block in session.blocks for line in block.lines]
        assert sorted(done) == sorted(set(done))


@pytest.mark.parametrize(
    ("minutes", "recovery"),
    [
        (60, ["foot-roll", "stretch-hamstrings", "slow-breathing"]),
        (20, ["foam-roll-calves", "stretch-hamstrings", "slow-breathing"]),
    ],
)
def test_three_minutes_of_recovery_hold_what_is_not_done_yet(
    minutes: int, recovery: list[str]
) -> None:
    one = gym(owned=DUMBBELLS | {"foam_roller"})

    session = one.session(
        week("strength_endurance", 2), "strength_endurance", "a", at_most_min=minutes
    )

    assert names(lines_of(session, "finish")) == recovery


@pytest.mark.parametrize("minutes", [60, 45, 35])
def test_who_hops_warms_up_moving_and_stretches_at_the_end(minutes: int) -> None:
    """4.2, D13: no jump straight after a static stretch."""
    one = gym(owned=DUMBBELLS | {"foam_roller"})

    session = one.session(
        week("strength_endurance", 3), "strength_endurance", "a", at_most_min=minutes
    )

    assert session.contacts
    assert session.blocks[0].part == "warm_up"
    assert not [key for key in names(lines_of(session, "warm_up")) if key.startswith("stretch")]
    assert any(key.startswith("stretch") for key in names(lines_of(session, "finish")))


def test_five_minutes_of_recovery_roll_one_site() -> None:
    one = gym(owned=DUMBBELLS | {"foam_roller"})

    short = one.session(week("maximal_strength", 3), "maximal_strength", "b", at_most_min=38)
    whole = one.session(week("maximal_strength", 3), "maximal_strength", "b", at_most_min=60)

    rolled = [
        [name for name in names(lines_of(session, "finish")) if "roll" in name]
        for session in (short, whole)
    ]
    assert rolled == [["foam-roll-calves"], ["foam-roll-calves", "foam-roll-quads"]]


def test_bird_dogs_of_the_session_are_not_prepared_too() -> None:
    session = gym(owned=frozenset({"step"})).session(
        week("stabilization", 1), "stabilization", "b", at_most_min=38
    )

    assert "bird-dog" in names(lines_of(session, "main", "core"))
    assert names(lines_of(session, "correct")) == ["glute-bridge"]


def test_masters_are_told_the_five_minutes_that_they_are_charged() -> None:
    quiet, heavy = (
        gym(ruth()).session(week(phase, 1), phase, "a", at_most_min=60)
        for phase in ("stabilization", "maximal_strength")
    )
    others = gym().session(week("stabilization", 1), "stabilization", "a", at_most_min=60)

    first = lines_of(quiet, "correct")[0]
    assert (first.exercise, first.seconds) == ("easy-movement", (300.0, 300.0))
    first = lines_of(heavy, "warm_up")[0]
    assert (first.exercise, first.seconds) == ("easy-movement", (480.0, 480.0))
    assert quiet.minutes == others.minutes + 5
    assert "easy-movement" not in names(lines_of(others, "correct"))


def test_heavy_sessions_wake_the_calf_too() -> None:
    session = gym().session(week("maximal_strength"), "maximal_strength", "a", at_most_min=60)

    (calf,) = [one for one in lines_of(session, "warm_up") if one.exercise == "calf-raise"]
    assert calf.reps == (10.0, 10.0)


# -- rests -------------------------------------------------------------------------------


def rests(one: Gym, phase: str) -> set[int]:
    """The rests of the main lifts."""
    session = one.session(week(phase), phase, "b", at_most_min=90)
    lifts = {"double-dumbbell-front-squat", "one-arm-row"}
    return {line.rest_s for line in lines_of(session, "main") if line.exercise in lifts}


@pytest.mark.parametrize("phase", ["maximal_strength", "power"])
def test_main_lifts_rest_as_the_coach_says_and_three_minutes_where_one_chooses(phase: str) -> None:
    longer = with_principles(
        read_library(),
        {"rest_between_sets": {"value": {"maximal_strength": 120, "power": 120, "long_rest": 180}}},
    )
    coached = replace(example("ana-half").profile, principles=longer.principles)

    assert rests(gym(), phase) == {90}
    assert rests(gym(coached), phase) == {120}
    assert rests(gym(long_rester()), phase) == {180}


def test_long_rests_take_their_time() -> None:
    usual, longer = (
        one.session(week("maximal_strength"), "maximal_strength", "b", at_most_min=90).minutes
        for one in (gym(), gym(long_rester()))
    )

    assert 5 <= longer - usual <= 7

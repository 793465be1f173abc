"""dovetail sheet: one session, and everything one needs to do it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests import plan_parts, plans
from tests.seasons import example

from dovetail.application.sheet import Sheet, sheet
from dovetail.cli import sheet as command
from dovetail.cli.plan import example_names, speaker_of
from dovetail.content.library import read_library
from dovetail.domain.errors import BadInput
from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.formats import plan_json
from dovetail.formats.sheet_text import CUES_SAID, NARROWEST, sheet_text
from dovetail.site.entry import main

JARGON = re.compile(r"\bRIR\b|\bRPE\b|\btempo\b|\d-\d-\d-\d", re.I)
EXPLAINED = ("main", "core")


def season(name: str) -> Plan:
    return example(name).plan


def sessions(plan: Plan, discipline: str) -> Iterator[Session]:
    return (
        session
        for week in plan.weeks
        for session in week.sessions
        if session.discipline == discipline
    )


def sheet_of(plan: Plan, session: Session) -> Sheet:
    return sheet(plan, session.id, library=read_library())


def read_aloud(plan: Plan, session: Session, width: int = NARROWEST) -> str:
    return sheet_text(sheet_of(plan, session), say=speaker_of(plan), width=width)


def in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def first_lift(plan: Plan, suits: Callable[[Session], bool]) -> Session:
    return next(one for one in sessions(plan, "strength") if suits(one))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The plan of a beginner without equipment, kept in a file."""
    plan = season("first-10k")
    path = tmp_path / "mira.json"
    path.write_text(plan_json.write(plan, say=speaker_of(plan)), "utf-8")
    return path


# -- every session of the examples ----------------------------------------------------------


@pytest.mark.parametrize("name", example_names())
def test_no_sheet_is_wider_than_a_telephone(name: str) -> None:
    plan = season(name)
    every = (session for week in plan.weeks for session in week.sessions)

    wide = {
        (session.id, line)
        for session in every
        for line in read_aloud(plan, session).splitlines()
        if len(line) > NARROWEST
    }

    assert wide == set()


@pytest.mark.parametrize("name", example_names())
def test_every_exercise_is_named_with_its_cues_and_what_to_do_instead(name: str) -> None:
    plan, exercises = season(name), read_library().exercises
    lost: list[tuple[str, str]] = []
    for session in sessions(plan, "strength"):
        said = in_one_line(read_aloud(plan, session)).lower()
        assert session.blocks, session.id
        for block in session.blocks:
            for line in block.lines:
                known = exercises[line.exercise]
                wanted = [line.name]
                if block.part in EXPLAINED:
                    wanted += [*known.cues[:CUES_SAID], *known.faults[0]]
                lost += [(session.id, one) for one in wanted if one.lower() not in said]

    assert lost == []


@pytest.mark.parametrize("name", example_names())
def test_blocks_stand_in_order_and_a_circuit_says_its_rounds_and_rest(name: str) -> None:
    plan, say = season(name), speaker_of(season(name))
    for session in sessions(plan, "strength"):
        said = in_one_line(read_aloud(plan, session))
        at = [said.index(block.lines[0].name) for block in session.blocks]
        assert at == sorted(at), session.id
        for block in (one for one in session.blocks if one.circuit):
            rounds = say.measures.count(block.rounds)
            assert f"Circuit, {rounds} round" in said, session.id
            assert f"{block.lines[0].rest_s} s after each set" in said, session.id


@pytest.mark.parametrize("name", example_names())
def test_what_is_left_in_reserve_how_heavy_and_with_what_is_said(name: str) -> None:
    plan = season(name)
    say = speaker_of(plan)
    for session in sessions(plan, "strength"):
        said = in_one_line(read_aloud(plan, session))
        lines = [line for line in session.lines() if line.load_rule is not None]
        assert said.count("Load: ") >= len(lines), session.id
        kit = {say.word(one) for line in session.lines() for one in line.equipment}
        assert all(one in said for one in kit), session.id
        for line in session.lines():
            if line.rir is not None and not say.beginner:
                assert say.measures.reserve(line.rir) in said, (session.id, line.name)


@pytest.mark.parametrize("name", example_names())
def test_warnings_are_there_before_one_begins(name: str) -> None:
    plan, exercises = season(name), read_library().exercises
    for session in sessions(plan, "strength"):
        said = in_one_line(read_aloud(plan, session))
        explained = (line for b in session.blocks if b.part in EXPLAINED for line in b.lines)
        for line in explained:
            for warning in exercises[line.exercise].warnings:
                assert f"! {warning}" in said, (session.id, line.name)


def test_nobody_is_sent_to_equipment_that_they_do_not_have() -> None:
    plan = season("first-10k")
    owned = plan.athlete.equipment_at(None)
    swaps = [
        swap
        for session in sessions(plan, "strength")
        for block in sheet_of(plan, session).blocks
        for line in block.lines
        for swap in (line.too_hard, line.too_easy, line.without_kit)
        if swap is not None
    ]

    assert len(swaps) > 50
    assert [swap.exercise.key for swap in swaps if not owned.issuperset(swap.kit)] == []


@pytest.mark.parametrize("name", example_names())
def test_too_easy_never_means_to_jump(name: str) -> None:
    plan = season(name)

    assert [
        (session.id, line.line.exercise)
        for session in sessions(plan, "strength")
        for block in sheet_of(plan, session).blocks
        for line in block.lines
        if line.too_easy is not None and line.too_easy.exercise.contacts_per_unit
    ] == []


# -- beginners ------------------------------------------------------------------------------


def test_a_beginner_reads_no_jargon() -> None:
    plan = season("first-10k")
    said = {one.id: read_aloud(plan, one) for one in sessions(plan, "strength")}

    assert {name: found[0] for name, text in said.items() if (found := JARGON.search(text))} == {}


def test_a_beginner_is_told_in_words_when_to_stop_and_how_to_prepare() -> None:
    by_hand = plans.plan(2)
    plan = replace(by_hand, athlete=replace(by_hand.athlete, level="beginner"))
    session = first_lift(plan, lambda one: any(block.circuit for block in one.blocks))
    say = plans.speaker(level="beginner")

    said = in_one_line(sheet_text(sheet_of(plan, session), say=say, width=NARROWEST))

    assert "Stop with four good reps left" in said
    assert "4 s down, 2 s still, 1 s up" in said
    assert "Load: find it." in said
    assert read_library().exercises["bird-dog"].cues[0] in said
    assert not JARGON.search(said)


def test_the_tempo_is_in_words_for_everybody() -> None:
    block = plan_parts.circuit()
    plan = plans.plan(2)
    session = first_lift(plan, lambda one: block.lines[0] in tuple(one.lines()))

    said = in_one_line(sheet_text(sheet_of(plan, session), say=plans.speaker(), width=60))

    assert said.count("4 s down, 2 s still, 1 s up") == 1
    assert "4-2-1-0" not in said


# -- heavy work -----------------------------------------------------------------------------


def test_a_heavy_barbell_lift_is_warmed_up_to_and_its_weight_changes_first() -> None:
    plan = season("marathon-masters")
    session = first_lift(plan, lambda one: any(line.exercise == "deadlift" for line in one.lines()))

    said = in_one_line(read_aloud(plan, session))

    assert "First five reps with half the load, then three with three quarters." in said
    assert "Too easy: more weight first; in time Deadlift from a low platform." in said
    assert "Without the kit: Dumbbell deadlift." in said


def test_a_session_with_gate_tests_says_which() -> None:
    plan = season("first-10k")
    session = first_lift(plan, lambda one: any(why.code == "AI070" for why in one.reasons))

    said = in_one_line(read_aloud(plan, session))

    assert "The tests, at the end." in said
    assert "Front plank: 45 s" in said


def test_every_gate_test_has_its_words() -> None:
    plan_of = {name: season(name) for name in example_names()}

    tests = {
        test
        for plan in plan_of.values()
        for session in sessions(plan, "strength")
        for test in sheet_of(plan, session).tests
    }

    assert tests
    assert all(speaker_of(season("first-10k")).word(f"sheet.test_{one}") for one in tests)


def test_an_exercise_that_the_library_does_not_hold_is_shown_as_asked() -> None:
    plan = plans.plan(2)
    session = first_lift(plan, lambda one: bool(one.blocks))
    line = replace(next(session.lines()), exercise="mine", name="My own lift", equipment=("box",))
    block = replace(session.blocks[0], part="main", lines=(line,))
    week = replace(plan.weeks[0], sessions=(replace(session, blocks=(block,)),))

    said = sheet_text(
        sheet_of(replace(plan, weeks=(week,)), session), say=plans.speaker(), width=NARROWEST
    )

    assert "1. My own lift: 10" in said
    assert "Do:" not in said


# -- other days -----------------------------------------------------------------------------


def test_a_run_is_its_steps_and_a_race_its_plan() -> None:
    plan = season("ana-half")
    quality = next(one for one in sessions(plan, "run") if one.kind == "threshold")

    run = in_one_line(read_aloud(plan, quality))
    race = in_one_line(read_aloud(plan, next(sessions(plan, "race"))))

    assert "easy to warm up" in run
    assert "Even and controlled" in run
    assert "with what is left" in race


def test_a_rest_day_says_so() -> None:
    plan = season("ana-half")

    assert "A rest day: no training." in read_aloud(plan, next(sessions(plan, "rest")))


def test_a_session_in_the_same_visit_as_a_run_says_what_comes_before() -> None:
    plan = season("first-10k")
    session = first_lift(plan, lambda one: one.order == 2)

    assert "straight after: Easy" in in_one_line(read_aloud(plan, session))


# -- the command ----------------------------------------------------------------------------


def test_the_sheet_is_printed_at_most_sixty_wide(
    kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")

    assert command.run([str(kept), "2026-W49-strength-a"]) == 0

    widest = max(map(len, capsys.readouterr().out.splitlines()))
    assert 50 < widest <= 60


def test_json_holds_the_same_and_every_cue(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run([str(kept), "2026-W49-strength-a", "--format", "json"]) == 0

    page = json.loads(capsys.readouterr().out)
    main_part = next(part for part in page["parts"] if part["part"] == "main")
    card = main_part["cards"][0]
    known = read_library().exercises[card["exercise"]]
    assert page["schema"] == "dovetail.sheet/1"
    assert (page["id"], page["date"]) == ("2026-W49-strength-a", "2026-12-01")
    assert main_part["circuit"] is True
    assert card["amount"].endswith("each side") == known.per_side
    assert card["cues"] == list(known.cues)
    assert card["fault"] == {"fault": known.faults[0][0], "fix": known.faults[0][1]}
    assert card["too_hard"] == "Single-leg stance, fingertip on the wall"


def test_a_session_that_is_not_there_is_bad_input_with_the_nearest(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["sheet", str(kept), "2026-W49-strenght-a"])

    said = capsys.readouterr().err
    assert status == 2
    assert "no-such-place" in said
    assert "Did you mean 2026-W49-strength-a" in said


def test_a_week_is_no_session(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", str(kept), "season"]) == 2

    hint = capsys.readouterr().err.splitlines()[1]
    assert re.search(r"as in \d{4}-W\d\d-\S+\.$", hint)


def test_a_screen_too_narrow_for_a_sheet_is_refused(kept: Path) -> None:
    with pytest.raises(BadInput, match="30 columns"):
        command.run([str(kept), "2026-W49-strength-a", "--width", "30"])

"""dovetail check and dovetail why: a plan asked, and a plan changed by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dovetail.cli import check, plan, why
from dovetail.site.entry import main

HEAVY_DAY = "2027-02-02"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ana's plan, kept in a file."""
    path = tmp_path_factory.mktemp("kept") / "ana.json"
    plan.run(["--example", "ana-half", "-o", str(path)])
    return path


def changed(kept: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Write the plan again with every session changed by hand as told."""
    document = json.loads(kept.read_text("utf-8"))
    for week in document["weeks"]:
        for session in week["sessions"]:
            change(session)
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_our_own_plan_is_content(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = check.run([str(kept)])

    assert status == 0
    assert "Nothing to find" in capsys.readouterr().out


def test_heavy_legs_moved_beside_intervals_are_an_error(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def later(session: dict[str, Any]) -> None:
        if session["id"] == "2027-W05-strength-a":
            session["date"], session["slot"] = HEAVY_DAY, "pm"

    status = check.run([str(changed(kept, tmp_path, later)), "--format", "json"])

    said = json.loads(capsys.readouterr().out)
    errors = {one["code"] for one in said["findings"] if one["severity"] == "error"}
    assert status == 1
    assert "PL203" in errors


def test_a_long_run_made_far_too_long_is_an_error(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def longer(session: dict[str, Any]) -> None:
        if session["id"] == "2027-W05-long":
            session["km"] = 30

    status = check.run([str(changed(kept, tmp_path, longer))])

    assert status == 1
    assert "LM101" in capsys.readouterr().out


def test_what_a_coach_locked_is_told_and_harms_nobody(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def locked(session: dict[str, Any]) -> None:
        if session["id"] == "2027-W05-long":
            session["steps"] = []
            session["reasons"] = []
            session["locked"] = "the coach"

    status = check.run([str(changed(kept, tmp_path, locked))])

    assert status == 0
    assert "2027-W05-long (locked)" in capsys.readouterr().out


def test_a_race_without_its_stop_rules_is_a_mistake(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def untold(session: dict[str, Any]) -> None:
        if session["discipline"] == "race":
            session["reasons"] = [one for one in session["reasons"] if one["code"] != "AI058"]

    status = check.run([str(changed(kept, tmp_path, untold))])

    assert status == 1
    assert "when to stop is missing" in " ".join(capsys.readouterr().out.split())


def test_a_session_says_why_and_which_rules_kept_silent(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert why.run([str(kept), "2027-W02-quality-1"]) == 0

    said = capsys.readouterr().out
    assert "AI045" in said
    assert "silent" in said


def test_a_move_that_breaks_a_wall_is_told_with_its_rule(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    why.run([str(kept), "2027-W05-strength-a", "--move-to", HEAVY_DAY])

    said = capsys.readouterr().out
    assert "PL203" in said
    assert "may not move there" in said


def test_a_move_names_the_worst_of_a_rule_and_no_sum_over_days(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each of the next seven days sees the moved run: one hard unit too many, not seven."""
    why.run([str(kept), "2027-W05-quality-1", "--move-to", "2027-02-06"])

    said = " ".join(capsys.readouterr().out.split())
    assert "The last seven days hold 1 hard unit more than you can absorb (PL216)" in said


def test_a_place_that_is_not_there_is_bad_input_with_a_near_miss(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["why", str(kept), "2027-W02-quality-9"])

    said = capsys.readouterr().err
    assert status == 2
    assert "no-such-place" in said
    assert "2027-W02-quality-1" in said


def test_a_plan_is_judged_by_the_numbers_it_was_made_with_or_by_other_ones(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers, own = tmp_path / "mine.toml", tmp_path / "own.json"
    numbers.write_text("[fresh_legs]\nvalue = 48\n", "utf-8")
    plan.run(["--example", "ana-half", "--principles", str(numbers), "-o", str(own)])

    by_its_own = check.run([str(own)])
    by_ours_and_theirs = (
        check.run([str(kept)]),
        check.run([str(kept), "--principles", str(numbers)]),
    )
    said = capsys.readouterr().out

    assert by_its_own == 0
    assert by_ours_and_theirs == (0, 1)
    assert "PL203" in said
    assert why.run([str(kept), "2027-W02-quality-1", "--principles", str(numbers)]) == 0


def test_a_log_beside_the_plan_is_judged_up_to_the_day(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log.jsonl"
    days = ["2026-11-30", *(f"2026-12-{day:02}" for day in (1, 3, 5, 8, 10))]
    runs = [*((day, 6, 40) for day in days), ("2026-12-12", 30, 200)]
    log.write_text(
        "".join(
            json.dumps({"id": f"r{on}", "kind": "run", "on": on, "km": km, "minutes": minutes})
            + "\n"
            for on, km, minutes in runs
        ),
        "utf-8",
    )
    words = [str(kept), "--log", str(log), "--format", "json", "--today"]

    before = check.run([*words, "2026-12-11"])
    quiet = json.loads(capsys.readouterr().out)["findings"]
    after = check.run([*words, "2026-12-13"])
    said = json.loads(capsys.readouterr().out)["findings"]

    assert (before, after) == (0, 1)
    assert "MS457" not in {one["code"] for one in quiet}
    assert {one["place"]["week"] for one in said if one["code"] == "MS457"} == {"2026-W50"}

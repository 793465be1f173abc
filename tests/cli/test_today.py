"""dovetail today: go, easier, rest or stop, and the session as it stands now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.seasons import EXAMPLES

from dovetail.site.entry import main

PLANNED = "2026-11-30"
HILLS = "2027-01-13"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an athlete, a plan and a log of two mornings."""
    home = tmp_path_factory.mktemp("home")
    text = (EXAMPLES / "ana-half.toml").read_text("utf-8")
    (home / "me.toml").write_text(text, "utf-8")
    plan = ["plan", str(home / "me.toml"), "--today", PLANNED, "-o", str(home / "plan.json")]
    assert main(plan) == 0
    tired = '{"id": "m", "on": "2027-01-13", "kind": "checkin", "sleep_h": 4.5, "soreness": 2}'
    pain = '{"id": "p", "on": "2027-01-12", "kind": "pain", "site": "shin"'
    bone = f'{pain}, "during": 3, "bone_signs": true}}'
    (home / "tired.jsonl").write_text(f"{tired}\n", "utf-8")
    (home / "bone.jsonl").write_text(f"{bone}\n{tired}\n", "utf-8")
    (home / "torn.jsonl").write_text(f'{tired}\n{{"id": "x", "on"', "utf-8")
    return home


def today(home: Path, *more: str, on: str = HILLS) -> int:
    words = ["today", str(home / "me.toml"), "--plan", str(home / "plan.json"), "--today", on]
    return main([*words, *more])


def test_without_a_log_the_day_is_as_planned(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home) == 0
    said = capsys.readouterr().out

    assert said.startswith("Wednesday 13 January · Go\n")
    assert "Hills 6 × 1 min" in said
    assert "What would change it" in said
    assert "Why" not in said


def test_a_tired_morning_is_said_in_the_first_line_with_what_it_replaces(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home, "--log", str(home / "tired.jsonl")) == 0
    first, *rest = capsys.readouterr().out.splitlines()

    assert first == "Wednesday 13 January · Easier today"
    assert "In place of: Hills 6 × 1 min, 40 min." in rest
    assert "Why" in rest


def test_a_stop_says_who_to_see_before_anything_else(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home, "--log", str(home / "bone.jsonl")) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "Wednesday 13 January · Stop: see someone first"
    assert "see a physician" in " ".join(lines[1:5])
    assert not [line for line in lines if line.strip().startswith("Morning")]


def test_every_width_that_is_allowed_is_kept(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home, "--log", str(home / "bone.jsonl"), "--width", "40") == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40
    assert today(home, "--width", "39") == 2


def test_json_has_the_session_as_it_is_and_as_it_was(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home, "--log", str(home / "tired.jsonl"), "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)

    assert told["schema"] == "dovetail.today/1"
    assert (told["on"], told["state"], told["refer"]) == (HILLS, "easier", None)
    assert told["session"]["kind"] == "easy"
    assert told["was"]["kind"] == "hills"
    assert told["reasons"][0]["code"] == "AD340"
    assert told["would_change"][0].keys() == {"if", "then"}


def test_json_of_a_stop_refers(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert today(home, "--log", str(home / "bone.jsonl"), "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)

    assert told["state"] == "stop"
    assert told["session"] is None
    assert told["was"]["kind"] == "hills"
    assert "physician" in told["refer"]


def test_a_day_without_a_session_is_null_in_json(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home, "--format", "json", on="2026-12-25") == 0
    told = json.loads(capsys.readouterr().out)

    assert told["session"] is told["was"] is None
    assert told["following"]["date"] == "2026-12-26"


def test_a_day_without_a_session_is_neither_go_nor_easier_in_words(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home, on="2026-12-25") == 0
    first, _, said, *_ = capsys.readouterr().out.splitlines()

    assert first == "Friday 25 December · No session today"
    assert said.startswith("Nothing is asked today")


def test_after_the_race_the_days_are_still_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home, on="2027-04-20") == 0
    assert "Your plan is over" in capsys.readouterr().out


def test_a_line_cut_short_is_told_beside_the_day(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home, "--log", str(home / "torn.jsonl")) == 0
    said = capsys.readouterr()

    assert said.out.startswith("Wednesday 13 January · Easier today")
    assert said.err.startswith("Note: ")


def test_a_log_that_is_not_there_is_bad_input(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert today(home, "--log", str(home / "none.jsonl")) == 2
    said = capsys.readouterr()

    assert said.out == ""
    assert "none.jsonl" in said.err


def test_without_a_plan_it_says_what_is_missing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["today", str(home / "me.toml")]) == 2
    assert "--plan" in capsys.readouterr().err

"""dovetail review: the letter on a terminal, the plan it leaves, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.seasons import EXAMPLES

from dovetail.formats import plan_json
from dovetail.site.entry import main

PLANNED, SUNDAY = "2026-11-30", "2026-12-06"
RUN = '{"id": "r", "on": "2026-12-02", "kind": "run", "minutes": 45, "km": 7.5, "rpe": 4}'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with an athlete, a plan and a log of one run."""
    text = (EXAMPLES / "ana-half.toml").read_text("utf-8")
    (tmp_path / "me.toml").write_text(text, "utf-8")
    plan = ["plan", str(tmp_path / "me.toml"), "--today", PLANNED]
    assert main([*plan, "-o", str(tmp_path / "plan.json")]) == 0
    (tmp_path / "log.jsonl").write_text(f"{RUN}\n", "utf-8")
    return tmp_path


def review(home: Path, *more: str, on: str = SUNDAY) -> int:
    plan, log = str(home / "plan.json"), str(home / "log.jsonl")
    return main(
        ["review", str(home / "me.toml"), "--plan", plan, "--log", log, "--today", on, *more]
    )


def test_the_letter_is_short_and_says_what_was_done(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert review(home) == 0
    said = capsys.readouterr().out

    assert said.startswith("Sunday 6 December")
    assert "What you did." in said
    assert "What changes." in said
    assert len(said.split()) < 250


def test_the_plan_is_written_over_the_one_that_stood_and_twice_the_same(home: Path) -> None:
    output = home / "plan.json"
    assert review(home, "-o", str(output)) == 0
    once = output.read_text("utf-8")
    assert review(home, "-o", str(output)) == 0

    assert output.read_text("utf-8") == once
    plan = plan_json.read(once)
    assert plan.review is not None
    assert str(plan.review.on) == SUNDAY
    assert str(plan.review.since) == PLANNED


def test_json_is_the_reviewed_plan(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert review(home, "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)

    assert data["schema"] == "dovetail.plan/1"
    assert {part["part"] for part in data["review"]["letter"]} >= {"did", "changes"}
    assert all(part["text"] for part in data["review"]["letter"])


def test_html_is_one_page(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert review(home, "--format", "html") == 0
    page = capsys.readouterr().out

    assert page.startswith("<!doctype html>")
    assert "<script" not in page


def test_a_day_before_the_plan_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (home / "plan.json").read_text("utf-8")
    assert review(home, "-o", str(home / "plan.json"), on="2026-11-30") == 0
    (home / "plan.json").write_text(before, "utf-8")
    capsys.readouterr()
    text = (home / "me.toml").read_text("utf-8").replace("as_of = 2026-11-30", "as_of = 2026-11-01")
    (home / "me.toml").write_text(text, "utf-8")

    assert review(home, "-o", str(home / "plan.json"), on="2026-11-20") == 2
    assert "was made later than that day" in capsys.readouterr().err
    assert (home / "plan.json").read_text("utf-8") == before


def test_a_torn_log_is_told_and_the_review_goes_on(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "log.jsonl").write_text(f'{RUN}\n{{"id": "x", "on"', "utf-8")
    capsys.readouterr()

    assert review(home) == 0
    assert "Note:" in capsys.readouterr().err


def test_lines_written_after_the_day_are_told_and_not_read(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = RUN.replace('"kind"', '"logged": "2026-12-20", "kind"')
    (home / "log.jsonl").write_text(f"{late}\n", "utf-8")
    capsys.readouterr()

    assert review(home) == 0
    assert "1 line was written after 2026-12-06" in capsys.readouterr().err


def test_a_log_that_is_not_there_yet_is_told_how_to_begin(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "log.jsonl").unlink()
    assert review(home) == 2
    assert f"dovetail log {home / 'log.jsonl'}" in capsys.readouterr().err


def test_a_plan_is_not_written_into_a_letter(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(home, "--format", "html", "-o", str(home / "letter.html")) == 2
    assert f"> {home / 'letter.html'}" in capsys.readouterr().err
    assert not (home / "letter.html").exists()

"""dovetail plan: what it prints, what it writes, and what it refuses to replace."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests import plans

from dovetail.cli import plan as command
from dovetail.content.sentences import TomlSentences
from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import BadInput
from dovetail.domain.plan import Plan
from dovetail.formats import plan_json
from dovetail.formats.athlete_toml import write_athlete

TODAY = ["--today", "2026-11-23"]


def planned(athlete: Athlete, today: date) -> Plan:
    """A planner that always has the hand-made season at hand."""
    return replace(plans.plan(2), athlete=athlete, made_on=today)


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The codes of the hand-made season have their sentences in tests/plans.py."""

    def sentences(language: str) -> TomlSentences:
        assert language == "en"
        return plans.sentences()

    monkeypatch.setattr(command, "read_sentences", sentences)


@pytest.fixture
def ana(tmp_path: Path) -> str:
    path = tmp_path / "ana.toml"
    path.write_text(write_athlete(plans.athlete()), "utf-8")
    return str(path)


def test_the_plan_is_printed_in_the_width_asked_for(
    ana: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run([ana, *TODAY, "--width", "40"], planner=planned) == 0

    out = capsys.readouterr().out
    assert out.startswith("Ana · half marathon")
    assert max(map(len, out.splitlines())) <= 40


def test_json_goes_to_the_terminal_when_asked_for(
    ana: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command.run([ana, *TODAY, "--format", "json"], planner=planned)

    assert json.loads(capsys.readouterr().out)["schema"] == "dovetail.plan/1"


def test_the_whole_season_is_printed_when_asked_for(
    ana: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command.run([ana, *TODAY, "--all"], planner=planned)

    assert "Week 2 of 2" in capsys.readouterr().out


def test_a_plan_is_written_and_one_line_says_so(
    ana: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "plan.json"

    command.run([ana, *TODAY, "-o", str(target)], planner=planned)

    assert plan_json.read(target.read_text("utf-8")).made_on == date(2026, 11, 23)
    assert capsys.readouterr().out.count("\n") == 1


def test_a_plan_of_today_may_be_written_again(ana: str, tmp_path: Path) -> None:
    target = tmp_path / "plan.json"

    for _ in range(2):
        assert command.run([ana, *TODAY, "-o", str(target)], planner=planned) == 0


def test_a_plan_that_has_begun_is_not_replaced(
    ana: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "plan.json"
    command.run([ana, *TODAY, "-o", str(target)], planner=planned)
    before = target.read_bytes()
    capsys.readouterr()

    with pytest.raises(BadInput, match="has begun") as refused:
        command.run([ana, "--today", "2026-11-25", "-o", str(target)], planner=planned)

    assert refused.value.code == "plan-has-past"
    assert target.read_bytes() == before
    assert capsys.readouterr().out == ""


def test_fresh_replaces_it(ana: str, tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    command.run([ana, *TODAY, "-o", str(target)], planner=planned)

    command.run([ana, "--today", "2026-11-25", "--fresh", "-o", str(target)], planner=planned)

    assert plan_json.read(target.read_text("utf-8")).made_on == date(2026, 11, 25)


def test_a_file_that_is_no_plan_is_not_replaced(ana: str, tmp_path: Path) -> None:
    target = tmp_path / "thesis.txt"
    target.write_text("Chapter 1", "utf-8")

    with pytest.raises(BadInput, match="not JSON") as refused:
        command.run([ana, *TODAY, "-o", str(target)], planner=planned)

    assert refused.value.problems[0].place.file == str(target)
    assert target.read_text("utf-8") == "Chapter 1"


def test_done_sessions_are_a_past_even_on_the_first_day() -> None:
    assert command.has_past(plans.reviewed_plan(), plans.START)
    assert not command.has_past(plans.plan(1), plans.START)
    assert command.has_past(plans.plan(1), plans.START + timedelta(days=1))
    assert not command.has_past(
        replace(plans.plan(1), made_on=plans.START - timedelta(days=9)),
        plans.START - timedelta(days=3),
    )


def test_an_example_brings_its_own_day_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    athlete = plans.athlete()
    dated = replace(athlete, running=replace(athlete.running, as_of=date(2026, 11, 23)))
    (tmp_path / "ana-half.toml").write_text(write_athlete(dated), "utf-8")
    monkeypatch.setattr(command, "EXAMPLES", tmp_path)

    command.run(["--example", "ana-half", "--width", "80"], planner=planned)

    out = capsys.readouterr().out
    assert "today is taken to be 23 November 2026" in out
    assert "Monday 23 November · today" in out


def test_an_unknown_example_names_those_that_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ana-half.toml").touch()
    monkeypatch.setattr(command, "EXAMPLES", tmp_path)

    with pytest.raises(BadInput) as refused:
        command.run(["--example", "bruno"], planner=planned)

    assert "ana-half" in refused.value.problems[0].hint


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["a.toml", "--example", "b"],
        ["a.toml", "-o", "x.json", "--format", "text"],
        ["a.toml", "--width", "20"],
        ["missing.toml"],
        ["missing.toml", "--today", "2026-02-30"],
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_printed(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(BadInput):
        command.run(argv, planner=planned)

    assert capsys.readouterr().out == ""


def test_a_mistake_in_the_athlete_file_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "me.toml"
    path.write_text("level = 3\n", "utf-8")

    with pytest.raises(BadInput) as refused:
        command.run([str(path), *TODAY], planner=planned)

    assert {problem.place.file for problem in refused.value.problems} == {str(path)}

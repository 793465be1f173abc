"""dovetail check of plans that somebody typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dovetail.cli import check
from dovetail.site.entry import main

SOUND = "Week 1\nTue: 5 km easy\nThu: 5 km easy\nSat: meet Bob\nSun: 8 km long run\n"
SPIKE = "Week,Tue,Thu,Sun\n" + "".join(
    f"{week},6 km easy,6 km easy,{km} km long run\n"
    for week, km in enumerate((10, 11, 12, 30, 12, 12), 1)
)


def kept(tmp_path: Path, name: str, text: str) -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return str(path)


def test_what_was_understood_and_what_not_comes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = check.run([kept(tmp_path, "plan.txt", SOUND), "--width", "100"])

    said = capsys.readouterr().out
    assert status == 0
    assert said.startswith("1 week without dates, 3 runs a week, no strength.")
    assert "3 of 4 entries were understood" in said
    assert "“meet Bob” (week 1)" in said


def test_a_spike_harms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = check.run([kept(tmp_path, "plan.csv", SPIKE)])

    assert status == 1
    assert "LM101" in capsys.readouterr().out


def test_machines_read_what_was_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check.run([kept(tmp_path, "plan.txt", SOUND), "--format", "json"])

    document = json.loads(capsys.readouterr().out)
    assert document["understood"]["entries"] == 4
    assert document["understood"]["not_understood"] == [{"line": 4, "week": 1, "title": "meet Bob"}]
    assert document["schema"] == "dovetail.check/1"


def test_a_file_that_holds_no_training_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(tmp_path, "plan.txt", "Week 1\nMon: dentist\nTue: budget meeting\n")

    assert main(["check", path]) == 2
    said = capsys.readouterr().err
    assert "None of 2 entries was understood" in said
    assert f"{path}:2" in said


def test_a_torn_table_names_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = kept(tmp_path, "plan.csv", 'week,day,session\n1,Mon,"5 km\n')

    assert main(["check", path]) == 2
    assert f"{path}:2" in capsys.readouterr().err

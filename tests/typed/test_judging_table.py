"""The table of what findings weigh in other people's plans is written down, with its reasons."""

from __future__ import annotations

import re
from pathlib import Path

from dovetail.rulebook.foreign import GRADES
from dovetail.rulebook.severity import SEVERITY

PAGE = Path(__file__).parents[2] / "docs" / "judging.md"
CODE = re.compile(r"\b(?:LM|PL|MS)\d{3}\b")
ROW = re.compile(r"^\| ((?:LM|PL|MS)\d{3}) [^|]+\| ([^|]+) \| ([^|]+) \|$", re.M)


def rows() -> dict[str, str]:
    return {code: weighs for code, weighs, _ in ROW.findall(PAGE.read_text("utf-8"))}


def graded() -> dict[str, bool]:
    """Every code that weighs something, and whether it is always asked with an athlete only."""
    found: dict[str, bool] = {}
    for key, grade in GRADES.items():
        code = key.split(" ")[0]
        found[code] = found.get(code, True) and grade.asks == "athlete"
    return found


def test_every_finding_that_weighs_something_has_its_row_and_its_reason() -> None:
    assert rows().keys() == graded().keys()


def test_a_row_says_where_an_athlete_is_needed() -> None:
    assert {code for code, weighs in rows().items() if "with an athlete" in weighs} == {
        code for code, needs in graded().items() if needs
    }


def test_a_weight_that_never_changes_is_the_one_in_the_row() -> None:
    fixed = {key: grade.weighs for key, grade in GRADES.items() if isinstance(grade.weighs, str)}

    assert {
        key: weighs for key, weighs in fixed.items() if weighs not in rows()[key.split(" ")[0]]
    } == {}


def test_every_other_rule_is_silent_for_a_reason() -> None:
    silent = PAGE.read_text("utf-8").partition("## What stays silent")[2]
    told = set(CODE.findall(silent))
    for first, last in re.findall(r"MS(\d{3}) to MS(\d{3})", silent):
        told |= {f"MS{number}" for number in range(int(first), int(last) + 1)}

    assert set(SEVERITY) - set(graded()) == told & set(SEVERITY)

"""Where a key stands in a TOML text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from tests.people import TODAY, athletes

from dovetail.cli.athlete_template import commented, someone
from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import BadInput
from dovetail.formats.athlete_writing import write_athlete
from dovetail.formats.toml_places import lines_of, nearest_line, parsed

TEXT = '''\
name = "Ana = [x] # no" # a = 3
born = 1986-05-02
text = """
goal = 3 \\""" [x]
"""
raw = \'\'\'
[goal]
\'\'\'
[goal]
race = "half"
tune_up = [ { km = 10.0, date = 2026-10-04 },
  # a = 1
  { km = 5, date = 2026-10-04 },
]
[[running.races]]
km = 1
[[running.races]]
km = 2
[availability]
sunday = { am = 140, pm = 0 }
"key with = and ]".'b' = 3
a . b = [[1], [2,
  3]]
[health]
screening = { conditions = { yes = true }, symptoms = false }
[strength.steps]
barbell = 2.5
'''

EXPECTED = {
    "name": 1,
    "born": 2,
    "text": 3,
    "raw": 6,
    "goal": 9,
    "goal.race": 10,
    "goal.tune_up": 11,
    "goal.tune_up[1].km": 11,
    "goal.tune_up[2]": 13,
    "goal.tune_up[2].date": 13,
    "running.races": 15,
    "running.races[1].km": 16,
    "running.races[2]": 17,
    "running.races[2].km": 18,
    "availability.sunday.pm": 20,
    "availability.key with = and ].b": 21,
    "availability.a.b": 22,
    "health.screening.conditions.yes": 25,
    "health.screening.symptoms": 25,
    "strength.steps": 26,
    "strength.steps.barbell": 27,
}


def test_every_key_is_found_on_its_line() -> None:
    parsed(TEXT)

    lines = lines_of(TEXT)

    assert {key: lines.get(key) for key in EXPECTED} == EXPECTED
    assert "a" not in lines


def test_a_key_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    lines = lines_of(TEXT)

    assert nearest_line("goal.tune_up[2].effort", lines) == 13
    assert nearest_line("goal.date", lines) == 9
    assert nearest_line("body.mass_kg", lines) is None


def test_the_lines_of_the_first_file_are_the_lines_of_its_keys() -> None:
    text = commented(someone(TODAY), file="athlete.toml")
    rows = text.splitlines()

    for key, line in lines_of(text).items():
        assert re.search(rf"(^|\.|\[){re.escape(key.rpartition('.')[2])}\b", rows[line - 1])


@given(athletes())
def test_every_key_that_is_parsed_has_a_line(athlete: Athlete) -> None:
    text = write_athlete(athlete)

    lines = lines_of(text)

    assert {key for key in _keys(parsed(text)) if key not in lines} == set()


def _keys(value: object, at: str = "") -> set[str]:
    if not isinstance(value, dict):
        return {at}
    return {at for at in {at} if at}.union(
        *(_keys(part, f"{at}.{key}" if at else key) for key, part in value.items())
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\nb = ", 2, "invalid value"),
        ("a = 1\nb", 2, "expected '='"),
        ("a = 1\na = 2\n", 2, "cannot overwrite"),
        ("[a\n", 1, "expected ']'"),
        ("\n\na = 2027-02-30\n", 3, "invalid date"),
        ('a = "x\n', 1, "illegal character"),
    ],
)
def test_what_is_not_toml_is_told_with_line_and_hint(text: str, line: int, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        parsed(text)

    (problem,) = caught.value.problems
    assert problem.place.line == line
    assert words in problem.problem
    assert problem.hint


@pytest.mark.parametrize("text", ["x = " + "[" * 100_000, "x = " + "9" * 5000])
def test_what_is_too_deep_or_too_long_is_refused_and_not_a_crash(text: str) -> None:
    with pytest.raises(BadInput, match="larger or deeper"):
        parsed(text)

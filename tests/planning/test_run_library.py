"""The library of running sessions: each row of the coach's table can be asked for.

Typed from the table; a row is a recipe with its first and last size, or is made elsewhere and
then found in a season.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest
from tests.golden.twelve import season_of as golden
from tests.seasons import Season
from tests.six_people import SIX, season_of

from dovetail.content.library import read_library
from dovetail.domain.session import Session


class Row(NamedTuple):
    """A row: its recipe, warm-up and cool-down, and sizes it must know, as (times, work)."""

    recipe: str
    warm_up: float
    cool_down: float
    sizes: tuple[tuple[int, float], ...]


SHORT, LONG = 1 / 4, 1 / 3
# fmt: off
RECIPES: Mapping[str, Row] = {
    "3 easy and strides": Row("strides", 12, 10, ((4, LONG), (6, LONG), (8, LONG))),
    "3 of a beginner": Row("first_strides", 12, 10, ((4, SHORT), (5, SHORT), (6, LONG))),
    "12 hill sprints": Row("hill_sprints", 12, 10, ((6, 1 / 6), (8, 1 / 6), (10, 1 / 6))),
    "13 short hills": Row("short_hills", 12, 10, ((6, 0.75), (8, 0.75), (10, 0.75))),
    "14 long hills": Row("long_hills", 12, 10, ((5, 2), (6, 2), (6, 2.5))),
    "15 minute fartlek": Row("fartlek", 10, 8, ((6, 1), (8, 1), (10, 1), (12, 1))),
    "16 cruise intervals": Row("cruise", 12, 10, ((3, 6), (4, 6), (3, 8), (4, 7), (3, 10))),
    "17 continuous threshold": Row("check", 12, 10, ((1, 15), (1, 20), (1, 25))),
    "18 split threshold": Row("split", 12, 10, ((2, 10), (2, 12), (2, 15))),
    "19 alternations": Row("alternations", 15, 10, ((3, 1), (4, 1), (5, 1))),
    "20 first intervals": Row("first_intervals", 12, 12, ((5, 2), (6, 2))),
    "21 classic intervals": Row("intervals", 15, 12, ((4, 3), (5, 3), (6, 3))),
    "21 of advanced runners": Row("kilometres", 15, 12, ((5, 1), (6, 1))),
    "21 then 1200 m": Row("long_intervals", 15, 12, ((5, 1.2),)),
    "22 short-short": Row("short_short", 15, 10, ((16, 0.5), (24, 0.5))),
    "23 ladder": Row("ladder", 15, 10, ((1, 3), (1, 4))),
    "24 200s": Row("two_hundreds", 15, 10, ((8, 0.2), (10, 0.2), (12, 0.2))),
    "25 400s": Row("four_hundreds", 15, 10, ((6, 0.4), (7, 0.4), (8, 0.4))),
    "26 5K pace": Row("5k_pace", 15, 10, ((4, 0.8), (5, 0.8), (6, 0.8))),
    "27 10K pace": Row("10k_pace", 12, 10, ((3, 1), (4, 1), (5, 1))),
    "27 of a beginner": Row("race_effort", 10, 10, ((3, 4), (3, 5))),
    "28 HM pace": Row("half_pace", 12, 10, ((2, 3), (3, 3))),
    "29 midweek M": Row("marathon_pace", 10, 10, ((2, 3), (2, 4), (1, 10))),
    "31 sharpener, 5K": Row("sharpen_5k", 10, 10, ((4, 2),)),
    "31 sharpener, 10K": Row("sharpen_10k", 10, 10, ((3, 3),)),
    "31 sharpener, HM": Row("sharpen_half", 12, 10, ((3, 1.5), (2, 1))),
    "31 sharpener, M": Row("sharpen_marathon", 12, 10, ((2, 3), (3, 1))),
}
# fmt: on


@pytest.mark.parametrize("row", list(RECIPES.values()), ids=list(RECIPES))
def test_the_row_is_a_recipe_with_its_progression(row: Row) -> None:
    recipe = read_library().templates.runs[row.recipe]

    known = [(one.times, round(one.work, 2)) for one in recipe.bouts]

    assert [one for one in row.sizes if (one[0], round(one[1], 2)) not in known] == []
    assert (recipe.warm_up_min, recipe.cool_down_min) == (row.warm_up, row.cool_down)


def test_hill_sprints_and_strides_are_no_quality() -> None:
    runs = read_library().templates.runs

    easy = {name for name, one in runs.items() if not one.quality}

    assert easy == {"first_strides", "strides", "hill_sprints", "brisk_minutes"}


def codes(season: Season, *, kind: str) -> set[str]:
    return {reason.code for one in season.sessions if one.kind == kind for reason in one.reasons}


def six() -> list[Session]:
    return [session for name in SIX for session in season_of(name).sessions]


def test_rows_that_no_recipe_makes_stand_in_the_six_seasons() -> None:
    """1 easy, 7 long, 30 tune-up race, 34 race; 2 recovery where easy runs are short."""
    kinds = {one.kind for one in six()}

    assert {"easy", "long", "tune_up", "goal"} <= kinds
    assert "recovery" in {one.kind for one in golden("long-way-marathon").sessions}


def test_long_runs_come_in_all_their_forms() -> None:
    """8 steady finish, 9 rolling, 10 and 11 with race pace; plain ones too."""
    found = set.union(*(codes(season_of(name), kind="long") for name in SIX))

    assert {"AI039", "AI040", "AI121", "AI041"} <= found


def test_easy_running_shares_its_visit_with_strength() -> None:
    """4: easy, then core; and easy as the warm-up of a lift."""
    visits: dict[tuple[object, object], set[str]] = {}
    for one in six():
        visits.setdefault((one.date, one.slot), set()).add(one.discipline)

    assert any({"run", "strength"} <= held for held in visits.values())


def test_one_easy_run_is_longer_than_the_others() -> None:
    """5: the medium-long run of those who run six times a week."""
    weeks = [week for week in season_of("jonas").weeks if week.phase == "build"]
    for week in weeks:
        easy = sorted(one.km or 0.0 for one in week.sessions if one.kind in ("easy", "recovery"))

        assert easy[-1] >= 1.1 * easy[0], week.number

"""Whatever somebody types, the judge answers, and the report can be written."""

from __future__ import annotations

from random import Random

import pytest
from tests.seasons import example
from tests.typed.grids import DAYS, Grid, grid, names
from tests.typed.hearing import judged

from dovetail.content.sentences import read_sentences
from dovetail.domain.athlete import Level
from dovetail.domain.errors import BadInput
from dovetail.explaining.speaker import Speaker
from dovetail.formats.check_text import check_json, check_text
from dovetail.formats.typed_check_text import of_typed

PLANS = 60
PEOPLE = (None, "ana-half", "first-10k", "marathon-masters", "healthy-after-injury")
WEEKS = (0, 1, 1, 2, 3, 5, 9, 14)
FULL = (0.0, 0.3, 0.7, 1.0)
LEVELS: tuple[Level, ...] = ("beginner", "advanced")


def typed_by_nobody(chance: Random) -> Grid:
    """Weeks of titles in no order at all."""
    titles = [title for name in names() for week in grid(name).weeks for title in week.values()]
    weeks = tuple(
        {day: chance.choice(titles) for day in DAYS if chance.random() < full}
        for full in (chance.choice(FULL) for _ in range(chance.choice(WEEKS)))
    )
    return Grid(chance.choice(("novice-km", "anybody-mi")), weeks)


@pytest.mark.parametrize("number", range(PLANS))
def test_any_plan_is_answered(number: int) -> None:
    chance = Random(number)
    plan, who = typed_by_nobody(chance), chance.choice(PEOPLE)
    if not any(plan.weeks):
        with pytest.raises(BadInput, match="No week and no day"):
            judged(plan)
        return

    found = judged(plan, None if who is None else example(who).athlete)

    for level in LEVELS:
        say = Speaker(read_sentences(), level=level)
        head = of_typed(found.plan, found.titles, ("A plan.",), say)
        assert check_text(head, found.findings, say=say, width=60).startswith("A plan.")
        assert check_json(head, found.findings, say=say)

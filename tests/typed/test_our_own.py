"""Our own seasons, told as if somebody else had typed them, harm nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.seasons import example

from dovetail.application.check_typed import Judgement, check_heard
from dovetail.cli.plan import example_names
from dovetail.content.library import read_library
from dovetail.domain.plan import Plan
from dovetail.linting.heard import Entry, Heard


def retold(plan: Plan) -> Heard:
    """Forget phases, reasons and who it is for; keep what stands on each day."""
    weeks = [week for week in plan.weeks if week.number > 0]
    return Heard(
        first=weeks[0].starts,
        weeks=tuple(
            tuple(
                Entry(
                    title=one.kind,
                    weekday=one.date.weekday(),
                    session=replace(one, id="", key=False, hard_unit=False, reasons=()),
                )
                for one in week.sessions
                if one.discipline not in ("rest", "mobility", "test")
            )
            for week in weeks
        ),
    )


def judged_again(name: str) -> Judgement:
    plan = example(name).plan
    return check_heard(retold(plan), library=read_library(), today=plan.made_on)


@pytest.mark.parametrize("name", example_names())
def test_a_season_of_ours_gets_no_error_from_strangers(name: str) -> None:
    found = judged_again(name).findings

    assert [(one.code, one.place) for one in found if one.severity == "error"] == []


@pytest.mark.parametrize("name", example_names())
def test_it_is_read_as_it_was_meant(name: str) -> None:
    """Lighter weeks, taper and long runs are found again, where nobody told them."""
    ours = [week for week in example(name).plan.weeks if week.number > 0]
    theirs = judged_again(name).plan.weeks

    raced = [week.number for week in ours if week.phase == "race"]
    assert [week.number for week in theirs if week.phase == "race"] == raced
    meant = {
        week.number for week in ours if week.lighter and week.phase in ("base", "build", "peak")
    }
    found = {week.number for week in theirs if week.lighter}
    assert len(meant & found) >= 0.8 * len(meant)

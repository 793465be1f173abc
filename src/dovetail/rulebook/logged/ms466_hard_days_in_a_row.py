"""MS466: hard days followed one another without an easy one between them."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import ONE_DAY
from dovetail.rulebook.logged_work import asked_hard, hard_days, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot

BACK = 14


def see(case: LogCase) -> Iterator[Spot]:
    """Three hard dates in a row and more, of which the plan had not all."""
    window = case.window
    hard, asked = hard_days(window, BACK, case.principles), asked_hard(window)
    longest: list[bool] = []
    row: list[bool] = []
    for back in reversed(range(BACK)):
        day = window.until - back * ONE_DAY
        row = [*row, day in asked] if day in hard else []
        if len(row) > len(longest) and not all(row) and day >= window.week.starts:
            longest = row
    if len(longest) >= case.principles.number("hard_in_a_row"):
        yield spot(case, len(longest), days=len(longest))


RULE = LogMistake(
    "MS466",
    source="dovetail",
    unit="days",
    see=see,
    principles=("felt_hard", "hard_in_a_row"),
)

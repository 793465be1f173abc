"""Which weekdays a season's sessions are used to."""

from __future__ import annotations

from dovetail.planning.week_problem import habits_after
from dovetail.rulebook.shapes import Season, Slot, Strain

MONDAY, THURSDAY, SATURDAY = 0, 3, 5


def week(**days: int) -> Season:
    """A week that holds sessions by kind on the days given."""
    return tuple((Slot(day, 420, 90), (Strain(kind, 40),)) for kind, day in days.items())


def test_a_week_that_has_to_move_a_session_takes_no_later_week_along() -> None:
    before = {"long": SATURDAY}
    assert habits_after(before, week(long=THURSDAY), "build", unusual=False) == before


def test_a_session_without_a_day_gets_the_day_of_its_first_week() -> None:
    after = habits_after({"long": SATURDAY}, week(core=MONDAY), "build", unusual=False)
    assert after == {"long": SATURDAY, "core": MONDAY}


def test_a_lighter_week_begins_no_habit() -> None:
    assert habits_after({}, week(core=MONDAY), "build", unusual=True) == {}

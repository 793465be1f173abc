"""MS453: too much lifting and hard running at once, while the mornings got worse."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import WEEK_DAYS
from dovetail.rulebook.logged_strain import was_alike_and_hard
from dovetail.rulebook.logged_work import budget, hard_days, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot

WEEKS = 2


def see(case: LogCase) -> Iterator[Spot]:
    """Low mornings in four of seven days, beside too many hard units, too much load, or strain.

    One spot with what shows first. Without check-ins nobody knows how the mornings were: silence.
    """
    low = _low_mornings(case)
    if low < case.principles.number("too_much", "mornings"):
        return
    units = sum(hard_days(case.window, WEEK_DAYS, case.principles).values())
    over = units - budget(case.window, case.principles)
    signs = (("units", over > 0), ("load", _loads_over(case)), ("alike", _is_alike(case)))
    shown = [name for name, shows in signs if shows]
    if shown:
        yield spot(
            case,
            max(over, 1),
            seen=f"too_much.{shown[0]}",
            fix=f"too_much_fix.{shown[0]}",
            units=units,
            mornings=low,
        )


def _low_mornings(case: LogCase) -> int:
    window, least = case.window, -case.principles.number("too_much", "wellness")
    mornings = {day: one for week in window.weeks[-2:] for day, one in week.mornings.items()}
    lately = (one for day, one in mornings.items() if (window.until - day).days < WEEK_DAYS)
    return sum(one.wellness_z is not None and one.wellness_z <= least for one in lately)


def _loads_over(case: LogCase) -> bool:
    weeks = case.window.last(WEEKS)
    share = case.principles.number("too_much", "load")
    return bool(weeks) and all(
        week.asked_au > 0 and week.load_au > share * week.asked_au for week in weeks
    )


def _is_alike(case: LogCase) -> bool:
    number = case.principles.number
    return was_alike_and_hard(
        case.window, most=number("monotony_limit", "most"), share=number("too_much", "strain")
    )


RULE = LogMistake(
    "MS453",
    source="coach-t",
    unit="units",
    see=see,
    principles=("too_much", "monotony_limit", "felt_hard", "hard_units", "masters_age"),
)

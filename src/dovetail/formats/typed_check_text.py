"""How the places of a typed plan are called: by week and day, and by what stands there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from dovetail.domain.calendar import WEEKDAYS, week_name
from dovetail.domain.plan import Finding, Plan
from dovetail.explaining.speaker import Speaker
from dovetail.formats.check_text import Judged, listed


def of_typed(plan: Plan, titles: Mapping[str, str], head: Sequence[str], say: Speaker) -> Judged:
    """Introduce somebody else's plan; `titles` is what stands there, by session."""
    numbers = {week_name(week.starts): week.number for week in plan.weeks}
    days = {one.id: one.date.weekday() for week in plan.weeks for one in week.sessions}

    def places(findings: Sequence[Finding]) -> str:
        weeks = sorted({numbers[one.place.week] for one in findings if one.place.week})
        if not weeks:
            return say.word("check.season")
        if len(weeks) > 1:
            return say.phrase("check.weeks", places=listed(in_rows(weeks), say))
        session = findings[0].place.session
        if session is None or len(findings) > 1:
            return say.phrase("check.week", n=str(weeks[0]))
        day = say.word(WEEKDAYS[days[session]])
        place = say.phrase("check.day", n=str(weeks[0]), day=day)
        return say.phrase("check.places", place=place, what=titles[session])

    def place(finding: Finding) -> Mapping[str, object]:
        session = finding.place.session
        return {
            "week": numbers.get(finding.place.week or ""),
            "day": None if session is None else WEEKDAYS[days[session]],
            "title": None if session is None else titles[session],
        }

    return Judged(head=head, places=places, place=place)


def in_rows(numbers: Sequence[int]) -> list[str]:
    """Write numbers that follow one another as one row.

    >>> in_rows([2, 3, 4, 7, 9, 10])
    ['2–4', '7', '9–10']
    """
    rows = [[numbers[0]]]
    for before, number in pairwise(numbers):
        if number == before + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return [str(row[0]) if len(row) == 1 else f"{row[0]}–{row[-1]}" for row in rows]

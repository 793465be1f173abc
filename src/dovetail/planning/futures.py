"""Ways through a week that nothing still to come can tell apart, made one.

Marks are alike when every day that may follow makes the same of them; an earlier session is
like another when both cost the same beside whatever is left to place. Both are exact: only
states with the same future become one, so the search stays complete and is much smaller.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dovetail.planning.week_tables import DAYS, Cost, Marks, Remaining, WeekTables

Earlier = tuple[int, int, int]
"""Day, minute it ends, number of the strain."""
Seen = tuple[Earlier, ...]


@dataclass(slots=True)
class Futures:
    """What is alike, remembered for one problem."""

    tables: WeekTables
    _marks: dict[tuple[int, Marks], Marks] = field(default_factory=dict)
    _first_marks: dict[tuple[int, int, int], tuple[int, ...]] = field(default_factory=dict)
    _numbers: dict[tuple[int, int, tuple[int, ...]], int] = field(default_factory=dict)
    _classes: dict[tuple[int, tuple[object, ...]], int] = field(default_factory=dict)
    _possible: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    _seen: dict[tuple[int, tuple[bool, ...], Seen], Seen] = field(default_factory=dict)
    _one: dict[tuple[int, tuple[bool, ...], Earlier], Earlier | None] = field(default_factory=dict)
    _first_seen: dict[tuple[int, tuple[bool, ...], tuple[Cost | None, ...]], Earlier] = field(
        default_factory=dict
    )

    def marks(self, marks: Marks, day: int) -> Marks:
        """Return marks for the days from this one on: the first of all that mean the same."""
        key = (day, marks)
        if key not in self._marks:
            self._marks[key] = tuple(
                self._first_marks.setdefault((span, day, self._future(span, day, past)), past)
                for span, past in enumerate(marks)
            )
        return self._marks[key]

    def _future(self, span: int, day: int, past: tuple[int, ...]) -> int:
        """Number what a span can still say after these marks; equal futures, equal numbers."""
        if day == DAYS:
            return 0
        key = (span, day, past)
        if key not in self._numbers:
            row: list[object] = []
            for mark in self._marks_of(span, day):
                window = (*past, mark)
                cost = self.tables.span_cost(span, window)
                later = None if cost is None else self._future(span, day + 1, window[1:])
                row.append((cost, later))
            kind = (span, tuple(row))
            self._numbers[key] = self._classes.setdefault(kind, len(self._classes) + 1)
        return self._numbers[key]

    def _marks_of(self, span: int, day: int) -> list[int]:
        key = (span, day)
        if key not in self._possible:
            options = self.tables.days[day]
            self._possible[key] = sorted({option.marks[span] for option in options})
        return self._possible[key]

    def seen(self, seen: Seen, day: int, rest: Remaining) -> Seen:
        """Return the earlier sessions that matter to what is left from this day on."""
        left = tuple([count > 0 for count in rest])
        key = (day, left, seen)
        if key not in self._seen:
            found = (self._like(one, day, left) for one in seen)
            self._seen[key] = tuple(sorted(one for one in found if one is not None))
        return self._seen[key]

    def _like(self, one: Earlier, day: int, left: tuple[bool, ...]) -> Earlier | None:
        key = (day, left, one)
        if key not in self._one:
            row = self._costs(one, day, left)
            matters = any(cost != (0, 0) for cost in row)
            same = (day, left, row)
            self._one[key] = self._first_seen.setdefault(same, one) if matters else None
        return self._one[key]

    def _costs(self, one: Earlier, day: int, left: tuple[bool, ...]) -> tuple[Cost | None, ...]:
        """Return what the session costs each that may still follow, wherever it may stand."""
        was, end, strain = one
        after = [
            (kind, slot.day, slot.start)
            for slot in self.tables.problem.slots
            if slot.day >= day
            for kind, has in enumerate(left)
            if has
        ]
        after += [
            (self.tables.number[fixed], slot.day, slot.start)
            for slot, visit in self.tables.problem.fixed
            if slot.day >= day
            for fixed in visit
        ]
        return tuple(
            self.tables.gap(strain, then, on - was, (on - was) * 1440 + start - end)
            for then, on, start in after
        )

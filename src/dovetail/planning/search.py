"""The search for the cheapest legal week, day by day.

Two ways to the same day are one state when nothing that a rule can still see differs: what
is left to place, what the earlier sessions still cost it, what the last days still mean.
The cheapest way into a state is kept, so the last day knows the best week. The search is
bounded by states, never by time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import sub

from dovetail.planning.futures import Futures, Seen
from dovetail.planning.week_tables import (
    DAYS,
    NEVER,
    Cost,
    Marks,
    Option,
    Path,
    Problem,
    Remaining,
    WeekTables,
)
from dovetail.rulebook.shapes import Visit, sessions

MOST_STATES = 20_000
BEAM = 40
State = tuple[Remaining, Seen, Marks]
Step = tuple[Cost, Seen, Marks]
Choice = tuple[int, Remaining, Cost]
Layer = Mapping[State, tuple[Cost, Path]]


class SearchCut(RuntimeError):
    """The search was cut and found no week; that proves nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A week, what it costs, and whether nothing was left out of the search."""

    week: Path
    cost: Cost
    proven: bool


class Search:
    """The walk over the days of one problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.tables = WeekTables(problem)
        self.futures = Futures(self.tables)
        self.choices: dict[tuple[int, Remaining], list[Choice]] = {}
        self.after: dict[tuple[int, Remaining], Cost | None] = {}
        self.steps: dict[tuple[int, Seen, Marks, int], Step | None] = {}

    def run(self, bound: Cost | None) -> Found | None:
        """Walk all states that could be better than a week already known.

        Where none is known a narrow beam looks for one first. None when there is no legal
        week.
        """
        beam, complete = None, False
        if bound is None:
            beam, complete = self._walk(BEAM, None)
            bound = beam[0] if beam else None
        best = None
        if not complete:
            best, complete = self._walk(MOST_STATES, bound)
        found = min((one for one in (beam, best) if one), key=lambda one: one[0], default=None)
        if found is None:
            if not complete:
                raise SearchCut
            return None
        return Found(week=found[1], cost=found[0], proven=complete)

    def _walk(self, most: int, bound: Cost | None) -> tuple[tuple[Cost, Path] | None, bool]:
        """Walk the days; return the cheapest way to their end, and whether none was left out."""
        layer: Layer = {self._start(): ((0, 0), ())}
        complete = True
        for day in range(DAYS):
            layer = self._next_layer(day, layer, bound)
            if len(layer) > most:
                layer, complete = _best(layer, most), False
        ends = [found for (left, _, _), found in layer.items() if not any(left)]
        return min(ends, key=lambda found: found[0], default=None), complete

    def _start(self) -> State:
        placed = sessions(self.problem.before)
        seen = tuple((slot.day, end, self.tables.number[strain]) for strain, slot, end in placed)
        days: dict[int, Visit] = {}
        for slot, visit in self.problem.before:
            days[slot.day] = (*days.get(slot.day, ()), *visit)
        marks = tuple(
            tuple(span.mark(days.get(day, ())) for day in range(1 - span.dates, 0))
            for span in self.tables.spans
        )
        left = tuple(self.tables.counts[kind] for kind in self.tables.kinds)
        return left, self._still_seen(seen, 0), marks

    def _next_layer(self, day: int, layer: Layer, bound: Cost | None) -> Layer:
        found: dict[State, tuple[Cost, Path]] = {}
        options, steps = self.tables.days[day], self.steps
        for (left, seen, marks), (cost, path) in layer.items():
            for number, rest, least in self._choices_of(day, left):
                option = options[number]
                soft = cost[0] + option.cost[0]
                ties = cost[1] + option.cost[1]
                if bound is not None and (soft + least[0], ties + least[1]) > bound:
                    continue
                key = (day, seen, marks, number)
                if key not in steps:
                    steps[key] = self._step(day, option, seen, marks)
                step = steps[key]
                if step is None:
                    continue
                soft, ties = soft + step[0][0], ties + step[0][1]
                if bound is not None and (soft + least[0], ties + least[1]) > bound:
                    continue
                state = (rest, self.futures.seen(step[1], day + 1, rest), step[2])
                if state not in found or (soft, ties) < found[state][0]:
                    found[state] = ((soft, ties), (*path, *option.visits))
        return found

    def _choices_of(self, day: int, left: Remaining) -> list[Choice]:
        if (day, left) not in self.choices:
            self.choices[day, left] = list(self._choices(day, left))
        return self.choices[day, left]

    def _choices(self, day: int, left: Remaining) -> Iterator[Choice]:
        """Yield the day's options that leave something possible, and what that must cost."""
        for number, option in enumerate(self.tables.days[day]):
            rest = tuple(map(sub, left, option.taken))
            if (day, rest) not in self.after:
                self.after[day, rest] = self._after(day, rest)
            least = self.after[day, rest]
            if least is not None:
                yield number, rest, least

    def _after(self, day: int, rest: Remaining) -> Cost | None:
        """Return what the rest must cost after a day; None where it has no place."""
        least = self.tables.least[day]
        room = 2 * sum(slot.day > day for slot in self.problem.slots)
        if (rest and min(rest) < 0) or sum(rest) > room:
            return None
        if any(count and least[i][0] == NEVER for i, count in enumerate(rest)):
            return None
        soft = sum(count * least[i][0] for i, count in enumerate(rest) if count)
        ties = sum(count * least[i][1] for i, count in enumerate(rest) if count)
        return math.ceil(soft - 1e-9), math.ceil(ties - 1e-9)

    def _step(self, day: int, option: Option, seen: Seen, marks: Marks) -> Step | None:
        """Return the cost of a day after what is seen, and what the next day sees."""
        spans = self.tables.spans_of(marks, option.marks)
        if spans is None:
            return None
        soft, ties = spans[0]
        for was_day, ended, before in seen:
            dates = day - was_day
            for strain, start, _ in option.today:
                cost = self.tables.gap(before, strain, dates, dates * 1440 + start - ended)
                if cost is None:
                    return None
                soft, ties = soft + cost[0], ties + cost[1]
        now = (*seen, *((day, end, strain) for strain, _, end in option.today))
        marks = self.futures.marks(spans[1], day + 1)
        return (soft, ties), self._still_seen(now, day + 1), marks

    def _still_seen(self, seen: Seen, day: int) -> Seen:
        return tuple([one for one in seen if self.tables.visible(one[2], day - one[0])])


def _best(layer: Layer, most: int) -> dict[State, tuple[Cost, Path]]:
    """Keep the cheapest states of a layer that grew too large."""
    return dict(sorted(layer.items(), key=lambda item: item[1][0])[:most])

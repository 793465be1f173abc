"""The tables of one week's search: what each day may hold, and what that costs by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from dovetail.rulebook.shapes import (
    TIE,
    WALL,
    Gap,
    Pair,
    PlacementRule,
    Policy,
    Season,
    Slot,
    Span,
    Stay,
    Strain,
    Visit,
    sessions,
)

LONGEST_DAY_MIN = 1439
NEVER = float("inf")
DAYS = 7
Remaining = tuple[int, ...]
"""How many of each kind of strain are still to be placed."""
Marks = tuple[tuple[int, ...], ...]
Cost = tuple[int, int]
"""Price and ties; a wall has no cost, it is None."""
Path = tuple[tuple[Slot, Visit], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A week to place: sessions, slots, what stands before it, and the rules."""

    strains: tuple[Strain, ...]
    slots: tuple[Slot, ...]
    fixed: Season = ()
    before: Season = ()
    rules: tuple[PlacementRule, ...]
    policy: Policy


@dataclass(frozen=True, slots=True)
class Option:
    """What a day may hold, and what that costs wherever it stands in a week."""

    taken: Remaining
    visits: Path
    cost: Cost
    today: tuple[tuple[int, int, int], ...]
    """Each session by number, with the minutes of the day when its slot starts and it ends."""
    marks: tuple[int, ...]
    """What each long span sees in the day."""


class WeekTables:
    """Everything about a problem that does not depend on the way through the week."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        priced = [rule for rule in problem.rules if problem.policy[rule.code] != 0]
        spans = [rule for rule in priced if isinstance(rule, Span)]
        self.pairs = [rule for rule in priced if isinstance(rule, Pair)]
        self.stays = [rule for rule in priced if isinstance(rule, Stay)]
        self.spans = [rule for rule in spans if rule.dates > 1]
        self.single = [rule for rule in spans if rule.dates == 1]
        self.kinds = tuple(sorted(set(problem.strains), key=_order))
        self.counts = Counter(problem.strains)
        self.strains = self._all_strains()
        self.number = {strain: i for i, strain in enumerate(self.strains)}
        self.gaps: dict[tuple[int, int, int, int], Cost | None] = {}
        self.seen_from: dict[tuple[int, int], bool] = {}
        self.windows: dict[tuple[Marks, tuple[int, ...]], tuple[Cost, Marks] | None] = {}
        self.held: dict[Visit, tuple[tuple[int, ...], Cost | None]] = {}
        self.visits = self._all_visits()
        visits = [list(self._visits(slot)) for slot in problem.slots]
        self.least = self._least_after(visits)
        self.days = [list(self._options(day, visits)) for day in range(DAYS)]

    def _all_strains(self) -> list[Strain]:
        around = [*self.problem.before, *self.problem.fixed]
        others = (strain for _, visit in around for strain in visit)
        return list(dict.fromkeys((*self.kinds, *others)))

    def _least_after(
        self, visits: Sequence[Sequence[tuple[Visit, Cost]]]
    ) -> list[tuple[tuple[float, float], ...]]:
        """By day, the least that each kind still costs when it is placed after that day.

        A visit's own cost is shared among its sessions: no sum of shares is more than what
        the visits cost.
        """
        least = dict.fromkeys(self.kinds, (NEVER, NEVER))
        found: list[tuple[tuple[float, float], ...]] = []
        for day in reversed(range(DAYS)):
            found.append(tuple(least[kind] for kind in self.kinds))
            for slot, options in zip(self.problem.slots, visits, strict=True):
                for visit, cost in options if slot.day == day else ():
                    for kind in visit:
                        soft, ties = least[kind]
                        share = (cost[0] / len(visit), cost[1] / len(visit))
                        least[kind] = (min(soft, share[0]), min(ties, share[1]))
        return found[::-1]

    # -- what a day may hold -------------------------------------------------------------

    def _options(
        self, day: int, visits: Sequence[Sequence[tuple[Visit, Cost]]]
    ) -> Iterator[Option]:
        """Yield everything the day's slots may hold that breaks no wall by itself."""
        mine = [
            (slot, options)
            for slot, options in zip(self.problem.slots, visits, strict=True)
            if slot.day == day
        ]
        fixed = tuple((slot, visit) for slot, visit in self.problem.fixed if slot.day == day)
        for chosen in product(*(options for _, options in mine)):
            taken = self._taken(chosen)
            if taken is None:
                continue
            own = [
                (slot, visit) for (slot, _), (visit, _) in zip(mine, chosen, strict=True) if visit
            ]
            path = tuple(sorted((*own, *fixed), key=lambda stay: stay[0].start))
            placed = tuple(sessions(path))
            marks, cost = self._day(tuple(strain for strain, _, _ in placed))
            among = self._among(placed) if len(path) > 1 else (0, 0)
            if cost is not None and among is not None:
                yield Option(
                    taken=taken,
                    visits=path,
                    cost=_plus(cost, among, *(c for _, c in chosen)),
                    today=tuple((self.number[one], slot.start, end) for one, slot, end in placed),
                    marks=marks,
                )

    def _taken(self, chosen: Sequence[tuple[Visit, Cost]]) -> Remaining | None:
        """Count what the visits take, by kind; None when that is more than there is."""
        strains = [strain for visit, _ in chosen for strain in visit]
        taken = tuple([strains.count(kind) for kind in self.kinds])
        fits = all(
            count <= self.counts[kind] for count, kind in zip(taken, self.kinds, strict=True)
        )
        return taken if fits else None

    def _day(self, held: Visit) -> tuple[tuple[int, ...], Cost | None]:
        """Return what the long spans see in a day, and what spans of one date make of it."""
        if held not in self.held:
            own = self._sum((span.code, span.amount((span.mark(held),))) for span in self.single)
            self.held[held] = (tuple(span.mark(held) for span in self.spans), own)
        return self.held[held]

    def _among(self, placed: Sequence[tuple[Strain, Slot, int]]) -> Cost | None:
        """Return what the visits of one day cost each other."""
        soft = ties = 0
        for index, (strain, slot, _) in enumerate(placed):
            for before, was, ended in placed[:index]:
                if was == slot:
                    continue
                cost = self.gap(self.number[before], self.number[strain], 0, slot.start - ended)
                if cost is None:
                    return None
                soft, ties = soft + cost[0], ties + cost[1]
        return soft, ties

    def _visits(self, slot: Slot) -> Iterator[tuple[Visit, Cost]]:
        yield (), (0, 0)
        for visit in self.visits:
            cost = self._sum((rule.code, rule.amount(visit, slot)) for rule in self.stays)
            if cost is not None:
                yield visit, cost

    def _all_visits(self) -> list[Visit]:
        """Return every session alone and every two in a row."""
        singles: list[Visit] = [(kind,) for kind in self.kinds]
        chains: list[Visit] = [
            (first, then)
            for first, then in product(self.kinds, repeat=2)
            if first != then or self.counts[first] > 1
        ]
        return singles + chains

    # -- what the way through the week asks --------------------------------------------------

    def spans_of(self, past: Marks, today: tuple[int, ...]) -> tuple[Cost, Marks] | None:
        """Return what the windows that end today cost, and the marks that tomorrow needs."""
        key = (past, today)
        if key not in self.windows:
            self.windows[key] = self._spans(past, today)
        return self.windows[key]

    def _spans(self, past: Marks, today: tuple[int, ...]) -> tuple[Cost, Marks] | None:
        """Return what the windows that end today cost, and the marks that tomorrow needs."""
        windows = [(*before, mark) for before, mark in zip(past, today, strict=True)]
        cost = self._sum(
            (span.code, span.amount(window))
            for span, window in zip(self.spans, windows, strict=True)
        )
        return None if cost is None else (cost, tuple(window[1:] for window in windows))

    def span_cost(self, span: int, window: tuple[int, ...]) -> Cost | None:
        """Return what one long span costs in one window; None is a wall."""
        rule = self.spans[span]
        return self._sum([(rule.code, rule.amount(window))])

    def gap(self, before: int, after: int, dates: int, free_min: int) -> Cost | None:
        """Return what two sessions cost each other; None is a wall."""
        key = (before, after, dates, free_min)
        if key not in self.gaps:
            gap = Gap(dates, free_min)
            self.gaps[key] = self._sum(
                (rule.code, rule.amount(self.strains[before], self.strains[after], gap))
                for rule in self.pairs
                if dates <= rule.reach
            )
        return self.gaps[key]

    def visible(self, before: int, dates: int) -> bool:
        """Whether a session so many dates back can still make any pair speak."""
        key = (before, dates)
        if key not in self.seen_from:
            fixed = tuple(strain for _, visit in self.problem.fixed for strain in visit)
            self.seen_from[key] = any(
                rule.amount(
                    self.strains[before], after, Gap(later, max(0, later * 1440 - LONGEST_DAY_MIN))
                )
                for rule in self.pairs
                for later in range(max(dates, 1), rule.reach + 1)
                for after in (*self.kinds, *fixed)
            )
        return self.seen_from[key]

    def _sum(self, spoke: Iterable[tuple[str, int]]) -> Cost | None:
        """Add what rules said; None when one of them was a wall."""
        soft = ties = 0
        for code, amount in spoke:
            if not amount:
                continue
            weight = self.problem.policy[code]
            if weight is WALL:
                return None
            if weight == TIE:
                ties += amount
            elif isinstance(weight, int):
                soft += weight * amount
        return soft, ties


def _plus(*costs: Cost) -> Cost:
    return sum(cost[0] for cost in costs), sum(cost[1] for cost in costs)


def _order(strain: Strain) -> tuple[str, int, str]:
    return strain.kind, strain.minutes, repr(strain)

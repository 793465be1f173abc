"""Where: the sessions of one week into its slots, exactly.

Day by day; two ways to the same day are one state when nothing that a rule can still see
differs: what is left to place, the earlier sessions within some rule's reach, the marks of
the last days. The cheapest way into a state is kept, so the last day knows the best week.
The search is bounded by states, never by time.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from operator import sub

from dovetail.rulebook.engines import judge, price
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

MOST_STATES = 20_000
BEAM = 40
LONGEST_DAY_MIN = 1439
NEVER = float("inf")
DAYS = 7
Remaining = tuple[int, ...]
Seen = tuple[tuple[int, int, int], ...]
"""(day, minute it ends, number of the strain) of what some rule may still look back at."""
Marks = tuple[tuple[int, ...], ...]
State = tuple[Remaining, Seen, Marks]
Cost = tuple[int, int]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The best week, and whether the search was complete."""

    week: Path
    proven: bool
    price: Mapping[str, int] = field(default_factory=dict)
    """Amount by rule, of what the week still costs."""


class SearchCut(RuntimeError):
    """The search was cut and found no week; that proves nothing."""


def place(problem: Problem, like: Season = ()) -> Placed | None:
    """Return the cheapest legal week, or None when there is none.

    `like` is a week of the same shape, last week's for example: its days are tried first,
    which makes the search shorter and its result no other. None is only certain when the
    search was complete; a search that was cut and found nothing raises SearchCut, never
    says "impossible".
    """
    return _Search(problem).run(_echo(problem, like))


def _echo(problem: Problem, like: Season) -> Cost | None:
    """Return the price of the week placed as another one was, when that is legal."""
    left = list(problem.strains)
    week: list[tuple[Slot, Visit]] = list(problem.fixed)
    slots = {(slot.day, slot.start): slot for slot in problem.slots}
    for was, visit in like:
        mine = [next((one for one in left if one.kind == strain.kind), None) for strain in visit]
        found = tuple(strain for strain in mine if strain is not None)
        slot = slots.get((was.day, was.start))
        if len(set(map(id, found))) != len(found) or (found and slot is None):
            return None
        for strain in found:
            left.remove(strain)
        if found and slot is not None:
            week.append((slot, found))
    if left:
        return None
    walls, soft, ties = price(
        judge([*problem.before, *week], problem.rules, 0, DAYS - 1), problem.policy
    )
    return None if walls else (soft, ties)


def cost_of(problem: Problem, week: Path) -> dict[str, int]:
    """Return what a week costs by rule; ties are left out."""
    season = [*problem.before, *week]
    found = Counter[str]()
    for one in judge(season, problem.rules, 0, DAYS - 1):
        found[one.code] += one.amount
    return {code: found[code] for code in sorted(found) if problem.policy[code] not in (TIE, 0)}


def is_legal(problem: Problem, week: Path) -> bool:
    """Whether no wall is broken."""
    season = [*problem.before, *week]
    return price(judge(season, problem.rules, 0, DAYS - 1), problem.policy)[0] == 0


@dataclass(frozen=True, slots=True)
class _Option:
    """What a day may hold, and what that costs wherever it stands in a week."""

    taken: Remaining
    visits: Path
    cost: Cost
    today: tuple[tuple[int, int, int], ...]
    """Each session by number, with the minutes of the day when its slot starts and it ends."""
    marks: tuple[int, ...]
    """What each long span sees in the day."""


Step = tuple[Cost, Seen, Marks]
Layer = Mapping[State, tuple[Cost, Path]]


class _Search:
    """The tables of one problem, and the walk over its days."""

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
        visits = [list(self._visits(slot)) for slot in problem.slots]
        self.least = self._least_after(visits)
        self.days = [list(self._options(day, visits)) for day in range(DAYS)]

    def _all_strains(self) -> list[Strain]:
        around = [*self.problem.before, *self.problem.fixed]
        others = (strain for _, visit in around for strain in visit)
        return list(dict.fromkeys((*self.kinds, *others)))

    def run(self, bound: Cost | None) -> Placed | None:
        """Walk all states that could be better than a week already known.

        Where none is known a narrow beam looks for one first.
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
        week = found[1]
        return Placed(week=week, proven=complete, price=cost_of(self.problem, week))

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
        seen = tuple((slot.day, end, self.number[strain]) for strain, slot, end in placed)
        days: dict[int, Visit] = {}
        for slot, visit in self.problem.before:
            days[slot.day] = (*days.get(slot.day, ()), *visit)
        marks = tuple(
            tuple(span.mark(days.get(day, ())) for day in range(1 - span.dates, 0))
            for span in self.spans
        )
        left = tuple(self.counts[kind] for kind in self.kinds)
        return left, self._still_seen(seen, 0), marks

    def _next_layer(self, day: int, layer: Layer, bound: Cost | None) -> Layer:
        found: dict[State, tuple[Cost, Path]] = {}
        choices: dict[Remaining, list[tuple[int, Remaining, Cost]]] = {}
        steps: dict[tuple[Seen, Marks, int], Step | None] = {}
        for (left, seen, marks), (cost, path) in layer.items():
            if left not in choices:
                choices[left] = list(self._choices(day, left))
            for number, rest, least in choices[left]:
                key = (seen, marks, number)
                if key not in steps:
                    steps[key] = self._step(day, self.days[day][number], seen, marks)
                step = steps[key]
                if step is None:
                    continue
                option = self.days[day][number]
                soft = cost[0] + option.cost[0] + step[0][0]
                ties = cost[1] + option.cost[1] + step[0][1]
                if bound is not None and (soft + least[0], ties + least[1]) > bound:
                    continue
                state = (rest, step[1], step[2])
                if state not in found or (soft, ties) < found[state][0]:
                    found[state] = ((soft, ties), (*path, *option.visits))
        return found

    def _choices(self, day: int, left: Remaining) -> Iterator[tuple[int, Remaining, Cost]]:
        """Yield the day's options that leave something possible, and what that must cost."""
        room = 2 * sum(slot.day > day for slot in self.problem.slots)
        least = self.least[day]
        for number, option in enumerate(self.days[day]):
            rest = tuple(map(sub, left, option.taken))
            if (rest and min(rest) < 0) or sum(rest) > room:
                continue
            if any(count and least[i][0] == NEVER for i, count in enumerate(rest)):
                continue
            soft = sum(count * least[i][0] for i, count in enumerate(rest) if count)
            ties = sum(count * least[i][1] for i, count in enumerate(rest) if count)
            yield number, rest, (math.ceil(soft - 1e-9), math.ceil(ties - 1e-9))

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
    ) -> Iterator[_Option]:
        """Yield everything the day's slots may hold that breaks no wall by itself."""
        mine = [
            (slot, options)
            for slot, options in zip(self.problem.slots, visits, strict=True)
            if slot.day == day
        ]
        fixed = tuple((slot, visit) for slot, visit in self.problem.fixed if slot.day == day)
        for chosen in product(*(options for _, options in mine)):
            taken = Counter(strain for visit, _ in chosen for strain in visit)
            if any(count > self.counts[kind] for kind, count in taken.items()):
                continue
            own = [
                (slot, visit) for (slot, _), (visit, _) in zip(mine, chosen, strict=True) if visit
            ]
            path = tuple(sorted((*own, *fixed), key=lambda stay: stay[0].start))
            placed = tuple(sessions(path))
            held = tuple(strain for strain, _, _ in placed)
            cost = self._within(placed, held)
            if cost is not None:
                yield _Option(
                    taken=tuple(taken[kind] for kind in self.kinds),
                    visits=path,
                    cost=_plus(cost, *(c for _, c in chosen)),
                    today=tuple((self.number[one], slot.start, end) for one, slot, end in placed),
                    marks=tuple(span.mark(held) for span in self.spans),
                )

    def _within(self, placed: Sequence[tuple[Strain, Slot, int]], held: Visit) -> Cost | None:
        """Return what a day costs by itself: its visits among each other, its own marks."""
        costs = [self._sum((span.code, span.amount((span.mark(held),))) for span in self.single)]
        for index, (strain, slot, _) in enumerate(placed):
            costs += [
                self._gap(self.number[before], self.number[strain], 0, slot.start - ended)
                for before, was, ended in placed[:index]
                if was != slot
            ]
        known = [cost for cost in costs if cost is not None]
        return _plus(*known) if len(known) == len(costs) else None

    def _visits(self, slot: Slot) -> Iterator[tuple[Visit, Cost]]:
        yield (), (0, 0)
        singles: list[Visit] = [(kind,) for kind in self.kinds]
        chains: list[Visit] = [
            (first, then)
            for first, then in product(self.kinds, repeat=2)
            if first != then or self.counts[first] > 1
        ]
        for visit in (*singles, *chains):
            cost = self._sum((rule.code, rule.amount(visit, slot)) for rule in self.stays)
            if cost is not None:
                yield visit, cost

    # -- what a day costs ----------------------------------------------------------------

    def _step(self, day: int, option: _Option, seen: Seen, marks: Marks) -> Step | None:
        """Return the cost of a day after what is seen, and what the next day sees."""
        key = (marks, option.marks)
        if key not in self.windows:
            self.windows[key] = self._spans(marks, option.marks)
        spans = self.windows[key]
        if spans is None:
            return None
        soft, ties = spans[0]
        for was_day, ended, before in seen:
            dates = day - was_day
            for strain, start, _ in option.today:
                cost = self._gap(before, strain, dates, dates * 1440 + start - ended)
                if cost is None:
                    return None
                soft, ties = soft + cost[0], ties + cost[1]
        now = (*seen, *((day, end, strain) for strain, _, end in option.today))
        return (soft, ties), self._still_seen(now, day + 1), spans[1]

    def _spans(self, past: Marks, today: tuple[int, ...]) -> tuple[Cost, Marks] | None:
        """Return what the windows that end today cost, and the marks that tomorrow needs."""
        windows = [(*before, mark) for before, mark in zip(past, today, strict=True)]
        cost = self._sum(
            (span.code, span.amount(window))
            for span, window in zip(self.spans, windows, strict=True)
        )
        return None if cost is None else (cost, tuple(window[1:] for window in windows))

    def _gap(self, before: int, after: int, dates: int, free_min: int) -> Cost | None:
        key = (before, after, dates, free_min)
        if key not in self.gaps:
            gap = Gap(dates, free_min)
            self.gaps[key] = self._sum(
                (rule.code, rule.amount(self.strains[before], self.strains[after], gap))
                for rule in self.pairs
                if dates <= rule.reach
            )
        return self.gaps[key]

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

    # -- what the next day can still see -------------------------------------------------

    def _still_seen(self, seen: Seen, day: int) -> Seen:
        return tuple([one for one in seen if self._visible(one[2], day - one[0])])

    def _visible(self, before: int, dates: int) -> bool:
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


def _plus(*costs: Cost) -> Cost:
    return sum(cost[0] for cost in costs), sum(cost[1] for cost in costs)


def _order(strain: Strain) -> tuple[str, int, str]:
    return strain.kind, strain.minutes, repr(strain)


def _best(layer: Layer, most: int) -> dict[State, tuple[Cost, Path]]:
    """Keep the cheapest states of a layer that grew too large."""
    return dict(sorted(layer.items(), key=lambda item: item[1][0])[:most])

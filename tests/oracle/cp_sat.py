"""The same week for another solver: OR-Tools CP-SAT, fed with tables that the rules make.

No rule is written twice. Every table below holds what `rule.amount` and `rule.mark` answer for
the combinations that the week can meet, so a rule that changes changes both solvers: what is
tried here is our search and its tables, not the rules.

One Boolean says that a slot holds a visit. Three kinds of cost hang on them:

* a Stay prices the Boolean itself, or forbids it;
* a Pair prices a session together with a visit of an earlier slot: a product;
* a Span sees a mark a day, a table over what the day's slots hold, and prices a window of
  marks, a table again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from ortools.sat.python import cp_model

from dovetail.planning.week_tables import DAYS, Cost, Path, Problem
from dovetail.rulebook.shapes import (
    TIE,
    WALL,
    Gap,
    Pair,
    Slot,
    Span,
    Stay,
    Strain,
    Visit,
    sessions,
)

LONGEST_CHAIN = 2
"""PL202 is a wall to more, under every policy: tests/oracle/test_equal_to_cp_sat.py asks it."""
_EXACT = 2**53

Var = cp_model.IntVar
Sum = cp_model.LinearExprT
Amount = int | None
"""Price and ties in one number; None is a wall."""


@dataclass(frozen=True, slots=True)
class Best:
    """The cheapest legal week, and what it costs."""

    week: Path
    cost: Cost


@dataclass(frozen=True, slots=True)
class _Stand:
    """A slot, and a Boolean for each visit that it may hold."""

    slot: Slot
    holds: Mapping[Visit, Var]
    fixed: bool = False

    def may_be_empty(self) -> bool:
        return not self.fixed


class _Impossible(Exception):
    """A wall stands, whatever is chosen."""


def best_week(problem: Problem, *, seed: int = 0) -> Best | None:
    """Return the cheapest legal week; None when CP-SAT has proved that there is none."""
    try:
        week = _Week(problem)
    except _Impossible:
        return None
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.cp_model_presolve = False  # 9.15 loses the best week of number 423 with it
    status = solver.solve(week.model)
    if status == cp_model.INFEASIBLE:
        return None
    if status != cp_model.OPTIMAL:
        raise RuntimeError(f"CP-SAT proved nothing: {solver.status_name(status)}")
    assert solver.objective_value < _EXACT
    found = [
        (stand.slot, visit)
        for stand in week.stands
        for visit, var in stand.holds.items()
        if solver.boolean_value(var)
    ]
    return Best(tuple(found), divmod(round(solver.objective_value), week.point))


class _Week:
    """One problem as variables, constraints and one weighted sum."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.cost: list[Sum] = []
        self.stays = [rule for rule in problem.rules if isinstance(rule, Stay)]
        self.pairs = [rule for rule in problem.rules if isinstance(rule, Pair)]
        self.gaps: dict[tuple[Strain, Strain, Gap], Amount] = {}
        self.visits = tuple(_all_visits(problem.strains))
        self.point = 1 + self._ties_at_most()
        """What a point of price is worth in ties: more than all ties of a week together."""
        self.stands = self._stands()
        self._everything_stands_once()
        self._price_pairs()
        for span in (rule for rule in problem.rules if isinstance(rule, Span)):
            _Marks(self, span).price()
        self.model.minimize(cp_model.LinearExpr.sum(self.cost))

    def amount(self, spoke: Iterable[tuple[str, int]]) -> Amount:
        """Weigh what rules said, as the policy has it."""
        total = 0
        for code, amount in spoke:
            weight = self.problem.policy[code]
            assert amount >= 0, f"{code} pays for something"
            if amount and weight is WALL:
                return None
            total += amount if weight == TIE else int(weight or 0) * amount * self.point
        return total

    # -- a visit in a slot ---------------------------------------------------------------

    def _ties_at_most(self) -> int:
        ties = [rule for rule in self.problem.rules if self.problem.policy[rule.code] == TIE]
        stays = [rule for rule in ties if isinstance(rule, Stay)]
        assert stays == ties, "only a Stay breaks ties"
        return sum(
            max(sum(rule.amount(visit, slot) for rule in stays) for visit in self.visits)
            for slot in self.problem.slots
        )

    def _stands(self) -> list[_Stand]:
        found = [self._stand(slot, self.visits) for slot in self.problem.slots]
        for slot, visit in self.problem.fixed:
            stand = self._stand(slot, (visit,), fixed=True)
            if not stand.holds:
                raise _Impossible
            found.append(stand)
        return sorted(found, key=lambda stand: (stand.slot.day, stand.slot.start))

    def _stand(self, slot: Slot, visits: Iterable[Visit], *, fixed: bool = False) -> _Stand:
        holds: dict[Visit, Var] = {}
        for visit in visits:
            amount = self.amount((rule.code, rule.amount(visit, slot)) for rule in self.stays)
            if amount is not None:
                holds[visit] = var = self.model.new_bool_var("")
                self.cost.append(amount * var)
        if fixed:
            self.model.add_exactly_one(holds.values())
        else:
            self.model.add_at_most_one(holds.values())
        return _Stand(slot, holds, fixed)

    def _everything_stands_once(self) -> None:
        for strain, times in Counter(self.problem.strains).items():
            placed = [
                visit.count(strain) * var
                for stand in self.stands
                if not stand.fixed
                for visit, var in stand.holds.items()
                if strain in visit
            ]
            if not placed:
                raise _Impossible
            self.model.add(cp_model.LinearExpr.sum(placed) == times)

    # -- two sessions of different visits ------------------------------------------------

    def _price_pairs(self) -> None:
        reach = max((rule.reach for rule in self.pairs), default=0)
        earlier = tuple(sessions(self.problem.before))
        for index, stand in enumerate(self.stands):
            near = [one for one in self.stands[:index] if stand.slot.day - one.slot.day <= reach]
            for after, here in _sessions_of(stand):
                known = self._sum_of_gaps(earlier, after, stand.slot)
                if known is None:
                    self.model.add(cp_model.LinearExpr.sum(here) == 0)
                    continue
                self.cost.extend(known * var for var in here)
                for other in near:
                    self._price_pair(other, after, stand.slot, here)

    def _price_pair(self, other: _Stand, after: Strain, slot: Slot, here: Sequence[Var]) -> None:
        """Price a session that stands here together with whatever the other slot holds."""
        forbidden: list[Var] = []
        priced: list[tuple[Var, int]] = []
        for visit, var in other.holds.items():
            amount = self._sum_of_gaps(sessions([(other.slot, visit)]), after, slot)
            if amount is None:
                forbidden.append(var)
            elif amount:
                priced.append((var, amount))
        if forbidden:
            self.model.add_at_most_one((*forbidden, *here))
        if priced:
            most = max(amount for _, amount in priced)
            both = self.model.new_int_var(0, most, "")
            there = cp_model.LinearExpr.sum([amount * var for var, amount in priced])
            self.model.add(both >= there + most * (cp_model.LinearExpr.sum(list(here)) - 1))
            self.cost.append(both)

    def _sum_of_gaps(
        self, earlier: Iterable[tuple[Strain, Slot, int]], after: Strain, slot: Slot
    ) -> Amount:
        total = 0
        for before, was, end in earlier:
            dates = slot.day - was.day
            amount = self._gap(before, after, Gap(dates, dates * 1440 + slot.start - end))
            if amount is None:
                return None
            total += amount
        return total

    def _gap(self, before: Strain, after: Strain, gap: Gap) -> Amount:
        key = (before, after, gap)
        if key not in self.gaps:
            self.gaps[key] = self.amount(
                (rule.code, rule.amount(before, after, gap))
                for rule in self.pairs
                if gap.dates <= rule.reach
            )
        return self.gaps[key]


def _all_visits(strains: Sequence[Strain]) -> Iterator[Visit]:
    """Everything that one slot could hold, of what there is."""
    counts = Counter(strains)
    for length in range(1, LONGEST_CHAIN + 1):
        for visit in product(counts, repeat=length):
            if Counter(visit) <= counts:
                yield visit


def _sessions_of(stand: _Stand) -> Iterator[tuple[Strain, list[Var]]]:
    """Yield each session that may stand here, with the visits that hold it."""
    found: dict[tuple[Strain, int], list[Var]] = defaultdict(list)
    for visit, var in stand.holds.items():
        for place, strain in enumerate(visit):
            found[strain, visit[:place].count(strain)].append(var)
    for (strain, _), holding in found.items():
        yield strain, holding


class _Marks:
    """One Span: a variable for the mark of each day, and a table for each window."""

    def __init__(self, week: _Week, rule: Span) -> None:
        self.week = week
        self.model = week.model
        self.rule = rule
        self.of: dict[Visit, int] = {}
        self.weighed: dict[tuple[int, ...], Amount] = {}
        before: dict[int, Visit] = defaultdict(tuple)
        for strain, slot, _ in sessions(week.problem.before):
            before[slot.day] += (strain,)
        self.earlier = {day: rule.mark(before[day]) for day in range(1 - rule.dates, 0)}

    def price(self) -> None:
        """Price, or forbid, what the rule says of the windows that end in this week."""
        days = [self._day(day) for day in range(DAYS)]
        for last in range(DAYS):
            span = range(last - self.rule.dates + 1, last + 1)
            known = tuple(self.earlier[day] for day in span if day < 0)
            self._window(known, [days[day] for day in span if day >= 0])

    def _window(self, known: tuple[int, ...], days: Sequence[tuple[Var, list[int]]]) -> None:
        weighed = {
            marks: self._amount((*known, *marks))
            for marks in product(*(possible for _, possible in days))
        }
        marks_vars = [var for var, _ in days]
        walls = [marks for marks, amount in weighed.items() if amount is None]
        if walls and not self._walls_as_a_sum(marks_vars, weighed):
            self.model.add_forbidden_assignments(marks_vars, walls)
        most = max((amount for amount in weighed.values() if amount), default=0)
        if most:
            cost = self.model.new_int_var(0, most, "")
            rows = [(*marks, amount) for marks, amount in weighed.items() if amount is not None]
            self.model.add_allowed_assignments([*marks_vars, cost], rows)
            self.week.cost.append(cost)

    def _walls_as_a_sum(
        self, marks_vars: Sequence[Var], weighed: Mapping[tuple[int, ...], Amount]
    ) -> bool:
        """Say the walls as one inequality, where the whole table is just that."""
        legal = [sum(marks) for marks, amount in weighed.items() if amount is not None]
        walls = [sum(marks) for marks, amount in weighed.items() if amount is None]
        most = max(legal, default=-1)
        if most >= min(walls):
            return False
        self.model.add(cp_model.LinearExpr.sum(list(marks_vars)) <= most)
        return True

    def _amount(self, marks: tuple[int, ...]) -> Amount:
        if marks not in self.weighed:
            self.weighed[marks] = self.week.amount([(self.rule.code, self.rule.amount(marks))])
        return self.weighed[marks]

    # -- what the rule sees in a day -----------------------------------------------------

    def _mark(self, day: Visit) -> int:
        if day not in self.of:
            self.of[day] = self.rule.mark(day)
        return self.of[day]

    def _day(self, day: int) -> tuple[Var, list[int]]:
        """A variable for the day's mark, with the values it may take.

        Visits that look the same to the rule, whatever else the day holds, are one choice.
        """
        stands = [stand for stand in self.week.stands if stand.slot.day == day]
        contents = [[*stand.holds, *([()] if not stand.fixed else [])] for stand in stands]
        choices = [self._choices(contents, place) for place in range(len(stands))]
        rows = {
            (
                *chosen,
                self._mark(
                    sum((one[number][0] for one, number in zip(choices, chosen, strict=True)), ())
                ),
            )
            for chosen in product(*(range(len(one)) for one in choices))
        }
        possible = sorted({row[-1] for row in rows})
        mark = self.model.new_int_var_from_domain(cp_model.Domain.from_values(possible), "")
        chosen_vars = [
            self._chosen(stand, alike) for stand, alike in zip(stands, choices, strict=True)
        ]
        if stands and len(possible) > 1:
            self.model.add_allowed_assignments([*chosen_vars, mark], sorted(rows))
        return mark, possible

    def _choices(self, contents: Sequence[Sequence[Visit]], place: int) -> list[list[Visit]]:
        """Group what a slot may hold by what the rule makes of it beside all else."""
        others = list(product(*contents[:place], [None], *contents[place + 1 :]))
        groups: dict[tuple[int, ...], list[Visit]] = defaultdict(list)
        for visit in contents[place]:
            seen = (self._mark(_filled(other, visit)) for other in others)
            groups[tuple(seen)].append(visit)
        return list(groups.values())

    def _chosen(self, stand: _Stand, alike: Sequence[Sequence[Visit]]) -> Var:
        """A variable for the group of visits from which the slot's visit comes."""
        chosen = self.model.new_int_var(0, len(alike) - 1, "")
        numbers = {visit: number for number, group in enumerate(alike) for visit in group}
        empty = numbers.get((), 0)
        moves = [(numbers[visit] - empty) * var for visit, var in stand.holds.items()]
        self.model.add(chosen == empty + cp_model.LinearExpr.sum(moves))
        return chosen


def _filled(others: Sequence[Visit | None], visit: Visit) -> Visit:
    return sum((visit if other is None else other for other in others), ())

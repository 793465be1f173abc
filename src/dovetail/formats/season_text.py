"""The season as a table, a row a week: as rich as the width allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dovetail.domain.plan import Plan, Week
from dovetail.domain.prescription import Block
from dovetail.domain.session import Session
from dovetail.explaining.speaker import Speaker
from dovetail.formats.text_layout import Column, rows_of, width_of
from dovetail.formats.week_text import days_of

_BAR = 12
_SMALL_BAR = 5
_LESS = frozenset({"taper", "race", "recovery"})
_AIRY = 104
_QUALITY = frozenset({"hills", "threshold", "interval", "repetition", "race_pace", "run_walk"})
Cell = Callable[[Week], str]


@dataclass(frozen=True, slots=True)
class SeasonText:
    """Writes the arc of a season in the Speaker's words."""

    say: Speaker
    width: int
    wide: bool

    def lines(self, plan: Plan, current: Week) -> list[str]:
        """Write one row a week, with an arrow at the current one."""
        tables = list(self._rich(plan, current) if self.wide else self._plain(plan, current))
        gaps = (3, 2) if self.wide else (2, 1)
        table, gap = next(
            (
                (table, gap)
                for table in tables
                for gap in gaps
                if width_of(table, gap) <= (self.width if gap < 3 else min(self.width, _AIRY))
            ),
            (tables[-1], 1),
        )
        return rows_of(table, head=True, gap=gap)

    def _rich(self, plan: Plan, current: Week) -> Iterator[list[Column]]:
        start = self._start(plan, current)
        bar = self._column(plan, "", self._bar_of(plan, _BAR))
        days = self._column(plan, "days", lambda week: days_of(week, self.say, short=True))
        first = self._column(plan, "from", self._from, right=True)
        phase = self._column(plan, "run", self._phase)
        km, long = self._km(plan), self._long(plan)
        full = self._column(plan, "strength", self._strength(plan, ""))
        short = self._column(plan, "strength", self._strength(plan, "phases_short."))
        quality = self._column(plan, "quality", self._quality)
        kinds = self._column(plan, "quality", self._kinds)
        lifts = self._column(plan, "strength", self._phase_short)
        either = self._column(plan, "run", self._phase_or_lighter)
        drawn = self._drawn(plan)
        yield [*start, days, phase, km, bar, long, quality, full]
        yield [*start, first, phase, km, bar, long, quality, short]
        yield [*start, first, either, drawn, long, quality, short]
        yield [*start, first, either, drawn, long, kinds, short]
        yield [*start, first, either, drawn, long, kinds, lifts]
        yield [*start, days, phase, km, long, quality, full]
        yield [*start, first, phase, km, long, quality, short]
        yield [*start, first, either, km, long, quality, short]
        yield [*start, first, phase, km, long, kinds, short]
        yield [*start, first, either, km, long, kinds, short]
        yield [*start, first, either, km, long, kinds, lifts]
        yield from self._plain(plan, current)

    def _plain(self, plan: Plan, current: Week) -> Iterator[list[Column]]:
        start = self._start(plan, current)
        either = self._column(plan, "run", self._phase_or_lighter)
        first = self._column(plan, "from", self._from, right=True)
        km, long = self._km(plan), self._long(plan)
        lifts = self._column(plan, "strength", self._phase_short)
        yield [*start, first, either, km, long, lifts]
        yield [*start, either, km, long, lifts]
        yield self._smallest(plan, current)

    def _smallest(self, plan: Plan, current: Week) -> list[Column]:
        either = self._column(plan, "run", self._phase_or_lighter)
        return [*self._start(plan, current), either, self._km(plan)]

    def _start(self, plan: Plan, current: Week) -> list[Column]:
        def number(week: Week) -> str:
            return f"{'→' if week is current else ' '} {week.number:2}"

        return [self._column(plan, "week", number, right=True)]

    def _column(self, plan: Plan, head: str, cell: Cell, *, right: bool = False) -> Column:
        said = self.say.word(f"text.column_{head}") if head else ""
        return Column(tuple(cell(week) for week in plan.weeks), said, right)

    def _km(self, plan: Plan) -> Column:
        unit = self.say.units
        return self._column(plan, unit, lambda week: self._number(week.run_km), right=True)

    def _long(self, plan: Plan) -> Column:
        return self._column(plan, "long", lambda week: self._number(_long_of(week)), right=True)

    def _number(self, km: float) -> str:
        return self.say.measures.km(km).split(" ")[0] if km else "–"

    def _drawn(self, plan: Plan) -> Column:
        """Write the kilometres with a small bar beside them."""
        told, bar = self._km(plan), self._bar_of(plan, _SMALL_BAR)
        cells = (f"{told.aligned(self._number(week.run_km))} {bar(week)}" for week in plan.weeks)
        return Column(tuple(cell.rstrip() for cell in cells), told.aligned(told.head))

    def _bar_of(self, plan: Plan, size: int) -> Cell:
        """Draw a week beside the biggest one, in half steps; thin where it is less on purpose."""
        most = max((week.run_km for week in plan.weeks), default=0) or 1

        def cell(week: Week) -> str:
            less = week.lighter or week.phase in _LESS
            whole, half = divmod(round(2 * size * week.run_km / most), 2)
            return ("─" if less else "━") * whole + ("╴" if less else "╸") * half

        return cell

    def _from(self, week: Week) -> str:
        return self.say.measures.short_date(week.starts)

    def _phase(self, week: Week) -> str:
        phase = self.say.word(week.phase)
        return self.say.phrase("text.lighter", phase=phase) if self._is_marked(week) else phase

    def _phase_or_lighter(self, week: Week) -> str:
        return self.say.word("lighter" if self._is_marked(week) else week.phase)

    def _is_marked(self, week: Week) -> bool:
        return week.lighter and week.phase != "recovery"

    def _quality(self, week: Week) -> str:
        hard = _quality_of(week)
        briefs = [self.say.titles.brief(session) for session in hard or week.sessions]
        said = [brief.replace(" × ", "×") for brief in briefs if brief]
        return "; ".join(dict.fromkeys(said) if hard else said[:1])

    def _kinds(self, week: Week) -> str:
        kinds = [self.say.word(session.kind) for session in _quality_of(week)]
        return ", ".join(dict.fromkeys(kinds)) or self._quality(week)

    def _strength(self, plan: Plan, table: str) -> Cell:
        """Say phase and dose; the doses stand below one another."""
        phases = {week.strength_phase for week in plan.weeks} - {None}
        named = {phase: self.say.word(f"{table}{phase}") for phase in phases}
        longest = max(map(len, named.values()), default=0)

        def cell(week: Week) -> str:
            if week.strength_phase is None:
                return ""
            dose = self._dose(week).replace(" × ", "×")
            return f"{named[week.strength_phase]:{longest}} {dose}".rstrip()

        return cell

    def _phase_short(self, week: Week) -> str:
        phase = week.strength_phase
        return "" if phase is None else self.say.word(f"phases_short.{phase}")

    def _dose(self, week: Week) -> str:
        block = _main_block(week)
        if block is None:
            return ""
        if block.circuit:
            return self._count("rounds", block.rounds)
        line = next((line for line in block.lines if line.rir is not None), block.lines[0])
        if week.strength_phase == "stabilization" or line.reps is None:
            return self._count("sets", line.sets)
        reps = self.say.measures.range(line.reps)
        return self.say.phrase("text.sets_reps", n=str(line.sets), reps=reps)

    def _count(self, what: str, n: int) -> str:
        return self.say.phrase(f"text.{what}_once" if n == 1 else f"text.{what}", n=str(n))


def _long_of(week: Week) -> float:
    return max((one.km or 0.0 for one in week.sessions if one.kind == "long"), default=0.0)


def _quality_of(week: Week) -> list[Session]:
    """Return the sessions that a week is known by; beside a race nothing else matters."""
    races = [session for session in week.sessions if session.discipline == "race"]
    quality = [session for session in week.sessions if session.kind in _QUALITY]
    return races or quality


def _main_block(week: Week) -> Block | None:
    """Return what the week's first whole strength session is about."""
    lifts = [session for session in week.sessions if session.kind in ("lower", "full")]
    blocks = (block for session in lifts for block in session.blocks if block.part == "main")
    lifted = (block for block in blocks if any(not line.contacts for line in block.lines))
    return next(lifted, None)

"""One session on a terminal: what to do, how hard, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dovetail.application.sheet import HOLDS_GATE_TESTS
from dovetail.domain.decision import Reason
from dovetail.domain.prescription import Block
from dovetail.domain.session import Session
from dovetail.explaining.line_words import LineWords, Shared
from dovetail.explaining.speaker import Speaker
from dovetail.formats.text_layout import GLUE, Column, rows_of, width_of, wrapped

EASED = "AI2"
_LISTED = frozenset({"correct", "warm_up", "finish"})


@dataclass(frozen=True, slots=True)
class SessionText:
    """Writes sessions in the Speaker's words, within a width."""

    say: Speaker
    width: int

    def stats(self, session: Session) -> str:
        """Say minutes, distance and effort, and what came of it."""
        measures = self.say.measures
        stats = [measures.minutes(session.minutes)] if session.minutes else []
        if session.km is not None and session.discipline == "run":
            stats.append(measures.km(session.km))
        if session.rpe is not None:
            effort = measures.range(session.rpe, 0.5)
            stats.append(self.say.phrase("steps.effort", rpe=effort))
        if session.done is not None:
            stats.append(self.say.word(session.done.status))
        return " · ".join(stats)

    def body(self, session: Session, indent: str) -> list[str]:
        """Write the steps and blocks."""
        lines: list[str] = []
        for step in self._steps(session):
            lines += wrapped(step, self.width, indent=indent, then=f"{indent}  ")
        for block in session.blocks:
            lines += self._block(block, indent)
        return lines

    def why(self, session: Session, said: set[str]) -> str:
        """Say what it is for and what bound it; nothing is said twice in a week."""
        parts = [self.say.purpose(session)]
        aim = self.say.aim_of(session.reasons)
        first = session.reasons[0] if session.reasons else None
        if first is not None and aim is not None and first != aim:
            parts.append(self.say.reason(first))
        parts += [self.say.reason(reason) for reason in _eased_of(session) if reason != aim]
        parts += [self.say.reason(reason) for reason in _gate_of(session)]
        new = [part for part in parts if part and part not in said]
        said.update(new)
        return " ".join(new)

    def _steps(self, session: Session) -> tuple[str, ...]:
        lines = self.say.runs.lines(session)
        says_no_more_than_its_title = len(lines) == 1 and self.say.beginner
        return () if says_no_more_than_its_title else lines

    def _block(self, block: Block, indent: str) -> list[str]:
        words = LineWords(self.say.measures)
        part = self.say.word(f"blocks.{block.part}")
        if block.part in _LISTED:
            items = " · ".join(words.listed(line) for line in block.lines)
            text = self.say.phrase("blocks.listed", part=part, items=items)
            return wrapped(text, self.width, indent=indent, then=f"{indent}  ")
        shared = words.above(block)
        lines = self._heading(words.heading(block, part), tuple(shared.values()), indent)
        table = _table(block, words, shared)
        return lines + self._lines(table, indent + "  ")

    def _heading(self, heading: str, shared: tuple[str, ...], indent: str) -> list[str]:
        """Write what holds for the whole block beside its name, or else below it."""
        together = indent + " · ".join([heading, *shared])
        if len(together) <= self.width:
            return [together]
        inner = f"{indent}  "
        lines = wrapped(heading, self.width, indent=indent, then=inner)
        room = self.width - len(inner) - len(" ·")
        whole = " · ".join(
            item.replace(" ", GLUE) if len(item) <= room else item for item in shared
        )
        return lines + wrapped(whole, self.width, indent=inner)

    def _lines(self, table: Sequence[Column], indent: str) -> list[str]:
        """Write a block's lines as a table, or below one another where that is too wide."""
        if len(indent) + width_of(table) <= self.width:
            return [indent + row for row in rows_of(table, head=False)]
        lines: list[str] = []
        for name, *rest in zip(*(column.cells for column in table), strict=True):
            details = " · ".join(cell for cell in rest if cell)
            together = f"{name}: {details}" if details else name
            lines += wrapped(together, self.width, indent=indent, then=f"{indent}  ")
        return lines


def _table(block: Block, words: LineWords, shared: Shared) -> list[Column]:
    columns = (
        [line.name for line in block.lines],
        [words.amount(line, in_circuit=block.circuit) for line in block.lines],
        [words.details(line, shared) for line in block.lines],
    )
    return [Column(tuple(cells)) for cells in columns if any(cells)]


def _eased_of(session: Session) -> Iterator[Reason]:
    """What was made easier in a session after it was planned."""
    return (reason for reason in session.reasons if reason.code.startswith(EASED))


def _gate_of(session: Session) -> tuple[Reason, ...]:
    """The tests that a session holds, with what each asks and opens."""
    codes = [reason.code for reason in session.reasons]
    if HOLDS_GATE_TESTS not in codes:
        return ()
    return session.reasons[codes.index(HOLDS_GATE_TESTS) :]

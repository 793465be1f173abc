"""A strength session ready to be placed: its blocks, its minutes, what it does to the legs."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from dovetail.domain.prescription import Block, Line
from dovetail.domain.template import SessionTemplate
from dovetail.planning.strength_minutes import Parts, minutes_of

MANY_CONTACTS = 20
HEAVY_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthSession:
    """A session ready to be placed: blocks, minutes, and what it does to the legs."""

    blocks: tuple[Block, ...]
    minutes: int
    heavy_legs: bool
    lower_sets: int
    contacts: int
    cut: bool
    """Something was left out to fit the minutes."""

    @classmethod
    def of(
        cls,
        template: SessionTemplate,
        parts: Parts,
        *,
        block: Callable[[str], tuple[Line, ...]],
        lower: Container[str],
    ) -> StrengthSession:
        """Join the blocks: prepare, main, core, finish.

        `block` gives the lines of a preparing or recovering block by name, `lower` holds the
        exercises that the legs do.
        """
        lines = [draft.line for draft in parts.drafts]
        legs = [line for line in lines if line.exercise in lower]
        contacts = sum(line.contacts for line in lines)
        finish = block("finish_rolled" if parts.rolls_first else "finish")
        return cls(
            blocks=(
                *_prepare(parts, block),
                *_main_blocks(lines, circuit=template.circuit),
                Block(part="finish", lines=finish),
            ),
            minutes=minutes_of(parts),
            heavy_legs=contacts > MANY_CONTACTS or sum(map(_is_heavy, legs)) >= HEAVY_LINES,
            lower_sets=sum(line.sets for line in legs),
            contacts=contacts,
            cut=parts.cut,
        )


def _prepare(parts: Parts, block: Callable[[str], tuple[Line, ...]]) -> list[Block]:
    if parts.heavy:
        return [Block(part="warm_up", lines=block("warm_up"))]
    if parts.rolls_first:
        return [Block(part="correct", lines=block("correct"))]
    if parts.prepare_min:
        return [Block(part="correct", lines=block("activate"))]
    return []


def _main_blocks(lines: Sequence[Line], *, circuit: bool) -> list[Block]:
    """A circuit holds the lines that share its rounds; the others follow as straight sets."""
    if not circuit:
        return [Block(part="main", lines=tuple(lines))]
    rounds = max((line.sets for line in lines), default=1)
    inside = tuple(line for line in lines if line.sets == rounds)
    after = tuple(line for line in lines if line.sets != rounds)
    blocks = [Block(part="main", lines=inside, circuit=True, rounds=rounds)]
    if after:
        blocks.append(Block(part="core", lines=after))
    return blocks


def _is_heavy(line: Line) -> bool:
    """Few repetitions near the limit; the own-weight form counts up to eight."""
    if line.reps is None or line.rir is None or line.rir > 3 or line.sets < 1:
        return False
    return line.reps[0] <= 6 or (line.reps[1] <= 8 and line.tempo is not None)

"""A strength session ready to be placed: its blocks, its minutes, what it does to the legs."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace

from dovetail.domain.prescription import Block, BlockPart, Line
from dovetail.domain.template import SessionTemplate
from dovetail.planning.strength_minutes import (
    ACTIVATE_MIN,
    LEAST_RECOVERY_MIN,
    SHORT_RECOVERY_MIN,
    Draft,
    Parts,
    minutes_of,
)

BlockOf = Callable[[str], tuple[Line, ...]]
MANY_CONTACTS = 20
HEAVY_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthSession:
    """A session ready to be placed: blocks, minutes, and what it does to the legs."""

    blocks: tuple[Block, ...]
    minutes: int
    heavy_legs: bool
    sets: int
    """Of all lines."""
    lower_sets: int
    """Of the legs; jumps are counted by their landings."""
    contacts: int
    cut: bool
    """Something was left out to fit the minutes."""

    @property
    def exercises(self) -> frozenset[str]:
        """What is trained; warming up and recovering are not."""
        trained = (block for block in self.blocks if block.part in ("main", "core"))
        return frozenset(line.exercise for block in trained for line in block.lines)

    @classmethod
    def of(
        cls,
        template: SessionTemplate,
        parts: Parts,
        *,
        block: BlockOf,
        lower: Container[str],
    ) -> StrengthSession:
        """Join the blocks: prepare, main, core, finish.

        `block` gives the lines of a preparing or recovering block by name, `lower` holds the
        exercises that the legs do.
        """
        lines = [draft.line for draft in parts.drafts]
        legs = [line for line in lines if line.exercise in lower]
        contacts = sum(line.contacts for line in lines)
        return cls(
            blocks=(
                *_prepare(parts, block),
                *_main_blocks(parts.drafts, circuit=template.circuit),
                Block(part="finish", lines=block(_finish(parts))),
            ),
            minutes=minutes_of(parts),
            heavy_legs=has_heavy_legs(lines, lower),
            sets=sum(line.sets for line in lines),
            lower_sets=sum(line.sets for line in legs if not line.contacts),
            contacts=contacts,
            cut=parts.cut,
        )


def _prepare(parts: Parts, block: BlockOf) -> list[Block]:
    """What wakes and warms; what the session itself holds is not done twice."""
    if not parts.prepare_min:
        return []
    if parts.warms_up and parts.prepare_min > ACTIVATE_MIN:
        part: BlockPart = "warm_up"
        lines = block("warm_up")
    else:
        part, lines = "correct", block("correct" if parts.rolls_first else "activate")
    inside = {draft.line.exercise for draft in parts.drafts}
    kept = [line for line in lines if line.exercise not in inside]
    if parts.more_min:
        kept = _moving_first(kept, block("easy_movement"), parts.more_min)
    return [Block(part=part, lines=tuple(kept))] if kept else []


def _moving_first(lines: list[Line], easy: Sequence[Line], minutes: int) -> list[Line]:
    """Put easy movement first; where the block begins with it already, it lasts longer."""
    (move,) = easy
    same = bool(lines) and lines[0].exercise == move.exercise
    already = lines[0].seconds if same else None
    low, high = already or (0.0, 0.0)
    longer = replace(move, seconds=(low + 60 * minutes, high + 60 * minutes))
    return [longer, *lines[int(same) :]]


def _finish(parts: Parts) -> str:
    """Name the recovering block that the session's minutes have room for."""
    if parts.after_run:
        return "finish_after_run"
    if parts.rolls_first:
        return "finish_rolled"
    if parts.recover_min <= LEAST_RECOVERY_MIN:
        return "finish_least"
    return "finish_short" if parts.recover_min <= SHORT_RECOVERY_MIN else "finish"


def _main_blocks(drafts: Sequence[Draft], *, circuit: bool) -> list[Block]:
    """A circuit holds the lines that share its rounds; the others follow as straight sets.

    Jumps are no part of a circuit: they come before it, on fresh legs.
    """
    if not circuit:
        return [Block(part="main", lines=tuple(draft.line for draft in drafts))]
    jumps = tuple(draft.line for draft in drafts if draft.role == "jump")
    lines = [draft.line for draft in drafts if draft.role != "jump"]
    rounds = max((line.sets for line in lines), default=1)
    inside = tuple(line for line in lines if line.sets == rounds)
    after = tuple(line for line in lines if line.sets != rounds)
    blocks = [Block(part="main", lines=jumps)] if jumps else []
    blocks.append(Block(part="main", lines=inside, circuit=True, rounds=rounds))
    if after:
        blocks.append(Block(part="core", lines=after))
    return blocks


def has_heavy_legs(lines: Iterable[Line], lower: Container[str]) -> bool:
    """Whether two lines of the legs are heavy, or many jumps land; `lower` are the legs' lines."""
    told = tuple(lines)
    heavy = sum(_is_heavy(line) for line in told if line.exercise in lower)
    return heavy >= HEAVY_LINES or sum(line.contacts for line in told) > MANY_CONTACTS


def _is_heavy(line: Line) -> bool:
    """Few repetitions near the limit; the own-weight form counts up to eight."""
    if line.reps is None or line.rir is None or line.rir > 3 or line.sets < 1:
        return False
    return line.reps[0] <= 6 or (line.reps[1] <= 8 and line.tempo is not None)

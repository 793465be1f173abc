"""What easier does to a strength session: a set less, lighter legs, no jumps, or mobility."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dovetail.domain.decision import Reason
from dovetail.domain.easing import Ease
from dovetail.domain.prescription import Block, Line
from dovetail.domain.session import Session
from dovetail.domain.units import rounded_down
from dovetail.planning.strength_choice import NEW_WAVE
from dovetail.planning.strength_minutes import Draft, line_seconds, with_sets
from dovetail.planning.strength_session import has_heavy_legs
from dovetail.review.easier import HAIR, Easier, EasyShelf
from dovetail.review.easier_mobility import mobility_instead
from dovetail.rulebook.intensity import of_the_legs

A_SET_LESS, LIGHTER_LEGS, NO_JUMPS, NO_STEP = "AI210", "AI211", "AI212", "AI213"
WORK = ("main", "core")
STEP_KG = 1.0
"""Where the runner told no steps, a lighter load is a whole number of kilos (dovetail)."""
Change = Callable[[Block], Block]


def eased_lift(session: Session, left: Ease, shelf: EasyShelf) -> Easier | None:
    """Return a strength session under ceilings; None where nothing of it is left.

    Light is mobility in its place; what only wakes muscles and lifts no load stays.
    """
    if left.lift == "none":
        return None
    one = Easier.of(session)
    for blocks, said in _changes(one, left, shelf):
        if blocks != one.now.blocks:
            one = _with_blocks(one, blocks, said, shelf)
    wakes = one.now.kind == "activation" and all(line.load_rule is None for line in one.now.lines())
    if not any(one.now.working_lines()) or (left.lift == "light" and not wakes):
        return mobility_instead(one, shelf)
    return one


def _changes(one: Easier, left: Ease, shelf: EasyShelf) -> Iterator[tuple[tuple[Block, ...], str]]:
    """Yield what the blocks become, step by step, each with the code of what is said."""
    blocks = one.now.blocks
    less = left.lift != "asked" and one.told(A_SET_LESS) is None
    legs = not left.heavy_legs and one.told(LIGHTER_LEGS) is None
    relief = _Relief(one=one, shelf=shelf, less=less)
    if not left.hops:
        blocks = _without_jumps(blocks)
        yield blocks, NO_JUMPS
    if less:
        blocks = tuple(map(relief.a_set_less, blocks))
        yield blocks, A_SET_LESS
    if legs:
        blocks = tuple(map(relief.lighter_legs, blocks))
        yield blocks, LIGHTER_LEGS
    if not left.grow:
        blocks = _changed(blocks, _held)
        yield blocks, NO_STEP


def _with_blocks(one: Easier, blocks: tuple[Block, ...], code: str, shelf: EasyShelf) -> Easier:
    """Let minutes, effort and heavy legs say what the session is now."""
    session = one.now
    saved = _seconds(session.blocks) - _seconds(blocks)
    lines = [line for block in blocks for line in block.lines]
    lower = {line.exercise for line in lines if shelf.exercises[line.exercise].lower}
    heavy = session.heavy_legs and has_heavy_legs(lines, lower)
    effort = session.rpe
    if code == A_SET_LESS and effort is not None and any(line.rir is not None for line in lines):
        effort = (max(1.0, effort[0] - 1), max(1.0, effort[1] - 1))
    return one.to(
        Reason(code, {}),
        blocks=blocks,
        minutes=min(session.minutes, math.ceil(session.minutes - max(0.0, saved) / 60 - HAIR)),
        heavy_legs=heavy,
        hard_unit=session.hard_unit and heavy,
        rpe=effort,
    )


def _seconds(blocks: Sequence[Block]) -> float:
    return sum(line_seconds(_draft(line), heavy=False) for one in blocks for line in one.lines)


def _draft(line: Line) -> Draft:
    """What a line costs by the clock; what is done in the rests of others needs no set-up."""
    if line.pattern == "jump":
        return Draft("jump", line)
    return Draft("upper" if line.rest_s == 0 else "accessory", line)


# -- the steps ---------------------------------------------------------------------------


def _without_jumps(blocks: Sequence[Block]) -> tuple[Block, ...]:
    kept = (
        replace(block, lines=tuple(line for line in block.lines if not _jumps(line)))
        for block in blocks
    )
    return tuple(block for block in kept if block.lines)


def _jumps(line: Line) -> bool:
    return line.contacts > 0 or line.pattern == "jump"


def _changed(blocks: Sequence[Block], change: Callable[[Line], Line]) -> tuple[Block, ...]:
    return tuple(replace(block, lines=tuple(map(change, block.lines))) for block in blocks)


def _held(line: Line) -> Line:
    """No step of load, and no wave of it."""
    reasons = tuple(reason for reason in line.reasons if reason.code != NEW_WAVE)
    rule = "keep" if line.load_rule == "step" else line.load_rule
    return replace(line, load_rule=rule, reasons=reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relief:
    """Takes sets away, and lets more in reserve; never twice from the same line."""

    one: Easier
    shelf: EasyShelf
    less: bool
    """Whether all lines have given a set already in this round."""

    def a_set_less(self, block: Block) -> Block:
        """Take a set from each line that has two; a circuit goes round once less."""
        if block.part not in WORK:
            return block
        spared = self.one.told(LIGHTER_LEGS) is not None
        if block.circuit:
            done = spared and any(_of_the_legs(line) for line in block.lines)
            block = block if done else _a_round_less(block)
            lines = [self._relieved(line, set_less=False, spared=spared) for line in block.lines]
        else:
            lines = [self._relieved(line, set_less=True, spared=spared) for line in block.lines]
        return replace(block, lines=tuple(lines))

    def _relieved(self, line: Line, *, set_less: bool, spared: bool) -> Line:
        if spared and _of_the_legs(line):
            return line
        line = with_sets(line, max(1, line.sets - 1)) if set_less else line
        if line.rir is None:
            return line
        reserve = line.rir + self.shelf.number("reserve")
        return replace(line, rir=reserve, load_kg=self._lighter_kg(line, "load"))

    def lighter_legs(self, block: Block) -> Block:
        """Take a set from the lines of the legs, and let much in reserve."""
        if block.part not in WORK or not any(_of_the_legs(line) for line in block.lines):
            return block
        given = self.less or self.one.told(A_SET_LESS) is not None
        if block.circuit and not given:
            block = _a_round_less(block)
        set_less = not given and not block.circuit
        lines = (
            self._light(line, set_less=set_less, given=given) if _of_the_legs(line) else line
            for line in block.lines
        )
        return replace(block, lines=tuple(lines))

    def _light(self, line: Line, *, set_less: bool, given: bool) -> Line:
        line = with_sets(line, max(1, line.sets - 1)) if set_less else line
        if line.rir is None:
            return line
        more = 0.0 if given else self.shelf.number("reserve")
        reserve = max(line.rir + more, self.shelf.number("legs_reserve"))
        return replace(line, rir=reserve, load_kg=self._lighter_kg(line, "legs_load"))

    def _lighter_kg(self, line: Line, share: str) -> float | None:
        """Return a lighter load that the runner's weights can make; never a heavier one."""
        if line.load_kg is None:
            return None
        wished = self.shelf.number(share) * line.load_kg
        steps = self.shelf.profile.athlete.strength.steps
        told = next((steps[kit] for kit in line.equipment if kit in steps), (STEP_KG,))  # type: ignore[index]
        if len(told) == 1:
            return rounded_down(wished, told[0])
        lighter = [kg for kg in told if kg <= wished + HAIR]
        return max(lighter) if lighter else min(line.load_kg, *told)


def _of_the_legs(line: Line) -> bool:
    return of_the_legs(line.trains)


def _a_round_less(block: Block) -> Block:
    rounds = max(1, block.rounds - 1)
    lines = tuple(with_sets(line, min(line.sets, rounds)) for line in block.lines)
    return replace(block, rounds=rounds, lines=lines)

"""What decisions about exercises make of the lines of a session: loads, sets, repetitions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dovetail.domain.decision import Bound, Order, Reason
from dovetail.domain.prescription import Block, Line
from dovetail.domain.session import Session
from dovetail.planning.orders import Orders

WORK = ("main", "core")


def with_lines(session: Session, orders: Orders, *, may_rise: bool) -> Session:
    """Return a strength session with the loads, sets and repetitions that decisions give it.

    Nothing rises in a session that is committed: what is lower there is taken, the rest waits.
    """
    if session.discipline != "strength":
        return session
    here = list(orders.lines(session.date, session.date))
    if not here:
        return session
    blocks = tuple(_block(block, here, may_rise=may_rise) for block in session.blocks)
    return session if blocks == session.blocks else replace(session, blocks=blocks)


def _block(block: Block, orders: Sequence[Order], *, may_rise: bool) -> Block:
    if block.part not in WORK:
        return block
    return replace(
        block, lines=tuple(_under(line, orders, may_rise=may_rise) for line in block.lines)
    )


def _under(line: Line, orders: Sequence[Order], *, may_rise: bool) -> Line:
    found = line
    for order in orders:
        if order.about == line.exercise:
            found = _line(found, order, may_rise=may_rise)
    return found


def _line(line: Line, order: Order, *, may_rise: bool) -> Line:
    bound = order.bound
    found = line
    if order.of == "line.load_kg":
        found = _loaded(line, bound, may_rise=may_rise)
    elif order.of == "line.sets" and bound.at_most is not None:
        found = replace(line, sets=max(1, min(line.sets, int(bound.at_most))))
    elif order.of == "line.reps" and line.reps is not None:
        low, high = line.reps
        if bound.at_most is not None:
            low, high = min(low, bound.at_most), min(high, bound.at_most)
        if bound.at_least is not None and may_rise:
            low, high = max(low, bound.at_least), max(high, bound.at_least)
        found = replace(line, reps=(low, high))
    if found == line:
        return line
    reason = Reason(order.code, bound.facts, (order.source,))
    return found if reason in line.reasons else replace(found, reasons=(reason, *line.reasons))


def _loaded(line: Line, bound: Bound, *, may_rise: bool) -> Line:
    """Say the weight, where the line is one that has a weight: what was lifted is known now."""
    if line.load_rule is None:
        return line
    told = bound.at_most if bound.at_most is not None else bound.at_least
    if told is None:
        return line
    if line.load_kg is not None:
        lowest = line.load_kg if bound.at_least is None else max(line.load_kg, bound.at_least)
        told = lowest if bound.at_most is None else min(lowest, bound.at_most)
    rises = line.load_kg is None or told > line.load_kg
    if rises and not may_rise:
        return line
    return replace(line, load_kg=told, load_rule="keep")

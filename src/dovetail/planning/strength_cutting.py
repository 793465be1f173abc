"""What gives way when a strength session's slot is short, and what comes back into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dovetail.domain.prescription import Line
from dovetail.domain.template import Role
from dovetail.planning.strength_minutes import (
    ACTIVATE_MIN,
    LEAST_RECOVERY_MIN,
    LIFTS,
    SHORT_RECOVERY_MIN,
    Draft,
    Parts,
    minutes_of,
    with_sets,
)
from dovetail.planning.strength_refilling import put_back, refilled

Step = Callable[[Parts], Parts | None]
FEW_SETS = 2
WORTH_GOING_MIN = 15
"""A shorter session is changing clothes, not training (coaching practice)."""
BESIDE: tuple[Role, ...] = ("upper", "completion")
"""Beside the lines that a session is for, all of these are slow or none is (dovetail)."""
POWER_DRILLS = frozenset({"jump-squat", "lunge-to-hop", "bounding"})
NEVER_CUT = (frozenset({"squat", "hinge", "lunge"}), frozenset({"single_leg"}), frozenset({"calf"}))


def cut_to(parts: Parts, at_most_min: int) -> Parts:
    """Cut in the coach's order until the session fits, or nothing more may go.

    Recovery to its short form, activation only (jumps and heavy work with the own weight keep
    their warm-up), completion lines, the upper line into the
    rests, all but main lifts to two sets (a circuit to two rounds), upper lines and jumps,
    main lifts to two sets. One squat or hinge, one line on a single leg and one for the calf
    always stay; a jump is none of them. What still has room then comes back, and what the
    session would lack altogether takes the room of a second set.
    No line is slow, or walks more steps, at the price of a set.
    """
    numbered = tuple(replace(one, place=place) for place, one in enumerate(parts.drafts))
    quick = tuple(replace(one, line=one.quicker or one.line) for one in numbered)
    parts = _cut(replace(parts, drafts=quick), at_most_min)
    grown = [one for one in numbered if one.quicker is not None]
    beside = [one for one in grown if one.role in BESIDE]
    for one in sorted(grown, key=lambda draft: draft.line.steps is None):
        if one not in beside:
            parts = _grown_where_it_fits(parts, [one], at_most_min)
    return _grown_where_it_fits(parts, beside, at_most_min)


def worth_going(parts: Parts, at_most_min: int) -> Parts:
    """Recover longer where a session would end before a quarter of an hour, if its slot lets it.

    Source: dovetail.
    """
    if parts.after_run or minutes_of(parts) >= WORTH_GOING_MIN:
        return parts
    longer = replace(parts, recover_min=max(parts.recover_min, SHORT_RECOVERY_MIN))
    return longer if minutes_of(longer) <= at_most_min else parts


def _cut(parts: Parts, at_most_min: int) -> Parts:
    for step in _STEPS:
        while minutes_of(parts) > at_most_min:
            shorter = step(parts)
            if shorter is None:
                break
            parts = replace(shorter, cut=True)
    return refilled(parts, at_most_min)


def _grown_where_it_fits(parts: Parts, grown: Sequence[Draft], at_most_min: int) -> Parts:
    """Let some lines, all or none of them, be as slow as they are asked to be."""
    sets = {one.place: one.line.sets for one in parts.drafts}
    slower = parts
    for one in grown:
        if one.place in sets:
            slower = put_back(slower, one, sets=sets[one.place])
    return slower if minutes_of(slower) <= at_most_min else parts


# -- the steps ---------------------------------------------------------------------------


def _short_recovery(parts: Parts) -> Parts | None:
    if parts.recover_min <= SHORT_RECOVERY_MIN:
        return None
    return replace(parts, recover_min=SHORT_RECOVERY_MIN)


def _only_activate(parts: Parts) -> Parts | None:
    """What was not rolled and stretched first is so at the end."""
    if parts.prepare_min <= ACTIVATE_MIN:
        return None
    if parts.keeps_warm_up:
        return _shorter_warm_up(parts)
    return _activation(parts)


def _shorter_warm_up(parts: Parts) -> Parts | None:
    """Masters move no longer than others; then the minutes come from recovering."""
    if not parts.more_min:
        return _least_recovery(parts)
    return replace(parts, prepare_min=parts.prepare_min - parts.more_min, more_min=0)


def _activation(parts: Parts) -> Parts:
    recover = max(parts.recover_min, SHORT_RECOVERY_MIN if parts.rolls_first else 0)
    return replace(
        parts, prepare_min=ACTIVATE_MIN, more_min=0, recover_min=recover, rolls_first=False
    )


def _least_recovery(parts: Parts) -> Parts | None:
    if parts.recover_min <= LEAST_RECOVERY_MIN:
        return None
    return replace(parts, recover_min=LEAST_RECOVERY_MIN)


def _no_preparation(parts: Parts) -> Parts | None:
    """What keeps its warm-up gives lines and sets before it."""
    return None if parts.keeps_warm_up else _unprepared(parts)


def _unprepared(parts: Parts) -> Parts | None:
    if parts.prepare_min > ACTIVATE_MIN:
        return _activation(parts)
    return replace(parts, prepare_min=0, more_min=0) if parts.prepare_min else None


def _upper_into_rests(parts: Parts) -> Parts | None:
    return _change_last(
        parts,
        lambda draft: draft.role == "upper" and draft.line.rest_s > 0 and parts.heavy,
        lambda line: replace(line, rest_s=0),
    )


def _drop(*roles: Role) -> Step:
    """Drop the last line of these roles; of any role where none is named."""

    def drop(parts: Parts) -> Parts | None:
        for index in reversed(range(len(parts.drafts))):
            gone = parts.drafts[index]
            rest = parts.drafts[:index] + parts.drafts[index + 1 :]
            wanted = not roles or gone.role in roles
            if wanted and rest and kept(rest) >= kept(parts.drafts):
                return replace(parts, drafts=rest, dropped=(*parts.dropped, gone))
        return None

    return drop


def _one_kind_of_hop(parts: Parts) -> Parts | None:
    """A second kind of hop goes before the upper body does; the drills of power are no hops."""
    hops = [one for one in parts.drafts if one.role == "jump"]
    drills = any(one.line.exercise in POWER_DRILLS for one in hops)
    if drills or len(hops) < FEW_SETS:
        return None
    rest = tuple(one for one in parts.drafts if one is not hops[-1])
    return replace(parts, drafts=rest, dropped=(*parts.dropped, hops[-1]))


def kept(drafts: Sequence[Draft]) -> int:
    """Count which of the three that are never cut are there: legs, one leg, calf."""
    lines = [draft.line for draft in drafts if draft.role != "jump"]
    trained = {pattern for line in lines for pattern in line.trains}
    return sum(bool(trained & group) for group in NEVER_CUT)


def _fewer_sets(least: int, *roles: Role) -> Step:
    """Take sets from the last of these lines that has more; in a circuit a round from all."""

    def shorten(parts: Parts) -> Parts | None:
        if parts.circuit and parts.rounds > least:
            return one_round_less(parts)
        return _change_last(
            parts,
            lambda draft: (not roles or draft.role in roles) and draft.line.sets > least,
            lambda line: with_sets(line, least),
        )

    return shorten


def one_round_less(parts: Parts) -> Parts:
    """Return the circuit with one round less; jumps are no part of it."""
    fewer = parts.rounds - 1
    drafts = tuple(
        one if one.role == "jump" else replace(one, line=with_sets(one.line, fewer))
        for one in parts.drafts
    )
    return replace(parts, drafts=drafts)


def _change_last(
    parts: Parts, which: Callable[[Draft], bool], change: Callable[[Line], Line]
) -> Parts | None:
    for index in reversed(range(len(parts.drafts))):
        draft = parts.drafts[index]
        if which(draft):
            changed = replace(draft, line=change(draft.line))
            drafts = (*parts.drafts[:index], changed, *parts.drafts[index + 1 :])
            return replace(parts, drafts=drafts)
    return None


_STEPS: tuple[Step, ...] = (
    _short_recovery,
    _only_activate,
    _drop("completion"),
    _upper_into_rests,
    _fewer_sets(FEW_SETS, "accessory", "completion", "article", "upper"),
    _one_kind_of_hop,
    _drop("upper", "jump"),
    _fewer_sets(FEW_SETS, *LIFTS, "jump"),
    _least_recovery,
    _no_preparation,
    _drop(),
    _fewer_sets(1),
    _unprepared,
)

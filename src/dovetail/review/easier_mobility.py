"""Mobility in place of a strength session: move, roll, stretch, wake, breathe."""

from __future__ import annotations

from dataclasses import replace

from dovetail.domain.decision import Reason
from dovetail.domain.prescription import Block
from dovetail.planning.strength import Gym
from dovetail.review.easier import Easier, EasyShelf

MOBILITY = "AI214"
EFFORT = (1.0, 2.0)
BREATHE_MIN = 5
"""What is left where only rolling and stretching have room [min] (dovetail)."""


def mobility_instead(one: Easier, shelf: EasyShelf) -> Easier | None:
    """Return mobility of no more minutes than the session was left; None where none has room.

    Source: dovetail.
    """
    most = min(one.now.minutes, int(shelf.number("light_min")))
    found = _fitting(shelf.gym_on(one.now.date), most)
    if found is None:
        return None
    blocks, minutes = found
    return one.instead(
        Reason(MOBILITY, {"session_min": minutes}), discipline="mobility", kind="mobility",
        minutes=minutes, rpe=EFFORT, blocks=blocks, heavy_legs=False, hard_unit=False, key=False,
    )  # fmt: skip


def _fitting(gym: Gym, most_min: int) -> tuple[tuple[Block, ...], int] | None:
    """Return the longest of three that fits, and its minutes."""

    def minutes(*parts: str) -> int:
        return round(sum(gym.profile.principles.number("warm_up", part) for part in parts))

    correct = Block(part="correct", lines=gym.block("correct"))
    finish = Block(part="finish", lines=gym.block("finish_rolled"))
    moved = replace(correct, lines=(*gym.block("easy_movement"), *correct.lines))
    short = Block(part="finish", lines=gym.block("finish_short"))
    whole = minutes("masters_more", "prepare_full", "recover_rolled", "set_up")
    choices = (
        ((moved, finish), whole),
        ((correct, finish), minutes("prepare_full", "recover_rolled")),
        ((short,), BREATHE_MIN),
    )
    return next((one for one in choices if one[1] <= most_min), None)

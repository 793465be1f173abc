"""What the bare numbers of a title count: kilometres, miles, or minutes of a run in minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from dovetail.domain.typed_plan import Unit
from dovetail.formats.typed.item import Item


def unit_of(items: Sequence[Item], unit: Unit | None) -> Unit | None:
    """Return what bare numbers count: in "12 mi w/ 8 at MP" both miles.

    Where the plan counts in another unit, they count that of the title if its first amount
    names it, else nothing.
    """
    named = {
        one.unit
        for before, one in pairwise([None, *items])
        if one and one.sort == "amount" and one.text != "metres" and not _is_times(before)
    }
    units = named & {"km", "mi"}
    own = cast(Unit, units.pop()) if len(units) == 1 else None
    if own is None or own == unit:
        return unit
    first = next((one for one in items if one.sort == "amount"), None)
    return own if unit is None or (first is not None and first.unit == own) else None


def in_minutes(items: Sequence[Item]) -> list[Item]:
    """Let bare numbers inside of a run in minutes be minutes: 40 min with the last 10 at tempo."""
    found: list[Item] = []
    whole: Item | None = None
    distances = {one.unit for one in items if one.sort == "amount"} & {"km", "mi", "m?"}
    for before, one in pairwise([None, *items]):
        if one is None:
            continue
        if one.sort == "daytime" or (one.sort, one.value) == ("joint", "+"):
            whole = None
        if whole is not None and not distances and _is_inside(before, one, whole):
            found.append(replace(one, unit="min"))
            continue
        if one.sort == "amount" and one.unit == "min" and not _is_times(before):
            whole = whole or one
        found.append(one)
    return found


def _is_inside(before: Item | None, one: Item, whole: Item) -> bool:
    """Whether a bare number, repeated or not, fits into so many minutes."""
    if one.sort != "amount" or one.unit:
        return False
    times = before.high if before is not None and _is_times(before) else 1
    return times * one.high <= whole.high


def _is_times(item: Item | None) -> bool:
    return item is not None and item.sort == "times"

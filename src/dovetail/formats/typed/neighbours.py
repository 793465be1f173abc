"""What only neighbours tell: clocks, hours with minutes, paces named by a race, metres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dovetail.formats.typed.item import Item
from dovetail.formats.typed.words import RACE_PACES

METRES_FROM = 50
"""A number in "m" from here on is metres; a smaller one could be miles or minutes (dovetail)."""
A_RUN = frozenset({"run", "easy", "long", "steady"})
"""Words beside which a clock may be a length."""
HOURS_OF_A_DAY, LONG_H, LONGEST_H = 24, 3, 5
"""From there on m:00 is no hour of the day; below, h:mm is the length of a run, of a long one."""
COUNTED = frozenset(
    {
        "stride",
        "strider",
        "hill",
        "hill sprint",
        "hill repeat",
        "hill rep",
        "yasso",
        "surge",
        "pickup",
        "rep",
        "repeat",
    }
)
"""What is counted by a number before it: 6 strides, 8 hill sprints."""


def joined(items: list[Item]) -> Iterator[Item]:
    """Settle clocks, hours with minutes, race paces such as "at 5K", "4 mile repeats"."""
    items = _with_lengths(items)
    at = 0
    while at < len(items):
        item, taken = _settled(items, at)
        at += taken
        yield item


def _with_lengths(items: list[Item]) -> list[Item]:
    """Turn the only clock of a run into its length: 45:00 easy, 1:15 long run.

    A clock that could be an hour of the day stays one: 18:00 easy run, 2:30 club run.
    """
    sorts = {item.sort for item in items}
    others = {item.text for item in items} & {"group", "club", "am", "pm"}
    clocks = [at for at, item in enumerate(items) if item.sort == "clock"]
    if len(clocks) != 1 or others or not sorts & A_RUN or sorts & {"amount", "times", "at"}:
        return items
    one, after = items[clocks[0]], items[clocks[0] + 1 : clocks[0] + 2]
    if after and after[0].text in ("h", "min", "mins"):
        return items
    told = one.text.split(":")
    if len(told) == 2 and told[1] == "00" and int(told[0]) >= HOURS_OF_A_DAY:
        minutes = one.low
    elif len(told) == 2 and 1 <= one.low < (LONGEST_H if "long" in sorts else LONG_H):
        minutes = 60 * one.low
    else:
        return items
    length = replace(one, sort="amount", low=minutes, high=minutes, unit="min")
    return [length if item is one else item for item in items]


def _settled(items: list[Item], at: int) -> tuple[Item, int]:
    one = items[at]
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if one.sort == "clock":
        return _clock(one, before, items[at + 1 : at + 3])
    if one.sort == "amount":
        return _amount(one, before, after)
    if one.text == "max" and before is not None and before.sort == "times":
        return Item("filler", text=one.text), 1
    if one.sort == "trailing":
        counts = after is not None and after.sort == "amount" and not after.unit
        return (replace(after, sort="after"), 2) if after and counts else (one, 1)
    return one, 1


def _clock(one: Item, before: Item | None, after: list[Item]) -> tuple[Item, int]:
    following = after[0] if after else None
    if _is_per_unit(after):
        return Item("note", text=one.text), 3
    if following is not None and (following.sort, following.text) == ("pace", "pace"):
        return Item("note", text=one.text), 2
    if following is not None and following.text in ("min", "mins"):
        return replace(one, sort="amount", high=one.low, unit="min"), 2
    if following is not None and (following.sort, following.text) == ("unknown", "h"):
        return replace(one, sort="amount", low=one.low * 60, high=one.low * 60, unit="min"), 2
    if one.text.count(":") == 2:
        return replace(one, sort="amount", high=one.low, unit="min"), 1
    if before is not None and (before.sort == "at" or before.value == "at"):
        per = [item.value for item in after[:1]] == ["/"] and len(after) > 1
        return Item("note", text=one.text), 3 if per else 1
    timed = before is not None and before.sort in ("times", "rest")
    paused = before is not None and before.value in ("with", "(")
    resting = following is not None and (
        following.value in ("jog", "recovery") or (following.sort == "rest" and paused)
    )
    if timed or resting:
        return replace(one, sort="amount", high=one.low, unit="min"), 1
    return Item("unknown", text=one.text), 1


def _is_per_unit(after: list[Item]) -> bool:
    """Whether a clock is a pace: 5:30/km."""
    per = [item.value for item in after[:1]] == ["/"] and len(after) > 1
    return per and after[1].text.lower() in ("km", "k", "mi", "mile")


def _amount(one: Item, before: Item | None, after: Item | None) -> tuple[Item, int]:
    if one.unit == "note" or (not one.unit and before is not None and before.sort == "note"):
        return Item("note", text=one.text), 1
    pauses = after is not None and after.sort in ("rest", "easy", "float")
    if before is not None and before.sort == "at" and one.unit in ("s", "min") and not pauses:
        return Item("note", text=one.text), 1
    if one.unit == "h":
        hours = replace(one, low=one.low * 60, high=one.high * 60, unit="min")
        if after is not None and after.sort == "amount" and after.unit in ("min", ""):
            return replace(hours, low=hours.low + after.low, high=hours.high + after.high), 2
        return hours, 1
    at = before is not None and (before.sort == "at" or before.value == "at")
    named = after is not None and (after.sort, after.value) == ("pace", "race")
    effort = after is not None and after.text == "effort"
    if one.unit == "km" and one.low in RACE_PACES and (at or named or effort):
        return Item("pace", RACE_PACES[one.low], text=one.text), 2 if named or effort else 1
    counted = one.unit == "mi" and one.text[:1].isdigit()
    if counted and after is not None and after.text in ("repeat", "repeats"):
        return Item("repeats", low=one.low, high=one.low, text=one.text), 2
    if not one.unit and after is not None and singular(after.text) in COUNTED:
        bare_hills = singular(after.text) == "hill"
        return replace(one, sort="times", value="hills" if bare_hills else "counted"), 1
    return _metric(one), 1


def _metric(one: Item) -> Item:
    """Turn metres into km and seconds into minutes; "m" only where it can be nothing else."""
    if one.unit == "m?" and one.low >= METRES_FROM:
        one = replace(one, unit="m")
    if one.unit == "m" or (one.unit == "s" and one.low >= 200):
        return replace(one, low=one.low / 1000, high=one.high / 1000, unit="km", text="metres")
    if one.unit == "s":
        return replace(one, low=one.low / 60, high=one.high / 60, unit="min", text="seconds")
    return one


def singular(word: str) -> str:
    """Return a word without the s of its plural."""
    return word[:-1] if word.endswith("s") and len(word) > 2 else word

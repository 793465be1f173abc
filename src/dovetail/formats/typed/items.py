"""Tokens read as amounts, repeats, known words and joints; what is not known stays a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dovetail.formats.typed.exercises import EXERCISES
from dovetail.formats.typed.tokens import Token, tokens_of
from dovetail.formats.typed.words import (
    LETTER_PACES,
    LONGEST,
    PHRASES,
    RACE_PACES,
    UNITS,
    Sense,
)

METRES_FROM = 50
"""A number in "m" from here on is metres; a smaller one could be miles or minutes (dovetail)."""
JOINTS = {",": ",", ";": ";", "+": "+", "&": "+", "/": "/", "(": "(", ")": ")", ":": ":", "-": "-"}
STOPS = {".": ".", "!": ".", "?": "?"}
SILENT = frozenset("~<>#*=[]")
TIMES = frozenset({"x", "*"})
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


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a title says.

    Sorts: those of `words.WORDS`, and amount (low–high `unit`; "" is a bare number), times,
    ladder, clock, lift, at, unknown, joint.
    """

    sort: str
    value: str = ""
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    ladder: tuple[float, ...] = ()
    text: str = ""


def items_of(title: str) -> list[Item]:
    """Return what a title says, in order."""
    tokens = tokens_of(title)
    found: list[Item] = []
    at = 0
    while at < len(tokens):
        item, taken = _item(tokens, at, found)
        at += taken
        if item is not None:
            found.append(item)
    return list(_joined(found))


def _item(tokens: list[Token], at: int, before: list[Item]) -> tuple[Item | None, int]:
    token = tokens[at]
    if token.kind == "number":
        return _number(tokens, at)
    if token.kind == "clock":
        return Item("clock", low=token.value, text=token.text), 1
    if token.kind == "sign":
        return _sign(token), 1
    return _word(tokens, at, before)


def _sign(token: Token) -> Item | None:
    if token.text == "@":
        return Item("at", text="@")
    if token.text in JOINTS:
        return Item("joint", JOINTS[token.text])
    if token.text in STOPS:
        return Item("joint", STOPS[token.text])
    return None if token.text in SILENT else Item("unknown", text=token.text)


# -- numbers ----------------------------------------------------------------------------------


def _number(tokens: list[Token], at: int) -> tuple[Item, int]:
    numbers, taken, unit = _numbers(tokens, at)
    text = " ".join(one.text for one in tokens[at : at + taken])
    if len(numbers) > 2:
        return Item("ladder", unit=unit, ladder=tuple(numbers), text=text), taken
    low, high = numbers[0], numbers[-1]
    after = _text(tokens, at + taken)
    if not unit and after in TIMES and _text(tokens, at + taken + 1):
        return Item("times", low=low, high=high, text=text), taken + 1
    if not unit and after == "sets":
        skip = 2 if _text(tokens, at + taken + 1) == "of" else 1
        return Item("times", low=low, high=high, text=text), taken + skip
    return Item("amount", low=low, high=max(low, high), unit=unit, text=text), taken


def _numbers(tokens: list[Token], at: int) -> tuple[list[float], int, str]:
    """Return one number, the ends of a range, or a ladder, and the unit of it all."""
    numbers = [tokens[at].value]
    here = at + 1
    unit, skip = _unit(tokens, here)
    here += skip
    while _text(tokens, here) in ("-", "to", "or") and _is_number(tokens, here + 1):
        told, more = _unit(tokens, here + 2)
        if unit and told not in ("", unit):
            break
        if unit and not told:
            break
        numbers.append(tokens[here + 1].value)
        unit = told or unit
        here += 2 + more
        if told and len(numbers) == 2:
            break
    return numbers, here - at, unit


def _is_number(tokens: list[Token], at: int) -> bool:
    """Whether a number follows; one before an "x" only as the end of a range (6-8 x 400 m)."""
    if at >= len(tokens) or tokens[at].kind != "number":
        return False
    return _text(tokens, at + 1) not in TIMES or tokens[at].tight


def _unit(tokens: list[Token], at: int) -> tuple[str, int]:
    word = _text(tokens, at)
    if word not in UNITS or _is_pace_letter(tokens, at):
        return "", 0
    return UNITS[word], 1


def _is_pace_letter(tokens: list[Token], at: int) -> bool:
    """Whether "M" is a pace: where the title writes others by their letters too."""
    others = {token.text for token in tokens if token.kind == "word"} & {"E", "T"}
    return tokens[at].text == "M" and bool(others)


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text.lower() if at < len(tokens) else ""


# -- words ------------------------------------------------------------------------------------


def _word(tokens: list[Token], at: int, before: list[Item]) -> tuple[Item | None, int]:
    token = tokens[at]
    if token.text.lower() in TIMES:
        return Item("trailing", text="x"), 1
    letter = _letter(tokens, at, before) or _label(token, before)
    if letter is not None:
        return letter, 1
    words = _run_of_words(tokens, at)
    for length in range(len(words), 0, -1):
        item = _known(tuple(words[:length]), tokens, at + length)
        if item is not None:
            return item, length
    if words[0] in ("mile", "miler", "miles"):
        return Item("amount", low=1.0, high=1.0, unit="mi", text=token.text), 1
    return Item("unknown", text=token.text), 1


def _letter(tokens: list[Token], at: int, before: list[Item]) -> Item | None:
    sense = LETTER_PACES.get(tokens[at].text)
    last = before[-1] if before else None
    if sense is None or last is None or last.sort not in ("amount", "at", "filler"):
        return None
    if last.sort == "filler" and last.value != "at":
        return None
    if _text(tokens, at + 1) == "pace":
        return None
    return Item(sense.sort, sense.value, text=tokens[at].text)


def _label(token: Token, before: list[Item]) -> Item | None:
    """Strength A, strength B: a name, no news."""
    named = before and before[-1].sort == "strength" and len(token.text) == 1
    return Item("filler", text=token.text) if named and token.text.isupper() else None


def _run_of_words(tokens: list[Token], at: int) -> list[str]:
    words = []
    for token in tokens[at : at + LONGEST]:
        if token.kind != "word":
            break
        words.append(token.text.lower())
    return words


def _known(phrase: tuple[str, ...], tokens: list[Token], after: int) -> Item | None:
    text = " ".join(phrase)
    for spelled in (phrase, (*phrase[:-1], _singular(phrase[-1]))):
        sense = PHRASES.get(spelled)
        repeats = after + 1 < len(tokens) and _text(tokens, after + 1) in TIMES
        if spelled in EXERCISES and (sense is None or repeats):
            return Item("lift", EXERCISES[spelled] or "", text=text)
        if sense is not None:
            return _sensed(sense, text, tokens, after)
    return None


def _sensed(sense: Sense, text: str, tokens: list[Token], after: int) -> Item:
    if sense.sort == "joins":
        return Item("joint", sense.value, text=text)
    if text == "on" and after < len(tokens) and tokens[after].kind == "word":
        return Item("filler", "on", text=text)
    value = text if sense.sort == "filler" else sense.value
    return Item(sense.sort, value, text=text)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 2 else word


# -- what only neighbours tell ----------------------------------------------------------------


def _joined(items: list[Item]) -> Iterator[Item]:
    """Settle clocks, hours with minutes, race paces such as "at 5K", "4 mile repeats"."""
    at = 0
    while at < len(items):
        item, taken = _settled(items, at)
        at += taken
        yield item


def _settled(items: list[Item], at: int) -> tuple[Item, int]:
    one = items[at]
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if one.sort == "clock":
        return _clock(one, before, items[at + 1 : at + 3])
    if one.sort == "amount":
        return _amount(one, before, after)
    if one.sort == "trailing":
        counts = after is not None and after.sort == "amount" and not after.unit
        return (replace(after, sort="after"), 2) if after and counts else (one, 1)
    return one, 1


def _clock(one: Item, before: Item | None, after: list[Item]) -> tuple[Item, int]:
    following = after[0] if after else None
    if following is not None and following.text in ("min", "mins"):
        return replace(one, sort="amount", high=one.low, unit="min"), 2
    if following is not None and (following.sort, following.text) == ("unknown", "h"):
        return replace(one, sort="amount", low=one.low * 60, high=one.low * 60, unit="min"), 2
    if one.text.count(":") == 2:
        return replace(one, sort="amount", high=one.low, unit="min"), 1
    if before is not None and (before.sort == "at" or before.value == "at"):
        per = [item.value for item in after[:1]] == ["/"] and len(after) > 1
        return Item("note", text=one.text), 3 if per else 1
    timed = before is not None and before.sort == "times"
    if timed or (following is not None and following.value in ("jog", "recovery")):
        return replace(one, sort="amount", high=one.low, unit="min"), 1
    return Item("unknown", text=one.text), 1


def _amount(one: Item, before: Item | None, after: Item | None) -> tuple[Item, int]:
    if one.unit == "note" or (not one.unit and before is not None and before.sort == "note"):
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
    if not one.unit and after is not None and _singular(after.text) in COUNTED:
        return replace(one, sort="times", value="counted"), 1
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

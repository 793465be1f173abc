"""Tokens read as amounts, repeats, known words and joints; what is not known stays a word."""

from __future__ import annotations

from dovetail.formats.typed.exercises import EXERCISES
from dovetail.formats.typed.item import Item
from dovetail.formats.typed.neighbours import joined, singular
from dovetail.formats.typed.tokens import Token, tokens_of
from dovetail.formats.typed.words import (
    LETTER_PACES,
    LONGEST,
    PHRASES,
    UNITS,
    Sense,
)

JOINTS = {",": ",", ";": ";", "+": "+", "&": "+", "/": "/", "(": "(", ")": ")", ":": ":", "-": "-"}
STOPS = {".": ".", "!": ".", "?": "?"}
SILENT = frozenset('~<>#*=[]"')
LEADING_LETTERS = {**LETTER_PACES, "L": Sense("long")}
RUNG_FROM = 100
"""A smaller number in a row of numbers is no distance in metres (dovetail)."""
ALONE = frozenset({"E", "L"})
TIMES = frozenset({"x", "*"})


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
    return list(joined(found))


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
    rungs = _rungs(tokens, at)
    if len(rungs) > 2:
        text = "/".join(one.text for one in rungs)
        return Item("ladder", ladder=tuple(one.value for one in rungs), text=text), (
            2 * len(rungs) - 1
        )
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


def _rungs(tokens: list[Token], at: int) -> list[Token]:
    """Return the bare numbers of a ladder in metres: 200/400/200, or 1200, 800, 400."""
    found: list[Token] = []
    while at < len(tokens) and tokens[at].kind == "number" and tokens[at].value >= RUNG_FROM:
        found.append(tokens[at])
        if _text(tokens, at + 1) not in ("/", ","):
            return found if _ends_bare(tokens, at + 1) else []
        at += 2
    return []


def _ends_bare(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or (_text(tokens, at) not in TIMES and not _unit(tokens, at)[1])


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
    """Whether "M" or "H" is a pace: where the title writes others by their letters too."""
    others = {token.text for token in tokens if token.kind == "word"} & {"E", "T"}
    return tokens[at].text in ("M", "H") and bool(others)


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
    if at == 0:
        return _leading_letter(tokens)
    if sense is None or last is None or last.sort not in ("amount", "at", "filler"):
        return None
    if last.sort == "filler" and last.value != "at":
        return None
    if _text(tokens, at + 1) == "pace":
        return None
    return Item(sense.sort, sense.value, text=tokens[at].text)


def _leading_letter(tokens: list[Token]) -> Item | None:
    """E 8 mi, L 15 mi; I 5 x 1000, T 4 x 1 mi: with a length alone, T and M may be days."""
    sense = LEADING_LETTERS.get(tokens[0].text)
    if sense is None or len(tokens) < 2 or tokens[1].kind != "number":
        return None
    if tokens[0].text in ALONE or _text(tokens, 2) in TIMES:
        return Item(sense.sort, sense.value, text=tokens[0].text)
    return None


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
    for spelled in (phrase, (*phrase[:-1], singular(phrase[-1]))):
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

"""A title cut into numbers, clocks, words and signs; spellings of one thing become one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

DIGITS_AT_MOST = 6
"""A longer number is a telephone, not a training (dovetail)."""


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a title; `tight` where no space stands before it."""

    kind: Literal["number", "clock", "word", "sign"]
    text: str
    value: float = 0.0
    tight: bool = False


_PIECE = re.compile(
    r"(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)"
    r"|(?P<number>[0-9]+(?:,[0-9]{3})+|[0-9]*[.][0-9]+|[0-9]+(?:,[0-9]{1,2})?)"
    r"|(?P<word>[^\W\d_]+)|(?P<sign>\S)"
)
_SIGNS = str.maketrans({
    **dict.fromkeys("–—−‐‑‒", "-"),
    **dict.fromkeys("’‘′`´", "'"),
    **dict.fromkeys("“”″", '"'),
    **dict.fromkeys("×✕✖", "x"),
    "½": ".5",
    "•": ",",
    "·": ",",
})  # fmt: skip
_REWRITES = (
    ("vo2 max", "vomax"),
    ("vo2max", "vomax"),
    ("vo2", "vomax"),
    ("zone 1", "zonelow"),
    ("zone 2", "zonelow"),
    ("z1", "zonelow"),
    ("z2", "zonelow"),
    ("s&c", "strength"),
    ("s & c", "strength"),
    ("wu/cd", "wucd"),
    ("w/u", "wu"),
    ("c/d", "cd"),
    ("run/walk", "run walk"),
    ("walk/run", "walk run"),
    ("jog/walk", "jog walk"),
    ("walk/jog", "walk jog"),
    ("b/w", "between"),
    ("lt2", "threshold"),
    ("zone 3", "steady"),
    ("z3", "steady"),
    ("zone 4", "hard"),
    ("z4", "hard"),
    ("zone 5", "hard"),
    ("z5", "hard"),
)
_SPELLINGS = tuple(
    (re.compile(rf"(?<!\w){re.escape(said)}(?!\w)", re.I), meant) for said, meant in _REWRITES
)
_LONG = r"[0-9]+(?:[.:][0-9]+)?[ -]?(?:minutes?|mins?|seconds?|secs?|s|'|\")?"
_RUN, _WALK = r"(?:run|jog)(?:ning|ging)?", r"walk(?:ing)?"
_TIMES = r"[,;]?\s*(?:repeat(?:ed)?\s+)?(?:x\s*([0-9]+)|([0-9]+)\s*(?:x|times|rounds))\s*$"
_AND = r"\s*(?:[,/+&]|and|then|with)?\s*(?:of\s+)?"
_SHAPES = tuple(
    (re.compile(shape, re.I), meant)
    for shape, meant in (
        (rf"\b{_RUN} ({_LONG}){_AND}{_WALK} ({_LONG}){_TIMES}", r"\3\4 x (\1 run / \2 walk)"),
        (rf"\b{_WALK} ({_LONG}){_AND}{_RUN} ({_LONG}){_TIMES}", r"\3\4 x (\2 run / \1 walk)"),
        (
            rf"\balternat(?:e|ing) {_LONG} (?:of )?(?:{_RUN}|{_WALK}){_AND}{_LONG} (?:of )?"
            rf"(?:{_RUN}|{_WALK})",
            "run walk",
        ),
        (r"^([^;]+), repeat(?:ed)? ([0-9]+) (?:x|times)$", r"\2 x (\1)"),
        (r"\b(h?mp|gmp|lt|rp|pace)\+[0-9]{1,2}s?(?![\w.:]| ?(?:k|km|mi|miles?|min)\b)", r"\1"),
        (r"^([0-9]+) rounds?(?: of)?\s*[:,-]?\s*(?=[^\s])(.+)$", r"\1 x (\2)"),
        (r"\b([0-9]+) ?(?:times|rounds)\b(?= [0-9])", r"\1 x"),
    )
)
"""Repeats that are told behind, and running and walking by turns, as the rest tells them."""
_REST_IS = re.compile(r"\s+r(?:est|ec)?\s*=\s*(?=[0-9])")
_REPEATED = re.compile(r"[0-9]\s*x\s*[0-9(]", re.I)
_PAUSE = re.compile(
    r"(?<=[0-9)])(\s?(?:m|k|km|mi|miles?|mins?|s|secs?|'|\")?)\s+(?:off|r\s*[=:]?)\s*(?=[0-9])"
)
"""10 x 400 m off 60 s; 5 x 3:00 r 2:00."""
_WITH = re.compile(r"(?<!\w)(?:w/(?!o\b)|w(?= [0-9]))", re.I)


def tokens_of(title: str) -> list[Token]:
    """Cut a title into tokens.

    >>> [token.text for token in tokens_of("6×800m w/ 400-m jog")]
    ['6', 'x', '800', 'm', 'with', '400', 'm', 'jog']
    """
    text = unicodedata.normalize("NFC", title).translate(_SIGNS)
    for pattern, meant in (*_SPELLINGS, *_SHAPES):
        text = pattern.sub(meant, text)
    text = _REST_IS.sub(", rest ", text)
    if _REPEATED.search(text):
        text = _PAUSE.sub(r"\1, rest ", text)
    text = _WITH.sub(" with ", text)
    found: list[Token] = []
    end = 0
    for piece in _PIECE.finditer(text):
        found.append(_token(piece, tight=piece.start() == end and bool(found)))
        end = piece.end()
    return _without_hyphens(found)


def _token(piece: re.Match[str], *, tight: bool) -> Token:
    text = piece[0]
    if piece["clock"]:
        return Token("clock", text, _minutes(text), tight)
    if piece["number"]:
        if sum(sign.isdigit() for sign in text) > DIGITS_AT_MOST:
            return Token("word", text, tight=tight)
        return Token("number", text, _number(text), tight)
    return Token("word" if piece["word"] else "sign", text, tight=tight)


def _number(text: str) -> float:
    thousands = re.fullmatch(r"[0-9]+(?:,[0-9]{3})+", text)
    return float(text.replace(",", "" if thousands else "."))


def _minutes(clock: str) -> float:
    """Return the minutes of m:ss, or of h:mm:ss."""
    parts = [int(part) for part in clock.split(":")]
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + part
    return seconds / 60


def _without_hyphens(tokens: list[Token]) -> list[Token]:
    """Drop the hyphens inside of words: warm-up, 10-k, 5-mile."""
    return [one for at, one in enumerate(tokens) if not _joins(tokens, at)]


def _joins(tokens: list[Token], at: int) -> bool:
    if tokens[at].text != "-" or not 0 < at < len(tokens) - 1 or not tokens[at].tight:
        return False
    after = tokens[at + 1]
    return after.tight and after.kind == "word"

"""Where a key stands in TOML text, and what is wrong with text that is not TOML.

The text has been parsed already when a place is asked for, so this scanner may be simple:
it knows tables, arrays of tables, dotted and quoted keys, inline tables, arrays and strings
of all four kinds, and nothing of values. Items of a list are counted from 1.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dovetail.domain.errors import BadInput, Place, Problem


def parsed(text: str) -> dict[str, object]:
    """Parse TOML, or say on which line it stops being TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise BadInput(_syntax_problem(str(trouble), text)) from None
    except (ValueError, RecursionError):
        raise BadInput(
            Problem(
                code="bad-toml",
                problem="A value here is larger or deeper than any document needs.",
                hint="Remove it; `dovetail init` writes a file to start from.",
            )
        ) from None


_POSITION = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)")


def _syntax_problem(message: str, text: str) -> Problem:
    match = _POSITION.fullmatch(message)
    what = match["what"] if match else message
    line = int(match["line"]) if match and match["line"] else text.count("\n") + 1
    return Problem(
        code="bad-toml",
        problem=f"This is not TOML: {what[:1].lower()}{what[1:]}.",
        hint=_hint(what),
        place=Place(line=line),
    )


_HINTS: tuple[tuple[str, str], ...] = (
    ("Cannot overwrite", "Keep one of the two; a key or a table may stand only once."),
    ("Cannot declare", "Keep one of the two; a key or a table may stand only once."),
    ("Invalid date", "Write a day that exists, like 2027-03-14, without quotes."),
    ("Expected '='", 'Write a line as key = value, such as level = "beginner".'),
    ("Invalid value", 'Put text in quotes, such as level = "beginner"; write true, not True.'),
    ("Unterminated", "Close the quotes."),
    ("Illegal character", "Close the quotes on the same line."),
    ("Unclosed", "Close the bracket."),
)


def _hint(what: str) -> str:
    return next(
        (hint for start, hint in _HINTS if what.startswith(start)),
        "Mend this line or the one above it; `dovetail init` writes a file to look at.",
    )


def placed(error: BadInput, text: str) -> BadInput:
    """Say the same with line numbers: each problem's key is looked up in the text."""
    lines = lines_of(text)
    problems = [_with_line(problem, lines) for problem in error.problems]
    return BadInput(*sorted(problems, key=lambda problem: problem.place.line or 0))


def _with_line(problem: Problem, lines: Mapping[str, int]) -> Problem:
    key = problem.place.key
    if key is None or problem.place.line is not None:
        return problem
    return replace(problem, place=replace(problem.place, line=nearest_line(key, lines)))


def nearest_line(key: str, lines: Mapping[str, int]) -> int | None:
    """Return the line of a key, or of the nearest thing around it that is there."""
    while key:
        if key in lines:
            return lines[key]
        key = key[:-1].rpartition("[")[0] if key.endswith("]") else key.rpartition(".")[0]
    return None


def lines_of(text: str) -> Mapping[str, int]:
    r"""Return the line, counted from 1, of every dotted key of a TOML text.

    >>> lines_of("[goal]\nrace = '5k'")
    {'goal': 1, 'goal.race': 2}
    """
    return _Scanner(text).lines()


_TOKEN = re.compile(
    r'(?P<long>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5})'
    r"|(?P<comment>\#[^\n]*)"
    r'|(?P<word>(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r'(?:[ \t]*\.[ \t]*(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'))*)'
    r"|(?P<newline>\n)"
    r"|(?P<sign>[\[\]{}=,])",
    re.DOTALL,
)
_PART = re.compile(r'[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|\'[^\']*\'')


@dataclass(slots=True)
class _Level:
    """An open bracket inside a value: what it belongs to, and how far it has come."""

    sign: str
    at: str
    item: int = 1


class _Scanner:
    """Walks the tokens of a TOML text once and notes where each key stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[str, int] = {}
        self._line = 1
        self._table = ""
        self._at = ""
        self._open: list[_Level] = []
        self._tables: dict[str, int] = {}
        self._header = ""
        self._expects_key = True

    def lines(self) -> Mapping[str, int]:
        """Return the lines of all keys."""
        for match in _TOKEN.finditer(self._text):
            kind, token = str(match.lastgroup), match[0]
            if kind == "newline":
                self._end_of_line()
            elif kind == "word" and self._expects_key:
                self._key(token)
            elif kind == "sign":
                self._sign(token)
            self._line += token.count("\n")
        return self._lines

    def _end_of_line(self) -> None:
        if not self._open:
            self._expects_key, self._header = True, ""

    def _key(self, token: str) -> None:
        parts = [_unquoted(part) for part in _PART.findall(token)]
        if self._header:
            self._open_table(parts)
            return
        base = self._open[-1].at if self._open else self._table
        for part in parts:
            base = f"{base}.{part}" if base else part
            self._lines.setdefault(base, self._line)
        self._at, self._expects_key = base, False

    def _open_table(self, parts: list[str]) -> None:
        base = ""
        for number, part in enumerate(parts, 1):
            base = f"{base}.{part}" if base else part
            if self._header == "[[" and number == len(parts):
                self._tables[base] = self._tables.get(base, 0) + 1
            self._lines.setdefault(base, self._line)
            if base in self._tables:
                base = f"{base}[{self._tables[base]}]"
                self._lines.setdefault(base, self._line)
        self._table, self._expects_key = base, False

    def _sign(self, sign: str) -> None:
        if not self._open and self._expects_key and sign == "[":
            self._header += "["
        elif sign in "[{" and not self._header:
            self._go_in(sign)
        elif sign in "]}" and self._open:
            self._go_out()
        elif sign == "," and self._open:
            self._next_item()

    def _go_in(self, sign: str) -> None:
        at = self._at
        if self._open and self._open[-1].sign == "[":
            at = f"{self._open[-1].at}[{self._open[-1].item}]"
            self._lines.setdefault(at, self._line)
        self._open.append(_Level(sign, at))
        self._expects_key = sign == "{"

    def _go_out(self) -> None:
        self._open.pop()
        self._expects_key = False

    def _next_item(self) -> None:
        level = self._open[-1]
        level.item += 1
        self._expects_key = level.sign == "{"


def _unquoted(part: str) -> str:
    return next(iter(tomllib.loads(f"{part} = 0"))) if part[0] in "\"'" else part

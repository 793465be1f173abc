"""Lines of text on a terminal: wrapped, indented, in columns, and never wider than asked."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

# A number stays with its unit, a dot with what it follows: there no line is broken.
_PAIR = re.compile(
    r"(?<=\d) (?=(?:km|mi|m|min|h|s|kg|bpm|°C|%|×)(?!\w))|(?<=×) (?=\d)|(?<=RIR) (?=\d)"
    r"|(?<=-o) | (?=·)"
)
GLUE = "\N{NO-BREAK SPACE}"


def wrapped(text: str, width: int, *, indent: str = "", then: str | None = None) -> list[str]:
    """Wrap a text; the lines after the first are indented by `then`.

    >>> wrapped("easy for 12 km", 12, indent="  ")
    ['  easy for', '  12 km']
    """
    lines = textwrap.wrap(
        glued(text),
        max(width, len(indent) + 8),
        initial_indent=indent,
        subsequent_indent=indent if then is None else then,
        break_on_hyphens=False,
    )
    return [line.replace(GLUE, " ").rstrip() for line in lines]


def glued(text: str) -> str:
    """Put no-break spaces between a number and its unit."""
    return _PAIR.sub(GLUE, text)


def both_ends(left: str, right: str, width: int) -> str | None:
    """Put two texts at the ends of a line; None when they have no room."""
    gap = width - len(left) - len(right)
    if not right:
        return left if gap >= 0 else None
    return f"{left}{' ' * gap}{right}" if gap >= 2 else None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; its cells are as many as the rows."""

    cells: tuple[str, ...]
    head: str = ""
    right: bool = False

    @property
    def width(self) -> int:
        """The width of the widest cell."""
        return max(map(len, (self.head, *self.cells)))

    def aligned(self, cell: str) -> str:
        """Fill a cell up to the column's width."""
        return cell.rjust(self.width) if self.right else cell.ljust(self.width)


def width_of(columns: Sequence[Column], gap: int = 2) -> int:
    """Return the width of a table."""
    return sum(column.width for column in columns) + gap * (len(columns) - 1)


def rows_of(columns: Sequence[Column], *, head: bool, gap: int = 2) -> list[str]:
    """Write the rows of a table, the heads first when they are asked for."""
    rows = list(zip(*(column.cells for column in columns), strict=True))
    if head:
        rows.insert(0, tuple(column.head for column in columns))
    return [
        (" " * gap)
        .join(column.aligned(cell) for column, cell in zip(columns, row, strict=True))
        .rstrip()
        for row in rows
    ]

"""How a JSON document is laid out: indented by two, numbers in a row, some parts as one line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

Plain = Any

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_compact = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class OneLine:
    """A part that is written compactly on one line."""

    text: str


def one_line(value: Plain) -> OneLine:
    """Write a value compactly."""
    return OneLine(_compact(value))


def laid_out(document: Plain) -> str:
    """Write a document, with a newline at its end.

    >>> print(laid_out({"range": [6, 7], "list": [{"a": None}], "none": []}), end="")
    {
      "range": [6, 7],
      "list": [
        {
          "a": null
        }
      ],
      "none": []
    }
    """
    pieces: list[str] = []
    _lay(document, "\n", pieces)
    pieces.append("\n")
    return "".join(pieces)


def _lay(value: Plain, margin: str, pieces: list[str]) -> None:
    kind = type(value)
    if kind is OneLine:
        pieces.append(value.text)
    elif kind is dict and value:
        _lay_table(value, margin, pieces)
    elif kind is list and value and type(value[0]) in (dict, OneLine):
        _lay_list(value, margin, pieces)
    else:
        pieces.append(_encode(value))


def _lay_table(table: dict[str, Plain], margin: str, pieces: list[str]) -> None:
    inner = margin + "  "
    before = "{" + inner
    for key, value in table.items():
        pieces.append(f"{before}{_encode(key)}: ")
        _lay(value, inner, pieces)
        before = "," + inner
    pieces.append(margin + "}")


def _lay_list(items: list[Plain], margin: str, pieces: list[str]) -> None:
    inner = margin + "  "
    before = "[" + inner
    for item in items:
        pieces.append(before)
        _lay(item, inner, pieces)
        before = "," + inner
    pieces.append(margin + "]")

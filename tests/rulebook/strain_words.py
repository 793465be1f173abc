"""Sessions as a coach writes them in a case file: `heavy 45 sore`, `easy 30`, `race 100`."""

from __future__ import annotations

from dataclasses import replace

from dovetail.rulebook.shapes import Strain

WORDS = {
    "easy": Strain("easy", 0, run=True),
    "long": Strain("long", 0, run=True, key=True, long=True),
    "long-with-pace": Strain("long", 0, run=True, key=True, quality=True, long=True),
    "quality": Strain("quality-1", 0, run=True, key=True, quality=True),
    "quality-2": Strain("quality-2", 0, run=True, key=True, quality=True),
    "legs": Strain("strength-a", 0, legs=1, strength=True),
    "legs-b": Strain("strength-b", 0, legs=1, strength=True),
    "heavy": Strain("strength-a", 0, legs=2, strength=True),
    "heavy-b": Strain("strength-b", 0, legs=2, strength=True),
    "upper": Strain("strength-b", 0, strength=True),
    "core": Strain("core", 0, strength=True),
    "primer": Strain("primer", 0, strength=True),
    "race": Strain("race", 0, key=True, fixed=True),
}


def strain(words: str) -> Strain:
    """Read a session: its kind, its minutes, and what is special about the legs.

    >>> strain("heavy 45 apart=3").apart
    3
    """
    name, minutes, *more = words.split()
    found = replace(WORDS[name], minutes=int(minutes))
    for word in more:
        if word == "sore":
            found = replace(found, sore=True)
        elif word.startswith("apart="):
            found = replace(found, apart=int(word.removeprefix("apart=")))
        else:
            raise ValueError(words)
    return found


def visit(parts: list[str]) -> tuple[Strain, ...]:
    """Read what one slot, or one day, holds in order."""
    return tuple(strain(part) for part in parts)

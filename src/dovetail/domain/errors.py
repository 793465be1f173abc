"""What can go wrong, said so that a person can put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

SHOWN_AT_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands: a file, a line counted from 1, a dotted key."""

    file: str | None = None
    line: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        where = self.file or ""
        if self.line is not None:
            where = f"{where}:{self.line}" if where else f"line {self.line}"
        key = f"[{self.key}]" if self.key else ""
        return " ".join(part for part in (where, key) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, and the way out."""

    code: str
    problem: str
    hint: str
    place: Place = Place()


class DovetailError(Exception):
    """Anything a person can put right; everything else is a bug and may crash."""

    exit_status = 2

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems[0].problem)
        self.problems = problems

    @property
    def code(self) -> str:
        """The code of the first problem, which names the whole error."""
        return self.problems[0].code


class BadInput(DovetailError):
    """A file, an option or a value cannot be used as it is (exit status 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One member of a clash: what is asked for, and what asks for it."""

    wish: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What to give up; proven means that a plan was made without it."""

    give_up: tuple[str, ...]
    proven: bool


class NoLegalPlan(DovetailError):
    """The wishes clash: no plan obeys all of them (exit status 3)."""

    exit_status = 3

    def __init__(
        self, problem: Problem, *, clash: Iterable[Wish] = (), ways_out: Iterable[WayOut] = ()
    ) -> None:
        super().__init__(problem)
        self.clash = tuple(clash)
        self.ways_out = tuple(ways_out)


class Referral(DovetailError):
    """No plan until a professional has answered (exit status 4)."""

    exit_status = 4


def in_file(error: BadInput, file: str) -> BadInput:
    """Say the same of a named file: readers of text do not know its name."""
    return BadInput(
        *(replace(problem, place=replace(problem.place, file=file)) for problem in error.problems)
    )

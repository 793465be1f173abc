"""The one boundary of the command line: runs a command, and says what went wrong.

Only `DovetailError` is caught: it is what a person can put right. Anything else is a bug and
crashes loudly. A command prints once, at its end, so that nothing is on stdout when it fails.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from dovetail.domain.errors import SHOWN_AT_MOST, DovetailError, NoLegalPlan, Problem

Command = Callable[[Sequence[str]], int]
INTERRUPTED = 130


def guarded(command: Command, argv: Sequence[str]) -> int:
    """Run a command and return its exit status; errors go to stderr."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an old terminal shows ? for ×, and goes on
    try:
        status = command(argv)
        sys.stdout.flush()
        return status
    except DovetailError as error:
        said = as_json(error) if wants_json(argv) else as_text(error)
        print(said, file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough. Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def wants_json(argv: Sequence[str]) -> bool:
    """Say whether the arguments ask for JSON, before any command has looked at them."""
    words = list(argv)
    return "--format=json" in words or ("--format", "json") in pairwise(words)


def as_text(error: DovetailError) -> str:
    """Say an error for a person: problem, place, hint, code; at most twenty of them."""
    shown = [line for problem in error.problems[:SHOWN_AT_MOST] for line in _lines(problem)]
    shown[-1:-1] = _clash_lines(error)
    if (more := len(error.problems) - SHOWN_AT_MOST) > 0:
        shown.append(f"and {more} more")
    return "\n".join(printable(line) for line in shown)


def _lines(problem: Problem) -> Iterator[str]:
    yield f"Error: {problem.problem}"
    if where := str(problem.place):
        yield f"  at {where}"
    yield f"  hint: {problem.hint}"
    yield f"  [{problem.code}]"


def _clash_lines(error: DovetailError) -> Iterator[str]:
    if isinstance(error, NoLegalPlan):
        for wish in error.clash:
            yield f"  clash: {wish.wish} ({wish.why})"
        for way in error.ways_out:
            tried = "a plan was made this way" if way.proven else "not tried"
            yield f"  way out: {'; '.join(way.give_up)} ({tried})"


def printable(text: str, *, keep: str = "") -> str:
    r"""Show control characters instead of obeying them: file names and keys may hold any.

    >>> print(printable("a\x1b[2J"))
    a\x1b[2J
    """
    return "".join(
        sign if sign.isprintable() or sign in keep else ascii(sign)[1:-1] for sign in text
    )


def as_json(error: DovetailError) -> str:
    """Say an error for a program: one object; further problems stand under others."""
    import json  # only failures of programs that ask for it pay for it

    first, *others = [_data(problem) for problem in error.problems]
    clash, ways_out = _clash_data(error)
    body = {**first, "clash": clash, "ways_out": ways_out}
    if others:
        body["others"] = others
    return json.dumps({"error": body}, ensure_ascii=False)


def _data(problem: Problem) -> dict[str, object]:
    place = problem.place
    return {
        "code": problem.code,
        "problem": problem.problem,
        "hint": problem.hint,
        "place": {"file": place.file, "line": place.line, "key": place.key},
    }


def _clash_data(error: DovetailError) -> tuple[list[object], list[object]]:
    if not isinstance(error, NoLegalPlan):
        return [], []
    return (
        [{"wish": wish.wish, "why": wish.why} for wish in error.clash],
        [{"give_up": list(way.give_up), "proven": way.proven} for way in error.ways_out],
    )

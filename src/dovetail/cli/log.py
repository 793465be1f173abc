"""dovetail log: add one event to a log, by options or by questions on a terminal."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, RawDescriptionHelpFormatter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from dovetail.cli.arguments import Arguments, local_today, parse_date
from dovetail.cli.log_options import add_options, day_in, own_fields, told_by
from dovetail.cli.log_questions import ask_all
from dovetail.cli.main import printable
from dovetail.content.library import read_library
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.training_log import KINDS
from dovetail.formats.complaints import choice, nearest
from dovetail.formats.log_writing import add_event

Ask = Callable[[str], str]
WHAT: Mapping[str, str] = {
    "run": "a run that was done",
    "strength": "a strength session that was done, with its sets",
    "checkin": "how you are this morning; on every item 7 is best",
    "pain": "where it hurts, and how much",
    "illness": "an illness that started or ended",
    "race": "a race that was run",
    "test": "a self-test: one value, or left and right",
    "away": "days away, and what can be done there",
    "skip": "a session left out on purpose",
    "move": "a session put on another day",
    "mobility": "mobility work",
    "other": "other training: a ride, a swim",
    "note": "words",
    "clearance": "a professional says that training may go on",
    "lock": "keep a session, a week or a quantity as it is",
    "release": "take a lock back",
    "set": "your own number for a quantity",
    "unlock": "a coach opens a strength phase, or hops",
    "mute": "ask a rule to keep silent",
    "answer": "yes or no to a proposed decision",
    "void": "take back what another line says",
}
"""The kinds of event, the everyday ones first."""
DONE = ("run", "strength", "mobility", "other", "checkin", "pain", "race", "test")


def run(argv: Sequence[str], *, ask: Ask | None = None) -> int:
    """Add one event, and say what was written."""
    if ask is None and sys.stdin.isatty():
        ask = _ask_on_terminal
    argv = _words_first(argv)
    named = next((word for word in argv[1:2] if not word.startswith("-")), None)
    if named is None:
        log, told, today = _asked(argv, ask)
    else:
        _refuse_unknown(named)
        log, told, today = _given(argv, named)
    _refuse_the_future(told, today)
    added = add_event(log, told, on=today)
    print(_said(told, added.id, today))
    notes = [f"{note.problem} {note.hint}" for note in added.notes]
    for line in (*_unknown_exercises(told), *notes):
        print(printable(f"Note: {line}"))
    return 0


def _words_first(argv: Sequence[str]) -> Sequence[str]:
    """Put the log and the kind before the options: the day of writing may stand anywhere."""
    words: list[str] = []
    options: list[str] = []
    left = list(argv)
    while left and len(words) < len(("log", "kind")):
        word = left.pop(0)
        (options if word.startswith("-") else words).append(word)
        if word == "--today" and left:
            options.append(left.pop(0))
    return [*words, *options, *left]


def _given(argv: Sequence[str], kind: str) -> tuple[Path, dict[str, object], date]:
    options = _parser(kind).parse_args(list(argv))
    today = _today(options.today)
    told = told_by(options, kind, today=today)
    if options.on is not None:
        told["on"] = day_in(options.on, today=today).isoformat()
    return options.log, told, today


def _asked(argv: Sequence[str], ask: Ask | None) -> tuple[Path, dict[str, object], date]:
    parser = _first_parser()
    options = parser.parse_args(list(argv))
    if ask is None:
        parser.error("without a terminal to ask on, the following arguments are required: KIND")
    today = _today(options.today)
    return options.log, ask_all(ask, WHAT, today=today), today


def _first_parser() -> Arguments:
    width = max(map(len, WHAT))
    kinds = "\n".join(f"  {kind:<{width}}  {what}" for kind, what in WHAT.items())
    parser = Arguments(
        prog="dovetail log",
        usage="%(prog)s LOG.jsonl [KIND [--KEY VALUE ...]]",
        description="Add one event to a log; without KIND it asks.",
        epilog=f"kinds, each explains itself (dovetail log LOG.jsonl run --help):\n{kinds}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("log", type=Path, metavar="LOG.jsonl", help="the log; a new one is begun")
    parser.add_argument("--today", metavar="DATE", help="the day of writing (default: today)")
    return parser


def _parser(kind: str) -> Arguments:
    parser = Arguments(prog=f"dovetail log LOG.jsonl {kind}", description=f"Log {WHAT[kind]}.")
    parser.add_argument("log", type=Path, metavar="LOG.jsonl", help=SUPPRESS)
    parser.add_argument("kind", help=SUPPRESS)
    add_options(parser, kind)
    every = parser.add_argument_group("of every event")
    every.add_argument("--on", metavar="DATE", help="its day, or yesterday (default: today)")
    every.add_argument("--id", metavar="ID", help="its name (default: day and kind)")
    every.add_argument("--corrects", metavar="ID", help="the event that this one replaces")
    every.add_argument("--by", metavar="WHO", help="athlete, coach, import (default: athlete)")
    every.add_argument("--source", metavar="TEXT", help="the device or file it comes from")
    every.add_argument("--today", metavar="DATE", help="the day of writing (default: today)")
    return parser


def _today(text: str | None) -> date:
    return local_today() if text is None else parse_date(text)


def _ask_on_terminal(prompt: str) -> str:
    # Questions go to stderr: stdout is for the answer of a command that has succeeded.
    print(prompt, end="", file=sys.stderr, flush=True)
    return input()


def _refuse_unknown(kind: str) -> None:
    if kind not in KINDS:
        problem = f"There is no kind of event {kind[:40]!r}."
        raise BadInput(Problem(code="unknown-kind", problem=problem, hint=choice(kind, WHAT)))


def _refuse_the_future(told: Mapping[str, object], today: date) -> None:
    """What is done is done today or before; days away and locks may lie ahead."""
    day = str(told.get("on", ""))
    if told["kind"] in DONE and day > today.isoformat():
        problem = f"{day} is still to come."
        hint = "Log it when it is done; a session to come is moved with move, or left with skip."
        raise BadInput(Problem(code="not-yet", problem=problem, hint=hint))


def _said(told: Mapping[str, object], name: str, today: date) -> str:
    day = date.fromisoformat(str(told.get("on", today.isoformat())))
    parts = [f"{key.replace('_', ' ')} {_shown(value)}" for key, value in _own(told)]
    what = ": " + ", ".join(parts) if parts else ""
    said = f"Logged {told['kind']}, {day:%A} {day.day} {day:%B}{what}."
    return f"{printable(said)}\nIts id: {printable(name)}"


def _own(told: Mapping[str, object]) -> list[tuple[str, object]]:
    own = {field.key for field in own_fields(str(told["kind"]))}
    return [(key, value) for key, value in told.items() if key in own or key == "corrects"]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return (
            f"{len(value)}" if value and isinstance(value[0], dict) else " ".join(map(str, value))
        )
    return str(value)


def _unknown_exercises(told: Mapping[str, object]) -> list[str]:
    """Say which exercises no plan of ours has: their progress cannot be followed."""
    sets = told.get("sets")
    if not isinstance(sets, list):
        return []
    known = read_library().exercises
    names = dict.fromkeys(str(one["exercise"]) for one in sets)
    found = []
    for name in names:
        if name not in known:
            meant = nearest(name, known)
            also = f"; did you mean {meant}? Log it again with --corrects ID" if meant else ""
            found.append(f"the library has no exercise {name!r}{also}.")
    return found

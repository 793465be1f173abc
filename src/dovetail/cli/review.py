"""dovetail review: the letter of a week, and the plan as it stands after it."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from dovetail.application.review_plan import review_plan
from dovetail.cli.arguments import Arguments, local_today, parse_date
from dovetail.cli.kept_athlete import read_kept_athlete
from dovetail.cli.kept_log import read_kept_log
from dovetail.cli.kept_plan import read_plan, width_of
from dovetail.cli.main import printable
from dovetail.cli.plan import speaker_of
from dovetail.cli.principles import add_principles, library_of
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.plan import Plan
from dovetail.domain.training_log import Event
from dovetail.explaining.speaker import Speaker
from dovetail.formats import plan_json
from dovetail.formats.files import write_text
from dovetail.formats.letter_text import NARROWEST, letter_text

LETTERS = (".html", ".htm", ".txt")
"""Names that a plan is not written to: who gives one after -o means the letter."""


def run(argv: Sequence[str]) -> int:
    """Print the letter, or the plan as JSON; with -o the plan is written and the letter printed.

    Nothing is written where a review is refused: the plan that stood goes on standing.
    """
    options = _parser().parse_args(argv)
    if options.width is not None and options.width < NARROWEST:
        raise _too_narrow(options.width)
    if options.output is not None and options.output.suffix.lower() in LETTERS:
        raise _no_letter(options.output)
    on = local_today() if options.today is None else parse_date(options.today)
    standing = read_plan(options.plan)
    raced = standing.goal.date is not None and standing.goal.date <= on
    athlete = read_kept_athlete(options.athlete, standing.made_on if raced else on)
    log = read_kept_log(options.log)
    for note in log.notes:
        print(printable(f"Note: {note.problem} {note.hint}"), file=sys.stderr)
    _note_late(log.events, on)
    if on < standing.made_on:
        raise _too_early(options.plan)
    library = library_of(replace(standing, athlete=athlete), options.principles)
    now = review_plan(athlete, log.events, on, standing=standing, library=library)
    say = speaker_of(now)
    if options.output is not None:
        write_text(options.output, plan_json.write(now, say=say))
    print(_printed(now, options, say), end="")
    return 0


def _printed(now: Plan, options: Namespace, say: Speaker) -> str:
    """Return the letter, or the plan where it was asked for and not written to a file."""
    if options.format == "json":
        return "" if options.output is not None else plan_json.write(now, say=say)
    if options.format == "html":
        from dovetail.formats.letter_html import letter_html

        return letter_html(now, say=say)
    return letter_text(now, say=say, width=width_of(options.width))


def _note_late(events: Iterable[Event], on: date) -> None:
    """Say how many lines about days up to then were written later: they are not read."""
    late = sum(one.on <= on < (one.logged or one.on) for one in events)
    if late:
        lines = "line was" if late == 1 else "lines were"
        print(f"Note: {late} {lines} written after {on}, and not read.", file=sys.stderr)


def _parser() -> Arguments:
    parser = Arguments(
        prog="dovetail review",
        description="Read what was done, decide what changes, and write a letter about it.",
    )
    add = parser.add_argument
    add("athlete", type=Path, metavar="ATHLETE.toml", help="who it is about")
    add("--log", type=Path, metavar="LOG.jsonl", help="what happened so far")
    add("--plan", type=Path, metavar="PLAN.json", required=True, help="the plan that stands")
    add("--today", metavar="DATE", help="the day of the review (default: today)")
    add_principles(parser)
    add("--format", choices=("text", "html", "json"), default="text", help="what to print")
    add(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="write the reviewed plan.json to a file, the one that stands too",
    )
    add("--width", type=int, metavar="N", help="columns to use")
    return parser


def _too_narrow(width: int) -> BadInput:
    return BadInput(
        Problem(
            code="bad-arguments",
            problem=f"{width} columns are too narrow for a letter.",
            hint=f"Give --width {NARROWEST} or more.",
        )
    )


def _no_letter(output: Path) -> BadInput:
    return BadInput(
        Problem(
            code="bad-arguments",
            problem=f"-o writes the plan, and {output} is named like a letter.",
            hint=f"Name a .json file after -o; the letter itself: … --format html > {output}",
        )
    )


def _too_early(plan: Path) -> BadInput:
    return BadInput(
        Problem(
            code="bad-date",
            problem=f"{plan} was made later than that day.",
            hint="Review it on the day it was made or later.",
        )
    )

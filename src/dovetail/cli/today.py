"""dovetail today: go, easier, rest, or stop and see someone; and the session as it stands now."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dovetail.application.today import today_of
from dovetail.cli.arguments import Arguments, local_today, parse_date
from dovetail.cli.kept_athlete import read_kept_athlete
from dovetail.cli.kept_log import read_kept_log
from dovetail.cli.kept_plan import read_plan, width_of
from dovetail.cli.main import printable
from dovetail.cli.plan import speaker_of
from dovetail.cli.principles import add_principles, library_of
from dovetail.domain.errors import BadInput, Problem
from dovetail.formats.today_json import today_json
from dovetail.formats.today_text import NARROWEST, today_text


def run(argv: Sequence[str]) -> int:
    """Print the day; what a log could not tell is noted on stderr."""
    options = _parser().parse_args(argv)
    if options.width is not None and options.width < NARROWEST:
        raise _too_narrow(options.width)
    on = local_today() if options.today is None else parse_date(options.today)
    plan = read_plan(options.plan)
    raced = plan.goal.date is not None and plan.goal.date <= on
    read_on = plan.made_on if raced else on
    plan = replace(plan, athlete=read_kept_athlete(options.athlete, read_on))
    log = read_kept_log(options.log)
    found = today_of(plan, log.events, on, library=library_of(plan, options.principles))
    for note in log.notes:
        print(printable(f"Note: {note.problem} {note.hint}"), file=sys.stderr)
    say = speaker_of(plan)
    if options.format == "json":
        print(today_json(found, say=say), end="")
    else:
        print(today_text(found, say=say, width=width_of(options.width)), end="")
    return 0


def _parser() -> Arguments:
    parser = Arguments(
        prog="dovetail today", description="Say what today is for: go, easier, rest, or stop."
    )
    parser.add_argument("athlete", type=Path, metavar="ATHLETE.toml", help="who asks")
    parser.add_argument(
        "--plan", type=Path, metavar="PLAN.json", required=True, help="the plan that stands"
    )
    parser.add_argument("--log", type=Path, metavar="LOG.jsonl", help="what happened so far")
    parser.add_argument("--today", metavar="DATE", help="the day to ask about (default: today)")
    add_principles(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print")
    parser.add_argument("--width", type=int, metavar="N", help="columns to use")
    return parser


def _too_narrow(width: int) -> BadInput:
    return BadInput(
        Problem(
            code="bad-arguments",
            problem=f"{width} columns are too narrow for a day.",
            hint=f"Give --width {NARROWEST} or more.",
        )
    )

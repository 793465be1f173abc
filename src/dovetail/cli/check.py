"""dovetail check: judge a plan by the planner's own rules; exit 1 when something harms."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from dovetail.application.check_plan import check
from dovetail.cli.arguments import Arguments, local_today, parse_date
from dovetail.cli.kept_athlete import read_kept_athlete
from dovetail.cli.kept_log import read_kept_log
from dovetail.cli.kept_plan import read_plan, width_of
from dovetail.cli.main import printable
from dovetail.cli.plan import speaker_of
from dovetail.cli.principles import add_principles, library_of
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.plan import Finding
from dovetail.formats.check_text import check_json, check_text, of_plan
from dovetail.formats.typed.door import is_typed

FOUND_AN_ERROR = 1


def run(argv: Sequence[str]) -> int:
    """Print what the rules find; 1 when one of the findings is an error."""
    options = _parser().parse_args(argv)
    said, findings = _typed(options) if is_typed(options.plan) else _checked(options)
    print(said, end="")
    return FOUND_AN_ERROR if any(map(_harms, findings)) else 0


def _typed(options: Namespace) -> tuple[str, tuple[Finding, ...]]:
    """Return what to print about a plan that somebody typed; a log is read beside our own only."""
    from dovetail.cli.typed_check import checked

    if options.log is not None:
        problem = "A log is read beside a plan.json; this plan has no sessions by name."
        hint = "Leave out --log, or give the plan.json that was lived by."
        raise BadInput(Problem(code="bad-arguments", problem=problem, hint=hint))
    return checked(options)


def _checked(options: Namespace) -> tuple[str, tuple[Finding, ...]]:
    """Return what to print about a plan of our own, and what was found in it."""
    plan = read_plan(options.plan)
    athlete = read_kept_athlete(options.athlete, plan.made_on) if options.athlete else None
    log = read_kept_log(options.log)
    on = local_today() if options.today is None else parse_date(options.today)
    library = library_of(plan, options.principles)
    findings = check(plan, athlete=athlete, events=log.events, on=on, library=library)
    for note in log.notes:
        print(printable(f"Note: {note.problem} {note.hint}"), file=sys.stderr)
    say = speaker_of(plan)
    judged = of_plan(plan, say)
    if options.format == "json":
        return check_json(judged, findings, say=say), findings
    return check_text(judged, findings, say=say, width=width_of(options.width)), findings


def _harms(finding: Finding) -> bool:
    """An error harms, but where somebody has locked it so."""
    return finding.severity == "error" and finding.muted is None


def _parser() -> Arguments:
    parser = Arguments(prog="dovetail check", description="Judge a plan by the planner's rules.")
    parser.add_argument(
        "plan", type=Path, metavar="PLAN", help="plan.json, or a plan as .ics, .csv or .txt"
    )
    parser.add_argument(
        "--athlete", type=Path, metavar="ATHLETE.toml", help="judge it for somebody else"
    )
    parser.add_argument(
        "--log", type=Path, metavar="LOG.jsonl", help="judge what was done of it, too"
    )
    parser.add_argument("--today", metavar="DATE", help="the day to judge from (default: today)")
    add_principles(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print")
    parser.add_argument("--width", type=int, metavar="N", help="columns to use")
    return parser

"""dovetail check: judge a plan by the planner's own rules; exit 1 when something harms."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from dovetail.application.check_plan import check
from dovetail.cli.arguments import Arguments
from dovetail.cli.kept_athlete import read_kept_athlete
from dovetail.cli.kept_plan import read_plan, width_of
from dovetail.cli.plan import speaker_of
from dovetail.cli.principles import add_principles, library_of
from dovetail.cli.typed_check import checked
from dovetail.domain.plan import Finding
from dovetail.formats.check_text import check_json, check_text, of_plan
from dovetail.formats.typed.door import is_typed

FOUND_AN_ERROR = 1


def run(argv: Sequence[str]) -> int:
    """Print what the rules find; 1 when one of the findings is an error."""
    options = _parser().parse_args(argv)
    said, findings = checked(options) if is_typed(options.plan) else _checked(options)
    print(said, end="")
    return FOUND_AN_ERROR if any(map(_harms, findings)) else 0


def _checked(options: Namespace) -> tuple[str, tuple[Finding, ...]]:
    """Return what to print about a plan of our own, and what was found in it."""
    plan = read_plan(options.plan)
    athlete = read_kept_athlete(options.athlete, plan.made_on) if options.athlete else None
    findings = check(plan, athlete=athlete, library=library_of(plan, options.principles))
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
    add_principles(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print")
    parser.add_argument("--width", type=int, metavar="N", help="columns to use")
    return parser

"""dovetail check: judge a plan by the planner's own rules; exit 1 when something harms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dovetail.application.check_plan import check
from dovetail.cli.arguments import Arguments
from dovetail.cli.kept_plan import read_plan, width_of
from dovetail.cli.plan import speaker_of
from dovetail.cli.principles import add_principles, library_of
from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import BadInput, in_file
from dovetail.domain.plan import Finding, Plan
from dovetail.formats.athlete_toml import read_athlete
from dovetail.formats.check_text import check_json, check_text
from dovetail.formats.files import ATHLETE_AT_MOST, read_text

FOUND_AN_ERROR = 1


def run(argv: Sequence[str]) -> int:
    """Print what the rules find; 1 when one of the findings is an error."""
    options = _parser().parse_args(argv)
    plan = read_plan(options.plan)
    athlete = _athlete(options.athlete, plan) if options.athlete else None
    findings = check(plan, athlete=athlete, library=library_of(plan, options.principles))
    say = speaker_of(plan)
    if options.format == "json":
        print(check_json(findings, say=say), end="")
    else:
        print(check_text(plan, findings, say=say, width=width_of(options.width)), end="")
    return FOUND_AN_ERROR if any(map(_harms, findings)) else 0


def _harms(finding: Finding) -> bool:
    """An error harms, but where somebody has locked it so."""
    return finding.severity == "error" and finding.muted is None


def _parser() -> Arguments:
    parser = Arguments(prog="dovetail check", description="Judge a plan by the planner's rules.")
    parser.add_argument("plan", type=Path, metavar="PLAN.json", help="the plan to judge")
    parser.add_argument(
        "--athlete", type=Path, metavar="ATHLETE.toml", help="judge it for somebody else"
    )
    add_principles(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print")
    parser.add_argument("--width", type=int, metavar="N", help="columns to use")
    return parser


def _athlete(path: Path, plan: Plan) -> Athlete:
    text = read_text(path, most=ATHLETE_AT_MOST)
    try:
        return read_athlete(text, today=plan.made_on)
    except BadInput as error:
        raise in_file(error, str(path)) from None

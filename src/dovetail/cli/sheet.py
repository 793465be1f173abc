"""dovetail sheet: one session on a narrow screen, for the gym, the kitchen or the road."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dovetail.application.sheet import sheet
from dovetail.cli.arguments import Arguments
from dovetail.cli.kept_plan import read_plan, width_of
from dovetail.cli.plan import speaker_of
from dovetail.content.library import read_library
from dovetail.domain.errors import BadInput, Problem
from dovetail.formats.sheet_text import NARROWEST, WIDEST, sheet_json, sheet_text


def run(argv: Sequence[str]) -> int:
    """Print the sheet of a session."""
    options = _parser().parse_args(argv)
    if options.width is not None and options.width < NARROWEST:
        raise _too_narrow(options.width)
    plan = read_plan(options.plan)
    found = sheet(plan, options.session, library=read_library())
    say = speaker_of(plan)
    if options.format == "json":
        print(sheet_json(found, say=say), end="")
    else:
        width = options.width or max(NARROWEST, min(WIDEST, width_of(None)))
        print(sheet_text(found, say=say, width=width), end="")
    return 0


def _parser() -> Arguments:
    parser = Arguments(prog="dovetail sheet", description="Show one session, ready to be done.")
    parser.add_argument("plan", type=Path, metavar="PLAN.json", help="the plan that holds it")
    parser.add_argument(
        "session", metavar="SESSION_ID", help="an id in the plan, such as 2027-W02-strength-a"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print")
    parser.add_argument(
        "--width", type=int, metavar="N", help=f"columns to use (default: at most {WIDEST})"
    )
    return parser


def _too_narrow(width: int) -> BadInput:
    return BadInput(
        Problem(
            code="bad-arguments",
            problem=f"{width} columns are too narrow for a sheet.",
            hint=f"Give --width {NARROWEST} or more.",
        )
    )

"""dovetail why: why a place in a plan is as it is, and what breaks when it moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dovetail.application.why import Target, Why, why
from dovetail.cli.arguments import Arguments, parse_date
from dovetail.cli.kept_plan import read_plan, width_of
from dovetail.cli.plan import speaker_of
from dovetail.cli.principles import add_principles, library_of
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.plan import Plan
from dovetail.explaining.speaker import Speaker
from dovetail.formats.plan_text import WIDE
from dovetail.formats.race_week_text import ON_THE_PAGE, RaceWeekText
from dovetail.formats.why_text import why_json, why_text


def run(argv: Sequence[str]) -> int:
    """Print the answer."""
    options = _parser().parse_args(argv)
    target = _target(options.move_to) if options.move_to else None
    plan = read_plan(options.plan)
    answer = why(plan, options.place, library=library_of(plan, options.principles), move_to=target)
    say = speaker_of(plan)
    if options.format == "json":
        print(why_json(answer, say=say), end="")
    else:
        print(_text(answer, plan, say, width_of(options.width)), end="")
    return 0


def _text(answer: Why, plan: Plan, say: Speaker, width: int) -> str:
    """Write the answer; for the goal race with its week, which says most of its reasons."""
    race = answer.session
    if race is None or race.kind != "goal":
        return why_text(answer, say=say, width=width)
    first = tuple(reason for reason in answer.reasons if reason.code not in ON_THE_PAGE)
    page = RaceWeekText(say, width, width >= WIDE).lines(plan.weeks, race)
    text = why_text(replace(answer, reasons=first), say=say, width=width)
    return text + "\n" + "\n".join(page) + "\n"


def _parser() -> Arguments:
    parser = Arguments(prog="dovetail why", description="Say why, and what breaks on a move.")
    parser.add_argument("plan", type=Path, metavar="PLAN.json", help="the plan to ask about")
    parser.add_argument(
        "place", metavar="PLACE", help="a session id, a week such as 2027-W02, or season"
    )
    parser.add_argument(
        "--move-to", metavar="DATE[/SLOT]", help="what breaks if it moves there, all else as it is"
    )
    add_principles(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print")
    parser.add_argument("--width", type=int, metavar="N", help="columns to use")
    return parser


def _target(told: str) -> Target:
    day, _, half = told.partition("/")
    if half == "am":
        return Target(parse_date(day), "am")
    if half == "pm":
        return Target(parse_date(day), "pm")
    if half:
        raise BadInput(
            Problem(
                code="bad-slot",
                problem=f"{half!r} is not a slot.",
                hint="Write am or pm after the date, as in 2027-01-13/pm.",
            )
        )
    return Target(parse_date(day))

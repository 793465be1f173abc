"""dovetail plan: a season from an athlete file, on the terminal or as plan.json."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dovetail import content
from dovetail.cli.arguments import Arguments, local_today, parse_date
from dovetail.cli.kept_athlete import read_kept_athlete
from dovetail.content.sentences import read_sentences
from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import BadInput, Place, Problem, in_file
from dovetail.domain.plan import Plan
from dovetail.explaining.speaker import Speaker
from dovetail.formats import plan_json
from dovetail.formats.athlete_toml import read_athlete
from dovetail.formats.files import PLAN_AT_MOST, read_text, write_text
from dovetail.formats.plan_text import NARROWEST, plan_text
from dovetail.formats.text_layout import wrapped
from dovetail.formats.toml_places import parsed

EXAMPLES = Path(content.__file__).parent / "examples"
WIDEST = 120
Planner = Callable[[Athlete, date], Plan]


@dataclass(frozen=True, slots=True)
class Asked:
    """Who to plan for, from which day, and whether an example chose that day."""

    athlete: Athlete
    today: date
    day_of_example: bool = False


def make(athlete: Athlete, today: date) -> Plan:
    """Plan with the content that comes with the package."""
    from dovetail.application.make_plan import make_plan
    from dovetail.content.library import read_library

    return make_plan(athlete, (), today, library=read_library())


def following(principles: Path) -> Planner:
    """Return a planner that follows the numbers in a coach's file."""
    from dovetail.application.make_plan import make_plan
    from dovetail.cli.principles import library_with

    library = library_with(principles)
    return lambda athlete, today: make_plan(athlete, (), today, library=library)


def run(argv: Sequence[str], *, planner: Planner = make) -> int:
    """Print or write a plan; nothing is printed when there is none."""
    options = _parser().parse_args(argv)
    _check(options)
    asked = _asked(options)
    if options.output is not None and not options.fresh:
        _keep_a_past(options.output, asked.today)
    if options.principles is not None:
        planner = following(options.principles)
    plan = planner(asked.athlete, asked.today)
    say = speaker_of(plan)
    print(
        _written(plan, say, options.output) if options.output else _shown(plan, say, asked, options)
    )
    return 0


def speaker_of(plan: Plan) -> Speaker:
    """Return the Speaker that a plan asks for."""
    return Speaker(
        read_sentences(plan.language),
        language=plan.language,
        units=plan.units,
        level=plan.athlete.level,
    )


def _parser() -> Arguments:
    parser = Arguments(prog="dovetail plan", description="Plan a season of running and strength.")
    add = parser.add_argument
    add("athlete", nargs="?", type=Path, metavar="ATHLETE.toml", help="who to plan for")
    names = ", ".join(example_names())
    add("--example", metavar="NAME", help=f"plan for an example instead: {names}")
    add("--today", metavar="DATE", help="the day to plan from (default: today)")
    add("--principles", type=Path, metavar="FILE", help="numbers of your own (see: dovetail rules)")
    add("--format", choices=("text", "json"), help="what to print (default: text)")
    add("-o", "--output", type=Path, metavar="FILE", help="write plan.json to a file")
    add("--fresh", action="store_true", help="replace FILE even if its plan has a past")
    add("--all", action="store_true", help="print every week, not only this one")
    add("--width", type=int, metavar="N", help="columns to use (default: the terminal's)")
    return parser


def _check(options: argparse.Namespace) -> None:
    if (options.athlete is None) == (options.example is None):
        problem = "Name an athlete file or an example, one of the two."
        raise _bad("bad-arguments", problem, "For a first look: dovetail plan --example NAME")
    if options.output is not None and options.format == "text":
        problem = "-o writes plan.json, not text."
        raise _bad("bad-arguments", problem, "Leave out --format, or print to a file with > FILE.")
    if options.width is not None and options.width < NARROWEST:
        problem = f"{options.width} columns are too narrow for a plan."
        raise _bad("bad-arguments", problem, f"Give --width {NARROWEST} or more.")


def _asked(options: argparse.Namespace) -> Asked:
    told = None if options.today is None else parse_date(options.today)
    if options.example is not None:
        return example(options.example, told)
    today = told or local_today()
    return Asked(read_kept_athlete(options.athlete, today), today)


def example(name: str, today: date | None = None) -> Asked:
    """Read an example; its dates are fixed, so it brings its own today."""
    names = example_names()
    if name not in names:
        problem = f"There is no example {name!r}."
        raise _bad("no-such-example", problem, f"Examples are: {', '.join(names) or 'none'}.")
    text = (EXAMPLES / f"{name}.toml").read_text("utf-8")
    if today is not None:
        return Asked(read_athlete(text, today=today), today)
    running = parsed(text)["running"]
    assert isinstance(running, dict)
    as_of = running["as_of"]
    assert isinstance(as_of, date), "an example says the day it was written for"
    return Asked(read_athlete(text, today=as_of), as_of, day_of_example=True)


def example_names() -> tuple[str, ...]:
    """Name the examples that come with the package."""
    return tuple(sorted(path.stem for path in EXAMPLES.glob("*.toml")))


def _keep_a_past(output: Path, today: date) -> None:
    """Refuse to replace a plan that somebody has lived by, or a file that is no plan."""
    if not output.exists():
        return
    try:
        standing = plan_json.read(read_text(output, most=PLAN_AT_MOST))
    except BadInput as error:
        raise in_file(error, str(output)) from None
    if has_past(standing, today):
        problem = f"{output} holds a plan that has begun; a new one would forget what was done."
        hint = "Name another file, or add --fresh to replace it."
        raise BadInput(
            Problem(code="plan-has-past", problem=problem, hint=hint, place=Place(file=str(output)))
        )


def has_past(plan: Plan, today: date) -> bool:
    """Whether days of the plan lie behind, or something was done."""
    lived = any(
        session.state == "past" or session.done is not None
        for week in plan.weeks
        for session in week.sessions
    )
    return lived or (plan.made_on < today and any(week.starts <= today for week in plan.weeks))


def _written(plan: Plan, say: Speaker, output: Path) -> str:
    write_text(output, plan_json.write(plan, say=say))
    last = plan.weeks[-1].starts + timedelta(days=6)
    return say.phrase(
        "text.written",
        file=str(output),
        n=str(sum(week.number > 0 for week in plan.weeks)),
        first=say.measures.long_date(plan.season_starts),
        last=say.measures.long_date(last),
    )


def _shown(plan: Plan, say: Speaker, asked: Asked, options: argparse.Namespace) -> str:
    if options.format == "json":
        return plan_json.write(plan, say=say).rstrip("\n")
    width = options.width or min(shutil.get_terminal_size().columns, WIDEST)
    text = plan_text(plan, say=say, width=width, today=asked.today, everything=options.all)
    if asked.day_of_example:
        day = say.measures.long_date(asked.today)
        text += "\n".join(wrapped(say.phrase("text.as_of", date=day), width, then="  "))
    return text.rstrip("\n")


def _bad(code: str, problem: str, hint: str) -> BadInput:
    return BadInput(Problem(code=code, problem=problem, hint=hint))

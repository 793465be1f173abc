"""dovetail init: five questions, the screening, and a commented athlete.toml."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from dovetail.cli.arguments import Arguments, local_today, parse_date
from dovetail.cli.athlete_template import (
    NO_ANSWERS,
    Told,
    as_document,
    commented,
    sections_of,
    someone,
)
from dovetail.cli.main import printable
from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.formats.athlete_toml import athlete_from_document
from dovetail.formats.files import write_text

Ask = Callable[[str], str]
Answers = dict[str, dict[str, object]]


class Question(NamedTuple):
    """One question, an answer as an example, and how an answer is understood."""

    asks: str
    example: str
    understand: Callable[[str], Answers]


def run(argv: Sequence[str], *, ask: Ask | None = None) -> int:
    """Write the file and name the one next command."""
    options = _parser().parse_args(argv)
    today = local_today() if options.today is None else parse_date(options.today)
    _refuse_what_is_there(options.file)
    told: Told = someone(today)
    if ask is None and sys.stdin.isatty():
        ask = _ask_on_terminal
    if ask is not None and not options.yes:
        told = _ask_all(ask, today)
    name = quote(printable(str(options.file)))
    write_text(options.file, commented(told, file=name))
    what = "your answers" if told != someone(today) else "an example to change"
    print(f"Wrote {name} with {what}; every other key is in it as a comment.")
    print(f"Next: dovetail plan {name}")
    return 0


def _parser() -> Arguments:
    parser = Arguments(
        prog="dovetail init",
        description="Write a commented athlete.toml, by five questions on a terminal.",
    )
    add = parser.add_argument
    add(
        "file",
        nargs="?",
        type=Path,
        default=Path("athlete.toml"),
        metavar="FILE",
        help="the file to write (default: athlete.toml)",
    )
    add("--yes", action="store_true", help="ask nothing, write an example to change")
    add("--today", metavar="DATE", help="the day to start from (default: today)")
    return parser


def _refuse_what_is_there(file: Path) -> None:
    if file.exists() or file.is_symlink():
        hint = "Choose another name: dovetail init me.toml"
        raise _bad("file-exists", f"{file} is there already.", hint, Place(file=str(file)))
    if not file.parent.is_dir():
        hint = f"Create it first: mkdir -p {file.parent}"
        raise _bad("no-folder", f"There is no folder {file.parent}.", hint, Place(file=str(file)))


def _ask_on_terminal(prompt: str) -> str:
    # Questions go to stderr: stdout is for the answer of a command that has succeeded.
    print(prompt, end="", file=sys.stderr, flush=True)
    return input()


def _ask_all(ask: Ask, today: date) -> Told:
    told: Answers = {}
    numbered = [(f"{number} of 5", each) for number, each in enumerate(QUESTIONS, 1)]
    for heading, question in [*numbered, ("Health", SCREENING)]:
        prompt = f"\n{heading}  {question.asks}\n     for example: {question.example}\n> "
        told |= _ask_until_right(ask, prompt, question, {**someone(today), **told}, today)
    return told


def _ask_until_right(
    ask: Ask, prompt: str, question: Question, so_far: Told, today: date
) -> Answers:
    while True:
        try:
            answer = ask(prompt)
        except EOFError:
            hint = "Start again when you like; dovetail init --yes writes an example to change."
            raise _bad("no-answer", "Stopped; nothing was written.", hint) from None
        try:
            told = question.understand(answer.strip().lower())
            _judge(told, so_far, today)
        except BadInput as error:
            prompt = _once_more(error)
        else:
            return told


def _once_more(error: BadInput) -> str:
    lines = [f"{each.problem}\n  {each.hint}" for each in error.problems]
    return printable("\n".join([*lines, "> "]), keep="\n")


def _judge(told: Answers, so_far: Told, today: date) -> None:
    """Let the reader of athlete.toml say what is wrong with these answers alone."""
    try:
        athlete_from_document(as_document({**so_far, **told}), today=today)
    except BadInput as error:
        mine = tuple(sections_of(told))
        problems = [each for each in error.problems if (each.place.key or "").startswith(mine)]
        if problems:
            raise BadInput(*problems) from None


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def _race(answer: str) -> Answers:
    words = answer.replace(",", " ").split()
    goal: dict[str, object] = {"race": words[0] if words else ""}
    for word in words[1:]:
        if _DATE.fullmatch(word):
            goal["date"] = parse_date(word)
        elif ":" in word:
            goal["time"] = word
        else:
            goal["km"] = _number(word.removesuffix("km"))
    return {"goal": goal}


def _running(answer: str) -> Answers:
    words = re.sub(r"km|years?|,", " ", answer).split()
    if len(words) != 3:
        raise _bad("three-numbers", "These are not three numbers.", "Type them as 30 12 3.")
    keys = ("weekly_km", "longest_km", "years")
    return {"running": {key: _number(word) for key, word in zip(keys, words, strict=True)}}


def _days(answer: str) -> Answers:
    words = re.sub(r"min(?:utes)?\b|[,=:]", " ", answer).split()
    if not words or len(words) % 2:
        hint = "Type each day with its minutes: tue 50, thu 60, sun 100."
        raise _bad("days-and-minutes", "A day goes with its minutes.", hint)
    pairs = zip(words[::2], words[1::2], strict=True)
    return {"availability": {_weekday(day): _number(minutes) for day, minutes in pairs}}


def _weekday(word: str) -> str:
    found = [day for day in WEEKDAYS if len(word) >= 2 and day.startswith(word)]
    if len(found) != 1:
        hint = "Use mon tue wed thu fri sat sun."
        raise _bad("no-such-day", f"There is no day {word!r}.", hint)
    return found[0]


def _person(answer: str) -> Answers:
    words = answer.replace(",", " ").split()
    if len(words) != 2 or not _DATE.fullmatch(words[0]):
        hint = "Type them as 1986-05-02 intermediate."
        raise _bad("date-and-level", "This is not a date of birth and a level.", hint)
    return {"": {"born": parse_date(words[0]), "level": words[1]}}


def _lifting(answer: str) -> Answers:
    words = answer.replace(",", " ").split()
    weeks = [word for word in words if _NUMBER.fullmatch(word)]
    if len(weeks) != 1:
        hint = "Type what there is and the weeks: bands dumbbells 4, or none 0."
        raise _bad("how-many-weeks", "One number of weeks is needed.", hint)
    kit = tuple(word for word in words if word not in (*weeks, "none"))
    return {"strength": {"weeks_trained": _number(weeks[0]), "equipment": kit}}


def _screening(answer: str) -> Answers:
    words = answer.replace(",", " ").split()
    unknown = [word for word in words if word not in NO_ANSWERS and word not in ("no", "none")]
    if unknown or not words or ("no" in words and len(words) > 1):
        hint = f"Type no, or the words that apply: {' '.join(NO_ANSWERS)}"
        raise _bad("no-or-words", "This question has to be answered.", hint)
    return {"health.screening": {key: key in words for key in NO_ANSWERS}}


def _number(word: str) -> float:
    if not _NUMBER.fullmatch(word):
        raise _bad("not-a-number", f"{word!r} is not a number.", "Type a number such as 30 or 7.5.")
    return float(word) if "." in word else int(word)


def _bad(code: str, problem: str, hint: str, place: Place | None = None) -> BadInput:
    return BadInput(Problem(code=code, problem=problem, hint=hint, place=place or Place()))


QUESTIONS: tuple[Question, ...] = (
    Question(
        "Which race (5k 10k half marathon ultra, or healthy), and when?"
        "\n     A hoped-for time may follow; an ultra needs its km.",
        "half 2027-03-14 1:58:00",
        _race,
    ),
    Question(
        "When were you born, and are you a beginner, intermediate or advanced?",
        "1986-05-02 intermediate",
        _person,
    ),
    Question("How much do you run: km a week, longest run, years of it?", "30 12 3", _running),
    Question(
        "On which days can you train, and how many minutes?",
        "tue 50, thu 60, sat 45, sun 100",
        _days,
    ),
    Question(
        "What is there to lift with (bands dumbbells kettlebell barbell … full_gym, or none),"
        "\n     and in how many of the last 12 weeks did you lift?",
        "bands dumbbells 4",
        _lifting,
    ),
)

SCREENING = Question(
    "Before any plan, your health. Does one of these apply? Type no, or the words:"
    "\n     conditions          a heart, metabolic or kidney disease"
    "\n     symptoms            chest discomfort, fainting, palpitations, odd breathlessness"
    "\n     bone_stress_injury  osteoporosis  pregnant"
    "\n     lower_leg_pain_now  pain in shin, calf, Achilles or foot",
    "no",
    _screening,
)

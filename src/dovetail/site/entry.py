"""The console script: a table from command to function, imported when it is used."""

from __future__ import annotations

import sys
from collections.abc import Sequence

COMMANDS = {
    "init": ("dovetail.cli.init:run", "[FILE]", "five questions, then a commented athlete.toml"),
    "plan": ("dovetail.cli.plan:run", "ATHLETE.toml", "the season, week by week, and why"),
    "sheet": ("dovetail.cli.sheet:run", "PLAN.json SESSION", "one session, to take to the gym"),
    "why": ("dovetail.cli.why:run", "PLAN.json PLACE", "why it is so, and what breaks if it moves"),
    "log": ("dovetail.cli.log:run", "LOG.jsonl [KIND]", "one run, lift or check-in, in one line"),
    "today": (
        "dovetail.cli.today:run",
        "ATHLETE.toml --plan PLAN.json",
        "go, easier, rest or stop, and why",
    ),
    "review": (
        "dovetail.cli.review:run",
        "ATHLETE.toml --plan PLAN.json",
        "the week's letter, and the plan it leaves",
    ),
    "check": ("dovetail.cli.check:run", "PLAN.json", "any plan, judged by the rules that plan"),
    "predict": ("dovetail.cli.predict:run", "--race 10km=52:30", "race times, ranges and paces"),
    "rules": ("dovetail.cli.rules:run", "[CODE]", "every rule: its numbers, source and weight"),
}
"""Where each command lives, what it is given, and what one gets."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, and return the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    name = words[0] if words else "help"
    if name in ("help", "-h", "--help"):
        print(front_page())
        return 0
    if name in ("version", "-V", "--version"):
        from dovetail import __version__

        print(f"dovetail {__version__}")
        return 0
    from dovetail.cli.main import guarded

    return guarded(_run_named, words)


def front_page() -> str:
    """Say what this is, what there is, and what to type first."""
    calls = {name: f"dovetail {name} {given}" for name, (_, given, _) in COMMANDS.items()}
    width = max(len(call) for call in calls.values())
    lines = [f"  {calls[name]:<{width}}  {what}" for name, (_, _, what) in COMMANDS.items()]
    return "\n".join(
        [
            "Dovetail joins running and strength training in one living plan.",
            "",
            *lines,
            "",
            "First:       dovetail init",
            "Only a look: dovetail plan --example marathon-masters",
            "Each command explains itself: dovetail plan --help",
        ]
    )


def _run_named(words: Sequence[str]) -> int:
    from importlib import import_module

    name, *rest = words
    if name not in COMMANDS:
        _refuse(name)
    module, _, function = COMMANDS[name][0].partition(":")
    status = getattr(import_module(module), function)(rest)
    assert isinstance(status, int), name
    return status


def _refuse(name: str) -> None:
    from difflib import get_close_matches

    from dovetail.domain.errors import BadInput, Problem

    meant = get_close_matches(name, COMMANDS, n=1)
    first = f"Did you mean {meant[0]}? " if meant else ""
    raise BadInput(
        Problem(
            code="no-such-command",
            problem=f"There is no command {name[:40]!r}.",
            hint=f"{first}There are: {', '.join(COMMANDS)}.",
        )
    )

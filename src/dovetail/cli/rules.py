"""dovetail rules: every rule with its number, source and weight, or all there is to say of one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from dovetail.application.show_rules import show_rule, show_rules
from dovetail.cli.arguments import Arguments
from dovetail.content.library import PackagedLibrary, read_library
from dovetail.content.sentences import read_sentences
from dovetail.domain.errors import BadInput, Problem
from dovetail.formats.rule_text import NARROWEST, rule_text, rules_text

WIDEST = 100


def run(argv: Sequence[str]) -> int:
    """Print the table of the rules, or the page of one."""
    options = _parser().parse_args(argv)
    if options.width is not None and options.width < NARROWEST:
        raise BadInput(
            Problem(
                code="bad-arguments",
                problem=f"{options.width} columns are too narrow for the rules.",
                hint=f"Give --width {NARROWEST} or more.",
            )
        )
    width = options.width or min(shutil.get_terminal_size().columns, WIDEST)
    print(shown(options.code, _library(options.principles), width, json=options.format == "json"))
    return 0


def shown(code: str | None, library: PackagedLibrary, width: int, *, json: bool) -> str:
    """Return one rule or all of them, as text or as JSON."""
    sentences = read_sentences()
    if code is None:
        rules = show_rules(library, sentences)
    else:
        rules = (show_rule(code, library, sentences, sentences.tables.keys()),)
    if json:
        from dovetail.formats.rule_json import rules_json

        return rules_json(rules).rstrip("\n")
    return rules_text(rules, width) if code is None else rule_text(rules[0], width)


def _library(principles: Path | None) -> PackagedLibrary:
    if principles is None:
        return read_library()
    from dovetail.cli.principles import library_with

    return library_with(principles)


def _parser() -> Arguments:
    parser = Arguments(
        prog="dovetail rules",
        description="Show every rule with its numbers, its source and what it weighs.",
    )
    add = parser.add_argument
    add(
        "code",
        nargs="?",
        metavar="CODE",
        help="one rule or aim, such as LM101, PL203, MS416 or AI023",
    )
    add("--principles", type=Path, metavar="FILE", help="show the rules with your own numbers")
    add("--format", choices=("text", "json"), default="text")
    add("--width", type=int, metavar="N", help="columns to use (default: the terminal's)")
    return parser

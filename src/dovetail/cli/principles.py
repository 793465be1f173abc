"""The library with a coach's own numbers: from --principles FILE, or from a plan made with them.

Imported only when somebody brings numbers of their own.
"""

from __future__ import annotations

from pathlib import Path

from dovetail.cli.arguments import Arguments
from dovetail.content.library import PackagedLibrary, read_library, with_principles
from dovetail.domain.errors import BadInput, in_file
from dovetail.domain.plan import Plan
from dovetail.formats.files import MB, read_text
from dovetail.formats.toml_places import parsed, placed

PRINCIPLES_AT_MOST = 1 * MB


def library_with(path: Path) -> PackagedLibrary:
    """Read a file of the shape of principles.toml; what is wrong names file, line and key."""
    text = read_text(path, most=PRINCIPLES_AT_MOST)
    try:
        rows = parsed(text)
        try:
            return with_principles(read_library(), rows)
        except BadInput as error:
            raise placed(error, text) from None
    except BadInput as error:
        raise in_file(error, str(path)) from None


def library_of(plan: Plan, path: Path | None) -> PackagedLibrary:
    """Return the numbers to judge a plan by: FILE's, else those that the plan was made with."""
    if path is not None:
        return library_with(path)
    overrides = plan.content.overrides
    if not overrides:
        return read_library()
    return with_principles(read_library(), {name: {"value": v} for name, v in overrides.items()})


def add_principles(parser: Arguments) -> None:
    """Offer --principles to a command that judges a kept plan."""
    parser.add_argument(
        "--principles",
        type=Path,
        metavar="FILE",
        help="numbers to judge by (default: those that the plan was made with)",
    )

"""Reading a kept plan.json, for every command that asks about one."""

from __future__ import annotations

import shutil
from pathlib import Path

from dovetail.domain.errors import BadInput, in_file
from dovetail.domain.plan import Plan
from dovetail.formats import plan_json
from dovetail.formats.files import PLAN_AT_MOST, read_text

WIDEST = 100


def read_plan(path: Path) -> Plan:
    """Read a plan; an error names the file."""
    text = read_text(path, most=PLAN_AT_MOST)
    try:
        return plan_json.read(text)
    except BadInput as error:
        raise in_file(error, str(path)) from None


def width_of(told: int | None) -> int:
    """Return the columns to write in."""
    return told or min(WIDEST, shutil.get_terminal_size().columns)

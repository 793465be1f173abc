"""Reading a kept log.jsonl, for every command that asks what was done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dovetail.domain.errors import BadInput, in_file
from dovetail.formats.files import LOG_AT_MOST, read_bytes
from dovetail.formats.log_jsonl import LogFile, read_log


def read_kept_log(path: Path | None) -> LogFile:
    """Read a log; an error names the file. No path is an empty log."""
    if path is None:
        return LogFile(events=())
    try:
        data = read_bytes(path, most=LOG_AT_MOST)
    except BadInput as error:
        raise _begin_one(error, path) from None
    try:
        return read_log(data)
    except BadInput as error:
        raise in_file(error, str(path)) from None


def _begin_one(error: BadInput, path: Path) -> BadInput:
    """Say of a log that is not there how one is begun."""
    hint = f"Check the name, or begin one: dovetail log {path}"
    return BadInput(
        *(replace(one, hint=hint) if one.code == "no-such-file" else one for one in error.problems)
    )

"""Reading a kept log.jsonl, for every command that asks what was done."""

from __future__ import annotations

from pathlib import Path

from dovetail.domain.errors import BadInput, in_file
from dovetail.formats.files import LOG_AT_MOST, read_bytes
from dovetail.formats.log_jsonl import LogFile, read_log


def read_kept_log(path: Path | None) -> LogFile:
    """Read a log; an error names the file. No path is an empty log."""
    if path is None:
        return LogFile(events=())
    data = read_bytes(path, most=LOG_AT_MOST)
    try:
        return read_log(data)
    except BadInput as error:
        raise in_file(error, str(path)) from None

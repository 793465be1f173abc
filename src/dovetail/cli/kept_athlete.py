"""Reading an athlete.toml, for every command that asks who it is for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import BadInput, in_file
from dovetail.formats.athlete_toml import read_athlete
from dovetail.formats.files import ATHLETE_AT_MOST, read_text


def read_kept_athlete(path: Path, today: date) -> Athlete:
    """Read an athlete as of a day; an error names the file."""
    text = read_text(path, most=ATHLETE_AT_MOST)
    try:
        return read_athlete(text, today=today)
    except BadInput as error:
        raise in_file(error, str(path)) from None

"""The twelve golden people: the six examples, and six whose weeks are awkward to plan."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.seasons import EXAMPLES, Season, season_of_athlete

from dovetail.formats.athlete_toml import read_athlete
from dovetail.formats.plan_text import plan_text

HERE = Path(__file__).parent
SEASONS, READINGS = HERE / "seasons", HERE / "readings"
PEOPLE = {path.stem: path for home in (EXAMPLES, HERE / "people") for path in home.glob("*.toml")}
TWELVE = tuple(sorted(PEOPLE))
WIDTH = 80
READ = re.compile(r"^Season read: `([0-9a-f]{12})`$", re.MULTILINE)


@cache
def season_of(name: str) -> Season:
    """Plan the season of one of the twelve, on the day that the file was written for."""
    text = PEOPLE[name].read_text("utf-8")
    today = tomllib.loads(text)["running"]["as_of"]
    outcome = season_of_athlete(read_athlete(text, today=today), today)
    assert isinstance(outcome, Season), outcome
    return outcome


def text_of(name: str) -> str:
    """The season as `dovetail plan --all` prints it."""
    season = season_of(name)
    return plan_text(season.plan, say=season.say, width=WIDTH, today=season.today, everything=True)


def digest(text: str) -> str:
    """What a reading says of the text that was read."""
    return sha256(text.encode()).hexdigest()[:12]


def read_digest(name: str) -> str | None:
    """The digest of the season that the reading is of."""
    path = READINGS / f"{name}.md"
    found = READ.search(path.read_text("utf-8")) if path.exists() else None
    return found.group(1) if found else None

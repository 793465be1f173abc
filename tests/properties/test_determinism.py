"""Same inputs, same plan, to the byte: no clock, no chance, no order of anything."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

from tests.people import likely_athletes
from tests.seasons import EXAMPLES, Season, season_of_athlete

from dovetail.application.make_plan import make_plan
from dovetail.content.library import read_library
from dovetail.domain.athlete import Athlete
from dovetail.formats.athlete_toml import athlete_from_document, read_athlete, write_athlete

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 30)
HASH_SEEDS = range(10)
ALIKE = """
import hashlib, sys
from datetime import date
from pathlib import Path
from tests.properties.test_determinism import written_by

for name in sys.argv[1:]:
    text = written_by(Path(name).read_text("utf-8"))
    print(hashlib.sha256(text.encode()).hexdigest())
"""


def written(athlete: Athlete) -> str:
    """The season of an athlete as plan.json."""
    plan = make_plan(athlete, (), TODAY, library=read_library())
    return Season(athlete, TODAY, plan).text


def written_by(toml: str) -> str:
    """The season of an athlete file as plan.json."""
    return written(read_athlete(toml, today=TODAY))


def digests(hash_seed: int, *files: Path) -> tuple[str, ...]:
    """The digests that another process finds, with that hash seed."""
    paths = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    done = subprocess.run(
        [sys.executable, "-c", ALIKE, *map(str, files)],
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": paths},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(done.stdout.split())


def test_ten_hash_seeds_write_the_same_bytes() -> None:
    files = [EXAMPLES / "ana-half.toml"]
    here = tuple(
        hashlib.sha256(written_by(file.read_text("utf-8")).encode()).hexdigest() for file in files
    )

    assert {seed: digests(seed, *files) for seed in HASH_SEEDS} == dict.fromkeys(HASH_SEEDS, here)


def test_asked_twice_in_one_process_nothing_changes() -> None:
    for athlete in likely_athletes(3, seed=3):
        first, second = season_of_athlete(athlete), season_of_athlete(athlete)

        if isinstance(first, Season) and isinstance(second, Season):
            assert first.text == second.text
        else:
            assert str(first) == str(second)


def backwards(table: object) -> object:
    """The same document with the keys of every table in the other order."""
    if isinstance(table, dict):
        return {key: backwards(table[key]) for key in reversed(table)}
    return [backwards(part) for part in table] if isinstance(table, list) else table


def test_the_order_of_keys_in_the_athlete_file_decides_nothing() -> None:
    for file in sorted(EXAMPLES.glob("*.toml")):
        document = tomllib.loads(file.read_text("utf-8"))
        turned = backwards(document)
        assert isinstance(turned, dict)

        plain = athlete_from_document(document, today=TODAY)
        other = athlete_from_document(turned, today=TODAY)

        assert list(document) != list(turned)
        assert written(plain) == written(other)


def test_an_athlete_written_and_read_again_gets_the_same_plan() -> None:
    for file in sorted(EXAMPLES.glob("*.toml")):
        athlete = read_athlete(file.read_text("utf-8"), today=TODAY)

        again = read_athlete(write_athlete(athlete), today=TODAY)

        assert written(athlete) == written(again)

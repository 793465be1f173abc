"""Soak: plan many random people with one seed and count what is wrong (`make soak`).

python -m tests.soak --people 400 --seed 1
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections import Counter, defaultdict
from collections.abc import Sequence

from tests.people import likely_athletes
from tests.season_checks import CHECKS
from tests.seasons import CRASHES, Season, anybody, draw, season_of_athlete

from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import DovetailError, NoLegalPlan
from dovetail.formats.athlete_toml import write_athlete

SHOWN = 3


def say(text: str) -> None:
    """Say a line."""
    sys.stdout.write(f"{text}\n")


class Tally:
    """What a soak has met so far."""

    def __init__(self) -> None:
        self.planned = self.weeks = 0
        self.refused = Counter[str]()
        self.no_room: list[Athlete] = []
        self.crashes: dict[str, list[tuple[Athlete, str]]] = defaultdict(list)
        self.broken: dict[str, list[tuple[int, Athlete, list[str]]]] = defaultdict(list)

    def meet(self, athlete: Athlete) -> None:
        """Plan one person and ask every check."""
        try:
            outcome = season_of_athlete(athlete)
            if isinstance(outcome, Season):
                self.look_at(outcome)
            else:
                self.refuse(athlete, outcome)
        except CRASHES as crash:
            where = traceback.extract_tb(crash.__traceback__)[-1]
            key = (
                f"{type(crash).__name__}: {crash} ({where.filename.split('/')[-1]}:{where.lineno})"
            )
            self.crashes[key[:160]].append((athlete, traceback.format_exc()))

    def refuse(self, athlete: Athlete, refusal: DovetailError) -> None:
        """Count a refusal by its code."""
        self.refused[refusal.code] += 1
        if isinstance(refusal, NoLegalPlan) and refusal.code == "no-legal-week":
            self.no_room.append(athlete)

    def look_at(self, season: Season) -> None:
        """Ask every check of a season."""
        self.planned += 1
        self.weeks += len(season.plan.weeks)
        for check in CHECKS:
            if said := list(check.run(season)):
                size = len(season.plan.weeks)
                self.broken[check.name].append((size, season.athlete, said))


def report(tally: Tally, *, athletes: bool) -> None:
    """Print the worst first."""
    say(f"{tally.planned} seasons, {tally.weeks} weeks; refused: {dict(tally.refused)}")
    for key, met in sorted(tally.crashes.items(), key=lambda one: -len(one[1])):
        say(f"\nCRASH × {len(met)}  {key}")
        say(met[0][1])
        say(write_athlete(met[0][0]))
    order = {check.name: (check.level, place) for place, check in enumerate(CHECKS)}
    for name, found in sorted(tally.broken.items(), key=lambda one: order[one[0]][1]):
        say(f"\n{order[name][0]:<9} {name}: {len(found)} seasons")
        for size, athlete, said in sorted(found, key=lambda one: (len(one[2]), one[0]))[:SHOWN]:
            say(f"    {size} weeks, × {len(said)}: {said[0]}")
            if athletes:
                say(write_athlete(athlete))


def main(argv: Sequence[str] | None = None) -> None:
    """Run a soak."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--anybody", action="store_true", help="everybody who can be written down")
    parser.add_argument("--athletes", action="store_true", help="print the athletes as TOML")
    options = parser.parse_args(argv)
    tally = Tally()
    if options.anybody:
        met = draw(anybody(), options.people, options.seed)
    else:
        met = likely_athletes(options.people, options.seed)
    for athlete in met:
        tally.meet(athlete)
    report(tally, athletes=options.athletes)


if __name__ == "__main__":
    main()

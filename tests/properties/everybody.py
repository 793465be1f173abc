"""A hundred random people, and what came of planning each of them once a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tests.people import TODAY, first_day, likely_athletes
from tests.seasons import CRASHES, Season, anybody, draw, season_of_athlete

from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import DovetailError

LIKELY, ANYBODY = 80, 24
Says = Callable[[Season], Iterator[str]]


@dataclass(frozen=True)
class People:
    """Who was drawn, and what came of it."""

    seed: int
    likely: tuple[Athlete, ...]
    seasons: tuple[Season, ...]
    refused: Counter[str]
    crashes: tuple[str, ...]

    def complaints(self, check: Says) -> list[str]:
        """What a check says of all seasons, with the number of the season in front."""
        return [said for told in self._told(check).values() for said in told]

    def likely_complaints(self, check: Says) -> list[str]:
        """What a check says of the seasons of likely people."""
        told = self._told(check)
        return [said for number in self.likely_seasons for said in told[number]]

    def likely_with_complaints(self, check: Says) -> dict[int, list[str]]:
        """The seasons of likely people of which a check says something."""
        told = self._told(check)
        return {number: told[number] for number in self.likely_seasons if told[number]}

    @property
    def likely_seasons(self) -> tuple[int, ...]:
        """The numbers of the seasons of likely people."""
        return tuple(
            number for number, season in enumerate(self.seasons) if season.athlete in self.likely
        )

    def _told(self, check: Says) -> dict[int, list[str]]:
        return {
            number: [
                f"seed {self.seed}, season {number} ({len(season.plan.weeks)} weeks): {said}"
                for said in check(season)
            ]
            for number, season in enumerate(self.seasons)
        }


def plan_everybody(number: int) -> People:
    """Draw the people of a seed and plan all of them."""
    likely = likely_athletes(LIKELY, number)
    days = [first_day(place, number) for place in range(LIKELY)]
    outcomes = [outcome_of(athlete, day) for athlete, day in zip(likely, days, strict=True)]
    outcomes += [outcome_of(athlete) for athlete in draw(anybody(), ANYBODY, number)]
    codes = [one.code for one in outcomes[:LIKELY] if isinstance(one, DovetailError)]
    return People(
        seed=number,
        likely=likely,
        seasons=tuple(one for one in outcomes if isinstance(one, Season)),
        refused=Counter(codes),
        crashes=tuple(one for one in outcomes if isinstance(one, str)),
    )


def outcome_of(athlete: Athlete, today: date = TODAY) -> Season | DovetailError | str:
    """Plan; a crash is told, so that one does not hide what the others have to say."""
    try:
        return season_of_athlete(athlete, today)
    except CRASHES as crash:
        goal = f"{athlete.goal.race} on {athlete.goal.date}, {athlete.running.weekly_km} km a week"
        return f"{type(crash).__name__}: {crash} ({athlete.level}, {goal})"

"""The six people whose seasons a coach has signed: three examples, and three that live here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from tests.seasons import Season, example, season_of_athlete

from dovetail.domain.athlete import (
    Athlete,
    Availability,
    BoneStress,
    Day,
    Goal,
    Health,
    RaceResult,
    Running,
    Screening,
    StrengthHistory,
)
from dovetail.domain.units import Duration

TODAY = date(2026, 11, 30)

JONAS = Athlete(
    name="Jonas",
    born=date(1993, 3, 3),
    sex="male",
    level="advanced",
    policy="hard_days_hard",
    goal=Goal(race="marathon", date=date(2027, 4, 18), time=Duration(2 * 3600 + 59 * 60)),
    running=Running(
        weekly_km=72,
        longest_km=24,
        years=9,
        as_of=TODAY,
        races=(RaceResult(km=21.0975, time=Duration(85 * 60 + 30), date=date(2026, 10, 4)),),
    ),
    strength=StrengthHistory(weeks_trained=10, heavy_weeks=5, equipment=("full_gym",)),
    availability=Availability(
        tuesday=Day(am=100, pm=60),
        wednesday=Day(am=100),
        thursday=Day(am=70),
        friday=Day(am=100, pm=60),
        saturday=Day(am=75),
        sunday=Day(am=190),
    ),
)
"""Advanced, 33, with a gym and two slots on two days: the article fits him as it stands."""

DOV = Athlete(
    name="Dov",
    born=date(1988, 6, 6),
    sex="male",
    level="intermediate",
    goal=Goal(race="10k", date=date(2027, 2, 7)),
    running=Running(
        weekly_km=22,
        longest_km=10,
        years=3,
        as_of=TODAY,
        races=(RaceResult(km=10.0, time=Duration(50 * 60 + 30), date=date(2026, 10, 4)),),
    ),
    strength=StrengthHistory(
        weeks_trained=6,
        equipment=("bands", "dumbbells"),
        steps={"dumbbells": (16.0, 16.0)},
        dumbbell_max_kg=16,
    ),
    availability=Availability(
        monday=Day(am=45), wednesday=Day(am=45), friday=Day(am=45), sunday=Day(am=90)
    ),
)
"""38, with three slots of 45 minutes, one of 90, and two dumbbells of 16 kg."""

CLARA = Athlete(
    name="Clara",
    born=date(1997, 5, 5),
    sex="female",
    level="intermediate",
    goal=Goal(race="healthy"),
    running=Running(weekly_km=18, longest_km=7, years=3, as_of=TODAY),
    strength=StrengthHistory(weeks_trained=10, equipment=("bands", "dumbbells")),
    availability=Availability(
        monday=Day(am=60), wednesday=Day(am=75), friday=Day(am=75), sunday=Day(am=90)
    ),
    health=Health(
        screening=Screening(
            bone_stress_injury=BoneStress(
                site="tibia", on=date(2026, 3, 30), cleared=date(2026, 6, 30)
            )
        )
    ),
)
"""29, no race; her shin broke eight months ago, and she was cleared five months ago."""

HERE: Mapping[str, Athlete] = {"jonas": JONAS, "dov": DOV, "clara": CLARA}
WEEKS: Mapping[str, int] = {
    "first-10k": 12,
    "ana-half": 16,
    "jonas": 20,
    "marathon-masters": 24,
    "dov": 10,
    "clara": 12,
}
"""The weeks that the coach has written down: to the race, or to the end of the block."""
SIX = tuple(WEEKS)


@cache
def season_of(name: str) -> Season:
    """Plan the season of one of the six."""
    if name not in HERE:
        return example(name)
    outcome = season_of_athlete(HERE[name], TODAY)
    assert isinstance(outcome, Season)
    return outcome

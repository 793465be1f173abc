"""MS403: the race stands once, on its date, with all that a runner needs to know on the day."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.session import Session
from dovetail.rulebook.season_case import SeasonCase, in_season, in_session
from dovetail.rulebook.shapes import Mistake, Spot

SAYS = {
    "seen.race_no_start": {"AI053"},
    "seen.race_no_plan_b": {"AI057", "AI098", "AI071"},
    "seen.race_no_stop": {"AI058"},
}
"""What a race must tell, and the codes that tell it: by pace, by feel, with walk breaks."""
SPLITS_FROM_KM = 4.0
"""A shorter race is too short for splits (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for a race that is missing, doubled, on another day, or not told in full."""
    goals = [one for one in case.sessions if one.discipline == "race" and one.kind == "goal"]
    if case.race_on is None:
        yield from (in_session(one, 1, seen="seen.race_unasked") for one in goals)
        return
    if len(goals) != 1:
        yield in_season(abs(len(goals) - 1), seen="seen.race_not_once", races=len(goals))
    for one in goals:
        yield from _race(case, one)


def _race(case: SeasonCase, race: Session) -> Iterator[Spot]:
    if race.date != case.race_on:
        assert case.race_on is not None
        yield in_session(race, abs((race.date - case.race_on).days), seen="seen.race_day")
    week = next(week for week in case.plan.weeks if race in week.sessions)
    later = [one for one in case.weeks if one.starts > week.starts and one.phase != "recovery"]
    if week.phase != "race" or later:
        yield in_session(race, 1, seen="seen.race_week")
    if not any(step.part == "warm_up" for step in race.steps):
        yield in_session(race, 1, seen="seen.race_no_warm_up")
    splits = [step for step in race.steps if step.part == "race"]
    paced = any(step.target.s_per_km for step in splits)
    if not splits or (paced and len(splits) < 2 and (race.km or 0.0) > SPLITS_FROM_KM):
        yield in_session(race, 1, seen="seen.race_no_splits")
    told = {reason.code for reason in race.reasons}
    for seen, codes in SAYS.items():
        if not told & codes:
            yield in_session(race, 1, seen=seen)


RULE = Mistake("MS403", source="dovetail", unit="times", found=found)

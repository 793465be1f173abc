"""MS431: a race is rehearsed: one before a long one, and its pace in the last fortnight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from dovetail.domain.session import Session
from dovetail.rulebook.season_case import SeasonCase, in_season
from dovetail.rulebook.shapes import Mistake, Spot

RACES_BEFORE = ("half", "marathon")
OWN_PACE: Mapping[str, str] = {"5k": "5k", "10k": "10k", "half": "half", "marathon": "marathon"}
DAYS, APART = 7, 2


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for a long race without one before it, and for a race pace that nobody has felt.

    A season too short to have met race pace before the last fortnight is not asked for it, nor
    are runners after a bone stress injury, nor an ultra, whose pace is easy running; nor
    marathoners whose pace is nearly easy, so that the plan has no such pace; nor who has no day
    for a fast run that is not beside the long run's.
    """
    first, last = case.principles.row("rehearsal", "race_weeks")
    since, until = case.principles.row("rehearsal", "pace_days")
    race_on = case.race_on
    if race_on is None or case.plan.goal.outlook == "finish_safely" or not case.weeks:
        return
    begins = case.weeks[0].starts
    if case.runner.race in RACES_BEFORE and (race_on - begins).days >= (last + 1) * DAYS:
        days = [(race_on - one.date).days for one in case.sessions if _tests(one)]
        if not any(first * DAYS - 1 <= day <= last * DAYS + 1 for day in days):
            yield in_season(1, seen="seen.no_race_before", first=first, last=last)
    window = [race_on - timedelta(days=day) for day in (since, until)]
    near = [one for one in case.sessions if window[0] <= one.date <= window[1]]
    short = (race_on - begins).days < case.principles.number("rehearsal", "weeks") * DAYS
    if short or case.runner.bone_history or case.runner.race == "ultra" or _nearly_easy(case):
        return
    if _only_beside_the_long_run(case):
        return
    if not any(_at_race_pace(case, one) for one in near):
        yield in_season(1, seen="seen.no_race_pace", first=since, last=until)


def _nearly_easy(case: SeasonCase) -> bool:
    """Whether a marathon has no pace of its own, where the other paces are known."""
    paces = case.plan.paces
    told = {name for name, view in paces.items() if view.s_per_km is not None}
    return case.runner.race == "marathon" and "easy" in told and "marathon" not in told


def _only_beside_the_long_run(case: SeasonCase) -> bool:
    """Whether no day that holds the long run leaves a day for a fast one that is not beside it."""
    longest = max((one.minutes for one in case.sessions if one.kind == "long"), default=0)
    holding = {slot.weekday for slot in case.slots if slot.minutes >= longest}
    open_days = {slot.weekday for slot in case.slots}
    return bool(longest and holding) and not any(
        (day - held) % DAYS in range(APART, DAYS - APART + 1)
        for held in holding
        for day in open_days
    )


def _tests(session: Session) -> bool:
    return session.kind == "tune_up" or session.discipline == "test"


def _at_race_pace(case: SeasonCase, session: Session) -> bool:
    """Race pace by name, at its own distance's, or by effort in a run made for it."""
    own = {"race", OWN_PACE.get(case.runner.race, "race")}
    paced = any(step.target.pace in own for step in session.steps)
    return session.kind in ("race_pace", "tune_up") or paced


RULE = Mistake("MS431", source="dovetail", unit="times", found=found, principles=("rehearsal",))

"""The solver and the judge: what was placed is what the rules say of the finished season."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.seasons import Season

from dovetail.domain.plan import Week
from dovetail.planning.week_problem import home_days, week_case, windows_in
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.engines import judge
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import TIE, Slot, Visit
from dovetail.rulebook.strains import RACE_START_MIN, START_MIN, Legs, season_of

Says = Iterator[str]


@dataclass(frozen=True)
class Judged:
    """What `judge` says of one finished week, beside what the solver stored."""

    week: Week
    walls: dict[str, int]
    price: dict[str, int]


def judged_weeks(season: Season) -> Iterator[Judged]:
    """Judge every week in the finished season, with the case that the planner built."""
    profile = season.profile
    frames = {frame.number: frame for frame in season.frames}
    policy = POLICIES[season.athlete.policy]
    habits = season.structure.habits
    after_race = False
    visits: list[tuple[Slot, Visit]] = []
    first = season.plan.weeks[0].starts
    placed = {}
    for week in season.plan.weeks:
        frame = frames.get(week.number)
        legs = Legs(
            principles=profile.principles,
            age=profile.age,
            masters=profile.masters,
            weeks_in_phase=frame.weeks_in_phase if frame else 0,
        )
        mine = season_of((week,), week.starts, legs)
        placed[week.number] = mine
        by = (week.starts - first).days
        visits += [
            (replace(_real(season, slot, visit), day=slot.day + by), visit) for slot, visit in mine
        ]
    for week in season.plan.weeks:
        by = (week.starts - first).days
        around = [
            (replace(slot, day=slot.day - by), visit)
            for slot, visit in visits
            if -7 <= slot.day - by <= 6
        ]
        frame = frames.get(week.number)
        usual = habits[frame is not None and frame.heavy]
        case = week_case(profile, habits=usual, windows=_windows(season, week))
        found = Counter[str]()
        for one in judge(around, placement_rules(case), 0, 6):
            found[one.code] += one.amount
        walls = {code: found[code] for code in sorted(found) if policy[code] is None}
        price = {code: found[code] for code in sorted(found) if policy[code] not in (None, TIE, 0)}
        yield Judged(week, walls, price)
        raced = any(one.kind == "tune_up" for one in week.sessions)
        unusual = raced or after_race or week.lighter
        unusual = unusual or week.phase not in ("base", "build", "peak")
        if not unusual:
            new = home_days(placed[week.number])
            habits = {heavy: {**new, **known} for heavy, known in habits.items()}
        tune_up = frames[week.number].tune_up if week.number in frames else None
        after_race = tune_up is not None and tune_up.effort == "race"


def _real(season: Season, slot: Slot, visit: Visit) -> Slot:
    """The slot with the minutes that the athlete has."""
    if visit[0].fixed or slot.start == RACE_START_MIN:
        return slot
    day = season.athlete.availability.on(slot.day % 7)
    return replace(slot, minutes=day.am if slot.start == START_MIN["am"] else day.pm)


def _windows(season: Season, week: Week) -> dict[str, tuple[int, int]]:
    """The windows that the planner gave: primer in race week, last heavy in the taper."""
    frame = next((one for one in season.frames if one.number == week.number), None)
    if frame is None:
        return {}
    heavy = any(one.strength_phase == "maximal_strength" for one in season.frames)
    return windows_in(
        season.profile, week.starts, frame.phase, frame.strength_phase, was_heavy=heavy
    )


def no_wall_is_broken(season: Season) -> Says:
    """The finished season, judged: no placement rule that forbids speaks."""
    for one in judged_weeks(season):
        if one.walls:
            yield f"week {one.week.number} ({one.week.phase}): {one.walls}"


def the_price_is_the_judges(season: Season) -> Says:
    """What the solver stored is what the linter will find."""
    for one in judged_weeks(season):
        stored = {code: n for code, n in one.week.placement.price.items() if n}
        if stored != one.price:
            yield f"week {one.week.number} ({one.week.phase}): stored {stored}, judged {one.price}"


def every_week_is_proven(season: Season) -> Says:
    for week in season.plan.weeks:
        if not week.placement.proven:
            yield f"week {week.number} is not proven"

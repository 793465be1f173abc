"""Whether the season reaches far enough for the race."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.errors import NoLegalPlan, Wish
from dovetail.domain.errors import Problem as Said
from dovetail.domain.units import rounded
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.run_walk import WALK_S_PER_KM
from dovetail.planning.week_volume import Volume, reachable_long_km

HAIR_KM = 1e-9
OUT_OF_REACH = "race-out-of-reach"
Reach = Literal["normal", "safely", "walking"]
"""A normal plan, one to finish safely, or one that takes turns running and walking."""


def check_reach(profile: Profile, frames: Sequence[WeekFrame], volumes: Sequence[Volume]) -> Reach:
    """Return what kind of plan the season allows; refuse a race that is out of reach.

    The longest training run that the season reaches is held against the race's length. Who
    takes walking breaks from the start may begin with less.

    Source: dovetail.
    """
    goal = profile.athlete.goal
    km = goal.distance_km
    if km is None:
        return "normal"
    normal, safe, walking = profile.principles.row("finish", goal.race)
    reached = reachable_long_km(profile, volumes)
    kinds: tuple[tuple[float, Reach], ...] = ((normal, "normal"), (safe, "safely"))
    if goal.run_walk:
        kinds = (*kinds, (walking, "walking"))
    for share, kind in kinds:
        if reached >= share * km - HAIR_KM:
            return kind
    raise _refusal(profile, frames, reached, rounded(kinds[-1][0] * km, 0.1))


def reach_reasons(
    profile: Profile, frames: Sequence[WeekFrame], volumes: Sequence[Volume]
) -> tuple[Reason, ...]:
    """Say why the race is one to finish, and how; nothing where it can be raced."""
    reach = check_reach(profile, frames, volumes)
    if reach == "normal":
        return ()
    if reach == "safely":
        return (Reason("AI006"),)
    run, walk = profile.principles.row("race_walk_breaks", "walking")
    facts: Facts = {
        "race_km": profile.athlete.goal.distance_km or 0.0,
        "longest_km": reachable_long_km(profile, volumes),
        "every_min": run,
        "walk_min": walk,
        "course_s": 60 * course_min(profile),
    }
    return (Reason("AI179", facts),)


def course_min(profile: Profile) -> float:
    """Return how long the race takes in turns [min], to ten minutes.

    Source: dovetail.
    """
    run, walk = profile.principles.row("race_walk_breaks", "walking")
    km = profile.athlete.goal.distance_km or 0.0
    each_km = 60 * run / profile.easy_s_per_km + 60 * walk / WALK_S_PER_KM
    return rounded(km * (run + walk) / each_km, 10)


def _refusal(
    profile: Profile, frames: Sequence[WeekFrame], reached: float, needed: float
) -> NoLegalPlan:
    km = profile.athlete.goal.distance_km or 0.0
    weeks = sum(frame.phase in ("base", "build", "peak") for frame in frames)
    return NoLegalPlan(
        Said(
            code=OUT_OF_REACH,
            problem=f"The longest run can reach {reached:g} km before the race; "
            f"{needed:g} km is the least for {km:g} km.",
            hint="Choose a later date or a shorter race, or take turns running and walking.",
        ),
        clash=[
            Wish(wish=f"a race of {km:g} km on {profile.athlete.goal.date}", why="goal"),
            Wish(wish=f"{weeks} week{'s' * (weeks != 1)} of training before it", why="season"),
            Wish(
                wish=f"starting from a longest run of {profile.athlete.running.longest_km:g} km",
                why="LM101",
            ),
        ],
    )

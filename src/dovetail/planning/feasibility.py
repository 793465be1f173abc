"""Whether the season reaches far enough for the race."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.domain.errors import NoLegalPlan, Wish
from dovetail.domain.errors import Problem as Said
from dovetail.domain.units import rounded
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.week_volume import Volume, reachable_long_km

OUT_OF_REACH = "race-out-of-reach"


def check_reach(profile: Profile, frames: Sequence[WeekFrame], volumes: Sequence[Volume]) -> bool:
    """Return whether the plan is one to finish safely; refuse a race that is out of reach.

    The longest training run that the season reaches is held against the race's length.

    Source: dovetail.
    """
    km, race = profile.athlete.goal.distance_km, profile.athlete.goal.race
    if km is None:
        return False
    normal, safe = profile.principles.row("finish", race)
    reached = reachable_long_km(profile, volumes)
    if reached >= normal * km - 1e-9:
        return False
    if reached >= safe * km - 1e-9:
        return True
    weeks = sum(frame.phase in ("base", "build", "peak") for frame in frames)
    needed = rounded(safe * km, 0.1)
    raise NoLegalPlan(
        Said(
            code=OUT_OF_REACH,
            problem=f"The longest run can reach {reached:g} km before the race; "
            f"{needed:g} km is the least for {km:g} km.",
            hint="Choose a later date or a shorter race.",
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

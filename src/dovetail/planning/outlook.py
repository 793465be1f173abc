"""What can be said of the goal today: a prediction with its range, and how likely the time is."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.domain.decision import Reason
from dovetail.domain.plan import GoalView, Outlook, Predicted
from dovetail.domain.units import rounded
from dovetail.physiology.race_fitness import comparable_fitness
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.structure import Structure
from dovetail.planning.week_problem import days_before_race

LIKELY_WEEKS_PER_POINT = 6
AMBITIOUS_WEEKS_PER_POINT = 4
NOVICE_TIMES = 1.5


def goal_view(
    profile: Profile,
    frames: Sequence[WeekFrame],
    *,
    reach: tuple[Reason, ...],
    structure: Structure,
) -> GoalView:
    """Return the goal with its prediction and outlook; `reach` says why it is to be finished."""
    goal = profile.athlete.goal
    predicted = profile.predicted(goal.distance_km) if goal.distance_km else None
    outlook, reasons = _outlook(profile, frames, predicted)
    if reach:
        outlook, reasons = "finish_safely", reach
    heavy = _heavy_weeks(profile, frames)
    frame_facts = {"weeks": len(frames), "heavy_weeks": heavy, "race": goal.race}
    frame_code = "AI059" if goal.date is None else "AI001" if heavy else "AI067"
    return GoalView(
        race=goal.race,
        km=goal.distance_km,
        date=goal.date,
        time_s=goal.time.s if goal.time else None,
        predicted=predicted,
        outlook=outlook,
        reasons=(
            *reasons,
            Reason(frame_code, frame_facts),
            *profile.reasons,
            *structure.reasons,
        ),
    )


def _heavy_weeks(profile: Profile, frames: Sequence[WeekFrame]) -> int:
    """Count the weeks with heavy lifting; the last heavy session of a taper is one of them."""
    if profile.own_weight:
        return 0
    heavy = sum(
        frame.strength_phase in ("maximal_strength", "power") and frame.phase != "recovery"
        for frame in frames
    )
    last = any(
        frame.phase == "taper"
        and frame.strength_phase == "activation"
        and days_before_race(profile, frame.starts, "last_heavy_window")
        for frame in frames
    )
    return heavy + (last and heavy > 0)


def _outlook(
    profile: Profile, frames: Sequence[WeekFrame], predicted: Predicted | None
) -> tuple[Outlook | None, tuple[Reason, ...]]:
    """Points of race fitness that the goal time asks for, against the weeks there are.

    Source: dovetail.
    """
    goal = profile.athlete.goal
    if goal.time is None or predicted is None or goal.distance_km is None:
        return None, ()
    now = comparable_fitness(goal.distance_km, predicted.s)
    then = comparable_fitness(goal.distance_km, goal.time.s)
    weeks = sum(frame.phase in ("base", "build", "peak", "taper") for frame in frames)
    gain = max(0.0, then - now)
    novice = NOVICE_TIMES if profile.athlete.running.years < 1 else 1.0
    facts = {"gain": rounded(gain, 0.1), "weeks": weeks, "time_s": goal.time.s}
    outlook: Outlook = "unsupported"
    if gain <= novice * weeks / LIKELY_WEEKS_PER_POINT:
        outlook = "likely"
    elif gain <= novice * weeks / AMBITIOUS_WEEKS_PER_POINT:
        outlook = "ambitious"
    return outlook, (Reason("AI003", {**facts, "outlook": outlook}),)

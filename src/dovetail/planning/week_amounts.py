"""What a week may hold after the weeks before it, and what it leaves to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dovetail.domain.plan import Week
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.planning.brief import Brief
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.standing import Standing
from dovetail.planning.structure import Structure
from dovetail.planning.volume import VolumeLine
from dovetail.rulebook.cases import FullWeek, Runner, dose_case
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp

TWO_LIFTS = 2
LEAST_SLOT_MIN = 15
"""Fewer minutes of a day are no slot (dovetail)."""
DAYS_OF_WEEK = 7
MANY_SETS = 1000.0
"""More than any week holds: the wish of somebody who would lift without a limit."""


def leg_sets_at_most(frame: WeekFrame, runner: Runner, full: Sequence[FullWeek]) -> int | None:
    """Return the most leg sets of a week that lifts less; None where nothing bounds them."""
    case = dose_case(runner, frame.phase, full, lighter=frame.lighter)
    if case is None:
        return None
    asked = clamp(MANY_SETS, limits_of("week.lower_sets"), case)
    return int(asked.value) if asked.reasons else None


def landings_at_most(frame: WeekFrame, before: Sequence[int], principles: Principles) -> int:
    """Return the most foot contacts of a session, after those of the weeks before.

    Within the power phase they climb by its rungs, elsewhere by no more than is no step.

    Source: dovetail.
    """
    rung = ("contacts_step",) if frame.strength_phase == "power" else ("one_step", "contacts")
    return round(max(before, default=0) + principles.number(*rung))


def most_runs(weeks: Sequence[Week]) -> int | None:
    """Return the most runs that a week has held, a race among them; None where there is none."""
    counts = (
        sum(one.discipline in ("run", "race") for one in week.sessions)
        for week in weeks
        if week.number and week.phase != "recovery"
    )
    return max(counts, default=None)


def known_before(
    profile: Profile, frame: WeekFrame, trained: frozenset[str]
) -> frozenset[str] | None:
    """Return what has been trained, in weeks that touch the last days before the race."""
    race_on = profile.athlete.goal.date
    if race_on is None or frame.starts > race_on or not trained:
        return None
    days = (race_on - frame.starts).days - DAYS_OF_WEEK + 1
    return trained if days <= profile.principles.number("nothing_new") else None


def as_often(brief: Brief, weeks: Sequence[Week]) -> Brief:
    """In race week no more runs than the weeks before have held, whatever the days would hold."""
    most = most_runs(weeks)
    if brief.frame.phase != "race" or not most or most >= brief.structure.runs:
        return brief
    return replace(brief, structure=replace(brief.structure, runs=most))


def remember(line: VolumeLine, wish: Brief, week: Week, *, measure: bool) -> None:
    """Let the weeks that follow build on a week as it stands, where gates left enough of it."""
    long_km = _long_km(week, ladder=bool(wish.volume.ladder))
    line.remember(wish.frame, week.run_km, long_km, measure=measure)
    line.long_weekdays += [one.date.weekday() for one in week.sessions if one.kind == "long"]


def live(line: VolumeLine, wish: Brief, week: Week, standing: Standing) -> None:
    """Let the weeks that follow build on a week as it was lived; on the ladder on what was done.

    An outing of the ladder that was left out is asked again. Where most of a week was left out
    that nothing had made small, nobody builds on more than it asked.
    """
    last_km, counted = line.loading_km[-1], standing.counted(week)
    if wish.volume.ladder:
        done = sum(one.kind == "run_walk" and _is_done(one) for one in week.sessions)
        line.outings -= max(0, len(wish.volume.ladder) - done)
    measure = standing.is_measure(week, last_km)
    line.remember(wish.frame, counted.run_km, counted.long_run_km, measure=measure)
    if not measure and not standing.is_cut(week):
        line.at_most(wish.frame, week.run_km, week.long_run_km)
    line.broken |= wish.frame.loading and not standing.lets_step(week, last_km)
    line.long_weekdays += [one.date.weekday() for one in week.sessions if one.kind == "long"]


def _is_done(session: Session) -> bool:
    """Whether an outing was done, or is still to come."""
    return session.done is None or session.done.status in ("done", "partly")


def under_orders(brief: Brief) -> Brief:
    """Return a week's brief under the bounds that decisions and people have given it."""
    orders, monday = brief.orders, brief.frame.starts
    if not orders.every:
        return brief
    brief = replace(brief, profile=_with_days(brief), away_min=_away_min(brief))
    if brief.away_min is not None:
        brief = replace(brief, structure=_in_days_away(brief.structure, brief.profile))
    if orders.most("week.quality", monday) == 0:
        brief = replace(brief, keys=())
    lifts = orders.most("week.lifts", monday)
    if lifts is not None and lifts < TWO_LIFTS:
        structure = replace(brief.structure, second="none", second_min=0)
        if not lifts:
            structure = replace(structure, first_min=0)
        brief = replace(brief, structure=structure)
    sets = orders.most("week.hard_sets", monday)
    if sets is not None:
        most = int(sets) if brief.leg_sets is None else min(brief.leg_sets, int(sets))
        brief = replace(brief, leg_sets=most)
    landings = orders.most("week.contacts", monday)
    if landings is not None:
        known = brief.gym.landings
        most = int(landings) if known is None else min(known, int(landings))
        brief = replace(brief, gym=replace(brief.gym, landings=most))
    return brief


def _away_min(brief: Brief) -> int | None:
    """Return the least minutes of a day away on which there is time to train."""
    monday = brief.frame.starts
    days = brief.orders.of("day.minutes", monday, monday + timedelta(days=DAYS_OF_WEEK - 1))
    told = [one.bound.at_most for one in days if one.bound.at_most is not None]
    return min((int(one) for one in told if one >= LEAST_SLOT_MIN), default=None)


def _in_days_away(structure: Structure, profile: Profile) -> Structure:
    """Return a week's structure with strength that the longest of its days holds."""
    longest = max((slot.minutes for slot in profile.slots), default=0)
    first, second = min(structure.first_min, longest), min(structure.second_min, longest)
    return replace(structure, first_min=first, second_min=second)


def _with_days(brief: Brief) -> Profile:
    """Return the person with the slots that days away leave of this week."""
    found = []
    for slot in brief.profile.slots:
        on = brief.frame.starts + timedelta(days=slot.day)
        bounds = (one.bound.at_most for one in brief.orders.of("day.minutes", on, on))
        most = min((most for most in bounds if most is not None), default=slot.minutes)
        if most >= min(LEAST_SLOT_MIN, slot.minutes):
            found.append(replace(slot, minutes=int(min(slot.minutes, most))))
    return replace(brief.profile, slots=tuple(found))


def _long_km(week: Week, *, ladder: bool) -> float:
    """Return the long run of a week; on the ladder every outing is one."""
    kind = "run_walk" if ladder else "long"
    return max((one.km or 0.0 for one in week.sessions if one.kind == kind), default=0.0)

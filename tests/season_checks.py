"""What must hold of any season and is none of the forty checks: each yields what is wrong.

The forty checks are rules (docs/forty-checks.md), and asked as `findings`; here stand the
guarantees once more, in words of their own, so that no rule has only itself for a witness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from tests import season_documents as documents
from tests import season_judging as judging
from tests.seasons import CHANGE_MIN, Season, runs_of

from dovetail.domain.calendar import monday_of
from dovetail.domain.prescription import Line, PaceName
from dovetail.domain.session import Session
from dovetail.planning.run_recipes import minutes_of

HAIR = 1e-6
FEW_HARD_UNITS = 3
PHASES = ("base", "build", "peak", "taper", "race", "recovery")
FAST: tuple[PaceName, ...] = (
    "half", "threshold", "10k", "5k", "interval", "repetition",
)  # fmt: skip
Says = Iterator[str]


def inside_availability(season: Season) -> Says:
    """Guarantee 1: every visit fits its slot; nothing is asked on a day that was not given."""
    visits: dict[tuple[date, str], list[Session]] = {}
    for session in season.sessions:
        if session.discipline in ("run", "strength", "mobility", "test"):
            visits.setdefault((session.date, session.slot), []).append(session)
    for (on, half), parts in visits.items():
        day = season.athlete.availability.on(on.weekday())
        needed = sum(part.minutes for part in parts) + CHANGE_MIN * (len(parts) - 1)
        if needed > (has := day.am if half == "am" else day.pm):
            names = "+".join(part.id for part in parts)
            yield f"{names} takes {needed} min, the slot has {has}"
        if on < season.today:
            yield f"{parts[0].id} is in the past"


def one_order_per_visit(season: Season) -> Says:
    found = Counter(
        (one.date, one.slot, one.order) for one in season.sessions if one.discipline != "race"
    )
    yield from (f"{place}: {times} sessions" for place, times in found.items() if times > 1)


def owned_equipment(season: Season) -> Says:
    """Guarantee 1: every line can be done with what is owned where the session stands."""
    for session in season.sessions:
        place = season.athlete.availability.on(session.date.weekday()).at
        owned = season.athlete.equipment_at(place)
        for line in session.lines():
            if not owned.issuperset(line.equipment):
                yield f"{session.id}: {line.exercise} wants {line.equipment}, owned {sorted(owned)}"
            if season.library.exercises[line.exercise].kit_for(owned) is None:
                yield f"{session.id}: {line.exercise} cannot be done with {sorted(owned)}"


def longest_before(season: Season, day: date) -> float:
    """L, from the plan itself; the told longest run counts as run on the eve of the season."""
    runs = [
        one
        for one in season.sessions
        if one.discipline in ("run", "race") and one.km and one.date < day
    ]
    recent = [one for one in runs if one.date >= day - timedelta(days=30)]
    trained = [
        one.km or 0.0
        for one in runs
        if one.discipline == "run" and one.date >= day - timedelta(days=60)
    ]
    told = season.athlete.running.longest_km
    eve = season.plan.season_starts - timedelta(days=1)
    if day - timedelta(days=60) <= eve:
        trained.append(told)
    found = [
        min(one.km or 0.0, max(trained, default=0.0)) if one.discipline == "race" else one.km or 0.0
        for one in recent
    ]
    if day - timedelta(days=30) <= eve:
        found.append(told)
    return max(found, default=0.0)


def within_session_cap(season: Season) -> Says:
    """Guarantee 2, check 10: no training run much longer than the longest of 30 days."""
    for session in season.sessions:
        if session.discipline != "run" or session.km is None or session.kind == "run_walk":
            continue
        longest = longest_before(season, session.date)
        if not longest:
            continue
        if season.bone:
            cap = max(1.05 * longest, longest + 0.5)
        else:
            cap = max(1.10 * longest, longest + 1 if longest < 10 else 0.0)
        if session.km > cap + HAIR:
            yield f"{session.id} {session.km} km, cap {cap:.2f} (longest {longest:g})"


def fresh_legs_before_key_runs(season: Season) -> Says:
    """Guarantee 2, check 22: heavy legs end 24 h before a key run starts, across week seams."""
    heavy = [one for one in season.sessions if one.heavy_legs]
    keys = [one for one in season.sessions if one.key and one.discipline in ("run", "race")]
    for lift in heavy:
        for key in keys:
            if not 0 <= (key.date - lift.date).days <= 2:
                continue
            free = season.starts_at(key) - season.ends_at(lift)
            if timedelta(0) <= free < timedelta(hours=24):
                yield f"{lift.id} ends {free} before {key.id}"


def is_heavy_line(line: Line) -> bool:
    if line.reps is None or line.rir is None or line.rir > 3:
        return False
    return line.reps[1] <= 6 or (line.reps[1] <= 8 and line.tempo is not None)


def heavy_legs_are_said(season: Season) -> Says:
    """Heavy legs as the coach defines them: two heavy lower lines, or over 20 contacts."""
    exercises = season.library.exercises
    for session in season.sessions:
        lower = [line for line in session.lines() if exercises[line.exercise].lower]
        heavy = sum(map(is_heavy_line, lower)) >= 2 or session.contacts > 20
        if heavy and not session.heavy_legs:
            yield f"{session.id} has heavy legs and does not say so"


def quality_minutes(season: Season, session: Session) -> float:
    """Minutes above easy that make a run a quality run.

    Marathon pace, and any pace inside a long run, counts from 20 minutes.
    """
    fast = marathon = 0.0
    for step in session.steps:
        if step.part != "work":
            continue
        minutes = minutes_of((step,), season.paces)
        name = step.target.pace
        race = season.athlete.goal.race
        if name in FAST or (name == "race" and race in ("5k", "10k", "half")):
            fast += minutes
        elif name in ("marathon", "race"):
            marathon += minutes
        elif name is None and (step.target.rpe or (0, 0))[0] >= 6:
            fast += minutes
    if session.kind == "long":
        return fast + marathon if fast + marathon >= 20 else 0.0
    return fast if fast >= 8 else marathon if marathon >= 20 else 0.0


def hard_units_are_said(season: Season) -> Says:
    """The last touch before a race is none for those who have few hard units a week."""
    races = {week.starts for week in season.weeks if week.phase == "race"}
    few = season.profile.budget <= FEW_HARD_UNITS
    for session in season.sessions:
        touch = few and monday_of(session.date) in races and session.kind != "long"
        if session.discipline != "run" or touch:
            continue
        hard = quality_minutes(season, session) > 0 or session.kind == "long"
        if hard and not session.hard_unit:
            yield f"{session.id} ({session.kind}) is a hard unit and does not say so"


def phases_in_order(season: Season) -> Says:
    """Check 34 for running: base, build, peak, taper, race, recovery; blocks start again."""
    for before, after in pairwise(season.weeks):
        forward = PHASES.index(after.phase) >= PHASES.index(before.phase)
        new_block = before.phase == "recovery" and after.phase == "base"
        if not (forward or new_block):
            yield f"week {after.number}: {after.phase} after {before.phase}"


def nothing_on_race_day(season: Season) -> Says:
    races = {one.date for one in season.sessions if one.discipline == "race"}
    for session in season.sessions:
        if session.date in races and session.discipline in ("run", "strength"):
            yield f"{session.id} on a race day"


def no_week_is_empty(season: Season) -> Says:
    """A week of base, build, peak or taper has two runs at least, one of them perhaps a race."""
    for week in season.weeks:
        raced = sum(one.discipline == "race" for one in week.sessions)
        if week.phase in ("base", "build", "peak", "taper") and len(runs_of(week)) + raced < 2:
            gone = sum(reason.code == "AI017" for reason in week.reasons)
            yield f"week {week.number} ({week.phase}): {len(runs_of(week))} runs, {gone} given up"


def little_is_given_up(season: Season) -> Says:
    """Sessions fit the days before any week is placed, so that none has to be given up."""
    for week in season.weeks:
        gone = [reason.facts.get("session") for reason in week.reasons if reason.code == "AI017"]
        if len(gone) > 1 and week.phase in ("base", "build", "peak", "taper"):
            yield f"week {week.number} ({week.phase}) gives up {gone}"


def nothing_is_trimmed_below_the_core(season: Season) -> Says:
    """2.D: never cut one squat or hinge, one single-leg, one calf; no session under 15 minutes."""
    for session in season.sessions:
        if session.discipline != "strength" or session.kind not in ("lower", "full"):
            continue
        trains = {one for line in session.lines() for one in line.trains}
        if not trains & {"squat", "hinge", "lunge"}:
            yield f"{session.id} has neither squat nor hinge"
        if session.minutes < 15:
            yield f"{session.id} takes {session.minutes} min"


def found(*codes: str) -> Callable[[Season], Says]:
    """What the rules of these codes say of a season."""

    def says(season: Season) -> Says:
        for finding in season.findings:
            if finding.code in codes:
                place = finding.place.session or finding.place.week or "the season"
                amount = f"{finding.amount:g} {finding.unit}"
                yield f"{finding.code} at {place}: {amount} {dict(finding.facts)}"

    return says


@dataclass(frozen=True)
class Check:
    """A check of a guarantee, or of what nobody would sign."""

    name: str
    level: Literal["guarantee", "warning"]
    run: Callable[[Season], Says]


def _check(level: Literal["guarantee", "warning"], run: Callable[[Season], Says]) -> Check:
    return Check(run.__name__, level, run)


CHECKS: tuple[Check, ...] = (
    _check("guarantee", inside_availability),
    _check("guarantee", owned_equipment),
    _check("guarantee", within_session_cap),
    _check("guarantee", fresh_legs_before_key_runs),
    _check("guarantee", documents.everything_has_a_reason),
    _check("guarantee", documents.every_reason_can_be_said),
    _check("guarantee", judging.no_wall_is_broken),
    _check("guarantee", judging.the_price_is_the_judges),
    _check("guarantee", heavy_legs_are_said),
    _check("guarantee", hard_units_are_said),
    _check("guarantee", one_order_per_visit),
    _check("guarantee", phases_in_order),
    _check("guarantee", nothing_on_race_day),
    _check("guarantee", no_week_is_empty),
    _check("guarantee", documents.weeks_are_contiguous),
    _check("guarantee", documents.every_day_has_its_why),
    _check("guarantee", documents.ids_are_names),
    _check("guarantee", documents.steps_add_up),
    _check("guarantee", documents.plan_json_is_small),
    _check("guarantee", documents.plan_json_reads_back),
    _check("warning", judging.every_week_is_proven),
    _check("warning", little_is_given_up),
    _check("warning", nothing_is_trimmed_below_the_core),
)

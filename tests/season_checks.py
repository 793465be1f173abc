"""What must hold of any season: one function a check, each yielding what is wrong and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from tests.seasons import (
    CHANGE_MIN,
    Season,
    dates_of,
    is_loading,
    lifts_of,
    runs_of,
)

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Reason
from dovetail.domain.plan import Week
from dovetail.domain.prescription import Line, PaceName, RunStep
from dovetail.domain.session import Session
from dovetail.formats import plan_json
from dovetail.linting.check import findings_of
from dovetail.planning.run_recipes import km_of, minutes_of
from dovetail.planning.week_problem import home_days, week_case, windows_in
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.engines import judge
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import TIE, Slot, Visit
from dovetail.rulebook.strains import RACE_START_MIN, START_MIN, Legs, season_of

HAIR = 1e-6
GRID_KM = 0.5
SMALL_KM = 10
"""Runs are shown in half kilometres, so a bound in per cent is met to half a kilometre."""
PHASES = ("base", "build", "peak", "taper", "race", "recovery")
STRENGTH = ("stabilization", "strength_endurance", "maximal_strength", "power")
HEAVY = ("maximal_strength", "power")
FAST: tuple[PaceName, ...] = (
    "half", "threshold", "10k", "5k", "interval", "repetition",
)  # fmt: skip
LONG_RACES = ("half", "marathon", "ultra")
ID = re.compile(
    r"\d{4}-W\d{2}-(long|quality-[12]|easy-\d+|strength-[ab]|primer|core|mobility|race|tune-up"
    r"|rest-(mon|tue|wed|thu|fri|sat|sun))"
)
Says = Iterator[str]


# -- 1: availability, kit ----------------------------------------------------------------


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


# -- 2: session cap, heavy legs ----------------------------------------------------------


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
    for session in season.sessions:
        if session.discipline != "run":
            continue
        hard = quality_minutes(season, session) > 0 or session.kind == "long"
        if hard and not session.hard_unit:
            yield f"{session.id} ({session.kind}) is a hard unit and does not say so"


# -- rest, phases, frame -----------------------------------------------------------------


def trained_dates(season: Season) -> frozenset[date]:
    return frozenset(
        one.date for one in season.sessions if one.discipline in ("run", "strength", "race", "test")
    )


def one_rest_day_in_seven(season: Season) -> Says:
    """Check 23."""
    trained, days = trained_dates(season), list(dates_of(season))
    for first in range(len(days) - 6):
        window = days[first : first + 7]
        if all(day in trained for day in window):
            yield f"no rest from {window[0]} to {window[-1]}"


def phases_in_order(season: Season) -> Says:
    """Check 34 for running: base, build, peak, taper, race, recovery; blocks start again."""
    for before, after in pairwise(season.weeks):
        forward = PHASES.index(after.phase) >= PHASES.index(before.phase)
        new_block = before.phase == "recovery" and after.phase == "base"
        if not (forward or new_block):
            yield f"week {after.number}: {after.phase} after {before.phase}"


def strength_phases_in_order(season: Season) -> Says:
    """Check 34: no phase comes back within a block; base begins with stabilization."""
    highest = -1
    for before, week in pairwise((None, *season.weeks)):
        if week is None:
            continue
        if week.phase == "recovery" or (before is not None and before.phase == "recovery"):
            highest = -1
        if week.phase == "recovery" or week.strength_phase not in STRENGTH:
            continue
        now = STRENGTH.index(week.strength_phase)
        if highest == -1 and now != 0 and week.phase == "base":
            yield f"week {week.number} begins with {week.strength_phase}"
        if now < highest:
            yield f"week {week.number}: {week.strength_phase} after {STRENGTH[highest]}"
        highest = max(highest, now)


def weeks_are_contiguous(season: Season) -> Says:
    for place, week in enumerate(season.weeks):
        if week.number != place + 1:
            yield f"week {week.number} stands at place {place + 1}"
        if week.starts != season.plan.season_starts + timedelta(weeks=place):
            yield f"week {week.number} starts {week.starts}"
    for week in season.plan.weeks:
        last = week.starts + timedelta(days=6)
        for session in week.sessions:
            if not week.starts <= session.date <= last:
                yield f"{session.id} on {session.date} is outside its week"


def every_day_has_its_why(season: Season) -> Says:
    held = {session.date for session in season.sessions}
    yield from (
        f"{day} has no session, not even rest" for day in dates_of(season) if day not in held
    )


def ids_are_names(season: Season) -> Says:
    """Ids are unique, of the contract's form, and name the week they stand in."""
    for session_id, times in Counter(session.id for session in season.sessions).items():
        if times > 1:
            yield f"{session_id} is there {times} times"
    for session in season.sessions:
        if not ID.fullmatch(session.id):
            yield f"{session.id} is no id"
        if not session.id.startswith(week_name(session.date)):
            yield f"{session.id} stands on {session.date}"


# -- sums --------------------------------------------------------------------------------


def sums_agree(season: Season) -> Says:
    """Check 9."""
    for week in season.plan.weeks:
        runs = runs_of(week)
        km = sum(one.km or 0.0 for one in runs)
        if abs(week.run_km - km) >= 0.05:
            yield f"week {week.number}: run_km {week.run_km}, sum {km:.2f}"
        if week.long_run_km:
            longest = max((one.km or 0.0 for one in runs), default=0.0)
            if abs(week.long_run_km - longest) >= 0.05:
                yield f"week {week.number}: long_run_km {week.long_run_km}, longest {longest}"
        if week.minutes != (minutes := sum(one.minutes for one in week.sessions)):
            yield f"week {week.number}: minutes {week.minutes}, sum {minutes}"
        if week.training_load != (load := sum(one.training_load for one in week.sessions)):
            yield f"week {week.number}: load {week.training_load}, sum {load}"
        if week.legs.contacts != (contacts := sum(one.contacts for one in week.sessions)):
            yield f"week {week.number}: contacts {week.legs.contacts}, sum {contacts}"


def steps_add_up(season: Season) -> Says:
    """Contract 5: repeats times amounts are the session's kilometres and minutes."""
    for session in season.sessions:
        if session.discipline != "run" or not session.steps or session.km is None:
            continue
        minutes = minutes_of(session.steps, season.paces)
        if abs(minutes - session.minutes) > 1.5:
            yield f"{session.id}: {session.minutes} min, steps {minutes:.1f}"
        km = km_of(session.steps, season.paces)
        if session.kind != "run_walk" and abs(km - session.km) > max(0.6, 0.06 * session.km):
            yield f"{session.id}: {session.km} km, steps {km:.2f}"
        if any((step.km is None) == (step.minutes is None) for step in session.steps):
            yield f"{session.id}: a step has not exactly one of km and minutes"
        if any((step.km or step.minutes or 0) <= 0 for step in session.steps):
            yield f"{session.id}: a step of nothing"


# -- reasons -----------------------------------------------------------------------------


def all_reasons(season: Season) -> Iterator[tuple[str, tuple[Reason, ...]]]:
    for week in season.plan.weeks:
        yield f"week {week.number}", week.reasons
        for session in week.sessions:
            yield session.id, session.reasons
    for finding in season.plan.findings:
        facts = {**finding.facts, "amount": finding.amount}
        yield finding.code, (Reason(finding.code, facts, finding.sources),)


def everything_has_a_reason(season: Season) -> Says:
    """Guarantee 4: weeks, sessions, findings and paces have reasons, and each leans on a work."""
    for place, reasons in all_reasons(season):
        if not reasons:
            yield f"{place} has no reason"
        yield from unfounded(season, place, reasons)
    for session in season.sessions:
        for line in session.lines():
            yield from unfounded(season, f"{session.id} {line.exercise}", line.reasons)
    yield from (f"pace {name}" for name, view in season.plan.paces.items() if not view.reasons)


def unfounded(season: Season, place: str, reasons: tuple[Reason, ...]) -> Says:
    known = season.library.sources
    for reason in reasons:
        if not reason.code or not reason.sources:
            yield f"{place}: {reason} lacks code or source"
        for one in reason.sources:
            if one not in known:
                yield f"{place}: {reason.code} leans on unknown {one}"


def every_reason_can_be_said(season: Season) -> Says:
    """Each code has a sentence whose slots are all facts."""
    said = [reason for _, reasons in all_reasons(season) for reason in reasons]
    said += [one for session in season.sessions for line in session.lines() for one in line.reasons]
    said += season.plan.goal.reasons
    said += [one for view in season.plan.paces.values() for one in view.reasons]
    for reason in said:
        for level in ("beginner", "intermediate"):
            for form in ("why", "short", "fix") if reason.code[:2] in ("LM", "PL") else ("why",):
                try:
                    replace(season.say, level=level).reason(reason, form)
                except KeyError as trouble:
                    yield f"{reason.code} {form} ({level}): {trouble}"


# -- the race ----------------------------------------------------------------------------


def goal_race(season: Season) -> Session | None:
    return next((one for one in season.sessions if one.kind == "goal"), None)


def the_race_exists_once(season: Season) -> Says:
    """Check 3."""
    goals = [one for one in season.sessions if one.discipline == "race" and one.kind == "goal"]
    wanted = [] if season.race_on is None else [season.race_on]
    if [one.date for one in goals] != wanted:
        yield f"races on {[str(one.date) for one in goals]}, goal {season.race_on}"
    for week in season.weeks:
        for one in week.sessions:
            if one.kind == "goal" and week.phase != "race":
                yield f"the race stands in a {week.phase} week"


def no_strength_just_before_the_race(season: Season) -> Says:
    """Check 7: nothing in the last 48 hours."""
    race = goal_race(season)
    if race is None:
        return
    for session in season.sessions:
        if session.discipline == "strength" and session.date <= race.date:
            free = season.starts_at(race) - season.ends_at(session)
            if free < timedelta(hours=48):
                yield f"{session.id} ends {free} before the race"


def race_week_is_quiet(season: Season) -> Says:
    """Check 7: one primer at most, in its days, and a free or short day before the race."""
    race = goal_race(season)
    if race is None:
        return
    eve = {race.date - timedelta(1), race.date - timedelta(2)}
    if all(
        sum(one.minutes for one in season.sessions if one.date == day and one.discipline == "run")
        > 30
        for day in eve
    ):
        yield "neither of the last two days is free or short"
    primers = [one for one in season.sessions if one.kind == "primer" or one.id.endswith("primer")]
    for primer in primers:
        if not 3 <= (race.date - primer.date).days <= 6:
            yield f"{primer.id} on day −{(race.date - primer.date).days}"
    lifts = [
        one
        for one in season.sessions
        if one.discipline == "strength" and 0 < (race.date - one.date).days <= 5
    ]
    if len(lifts) > 1:
        yield f"{len(lifts)} strength sessions in the last five days: {[one.id for one in lifts]}"
    if any(one.heavy_legs for one in lifts):
        yield f"heavy legs in the last five days: {[one.id for one in lifts if one.heavy_legs]}"


def nothing_on_race_day(season: Season) -> Says:
    races = {one.date for one in season.sessions if one.discipline == "race"}
    for session in season.sessions:
        if session.date in races and session.discipline in ("run", "strength"):
            yield f"{session.id} on a race day"


def recovery_follows(season: Season) -> Says:
    """Check 8."""
    race = goal_race(season)
    if race is None:
        return
    after = [week for week in season.weeks if week.starts > race.date]
    wanted = {"half": 2, "marathon": 4, "ultra": 4}.get(season.athlete.goal.race, 1)
    if len(after) < wanted or any(week.phase != "recovery" for week in after):
        yield f"{len(after)} weeks of recovery, {wanted} wanted"
    for session in season.sessions:
        if session.date > race.date and session.key and session.kind != "long":
            days = (session.date - race.date).days
            yield f"{session.id} ({session.kind}) is hard, {days} days after the race"


# -- strength ----------------------------------------------------------------------------


def gentle_for_the_young_and_the_new(season: Season) -> Says:
    """Beginners and people under 18: stabilization and strength endurance only, no jumps."""
    athlete, profile = season.athlete, season.profile
    young, new = profile.age < 18, profile.level == "beginner"
    if not (young or new):
        return
    unlocked = set() if young else set(athlete.strength.coach_unlock)
    for week in season.weeks:
        if week.strength_phase in HEAVY and week.strength_phase not in unlocked:
            yield f"week {week.number}: {week.strength_phase}"
    for session in season.sessions:
        if session.contacts and "hops" not in unlocked and not unlocked & {"power"}:
            yield f"{session.id}: {session.contacts} contacts"


def no_new_phase_at_the_end(season: Season) -> Says:
    """Check 2: no strength phase begins in the last 28 days before a marathon, 21 before others."""
    if season.race_on is None:
        return
    least = 28 if season.athlete.goal.race in ("marathon", "ultra") else 21
    training = [week for week in season.weeks if week.starts <= season.race_on]
    for before, week in pairwise(training):
        new = week.strength_phase in STRENGTH and week.strength_phase != before.strength_phase
        forward = before.strength_phase is not None and new
        if forward and (days := (season.race_on - week.starts).days) < least:
            yield f"week {week.number}: {week.strength_phase} begins {days} days before the race"


def no_new_exercise_at_the_end(season: Season) -> Says:
    """Check 2: no exercise or kind of run first seen in the last 14 days."""
    if season.race_on is None:
        return
    from_day = season.race_on - timedelta(days=14)
    before = [one for one in season.sessions if one.date < from_day]
    late = [one for one in season.sessions if from_day <= one.date < season.race_on]
    lines = {line.exercise for one in before for line in one.lines()}
    kinds = {one.kind for one in before if one.discipline == "run"}
    if any(step.target.pace == "race" for one in before for step in one.steps):
        kinds.add("race_pace")
    if not before:
        return
    for session in late:
        new = [line.exercise for line in session.lines() if line.exercise not in lines]
        if new:
            yield f"{session.id}: new {sorted(set(new))}"
        if session.discipline == "run" and session.kind not in kinds:
            yield f"{session.id}: new kind {session.kind}"


def a_recovery_block_ends_each_lift(season: Season) -> Says:
    """Contract 5: lower, full and upper end in rolling, stretching, breathing."""
    for session in season.sessions:
        if session.kind not in ("lower", "full", "upper") or session.discipline != "strength":
            continue
        last = session.blocks[-1] if session.blocks else None
        lines = [line.exercise for line in last.lines] if last else []
        if last is None or last.part != "finish":
            yield f"{session.id} does not end in its recovery block"
        elif not all(any(word in one for one in lines) for word in ("roll", "stretch", "breath")):
            yield f"{session.id} recovers with {lines}"


def contacts_within_caps(season: Season) -> Says:
    """Check 38."""
    profile, runner = season.profile, season.profile.runner
    cap: float = {"beginner": 40, "intermediate": 80, "advanced": 120}[profile.level]
    cap *= 0.7 if profile.age >= 40 else 1.0
    if runner.bone_history:
        cap *= 0.5 if (runner.bone_cleared_months or 0) < 12 else 0.75
    for session in season.sessions:
        if session.contacts > cap + HAIR:
            yield f"{session.id}: {session.contacts} contacts, cap {cap:g}"


def contacts_rise_in_steps(season: Season) -> Says:
    """Check 38: at most 27 more a week."""
    highest = 0
    for week in season.weeks:
        most = max((one.contacts for one in week.sessions), default=0)
        if most > highest + 27:
            yield f"week {week.number}: {most} contacts a session, {highest} before"
        highest = max(highest, most)


def two_lifts_then_fewer(season: Season) -> Says:
    """Check 33: two a week in base and build where two are wanted and the days allow."""
    wanted = season.athlete.preferences.strength_per_week
    if wanted < 2 or season.structure.second == "none":
        return
    for week in season.weeks:
        near = any(one.kind == "tune_up" for one in week.sessions)
        if week.phase in ("base", "build") and not near and len(lifts_of(week)) < 2:
            yield f"week {week.number} ({week.phase}): {len(lifts_of(week))} strength sessions"
        if week.phase == "peak" and not lifts_of(week):
            yield f"week {week.number} (peak): no strength"


def no_long_gap_in_strength(season: Season) -> Says:
    """Check 33: no gap over 10 days outside a race's week."""
    if season.athlete.preferences.strength_per_week < 2 or not season.structure.first_min:
        return
    days = sorted(one.date for one in season.sessions if one.discipline == "strength")
    for before, after in pairwise(days):
        raced = season.race_on is not None and after >= season.race_on - timedelta(days=7)
        if (after - before).days > 10 and not raced:
            yield f"{(after - before).days} days without strength before {after}"


def phases_take_their_weeks(season: Season) -> Says:
    """Check 34: least weeks of stabilization and endurance before heavy work."""
    row = season.library.principles.row("strength_weeks", season.profile.history)
    least = sum(row) - (1 if season.profile.history == "some" and len(season.weeks) < 12 else 0)
    first = next((w for w in season.weeks if w.strength_phase == "maximal_strength"), None)
    blocks = any(
        week.phase == "recovery" for week in season.weeks[: (first or season.weeks[0]).number]
    )
    if first is not None and not blocks and first.number - 1 < least:
        yield f"heavy from week {first.number}, {least:g} weeks wanted before"


# -- volume ------------------------------------------------------------------------------


def step_km(reference: float, *, bone: bool) -> float:
    """One step of the ramp, from the coach's formula."""
    if bone:
        return max(0.05 * reference, 1.0)
    step = max(0.10 * reference, min(3.0, 0.20 * reference), 1.0)
    return step * 0.75 if reference > 40 else step


def ramp_in_steps(season: Season) -> Says:
    """Check 11: against the highest of the last three loading weeks."""
    for week in season.loading:
        if week.number in season.on_ladder or (week.number - 1) in season.on_ladder:
            continue
        reference = season.reference_km(week)
        if not reference:
            continue
        top = reference + step_km(reference, bone=season.bone)
        if week.run_km > top + 0.05:
            yield f"week {week.number}: {week.run_km} km, reference {reference:g}, top {top:.1f}"


def first_week_like_last_week(season: Season) -> Says:
    """Check 1."""
    week, running = season.weeks[0], season.athlete.running
    if week.phase != "base" or not running.weekly_km or week.number in season.on_ladder:
        return
    share = week.run_km / running.weekly_km
    if not 0.85 <= share <= 1.05:
        yield f"week 1 runs {week.run_km} km, used to {running.weekly_km}"
    if week.long_run_km > running.longest_km + 0.6:
        yield f"week 1 runs {week.long_run_km} km at once, used to {running.longest_km}"
    for run in runs_of(week):
        if run.kind in ("threshold", "interval", "repetition", "race_pace"):
            yield f"week 1 holds {run.kind}"


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


def quality_count(season: Season, week: Week) -> int:
    return sum(quality_minutes(season, run) > 0 for run in runs_of(week))


def lighter_weeks_are_lighter(season: Season) -> Says:
    """Check 13: kilometres and long run; a week with a tune-up race only has a ceiling."""
    for week in season.weeks:
        if not week.lighter or week.phase == "recovery" or week.number in season.on_ladder:
            continue
        before = [one for one in season.loading if one.number < week.number]
        if not before or before[-1].number in season.on_ladder:
            continue
        raced = any(one.kind == "tune_up" for one in week.sessions)
        reference = max(one.run_km for one in before[-3:])
        if reference < SMALL_KM:  # one run of twenty minutes is a quarter of such a week
            continue
        share = week.run_km / reference
        if week.run_km > 0.85 * reference + HAIR:
            yield f"week {week.number}: {share:.2f} of the reference ({week.run_km} km)"
        last = before[-1].long_run_km
        if raced:
            continue
        low, high = 0.64 * last - GRID_KM, 0.78 * last + GRID_KM
        if week.long_run_km and not low <= week.long_run_km <= high:
            yield f"week {week.number}: long run {week.long_run_km} after {last} km"


def lighter_weeks_keep_running(season: Season) -> Says:
    """Check 13: at least 70 % of the reference, where the slots hold that much."""
    for week in season.weeks:
        before = [one for one in season.loading if one.number < week.number]
        raced = any(one.kind == "tune_up" for one in week.sessions)
        if not week.lighter or week.phase == "recovery" or raced or not before:
            continue
        reference = max(one.run_km for one in before[-3:])
        if reference >= SMALL_KM and week.run_km < 0.70 * reference - GRID_KM:
            share = week.run_km / reference
            yield f"week {week.number}: {share:.2f} of the reference ({week.run_km} km)"


def lighter_weeks_lift_less(season: Season) -> Says:
    """Check 13: work sets 55–70 % of the week before (five points of rounding allowed)."""
    for before, week in pairwise(season.weeks):
        if not week.lighter or week.phase == "recovery" or not is_loading(before):
            continue
        then, now = work_sets(season, before), work_sets(season, week)
        raced = any(one.kind == "tune_up" for one in week.sessions)
        if then and now and not raced and not 0.45 <= now / then <= 0.80:
            yield f"week {week.number}: {now} work sets after {then}"


def work_sets(season: Season, week: Week) -> int:
    return sum(
        line.sets
        for session in lifts_of(week)
        for block in session.blocks
        if block.part in ("main", "core")
        for line in block.lines
    )


def lighter_weeks_well_spaced(season: Season) -> Says:
    """Check 14: two to four loading weeks between, none in weeks 1 and 2."""
    gap = 0
    seen = False
    for week in season.weeks:
        if week.phase == "recovery":
            gap, seen = 0, False
            continue
        if not week.lighter:
            gap += is_loading(week)
            if gap > 4:
                yield f"week {week.number}: loading week {gap} in a row"
            continue
        if week.number <= 2:
            yield f"week {week.number} is lighter"
        if seen and gap < 2:
            yield f"week {week.number}: {gap} loading weeks since the last lighter one"
        gap, seen = 0, True


def no_low_week_before_the_taper(season: Season) -> Says:
    """Check 5."""
    for before, week in pairwise(season.weeks):
        ends = week.phase in ("taper", "race") and before.phase in ("base", "build", "peak")
        if ends and before.lighter:
            yield f"week {before.number} is lighter, the taper follows"


def taper_falls(season: Season) -> Says:
    """Check 4: strictly falling."""
    for before, week in pairwise(season.weeks):
        tapers = before.phase == "taper" and week.phase in ("taper", "race")
        if tapers and week.run_km >= before.run_km:
            yield f"week {week.number}: {week.run_km} km after {before.run_km}"


def race_week_runs_little(season: Season) -> Says:
    """Check 7: at most four fifths of what a peak week holds besides its long run."""
    loading = season.loading
    if len(loading) < 3:
        return
    top_three = sorted((week.run_km for week in loading), reverse=True)[:3]
    peak_long = max(week.long_run_km for week in loading)
    for week in season.weeks:
        if week.phase == "race" and any(one.kind == "goal" for one in week.sessions):
            top = 0.8 * (sum(top_three) / 3 - peak_long)
            if week.run_km > top + 0.6 and len(runs_of(week)) > 2:
                yield f"race week {week.run_km} km, top {top:.1f}"


def long_run_inside_time_and_share(season: Season) -> Says:
    """Check 17."""
    principles, runner = season.library.principles, season.profile.runner
    most = principles.number("long_time", runner.race, runner.level)
    if runner.race == "marathon" and runner.slow_finish:
        most = max(most, principles.number("long_time_slow_finish"))
    race = runner.race if runner.race in LONG_RACES else "other"
    for week in season.loading:
        long = next((one for one in week.sessions if one.kind == "long"), None)
        if long is None or not week.run_km:
            continue
        if long.minutes > most + 2:
            yield f"{long.id}: {long.minutes} min, at most {most:g}"
        share = principles.number("long_share", race, str(min(6, max(3, len(runs_of(week))))))
        if long.minutes > 75 and (part := 100 * (long.km or 0) / week.run_km) > share + 2:
            runs = len(runs_of(week))
            yield f"{long.id}: {part:.0f} % of the week in {runs} runs, at most {share:g}"


def one_long_run_clearly(season: Season) -> Says:
    """Check 18."""
    least = season.library.principles.number("shortest_run", season.profile.level)
    for week in season.weeks:
        long = next((one for one in week.sessions if one.kind == "long"), None)
        for run in runs_of(week):
            if long is None or run is long or not long.km or not run.km:
                continue
            share = 0.9 if long.km < 10 else 0.75
            if run.km > share * long.km + 0.05:
                yield f"{run.id} {run.km} km beside a long run of {long.km}"
        for run in runs_of(week):
            if run.kind in ("easy", "recovery") and run.minutes < least and week.phase != "race":
                yield f"{run.id} ({week.phase}) {run.minutes} min, at least {least:g}"


def no_zig_zag(season: Season) -> Says:
    """Check 12."""
    falls = 0
    near = {week.number + by for week in season.weeks for by in (0, 1)
            if any(one.discipline == "race" for one in week.sessions)}  # fmt: skip
    for before, week in pairwise(season.loading):
        if week.number in near or {week.number, before.number} & season.on_ladder:
            continue
        if not before.run_km:
            continue
        change = week.run_km / before.run_km - 1
        falls += change < -0.005
        last = season.race_on and (season.race_on - week.starts).days < 17
        if change < -0.08 and not last and week.starts - before.starts <= timedelta(days=14):
            yield f"week {week.number}: {week.run_km} km after {before.run_km}"
    if falls > 3 * (1 + len(season.weeks) // 16):
        yield f"{falls} falls between loading weeks"


def longest_run_where_it_belongs(season: Season) -> Says:
    """Check 6."""
    if season.race_on is None or len(season.weeks) < 8:
        return
    windows = {"marathon": (13, 28), "half": (13, 21), "10k": (10, 17), "5k": (8, 17)}
    race = season.athlete.goal.race
    longs = [(one.km or 0, one.date) for one in season.sessions if one.kind == "long"]
    if race not in windows or not longs:
        return
    most = max(km for km, _ in longs)
    days = [(season.race_on - on).days for km, on in longs if km > most - 0.01]
    low, high = windows[race]
    if not any(low - 2 <= day <= high + 2 for day in days):
        yield f"longest run {most} km on day −{min(days)}"


# -- hard and easy -----------------------------------------------------------------------


def hard_unit_budget(season: Season) -> Says:
    """Check 19: per any seven days."""
    budget = {"beginner": 3, "intermediate": 4, "advanced": 5}[season.profile.level]
    if season.profile.age >= 40:
        budget = min(budget, 4)
    if season.profile.age >= 60:
        budget = min(budget, 3)
    hard = Counter(one.date for one in season.sessions if one.hard_unit)
    for day in dates_of(season):
        units = sum(hard[day - timedelta(days=back)] for back in range(7))
        if units > budget and hard[day]:
            yield f"{units} hard units in the seven days up to {day}, at most {budget}"


def hard_days_in_a_row(season: Season) -> Says:
    """Check 20."""
    hard = {one.date for one in season.sessions if one.hard_unit}
    for day in sorted(hard):
        if {day - timedelta(1), day - timedelta(2)} <= hard:
            yield f"three hard days up to {day}"


def quality_is_spaced(season: Season) -> Says:
    """Check 21: quality runs start two dates apart."""
    days = sorted(
        one.date
        for one in season.sessions
        if one.discipline == "race"
        or (one.discipline == "run" and one.key and quality_minutes(season, one) > 0)
    )
    for before, after in pairwise(days):
        if (after - before).days < 2:
            yield f"quality on {before} and {after}"


def quality_beside_the_long_run(season: Season) -> Says:
    """Check 21, the warning: neither the day before nor the day after."""
    longs = {one.date for one in season.sessions if one.kind == "long"}
    for one in season.sessions:
        hard = one.discipline == "run" and one.kind != "long" and quality_minutes(season, one) > 0
        if hard and {one.date - timedelta(1), one.date + timedelta(1)} & longs:
            yield f"{one.id} beside the long run"


def easy_is_most_of_it(season: Season) -> Says:
    """Check 24: at least 72 % of running time each week."""
    for week in season.weeks:
        total = sum(run.minutes for run in runs_of(week))
        hard = sum(above_easy(season, run) for run in runs_of(week))
        if total and week.phase != "race" and hard / total > 0.28 + 0.005:
            yield f"week {week.number}: {100 * hard / total:.0f} % above easy"


def above_easy(season: Season, run: Session) -> float:
    """Minutes at T or faster; M pace only for those predicted under 3:30 (coaching C6)."""
    names = {*FAST} | ({"race"} if season.athlete.goal.race in ("5k", "10k", "half") else set())
    steps = [step for step in run.steps if step.part == "work" and step.target.pace in names]
    steps += [
        step
        for step in run.steps
        if step.part == "work" and step.target.pace is None and (step.target.rpe or (0, 0))[0] >= 6
    ]
    return minutes_of(tuple(steps), season.paces)


def quality_has_warm_up(season: Season) -> Says:
    """Check 25: at least ten minutes before and five after (8 for those by feel)."""
    for session in season.sessions:
        if session.discipline != "run" or session.kind == "long":
            continue
        if quality_minutes(season, session) <= 0:
            continue
        by_part = {
            part: minutes_of(tuple(s for s in session.steps if s.part == part), season.paces)
            for part in ("warm_up", "cool_down")
        }
        if by_part["warm_up"] < 7.9 or by_part["cool_down"] < 4.9:
            yield f"{session.id}: {by_part}"


def quality_sized_for_the_runner(season: Season) -> Says:
    """Check 25: never more work than the level's ceiling."""
    ceilings = {
        "threshold": {"beginner": 30, "intermediate": 40, "advanced": 45},
        "interval": {"beginner": 15, "intermediate": 24, "advanced": 32},
        "repetition": {"beginner": 8, "intermediate": 12, "advanced": 16},
    }
    for session in season.sessions:
        ceiling = ceilings.get(session.kind, {}).get(season.profile.level)
        work: tuple[RunStep, ...] = tuple(step for step in session.steps if step.part == "work")
        if ceiling and (minutes := minutes_of(work, season.paces)) > ceiling + 1:
            yield f"{session.id}: {minutes:.0f} min of {session.kind}, at most {ceiling}"


def stimuli_in_order(season: Season) -> Says:
    """Check 28: intervals not before week 4, never for beginners, never before threshold."""
    first: dict[str, int] = {}
    for week in season.weeks:
        for run in runs_of(week):
            first.setdefault(run.kind, week.number)
    interval = first.get("interval")
    if interval is None:
        return
    if season.profile.level == "beginner" and not season.profile.by_feel:
        yield f"a beginner has intervals in week {interval}"
    paced = [
        week.number
        for week in season.weeks
        for run in runs_of(week)
        if run.kind == "interval" and any(step.target.pace == "interval" for step in run.steps)
    ]
    if paced and paced[0] < 4:
        yield f"intervals in week {paced[0]}"


def paces_in_order(season: Season) -> Says:
    """Check 32."""
    views = season.plan.paces
    names: tuple[PaceName, ...] = (
        "easy",
        "marathon",
        "half",
        "threshold",
        "interval",
        "repetition",
    )
    told = [(name, pace) for name in names if (pace := views[name].s_per_km) is not None]
    for (slow, slower), (fast, faster) in pairwise(told):
        if faster[0] >= slower[1]:
            yield f"{fast} {faster} is not faster than {slow} {slower}"
    if (season.plan.race_fitness or 0) < 35 and told:
        yield f"paces at a race fitness of {season.plan.race_fitness}"


def every_week_trains_everything(season: Season) -> Says:
    """Check 37, where there are two full sessions."""
    wanted = {"squat", "hinge", "single_leg", "calf", "push", "pull", "anti_rotation", "balance"}
    if season.structure.second not in ("full", "light") or season.structure.first_min < 32:
        return
    for week in season.weeks:
        if week.phase not in ("base", "build") or len(lifts_of(week)) < 2:
            continue
        found = {
            one
            for session in lifts_of(week)
            for block in session.blocks
            if block.part in ("main", "core")
            for line in block.lines
            for one in line.trains
        }
        # a lunge is a squat on one leg; bird-dogs and side planks resist turning
        found |= {"squat"} if "lunge" in found else set()
        found |= {"anti_rotation"} if "core" in found else set()
        found |= {"balance"} if "single_leg" in found else set()
        if missing := wanted - found:
            yield f"week {week.number}: nothing for {sorted(missing)}"


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


# -- documents ---------------------------------------------------------------------------


def plan_json_is_small(season: Season) -> Says:
    """Contract 5: a 24-week plan stays under 800 KB."""
    kb = len(season.text.encode()) / 1000
    if kb > 800 * max(1.0, len(season.plan.weeks) / 24):
        yield f"{kb:.0f} KB for {len(season.plan.weeks)} weeks"


def plan_json_reads_back(season: Season) -> Says:
    again = plan_json.write(plan_json.read(season.text), say=season.say)
    if again != season.text:
        place = next(i for i, (a, b) in enumerate(zip(again, season.text, strict=False)) if a != b)
        yield f"differs at {place}: {season.text[place - 40 : place + 40]!r}"


# -- the solver and the judge ------------------------------------------------------------


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
    habits = dict(season.structure.home)
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
        case = week_case(profile, habits=habits, windows=_windows(season, week))
        found = Counter[str]()
        for one in judge(around, placement_rules(case), 0, 6):
            found[one.code] += one.amount
        walls = {code: found[code] for code in sorted(found) if policy[code] is None}
        price = {code: found[code] for code in sorted(found) if policy[code] not in (None, TIE, 0)}
        yield Judged(week, walls, price)
        raced = any(one.kind == "tune_up" for one in week.sessions)
        unusual = raced or after_race or week.phase not in ("base", "build", "peak")
        if not unusual:
            habits = {**habits, **home_days(placed[week.number])}
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


def the_linter_finds_no_error(season: Season) -> Says:
    """Our own plans, judged by our own rules."""
    for finding in findings_of(season.plan, season.library.principles):
        if finding.severity == "error":
            place = finding.place.session or finding.place.week
            amount = f"{finding.amount:g} {finding.unit}"
            yield f"{finding.code} at {place}: {amount} {dict(finding.facts)}"


def every_week_is_proven(season: Season) -> Says:
    for week in season.plan.weeks:
        if not week.placement.proven:
            yield f"week {week.number} is not proven"


@dataclass(frozen=True)
class Check:
    """A check with the coach's number, or a guarantee's."""

    name: str
    level: Literal["guarantee", "error", "warning"]
    run: Callable[[Season], Says]


def _check(
    number: str, level: Literal["guarantee", "error", "warning"], run: Callable[[Season], Says]
) -> Check:
    return Check(f"{number} {run.__name__}", level, run)


CHECKS: tuple[Check, ...] = (
    _check("G1", "guarantee", inside_availability),
    _check("G1", "guarantee", owned_equipment),
    _check("G2/10", "guarantee", within_session_cap),
    _check("G2/22", "guarantee", fresh_legs_before_key_runs),
    _check("G4", "guarantee", everything_has_a_reason),
    _check("G4", "guarantee", every_reason_can_be_said),
    _check("—", "guarantee", no_wall_is_broken),
    _check("—", "guarantee", the_price_is_the_judges),
    _check("—", "error", the_linter_finds_no_error),
    _check("—", "guarantee", heavy_legs_are_said),
    _check("—", "guarantee", hard_units_are_said),
    _check("—", "guarantee", one_order_per_visit),
    _check("—", "guarantee", weeks_are_contiguous),
    _check("—", "guarantee", every_day_has_its_why),
    _check("—", "guarantee", ids_are_names),
    _check("—", "guarantee", steps_add_up),
    _check("—", "guarantee", plan_json_is_small),
    _check("—", "guarantee", plan_json_reads_back),
    _check("—", "warning", every_week_is_proven),
    _check("—", "error", no_week_is_empty),
    _check("—", "warning", little_is_given_up),
    _check("1", "warning", first_week_like_last_week),
    _check("2", "error", no_new_phase_at_the_end),
    _check("2", "error", no_new_exercise_at_the_end),
    _check("3", "error", the_race_exists_once),
    _check("4", "error", taper_falls),
    _check("5", "warning", no_low_week_before_the_taper),
    _check("6", "warning", longest_run_where_it_belongs),
    _check("7", "error", no_strength_just_before_the_race),
    _check("7", "error", race_week_is_quiet),
    _check("7", "error", race_week_runs_little),
    _check("7", "error", nothing_on_race_day),
    _check("8", "warning", recovery_follows),
    _check("9", "error", sums_agree),
    _check("11", "error", ramp_in_steps),
    _check("12", "warning", no_zig_zag),
    _check("13", "error", lighter_weeks_are_lighter),
    _check("13", "warning", lighter_weeks_keep_running),
    _check("13", "error", lighter_weeks_lift_less),
    _check("14", "warning", lighter_weeks_well_spaced),
    _check("17", "error", long_run_inside_time_and_share),
    _check("18", "warning", one_long_run_clearly),
    _check("19", "error", hard_unit_budget),
    _check("20", "warning", hard_days_in_a_row),
    _check("21", "error", quality_is_spaced),
    _check("21", "warning", quality_beside_the_long_run),
    _check("23", "error", one_rest_day_in_seven),
    _check("24", "warning", easy_is_most_of_it),
    _check("25", "error", quality_has_warm_up),
    _check("25", "error", quality_sized_for_the_runner),
    _check("28", "warning", stimuli_in_order),
    _check("32", "error", paces_in_order),
    _check("33", "error", two_lifts_then_fewer),
    _check("33", "error", no_long_gap_in_strength),
    _check("34", "error", phases_in_order),
    _check("34", "error", strength_phases_in_order),
    _check("34", "error", phases_take_their_weeks),
    _check("34", "error", gentle_for_the_young_and_the_new),
    _check("37", "warning", every_week_trains_everything),
    _check("37", "warning", nothing_is_trimmed_below_the_core),
    _check("38", "error", contacts_within_caps),
    _check("38", "error", contacts_rise_in_steps),
    _check("39", "error", a_recovery_block_ends_each_lift),
)


def complaints(season: Season) -> dict[str, list[str]]:
    """Everything that is wrong with a season, by check."""
    found = {check.name: list(check.run(season)) for check in CHECKS}
    return {name: said for name, said in found.items() if said}

"""One week: wishes placed, easy kilometres shared, sessions written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dovetail.domain.decision import Decision, Reason
from dovetail.domain.plan import Legs as LegCount
from dovetail.domain.plan import Placement, Week
from dovetail.domain.session import Session
from dovetail.domain.units import shown_km_down
from dovetail.planning.brief import FAST_LONG, Brief
from dovetail.planning.easy_km import easy_km, roles_of, roomiest
from dovetail.planning.key_run_checks import key_too_long, quality_too_large
from dovetail.planning.place import Placed
from dovetail.planning.placing import Seam, days_of, placed
from dovetail.planning.race_day import races_of
from dovetail.planning.sessions import (
    Around,
    each_its_own,
    rest_session,
    run_session,
    strength_session,
)
from dovetail.planning.stands import Stand
from dovetail.planning.strength_less import Lifted
from dovetail.planning.taper_week import longer_long_run
from dovetail.planning.week_problem import habits_after
from dovetail.rulebook.cases import (
    DoneRun,
    FullWeek,
    IntensityCase,
    is_full_week,
    run_case,
)
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp
from dovetail.rulebook.intensity import hard_min, hard_sets, has_race_pace, intensity_of, lower_sets
from dovetail.rulebook.limits.lm104_long_run_share import share_of
from dovetail.rulebook.limits.lm112_intensity import WEEKS_BEFORE
from dovetail.rulebook.shapes import Season
from dovetail.rulebook.strains import role_of

HELD_BACK = 0.95
BOUND = {"AI002", "AI111", "AI112"}
"""The volume itself says what bounds it."""
LEAST_STEP_KM = 0.05
LONG_BESIDE_OTHERS = 0.8
"""A long run shortened below this is asked for again only with one run less (dovetail)."""
FEWEST_RUNS, LONG = 2, "long"


def plan_week(brief: Brief, seam: Seam, first_day: date | None = None) -> Week:
    """Place a week's wishes and write its sessions.

    Amounts are asked again once all have their place, and may then only shrink: where the
    slots hold less than the week would like, the long run keeps its share of what is left.
    """
    held = placed(brief, seam, first_day)
    sessions = _sessions(brief, seam, held.stands)
    smaller = _asked_again(brief, seam, sessions)
    if smaller is not None:
        return plan_week(smaller, seam, first_day)
    sessions += races_of(brief)
    days = days_of(brief.frame, first_day)
    sessions += _rests(brief, sessions, days)
    ordered = sorted(sessions, key=lambda one: (one.date, one.slot, one.order, one.priority))
    return _week(brief, tuple(ordered), held.placed, held.reasons)


def _asked_again(brief: Brief, seam: Seam, sessions: Sequence[Session]) -> Brief | None:
    """Ask for less where the week as it stands breaks a limit of its own."""
    runs = [one for one in sessions if one.discipline == "run"]
    minutes = sum(one.minutes for one in runs)
    if minutes < brief.run_minutes - 0.01 and quality_too_large(brief, runs):
        return replace(brief, held_min=minutes)
    if brief.keys and key_too_long(brief, seam, runs):
        return replace(brief, keys=())
    easier = _too_hard(brief, seam, runs)
    if easier is not None:
        return easier
    if LONG in brief.locked:
        return None  # what somebody holds is not asked again
    long = _long_again(brief, seam, sessions)
    if long is not None:
        return replace(brief, volume=replace(brief.volume, long_km=long))
    return _with_less(brief, runs) or longer_long_run(brief, seam, sessions)


def _with_less(brief: Brief, runs: Sequence[Session]) -> Brief | None:
    """Shorten the long run, or run once less, where the shortest runs lead above the limit."""
    volume, structure = brief.volume, brief.structure
    if volume.top_km is None or volume.ladder:
        return None
    over = sum(one.km or 0.0 for one in runs) - volume.top_km
    if over < LEAST_STEP_KM:
        return None
    others = max((one.km or 0.0 for one in runs if one.kind != "long"), default=0.0)
    shorter = shown_km_down(volume.long_km.value - over)
    if shorter > LONG_BESIDE_OTHERS * others:
        long = Decision(shorter, volume.long_km.reasons, volume.long_km.silent)
        return replace(brief, volume=replace(volume, long_km=long))
    if structure.runs > FEWEST_RUNS and len(runs) >= structure.runs:
        return replace(brief, structure=replace(structure, runs=structure.runs - 1))
    return None


def _too_hard(brief: Brief, seam: Seam, runs: Sequence[Session]) -> Brief | None:
    """Ask for less above easy where the week holds too much of it; asked once."""
    if brief.hard_most_min is not None or brief.frame.phase in ("race", "recovery"):
        return None
    runner = brief.profile.runner
    hard = [hard_min(one, runner) for one in runs]
    week_min = sum(one.minutes for one in runs)
    case = IntensityCase(runner=runner, week_min=week_min, before=seam.intensity)
    asked = clamp(sum(hard), limits_of("week.hard_minutes"), case)
    if not asked.reasons:
        return None
    long = sum(hard_min(one, runner) for one in runs if one.kind == "long")
    return replace(brief, hard_most_min=max(0.0, asked.value - long))


def _long_again(brief: Brief, seam: Seam, sessions: Sequence[Session]) -> Decision[float] | None:
    """Ask the limits of the long run with the week as it stands; None when all hold."""
    long = next((one for one in sessions if one.kind == "long"), None)
    if long is None or long.km is None or not brief.frame.loading:
        return None
    others = sum(one.km or 0.0 for one in sessions if one.discipline == "run") - long.km
    share = share_of(brief.profile.runner)
    week_km = max(others + long.km, 0.0)
    case = run_case(brief.profile.runner, seam.timeline, long.date, week_km=week_km)
    asked = clamp(long.km, limits_of("run.km"), case)
    if asked.value >= long.km - 1e-6:
        return None
    shrunk = min(asked.value, max(share / (1 - share) * others, 0.9 * asked.value))
    reasons = (*asked.reasons, *brief.volume.long_km.reasons[-1:])
    return Decision(max(0.0, shown_km_down(shrunk)), reasons, asked.silent)


def _sessions(brief: Brief, seam: Seam, stands: Sequence[Stand]) -> list[Session]:
    shares = easy_km(brief, seam, stands)
    found = []
    for stand, role in zip(stands, roles_of(stands), strict=True):
        if stand.wanted.strength is not None:
            found.append(strength_session(brief, stand))
            continue
        share = shares.get(id(stand))
        found.append(run_session(brief, stand, role, share, _around(brief, stands, stand)))
    return each_its_own(found)


def _around(brief: Brief, stands: Sequence[Stand], stand: Stand) -> Around:
    day = stand.slot.day
    before = [one.wanted.strain for one in stands if one.slot.day == day - 1]
    after = [one.wanted.strain for one in stands if one.slot.day == day + 1]
    roomy = roomiest(brief, stands)
    return Around(
        hard_before=any(one.quality or one.long for one in before),
        long_after=any(one.long for one in after),
        longest_easy=roomy is stand,
    )


def _rests(brief: Brief, sessions: Sequence[Session], days: Sequence[date]) -> Iterator[Session]:
    held = {session.date for session in sessions}
    for day in days:
        if day not in held:
            yield rest_session(brief, day, sessions)


def _week(
    brief: Brief, sessions: tuple[Session, ...], found: Placed, given_up: tuple[Reason, ...]
) -> Week:
    frame = brief.frame
    runs = [one for one in sessions if one.discipline == "run"]
    lifts = [one for one in sessions if one.discipline == "strength"]
    return Week(
        number=frame.number,
        starts=frame.starts,
        phase=frame.phase,
        strength_phase=frame.strength_phase if lifts else None,
        gate=frame.gate,
        lighter=frame.lighter,
        minutes=sum(one.minutes for one in sessions),
        run_km=round(sum(one.km or 0.0 for one in runs), 1),
        long_run_km=max((one.km or 0.0 for one in runs), default=0.0),
        training_load=sum(one.training_load for one in sessions),
        legs=LegCount(
            hard_sets=sum(hard_sets(one, brief.gym.exercises) for one in lifts),
            contacts=sum(one.contacts for one in lifts),
        ),
        placement=Placement(proven=found.proven, price=found.price),
        reasons=(*_held_back(brief, runs), *brief.volume.km.reasons, *given_up),
        sessions=sessions,
    )


def _held_back(brief: Brief, runs: Sequence[Session]) -> tuple[Reason, ...]:
    """Say so where the slots hold clearly less than the week would like, or than is run today."""
    held, wish = sum(run.km or 0.0 for run in runs), brief.volume.km.value
    said = {reason.code for reason in brief.volume.km.reasons} & BOUND
    if brief.frame.number == 1 and not said and not brief.volume.ladder:
        wish = max(wish, brief.profile.athlete.running.weekly_km)
    if not runs or not brief.frame.loading or held >= HELD_BACK * wish or brief.most_km:
        return ()
    return (Reason("AI002", {"held_km": round(held, 1), "wish_km": round(wish, 1)}, ("athlete",)),)


def next_seam(brief: Brief, seam: Seam, week: Week, placed_days: Season) -> Seam:
    """Return what the next week finds behind it."""
    before = tuple((replace(slot, day=slot.day - 7), visit) for slot, visit in placed_days)
    frame = brief.frame
    unusual = frame.tune_up is not None or frame.after_race or frame.lighter
    habits = {
        heavy: habits_after(known, placed_days, week.phase, unusual=unusual)
        for heavy, known in seam.habits.items()
    }
    runs = tuple(
        DoneRun(on=one.date, km=one.km or 0.0, race=one.discipline == "race")
        for one in week.sessions
        if one.discipline in ("run", "race") and one.km
    )
    now = intensity_of(week, brief.profile.runner)
    return Seam(
        before=before,
        habits=habits,
        timeline=(*seam.timeline, *runs),
        intensity=(*seam.intensity, now)[-WEEKS_BEFORE:],
        full_weeks=(*seam.full_weeks, *_full_week(brief, week)),
        lifted={**seam.lifted, **_lifted(brief, week)},
        landings=(*seam.landings, week.legs.contacts)[-WEEKS_BEFORE:],
        trained=seam.trained | _exercises_of(week),
        run_kinds=seam.run_kinds | _run_kinds_of(week),
    )


def _exercises_of(week: Week) -> frozenset[str]:
    return frozenset(line.exercise for one in week.sessions for line in one.lines())


def _run_kinds_of(week: Week) -> frozenset[str]:
    runs = [one for one in week.sessions if one.discipline == "run"]
    at_race_pace = any(step.target.pace == "race" for one in runs for step in one.steps)
    fast_long = any(one.kind == "long" and has_race_pace(one) for one in runs)
    found = {"race_pace": at_race_pace, FAST_LONG: fast_long}
    return frozenset({one.kind for one in runs} | {kind for kind, there in found.items() if there})


def _lifted(brief: Brief, week: Week) -> dict[str, Lifted]:
    """What the strength sessions of a loading week held, by role; what only wakes is none."""
    if not brief.frame.loading:
        return {}
    return {
        role_of(one): Lifted(
            sets=sum(line.sets for line in one.working_lines()),
            exercises=frozenset(line.exercise for line in one.working_lines()),
        )
        for one in week.sessions
        if one.discipline == "strength" and one.kind != "activation"
    }


def _full_week(brief: Brief, week: Week) -> tuple[FullWeek, ...]:
    """The week as a measure for others; the first of a strength phase or beside a race is none."""
    frame = brief.frame
    weeks = frame.weeks_in_phase
    full = is_full_week(frame.phase, loading=frame.loading, weeks_in_phase=weeks)
    beside = frame.after_race or frame.tune_up is not None
    return (FullWeek(frame.phase, lower_sets(week)),) if full and not beside else ()

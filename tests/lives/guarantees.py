"""What holds in every week of every life, asked of a plan before and after its review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dovetail.application.admit import admit
from dovetail.application.make_plan import permissions
from dovetail.application.review_plan import review_plan
from dovetail.application.today import asked_on
from dovetail.content.library import read_library
from dovetail.content.sentences import read_sentences
from dovetail.domain.plan import Plan, Week
from dovetail.domain.session import Session
from dovetail.domain.training_log import Event, Lock, Move, SetQuantity
from dovetail.domain.units import rounded
from dovetail.explaining.speaker import Speaker
from dovetail.formats import plan_json
from dovetail.planning.automatic import EDGE, ROUNDING_KM, loads_au
from dovetail.planning.beside_stood import NO_LONGER, held_down
from dovetail.planning.profile import profile_of
from dovetail.planning.standing import began_on
from dovetail.review.history import history_of
from dovetail.review.no_harder import harder_in, no_harder
from dovetail.rulebook.adaptations import WHOLE
from dovetail.rulebook.cases import DoneRun, Runner, known_runs, longest_before, run_case
from dovetail.rulebook.engines import broken
from dovetail.rulebook.held_weeks import AWAY_OR_ILL, HOLDING
from dovetail.rulebook.limits.lm101_session_cap import RULE as SESSION_CAP
from dovetail.rulebook.strains import role_name

LIBRARY = read_library()
GRID_KM, HAIR = 0.1, 1e-6
ROUNDING_AU, DAY = 2, timedelta(days=1)


def broken_guarantees(stood: Plan, now: Plan, log: Sequence[Event], today: date) -> Iterator[str]:
    """Yield what does not hold, in words."""
    held = {one.session for one in log if isinstance(one, Lock) and one.session}
    by_hand = any(isinstance(one, SetQuantity | Move) for one in log)
    if len(log) % 4 == 0:
        yield from _twice(now, log, today)
    yield from _past(stood, now, today)
    yield from _committed(stood, now, today, held)
    yield from _less_is_less(stood, now, today, held)
    yield from _edges(stood, now, log, today)
    yield from _cap(now, log, today, held if not by_hand else None)
    yield from _places(now, today)
    yield from _gated(now, log, today)
    yield from _reasons(now)
    yield from _whole(stood, now)


def _sessions(plan: Plan) -> dict[str, Session]:
    return {one.id: one for week in plan.weeks for one in week.sessions}


def _runner(plan: Plan) -> Runner:
    began = began_on(plan)
    may = permissions(admit(plan.athlete, began))
    numbers = LIBRARY.principles
    return profile_of(plan.athlete, began, plan.season_starts, principles=numbers, may=may).runner


def _twice(now: Plan, log: Sequence[Event], today: date) -> Iterator[str]:
    say = Speaker(read_sentences(now.language), units=now.units, level=now.athlete.level)
    kept = plan_json.read(plan_json.write(now, say=say))
    again = review_plan(kept.athlete, log, today, standing=kept, library=LIBRARY)
    if plan_json.write(again, say=say) != plan_json.write(now, say=say):
        yield "reviewed twice on a day, it is another plan"


def _past(stood: Plan, now: Plan, today: date) -> Iterator[str]:
    mine = _sessions(now)
    for name, was in _sessions(stood).items():
        if was.date >= today or was.discipline == "rest":
            continue
        new = mine.get(name)
        if new is None:
            yield f"{name} of the past is gone"
        elif new.date >= today and "AD368" in {reason.code for reason in new.reasons}:
            continue
        elif (new.date, new.minutes, new.km, new.steps, new.blocks) != (
            was.date, was.minutes, was.km, was.steps, was.blocks,
        ):  # fmt: skip
            yield f"{name} of the past was changed"
        elif new.done is None:
            yield f"{name} of the past says nothing of what came of it"


def _committed(stood: Plan, now: Plan, today: date, held: set[str]) -> Iterator[str]:
    runner, was = _runner(stood), _sessions(stood)
    for name, new in _sessions(now).items():
        in_hand = today <= new.date <= stood.committed_until
        if not in_hand or new.discipline == "rest" or name in held:
            continue
        old = was.get(name)
        if old is None:
            yield f"{name} was added to the committed week"
        elif not no_harder(new, old, runner):
            yield f"{name} is harder than it stood: {harder_in(new, old, runner)}"


def _less_is_less(stood: Plan, now: Plan, today: date, held: set[str]) -> Iterator[str]:
    """In a week to come that asks for less no run is longer than it stood.

    Where gates had shortened a week, its runs are no measure; races are their own, and the
    ladder goes by steps. A key run of another kind in the place of one is another run: it is
    measured by the longest of those that stood.
    """
    weeks = {week.starts: week for week in stood.weeks}
    for week in now.weeks:
        was = weeks[week.starts]
        if week.starts <= today or held_down(was) or week.run_km >= was.run_km - GRID_KM:
            continue
        runs = {one.id: one for one in was.sessions if one.discipline == "run"}
        for one in week.sessions:
            old = runs.get(one.id)
            if old is None or one.id in held or "run_walk" in (old.kind, one.kind):
                continue
            most = _longest_key(runs) if _is_another_key(one, old) else old.km
            if (one.km or 0.0) > (most or 0.0) + GRID_KM + HAIR:
                yield f"{one.id} grows from {old.km} to {one.km} km in a week of less"


def _is_another_key(new: Session, old: Session) -> bool:
    return new.kind != old.kind and role_name(new.id).startswith("quality")


def _longest_key(runs: Mapping[str, Session]) -> float:
    return max(one.km or 0.0 for name, one in runs.items() if "quality" in name)


def _goes_by_itself(week: Week) -> bool:
    """Whether a race's effort or the steps of the walk-run ladder say what a week holds."""
    return week.phase == "recovery" or any(one.kind == "run_walk" for one in week.sessions)


def _edges(stood: Plan, now: Plan, log: Sequence[Event], today: date) -> Iterator[str]:
    """A week to come changes by more than a review may change alone only with a question.

    Health, absence, pain and a person's numbers are exempt; fewer kilometres, too, where a limit
    asks it or no run may be longer, and sets and load of another strength phase.
    """
    hands = (one for one in log if isinstance(one, SetQuantity))
    if any(one.until >= today - 14 * DAY for one in hands) or _is_whole(stood, now, today):
        return
    less, more = (LIBRARY.principles.number("automatic", key) for key in ("less", "more"))
    decisions = now.review.decisions if now.review else ()
    weeks = {week.starts: week for week in stood.weeks}
    for week in now.weeks:
        was, last = weeks[week.starts], week.starts + 6 * DAY
        in_force = {one.code for one in decisions if one.first <= last and one.last >= week.starts}
        if week.starts <= today or in_force & {EDGE, *WHOLE} or _goes_by_itself(week):
            continue
        told = {reason.code for reason in week.reasons}
        if was.run_km and week.run_km > more * was.run_km + GRID_KM:
            yield f"{week.starts} grows from {was.run_km} to {week.run_km} km without a question"
        had_au, has_au = loads_au(was, week)
        if was.run_km and has_au > more * had_au + ROUNDING_AU:
            yield f"{week.starts} grows from {had_au} to {has_au} au"
        had, has = was.legs.hard_sets, week.legs.hard_sets
        if had and has > max(more * had, had + 1) and was.strength_phase == week.strength_phase:
            yield f"{week.starts} grows from {had} to {has} hard sets without a question"
        limited = any(one.startswith("LM") or one == NO_LONGER for one in told)
        if week.run_km < less * was.run_km - ROUNDING_KM and not limited:
            yield f"{week.starts} shrinks from {was.run_km} to {week.run_km} km without a question"


def _is_whole(stood: Plan, now: Plan, today: date) -> bool:
    """Whether health, absence or pain had a word in either plan, from a week ago on."""
    said = any(
        reason.code in HOLDING
        for plan in (stood, now)
        for one in _sessions(plan).values()
        if one.date >= today - 7 * DAY
        for reason in one.reasons
    )
    reviews = [plan.review for plan in (stood, now) if plan.review is not None]
    return said or any(one.code in AWAY_OR_ILL for each in reviews for one in each.decisions)


def _cap(now: Plan, log: Sequence[Event], today: date, held: set[str] | None) -> Iterator[str]:
    """No run ahead is longer than the cap of its own window of runs done and asked."""
    if held is None:
        return
    runner, history = _runner(now), history_of(log, today)
    done = [
        DoneRun(on=one.on, km=one.km, race=one.discipline == "race")
        for one in history.trainings
        if one.discipline in ("run", "race") and one.km
    ]
    ahead = sorted(
        (one for one in _sessions(now).values() if one.date >= today and one.done is None),
        key=lambda one: (one.date, one.slot),
    )
    done += known_runs(now.athlete.running.longest_km, began_on(now), now.season_starts)
    for one in ahead:
        if one.discipline == "run" and one.kind != "run_walk" and one.id not in held and one.km:
            case = run_case(runner, done, one.date)
            if broken(one.km, SESSION_CAP, case) and longest_before(done, one.date) is not None:
                yield f"{one.id} of {one.km} km is over the cap ({case.longest_30d_km} km before)"
        if one.discipline in ("run", "race") and one.km:
            done.append(DoneRun(on=one.date, km=one.km, race=one.discipline == "race"))


def _places(now: Plan, today: date) -> Iterator[str]:
    days = now.athlete.availability
    taken: dict[tuple[date, str], int] = {}
    for one in _sessions(now).values():
        if one.date >= today and one.discipline in ("run", "strength"):
            place = (one.date, one.slot)
            taken[place] = taken.get(place, 0) + one.minutes + (3 if place in taken else 0)
    for (day, slot), minutes in taken.items():
        own = days.on(day.weekday())
        if minutes > (own.am if slot == "am" else own.pm):
            yield f"{day} {slot} holds {minutes} min, more than its slot"


def _gated(now: Plan, log: Sequence[Event], today: date) -> Iterator[str]:
    """What the review leaves of today is what today's gate leaves of it."""
    found = asked_on(now, log, today, library=LIBRARY)
    for one in found.asked:
        if one.done or one.was.done is not None:
            continue  # done already, or left out by the runner's own word
        if one.now is None:
            yield f"{one.was.id} stands on a day that the gate wants free"


def _reasons(now: Plan) -> Iterator[str]:
    for one in _sessions(now).values():
        if not one.reasons:
            yield f"{one.id} has no reason"
    review = now.review
    if review is None:
        yield "there is no review"
        return
    for change in review.difference:
        if change.change != "kept" and not change.reasons:
            yield f"{change.session} changed without a reason"
    for decision in review.decisions:
        if not decision.reasons:
            yield f"{decision.id} has no reason"


def _whole(stood: Plan, now: Plan) -> Iterator[str]:
    starts = [week.starts for week in now.weeks]
    if starts != [week.starts for week in stood.weeks]:
        yield "the weeks are not those that stood"
    for week in now.weeks:
        runs = [one for one in week.sessions if one.discipline == "run"]
        if week.run_km != round(sum(one.km or 0.0 for one in runs), 1):
            yield f"{week.starts}: km do not add up"
        days = {one.date for one in week.sessions}
        if week.number and len(days) < 7 and week.starts > began_on(now):
            yield f"{week.starts}: days without a word"
        if rounded(week.minutes) != sum(one.minutes for one in week.sessions):
            yield f"{week.starts}: minutes do not add up"

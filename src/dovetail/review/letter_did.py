"""What you did: how much of what was asked, what was left out, what came beside it."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.athlete import RACE_KM
from dovetail.domain.decision import Fact, Facts, Reason
from dovetail.domain.session import Session
from dovetail.domain.units import rounded
from dovetail.domain.week_signals import RaceDone
from dovetail.review.letter_facts import Told, counted, in_order, named

_KM_STEP = 0.5
_ALIKE_KM = 0.2
_SHARE_STEP = 5
_BOTH = 2


def did(told: Told) -> Iterator[Reason]:
    """Yield what may be told of what was done, in the order of reading."""
    yield from _races(told)
    yield from _count(told)
    yield from _shorter(told)
    yield from _left_out(told)
    yield from _today(told)
    yield from _beside(told)
    yield from _late(told)


def race_word(km: float | None) -> str:
    """Name a race by its length; an odd one by its kilometres."""
    alike = (name for name, its in RACE_KM.items() if km is not None and abs(its - km) < _ALIKE_KM)
    return next((f"letter_races.{name}" for name in alike), "letter_races.km")


def _races(told: Told) -> Iterator[Reason]:
    for race in told.week.races:
        facts: Facts = {"race": race_word(race.km), "race_km": race.km, "race_time_s": race.time_s}
        is_goal = race == told.goal_race
        yield Reason("LE526" if is_goal else "LE511", {"race_day": race.on.isoformat(), **facts})
        if is_goal:
            yield _beside_the_goal(told, race)


def _beside_the_goal(told: Told, race: RaceDone) -> Reason:
    """Say the goal's race beside its goal; one that asked for no time is done."""
    goal = told.case.plan.athlete.goal.time
    if goal is None:
        return Reason("LE528", {"goal_told": "letter_goal.done"})
    how = "made" if race.time_s <= goal.s else "missed"
    return Reason("LE528", {"goal_told": f"letter_goal.{how}", "goal_time_s": goal.s})


def _count(told: Told) -> Iterator[Reason]:
    over = told.adherence
    asked = [*over.done, *over.partly, *over.skipped, *over.missed]
    sessions = [told.sessions[one] for one in asked if one in told.sessions]
    lost = {*over.skipped, *over.missed} - {one.id for one in told.lost}
    sessions = [one for one in sessions if one.id not in lost]
    runs, lifts = counted(sessions, "run"), counted(sessions, "strength")
    if over.is_silent and asked:
        yield Reason("LE512", {"sessions": len(asked)})
    elif runs or lifts:
        done = {*over.done, *over.partly}
        facts = {
            **_of("runs", len(runs), sum(one.id in done for one in runs)),
            **_of("lifts", len(lifts), sum(one.id in done for one in lifts)),
            **_kilometres(told),
        }
        parts = [key for key in ("runs", "lifts", "km") if key in facts or f"week_{key}" in facts]
        code = "LE510" if told.is_midweek else "LE513"
        yield Reason(code, {"told": f"letter_did.{'_'.join(parts)}", **facts})
    elif not told.week.races and not over.off_plan_au:
        yield Reason("LE509" if told.is_free else "LE514")


def _of(what: str, asked: int, done: int) -> dict[str, Fact]:
    """Say so many of so many: all, both, four of five, none."""
    if not asked:
        return {}
    how = "some" if 0 < done < asked else "all" if done else "none"
    if how != "some" and asked <= _BOTH:
        how = f"{how}_{asked}"
    return {what: f"letter_did.{what}_{how}", f"{what}_asked": asked, f"{what}_done": done}


def _kilometres(told: Told) -> Facts:
    legs = told.week.legs
    km = None if legs is None or legs.km is None else rounded(legs.km, _KM_STEP)
    return {} if not km or told.week.races else {"week_km": km}


def _shorter(told: Told) -> Iterator[Reason]:
    partly = (told.sessions[one] for one in told.adherence.partly if one in told.sessions)
    shorter = in_order(partly)
    if len(shorter) == 1:
        yield Reason("LE515", named(shorter[0]))
    elif shorter:
        yield Reason("LE516", {"shorter": len(shorter)})


def _left_out(told: Told) -> Iterator[Reason]:
    """Say what was left out, one or two by name; nothing of it is made up."""
    lost = told.lost
    if told.adherence.is_silent or not lost:
        return
    if told.ill == lost:
        yield Reason("LE527", {"left_out": len(lost)})
    elif not told.did_something:
        yield Reason("LE525")
    elif len(lost) == 1:
        yield Reason("LE517", named(lost[0]))
    elif len(lost) == _BOTH:
        yield Reason("LE524", _two(*lost))
    else:
        yield Reason("LE518", {"left_out": len(lost)})
        yield from _keys_lost(told)


def _keys_lost(told: Told) -> Iterator[Reason]:
    keys = [one for one in told.lost if one.id in told.adherence.keys_lost]
    if len(keys) == 1:
        yield Reason("LE519", named(keys[0]))
    elif keys:
        yield Reason("LE520", _two(keys[0], keys[-1]))


def _two(one: Session, other: Session) -> Facts:
    second = {f"second_{key}": fact for key, fact in named(other).items()}
    return {**named(one), **second}


def _today(told: Told) -> Iterator[Reason]:
    """Say what of today is not done: until the day is over it is not left out."""
    week = told.reviewed
    if week is None or told.rests or told.is_midweek:
        return
    over = told.case.outcomes
    here = (one for one in week.sessions if one.date == told.case.today and one.id not in over)
    raced = any(race.on == told.case.today for race in told.week.races)
    kinds = ("strength",) if raced else ("run", "strength")
    open_runs = [one for one in here if one.discipline in kinds]
    yield from (Reason("LE523", named(one)) for one in open_runs[-1:])


def _beside(told: Told) -> Iterator[Reason]:
    over = told.adherence
    if over.off_plan_au and over.done_au and not told.week.races:
        share = max(_SHARE_STEP, rounded(100 * over.off_plan_au / over.done_au, _SHARE_STEP))
        yield Reason("LE521", {"off_plan_pct": share})


def _late(told: Told) -> Iterator[Reason]:
    if told.case.late:
        first = min(one.on for one in told.case.late)
        yield Reason(
            "LE522", {"entries": len(told.case.late), "first_day_month": first.isoformat()}
        )

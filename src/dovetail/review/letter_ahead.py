"""What stays, and the week ahead: its days, its key run, what comes after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from dovetail.domain.calendar import monday_of
from dovetail.domain.decision import Fact, Facts, Reason
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.review.letter_changes import all_is_told, shut_before, tests_of
from dovetail.review.letter_did import race_word
from dovetail.review.letter_facts import Told, counted, in_order, named, noun, turn_of

_KEPT_LOAD = frozenset({"maximal_strength", "power"})
_NAMED_DAYS = 3
EASY_WAYS = 3
"""So many ways a letter has to say that easy is easy; week by week they take turns."""
_WEEK = timedelta(days=7)


def stays(told: Told) -> Iterator[Reason]:
    """Yield what stays, in the order of reading."""
    week = told.ahead
    yield from shut_before(told)
    if week is None:
        return
    if not told.is_midweek and week.phase not in ("race", "recovery"):
        yield from _days(told, week)
    if week.lighter and week.strength_phase in _KEPT_LOAD and counted(week.sessions, "strength"):
        yield Reason("LE571")
    if all_is_told(told):
        yield Reason("LE572")
    if any(one.kind == "easy" for one in week.sessions) and not told.too_hard:
        yield Reason("LE573", {"easy": f"letter_easy.way_{1 + week.number % EASY_WAYS}"})


def _days(told: Told, week: Week) -> Iterator[Reason]:
    """Say the days of strength, faster running and the long run, where they stand as they stood."""
    stood = [one for one in week.sessions if _stands(told, one)]
    lifts = [one for one in counted(stood, "strength") if one.kind != "core"]
    fast = [one for one in counted(stood, "run") if one.key and one.kind != "long"]
    long = [one for one in stood if one.kind == "long"][:1]
    facts: dict[str, Fact] = {}
    shape = []
    for name, sessions in (("lifts", lifts), ("fast", fast), ("long", long)):
        if sessions and len(sessions) <= _NAMED_DAYS:
            facts |= _listed(name, sessions)
            shape.append(name)
    if shape:
        yield Reason("LE570", {"order": f"letter_stays.{'_'.join(shape)}", **facts})


def _stands(told: Told, session: Session) -> bool:
    before = told.stood.get(session.id)
    return before is not None and before.date == session.date


def _listed(name: str, sessions: Sequence[Session]) -> dict[str, Fact]:
    """Name the sessions of one sort with their days."""
    facts: dict[str, Fact] = {name: f"letter_stays.{name}_{len(sessions)}"}
    for number, one in enumerate(sessions, 1):
        facts[f"{name}_{number}_noun"] = noun(one)
        facts[f"{name}_{number}_day"] = one.date.isoformat()
    return facts


# -- the week ahead ----------------------------------------------------------------------


def ahead(told: Told) -> Iterator[Reason]:
    """Yield what may be told of the days to come, in the order of reading."""
    week = told.ahead
    if week is None:
        yield Reason("LE580")
        return
    if told.is_midweek:
        yield from _still_to_come(told, week)
    elif race := _race_in(week):
        yield Reason("LE583", {"race_day": race.date.isoformat(), **_race(race)})
    else:
        yield _amounts(told, week)
        yield from _kind_of_week(told, week)
        yield from _key_run(week)
    yield from _tests(week)
    yield from _next(told, week)


def _still_to_come(told: Told, week: Week) -> Iterator[Reason]:
    left = [one for one in week.sessions if one.key and one.date >= told.tomorrow and not one.done]
    yield from (Reason("LE581", named(one)) for one in in_order(iter(left)))


def _amounts(told: Told, week: Week) -> Reason:
    lifts, runs = counted(week.sessions, "strength"), counted(week.sessions, "run")
    last = max(one.number for one in told.case.plan.weeks)
    shape = "both" if runs and lifts else "runs" if runs else "lifts" if lifts else "none"
    facts: Facts = {
        "week": week.number,
        "weeks": last,
        "week_km": week.run_km,
        "runs": len(runs),
        "lifts": len(lifts),
        "held": f"letter_held.{shape}",
    }
    if any(one.kind == "long" for one in runs):
        return Reason("LE582", {**facts, "long_km": week.long_run_km})
    in_km = "letter_held.km" if runs else "letter_held.no_km"
    return Reason("LE584", {**facts, "held_km": in_km})


def _kind_of_week(told: Told, week: Week) -> Iterator[Reason]:
    if told.is_after_the_race(week):
        if counted(week.sessions, "run"):
            yield Reason("LE586", {"legs": f"letter_easy.legs_{1 + week.number % EASY_WAYS}"})
        else:
            yield Reason("LE579")
    elif week.phase == "taper":
        yield Reason("LE587")
    elif week.lighter:
        yield Reason("LE585", {"light": f"letter_light.why_{turn_of(told, week)}"})


def _key_run(week: Week) -> Iterator[Reason]:
    keys = [one for one in counted(week.sessions, "run") if one.key and one.kind != "long"]
    for one in keys[:1]:
        yield Reason("LE588", named(one))


def _tests(week: Week) -> Iterator[Reason]:
    if week.gate is not None and week.gate.state == "assumed":
        yield Reason("LE589", tests_of(week))


def _next(told: Told, week: Week) -> Iterator[Reason]:
    """Say the next lighter week, with a race in it if there is one; and the next race."""
    later = [one for one in told.case.plan.weeks if one.starts > week.starts]
    light = next((one for one in later if one.lighter), None)
    race = next((found for one in later if (found := _race_in(one)) is not None), None)
    before_race = race is None or light is None or light.starts <= race.date
    if light is not None and before_race and not week.lighter:
        inside = _race_in(light)
        facts = _far(told, light)
        if inside is not None:
            yield Reason("LE577", {**facts, "race_day": inside.date.isoformat(), **_race(inside)})
        else:
            yield Reason("LE576", facts)
    if race is not None and (light is None or _race_in(light) is not race):
        weeks = (monday_of(race.date) - monday_of(told.case.today)) // _WEEK
        yield Reason("LE578", {**_race(race), "weeks_to": weeks})


def _far(told: Told, week: Week) -> Facts:
    weeks = (week.starts - monday_of(told.case.today)) // _WEEK
    how = {1: "next", 2: "after_next"}.get(weeks, "weeks")
    return {"far": f"letter_far.{how}", "weeks_to": weeks}


def _race_in(week: Week) -> Session | None:
    return next((one for one in week.sessions if one.discipline == "race"), None)


def _race(session: Session) -> Facts:
    parts = [step.km for step in session.steps if step.part == "race" and step.km is not None]
    km = sum(parts) if parts else session.km
    word = race_word(km) if km is not None else "letter_races.any"
    return {"race": word, "race_km": km or 0.0}

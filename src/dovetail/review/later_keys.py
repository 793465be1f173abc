"""A key run that had to be left out may take the place of an easy run later in its week."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from dovetail.domain.decision import Reason
from dovetail.domain.plan import Plan, Week
from dovetail.domain.session import Done, Session
from dovetail.domain.training_log import Skip
from dovetail.planning.profile import Profile
from dovetail.planning.week_problem import week_case
from dovetail.review.history import History
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.engines import judge, price
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.strains import Legs, season_of

IN_PLACE_OF = "AD368"
HARMLESS = (None, "work", "family", "weather", "other")
"""Who was ill, in pain or tired does not run it later instead."""
LATER_DAYS, LONG_LATER_DAYS = 2, 1
"""So many days later at most, the long run one (daniels-2014, dovetail)."""
WEEK_DAYS = 7


def still_to_come(plan: Plan, found: Mapping[str, Done], today: date) -> Mapping[str, Done]:
    """Leave out what is only said of a session that has since been given another day.

    Where that day is over as well, and nothing was done on it, the session was missed.
    """
    moved = {
        one.id: (reason.facts.get("event"), one.date)
        for week in plan.weeks
        for one in week.sessions
        for reason in one.reasons
        if reason.code == IN_PLACE_OF
    }
    told: dict[str, Done] = {}
    for name, done in found.items():
        event, on = moved.get(name, (None, today))
        if done.status != "skipped" or done.events != (event,):
            told[name] = done
        elif on < today:
            told[name] = Done(status="missed")
    return told


def with_later_keys(
    week: Week,
    before: Week | None,
    history: History,
    profile: Profile,
    eased: Container[date] = frozenset(),
) -> Week:
    """Return the week in hand with its skipped key runs in the place of later easy ones.

    Only where somebody said that they had no time, never where legs, illness or pain spoke; the
    long run one day later, others two; never earlier, never on a day of which gates take
    something (`eased`), and only where no wall is broken.

    Source: dovetail.
    """
    for key, skip in _skipped(week, history):
        for easy in _places(week, key, history.today):
            if easy.date in eased:
                continue
            moved = _exchanged(week, key, easy, skip)
            if _walls(moved, before, profile) <= _walls(week, before, profile):
                return with_later_keys(moved, before, history, profile, eased)
    return week


def _skipped(week: Week, history: History) -> Iterator[tuple[Session, Skip]]:
    told = {one.session: one for one in history.of(Skip)}
    for one in week.sessions:
        skip = told.get(one.id)
        is_left_out = one.done is not None and one.done.status == "skipped"
        is_key = one.key and one.discipline == "run" and one.date <= history.today
        if skip is not None and is_left_out and is_key and skip.why in HARMLESS:
            yield one, skip


def _places(week: Week, key: Session, today: date) -> Iterator[Session]:
    reach = LONG_LATER_DAYS if key.kind == "long" else LATER_DAYS
    last = key.date + timedelta(days=reach)
    for one in week.sessions:
        is_easy = one.kind in ("easy", "recovery") and one.done is None and one.locked is None
        if is_easy and max(today, key.date + timedelta(days=1)) <= one.date <= last:
            yield one


def _exchanged(week: Week, key: Session, easy: Session, skip: Skip) -> Week:
    facts = {"event": skip.id, "from_date": key.date.isoformat()}
    reason = Reason(IN_PLACE_OF, facts)
    now = replace(
        key,
        date=easy.date,
        slot=easy.slot,
        order=easy.order,
        done=None,
        reasons=(reason, *(one for one in key.reasons if one.code != IN_PLACE_OF)),
    )
    kept = [one for one in week.sessions if one.id not in (key.id, easy.id)]
    return replace(week, sessions=tuple(sorted((*kept, now), key=_in_time)))


def _in_time(session: Session) -> tuple[date, str, int]:
    return session.date, session.slot, session.order


def _walls(week: Week, before: Week | None, profile: Profile) -> int:
    """Count what placement forbids in a week, after the one before it."""
    legs = Legs(principles=profile.principles, age=profile.age, masters=profile.masters)
    weeks = [one for one in (before, week) if one is not None]
    season = season_of(weeks, week.starts, legs, profile.athlete.availability)
    rules = placement_rules(week_case(profile, habits={}, windows={}))
    walls, *_ = price(judge(season, rules, 0, WEEK_DAYS - 1), POLICIES[profile.athlete.policy])
    return walls

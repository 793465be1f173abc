"""Why a session changed: the nearest of all causes, and the decision that stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.plan import Change, Plan, ReviewDecision, Week
from dovetail.domain.session import Session
from dovetail.domain.units import rounded
from dovetail.review.neighbours import neighbour
from dovetail.rulebook.cases import DoneRun

PLANNED_AGAIN = "AI191"
"""The reason of a change that nothing nearer speaks for."""
BUILDS_ON, WAS_LIVED, MORE_OR_FEWER = "AI193", "AI194", "AI188"
PHASE, FOLLOWS, FITNESS = "AI197", "AI198", "AI199"
RULES, LIMITS = "AD", "LM"
HAIR_KM = 0.05
OTHERWISE = 0.03
"""A week that was run within so little of what it asked is no cause of anything (dovetail)."""
WEEK = timedelta(days=7)
OF_RUNS = (
    "week.km", "week.minutes", "week.quality", "run.km", "run.minutes", "race_fitness",
)  # fmt: skip
OF_STRENGTH = ("week.hard_sets", "week.contacts", "week.lifts", "phase.strength", "run.minutes")
Both = tuple[Session | None, Session | None]
"""A session as it stood, and as it stands now."""


@dataclass(frozen=True, kw_only=True)
class Causes:
    """All that may have changed a session between the plan that stood and the one after it."""

    stood: Plan
    now: Plan
    today: date
    decisions: Sequence[ReviewDecision]
    lived: Sequence[DoneRun]
    """What was run so far."""

    def of(self, both: Both, change: Change) -> tuple[Reason, ...]:
        """Return why a session changed, the nearest cause first; never nothing."""
        for ask in (self._told, self._limited, self._by_kind, self._of_week, self._of_phase):
            found = list(dict.fromkeys(map(_Told, ask(both, change))))
            if found:
                return tuple(one.reason for one in found)
        return (Reason(PLANNED_AGAIN),)

    # -- what rules have said -------------------------------------------------------------

    def _told(self, both: Both, change: Change) -> Iterator[Reason]:
        """Yield what rules say of the session itself, then the decisions about it."""
        old, new = both
        session = _one(both)
        before = () if old is None else old.reasons
        own = tuple(_of_its_day(self.now, session.date)) if new is None else new.reasons
        yield from (one for one in own if one.code.startswith(RULES) and one not in before)
        for decision in self.decisions:
            about = _concerns(decision, session) and _leads_to(decision, change)
            in_force = decision.first <= session.date <= decision.last
            if in_force and about and decision.state != "declined":
                yield from decision.reasons

    def _limited(self, both: Both, change: Change) -> Iterator[Reason]:
        """Yield the limits that bound a run now, and did not before."""
        old, new = both
        if old is None or new is None or change != "easier":
            return
        yield from (one for one in new.reasons if _is_limit(one) and one not in old.reasons)

    # -- what stands around it ------------------------------------------------------------

    def _by_kind(self, both: Both, change: Change) -> Iterator[Reason]:
        if _one(both).discipline == "strength" and change != "moved":
            yield from self._of_strength(both)
        elif change == "moved" or self._not_of_week(both, change):
            yield from neighbour(both, self._weeks_of(_monday(_one(both))))
            yield from self._of_pace(both)

    def _not_of_week(self, both: Both, change: Change) -> bool:
        """Whether a run changed though its week did not, or grew though its week shrank."""
        was, now = self._weeks_of(_monday(_one(both)))
        if was is None or now is None or abs(was.run_km - now.run_km) <= HAIR_KM:
            return True
        return change == "harder" and now.run_km < was.run_km

    def _of_phase(self, both: Both, change: Change) -> Iterator[Reason]:
        """Yield that the strength phase of the week is another: running makes room for it too."""
        was, now = self._weeks_of(_monday(_one(both)))
        if was is None or now is None or now.strength_phase in (None, was.strength_phase):
            return
        facts: Facts = {"strength_phase": str(now.strength_phase)}
        yield Reason(PHASE, facts)
        yield from self._behind(now.starts, OF_STRENGTH)

    def _of_strength(self, both: Both) -> Iterator[Reason]:
        monday = _monday(_one(both))
        phase = list(self._of_phase(both, "harder"))
        if phase:
            yield from phase
            return
        earlier = [one for one in self._between(monday) if self._lifts_otherwise(one)]
        if earlier:
            yield Reason(FOLLOWS, {"builds_on": earlier[-1].isoformat()})
        yield from self._behind(monday, OF_STRENGTH)

    def _of_pace(self, both: Both) -> Iterator[Reason]:
        """Yield that the paces are others: the same run takes another time."""
        old, new = both
        was, now = self.stood.race_fitness, self.now.race_fitness
        if old is None or new is None or was is None or now is None or was == now:
            return
        if old.kind == new.kind and old.discipline == "run":
            yield Reason(
                FITNESS, {"was_fitness": rounded(was, 0.1), "is_fitness": rounded(now, 0.1)}
            )

    def _of_week(self, both: Both, change: Change) -> Iterator[Reason]:
        """Yield why the week of a session is another, and what it builds on."""
        monday = _monday(_one(both))
        was, now = self._weeks_of(monday)
        if was is None or now is None:
            return
        if change in ("added", "dropped"):
            runs, before = _runs(now), _runs(was)
            if runs != before:
                km = {"held_km": now.run_km, "stood_km": was.run_km}
                yield Reason(MORE_OR_FEWER, {"runs": runs, "stood_runs": before, **km})
        if change not in ("harder", "added"):
            bounds = [one for one in now.reasons if one.code.startswith((RULES, LIMITS))]
            yield from (one for one in bounds if one not in was.reasons)
        earlier = [one for one in self._between(monday) if self._changed(one)]
        if earlier:
            yield self._builds_on(earlier[-1])
        yield from self._behind(monday, OF_RUNS)

    def _builds_on(self, monday: date) -> Reason:
        was, now = self._by_monday[monday]
        assert was is not None
        km = {"held_km": now.run_km, "stood_km": was.run_km}
        return Reason(BUILDS_ON, {"builds_on": monday.isoformat(), **km})

    # -- what stands behind it ------------------------------------------------------------

    def _behind(self, monday: date, quantities: Sequence[str]) -> Iterator[Reason]:
        """Yield the decision that the first of the changes up to a week came from, or the life."""
        for one in (*self._between(monday), monday):
            found = list(self._roots(one, quantities))
            if found:
                yield found[0]
                return
        yield from self._was_lived()

    def _roots(self, monday: date, quantities: Sequence[str]) -> Iterator[Reason]:
        was, now = self._weeks_of(monday)
        old = () if was is None else was.reasons
        for week in () if now is None else (now,):
            yield from (
                one for one in week.reasons if one.code.startswith(RULES) and one not in old
            )
            before = {one.id: one.reasons for one in (was.sessions if was else ())}
            for session in week.sessions:
                for one in session.reasons:
                    if one.code.startswith(RULES) and one not in before.get(session.id, ()):
                        yield one
        last = monday + WEEK - timedelta(days=1)
        for decision in self.decisions:
            bounds = decision.at_most is not None or decision.at_least is not None
            in_force = decision.first <= last and decision.last >= monday
            applies = decision.of in quantities and decision.state != "declined"
            if bounds and in_force and applies:
                yield from decision.reasons[:1]

    def _was_lived(self) -> Iterator[Reason]:
        """Yield how the last weeks were run, where that is not what they asked for."""
        for week in reversed(self.now.weeks):
            if not week.starts <= self.today or week.starts < self.today - 2 * WEEK:
                continue
            asked = [
                one for one in week.sessions if one.discipline == "run" and one.done is not None
            ]
            asked_km = sum(one.km or 0.0 for one in asked)
            days = [one for one in self.lived if week.starts <= one.on < week.starts + WEEK]
            km = sum(one.km for one in days if not one.race)
            if abs(km - asked_km) > OTHERWISE * asked_km:
                facts = {"done_km": rounded(km, 0.1), "asked_km": rounded(asked_km, 0.1)}
                yield Reason(WAS_LIVED, {"lived_on": week.starts.isoformat(), **facts})
                return

    # -- weeks ----------------------------------------------------------------------------

    @cached_property
    def _by_monday(self) -> Mapping[date, tuple[Week | None, Week]]:
        was = {one.starts: one for one in self.stood.weeks}
        return {one.starts: (was.get(one.starts), one) for one in self.now.weeks}

    def _weeks_of(self, monday: date) -> tuple[Week | None, Week | None]:
        return self._by_monday.get(monday, (None, None))

    def _between(self, monday: date) -> list[date]:
        """Return the weeks from the one in hand up to a week, itself left out."""
        first = self.today - timedelta(days=self.today.weekday())
        return [one for one in self._by_monday if first <= one < monday]

    def _changed(self, monday: date) -> bool:
        was, now = self._weeks_of(monday)
        return was is not None and now is not None and abs(was.run_km - now.run_km) > HAIR_KM

    def _lifts_otherwise(self, monday: date) -> bool:
        was, now = self._weeks_of(monday)
        return _sets(was) != _sets(now)


@dataclass(frozen=True)
class _Told:
    """A reason that is the same where code and facts are."""

    reason: Reason

    def __hash__(self) -> int:
        return hash((self.reason.code, *sorted(map(str, self.reason.facts.items()))))


def _one(both: Both) -> Session:
    found = both[1] or both[0]
    assert found is not None
    return found


def _monday(session: Session) -> date:
    return session.date - timedelta(days=session.date.weekday())


def _is_limit(reason: Reason) -> bool:
    return reason.code.startswith(LIMITS)


def _runs(week: Week) -> int:
    return sum(one.discipline == "run" for one in week.sessions)


def _sets(week: Week | None) -> Sequence[tuple[str, int, str]]:
    return [
        (line.exercise, line.sets, str(line.reps))
        for session in (() if week is None else week.sessions)
        for line in session.working_lines()
    ]


def _of_its_day(now: Plan, on: date) -> Iterator[Reason]:
    """Yield what the rest of a day says: why a session of it is gone."""
    for week in now.weeks:
        for one in week.sessions:
            if one.date == on:
                yield from one.reasons


def _leads_to(decision: ReviewDecision, change: Change) -> bool:
    """Whether a decision can have done this: a ceiling makes nothing more."""
    if change in ("harder", "added"):
        return decision.at_least is not None or decision.of == "phase.strength"
    return True


def _concerns(decision: ReviewDecision, session: Session) -> bool:
    """Whether a decision bounds something that a session has."""
    if decision.at_most is None and decision.at_least is None:
        return False
    if decision.of.startswith("line."):
        return any(line.exercise == decision.about for line in session.lines())
    kinds = OF_STRENGTH if session.discipline == "strength" else OF_RUNS
    return decision.of in (*kinds, "day.minutes") and decision.about in (None, session.id)

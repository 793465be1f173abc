"""Make a season plan for one athlete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from dovetail import __version__
from dovetail.application.admit import Admission, admit
from dovetail.application.ports import Library
from dovetail.domain.athlete import RACE_KM, Athlete, Day, RaceName
from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.errors import NoLegalPlan, Referral, WayOut
from dovetail.domain.plan import Content, Plan, Week
from dovetail.domain.session import Session
from dovetail.linting.check import findings_of
from dovetail.planning.profile import Permissions
from dovetail.planning.season import SeasonPlan
from dovetail.planning.walk import Shelf
from dovetail.planning.within_reach import plan_within_reach

if TYPE_CHECKING:
    from dovetail.domain.training_log import Event

WEEKS_LATER = (4, 8, 12, 16, 20, 26, 32, 40)
WAYS_OUT_AT_MOST = 3
EXTRA_DAY_MIN = 45
TAKE_TURNS = "run and walk in turns (run_walk = true under [goal]), and ask for the cut-off time"
SAID: Mapping[str, str] = {"half": "a half marathon", "10k": "10 km", "5k": "5 km"}


def make_plan(athlete: Athlete, events: Sequence[Event], today: date, *, library: Library) -> Plan:
    """Plan a new season from today.

    Raises Referral when a professional has to answer first, NoLegalPlan when no plan obeys
    all rules; the latter names the clash and ways out, each proven by planning with it.
    """
    shelf = Shelf(
        exercises=library.exercises, templates=library.templates, principles=library.principles
    )
    try:
        admission, season = _planned(athlete, today, shelf)
    except NoLegalPlan as refusal:
        raise _with_ways_out(refusal, athlete, today, shelf) from None
    return judged(plan_of(athlete, today, season, library, admission), library)


def _planned(athlete: Athlete, today: date, shelf: Shelf) -> tuple[Admission, SeasonPlan]:
    admission = admit(athlete, today)
    return admission, plan_within_reach(athlete, today, shelf, permissions(admission))


def permissions(admission: Admission) -> Permissions:
    """Return what screening and age leave to the planner."""
    return Permissions(
        easy_only=admission.easy_only,
        no_increase=admission.no_increase,
        heavy=admission.heavy,
        jumps=admission.jumps and admission.heavy,
        power=admission.power,
    )


def plan_of(
    athlete: Athlete, today: date, season: SeasonPlan, library: Library, admission: Admission
) -> Plan:
    """Write a season as a document, not yet judged."""
    running = replace(athlete.running, as_of=athlete.running.as_of or today)
    return Plan(
        made_on=today,
        season_starts=season.profile.season_starts,
        committed_until=season.committed_until,
        version=__version__,
        content=Content(
            fingerprint=library.fingerprint, overrides=dict(library.principles.overrides)
        ),
        language=athlete.preferences.language,
        units=athlete.preferences.units,
        policy=athlete.policy,
        athlete=replace(athlete, running=running),
        goal=replace(season.goal, reasons=(*admission.reasons, *season.goal.reasons)),
        race_fitness=season.profile.race_fitness,
        paces=season.paces.views,
        weeks=tuple(_committed(week, season.committed_until) for week in season.weeks),
    )


def judged(plan: Plan, library: Library) -> Plan:
    """Let the linter read what was planned.

    A price that the week paid knowingly is no news to a newcomer: warnings and advice are
    given to those who ask `check`.
    """
    found = findings_of(plan, library.principles, library.exercises)
    return replace(plan, findings=tuple(one for one in found if one.severity == "error"))


def _committed(week: Week, until: date) -> Week:
    """The week in hand is committed; the weeks after it are open."""

    def with_state(session: Session) -> Session:
        return replace(session, state="committed") if session.date <= until else session

    if week.starts > until:
        return week
    return replace(week, sessions=tuple(with_state(session) for session in week.sessions))


# -- ways out ----------------------------------------------------------------------------


def _with_ways_out(
    refusal: NoLegalPlan, athlete: Athlete, today: date, shelf: Shelf
) -> NoLegalPlan:
    """Try what could be given up, cheapest first, and keep what plans."""
    found: list[WayOut] = []
    for offer in _offers(refusal, athlete):
        if len(found) == WAYS_OUT_AT_MOST:
            break
        if any(_no_less(way, offer) for way in found):
            continue
        try:
            _planned(offer.athlete, today, shelf)
        except (NoLegalPlan, Referral):
            continue
        found.append(WayOut(give_up=offer.give_up, proven=True))
    return NoLegalPlan(refusal.problems[0], clash=refusal.clash, ways_out=found)


@dataclass(frozen=True, slots=True)
class _Offer:
    """The athlete as they would be without some wishes."""

    give_up: tuple[str, ...]
    athlete: Athlete


def _no_less(way: WayOut, offer: _Offer) -> bool:
    """Whether an offer gives up all kinds of wish that a known way out does."""
    return {_kind(words) for words in way.give_up} <= {_kind(words) for words in offer.give_up}


def _kind(words: str) -> str:
    return words.split(":")[0]


def _offers(refusal: NoLegalPlan, athlete: Athlete) -> Iterator[_Offer]:
    if refusal.code in ("race-out-of-reach", "age-lock"):
        if refusal.code == "race-out-of-reach":
            yield from _later_dates(athlete)
        yield from _shorter_races(athlete)
        if refusal.code == "race-out-of-reach" and not athlete.goal.run_walk:
            words = f"running all of it: {TAKE_TURNS}"
            yield _Offer((words,), replace(athlete, goal=replace(athlete.goal, run_walk=True)))
        healthy = replace(athlete.goal, race="healthy", km=None, date=None, time=None, tune_up=())
        yield _Offer(("the race: plan healthy running first",), replace(athlete, goal=healthy))
        return
    singles = (_without_must, _longer_slots, _more_days)
    for single in singles:
        yield from single(athlete)
    for first, then in combinations(singles, 2):
        for one in first(athlete):
            for more in then(one.athlete):
                yield _Offer((*one.give_up, *more.give_up), more.athlete)


def _without_must(athlete: Athlete) -> Iterator[_Offer]:
    long_run = athlete.preferences.long_run
    if long_run.must:
        free = replace(athlete.preferences, long_run=replace(long_run, must=False))
        words = f"the must: {long_run.day.capitalize()} only as a wish for the long run"
        yield _Offer((words,), replace(athlete, preferences=free))


def _later_dates(athlete: Athlete) -> Iterator[_Offer]:
    on = athlete.goal.date
    for weeks in WEEKS_LATER:
        if on is not None:
            later = on + timedelta(weeks=weeks)
            goal = replace(athlete.goal, date=later)
            yield _Offer((f"the date: race on {later} or later",), replace(athlete, goal=goal))


def _shorter_races(athlete: Athlete) -> Iterator[_Offer]:
    km = athlete.goal.distance_km or 0.0
    names: tuple[RaceName, ...] = ("half", "10k", "5k")
    for name in names:
        if RACE_KM[name] < km:
            goal = replace(athlete.goal, race=name, time=None, km=None)
            words = f"the distance: race {SAID.get(name, name)} on that date"
            yield _Offer((words,), replace(athlete, goal=goal))


def _longer_slots(athlete: Athlete) -> Iterator[_Offer]:
    for least in (30, 45, 60):
        days = {
            day: replace(slot, am=max(slot.am, least) if slot.am else 0, pm=_up(slot.pm, least))
            for day in WEEKDAYS
            if (slot := getattr(athlete.availability, day))
        }
        availability = replace(athlete.availability, **days)
        words = f"the short slots: {least} minutes on each day you named"
        yield _Offer((words,), replace(athlete, availability=availability))


def _up(minutes: int, least: int) -> int:
    return max(minutes, least) if minutes else 0


def _more_days(athlete: Athlete) -> Iterator[_Offer]:
    for day in WEEKDAYS:
        if athlete.availability.on(WEEKDAYS.index(day)) == Day():
            wider = replace(athlete.availability, **{day: Day(am=EXTRA_DAY_MIN)})
            words = f"a free day: {EXTRA_DAY_MIN} minutes on {day.capitalize()}"
            yield _Offer((words,), replace(athlete, availability=wider))

"""The weeks of a season, planned one after the other, each seeing the one before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from dovetail.domain.calendar import monday_of
from dovetail.domain.decision import Reason
from dovetail.domain.errors import NoLegalPlan
from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Week
from dovetail.domain.principles import Principles
from dovetail.domain.template import Templates
from dovetail.planning.after_race import back_on
from dovetail.planning.beside_stood import FREE, Beside, Holds, holds_after, holds_of, told
from dovetail.planning.brief import Brief
from dovetail.planning.fitness_now import paces_in
from dovetail.planning.frame import WeekFrame
from dovetail.planning.key_run_review import KeyRunsOfSeason
from dovetail.planning.key_run_story import KeyRun
from dovetail.planning.orders import NO_ORDERS, Orders
from dovetail.planning.paces import Paces
from dovetail.planning.placing import Seam
from dovetail.planning.profile import Profile
from dovetail.planning.second_thoughts import (
    NEVER,
    Loss,
    falls_short,
    late_choices,
    lost,
    made_room,
)
from dovetail.planning.standing import Standing, leaves_a_measure
from dovetail.planning.strength import Gym
from dovetail.planning.structure import Structure
from dovetail.planning.volume import VolumeLine
from dovetail.planning.week import next_seam, plan_week
from dovetail.planning.week_amounts import (
    as_often,
    known_before,
    landings_at_most,
    leg_sets_at_most,
    live,
    most_runs,
    remember,
    under_orders,
)
from dovetail.planning.week_volume import Volume, first_days
from dovetail.rulebook.cases import known_runs
from dovetail.rulebook.shapes import Season
from dovetail.rulebook.strains import Legs, season_of

AS_IT_STOOD = "AI190"
TRIES, FEW_TRIES = 4, 2
"""Choices of the week before that are changed for kilometres alone (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the planner takes from the library."""

    exercises: Mapping[str, Exercise]
    templates: Templates
    principles: Principles


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """The weeks so far, and what the next one finds behind it."""

    seam: Seam
    line: VolumeLine
    weeks: tuple[Week, ...] = ()

    def after(self, week: Week, seam: Seam) -> _Walk:
        """Return the walk with one more week."""
        return replace(self, seam=seam, weeks=(*self.weeks, week))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ahead:
    """A week that is to be planned."""

    frame: WeekFrame
    keys: Sequence[KeyRun]
    first_day: date


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks, planned one after the other."""

    profile: Profile
    structure: Structure
    shelf: Shelf
    paces: Paces
    frames: Sequence[WeekFrame]
    volumes: Sequence[Volume]
    fit: Profile
    """The person with the race fitness of today."""
    standing: Standing | None = None
    """The season that goes on; None for a new one."""

    def all(self, today: date) -> list[Week]:
        """Plan week 0, where there is one, and every week after it; of a standing season the rest.

        A week that finds no place for everything is asked again after another week before:
        one choice of that week's later days is forbidden at a time.
        """
        longest = self.profile.athlete.running.longest_km
        known = known_runs(longest, today, self.profile.season_starts)
        walk = _Walk(
            seam=Seam(before=(), habits=self.structure.habits, timeline=known),
            line=replace(VolumeLine.begin(self.profile, self.frames), orders=self._orders),
        )
        ahead = [
            _Ahead(frame=frame, keys=keys, first_day=today)
            for frame, keys in zip(self.frames, self._key_runs(), strict=True)
        ]
        walk, open_weeks = self._lived(walk, ahead, today)
        before = None
        for one in open_weeks:
            at, walk = walk, self._next(before, walk, one)
            before = (at, one)
        return list(walk.weeks)

    @property
    def _orders(self) -> Orders:
        return NO_ORDERS if self.standing is None else self.standing.orders

    def _lived(
        self, walk: _Walk, ahead: Sequence[_Ahead], today: date
    ) -> tuple[_Walk, Sequence[_Ahead]]:
        """Walk through what needs no planning: week 0, and the weeks of a season that stands."""
        stub = self._week_0(today)
        standing = self.standing
        kept = () if standing is None else standing.kept
        if stub is not None and (standing is None or (kept and not kept[0].number)):
            week = kept[0] if kept else plan_week(stub, walk.seam, first_day=today)
            walk = walk.after(week, next_seam(stub, walk.seam, week, self._placed(week, stub)))
        if standing is None:
            return walk, ahead
        weeks = [week for week in kept if week.number]
        for one, week in zip(ahead, weeks, strict=False):
            walk = self._past(walk, one, week, standing)
        longest, starts = self.profile.athlete.running.longest_km, self.profile.season_starts
        by_word = len(known_runs(longest, self.profile.today, starts))
        timeline = (*walk.seam.timeline[:by_word], *standing.timeline())
        line = replace(walk.line, timeline=list(timeline))
        walk = replace(walk, seam=replace(walk.seam, timeline=timeline), line=line)
        return walk, ahead[len(weeks) :]

    def _past(self, walk: _Walk, ahead: _Ahead, week: Week, standing: Standing) -> _Walk:
        """Go on from a week that stands: as it was lived, and as it was placed."""
        line = replace(walk.line.fork(), runs=most_runs(walk.weeks))
        wish = self._wishes(ahead.frame, line.next(ahead.frame), ahead.keys)
        live(line, wish, week, standing)
        seam = next_seam(wish, walk.seam, week, self._placed(week, wish))
        return replace(walk.after(week, seam), line=line)

    def _key_runs(self) -> tuple[tuple[KeyRun, ...], ...]:
        return KeyRunsOfSeason(
            profile=self.profile,
            frames=self.frames,
            structure=self.structure,
            recipes=self.shelf.templates.runs,
            paces=self.paces,
            volumes=self.volumes,
        ).reviewed()

    def _step(
        self, walk: _Walk, ahead: _Ahead, kept_free: frozenset[tuple[str, int]] = frozenset()
    ) -> _Walk:
        """Plan one more week; again where it must not leave the one that stood like this."""
        standing, monday = self.standing, ahead.frame.starts
        if standing is None:
            return self._tried(walk, ahead, kept_free, FREE)
        kept_free, stood = kept_free | standing.kept_free(monday), standing.stood.get(monday)
        holds = holds_of(stood)
        found = self._tried(walk, ahead, kept_free, holds)
        edges_by = None if standing.frees(found.weeks) else self.profile.principles
        beside = Beside(stood=stood, edges_by=edges_by, watched=monday in standing.watched)
        for _ in range(TRIES):
            holds, before = holds_after(beside, found.weeks[-1], holds), holds
            if holds == before:
                break
            found = self._tried(walk, ahead, kept_free, holds)
        return found

    def _tried(
        self, walk: _Walk, ahead: _Ahead, kept_free: frozenset[tuple[str, int]], holds: Holds
    ) -> _Walk:
        orders = holds.beside(self._orders)
        line = replace(walk.line.fork(), runs=most_runs(walk.weeks), orders=orders)
        wish = holds.on(self._wishes(ahead.frame, line.next(ahead.frame), ahead.keys))
        most = leg_sets_at_most(ahead.frame, self.profile.runner, walk.seam.full_weeks)
        landings = landings_at_most(ahead.frame, walk.seam.landings, self.profile.principles)
        known = known_before(self.profile, ahead.frame, walk.seam.trained)
        gym = replace(wish.gym, known=known, trained=walk.seam.trained, landings=landings)
        full = walk.seam.lifted if ahead.frame.lighter else {}
        wish = replace(wish, gym=gym.after(walk.weeks), kept_free=kept_free, lifted=full)
        wish = replace(wish, leg_sets=most, run_kinds=walk.seam.run_kinds)
        wish = under_orders(as_often(wish, walk.weeks))
        placed = week = plan_week(wish, walk.seam, first_day=ahead.first_day)
        if self.standing is not None:
            week = told(self.standing.ease(placed, walk.seam.timeline), wish, holds)
        measure = leaves_a_measure(self.standing, placed, week, line.loading_km[-1])
        remember(line, wish, week, measure=measure)
        seam = next_seam(wish, walk.seam, week, self._placed(week, wish))
        return replace(walk.after(week, seam), line=line)

    def _next(self, before: tuple[_Walk, _Ahead] | None, walk: _Walk, ahead: _Ahead) -> _Walk:
        """Plan the next week, and the one before it again where that makes more room."""
        try:
            found = self._step(walk, ahead)
        except NoLegalPlan:
            repaired = self._repaired(before, walk.weeks, ahead, NEVER) if before else None
            repaired = repaired or self._as_it_stood(walk, ahead)
            if repaired is None:
                raise
            return repaired
        least = lost(found.weeks, self.profile)
        by_design = ahead.frame.number == walk.line.aims.last_before_short_race
        short = not by_design and falls_short(found.weeks[-1])
        if before is None or not (lost(found.weeks, self.profile, last=1).gone or short):
            return found
        return self._repaired(before, walk.weeks, ahead, least) or found

    def _as_it_stood(self, walk: _Walk, ahead: _Ahead) -> _Walk | None:
        """Keep a week that its new bounds leave no legal place: what they ask is taken in place."""
        standing = self.standing
        stood = None if standing is None else standing.stood.get(ahead.frame.starts)
        if standing is None or stood is None:
            return None
        reasons = (Reason(AS_IT_STOOD), *(one for one in stood.reasons if one.code != AS_IT_STOOD))
        week = standing.ease(replace(stood, reasons=reasons), walk.seam.timeline)
        return self._past(walk, ahead, week, standing)

    def _repaired(
        self, before: tuple[_Walk, _Ahead], stood: tuple[Week, ...], ahead: _Ahead, least: Loss
    ) -> _Walk | None:
        """Place the week before again without one of its choices; None where nothing helps."""
        at, last = before
        found = None
        tries = None if least.gone else FEW_TRIES
        for role, forbidden in islice(late_choices(stood[-1]), tries):
            try:
                both = self._step(self._step(at, last, forbidden), ahead)
            except NoLegalPlan:
                continue
            loss = lost(both.weeks, self.profile)
            if loss.less_than(least):
                least, found = loss, replace(both, weeks=made_room(both.weeks, role))
        return found

    def _wishes(self, frame: WeekFrame, volume: Volume, keys: Sequence[KeyRun]) -> Brief:
        return Brief(
            profile=self.profile,
            structure=self.structure,
            gym=Gym(
                profile=self.profile,
                exercises=self.shelf.exercises,
                templates=self.shelf.templates,
                owned=self.profile.athlete.equipment_at(None),
            ),
            paces=paces_in(self.fit, self.paces, self._orders, frame.starts),
            recipes=self.shelf.templates.runs,
            frames=self.frames,
            frame=frame,
            volume=volume,
            volumes=self.volumes,
            keys=keys,
            orders=self._orders,
            stood=None if self.standing is None else self.standing.stood.get(frame.starts),
            locked={} if self.standing is None else self.standing.locked(frame.starts),
            back_on=back_on(self.profile, frame.starts),
        )

    def _week_0(self, today: date) -> Brief | None:
        """The days before week 1: easy running up to the daily mean on usual days."""
        if today >= self.profile.season_starts:
            return None
        frame = WeekFrame(number=0, starts=monday_of(today), phase="base")
        volume = first_days(self.profile, today)
        brief = replace(self._wishes(frame, volume, ()), back_on=today)
        return replace(brief, profile=self.structure.on_usual_days(brief.profile, today.weekday()))

    def _placed(self, week: Week, wish: Brief) -> Season:
        legs = Legs(
            principles=self.profile.principles,
            age=self.profile.age,
            masters=self.profile.masters,
            weeks_in_phase=wish.frame.weeks_in_phase,
        )
        return season_of((week,), week.starts, legs, self.profile.athlete.availability)

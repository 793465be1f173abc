"""Eight weeks of a log beside their plan, as the rules about what was done are asked of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from dovetail.domain.calendar import monday_of
from dovetail.domain.exercise import Exercise
from dovetail.domain.log_window import WEEK_DAYS, LogWindow, MuteHeld, WeekDone
from dovetail.domain.plan import Plan, Week
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.domain.signals import PainCourse
from dovetail.domain.training_log import Away, Event, Mute, Skip, Strength, UnlockPhase
from dovetail.review.done import outcomes
from dovetail.review.history import DAY, History
from dovetail.review.illness_courses import illness_courses
from dovetail.review.logged_week import LoggedWeek
from dovetail.review.matching import Matched
from dovetail.review.pain_courses import pain_courses
from dovetail.review.readiness import Mornings, mean_sleep_h, readiness
from dovetail.review.work_done import glue_sets, leg_sets, work_done
from dovetail.rulebook.morning_points import is_red

WEEKS = 8
"""So far back a window reads: the last three loading weeks before a taper are among them."""
EXCUSES = ("ill", "pain")
HEALTHY = ("hops", "power")


@dataclass(frozen=True)
class LogReader:
    """A plan and a log, from which the window of any day is made; what is dear is made once."""

    mornings: Mornings
    plan: Plan
    exercises: Mapping[str, Exercise]
    principles: Principles
    eased: frozenset[date] = frozenset()
    """Days of which a gate left less than the plan asked."""
    known: dict[tuple[date, date], WeekDone] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Weeks that were made before, by first and last day: windows overlap."""

    @property
    def _history(self) -> History:
        return self.mornings.history

    @property
    def _matched(self) -> Matched:
        return self.mornings.matched

    def window(self, on: date) -> LogWindow:
        """Return the eight weeks up to a day, as the log tells them today.

        Source: dovetail.
        """
        until = min(on, self._history.today)
        monday = monday_of(until)
        weeks = tuple(
            self._week(monday - timedelta(weeks=back), until) for back in reversed(range(WEEKS))
        )
        asked = [one for one in self._sessions if one.date <= until]
        return LogWindow(
            until=until,
            weeks=weeks,
            level=self.plan.athlete.level,
            age=self.plan.athlete.age_on(until),
            told_longest=(self.plan.made_on, self.plan.athlete.running.longest_km),
            races=tuple(one.date for one in self._sessions if one.discipline == "race"),
            met=self._met(monday),
            names={key: one.name for key, one in self.exercises.items()},
            hops_asked=max((one.contacts for one in asked), default=0),
            hops_unlocked=any(one.what in HEALTHY for one in self._history.of(UnlockPhase)),
            lifts_told=self._lifts_told,
            pains=self._pains(until),
            mutes=self._mutes(until),
        )

    def _week(self, monday: date, until: date) -> WeekDone:
        last = min(monday + timedelta(days=WEEK_DAYS - 1), until)
        if (monday, last) not in self.known:
            self.known[monday, last] = self._made(monday, last)
        return self.known[monday, last]

    def _made(self, monday: date, last: date) -> WeekDone:
        week = LoggedWeek(
            starts=monday,
            until=last,
            mornings=self.mornings,
            exercises=self.exercises,
            principles=self.principles,
        )
        asked = self._asked.get(monday, ())
        found = outcomes(asked, self._matched, self._history.today, self.principles)
        mornings = {day: readiness(self.mornings, day) for day in week.days() if self._woke(day)}
        return WeekDone(
            starts=monday,
            is_over=monday + timedelta(weeks=1) <= self._history.today,
            is_known=self._tells(monday, last),
            plan=self._plan_weeks.get(monday),
            asked=asked,
            work=tuple(work_done(week, one, found) for one in week.trained() if one.loads),
            excused=frozenset(day for day in week.days() if day in self._excused),
            asked_leg_sets={one.id: leg_sets(one) for one in asked},
            asked_glue_sets={one.id: glue_sets(one) for one in asked},
            days={one.id: self._matched.days[one.id] for one in asked},
            mornings=mornings,
            reds=frozenset(
                day for day, morning in mornings.items() if is_red(morning, self.principles)
            ),
            sleep_h=mean_sleep_h(self._history, last),
        )

    # -- made once ---------------------------------------------------------------------------

    @cached_property
    def _sessions(self) -> tuple[Session, ...]:
        every = (one for week in self.plan.weeks for one in week.sessions)
        return tuple(one for one in every if one.discipline != "rest")

    @cached_property
    def _plan_weeks(self) -> Mapping[date, Week]:
        return {week.starts: week for week in self.plan.weeks}

    @cached_property
    def _asked(self) -> Mapping[date, tuple[Session, ...]]:
        """Sessions by the Monday of the day that they are on, moves heard."""
        found: dict[date, tuple[Session, ...]] = {}
        for one in self._sessions:
            monday = monday_of(self._matched.days[one.id])
            found[monday] = (*found.get(monday, ()), one)
        return found

    @cached_property
    def _told_on(self) -> frozenset[date]:
        return frozenset(one.on for one in self._history.events)

    def _tells(self, first: date, last: date) -> bool:
        """Whether the log had begun by the first session asked, and says anything of these days."""
        began = self._history.began
        asked = [self._matched.days[one.id] for one in self._asked.get(first, ())]
        if began is None or began > max(first, min(asked, default=first)):
            return False
        return any(first + day * DAY in self._told_on for day in range((last - first).days + 1))

    def _woke(self, day: date) -> bool:
        return day in self._history.checkins

    @cached_property
    def _excused(self) -> frozenset[date]:
        """Days ill, away, hurt by one's own word, or eased by a gate."""
        history = self._history
        days = set(self.eased)
        for ill in illness_courses(history, history.today):
            days.update(_days(ill.started, ill.ended or history.today))
        for away in history.of(Away):
            days.update(_days(away.on, away.until))
        for skip in history.of(Skip):
            if skip.why in EXCUSES and skip.session in self._matched.days:
                days.update((skip.on, self._matched.days[skip.session]))
        return frozenset(days)

    @cached_property
    def _lifts_told(self) -> bool:
        """Whether somebody lifts by this log, or types their training: then silence is "not done".

        A device that knows only runs says nothing of lifts.
        """
        trainings = {name for one in self._history.trainings if one.loads for name in one.ids}
        return any(
            isinstance(one, Strength) or (one.id in trainings and _typed(one))
            for one in self._history.events
        )

    def _met(self, before: date) -> frozenset[str]:
        """Exercises of the whole plan, and those done before a day."""
        asked = {line.exercise for one in self._sessions for line in one.lines()}
        earlier = (one for one in self._history.trainings if one.on < before)
        done = {each.exercise for one in earlier for each in one.sets}
        return frozenset(asked | done)

    def _pains(self, until: date) -> tuple[PainCourse, ...]:
        return pain_courses(self._history, until)

    def _mutes(self, until: date) -> tuple[MuteHeld, ...]:
        return tuple(
            MuteHeld(
                code=one.code, on=one.on, until=one.until, why=one.why, by=one.by, event=one.id
            )
            for one in self._history.of(Mute)
            if one.on <= until <= (one.until or until)
        )


def _typed(event: Event) -> bool:
    return event.by != "import" and event.source is None


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * DAY for number in range((last - first).days + 1))

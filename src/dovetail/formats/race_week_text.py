"""Race week hour by hour: what is planned, what to leave, and the race morning by the clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.decision import Facts, Reason
from dovetail.domain.plan import Week
from dovetail.domain.run_parts import parts_of
from dovetail.domain.session import Session
from dovetail.explaining.speaker import Speaker
from dovetail.formats.text_layout import GLUE, wrapped

CLOCK, EVE, MARK = "AI053", "AI090", "AI097"
NOTES = ("AI057", "AI098", "AI071", "AI099", "AI068", "AI058")
"""Plan B, the heat rule and the stop rules, in the order they are read."""
ON_THE_PAGE = frozenset({CLOCK, EVE, MARK, *NOTES})
"""Reasons of the race that the page says in full."""
DAYS_BEFORE = 6
DAYS_AFTER = 7
_QUIET_FROM = 3
_ON_FEET = 2
_SHORT_MOST_KM = 15.0
_READABLE = 92
Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RaceWeekText:
    """Writes the days around the goal race from the plan's own sessions."""

    say: Speaker
    width: int
    wide: bool

    def lines(self, weeks: Sequence[Week], race: Session) -> list[str]:
        """Write the six days before, the race by the clock, and the days after."""
        days = _by_day(weeks)
        clock = _facts(race, CLOCK)
        day = self.say.measures.weekday_date(race.date)
        lines = [self._word("head"), *self._rows(self._before(days, race))]
        if clock is not None:
            rows = [*self._morning(race, clock), *self._race(race)]
            head = wrapped(self._say("the_race", day=day), self.width, then="  ")
            lines += ["", *head, *self._rows(rows)]
        return [*lines, "", self._word("after"), *self._rows(self._after(days, race))]

    # -- the days before

    def _before(self, days: Mapping[date, Sequence[Session]], race: Session) -> Iterator[Row]:
        last_work = max(
            (one.date for some in days.values() for one in some if _is_work(one, race)),
            default=None,
        )
        for ahead in range(DAYS_BEFORE, 0, -1):
            on = race.date - timedelta(days=ahead)
            if on not in days:
                continue
            said = [self._planned(days[on])]
            if on == last_work:
                said.append(self._word("last_work"))
            said += self._advice(ahead, days[on], race)
            yield self._day(on), " ".join(said)

    def _advice(self, ahead: int, sessions: Sequence[Session], race: Session) -> Iterator[str]:
        long = _is_long(race)
        if ahead == DAYS_BEFORE:
            timed = _facts(race, MARK) is not None and not self.say.beginner
            yield self._word(f"read_{'long' if long else 'short'}" if timed else "look_by_feel")
        if ahead == _QUIET_FROM:
            lifts = any(one.discipline == "strength" for one in sessions)
            yield self._word("quiet_after" if lifts else f"quiet_{'long' if long else 'short'}")
        if ahead == _ON_FEET and long:
            yield self._word("feet")
        if ahead == 1:
            yield from self._eve(sessions, race)

    def _eve(self, sessions: Sequence[Session], race: Session) -> Iterator[str]:
        if _is_long(race):
            runs = any(one.discipline == "run" for one in sessions)
            early = all(one.slot == "am" for one in sessions)
            yield self._word("before_noon" if runs and early else "sit")
        yield from (self.say.reason(reason) for reason in race.reasons if reason.code == EVE)
        if "up_time" in (_facts(race, CLOCK) or {}):
            yield self._word("alarms" if _is_long(race) else "alarm")

    # -- the race by the clock

    def _morning(self, race: Session, clock: Facts) -> Iterator[Row]:
        if "up_time" in clock:
            yield str(clock["up_time"]), self._say("up", meal=str(clock["meal_time"]))
        else:
            yield self._word("before_meal"), self._word("morning_free")
            yield str(clock["meal_time"]), self._word("meal")
        size = "long" if _is_long(race) else "short"
        yield str(clock["there_time"]), self._word(f"there_{size}")
        yield str(clock["warm_up_time"]), self._say("warm_up", steps=self._steps(race, "warm_up"))
        if "drills_time" in clock:
            yield str(clock["drills_time"]), self._word(f"drills_{size}")
        if "strides_time" in clock:
            strides = self._steps(race, "strides")
            yield str(clock["strides_time"]), self._say("strides", steps=strides)
        yield str(clock["line_time"]), self._word("line")

    def _race(self, race: Session) -> Iterator[Row]:
        clock = _facts(race, CLOCK) or {}
        yield str(clock["start_time"]), self._say("start", steps=self._steps(race, "race"))
        marks = [reason.facts for reason in race.reasons if reason.code == MARK]
        if marks and not self.say.beginner:
            yield self._word("splits"), " · ".join(self._mark(facts) for facts in marks)
        for code in NOTES:
            yield from (self._note(reason) for reason in race.reasons if reason.code == code)

    def _mark(self, facts: Facts) -> str:
        fact = self.say.measures.fact
        km, time = (fact(key, facts[key]) for key in ("mark_km", "mark_time_s"))
        return self._say("mark", km=km, time=time).replace(" ", GLUE)

    def _note(self, reason: Reason) -> Row:
        label = self.say.reason(reason, "short")
        return label[:1].upper() + label[1:], self.say.reason(reason)

    def _steps(self, race: Session, part: str) -> str:
        lines = zip(parts_of(race.steps), self.say.runs.lines(race), strict=True)
        return "; ".join(line for one, line in lines if one.main.part == part)

    # -- the days after

    def _after(self, days: Mapping[date, Sequence[Session]], race: Session) -> Iterator[Row]:
        yield self._word("finish"), self._word(f"walk_{'long' if _is_long(race) else 'short'}")
        ahead = 1
        while ahead <= DAYS_AFTER:
            on = race.date + timedelta(days=ahead)
            free = _free_days(days, on)
            if free > 1:
                until = self.say.measures.weekday_date(on + timedelta(days=free - 1))
                yield self._day(on), self._say("rest_until", day=until)
            elif on in days:
                yield self._day(on), self._planned(days[on])
            ahead += max(free, 1)

    # -- words

    def _planned(self, sessions: Sequence[Session]) -> str:
        then = self._word("then")
        return self._say("planned", what=then.join(map(self.say.title, sessions)))

    def _day(self, on: date) -> str:
        weekday = self.say.word(f"weekdays_short.{WEEKDAYS[on.weekday()]}")
        return self._say("day", weekday=weekday, date=self.say.measures.short_date(on))

    def _rows(self, rows: Iterator[Row] | Sequence[Row]) -> list[str]:
        """Write labels beside their texts, or before them where the screen is narrow."""
        told = list(rows)
        if not told:
            return []
        width = min(self.width, _READABLE)
        column = max(len(label) for label, _ in told) + 2
        lines: list[str] = []
        for label, text in told:
            if self.wide:
                first = f"  {label:{column}}"
                lines += wrapped(text, width, indent=first, then=" " * len(first))
            else:
                whole = self._say("row", what=label, how=text)
                lines += wrapped(whole, width, indent="  ", then="    ")
        return lines

    def _word(self, key: str) -> str:
        return self.say.word(f"race_week.{key}")

    def _say(self, key: str, **slots: str) -> str:
        return self.say.phrase(f"race_week.{key}", **slots)


def goal_race_of(sessions: Sequence[Session]) -> Session | None:
    """Return the race that the season leads to, when it is among the sessions."""
    return next((session for session in sessions if session.kind == "goal"), None)


def _by_day(weeks: Sequence[Week]) -> Mapping[date, Sequence[Session]]:
    days: dict[date, list[Session]] = {}
    for week in weeks:
        for session in week.sessions:
            days.setdefault(session.date, []).append(session)
    return days


def _free_days(days: Mapping[date, Sequence[Session]], first: date) -> int:
    """Count the rest days in a row from a day on, within a week after a race."""
    count = 0
    for ahead in range(DAYS_AFTER):
        sessions = days.get(first + timedelta(days=ahead), ())
        if not sessions or any(one.discipline != "rest" for one in sessions):
            break
        count += 1
    return count


def _is_work(session: Session, race: Session) -> bool:
    """Whether a session is a faster run of the days before the race."""
    ahead = (race.date - session.date).days
    hard = session.kind in ("hills", "threshold", "interval", "repetition", "race_pace")
    return hard and 0 < ahead <= DAYS_BEFORE


def _is_long(race: Session) -> bool:
    return (race.km or 0.0) > _SHORT_MOST_KM


def _facts(session: Session, code: str) -> Facts | None:
    return next((reason.facts for reason in session.reasons if reason.code == code), None)

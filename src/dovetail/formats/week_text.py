"""One week on a terminal: its why, its sum, and day after day what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.explaining.speaker import Speaker
from dovetail.formats.session_text import SessionText
from dovetail.formats.text_layout import both_ends, wrapped

_READABLE = 92


@dataclass(frozen=True, slots=True)
class WeekText:
    """Writes weeks in the Speaker's words, within a width."""

    say: Speaker
    width: int
    wide: bool
    today: date

    def lines(self, week: Week, weeks: int) -> list[str]:
        """Write a week; `weeks` is how many the season has."""
        width = min(self.width, _READABLE)
        lines = wrapped(self._heading(week, weeks), width, then="  ")
        lines += wrapped(self.say.purpose_of(week.reasons), width)
        lines += wrapped(self._sum(week), width)
        said = {self.say.purpose_of(week.reasons)}
        for day, sessions in groupby(week.sessions, key=lambda session: session.date):
            lines += ["", *self.day(day, tuple(sessions), said)]
        return lines

    def _heading(self, week: Week, weeks: int) -> str:
        number = str(week.number)
        name = (
            self.say.phrase("text.week", n=number, all=str(weeks))
            if week.number
            else self.say.word("text.week_part")
        )
        phases = [self.say.word(week.phase)]
        if week.strength_phase is not None:
            phases.append(self.say.word(week.strength_phase))
        lighter = [self.say.word("text.lighter_week")] if week.lighter else []
        return " · ".join([name, days_of(week, self.say), *phases, *lighter])

    def _sum(self, week: Week) -> str:
        runs = sum(session.discipline == "run" for session in week.sessions)
        lifts = sum(session.discipline == "strength" for session in week.sessions)
        counts = [*self._count("runs", runs), *self._count("lifts", lifts)]
        minutes = self.say.measures.hours(week.minutes)
        return " · ".join([self.say.measures.km(week.run_km), *counts, minutes])

    def _count(self, what: str, n: int) -> Iterator[str]:
        if n:
            yield self.say.phrase(f"text.{what}_once" if n == 1 else f"text.{what}", n=str(n))

    def day(self, day: date, sessions: tuple[Session, ...], said: set[str]) -> list[str]:
        """Write one day; what was `said` before is not said again."""
        title = self.say.measures.weekday_date(day)
        marks = [self.say.word("text.today")] if day == self.today else []
        if all(session.discipline == "rest" for session in sessions):
            heading = " · ".join([title, *(self.say.title(rest) for rest in sessions), *marks])
            return [heading, *self._why(sessions[0], said, "  ")]
        lines = [" · ".join([title, *marks])]
        for number, session in enumerate(sessions):
            before = sessions[number - 1] if number else None
            lines += self._session(session, before, said)
        return lines

    def _session(self, session: Session, before: Session | None, said: set[str]) -> list[str]:
        chained = before is not None and before.slot == session.slot
        label = self.say.word("text.then" if chained else f"text.{session.slot}")
        text = SessionText(self.say, min(self.width, _READABLE))
        title, stats = self.say.title(session), text.stats(session)
        indent = "    "
        if self.wide:
            indent = " " * (max(map(len, self._labels())) + 4)
            label = f"  {label}".ljust(len(indent))
        else:
            label = f"  {label}: "
        head = both_ends(label + title, stats, text.width) if self.wide else None
        lines = [head] if head is not None else self._stacked(label + title, stats, indent)
        return [*lines, *text.body(session, indent), *self._why(session, said, indent)]

    def _stacked(self, title: str, stats: str, indent: str) -> list[str]:
        lines = wrapped(title.lstrip(), self.width, indent="  ", then=indent)
        return lines + wrapped(stats, self.width, indent=indent)

    def _why(self, session: Session, said: set[str], indent: str) -> list[str]:
        width = min(self.width, _READABLE)
        why = SessionText(self.say, width).why(session, said)
        return wrapped(why, width, indent=indent) if why else []

    def _labels(self) -> tuple[str, ...]:
        return tuple(self.say.word(f"text.{slot}") for slot in ("am", "pm", "then"))


def days_of(week: Week, say: Speaker, *, short: bool = False) -> str:
    """Say the days of a week: 11–17 January, 28 December – 3 January."""
    first, last = week.starts, date.fromordinal(week.starts.toordinal() + 6)
    months = "months_short" if short else "months"
    slots = {
        "first": str(first.day),
        "last": str(last.day),
        "first_month": say.word(f"{months}.{first.month}"),
        "last_month": say.word(f"{months}.{last.month}"),
    }
    one_month = first.month == last.month
    return say.phrase("text.days_one_month" if one_month else "text.days_two_months", **slots)

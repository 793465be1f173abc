"""Facts as people read them: the end of a fact's key is its unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.decision import Fact
from dovetail.domain.prescription import Range
from dovetail.domain.units import Duration, rounded
from dovetail.explaining.sentences import Sentences

MILE_KM = 1.609344
_SECONDS_AT_MOST = 120


def number(value: float, step: float = 0.1) -> str:
    """Write a number on its grid, without a needless ".0".

    >>> number(17.62), number(12.0), number(22.25, 0.25)
    ('17.6', '12', '22.25')
    """
    return f"{rounded(value, step):.10g}"


@dataclass(frozen=True, slots=True)
class Measures:
    """How one reader sees numbers: km or miles, pace or feel."""

    sentences: Sentences
    units: Literal["km", "mi"] = "km"
    beginner: bool = False

    def fact(self, key: str, value: Fact) -> str:
        """Say a fact with its unit.

        A fact without a unit in its key is a number, or a word of the vocabulary.
        """
        if isinstance(value, bool):
            return self._word("yes" if value else "no")
        if isinstance(value, str):
            return self._text(key, value)
        if key.endswith("day") and 0 <= value < len(WEEKDAYS):
            return self._word(WEEKDAYS[int(value)])
        for ending, say in _SAYS.items():
            if key.endswith(f"_{ending}") or key == ending:
                return say(self, value)
        return number(value, 0.01)

    def plain(self, key: str) -> str:
        """Return a word of another table; for beginners the plainer one, where there is one.

        The plainer word of "titles.long" is "titles.long_beginner", that of "paces.10k" is
        "paces_beginner.10k".
        """
        table, _, name = key.partition(".")
        plainer = (f"{table}_beginner.{name}", f"{key}_beginner") if self.beginner else ()
        for each in plainer:
            try:
                return self._word(each)
            except KeyError:
                continue
        return self._word(key)

    def km(self, km: float) -> str:
        """Say a distance in the reader's unit, to a tenth."""
        if self.units == "mi":
            return self.unit("mi", number(km / MILE_KM))
        return self.unit("km", number(km))

    def short_way(self, km: float) -> str:
        """Say the length of a part of a run: metres below one kilometre."""
        if km < 1:
            return self.unit("m", number(km * 1000, 5))
        return self.km(km)

    def minutes(self, minutes: float) -> str:
        """Say minutes; what is short or not whole in seconds."""
        seconds = int(rounded(minutes * 60))
        if seconds % 60 == 0:
            return self.unit("min", str(seconds // 60))
        if seconds < _SECONDS_AT_MOST:
            return self.unit("s", number(seconds, 5 if seconds > 10 else 1))
        return self.unit("min", str(Duration(seconds)))

    def hours(self, minutes: float) -> str:
        """Say a sum of minutes in hours and minutes."""
        hours, rest = divmod(int(rounded(minutes)), 60)
        if not hours:
            return self.unit("min", str(rest))
        return (
            f"{self.unit('h', str(hours))} {self.unit('min', str(rest))}"
            if rest
            else (self.unit("h", str(hours)))
        )

    def seconds(self, seconds: float) -> str:
        """Say seconds up to two minutes, and longer times by the clock."""
        if seconds <= _SECONDS_AT_MOST:
            return self.unit("s", number(seconds, 1))
        return str(Duration(int(rounded(seconds))))

    def pace(self, s_per_km: float) -> str:
        """Say a pace; beginners run by feel and read none."""
        if self.beginner:
            return self._word("by_feel")
        return self.unit(f"pace_{self.units}", self._pace(s_per_km))

    def pace_range(self, pace: Range) -> str:
        """Say a range of paces, the faster first."""
        low, high = (self._pace(part) for part in pace)
        if self.beginner or low == high:
            return self.pace(pace[0])
        return self.unit(f"pace_{self.units}", f"{low}–{high}")

    def range(self, both: Range, step: float = 1) -> str:
        """Say a range of numbers, or one number when both are the same.

        >>> from dovetail.explaining.measures import Measures
        >>> Measures.range(None, (6, 7)), Measures.range(None, (5, 5))  # type: ignore[arg-type]
        ('6–7', '5')
        """
        low, high = number(both[0], step), number(both[1], step)
        return low if low == high else f"{low}–{high}"

    def percent(self, share: float) -> str:
        """Say a share; beginners read the nearest plain fraction."""
        if not self.beginner:
            return self.unit("pct", number(share))
        nearest = min(_FRACTIONS, key=lambda fraction: abs(fraction - share))
        return self._word(_FRACTIONS[nearest])

    def effort(self, rpe: float) -> str:
        """Say how hard a session is, of 10."""
        return self.unit("rpe", number(rpe, 0.5))

    def reserve(self, rir: float) -> str:
        """Say how many repetitions are left at the end of a set; beginners read words."""
        if not self.beginner:
            return self.unit("rir", number(rir, 0.5))
        return self.unit("rir_plain", self.count(rir))

    def count(self, value: float) -> str:
        """Say a small whole number as a word; a half is rounded to the safe side."""
        whole = int(-(-value // 1))
        return self.sentences.word(f"numbers.{whole}") if whole <= 10 else str(whole)

    def long_date(self, day: date) -> str:
        """Say a whole date: 14 March 2027."""
        month = self.sentences.word(f"months.{day.month}")
        return self._fill("date", day=str(day.day), month=month, year=str(day.year))

    def short_date(self, day: date) -> str:
        """Say a date as a table has room for it: 14 Mar."""
        month = self.sentences.word(f"months_short.{day.month}")
        return self._fill("short_date", day=str(day.day), month=month)

    def weekday_date(self, day: date) -> str:
        """Say the day of the week and the date, without the year."""
        month = self.sentences.word(f"months.{day.month}")
        weekday = self._word(WEEKDAYS[day.weekday()])
        return self._fill("weekday_date", weekday=weekday, day=str(day.day), month=month)

    def _day(self, key: str, day: date) -> str:
        """Say a day by what its key ends with: day, day_month, or the whole date."""
        if key.endswith("day"):
            return self._word(WEEKDAYS[day.weekday()])
        if not key.endswith("day_month"):
            return self.long_date(day)
        month = self.sentences.word(f"months.{day.month}")
        return self._fill("day_month", day=str(day.day), month=month)

    def unit(self, unit: str, said: str) -> str:
        """Put a unit to a number that is already said."""
        return self._fill(unit, n=said)

    def _pace(self, s_per_km: float) -> str:
        factor = MILE_KM if self.units == "mi" else 1
        return str(Duration(int(rounded(s_per_km * factor))))

    def _text(self, key: str, value: str) -> str:
        day = _date(value)
        if day is not None:
            return self._day(key, day)
        try:
            return self.plain(value) if "." in value else self._word(value)
        except KeyError:
            return value

    def _word(self, key: str) -> str:
        return self.sentences.word(key)

    def _fill(self, unit: str, **slots: str) -> str:
        return self.sentences.word(f"units.{unit}").format(**slots)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2027-03-14") else None
    except ValueError:
        return None


_FRACTIONS: Mapping[float, str] = {
    0: "none_of_it",
    5: "a_twentieth",
    10: "a_tenth",
    20: "a_fifth",
    25: "a_quarter",
    33: "a_third",
    50: "half_of_it",
    67: "two_thirds",
    75: "three_quarters",
    100: "all_of_it",
}

# The longer ending first: a pace ends in _km as well, and a time in _s.
_SAYS: Mapping[str, Callable[[Measures, float], str]] = {
    "s_per_km": Measures.pace,
    "time_s": lambda measures, s: str(Duration(int(rounded(s)))),
    "km": Measures.km,
    "min": lambda measures, m: measures.unit("min", number(m, 1)),
    "h": lambda measures, h: measures.unit("h", number(h)),
    "pct": Measures.percent,
    "kg": lambda measures, kg: measures.unit("kg", number(kg, 0.25)),
    "s": Measures.seconds,
    "m": lambda measures, m: measures.unit("m", number(m, 1)),
    "bpm": lambda measures, bpm: measures.unit("bpm", number(bpm, 1)),
    "rpe": Measures.effort,
    "rir": Measures.reserve,
}

"""Today on a terminal: one word first, then what to do, why, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dovetail.application.today import Asked, Today
from dovetail.explaining.speaker import Speaker
from dovetail.formats.text_layout import wrapped
from dovetail.formats.today_json import changes
from dovetail.formats.week_text import WeekText

NARROWEST = 40
_READABLE = 92
_WIDE = 72


def today_text(today: Today, *, say: Speaker, width: int) -> str:
    """Write the day; ten seconds are enough to read what to do."""
    writer = _TodayText(say, min(width, _READABLE))
    parts = [writer.head(today), writer.sessions(today), writer.why(today), writer.change(today)]
    parts.append(writer.mistake(today))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


@dataclass(frozen=True, slots=True)
class _TodayText:
    say: Speaker
    width: int

    def head(self, today: Today) -> list[str]:
        day = self.say.measures.weekday_date(today.on)
        free = not today.asked and today.state in ("go", "easier")
        state = self.say.word(f"today.{'free' if free else today.state}")
        lines = wrapped(f"{day} · {state}", self.width)
        for reason in today.refer:
            lines += wrapped(self.say.reason(reason), self.width)
        return lines

    def sessions(self, today: Today) -> list[str]:
        """Write what stands now, and what it takes the place of."""
        text = WeekText(self.say, self.width, wide=self.width >= _WIDE, today=today.on)
        said: set[str] = {self.say.reason(reason) for reason in today.reasons}
        lines: list[str] = []
        now = tuple(one.now for one in today.asked if one.now is not None and not one.done)
        if now:
            lines += text.day(today.on, now, said)[1:]
        for one in today.asked:
            lines += [line for note in self._notes(one) for line in wrapped(note, self.width)]
        if now and today.state == "easier" and all(one.now == one.was for one in today.asked):
            lines += wrapped(self.say.word("today.stands"), self.width)
        return lines or wrapped(self._nothing(today), self.width)

    def _notes(self, one: Asked) -> Iterator[str]:
        was = self.say.title(one.was)
        if one.done:
            yield self._phrase("done", session=was)
        elif one.now is None:
            yield self._phrase("dropped", session=was)
        elif one.now != one.was:
            yield self._phrase(
                "instead_of", session=was, minutes=self.say.measures.minutes(one.was.minutes)
            )

    def _nothing(self, today: Today) -> str:
        after = today.following
        key = "rest_day" if today.place in ("season", "recovery", "week_0") else today.place
        next_one = ""
        if after is not None:
            day = self.say.measures.weekday_date(after.date)
            next_one = self._phrase("next", session=self.say.title(after), day=day)
        return " ".join(filter(None, [self.say.word(f"nothing_today.{key}"), next_one]))

    def why(self, today: Today) -> list[str]:
        """Say in full what takes most, and the rest in a line."""
        foremost = [one for one in today.foremost if one not in today.refer]
        texts = [self.say.reason(reason) for reason in foremost]
        others = [one for one in today.reasons if one not in today.foremost]
        if others and not today.refer:
            short = "; ".join(_small(self.say.reason(reason, "short")) for reason in others)
            texts.append(self._phrase("also", reasons=short))
        return self._listed("why", texts)

    def change(self, today: Today) -> list[str]:
        pairs = changes(today, self.say)
        return self._listed(
            "change",
            [self._phrase("if_then", condition=one, then=_small(then)) for one, then in pairs],
        )

    def mistake(self, today: Today) -> list[str]:
        """Say the most serious mistake that stands, and its smallest fix."""
        if not today.mistakes:
            return []
        worst = today.mistakes[0]
        said = self._phrase("mistake", seen=self.say.finding(worst), fix=self.say.fix(worst))
        return wrapped(said, self.width)

    def _listed(self, heading: str, texts: list[str]) -> list[str]:
        if not texts:
            return []
        lines = [self.say.word(f"today.{heading}")]
        for text in texts:
            lines += wrapped(text, self.width, indent="  ", then="    ")
        return lines

    def _phrase(self, key: str, **slots: str) -> str:
        return self.say.phrase(f"today.{key}", **slots)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]

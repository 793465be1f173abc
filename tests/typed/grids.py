"""Sound plans as grids of titles, so that faults can be planted where people would type them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

PLANS = Path(__file__).parent / "plans"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MILE_KM = 1.609344
FAST = re.compile(r"\d ?x ?\d|tempo|thresh|\bLT\b|pace|\bMP\b|hill|fast|\bat (?:5|10)K|@", re.I)
LENGTH = re.compile(r"(\d+(?:\.\d+)?) ?(km|mi)\b")
QUIET = re.compile(
    r"rest\b|off\b|cross|walk$|stretch|mobility|core|strength|leg day|lower|upper", re.I
)
LIFTS = re.compile(r"strength|leg day|lower body|upper body|squat|gym|core", re.I)
RACES = re.compile(r"race|^(?:half )?marathon$|^half marathon race", re.I)

Week = dict[str, str]


@dataclass(frozen=True)
class Grid:
    """A plan as somebody typed it: a title for some days of each week."""

    name: str
    weeks: tuple[Week, ...]

    @property
    def unit(self) -> str:
        return "mi" if "mi" in self.name.split("-")[-1] or self.name.endswith("-mi") else "km"

    def text(self) -> str:
        """Write it as people mail it."""
        lines = [self.name.replace("-", " "), ""]
        for number, week in enumerate(self.weeks, 1):
            lines.append(f"Week {number}")
            lines += [f"{day}: {week[day]}" for day in DAYS if week.get(day)]
        return "\n".join(lines) + "\n"


def names() -> tuple[str, ...]:
    """Return the file names of the sound plans."""
    return tuple(sorted(path.name for path in PLANS.iterdir()))


def grid(name: str) -> Grid:
    """Read a sound plan."""
    path = PLANS / name
    reads = {".csv": _csv, ".txt": _txt, ".ics": _ics}[path.suffix]
    return Grid(path.stem, tuple(reads(path)))


def _csv(path: Path) -> Iterator[Week]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if "week" not in {key.lower() for key in rows[0]}:
        yield from _dated(_list(rows))
        return
    for row in rows:
        yield {key[:3].title(): text for key, text in row.items() if key.lower() != "week"}


def _list(rows: list[dict[str, str]]) -> Iterator[tuple[date, str]]:
    for row in rows:
        told = {key.lower(): text for key, text in row.items()}
        title = told.get("session") or told["workout"]
        yield _day(told["date"]), f"{told.get('distance', '')} {title}".strip()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.strptime(text, "%d %b %Y").date()  # noqa: DTZ007


def _dated(days: Iterator[tuple[date, str]]) -> Iterator[Week]:
    told = sorted(days)
    first = told[0][0] - timedelta(days=told[0][0].weekday())
    weeks: list[Week] = [{} for _ in range((told[-1][0] - first).days // 7 + 1)]
    for day, title in told:
        weeks[(day - first).days // 7][DAYS[day.weekday()]] = title
    yield from weeks


def _txt(path: Path) -> Iterator[Week]:
    week: Week | None = None
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("Week "):
            if week is not None:
                yield week
            week = {}
        elif week is not None and line[:3] in DAYS:
            week[line[:3]] = line[3:].lstrip(": ")
    assert week is not None
    yield week


def _ics(path: Path) -> Iterator[Week]:
    text = path.read_text("utf-8")
    days = re.findall(r"DTSTART;VALUE=DATE:(\d{8})\r?\nSUMMARY:([^\r\n]*)", text)
    yield from _dated((date.fromisoformat(day), text.replace("\\,", ",")) for day, text in days)


# -- what a title is, as far as the planting of faults needs it ------------------------------


def km(title: str) -> float:
    """Return the length of a run [km], 0 where the title tells none."""
    if QUIET.match(title) or RACES.search(title):
        return 0.0
    found = LENGTH.search(title)
    if found is None:
        return 0.0
    return float(found[1]) * (MILE_KM if found[2] == "mi" else 1)


def fast(title: str) -> bool:
    return bool(FAST.search(title)) and not RACES.search(title) and not LIFTS.search(title)


def lifts(title: str) -> bool:
    return bool(LIFTS.search(title))


def races(title: str) -> bool:
    return bool(RACES.search(title)) and not fast(title)


def week_km(week: Mapping[str, str]) -> float:
    return sum(km(title) for title in week.values())


def longest(week: Mapping[str, str]) -> str:
    """Return the day of the longest run."""
    return max(DAYS, key=lambda day: km(week.get(day, "")))

"""How alike and how hard seven days were, beside the runner's own weeks before them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dovetail.domain.log_window import ONE_DAY, WEEK_DAYS, LogWindow
from dovetail.physiology.training_load import day_load_au, monotony, strain_au

USUAL_DAYS = 28
"""So many evenings before say how hard seven days usually are (dovetail)."""
Loads = Mapping[date, float]


def was_alike_and_hard(window: LogWindow, *, most: float, share: float) -> bool:
    """Whether seven days had a monotony above `most`, and a strain above one's own `share`.

    The share (0 to 1) is of the strains of seven days that ended before these, at least 28 of
    them; with fewer, nobody knows. A strain that the plan itself asked is none of the runner's.

    Sources: foster-1998, dovetail (nearest rank).
    """
    done = _done(window)
    now = _seven(done, window.until)
    asked = _seven(_asked(window), window.until)
    usual = sorted(_strains(done, window))
    if now is None or len(usual) < USUAL_DAYS or monotony(now) <= most:
        return False
    rank = max(1, math.ceil(share * len(usual)))
    return strain_au(now) > max(usual[rank - 1], 0.0 if asked is None else strain_au(asked))


def _strains(done: Loads, window: LogWindow) -> Iterable[float]:
    """Yield the strain of the seven days up to each evening before these seven."""
    for back in range(WEEK_DAYS, WEEK_DAYS * len(window.weeks)):
        seven = _seven(done, window.until - back * ONE_DAY)
        if seven is not None:
            yield strain_au(seven)


def _seven(loads: Loads, last: date) -> Sequence[float] | None:
    days = [last - back * ONE_DAY for back in range(WEEK_DAYS)]
    return [loads[day] for day in days] if all(day in loads for day in days) else None


def _done(window: LogWindow) -> Loads:
    """Return the load of each day that the log knows; a day without training is 0."""
    known = [week for week in window.weeks if week.is_known]
    days = _days(window, (week.starts for week in known))
    for week in known:
        for one in week.work:
            days[one.on].append(one.load_au)
    return {day: day_load_au(loads) for day, loads in days.items()}


def _asked(window: LogWindow) -> Loads:
    """Return the load that each day was asked, moves heard."""
    days = _days(window, (week.starts for week in window.weeks))
    for week in window.weeks:
        for one in week.asked:
            days.setdefault(week.days[one.id], []).append(one.training_load)
    return {day: day_load_au(loads) for day, loads in days.items()}


def _days(window: LogWindow, mondays: Iterable[date]) -> dict[date, list[float]]:
    every = (monday + number * ONE_DAY for monday in mondays for number in range(WEEK_DAYS))
    return {day: [] for day in every if day <= window.until}

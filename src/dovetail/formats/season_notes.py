"""What the season at a glance says in words: where you are, what is big, what is lighter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dovetail.domain.calendar import monday_of
from dovetail.domain.plan import Plan, Week
from dovetail.explaining.speaker import Speaker
from dovetail.formats.text_layout import wrapped

PHASES = ("base", "build", "peak", "taper")
_READABLE = 92


def season_notes(
    plan: Plan, table: Sequence[str], say: Speaker, width: int, today: date
) -> list[str]:
    """Write where the reader is, which weeks are big or light, and what the table means."""
    weeks = [week for week in plan.weeks if week.number > 0]
    if not weeks:
        return []
    told = " ".join([_here(plan, weeks, say, today), *_shape(weeks, say)])
    drawn = [_bars(weeks, say)] if "━" in "".join(table) else []
    phases = [phase for phase in PHASES if any(week.phase == phase for week in weeks)]
    legend = " · ".join(say.word(f"text.legend_{phase}") for phase in phases)
    least = min(width, _READABLE)
    return [line for text in (told, *drawn, legend) for line in wrapped(text, least, then="  ")]


def _bars(weeks: Sequence[Week], say: Speaker) -> str:
    key = "text.thin_bars_races" if any(map(_has_race, weeks)) else "text.thin_bars"
    return say.phrase(key, unit=say.units)


def _has_race(week: Week) -> bool:
    return any(session.discipline == "race" for session in week.sessions)


def _here(plan: Plan, weeks: Sequence[Week], say: Speaker, today: date) -> str:
    count = str(len(weeks))
    begun = [week for week in weeks if week.starts <= today]
    if not begun:
        first = say.measures.long_date(weeks[0].starts)
        return say.phrase("text.here_before", all=count, date=first)
    slots = {"n": str(begun[-1].number), "all": count}
    if plan.goal.date is None or plan.goal.date < today:
        return say.phrase("text.here_no_race", **slots)
    away = (monday_of(plan.goal.date) - begun[-1].starts).days // 7
    if away <= 1:
        return say.phrase("text.here_once" if away else "text.here_race", **slots)
    return say.phrase("text.here", **slots, weeks=str(away))


def _shape(weeks: Sequence[Week], say: Speaker) -> Iterator[str]:
    quiet = [week for week in weeks if not _has_race(week)]
    hardest = max(quiet, key=lambda week: week.training_load, default=None)
    if hardest is not None and hardest.long_run_km:
        km, long = say.measures.km(hardest.run_km), say.measures.km(hardest.long_run_km)
        yield say.phrase("text.hardest", n=str(hardest.number), km=km, long=long)
    lighter = [str(week.number) for week in weeks if week.lighter and week.phase != "recovery"]
    if lighter:
        key = "text.lighter_weeks" if len(lighter) > 1 else "text.lighter_once"
        yield say.phrase(key, list=_listed(lighter, say))


def _listed(items: Sequence[str], say: Speaker) -> str:
    if len(items) == 1:
        return items[0]
    return say.phrase("text.and_last", list=", ".join(items[:-1]), last=items[-1])

"""A plan on a terminal: who and what for, the season at a glance, and this week in full."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dovetail.domain.plan import GoalView, Plan, Week
from dovetail.domain.units import Duration, rounded
from dovetail.explaining.speaker import Speaker
from dovetail.formats.race_week_text import RaceWeekText, goal_race_of
from dovetail.formats.season_notes import season_notes
from dovetail.formats.season_text import SeasonText
from dovetail.formats.text_layout import wrapped
from dovetail.formats.week_text import WeekText

WIDE = 64
NARROWEST = 36
_READABLE = 92
_WHOLE_MINUTES_FROM_S = 3600
_AIMS = frozenset({"AI006", "AI059", "AI077", "AI078", "AI079", "AI123", "AI172", "AI173", "AI179"})
"""Too few weeks for a time, no race at all, and fewer strength sessions than a season wants."""
HEALTH = frozenset({"AI091", "AI092", "AI093", "AI094", "AI095", "AI096", "AI159", "AI174"})
"""What health or age holds back, and what to look for: said before any training."""


def plan_text(plan: Plan, *, say: Speaker, width: int, today: date, everything: bool) -> str:
    """Write the first screen of a plan, or with `everything` all its weeks."""
    width = max(width, NARROWEST)
    wide = width >= WIDE
    current = current_week(plan, today)
    writer = WeekText(say, width, wide, today)
    count = sum(week.number > 0 for week in plan.weeks)
    table = SeasonText(say, width, wide).lines(plan, current)
    parts = [
        _who(plan, say, width),
        _health(plan, say, width),
        _season(plan, say, width, count) + table,
        season_notes(plan, table, say, width, today),
    ]
    shown = plan.weeks if everything else (current,)
    for week in shown:
        parts.append(writer.lines(week, count))
        if (race := goal_race_of(week.sessions)) is not None:
            parts.append(RaceWeekText(say, width, wide).lines(plan.weeks, race))
    parts += [_findings(plan, say, width), _legends(shown, say, width)]
    parts.append(_next(plan, say, width, everything=everything))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def current_week(plan: Plan, today: date) -> Week:
    """Return the week that holds today, or the nearest one."""
    begun = [week for week in plan.weeks if week.starts <= today]
    return begun[-1] if begun else plan.weeks[0]


def _who(plan: Plan, say: Speaker, width: int) -> list[str]:
    goal = _goal(plan.goal, say)
    name = plan.athlete.name or say.word("text.nobody")
    lines = wrapped(say.phrase("text.who", name=name, goal=goal), width, then="  ")
    outlook = [_predicted(plan.goal, say), _outlook(plan.goal, say), *_aim(plan.goal, say)]
    return lines + wrapped(" ".join(filter(None, outlook)), min(width, _READABLE))


def _health(plan: Plan, say: Speaker, width: int) -> list[str]:
    told = [say.reason(reason) for reason in plan.goal.reasons if reason.code in HEALTH]
    lines = [say.word("text.health")] if told else []
    for text in told:
        lines += wrapped(text, min(width, _READABLE), indent="  ", then="  ")
    return lines


def _goal(goal: GoalView, say: Speaker) -> str:
    if goal.date is None:
        return say.word("text.goal_none") if goal.race == "healthy" else say.word(goal.race)
    race = say.titles.race_name(goal.km) if goal.race == "ultra" else say.word(goal.race)
    slots = {"race": race, "date": say.measures.long_date(goal.date)}
    if goal.time_s is None:
        return say.phrase("text.goal", **slots)
    return say.phrase("text.goal_time", **slots, time=str(Duration(goal.time_s)))


def _predicted(goal: GoalView, say: Speaker) -> str:
    predicted = goal.predicted
    if predicted is None:
        return ""
    return say.phrase(
        "text.predicted",
        time=_about(predicted.s),
        low=_about(predicted.low_s),
        high=_about(predicted.high_s),
    )


def _about(s: int) -> str:
    """Say a predicted time no finer than it is known: long ones in whole minutes."""
    step = 60 if s >= _WHOLE_MINUTES_FROM_S else 5
    return str(Duration(int(rounded(s, step))))


def _outlook(goal: GoalView, say: Speaker) -> str:
    if goal.outlook in (None, "finish_safely"):
        return ""
    return say.word(f"text.outlook_{goal.outlook}")


def _aim(goal: GoalView, say: Speaker) -> Iterator[str]:
    """Say what the season is for where it is not a time: to arrive well, or to stay healthy."""
    return (say.reason(reason) for reason in goal.reasons if reason.code in _AIMS)


def _season(plan: Plan, say: Speaker, width: int, count: int) -> list[str]:
    first = say.measures.long_date(plan.season_starts)
    last = say.measures.long_date(plan.weeks[-1].starts + timedelta(days=6))
    key = "text.season_once" if count == 1 else "text.season"
    return wrapped(say.phrase(key, n=str(count), first=first, last=last), width, then="  ")


def _findings(plan: Plan, say: Speaker, width: int) -> list[str]:
    loud = [f for f in plan.findings if f.severity != "advice" and f.muted is None]
    if not loud:
        return []
    lines = [say.word("text.findings")]
    for finding in loud:
        text = say.phrase("text.finding", what=say.finding(finding), fix=say.fix(finding))
        lines += wrapped(text, min(width, _READABLE), indent="  ", then="    ")
    return lines


def _next(plan: Plan, say: Speaker, width: int, *, everything: bool) -> list[str]:
    lines = wrapped(say.word("text.next_keep" if everything else "text.next_all"), width, then="  ")
    if plan.athlete.running.races or plan.goal.race == "healthy":
        return lines
    return wrapped(say.word("text.no_race_yet"), width, then="  ") + lines


def _legends(weeks: tuple[Week, ...], say: Speaker, width: int) -> list[str]:
    if say.beginner:
        return []
    blocks = [b for week in weeks for session in week.sessions for b in session.blocks]
    lines = [line for block in blocks if block.part in ("main", "core") for line in block.lines]
    used = {
        "rir": any(line.rir is not None for line in lines),
        "tempo": any(line.tempo is not None for line in lines),
    }
    legends = (say.word(f"text.legend_{key}") for key, there in used.items() if there)
    return [line for legend in legends for line in wrapped(legend, width, then="  ")]

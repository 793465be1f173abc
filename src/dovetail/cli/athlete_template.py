"""The commented athlete.toml that `dovetail init` writes: every key, its default and its why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from dovetail.domain.calendar import WEEKDAYS, monday_of
from dovetail.formats.athlete_writing import toml_value

Told = Mapping[str, Mapping[str, object]]
"""What is known, by section and key; the keys of the file's top stand under ""."""

_COLUMN = 34
_EXAMPLE = "e.g. "
_HEAD = """\
# Who you are, what you train for and when you can: all that a plan is made from.
# A line that starts with "# key =" is optional and shows its default, or an example (e.g.).
# Dates are year-month-day without quotes. Then: dovetail plan {file}"""


class Row(NamedTuple):
    """One key: its default or an example as TOML, and what it means."""

    key: str
    shown: str
    why: str


SECTIONS: Mapping[str, tuple[Row, ...]] = {
    "": (
        Row("name", '""', "as letters should call you"),
        Row("born", "", "age decides recovery, and from 40 the masters' rules"),
        Row("sex", '"unspecified"', "female, male or unspecified"),
        Row("level", "", "beginner, intermediate or advanced"),
        Row("policy", '"separate_days"', "separate_days, hard_days_hard or article_week"),
    ),
    "goal": (
        Row("race", "", "5k, 10k, half, marathon, ultra; healthy is without a race"),
        Row("date", "2027-03-14", "e.g. the day of the race; healthy has none"),
        Row("time", '"52:00"', "e.g. the time you hope for, h:mm:ss or mm:ss"),
        Row("km", "80", "e.g. the length, for an ultra only"),
        Row("start", "2026-11-23", "e.g. the Monday of week 1; else today or the next Monday"),
        Row("start_time", '"09:00"', "when the race starts"),
        Row("run_walk", "false", "walking breaks from the start, if it is too far to run"),
        Row(
            "tune_up",
            "[{ km = 10, date = 2027-02-14 }]",
            'e.g. races on the way; effort = "training" if easy',
        ),
    ),
    "running": (
        Row("weekly_km", "", "km a week, mean of the last 4 weeks; 0 is fine"),
        Row("longest_km", "", "longest run of the last 30 days, km"),
        Row("years", "0", "years of regular running"),
        Row("as_of", "2026-11-20", "e.g. the day these numbers are of; else the first plan's"),
        Row(
            "races",
            '[{ km = 10, time = "52:00", date = 2026-10-04 }]',
            "e.g. races run, for paces",
        ),
    ),
    "strength": (
        Row("weeks_trained", "0", "weeks with strength training, of the last 12"),
        Row("", "", "Equipment: bands dumbbells kettlebell barbell rack bench box cable machine"),
        Row("", "", "medicine_ball pull_up_bar bosu sled foam_roller, or full_gym for all of it."),
        Row("", "", "A stair and a backpack are taken for granted: no_step, no_backpack if not."),
        Row("equipment", "[]", "what there is to lift with"),
        Row("steps", "{ barbell = 2.5, dumbbells = [5, 7.5, 10] }", "e.g. kg, a step or all"),
        Row("places", '{ gym = ["full_gym"] }', "e.g. what is where; see availability"),
        Row("reached", '"stabilization"', "e.g. highest phase trained in the last 12 weeks; or"),
        Row("", "", "    strength_endurance, maximal_strength, power"),
        Row("heavy_weeks", "0", "weeks of heavy lifting, of the last 12"),
        Row("dumbbell_max_kg", "20", "e.g. the heaviest dumbbell there is"),
        Row("technique_checked", "false", "somebody who knows has watched you squat and hinge"),
        Row("coach_unlock", "[]", "maximal_strength, power or hops, opened by a coach"),
        Row("each_lift_twice", "false", "the same lifts twice a week, instead of two halves"),
        Row("long_rest", "false", "three minutes between heavy sets, instead of 90 seconds"),
    ),
    "availability": (
        Row("", "", "Minutes; a day left out is free. Two slots of a day: { am = 40, pm = 60 }."),
        Row("", "", 'Somewhere else: { pm = 60, at = "gym" }.'),
        *(Row(day, "0", "") for day in WEEKDAYS),
    ),
    "health": (Row("cleared", "2026-11-01", "e.g. the day a professional cleared training"),),
    "health.screening": (
        Row("conditions", "false", "a heart, metabolic or kidney disease"),
        Row("symptoms", "false", "chest discomfort, fainting, palpitations, odd breathlessness"),
        Row("bone_stress_injury", "false", 'or { site = "tibia", on = DATE, cleared = DATE }'),
        Row("osteoporosis", "false", "or a fracture from little force"),
        Row("pregnant", "false", "or a birth in the last months"),
        Row("lower_leg_pain_now", "false", "pain in shin, calf, Achilles or foot"),
        Row(
            "reds",
            "{ missed_periods_3 = false }",
            "periods missed in a row, and what else applies:",
        ),
        Row(
            "", "", "    weight_loss_5, restrictive_eating, low_libido, recurrent_illness, fatigue"
        ),
    ),
    "preferences": (
        Row("long_run", '"sunday"', 'or { day = "sunday", must = true }'),
        Row("strength_per_week", "2", "sessions, 0 to 3"),
        Row("units", '"km"', "km or mi, for reading; this file is in km"),
        Row("language", '"en"', ""),
        Row("time", '"am"', "am or pm: where a day given as one number lies"),
        Row("rest", "[]", "weekdays that should be free"),
    ),
    "body": (
        Row("mass_kg", "61", "e.g. only for loads that ask for it"),
        Row("height_cm", "168", "e.g. the same"),
    ),
    "heart": (
        Row("max", "185", "e.g. measured, beats a minute"),
        Row("rest", "50", "e.g. in the morning, lying"),
        Row("threshold", "168", "e.g. the mean of an all-out hour"),
    ),
}


def commented(told: Told, *, file: str) -> str:
    """Write the file: what was told as it is, everything else as a comment."""
    parts = [_HEAD.format(file=file)]
    for name, rows in SECTIONS.items():
        known = told.get(name, {})
        head = [f"[{name}]"] if name else []
        parts.append("\n".join([*head, *(_line(row, known) for row in rows)]))
    return "\n\n".join(parts) + "\n"


def _line(row: Row, known: Mapping[str, object]) -> str:
    if not row.key:
        return f"# {row.why}"
    if row.key in known:
        written = f"{row.key} = {toml_value(known[row.key])}"
        why = row.why.removeprefix(_EXAMPLE)
    else:
        written, why = f"# {row.key} = {row.shown}", row.why
    return f"{written:<{_COLUMN}}  # {why}" if why else written


def someone(today: date) -> dict[str, dict[str, object]]:
    """Return a sensible person to start from: a 10K about sixteen weeks ahead."""
    return {
        "": {"born": date(today.year - 36, 5, 2), "level": "intermediate"},
        "goal": {"race": "10k", "date": monday_of(today) + timedelta(weeks=16, days=6)},
        "running": {"weekly_km": 25, "longest_km": 10, "years": 2},
        "strength": {"weeks_trained": 0, "equipment": ("bands",)},
        "availability": {"tuesday": 50, "thursday": 60, "saturday": 45, "sunday": 100},
        "health.screening": dict(NO_ANSWERS),
    }


NO_ANSWERS: Mapping[str, bool] = {
    "conditions": False,
    "symptoms": False,
    "bone_stress_injury": False,
    "osteoporosis": False,
    "pregnant": False,
    "lower_leg_pain_now": False,
}


def as_document(told: Told) -> dict[str, object]:
    """Nest the sections, as a reader sees the file."""
    document: dict[str, object] = dict(told.get("", {}))
    for name, keys in told.items():
        outer, _, inner = name.partition(".")
        if inner:
            document[outer] = {inner: dict(keys)}
        elif outer:
            document[outer] = dict(keys)
    return document


def sections_of(told: Told) -> Iterator[str]:
    """Name where the keys stand, as problems name them: `goal`, or the key itself at the top."""
    for name, keys in told.items():
        yield from (name,) if name else keys

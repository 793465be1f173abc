"""Which key run comes after which, by level, race and phase: the coach's rows (dovetail).

A row is read from its start; past its end its last three entries take turns. Rows of the peak
are read from the race backwards. "" is a week of easy running only.
"""

from __future__ import annotations

from collections.abc import Mapping

Rows = Mapping[str, tuple[str, ...]]

BASE: Rows = {
    "short": ("strides", "fartlek", "fartlek", "minute_hills", "cruise", "fartlek"),
    "long": (
        "strides",
        "strides",
        "hill_sprints",
        "hill_sprints",
        "cruise",
        "minute_hills",
        "cruise",
        "strides",
    ),
    "advanced": (
        "strides",
        "short_hills",
        "short_hills",
        "short_hills",
        "short_hills",
        "long_hills",
        "fartlek",
        "long_hills",
        "short_hills",
    ),
    "advanced_once": (
        "strides",
        "short_hills",
        "cruise",
        "short_hills",
        "fartlek",
        "cruise",
        "long_hills",
        "split",
        "fartlek",
    ),
    "healthy": ("strides", "strides", "hill_sprints", "fartlek", "hill_sprints", "fartlek"),
}
BUILD: Rows = {
    "5k": ("split", "first_intervals", "intervals", "cruise", "intervals", "ladder"),
    "short": ("split", "cruise", "first_intervals", "intervals", "cruise", "intervals", "ladder"),
    "long": ("cruise", "first_intervals", "split", "intervals", "cruise", "intervals", "ladder"),
    "advanced": ("kilometres", "kilometres", "long_intervals", "cruise", "kilometres", "split"),
    "advanced_once": ("kilometres", "cruise", "long_intervals", "split", "kilometres", "cruise"),
    "healthy": ("fartlek", "cruise", "minute_hills", "cruise", "fartlek"),
}
PEAK: Rows = {
    "5k": ("5k_pace", "5k_pace", "intervals", "cruise", "5k_pace"),
    "10k": ("10k_pace", "10k_pace", "intervals", "cruise", "10k_pace"),
    "half": ("cruise", "half_pace", "cruise", "half_pace"),
    "marathon": ("cruise", "strides", "cruise", "strides"),
    "ultra": ("cruise", "strides", "cruise", "strides"),
    "healthy": ("cruise",),
}
PEAK_ADVANCED: Rows = {**PEAK, "marathon": ("alternations", "cruise", "strides", "cruise")}
SECOND: Rows = {
    "base": ("", "", "strides", "cruise", "cruise", "split", "strides", "cruise", "split"),
    "build": ("split", "cruise", "strides", "marathon_pace", "strides", "cruise"),
    "peak": ("strides", "strides", "cruise", "strides"),
}
SECOND_SHORT: Rows = {
    "base": SECOND["base"],
    "build": ("split", "strides", "two_hundreds", "cruise", "short_short", "strides"),
    "peak": ("strides", "cruise", "strides", "split"),
}
BEGINNER: Rows = {
    "base": ("", "", "first_strides", "first_strides", "hill_sprints", "first_strides", "fartlek"),
    "build": ("first_strides", "fartlek", "fartlek", "effort_pieces", "first_strides", "fartlek"),
    "peak": ("race_effort", "race_effort", "fartlek", "race_effort"),
}
CAREFUL: Rows = {
    "base": ("", "", "", "first_strides", "", "first_strides"),
    "build": ("first_strides", "fartlek", "fartlek", "effort_pieces", "first_strides", "fartlek"),
    "peak": ("effort_pieces", "fartlek", "effort_pieces"),
}
BY_FEEL: Mapping[str, str] = {
    "first_intervals": "fartlek",
    "intervals": "minute_hills",
    "kilometres": "long_hills",
    "long_intervals": "short_hills",
    "ladder": "fartlek",
    "short_short": "fartlek",
    "two_hundreds": "strides",
    "alternations": "cruise",
    "5k_pace": "race_effort",
    "10k_pace": "race_effort",
    "half_pace": "half_effort",
}
"""Who runs by feel has no pace to hit: the same week by effort, and no intervals."""
SHARPEN: Mapping[str, str] = {"5k": "sharpen_5k", "10k": "sharpen_10k", "half": "sharpen_half"}
INTERVALS = (
    "first_intervals",
    "intervals",
    "kilometres",
    "long_intervals",
    "ladder",
    "short_short",
    "5k_pace",
)
AT_RACE_PACE = ("10k_pace", "half_pace", "half_effort", "marathon_pace", "alternations")
GENTLE = ("strides", "first_strides", "hill_sprints", "short_hills", "minute_hills", "long_hills")
AT_THRESHOLD = ("cruise", "split")
BEFORE_INTERVALS = (*AT_THRESHOLD, "short_hills", "minute_hills", "long_hills", "fartlek")
STANDS_IN: Mapping[str, str] = {
    "cruise": "split",
    "split": "cruise",
    "fartlek": "minute_hills",
    "minute_hills": "fartlek",
    "intervals": "cruise",
    "first_strides": "hill_sprints",
    "hill_sprints": "first_strides",
    "strides": "hill_sprints",
}
"""What takes the place of a key run that stood there twice in a row already."""
KIND: Mapping[str, str] = {
    **dict.fromkeys(("short_hills", "minute_hills", "long_hills"), "hills"),
    **dict.fromkeys(("cruise", "split", "check", "effort_pieces"), "threshold"),
    **dict.fromkeys(("fartlek", "first_intervals", "intervals", "kilometres"), "interval"),
    **dict.fromkeys(("long_intervals", "short_short", "ladder"), "interval"),
    **dict.fromkeys(("two_hundreds", "four_hundreds"), "repetition"),
    **dict.fromkeys(("5k_pace", "10k_pace", "half_pace", "marathon_pace"), "race_pace"),
    **dict.fromkeys(("alternations", "half_effort", "race_effort"), "race_pace"),
}
"""What kind of quality run a recipe is, as its template says; strides and sprints are none."""
RACE_PACE: Mapping[str, str] = {"5k": "5k_pace", "10k": "10k_pace", "half": "half_pace"}
"""The first run at the pace of a race; a marathon's stands in the long run."""

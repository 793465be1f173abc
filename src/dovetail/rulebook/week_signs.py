"""What a week told of the body: tired mornings, and days with more pain than is fine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dovetail.domain.week_signals import WeekSignals
from dovetail.rulebook.morning_points import tired_mornings
from dovetail.rulebook.pain_days import felt
from dovetail.rulebook.training_case import TrainingCase


@dataclass(frozen=True, slots=True)
class WeekSigns:
    """The days of each sign."""

    tired: tuple[date, ...]
    hurt: tuple[date, ...]
    holds: bool
    """Whether they are enough that a week is repeated before it grows."""


def week_signs(case: TrainingCase, week: WeekSignals) -> WeekSigns:
    """Return the signs of a week; four tired mornings hold, or one day of pain.

    Source: dovetail.
    """
    tired = tired_mornings(week.mornings, case.principles)
    days = {day for pain in case.signals.pains for day in felt(pain, case.principles)}
    hurt = tuple(sorted(day for day in days if week.starts <= day <= week.until))
    holds = bool(hurt) or len(tired) >= case.principles.number("week_held", "mornings")
    return WeekSigns(tired, hurt, holds)

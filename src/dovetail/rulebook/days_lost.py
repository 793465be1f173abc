"""The last days off that training was planned on, and when they ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dovetail.domain.signals import Layoff
from dovetail.rulebook.training_case import TrainingCase


@dataclass(frozen=True, slots=True)
class DaysLost:
    """Days in a row without training, some of which had been planned."""

    days: int
    back: date
    """The first day of training after them, today where they last."""
    layoff: Layoff


def days_lost(case: TrainingCase) -> DaysLost | None:
    """Return the days off that matter today; None where nothing was missed by them."""
    layoff = case.signals.layoff
    if layoff is None or layoff.missed == 0:
        return None
    return DaysLost(layoff.days_off, layoff.back or case.today, layoff)

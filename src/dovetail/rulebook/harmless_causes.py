"""Whether somebody said why a week was thin, and whether that is nothing to worry about."""

from __future__ import annotations

from datetime import date, timedelta

from dovetail.domain.plan import Week
from dovetail.rulebook.training_case import TrainingCase

HARMLESS = frozenset({"work", "family", "weather"})
"""Reasons to leave out a session that say nothing of the body (dovetail)."""


def is_known_and_harmless(case: TrainingCase) -> bool:
    """Whether every session lost in the last whole week has such a cause.

    Work, family or the weather, said with the session that was left out; or days away, which
    took no more than a week in all. A week of which nothing was lost has no cause to know.

    Source: dovetail.
    """
    ended, lived = case.ended, case.lived
    if ended is None or lived is None or ended.adherence is None:
        return False
    lost = {*ended.adherence.skipped, *ended.adherence.missed}
    return bool(lost) and all(_has_cause(case, lived, one) for one in lost)


def _has_cause(case: TrainingCase, lived: Week, session: str) -> bool:
    if case.skipped_because.get(session) in HARMLESS:
        return True
    days = [one.date for one in lived.sessions if one.id == session]
    said = session in case.skipped_because
    return not said and any(_is_away(case, day) for day in days)


def _is_away(case: TrainingCase, day: date) -> bool:
    most = timedelta(days=case.principles.number("harmless", "days"))
    return any(one.on <= day <= one.until and one.until - one.on < most for one in case.away)

"""What a letter is written from: a week that was lived, and what the review made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dovetail.domain.decision import Reason
from dovetail.domain.plan import Finding, Plan, ReviewDecision, SessionChange
from dovetail.domain.session import Done
from dovetail.domain.signals import Signals
from dovetail.domain.training_log import Event
from dovetail.domain.week_signals import WeekSignals


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCase:
    """One review, ready to be told."""

    today: date
    standing: Plan
    """The plan that stood."""
    plan: Plan
    """The plan as it stands now; its past sessions carry what was done."""
    week: WeekSignals
    """The reviewed week."""
    signals: Signals
    """What the gates of today read."""
    gates: Sequence[Reason] = ()
    """The gates of the day that spoke, those that leave least first."""
    outcomes: Mapping[str, Done]
    """What came of each session that is over, by its id."""
    decisions: Sequence[ReviewDecision] = ()
    """New ones, and those still in force."""
    difference: Sequence[SessionChange] = ()
    """Of the sessions from today on, against the plan that stood."""
    findings: Sequence[Finding] = ()
    """Mistakes seen in the log, the most serious first; muted ones are not among them."""
    late: Sequence[Event] = ()
    """Events about days that the last review had covered, written since."""

"""What plan.json has beyond the dataclasses: said by the Speaker, or computed; never read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from dovetail.domain.decision import Reason
from dovetail.domain.exercise import Pattern
from dovetail.domain.plan import Finding, LetterPart, Plan
from dovetail.domain.prescription import Line, RunStep
from dovetail.domain.session import Session

DERIVED: Mapping[type, Mapping[str, Any]] = {
    Plan: {"schema": Literal["dovetail.plan/1"]},
    Session: {"title": str, "purpose": str},
    RunStep: {"note": str | None},
    Line: {"pattern": Pattern, "note": str | None},
    Reason: {"text": str},
    Finding: {"text": str, "fix": str | None},
    LetterPart: {"text": str},
}
"""For each class its derived keys, with their types."""

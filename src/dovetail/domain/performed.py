"""What was done in a set: said in the log, and kept beside what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from dovetail.domain.fields import Between, Effort, Kg

Side = Literal["left", "right", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformedSet:
    """One set as it was done; load is of one implement, None is bodyweight."""

    exercise: str
    reps: Annotated[int, Between(0, 500, "reps")] | None = None
    seconds: Annotated[float, Between(0, 7200, "s")] | None = None
    metres: Annotated[float, Between(0, 5000, "m")] | None = None
    side: Side | None = None
    load_kg: Kg | None = None
    band: Literal["light", "medium", "heavy"] | None = None
    rir: Effort | None = None
    form: Literal["clean", "broke"] | None = None
    pain: Effort | None = None

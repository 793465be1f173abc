"""The parts of a run: what is done in turn, and what of it the run is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dovetail.domain.prescription import RunStep, Target
from dovetail.domain.session import Session

AS_ONE_RUN = frozenset({"easy", "recovery", "long"})
"""Kinds whose steps are said as one run, unless part of it is hard."""
_BARE_BELOW_RPE = 5


@dataclass(frozen=True, slots=True)
class Part:
    """Steps done in turn, some times; a step on its own is a part of one."""

    repeat: int
    steps: tuple[RunStep, ...]

    @property
    def main(self) -> RunStep:
        """The step that the part is about."""
        asked = (step for step in self.steps if step.part in ("work", "strides", "race"))
        return next(asked, self.steps[0])

    @property
    def between(self) -> RunStep | None:
        """The recovery that follows the work, or None."""
        return next((step for step in self.steps if step.part == "recovery"), None)

    @property
    def is_work(self) -> bool:
        """Whether the run is about this part."""
        return self.main.part == "work"

    @property
    def is_strides(self) -> bool:
        """Whether this part is strides."""
        return self.main.part == "strides"


def parts_of(steps: tuple[RunStep, ...]) -> Iterator[Part]:
    """Yield the parts of a run: neighbours with the same group are one."""
    for group, some in groupby(steps, key=lambda step: step.group):
        together = tuple(some)
        if group is None:
            yield from (Part(step.repeat, (step,)) for step in together)
        else:
            yield Part(together[0].repeat, together)


def work_of(session: Session) -> tuple[Part, ...]:
    """Return the parts of work that are harder than the run around them."""
    work = (part for part in parts_of(session.steps) if part.is_work)
    if session.kind not in AS_ONE_RUN:
        return tuple(work)
    return tuple(part for part in work if is_hard(part.main.target))


def strides_of(session: Session) -> int:
    """Count the strides of a run."""
    return sum(part.repeat for part in parts_of(session.steps) if part.is_strides)


def is_hard(target: Target) -> bool:
    """Whether a target is harder than easy running."""
    if target.pace is not None:
        return target.pace != "easy"
    return target.rpe is not None and target.rpe[1] >= _BARE_BELOW_RPE

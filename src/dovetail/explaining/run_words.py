"""The parts of a run in words: what is done how often, how hard, and what lies between."""

from __future__ import annotations

from dataclasses import dataclass

from dovetail.domain.prescription import PaceName, RunStep
from dovetail.domain.run_parts import AS_ONE_RUN, Part, is_hard, parts_of
from dovetail.domain.session import Session
from dovetail.explaining.measures import Measures

_WALKING = (1.0, 2.0)


@dataclass(frozen=True, slots=True)
class RunWords:
    """Says steps; every phrase is a whole string of the language with named slots."""

    measures: Measures

    def amount(self, step: RunStep) -> str:
        """Say how far or how long."""
        if step.km is not None:
            return self.measures.short_way(step.km)
        return self.measures.minutes(step.minutes or 0)

    def work(self, parts: tuple[Part, ...]) -> str:
        """Say the work of a run as briefly as possible: 3 × 6 min."""
        if len(parts) == 1:
            return self._times(parts[0].repeat, self.amount(parts[0].main))
        if all(part.main.km is not None for part in parts):
            return self.measures.km(sum(part.repeat * (part.main.km or 0) for part in parts))
        return self.measures.minutes(sum(part.repeat * (part.main.minutes or 0) for part in parts))

    def pace_name(self, pace: PaceName | None) -> str:
        """Name a pace, as in "half-marathon pace"."""
        return self.measures.plain(f"pace_names.{pace or 'easy'}")

    def lines(self, session: Session) -> tuple[str, ...]:
        """Say the whole run, a line for each part."""
        parts = tuple(parts_of(session.steps))
        return tuple(self._part(session, part, alone=len(parts) == 1) for part in parts)

    def note(self, session: Session, step: RunStep) -> str | None:
        """Say how a step is to be run, where its numbers do not."""
        if step.part == "work" and session.kind in AS_ONE_RUN and not is_hard(step.target):
            return None
        for key in (f"{session.kind}_{step.part}", step.part):
            try:
                return self._word(f"step_notes.{key}")
            except KeyError:
                continue
        return None

    def _part(self, session: Session, part: Part, *, alone: bool) -> str:
        step = part.main
        slots = {"amount": self.amount(step), "how": self._how(step), "n": str(part.repeat)}
        between = part.between
        if len(part.steps) > 1 and part.steps[-1].part == "work":
            after = part.steps[-1]
            return self._say(
                "alternate", **slots, rest=self.amount(after), next_how=self._how(after)
            )
        if session.kind == "run_walk" and between is not None:
            return self._say("run_walk", **slots, rest=self.amount(between))
        if session.kind == "run_walk" and step.part == "warm_up":
            return self._say("walk_first", **slots)
        if between is not None:
            return self._say(
                "strides" if part.is_strides else "group", **slots, rest=self.amount(between)
            )
        if part.repeat > 1:
            return self._say("again_strides" if part.is_strides else "again", **slots)
        if step.part == "race":
            return self._say(self._race(session, step), **slots)
        if session.discipline == "race" and step.target.rpe == _WALKING:
            return self._say("walk", **slots)
        return self._say("work" if alone else step.part, **slots)

    def _race(self, session: Session, step: RunStep) -> str:
        """A race in parts is held back at first, and the end is what is left."""
        parts = [one for one in session.steps if one.part == "race"]
        if len(parts) == 1:
            return "race" if step.target.pace is not None else "race_by_feel"
        named = {0: "race_first", 2: "race_work", len(parts) - 1: "race_last"}
        return named.get(parts.index(step), "race_middle")

    def _how(self, step: RunStep) -> str:
        target = step.target
        name = self.measures.plain(f"paces.{target.pace}") if target.pace is not None else ""
        if target.s_per_km is not None and not self.measures.beginner:
            number = self.measures.pace_range(target.s_per_km)
        elif target.hr is not None and not self.measures.beginner:
            number = self.measures.unit("bpm", self.measures.range(target.hr))
        elif target.rpe is not None and target.pace != "easy":
            number = self._say("effort", rpe=self.measures.range(target.rpe, 0.5))
        else:
            number = ""
        return self._say("how", name=name, number=number) if name and number else name or number

    def _times(self, repeat: int, amount: str) -> str:
        return self._say("times", n=str(repeat), amount=amount) if repeat > 1 else amount

    def _say(self, key: str, **slots: str) -> str:
        return self._word(f"steps.{key}").format(**slots)

    def _word(self, key: str) -> str:
        return self.measures.sentences.word(key)

"""Which exercise: the first that the kit allows, the way down its ladder, the harder form; why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from dovetail.domain.athlete import Level
from dovetail.domain.decision import Reason
from dovetail.domain.exercise import Exercise
from dovetail.domain.prescription import Line
from dovetail.domain.template import Amount, LineTemplate
from dovetail.planning.strength_dose import Dose

NEW_WAVE, _WITHOUT_KIT, _HARDER_FORM = "AI064", "AI074", "AI075"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picker:
    """Chooses exercises for one person, with one place's kit."""

    exercises: Mapping[str, Exercise]
    owned: frozenset[str]
    level: Level
    light_weights: bool = False
    known: frozenset[str] | None = None
    """Shortly before a race: the exercises that have been trained. None is all."""
    elsewhere: frozenset[str] = frozenset()
    """What is left out: the day's other session holds it, or health forbids it."""

    def choose(self, line: LineTemplate, chosen: Sequence[str]) -> str | None:
        """Take the first exercise that the kit allows, or the way down its ladder."""
        level = self.level
        first = line.novice if level == "beginner" else ()
        second = line.unless_advanced if level != "advanced" else ()
        light = line.light_weights if self.light_weights else ()
        for key in (*first, *second, *light, *line.any):
            barred = key in line.apart_from and key in chosen
            possible = self.exercises[key].kit_for(self.owned) is not None
            if possible and not barred and self.knows(key) and key not in self.elsewhere:
                return key
        if self.known is not None:
            return self._alike(self.exercises[line.any[0]], chosen)
        last = None if line.optional else self._way_down(line.any[-1])
        return None if last in self.elsewhere or last in chosen else last

    def knows(self, key: str) -> bool:
        """Whether an exercise may be asked for now."""
        return self.known is None or key in self.known

    def _alike(self, wanted: Exercise, chosen: Sequence[str]) -> str | None:
        """Shortly before a race: something trained of the same pattern, or nothing."""
        trained = (self.exercises[key] for key in sorted(self.known or ()))
        return next(
            (
                one.key
                for one in trained
                if one.pattern == wanted.pattern
                and one.measure == wanted.measure
                and one.key not in chosen
                and one.key not in self.elsewhere
                and (wanted.loadable or not one.loadable)
                and one.kit_for(self.owned) is not None
            ),
            None,
        )

    def _way_down(self, key: str) -> str | None:
        step: str | None = key
        while step is not None and self.exercises[step].kit_for(self.owned) is None:
            step = self.exercises[step].without
        return step

    def harder(self, exercise: Exercise, amount: Amount) -> tuple[Exercise, Amount]:
        """One step up, where it is measured alike and needs no load; half of it a side."""
        up = self.exercises.get(exercise.harder or "")
        fits = up is not None and up.measure == exercise.measure and not up.loadable
        if up is None or not fits or up.kit_for(self.owned) is None or not self.knows(up.key):
            return exercise, amount
        if up.key in self.elsewhere:
            return exercise, amount
        if up.per_side and not exercise.per_side and amount.reps is not None:
            low, high = amount.reps
            amount = replace(amount, reps=(ceil(low / 2), ceil(high / 2)))
        return up, amount


def line_reasons(
    template: LineTemplate, key: str, line: Line, dose: Dose, pick: Picker
) -> tuple[Reason, ...]:
    """A line says why only where it is not the template's own."""
    first = template.any[0]
    if line.exercise != key:
        return (Reason(_HARDER_FORM, {"exercise": line.name}),)
    main = template.role in ("main", "upper_main")
    wave = (Reason(NEW_WAVE),) if dose.new_wave and main and line.load_rule == "step" else ()
    own = key in (first, *template.novice, *template.unless_advanced, *template.light_weights)
    if own or pick.exercises[first].kit_for(pick.owned) is not None:
        return wave
    wanted = pick.exercises[first].name
    facts = {"instead_of": wanted, "exercise": line.name}
    return (Reason(_WITHOUT_KIT, facts, ("coach-t",)),)

"""What strength: a session's lines chosen for the person, dosed for the week, cut to the slot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dovetail.domain.decision import Reason
from dovetail.domain.exercise import Exercise
from dovetail.domain.prescription import Line
from dovetail.domain.template import Amount, LineTemplate, SessionTemplate, Templates
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.strength_amounts import (
    band_of,
    contacts_of,
    jump_amount,
    reps_of,
    seconds_of,
    without_reserve,
)
from dovetail.planning.strength_dose import SLOW_TEMPO, Dose, dose_of
from dovetail.planning.strength_minutes import REST_S, Draft, Parts, cut_to
from dovetail.planning.strength_session import StrengthSession
from dovetail.rulebook.cases import JumpCase
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp

_LOADED = frozenset({"dumbbells", "kettlebell", "barbell", "backpack", "machine", "cable"})
HEAVY = ("maximal_strength", "power")
PRIMER_HOP = ("pogo-hop",)
QUIET = ("activation", "primer", "core")
"""Sessions that wake muscles and tire none: they are their own warm-up."""
LONG_ENOUGH_TO_ROLL_FIRST_MIN = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Gym:
    """What strength sessions are made from: the library, the kit, the person."""

    profile: Profile
    exercises: Mapping[str, Exercise]
    templates: Templates
    owned: frozenset[str]

    def session(
        self, frame: WeekFrame, group: str, name: str, *, at_most_min: int
    ) -> StrengthSession:
        """Build one session of a week that fits its minutes."""
        if group == "special" and name in QUIET:
            frame = replace(frame, strength_phase="activation")
        dose = dose_of(self.profile, frame)
        template = self.templates.get(group, name)
        drafts = self._drafts(template, frame, dose)
        if name == "a" and dose.hop_sets and self._hops_allowed():
            drafts.insert(0, self._hops(dose))
        parts = cut_to(self._parts(group, name, drafts, at_most_min), at_most_min)
        return StrengthSession.of(template, parts, block=self.block, lower=self.lower)

    @property
    def lower(self) -> frozenset[str]:
        """The exercises that the legs do."""
        return frozenset(key for key, one in self.exercises.items() if one.lower)

    # -- lines ---------------------------------------------------------------------------

    def _drafts(self, template: SessionTemplate, frame: WeekFrame, dose: Dose) -> list[Draft]:
        drafts: list[Draft] = []
        for line in template.lines:
            if line.role == "jump" and template.circuit is False and not self._jumps(line, dose):
                continue
            key = self._choose(line, [draft.line.exercise for draft in drafts])
            if key is not None:
                drafts.append(Draft(line.role, self._line(line, key, frame, dose)))
        return drafts

    def _jumps(self, line: LineTemplate, dose: Dose) -> bool:
        return self._hops_allowed() and (dose.power > 0 or line.any == PRIMER_HOP)

    def _hops_allowed(self) -> bool:
        unlocked = "hops" in self.profile.athlete.strength.coach_unlock
        return self.profile.permissions.jumps and (self.profile.level != "beginner" or unlocked)

    def _choose(self, line: LineTemplate, chosen: Sequence[str]) -> str | None:
        """Take the first exercise that the kit allows, or the way down its ladder."""
        level = self.profile.level
        first = line.novice if level == "beginner" else ()
        second = line.unless_advanced if level != "advanced" else ()
        for key in (*first, *second, *line.any):
            barred = key in line.apart_from and key in chosen
            if not barred and self.exercises[key].kit_for(self.owned) is not None:
                return key
        return None if line.optional else self._way_down(line.any[-1])

    def _way_down(self, key: str) -> str | None:
        step: str | None = key
        while step is not None and self.exercises[step].kit_for(self.owned) is None:
            step = self.exercises[step].without
        return step

    def _line(self, template: LineTemplate, key: str, frame: WeekFrame, dose: Dose) -> Line:
        exercise = self.exercises[key]
        for _ in range(dose.harder):
            exercise = self._harder(exercise)
        amount = template.amount_for(key)
        if template.role == "jump" and dose.power:
            amount = jump_amount(amount, dose.power)
        return self._dosed(exercise, template, amount, frame, dose)

    def _harder(self, exercise: Exercise) -> Exercise:
        """One step up, where it is measured alike and needs no load."""
        up = self.exercises.get(exercise.harder or "")
        fits = up is not None and up.measure == exercise.measure and not up.loadable
        return up if fits and up is not None and up.kit_for(self.owned) is not None else exercise

    def _dosed(
        self,
        exercise: Exercise,
        template: LineTemplate,
        amount: Amount,
        frame: WeekFrame,
        dose: Dose,
    ) -> Line:
        phase, role = frame.strength_phase or "stabilization", template.role
        kit = exercise.kit_for(self.owned) or ()
        sets = self._sets(template, amount, dose)
        reps = reps_of(template, amount, dose, phase)
        slow = dose.slow and phase == "stabilization" and exercise.measure == "reps"
        loaded = exercise.loadable and bool(_LOADED.intersection(kit))
        return Line(
            exercise=exercise.key,
            name=exercise.name,
            trains=exercise.trains,
            sets=sets,
            reps=reps,
            seconds=seconds_of(amount, dose),
            metres=amount.metres,
            steps=amount.steps,
            per_side=exercise.per_side,
            tempo=SLOW_TEMPO if slow else amount.tempo,
            rest_s=REST_S[phase if role != "jump" else "power"][role],
            rir=None if without_reserve(role, exercise, phase) else dose.rir,
            load_rule=dose.load_rule if loaded else None,
            implements=exercise.implements_for(kit) if loaded else 0,
            band=band_of(phase, kit),
            equipment=kit,
            contacts=contacts_of(exercise, sets, reps, amount),
            easier=exercise.easier,
            harder=exercise.harder,
            reasons=self._reasons(template, exercise, amount),
        )

    def _sets(self, template: LineTemplate, amount: Amount, dose: Dose) -> int:
        asked = amount.sets or template.amount.sets or 1
        if template.role == "jump" and dose.power:
            return asked
        return min(asked, dose.sets_of(template.role, asked)) if asked > 1 else asked

    def _reasons(
        self, template: LineTemplate, exercise: Exercise, amount: Amount
    ) -> tuple[Reason, ...]:
        """A line says why only where it is not the template's own."""
        first = template.any[0]
        if exercise.key in (first, *template.novice, *template.unless_advanced):
            return ()
        if self.exercises[first].kit_for(self.owned) is not None:
            return (Reason("AI075", {"exercise": exercise.name}),)
        wanted = self.exercises[first].name
        return (Reason("AI074", {"instead_of": wanted, "exercise": exercise.name}, ("coach-t",)),)

    def _hops(self, dose: Dose) -> Draft:
        exercise = self.exercises["pogo-hop"]
        reps = float(dose.hop_reps)
        cap = clamp(
            dose.hop_sets * reps,
            limits_of("session.contacts"),
            JumpCase(runner=self.profile.runner),
        )
        reps = min(reps, float(int(cap.value // dose.hop_sets)))
        return Draft(
            "jump",
            Line(
                exercise=exercise.key,
                name=exercise.name,
                trains=exercise.trains,
                sets=dose.hop_sets,
                reps=(reps, reps),
                rest_s=60,
                contacts=round(dose.hop_sets * reps * exercise.contacts_per_unit),
                easier=exercise.easier,
                harder=exercise.harder,
                reasons=(Reason("AI076", {"contacts": round(dose.hop_sets * reps)}),),
            ),
        )

    # -- blocks --------------------------------------------------------------------------

    def _parts(self, group: str, name: str, drafts: Sequence[Draft], at_most_min: int) -> Parts:
        warm_up = self.profile.principles.number
        heavy = group in HEAVY or name == "last_heavy"
        rolls = not heavy and group != "special" and at_most_min >= LONG_ENOUGH_TO_ROLL_FIRST_MIN
        prepare = warm_up("warm_up", "prepare_full" if rolls else "prepare_short")
        if heavy:
            prepare = warm_up("warm_up", "prepare_heavy")
        elif name in QUIET:
            prepare = 0
        if self.profile.masters and prepare and at_most_min >= LONG_ENOUGH_TO_ROLL_FIRST_MIN:
            prepare += warm_up("warm_up", "masters_more")
        recover = warm_up("warm_up", "recover_full" if at_most_min >= 30 else "recover_short")
        return Parts(
            drafts=tuple(drafts),
            prepare_min=round(prepare),
            recover_min=round(recover),
            change_min=round(warm_up("warm_up", "set_up")),
            rolls_first=rolls,
            heavy=heavy,
        )

    def block(self, name: str) -> tuple[Line, ...]:
        """Return the lines of a preparing or recovering block."""
        template = self.templates.get("blocks", name)
        lines: list[Line] = []
        for line in template.lines:
            key = self._choose(line, [one.exercise for one in lines])
            if key is None:
                continue
            exercise = self.exercises[key]
            lines.append(
                Line(
                    exercise=key,
                    name=exercise.name,
                    trains=exercise.trains,
                    sets=line.amount.sets or 1,
                    reps=line.amount.reps,
                    seconds=line.amount.seconds,
                    per_side=exercise.per_side,
                    tempo=line.amount.tempo,
                    equipment=exercise.kit_for(self.owned) or (),
                    easier=exercise.easier,
                    harder=exercise.harder,
                )
            )
        return tuple(lines)

"""What strength: a session's lines chosen for the person, dosed for the week, cut to the slot."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Week
from dovetail.domain.prescription import Line
from dovetail.domain.template import Amount, LineTemplate, SessionTemplate, Templates
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.strength_amounts import (
    FIRST_HOP,
    band_of,
    contacts_of,
    jump_amount,
    reps_of,
    second_time,
    seconds_of,
    with_its_load,
    with_its_step,
    with_its_turn,
    without_reserve,
)
from dovetail.planning.strength_blocks import AFTER_RUN, HEAVY, QUIET, block_lines, parts_of
from dovetail.planning.strength_choice import Picker, line_reasons
from dovetail.planning.strength_cutting import cut_to, worth_going
from dovetail.planning.strength_dose import SLOW_TEMPO, Dose, dose_of, within_landings
from dovetail.planning.strength_growth import Grown, grown, quicker
from dovetail.planning.strength_hops import Hops
from dovetail.planning.strength_less import Ceiling, with_less
from dovetail.planning.strength_memory import Amounts, amounts_waiting, lifted_lately, limits_lifted
from dovetail.planning.strength_minutes import Draft, rest_of
from dovetail.planning.strength_session import StrengthSession

_LOADED = frozenset({"dumbbells", "kettlebell", "barbell", "backpack", "machine", "cable"})
PRIMER_HOP = (FIRST_HOP,)
SMALL_JUMPS, SMALL_JUMP = "power_lite", ("squat-jump-and-stick",)
OTHER_LETTER = {"a": "b", "b": "a"}
LONG_ENOUGH_FOR_BOTH_MIN = 55
"""What a slot of an hour leaves to lift (dovetail)."""
RESERVE_OF_ONE_LINE = 3.0
"""One heavy line beside a key run is no heavy session, and stays three short (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gym:
    """What strength sessions are made from: the library, the kit, the person."""

    profile: Profile
    exercises: Mapping[str, Exercise]
    templates: Templates
    owned: frozenset[str]
    known: frozenset[str] | None = None
    """Shortly before a race: the exercises that have been trained. None is all."""
    trained: frozenset[str] | None = None
    """The exercises of earlier weeks: whatever is new has its load still to be found."""
    limits: Mapping[str, float] = field(default_factory=dict)
    """Repetitions to the limit of each lift's last loading week, by exercise."""
    waiting: Mapping[str, Amounts] = field(default_factory=dict)
    """What was done last of each exercise that the last full week did not hold."""
    lately: frozenset[str] | None = None
    """What the last three weeks trained; None is anything."""
    landings: int | None = None
    """The most foot contacts of small hops, one step above the last weeks; None is any."""
    elsewhere: frozenset[str] = frozenset()
    """What the day's other session holds, and this one therefore does not."""
    warm: bool = False
    """The sessions follow straight after a run, which has warmed up already."""

    def after(self, weeks: Sequence[Week]) -> Gym:
        """Remember what earlier weeks lifted."""
        return replace(
            self,
            limits=limits_lifted(weeks),
            lately=lifted_lately(weeks),
            waiting=amounts_waiting(weeks),
        )

    def lifted_lately(self, name: str) -> bool:
        """Whether the main lifts of a special session were all trained in the last weeks."""
        if self.lately is None:
            return True
        template = self.templates.get("special", name)
        mains = (line for line in template.lines if line.role == "main")
        return all(self.pick.choose(line, ()) in self.lately for line in mains)

    @property
    def pick(self) -> Picker:
        """What chooses exercises here."""
        return Picker(
            exercises=self.exercises,
            owned=self.owned,
            level=self.profile.level,
            light_weights=self.profile.light_weights,
            known=self.known,
            elsewhere=self.elsewhere | self.profile.barred,
        )

    def session(
        self,
        frame: WeekFrame,
        group: str,
        name: str,
        *,
        at_most_min: int,
        at_most: Ceiling | None = None,
    ) -> StrengthSession:
        """Build one session of a week that fits its minutes and, where told, a smaller dose."""
        template = self.templates.get(group, name)
        recipe = (group, name, at_most_min)
        drafts = self._all_drafts(recipe, template, frame)
        parts = parts_of(self.profile, recipe, template, drafts, warm=self.warm)
        parts = cut_to(parts, at_most_min)
        if at_most is not None:
            parts = with_less(parts, at_most)
        if group != "special":
            parts = worth_going(parts, at_most_min)
        return StrengthSession.of(template, parts, block=self.block, lower=self.lower)

    def _all_drafts(
        self, recipe: tuple[str, str, int], template: SessionTemplate, frame: WeekFrame
    ) -> list[Draft]:
        """Return the template's lines in the week's dose, with the hops and what is asked for."""
        group, name, at_most_min = recipe
        if group == "special":
            return self._special_drafts(name, template, frame)
        dose = self._dose(frame)
        drafts = self._drafts(template, frame, dose)
        if at_most_min >= LONG_ENOUGH_FOR_BOTH_MIN:
            mains = sum(one.role in ("main", "upper_main") for one in drafts)
            drafts[mains:mains] = self._other_lift(group, name, frame, dose)
        if name in ("a", "whole") and dose.hop_sets and self.hops.allowed():
            drafts = self.hops.drafts(dose, frame.starts) + drafts
        return drafts

    def _special_drafts(
        self, name: str, template: SessionTemplate, frame: WeekFrame
    ) -> list[Draft]:
        """Return the lines of a short session: what only wakes has a dose of its own."""
        beside = self._dose(frame)
        wakes = name in (*QUIET, SMALL_JUMPS)
        frame = replace(frame, strength_phase="activation") if wakes else frame
        dose = self._dose(frame)
        if name.startswith(AFTER_RUN):
            dose = replace(dose, fewer=0, slow=False, harder=0, own=0, support=0)
        if name == "micro_heavy":
            dose = replace(dose, rir=RESERVE_OF_ONE_LINE)
        drafts = self._drafts(template, frame, dose)
        if name != SMALL_JUMPS:
            return drafts
        return self.hops.within(drafts, self.hops.landings_of(beside, frame.starts))

    def _dose(self, frame: WeekFrame) -> Dose:
        dose = replace(dose_of(self.profile, frame), light=self.profile.light_weights)
        return dose if self.landings is None else within_landings(dose, self.landings)

    @property
    def _free_pick(self) -> Picker:
        """What warms up and recovers has no stand-in, and may be done twice a day."""
        return replace(self.pick, known=None, elsewhere=self.profile.barred)

    @property
    def hops(self) -> Hops:
        """What makes the hops here."""
        return Hops(
            profile=self.profile,
            exercises=self.exercises,
            pick=self.pick,
            trained=self.trained,
            landings=self.landings,
        )

    @property
    def lower(self) -> frozenset[str]:
        """The exercises that the legs do."""
        return frozenset(key for key, one in self.exercises.items() if one.lower)

    # -- lines ---------------------------------------------------------------------------

    def _drafts(self, template: SessionTemplate, frame: WeekFrame, dose: Dose) -> list[Draft]:
        drafts: list[Draft] = []
        for asked in template.lines:
            jumps = asked.role == "jump" and not template.circuit
            if jumps and not self._jumps(asked, dose, frame):
                continue
            if asked.own_weight and not self.profile.own_weight:
                continue
            beside = [draft.line.exercise for draft in drafts]
            key = self.pick.choose(asked, beside)
            if key is not None and key not in beside:
                line = self._line(asked, key, frame, dose, beside)
                drafts.append(Draft(asked.role, line, quicker=quicker(asked, line, dose)))
        first = next((at for at, one in enumerate(drafts) if one.role == "main"), None)
        if dose.extra and first is not None:
            line = drafts[first].line
            drafts[first] = Draft("main", replace(line, sets=line.sets + dose.extra))
        return drafts

    def _other_lift(self, group: str, name: str, frame: WeekFrame, dose: Dose) -> list[Draft]:
        """The main lift of the other session, lighter: for advanced runners who ask for it."""
        if not self.profile.lifts_twice or group != "maximal_strength" or name not in OTHER_LETTER:
            return []
        asked = self.templates.get(group, OTHER_LETTER[name]).lines[0]
        key = self.pick.choose(asked, ())
        if key is None or not self._loaded(self.exercises[key]):
            return []
        return [Draft("accessory", second_time(self._line(asked, key, frame, dose), self.limits))]

    def _jumps(self, line: LineTemplate, dose: Dose, frame: WeekFrame) -> bool:
        small = line.any == SMALL_JUMP and self.hops.may_learn(SMALL_JUMP[0], frame.starts)
        return self.hops.allowed() and (dose.power > 0 or line.any == PRIMER_HOP or small)

    def _line(
        self,
        template: LineTemplate,
        key: str,
        frame: WeekFrame,
        dose: Dose,
        beside: Container[str] = (),
    ) -> Line:
        """Return a line that no harder form makes the same as one beside it."""
        amount, exercise = template.amount_for(key), self.exercises[key]
        if template.role == "jump" and dose.power:
            amount = jump_amount(amount, dose.power)

        def harder(one: Exercise, asked: Amount) -> Grown:
            up = self.pick.harder(one, asked)
            return (one, asked) if up[0].key in beside else up

        way = (exercise, amount)
        exercise, amount = grown(template.role, way, dose, loaded=self._loaded, harder=harder)
        line = self._dosed(exercise, template, amount, frame, dose)
        if frame.loading and frame.strength_phase in HEAVY:
            line = with_its_step(line, self.limits)
        elif frame.strength_phase == "strength_endurance" and frame.phase in ("base", "build"):
            line = with_its_turn(line, {} if frame.lighter else self.waiting)
        line = with_its_load(line, template.role, self.trained, dose)
        return replace(line, reasons=line_reasons(template, key, line, dose, self.pick))

    def _loaded(self, exercise: Exercise) -> bool:
        kit = exercise.kit_for(self.owned) or ()
        return exercise.loadable and bool(_LOADED.intersection(kit))

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
        loaded = self._loaded(exercise)
        reps = reps_of(template, amount, dose, phase, loaded=loaded)
        slow = dose.slow and phase == "stabilization" and exercise.measure == "reps"
        long = self.profile.athlete.strength.long_rest
        rest_s = rest_of(phase, role, self.profile.principles, long=long)
        free = without_reserve(role, exercise, phase) or (
            not loaded and (role == "completion" or (role == "upper" and rest_s == 0))
        )
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
            rest_s=rest_s,
            rir=None if free else dose.rir,
            load_rule=dose.load_rule if loaded else None,
            implements=exercise.implements_for(kit) if loaded else 0,
            band=band_of(phase, kit),
            equipment=kit,
            contacts=contacts_of(exercise, sets, reps, amount),
            easier=exercise.easier,
            harder=exercise.harder,
        )

    def _sets(self, template: LineTemplate, amount: Amount, dose: Dose) -> int:
        asked = amount.sets or template.amount.sets or 1
        if template.role == "jump" and dose.power:
            return asked
        return min(asked, dose.sets_of(template.role, asked)) if asked > 1 else asked

    def block(self, name: str) -> tuple[Line, ...]:
        """Return the lines of a preparing or recovering block."""
        return block_lines(self.templates.get("blocks", name), self._free_pick, self.known)

"""What a week asks for: its runs and its strength, before any of it has a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dovetail.domain.decision import Reason
from dovetail.domain.prescription import Range, RunStep
from dovetail.domain.session import Kind
from dovetail.planning.frame import WeekFrame
from dovetail.planning.key_runs import KeyRun
from dovetail.planning.long_run import long_run
from dovetail.planning.paces import Paces
from dovetail.planning.profile import Profile
from dovetail.planning.run_recipes import RECIPES, km_of, minutes_of, prepare
from dovetail.planning.run_walk import ladder_km, ladder_minutes, ladder_steps
from dovetail.planning.strength import Gym, StrengthSession
from dovetail.planning.structure import Structure
from dovetail.planning.volume import Volume
from dovetail.rulebook.shapes import Strain
from dovetail.rulebook.strains import Legs

SHAKEOUT_MIN = 20
_STRENGTH_EFFORT: Mapping[str, Range] = {
    "stabilization": (4.0, 5.0),
    "strength_endurance": (5.0, 7.0),
    "maximal_strength": (6.0, 8.0),
    "power": (5.0, 7.0),
}
_QUIET_EFFORT: Range = (3.0, 4.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One session that the week asks for."""

    role: str
    kind: Kind
    strain: Strain
    reason: Reason
    rank: int
    rpe: Range
    steps: tuple[RunStep, ...] = ()
    km: float | None = None
    strength: StrengthSession | None = None
    recipe: tuple[str, str, int] | None = None
    """Template group, name and minutes, to build it again with the kit of another place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Builds what one week asks for."""

    profile: Profile
    structure: Structure
    gym: Gym
    paces: Paces
    frames: Sequence[WeekFrame]
    frame: WeekFrame
    volume: Volume
    all_volumes: Sequence[Volume]
    keys: Sequence[KeyRun]

    @property
    def legs(self) -> Legs:
        """What the legs of this runner need this week."""
        return Legs(
            age=self.profile.age,
            masters=self.profile.masters,
            weeks_in_phase=self.frame.weeks_in_phase,
        )

    @property
    def shortest_min(self) -> int:
        """The shortest run worth going out for."""
        return round(self.profile.principles.number("shortest_run", self.profile.level))

    def all(self) -> tuple[Wanted, ...]:
        """Return everything the week asks for, within the hard-unit budget."""
        runs = [*self._ladder()] if self.volume.ladder else [*self._runs()]
        found = [*runs, *self._strength()]
        over = sum(one.strain.hard for one in found) > self.profile.budget
        if over and self.structure.second == "full":
            return replace(self, structure=replace(self.structure, second="light")).all()
        return tuple(_within_budget(found, self.profile.budget))

    # -- runs ----------------------------------------------------------------------------

    def _ladder(self) -> Iterator[Wanted]:
        for number, step in enumerate(self.volume.ladder, 1):
            yield Wanted(
                role=f"easy-{number}",
                kind="run_walk",
                strain=Strain("easy", ladder_minutes(step), run=True),
                reason=Reason("AI042", {"step": step + 1}),
                rank=2 + number,
                rpe=(2.0, 3.0),
                steps=ladder_steps(step),
                km=ladder_km(step, self.profile.easy_s_per_km),
            )

    def _runs(self) -> Iterator[Wanted]:
        fixed = list(self._key_runs())
        if self.volume.long_km.value > 0:
            fixed.insert(0, self._long())
        yield from fixed
        rest_km = self.volume.km.value - sum(run.km or 0.0 for run in fixed)
        for number in range(1, self._easy_runs(len(fixed), rest_km) + 1):
            yield self._easy(number)

    def _long(self) -> Wanted:
        km = self.volume.long_km.value
        run = long_run(self.profile, self.frames, self.frame, km, self.paces)
        minutes = round(minutes_of(run.steps, self.paces))
        return Wanted(
            role="long",
            kind="long",
            strain=Strain("long", minutes, run=True, key=True, quality=run.quality, long=True),
            reason=Reason(run.code, {"long_km": km}),
            rank=1,
            rpe=(3.0, 5.0) if run.quality or run.code == "AI040" else (3.0, 4.0),
            steps=run.steps,
            km=km,
        )

    def _key_runs(self) -> Iterator[Wanted]:
        week_min = self.paces.minutes_of("easy", self.volume.km.value)
        longest = self._key_slot_min()
        keys = self.keys if self.structure.second_quality else self.keys[:1]
        for number, key in enumerate(keys, 1):
            if self.structure.runs < 2:
                return
            recipe = RECIPES[key.recipe]
            made = prepare(recipe, key.appearance, self.profile, self.paces, week_min)
            steps = _fitted(made.steps, self.paces, longest, self._key_km_cap())
            km = round(km_of(steps, self.paces) * 2) / 2
            hard = recipe.quality and not self.profile.permissions.easy_only
            yield Wanted(
                role=f"quality-{number}",
                kind=recipe.kind,
                strain=Strain(
                    f"quality-{number}",
                    round(minutes_of(steps, self.paces)),
                    run=True,
                    key=hard,
                    quality=hard,
                ),
                reason=Reason(recipe.code, {"work_min": round(made.work_min)}),
                rank=2 if number == 1 else 5,
                rpe=_session_effort(steps),
                steps=steps,
                km=km,
            )

    def _key_slot_min(self) -> int:
        """The longest slot besides the one that the long run takes."""
        slots = sorted((slot.minutes for slot in self.profile.slots), reverse=True)
        has_long = self.volume.long_km.value > 0 or self.frame.tune_up or self.frame.race_on
        return slots[1] if has_long and len(slots) > 1 else slots[0]

    def _key_km_cap(self) -> float:
        """A key run is no longer than the long run may be, nor the second-longest too long."""
        longest = max(self.volume.long_km.value, self.profile.athlete.running.longest_km * 0.9)
        return max(longest, 3.0)

    def _easy_runs(self, others: int, rest_km: float) -> int:
        """As many as are usual; one less where the kilometres give only stubs."""
        usual = max(0, self._usual_runs() - others)
        if self.frame.phase == "recovery" and rest_km <= 0:
            return 0
        shortest_km = self.paces.km_of("easy", self.shortest_min)
        by_volume = int(rest_km / shortest_km + 0.35)
        fewest = 0 if self.frame.phase in ("recovery", "race") else 1
        if self.frame.phase == "race":
            fewest = max(0, usual - 1)
        return max(min(usual, fewest), min(usual, by_volume))

    def _usual_runs(self) -> int:
        runs = self.structure.runs
        return runs - 1 if self.frame.tune_up or self.frame.race_on else runs

    def _easy(self, number: int) -> Wanted:
        minutes = self.shortest_min
        if self.frame.phase == "race":
            minutes = min(minutes, SHAKEOUT_MIN)
        return Wanted(
            role=f"easy-{number}",
            kind="easy",
            strain=Strain("easy", minutes, run=True),
            reason=Reason("AI030"),
            rank=5 + number,
            rpe=(2.0, 4.0),
        )

    # -- strength ------------------------------------------------------------------------

    def _strength(self) -> Iterator[Wanted]:
        if self.frame.strength_phase is None or not self.structure.first_min:
            return
        if self.frame.phase == "recovery" and self.frame.recovery is not None:
            yield self._lift("strength-a", "stabilization", "a", self.structure.first_min)
        elif self.frame.phase == "race":
            if self._days_of("primer_window"):
                yield self._lift("primer", "special", self._primer(), 20)
        elif self.frame.phase == "taper":
            yield from self._taper()
        else:
            yield from self._training_week(self.frame.strength_phase)

    def _training_week(self, phase: str) -> Iterator[Wanted]:
        first = self.structure.first_min
        if self.frame.after_race and self.frame.phase == "peak":
            yield self._lift("strength-a", phase, "a", first)
            yield self._lift("strength-b", "special", "activation", 20)
            return
        yield self._lift("strength-a", phase, "a", first)
        if self.frame.tune_up is None:
            yield from self._second(phase)

    def _second(self, phase: str) -> Iterator[Wanted]:
        second, minutes = self.structure.second, self.structure.second_min
        if second == "none":
            return
        heavy = phase in ("maximal_strength", "power")
        light = second == "light" or (heavy and self.profile.athlete.policy == "article_week")
        if second == "micro":
            yield self._lift("strength-b", "special", "micro", minutes)
        elif heavy and self._short_peak_session(phase):
            yield self._lift("strength-b", "special", "activation", min(20, minutes))
        elif light:
            yield self._lift("strength-b", "special", "light", min(40, minutes))
        else:
            yield self._lift("strength-b", phase, "b", minutes)

    def _short_peak_session(self, phase: str) -> bool:
        """In the peak the second session is short; masters keep both."""
        if self.frame.phase != "peak" or self.profile.masters or self.frame.lighter:
            return False
        last = [frame.number for frame in self.frames if frame.loading][-1:]
        return phase == "maximal_strength" or self.frame.number in last

    def _taper(self) -> Iterator[Wanted]:
        first = self.structure.first_min
        phase = self.frame.strength_phase or "activation"
        if phase != "activation":
            yield self._lift("strength-a", phase, "a", first)
            yield self._lift("strength-b", "special", "activation", 20)
        elif not self._was_heavy():
            yield self._lift("strength-a", "special", "activation", 20)
        elif self._days_of("last_heavy_window"):
            yield self._lift("strength-a", "special", "last_heavy", min(35, first))
            yield self._lift("core", "special", "core", 15)

    def _was_heavy(self) -> bool:
        return any(frame.strength_phase == "maximal_strength" for frame in self.frames)

    def _primer(self) -> str:
        return "primer" if self._was_heavy() else "activation"

    def _lift(self, role: str, group: str, name: str, minutes: int) -> Wanted:
        session = self.gym.session(self.frame, group, name, at_most_min=minutes)
        kind = _strength_kind(role, name)
        heavy = session.heavy_legs
        legs = 2 if heavy else 1 if kind in ("lower", "full") else 0
        return Wanted(
            role=role,
            kind=kind,
            strain=Strain(
                role,
                session.minutes,
                legs=legs,
                strength=True,
                apart=self.legs.apart,
                sore=bool(legs) and self.legs.sore,
            ),
            reason=self._why(role, group, name),
            rank=_strength_rank(role, self.profile, self.frame),
            rpe=_STRENGTH_EFFORT.get(group, _QUIET_EFFORT),
            strength=session,
            recipe=(group, name, minutes),
        )

    def _why(self, role: str, group: str, name: str) -> Reason:
        codes = {
            "stabilization": "AI021",
            "strength_endurance": "AI022",
            "maximal_strength": "AI023",
            "power": "AI024",
        }
        special = {
            "light": "AI026",
            "micro": "AI027",
            "primer": "AI028",
            "core": "AI029",
            "activation": "AI025",
            "last_heavy": "AI020",
        }
        code = codes.get(group) or special[name]
        letter = {"strength-a": "A", "strength-b": "B"}.get(role, "")
        facts = {"letter": letter, "focus": "lower_body" if letter == "A" else "full_body"}
        if group in codes:
            facts["strength_phase"] = group
        source = "coach-t" if group in codes else "dovetail"
        return Reason(code, facts, (source,))

    def _days_of(self, window: str) -> tuple[int, int] | None:
        return window_of(self.profile, self.frame.starts, window)

    def windows(self) -> dict[str, tuple[int, int]]:
        """Return the weekdays that sessions before the race belong to."""
        found = {}
        if self.frame.phase == "race" and (days := self._days_of("primer_window")):
            found["primer"] = days
        if self.frame.phase == "taper" and self.frame.strength_phase == "activation":
            days = self._days_of("last_heavy_window")
            if days and self._was_heavy():
                found["strength-a"] = days
        return found


def window_of(profile: Profile, monday: date, name: str) -> tuple[int, int] | None:
    """Return the first and last weekday of a window before the race, or None."""
    race_on, race = profile.athlete.goal.date, profile.athlete.goal.race
    row = profile.principles.entries[name].value
    if race_on is None or not isinstance(row, Mapping) or race not in row:
        return (0, 6) if name == "last_heavy_window" else None
    first, last = profile.principles.row(name, race)
    days = [
        day
        for day in range(7)
        if race_on - timedelta(first) <= monday + timedelta(day) <= race_on - timedelta(last)
    ]
    return (days[0], days[-1]) if days else None


def _strength_kind(role: str, name: str) -> Kind:
    kinds: Mapping[str, Kind] = {
        "light": "upper",
        "micro": "core",
        "core": "core",
        "activation": "activation",
        "primer": "primer",
    }
    return kinds.get(name, "lower" if role == "strength-a" else "full")


def _strength_rank(role: str, profile: Profile, frame: WeekFrame) -> int:
    if role == "strength-a":
        early = profile.masters or profile.athlete.goal.race == "healthy"
        return 1 if early else 3
    if role == "strength-b":
        return 9 if frame.phase in ("taper", "race") else 4
    return 8


def _session_effort(steps: Sequence[RunStep]) -> Range:
    """The effort of the whole: that of the work, softened by what is easy around it."""
    work = [step.target.rpe for step in steps if step.part == "work" and step.target.rpe]
    if not work:
        return (3.0, 4.0)
    low, high = max(work)
    return (max(3.0, low - 1), high)


def _fitted(
    steps: tuple[RunStep, ...], paces: Paces, most_min: float, most_km: float
) -> tuple[RunStep, ...]:
    """Shorten a key run to its slot and its kilometres: easy ends first, then the bouts."""

    def too_long(now: tuple[RunStep, ...]) -> bool:
        return minutes_of(now, paces) > most_min or km_of(now, paces) > most_km

    for part, least in (("cool_down", 5.0), ("warm_up", 8.0)):
        while too_long(steps) and any(s.part == part and (s.minutes or 0) > least for s in steps):
            steps = tuple(
                replace(s, minutes=(s.minutes or 0) - 1) if s.part == part else s for s in steps
            )
    while too_long(steps) and any(step.repeat > 2 for step in steps):
        steps = tuple(replace(s, repeat=s.repeat - 1) if s.repeat > 1 else s for s in steps)
    return steps


def _within_budget(wanted: Sequence[Wanted], budget: int) -> Sequence[Wanted]:
    """Give up hard units in the coach's order until the week can be absorbed."""
    found = list(wanted)
    for role in ("quality-2", "quality-1", "strength-b"):
        if sum(one.strain.hard for one in found) <= budget:
            break
        found = [one for one in found if one.role != role or not one.strain.hard]
    return found

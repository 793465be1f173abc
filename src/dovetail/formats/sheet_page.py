"""The page of a session, as strings: what its sheet says on a screen and in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dovetail.application.sheet import Sheet, SheetBlock, SheetLine, Swap
from dovetail.domain.prescription import Line
from dovetail.domain.session import Session
from dovetail.explaining.line_words import NEW_WAVE, Detail, LineWords, Shared
from dovetail.explaining.speaker import Speaker

_PAIR = "dumbbells"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What often goes wrong, and what puts it right."""

    fault: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One exercise as one reads it; what there is not to say is ""."""

    exercise: str
    name: str
    amount: str
    tempo: str
    reserve: str
    rest: str
    load: str
    warm_up_sets: str
    equipment: tuple[str, ...]
    cues: tuple[str, ...]
    too_hard: str
    too_easy: str
    without_kit: str
    fault: Fault | None
    warnings: tuple[str, ...]

    def detail(self, key: Detail) -> str:
        """Return reserve, tempo or rest."""
        return {"rir": self.reserve, "tempo": self.tempo, "rest": self.rest}[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block: its heading, what most of its cards share, and the cards."""

    part: str
    heading: str
    circuit: bool
    rounds: int
    shared: Shared
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A whole session in words."""

    id: str
    title: str
    date: str
    slot: str
    when: str
    minutes: int
    purpose: str
    tests: tuple[str, ...]
    equipment: tuple[str, ...]
    steps: tuple[str, ...]
    parts: tuple[Part, ...]


def page_of(sheet: Sheet, *, say: Speaker) -> Page:
    """Say a sheet in the Speaker's words."""
    session = sheet.session
    words = _Words(say)
    used = (kit for one in sheet.blocks for line in one.lines for kit in line.line.equipment)
    return Page(
        id=session.id,
        title=say.title(session),
        date=session.date.isoformat(),
        slot=session.slot,
        when=_when(sheet, say),
        minutes=session.minutes,
        purpose=say.purpose(session),
        tests=tuple(words.test(need) for need in sheet.tests),
        equipment=tuple(say.word(kit) for kit in dict.fromkeys(used)),
        steps=tuple(_steps(session, say)),
        parts=tuple(words.part(block) for block in sheet.blocks),
    )


def _when(sheet: Sheet, say: Speaker) -> str:
    session = sheet.session
    day = say.measures.weekday_date(session.date)
    if session.discipline == "rest":
        return day
    slots = {"day": day, "half": say.word(session.slot)}
    if sheet.before is None:
        return say.phrase("sheet.when", **slots)
    return say.phrase("sheet.when_after", **slots, before=say.title(sheet.before))


def _steps(session: Session, say: Speaker) -> Iterator[str]:
    """Say the steps of a run, and how to run them where the numbers do not."""
    if session.discipline == "rest":
        yield say.word("sheet.rest_day")
    yield from say.runs.lines(session)
    notes = (say.step_note(session, step) for step in session.steps)
    yield from dict.fromkeys(note for note in notes if note)


@dataclass(frozen=True, slots=True)
class _Words:
    """Says blocks and lines in full."""

    say: Speaker

    @property
    def lines(self) -> LineWords:
        return LineWords(self.say.measures, in_full=True)

    def part(self, one: SheetBlock) -> Part:
        block = one.block
        rested = block.part == "main" and not block.circuit
        in_rests = rested and any(line.rest_s for line in block.lines)
        cards = (self.card(line, in_circuit=block.circuit, in_rests=in_rests) for line in one.lines)
        return Part(
            part=block.part,
            heading=self._heading(one),
            circuit=block.circuit,
            rounds=block.rounds,
            shared=self.lines.above(block),
            cards=tuple(cards),
        )

    def card(self, one: SheetLine, *, in_circuit: bool, in_rests: bool) -> Card:
        line, exercise, lines = one.line, one.exercise, self.lines
        faults = exercise.faults if exercise else ()
        in_circuit = in_circuit or line.sets == 1
        rest = lines.detail("rest", line)
        return Card(
            exercise=line.exercise,
            name=line.name,
            amount=lines.amount(line, in_circuit=in_circuit),
            tempo=lines.detail("tempo", line),
            reserve=lines.detail("rir", line),
            rest=rest or (self._word("in_rests") if in_rests else ""),
            load=self._load(line),
            warm_up_sets=self._warm_up_sets(one),
            equipment=tuple(self._kit(line)),
            cues=exercise.cues if exercise else (),
            too_hard=self._swap(one.too_hard, "less_load", line),
            too_easy=self._swap(one.too_easy, "more_load", line),
            without_kit=self._without(one),
            fault=Fault(fault=faults[0][0], fix=faults[0][1]) if faults else None,
            warnings=exercise.warnings if exercise else (),
        )

    def test(self, need: str) -> str:
        try:
            return self._word(f"test_{need}")
        except KeyError:
            return need  # a plan that somebody else wrote may test what we do not know

    def _heading(self, one: SheetBlock) -> str:
        block = one.block
        part = self.say.word(f"blocks.{block.part}")
        if block.circuit:
            key = "circuit_once" if block.rounds == 1 else "circuit"
            return self._phrase(key, rounds=self.say.measures.count(block.rounds))
        sets = any(line.sets > 1 for line in block.lines)
        straight = block.part in ("main", "core") and sets and len(block.lines) > 1
        return self._phrase("straight", part=part) if straight else part

    def _load(self, line: Line) -> str:
        if line.load_kg is not None or line.band is not None:
            return self._phrase("load", load=self.lines.load(line))
        if line.load_rule is None:
            return ""
        if any(reason.code == NEW_WAVE for reason in line.reasons):
            return self._word("load_wave")
        if line.load_rule == "find" and line.rir is not None:
            left = self.say.measures.count(line.rir)
            return self._phrase("load_find_left", left=left)
        return self._word(f"load_{line.load_rule}")

    def _warm_up_sets(self, one: SheetLine) -> str:
        if not one.warm_up_sets:
            return ""
        barbell = "barbell" in one.line.equipment
        return self._word("warm_up_sets_barbell" if barbell else "warm_up_sets")

    def _kit(self, line: Line) -> Iterator[str]:
        for kit in line.equipment:
            one = kit == _PAIR and line.implements == 1
            yield self._word("one_dumbbell") if one else self.say.word(kit)

    def _swap(self, swap: Swap | None, load: str, line: Line) -> str:
        """Say another exercise; where there is a weight, the weight changes first."""
        name = swap.exercise.name if swap else ""
        if line.load_rule is None and line.load_kg is None:
            return name
        return self._phrase(f"{load}_first", name=name) if name else self._word(load)

    def _without(self, one: SheetLine) -> str:
        swap = one.without_kit
        if swap is None:
            return ""
        if one.exercise is None or swap.exercise.key != one.exercise.key:
            return swap.exercise.name
        return self._same_with(swap)

    def _same_with(self, swap: Swap) -> str:
        if not swap.kit:
            return self._word("same_unloaded")
        kit = self._word("and").join(self.say.word(one) for one in swap.kit)
        return self._phrase("same_with", kit=kit)

    def _word(self, key: str) -> str:
        return self.say.word(f"sheet.{key}")

    def _phrase(self, key: str, **slots: str) -> str:
        return self.say.phrase(f"sheet.{key}", **slots)

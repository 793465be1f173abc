"""A line of a strength session in words: sets and repetitions, load, reserve, tempo, rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from dovetail.domain.prescription import Block, Line, Range
from dovetail.explaining.measures import Measures, number

_TEMPO_PARTS = 4
_MINUTES_FROM_S = 120
NEW_WAVE = "AI064"


Detail = Literal["rir", "tempo", "rest"]
DETAILS: tuple[Detail, ...] = get_args(Detail)
Shared = Mapping[Detail, str]
"""What most lines of a block have in common: said above them, and not again at each."""


@dataclass(frozen=True, slots=True)
class LineWords:
    """Says lines; beginners read whole words in place of the gym's shorthand.

    In full is for a page of one session: the tempo in words. Two minutes and more are minutes.
    """

    measures: Measures
    in_full: bool = field(default=False, kw_only=True)

    def amount(self, line: Line, *, in_circuit: bool = False) -> str:
        """Say sets × repetitions; in a circuit the rounds are said above."""
        said = self._once(line)
        if line.per_side:
            side = "sheet.each_side" if self.in_full else "lines.per_side"
            said = self._word(side).format(amount=said)
        return said if in_circuit else self._say("sets", n=str(line.sets), amount=said)

    def listed(self, line: Line) -> str:
        """Say a line as one item of a list: once is not said."""
        amount = self.amount(line, in_circuit=line.sets == 1)
        return self._word("blocks.listed_line").format(name=line.name, amount=amount)

    def heading(self, block: Block, part: str) -> str:
        """Name a block; a circuit says that it goes round."""
        if not block.circuit:
            return part
        once = "_once" if block.rounds == 1 else ""
        main = "_main" if block.part == "main" else ""
        phrase = self._word(f"blocks.circuit{main}{once}")
        return phrase.format(part=part, rounds=block.rounds)

    def shared(self, lines: Sequence[Line]) -> Shared:
        """Find what holds for most of the lines that have it."""
        shared: dict[Detail, str] = {}
        for key in DETAILS:
            words = Counter(word for line in lines if (word := self.detail(key, line)))
            if words and (most := words.most_common(1)[0])[1] * 2 > words.total():
                shared[key] = most[0]
        return shared

    def above(self, block: Block) -> Shared:
        """Find what may stand above a block, because nobody would take it for too much.

        A tempo holds for all that is counted; reserve and rest for all of straight sets,
        since jumps have no reserve.
        """
        if block.part not in ("main", "core"):
            return {}
        counted = tuple(line for line in block.lines if line.reps is not None)
        of_all: dict[Detail, tuple[Line, ...]] = {"tempo": counted}
        if not block.circuit:
            of_all |= {"rir": block.lines, "rest": block.lines}
        return {
            key: said
            for key, said in self.shared(block.lines).items()
            if all(self.detail(key, line) == said for line in of_all.get(key, ()))
        }

    def details(self, line: Line, shared: Shared) -> str:
        """Say the load, and whatever is not as in the rest of the block."""
        own = [word for key in DETAILS if (word := self._own(key, line, shared))]
        return " · ".join(filter(None, [self.load(line), *own]))

    def load(self, line: Line) -> str:
        """Say how heavy, or how the load is found."""
        if line.load_kg is not None:
            load = self.measures.fact("load_kg", line.load_kg)
            return self._say("pair", load=load) if line.implements > 1 else load
        if line.band is not None:
            return self._say(f"band_{line.band}")
        if any(reason.code == NEW_WAVE for reason in line.reasons):
            return self._say("wave")
        return self._say(line.load_rule) if line.load_rule is not None else ""

    def detail(self, key: Detail, line: Line) -> str:
        """Say one of reserve, tempo and rest; "" where there is nothing to say."""
        match key:
            case "rir":
                return "" if line.rir is None else self._reserve(line.rir)
            case "tempo":
                return "" if line.tempo is None else self._tempo(line.tempo)
            case _:
                rest = self.measures.seconds(line.rest_s)
                return self._say("rest", rest=rest) if line.rest_s else ""

    def _own(self, key: Detail, line: Line, shared: Shared) -> str:
        said = self.detail(key, line)
        if key == "rest" and not said and key in shared:
            return self._word("lines.no_rest")
        return "" if said == shared.get(key) else said

    def _once(self, line: Line) -> str:
        if line.reps is not None:
            return self._say("reps", n=self.measures.range(line.reps))
        if line.seconds is not None:
            return self._seconds(line.seconds)
        if line.metres is not None:
            return self._say("metres", n=number(line.metres, 1))
        return self._say("steps", n=str(line.steps))

    def _seconds(self, both: Range) -> str:
        minutes = both[0] >= _MINUTES_FROM_S and not both[0] % 60
        if minutes and both[0] == both[1]:
            return self.measures.minutes(both[0] / 60)
        return self._say("seconds", n=self.measures.range(both))

    def _reserve(self, rir: float) -> str:
        if not self.measures.beginner:
            return self.measures.reserve(rir)
        left = self.measures.count(rir)
        return self._say("stop_plain_one" if rir <= 1 else "stop_plain", left=left)

    def _tempo(self, tempo: str) -> str:
        parts = tempo.split("-")
        in_words = self.measures.beginner or self.in_full
        if not in_words or len(parts) != _TEMPO_PARTS:
            return self._say("tempo", tempo=tempo)
        down, hold, up, top = parts
        key = "tempo_plain" if hold == "0" else "tempo_pause"
        said = self._say(key, down=down, hold=hold, up=up)
        if self.in_full and top != "0":
            return self._word("sheet.tempo_top").format(tempo=said, top=top)
        return said

    def _say(self, key: str, **slots: str) -> str:
        return self._word(f"lines.{key}").format(**slots)

    def _word(self, key: str) -> str:
        return self.measures.sentences.word(key)

"""What a session is called: at most forty characters, from its kind and its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dovetail.domain.athlete import RACE_KM
from dovetail.domain.run_parts import strides_of, work_of
from dovetail.domain.session import Session
from dovetail.explaining.measures import Measures
from dovetail.explaining.run_words import RunWords

AT_MOST = 40
_QUALITY = frozenset({"hills", "threshold", "interval", "repetition", "race_pace"})
_BY_EFFORT = frozenset({"threshold", "interval"})
_ALIKE_KM = 0.2
_PHASE_KEYS = ("strength_phase", "phase")
_STRENGTH_PHASES = frozenset(
    {
        "stabilization",
        "strength_endurance",
        "maximal_strength",
        "power",
        "power_rests",
        "activation",
    }
)


@dataclass(frozen=True, slots=True)
class Titles:
    """Names sessions; the longest name that has room is taken."""

    measures: Measures

    def title(self, session: Session) -> str:
        """Name a session."""
        return self._fitting(self._names(session))

    def brief(self, session: Session) -> str:
        """Say what is special about a run, for a table of weeks; "" for a plain one."""
        words, work = RunWords(self.measures), work_of(session)
        if session.kind == "race_pace" and work:
            return self._say("race_pace_brief", work=words.work(work))
        if session.discipline == "race" and (km := _race_km(session)) is not None:
            return self._say(
                f"{session.kind}_brief", km=self.measures.km(km), race=self.race_name(km)
            )
        if session.discipline in ("race", "test") or session.kind in _QUALITY:
            return self.title(session)
        if work and session.kind == "long":
            pace = words.pace_name(work[0].main.target.pace)
            return self._say("long_brief", work=words.work(work), pace=pace)
        if n := strides_of(session):
            return self._say("strides", n=str(n))
        if session.kind != "run_walk":
            return ""
        walks = any(part.between is not None for part in work)
        return self._say("run_walk_brief" if walks else "run_on_brief")

    def race_name(self, km: float | None) -> str:
        """Name a race by its length: half marathon, 10 km."""
        for race, its_km in RACE_KM.items():
            if km is not None and abs(km - its_km) < _ALIKE_KM:
                return self._word(f"races.{race}")
        return self.measures.km(km) if km is not None else self._word("races.any")

    def _names(self, session: Session) -> Iterator[str]:
        match session.discipline:
            case "race":
                yield self._say(session.kind, race=self.race_name(_race_km(session)))
            case "strength":
                yield self._strength(session)
            case "run":
                yield from self._run(session)
            case "test" if session.steps:
                yield self._say(session.kind, amount=self._amount(session))
            case _:
                yield self._say(session.kind, amount=self.measures.minutes(session.minutes))
        yield self._say(f"{session.kind}_plain")

    def _run(self, session: Session) -> Iterator[str]:
        words = RunWords(self.measures)
        amount, work = self._amount(session), work_of(session)
        if session.kind in _QUALITY and work:
            target = work[0].main.target
            pace = words.pace_name(target.pace)
            if target.pace is None and session.kind in _BY_EFFORT:
                yield self._say("by_effort", work=words.work(work))
            yield _capital(self._say(session.kind, work=words.work(work), pace=pace))
        elif session.kind == "run_walk" and work and (walk := work[0].between) is not None:
            run, rest = words.amount(work[0].main), words.amount(walk)
            yield self._say("run_walk", n=str(work[0].repeat), run=run, walk=rest)
        elif session.kind == "long" and work:
            pace = words.pace_name(work[0].main.target.pace)
            yield self._say("long_work", amount=amount, work=words.work(work), pace=pace)
        elif session.kind != "long" and (n := strides_of(session)):
            yield self._say("easy_strides", amount=amount, n=str(n))
        kind = session.kind if session.kind in ("long", "recovery") else "easy"
        if session.kind not in _QUALITY:
            yield self._say(kind, amount=amount)

    def _amount(self, session: Session) -> str:
        """Say the run in what its steps are in: beginners run by the clock."""
        in_km = any(step.km is not None for step in session.steps) or not session.steps
        if in_km and session.km is not None:
            return self.measures.km(session.km)
        return self.measures.minutes(session.minutes)

    def _strength(self, session: Session) -> str:
        letter, phase = letter_of(session), strength_phase_of(session)
        minutes = self.measures.minutes(session.minutes)
        if session.kind not in ("lower", "full"):
            return self._say(session.kind, amount=minutes)
        if phase is None:
            return self._say("strength", letter=letter).replace("  ", " ").rstrip()
        said = self._word(phase)
        key = "strength_phase" if letter else "strength_phase_alone"
        return self._say(key, letter=letter, phase=said)

    def _fitting(self, names: Iterator[str]) -> str:
        return next((name for name in names if len(name) <= AT_MOST), "")

    def _say(self, key: str, **slots: str) -> str:
        return self.measures.plain(f"titles.{key}").format(**slots)

    def _word(self, key: str) -> str:
        return self.measures.sentences.word(key)


def letter_of(session: Session) -> str:
    """Return the A or B of a strength session, which is the end of its id; else "".

    Who lifts once a week does A and B by turns under one id: then a reason tells the letter.
    """
    told = (reason.facts.get("letter") for reason in session.reasons)
    letter = next((one for one in told if isinstance(one, str) and one), "")
    if letter:
        return letter
    role, _, last = session.id.rpartition("-")
    return last.upper() if role.endswith("strength") and len(last) == 1 else ""


def strength_phase_of(session: Session) -> str | None:
    """Return the strength phase that the session's reasons name, or None."""
    for reason in session.reasons:
        for key in _PHASE_KEYS:
            value = reason.facts.get(key)
            if isinstance(value, str) and value in _STRENGTH_PHASES:
                return value
    return None


def _race_km(session: Session) -> float | None:
    """A race is as long as its parts; without parts as long as it is told."""
    parts = [step.km for step in session.steps if step.part == "race" and step.km is not None]
    return sum(parts) if parts else session.km


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""Soak: plan many random people with one seed and tell what the checks say (`make soak`).

python -m tests.soak --people 400 --seed 1 --jobs 2
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from tests.crowd import Kind, Meeting, crowd
from tests.season_checks import CHECKS

from dovetail.rulebook.catalogue import LIMITS, MISTAKES, PLACEMENT
from dovetail.rulebook.severity import SEVERITY

SHOWN = 3
EVERY_S = 15
TWENTY = 20
WORDS = ("guarantee", "error", "warning", "advice")
LEVELS_OF = {check.name: check.level for check in CHECKS}
LEVELS = ("beginner", "intermediate", "advanced")
GOALS = ("5k", "10k", "half", "marathon", "ultra", "healthy")
RUNGS = ("gym", "weights", "own weight")
PHASES = ("stabilization", "strength_endurance", "maximal_strength", "power", "activation")
HEAVY = ("maximal_strength", "power")


def say(text: str) -> None:
    """Say a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class Tally:
    """What a soak has met so far."""

    def __init__(self) -> None:
        self.met: list[Meeting] = []
        self.by_code: dict[str, list[Meeting]] = defaultdict(list)
        self.by_word: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
        """By how much it matters at worst, and code or check."""
        self.spoke, self.silent = Counter[str](), Counter[str]()

    def add(self, meeting: Meeting) -> None:
        """Remember a meeting."""
        self.met.append(meeting)
        self.spoke += meeting.spoke
        self.silent += meeting.silent
        for code in meeting.said:
            self.by_code[code].append(meeting)
            self.by_word[(meeting.found.get(code) or LEVELS_OF[code], code)].append(meeting)

    @property
    def planned(self) -> list[Meeting]:
        """Those who got a plan."""
        return [one for one in self.met if one.planned]

    def share(self, *severities: str) -> float:
        """Return the share [0-1] of seasons of which something that severe is found."""
        found = [one for one in self.planned if {*one.found.values()} & {*severities}]
        return len(found) / max(1, len(self.planned))


# -- telling -----------------------------------------------------------------------------


def report(tally: Tally, *, athletes: bool, counted: bool) -> None:
    """Print refusals, crashes, then what is found, the worst first, then what was covered."""
    planned = tally.planned
    weeks = sum(one.weeks for one in planned)
    say(f"\n{len(planned)} of {len(tally.met)} people have a season, {weeks} weeks in all.")
    say(f"{sum(one.mid_week for one in tally.met)} asked in the middle of a week.")
    _refusals(tally)
    _crashes(tally)
    errors, any_warning = tally.share("error"), tally.share("error", "warning")
    say(f"\nSeasons with an error: {errors:.1%}; with any warning or error: {any_warning:.1%}.")
    names = [*SEVERITY, *LEVELS_OF]
    for word, name in sorted(
        tally.by_word, key=lambda one: (WORDS.index(one[0]), names.index(one[1]))
    ):
        _told(tally, word, name, athletes=athletes)
    _kinds(planned)
    if counted:
        _rules(tally)


def _told(tally: Tally, word: str, name: str, *, athletes: bool) -> None:
    met = tally.by_word[(word, name)]
    say(f"\n{word:<9} {name}: {len(met)} seasons ({len(met) / len(tally.planned):.1%})")
    for one in sorted(met, key=lambda meeting: meeting.weeks)[:SHOWN]:
        say(f"    no. {one.number}, {one.weeks} weeks, {' '.join(one.said[name])}")
        if athletes:
            say(one.athlete)


def _refusals(tally: Tally) -> None:
    refused = Counter(one.refused for one in tally.met if one.refused)
    say(f"Refused: {dict(refused) or 'nobody'}.")
    stuck = [one for one in tally.met if one.refused and not one.ways_out]
    for one in stuck:
        say(f"NO WAY OUT for no. {one.number} ({one.refused})\n{one.athlete}")


def _crashes(tally: Tally) -> None:
    crashed = [one for one in tally.met if one.crash]
    for words, times in Counter(one.crash for one in crashed).most_common():
        say(f"\nCRASH × {times}  {words}")
        say(next(one.athlete for one in crashed if one.crash == words))


def possible_kinds() -> set[Kind]:
    """What a week can be: beginners do not lift heavily, healthy running has no taper."""
    return {
        (phase, level, goal, rung)
        for phase, level, goal, rung in product(PHASES, LEVELS, GOALS, RUNGS)
        if not (level == "beginner" and (phase in HEAVY or goal in ("marathon", "ultra")))
        and not (goal == "healthy" and phase in ("activation", "power"))
    }


def _kinds(planned: Iterable[Meeting]) -> None:
    seen = {kind for one in planned for kind in one.kinds}
    missing = sorted(possible_kinds() - seen)
    say(f"\nOf {len(possible_kinds())} kinds of week, {len(missing)} did not occur.")
    for kind in missing[:TWENTY]:
        say(f"    {' · '.join(kind)}")


def _rules(tally: Tally) -> None:
    """Limits and placement rules while planning; mistakes by the seasons they are silent in."""
    say("\nAsked while planning: code, spoke, was silent")
    for code in planning_codes():
        few = " FEW" if min(tally.spoke[code], tally.silent[code]) < TWENTY else ""
        say(f"    {code} {tally.spoke[code]:>9} {tally.silent[code]:>9}{few}")
    quiet = {rule.code: len(tally.planned) - len(tally.by_code[rule.code]) for rule in MISTAKES}
    loud = {code: times for code, times in quiet.items() if times < TWENTY}
    say(f"Mistakes silent in fewer than {TWENTY} seasons: {loud or 'none'}.")


def planning_codes() -> list[str]:
    """Return the codes of limits and placement rules."""
    placement = [make.__module__.rsplit(".", 1)[1][:5].upper() for make in PLACEMENT]
    return [*(limit.code for limit in LIMITS), *placement]


# -- running -----------------------------------------------------------------------------


def main(argv: Sequence[str] | None = None) -> None:
    """Run a soak; exit status 1 where somebody crashed or has no way out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="processes to use")
    parser.add_argument("--anybody", action="store_true", help="everybody who can be written down")
    parser.add_argument("--athletes", action="store_true", help="print the athletes as TOML")
    parser.add_argument("--quick", action="store_true", help="only the rules, uncounted")
    options = parser.parse_args(argv)
    tally, began, told = Tally(), time.monotonic(), time.monotonic()
    say(f"Soak of {options.people} people, seed {options.seed}, {options.jobs} processes.")
    for meeting in crowd(
        options.seed,
        options.people,
        jobs=options.jobs,
        everybody=options.anybody,
        thorough=not options.quick,
    ):
        tally.add(meeting)
        if time.monotonic() - told > EVERY_S:
            told = time.monotonic()
            say(
                f"    {len(tally.met)} met, {told - began:.0f} s, errors {tally.share('error'):.1%}"
            )
    report(tally, athletes=options.athletes, counted=not options.quick)
    say(f"{time.monotonic() - began:.0f} s.")
    stuck = any(one.refused and not one.ways_out for one in tally.met)
    sys.exit(1 if stuck or any(one.crash for one in tally.met) else 0)


if __name__ == "__main__":
    main()

"""Soak: plan many random people with one seed and tell what the checks say (`make soak`).

python -m tests.soak --people 400 --seed 1 --jobs 2
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tests.cover import TWENTY, heard, missing_kinds, more_people, possible_kinds
from tests.crowd import Meeting, crowd
from tests.season_checks import CHECKS

from dovetail.rulebook.catalogue import LIMITS, MISTAKES, PLACEMENT
from dovetail.rulebook.severity import SEVERITY

SHOWN = 3
ELSEWHERE = ("PL207", "PL210", "PL227")
"""Rules that speak only in their cases and in reviews: the two slots of a day lie eleven hours
apart, and in a new plan nothing stood before."""
REFUSED_AT_MOST, WARNED_AT_MOST, MID_WEEK_AT_LEAST = 0.02, 0.05, 0.10
ALLOWED = {"guarantee": 0.0, "warning": WARNED_AT_MOST}
EVERY_S = 15
WORDS = ("guarantee", "error", "warning", "advice")
LEVELS_OF = {check.name: check.level for check in CHECKS}


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


def _rules(tally: Tally) -> None:
    """Limits and placement rules while planning; mistakes by the seasons they are silent in."""
    say("\nAsked while planning: code, spoke, was silent")
    for code in planning_codes():
        say(f"    {code} {tally.spoke[code]:>9} {tally.silent[code]:>9}")


def planning_codes() -> list[str]:
    """Return the codes of limits and placement rules."""
    placement = [make.__module__.rsplit(".", 1)[1][:5].upper() for make in PLACEMENT]
    return [*(limit.code for limit in LIMITS), *placement]


# -- what must hold ----------------------------------------------------------------------


def failures(tally: Tally, seed: int) -> Iterator[str]:
    """Say what does not hold of a soak; meets more people where a kind of week is missing."""
    refused = [one for one in tally.met if one.refused]
    held = {
        "nobody crashes": not any(one.crash for one in tally.met),
        "few are refused": len(refused) <= REFUSED_AT_MOST * len(tally.met),
        "everybody refused has a way out": all(one.ways_out for one in refused),
        "no season has an error": not tally.share("error"),
        "few seasons have a warning": tally.share("error", "warning") <= WARNED_AT_MOST,
        "some ask in the middle of a week": sum(one.mid_week for one in tally.met)
        >= MID_WEEK_AT_LEAST * len(tally.met),
    }
    yield from (name for name, holds in held.items() if not holds)
    yield from (
        f"{level} {check}"
        for check, level in LEVELS_OF.items()
        if len(tally.by_code[check]) > ALLOWED[level] * len(tally.met)
    )
    yield from _not_covered(tally, seed)


def _not_covered(tally: Tally, seed: int) -> Iterator[str]:
    """A rule speaks while planning or of a planted defect; it is silent there, or of a season."""
    loud = heard(seed, len(tally.met))
    asked = [*planning_codes(), *(mistake.code for mistake in MISTAKES)]
    for code in (one for one in asked if one not in ELSEWHERE):
        spoke = max(tally.spoke[code], loud[code])
        silent = max(tally.silent[code], len(tally.planned) - len(tally.by_code[code]))
        if min(spoke, silent) < TWENTY:
            yield f"{code} spoke {spoke} times and was silent {silent} times"
    missing = missing_kinds(tally.planned)
    others = list(more_people(missing, seed))
    say(f"{len(missing)} of {len(possible_kinds())} kinds of week: sought in {len(others)} more.")
    for kind in sorted(missing_kinds([*tally.planned, *others])):
        yield f"no week of {' · '.join(kind)}"


# -- running -----------------------------------------------------------------------------


def main(argv: Sequence[str] | None = None) -> None:
    """Run a soak; exit status 1 where something does not hold."""
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
    failed = [] if options.quick else list(failures(tally, options.seed))
    say("\n".join(["", "Does not hold:", *(f"    {one}" for one in failed)] if failed else []))
    say(f"{time.monotonic() - began:.0f} s.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

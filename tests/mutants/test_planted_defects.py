"""Defects planted on purpose: each must be caught by the check that claims to hold it.

A checker that nobody has ever heard is not known to speak. So every guarantee, every wall
and every price of placement has a defect here, and the same checker is asked with the defect
and without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from tests import plans
from tests import season_checks as checks
from tests import season_documents as documents
from tests import season_judging as judging
from tests.mutants import checkers
from tests.oracle.both import judged
from tests.oracle.weeks import week
from tests.people import likely_athletes
from tests.properties import test_determinism as determinism
from tests.seasons import EXAMPLES, Season, season_of_athlete

from dovetail.application import make_plan
from dovetail.application.admit import Admission
from dovetail.cli import plan as plan_command
from dovetail.domain import corrections
from dovetail.domain.athlete import Athlete
from dovetail.domain.decision import Bound
from dovetail.domain.exercise import EQUIPMENT
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.formats import log_jsonl
from dovetail.formats.athlete_toml import read_athlete
from dovetail.planning import attempts, home_weeks, placing, search, walk, week_tables
from dovetail.planning import week as week_planning
from dovetail.planning.brief import Brief
from dovetail.planning.place import Placed, place
from dovetail.planning.search import Search, SearchCut
from dovetail.planning.strength import Gym
from dovetail.planning.week_tables import Problem, WeekTables
from dovetail.rulebook import catalogue
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import TIE, WALL, Limit, PlacementRule
from dovetail.rulebook.shapes import Season as Visits
from dovetail.rulebook.week_case import WeekCase

TODAY = date(2026, 11, 30)
Plant = Callable[[pytest.MonkeyPatch], None]
WALLS = tuple(sorted({code for one in POLICIES.values() for code in one if one[code] is WALL}))
PRICES = tuple(sorted(POLICIES["separate_days"].keys() - set(WALLS) - {"PL227", "PL229"}))
"""But for what is silent in a new plan, where nothing stood before, and for the last tie."""
WEEKS = tuple((number, 6) for number in range(160))
FEW = WEEKS[:24]


@cache
def athletes() -> tuple[Athlete, ...]:
    """The examples, and some people who lift heavily and train on few or many days."""
    examples = (path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.toml")))
    likely = likely_athletes(12, seed=5)
    return (
        *(read_athlete(text, today=TODAY) for text in examples),
        *(likely[number] for number in (0, 2, 5, 8, 10, 11)),
    )


def planned() -> Iterator[Season]:
    """Plan one after the other, afresh."""
    outcomes = map(season_of_athlete, athletes())
    return (outcome for outcome in outcomes if isinstance(outcome, Season))


@dataclass(frozen=True)
class Defect:
    """What is broken, how, and the check of a season that must say so."""

    what: str
    guarantee: int
    plant: Plant
    heard_by: Callable[[Season], Iterator[str]]


# -- how a defect is planted -------------------------------------------------------------


def deaf_planner(code: str) -> Plant:
    """The planner loses a rule; whoever judges the plan still has it."""

    def rules(case: WeekCase) -> tuple[PlacementRule, ...]:
        return tuple(rule for rule in placement_rules(case) if rule.code != code)

    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(placing, "placement_rules", rules)
        patch.setattr(home_weeks, "placement_rules", rules)

    return plant


def other_problem(change: Callable[[Problem], Problem]) -> Plant:
    """The week that is placed is not the week that was asked for."""

    def changed(problem: Problem, like: Visits = ()) -> Placed | None:
        return place(change(problem), like=like)

    return lambda patch: patch.setattr(attempts, "place", changed)


def an_easier_cap(patch: pytest.MonkeyPatch) -> None:
    """Half as much again of what a run may be: LM101 and, for brittle bones, LM109."""

    def easier(limit: Limit) -> Limit:
        def bound(case: object) -> Bound | None:
            said = limit.bound(case)
            return said and replace(said, at_most=said.at_most and 1.5 * said.at_most)

        return replace(limit, bound=bound) if limit.of == "run.km" else limit

    patch.setattr(catalogue, "LIMITS", tuple(map(easier, catalogue.LIMITS)))


def a_gym_that_is_not_there(patch: pytest.MonkeyPatch) -> None:
    """Sessions are made for all equipment there is."""

    def everything(**said: object) -> Gym:
        return Gym(**{**said, "owned": frozenset(EQUIPMENT)})  # type: ignore[arg-type]

    patch.setattr(walk, "Gym", everything)
    patch.setattr(Brief, "owned_on", lambda _brief, _weekday: frozenset(EQUIPMENT))


def changed_weeks(change: Callable[[Week], Week]) -> Plant:
    """Every week is changed behind the planner's back."""
    whole = week_planning.plan_week

    def changed(brief: Brief, seam: placing.Seam, first_day: date | None = None) -> Week:
        return change(whole(brief, seam, first_day))

    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(walk, "plan_week", changed)

    return plant


def without_reasons(week: Week) -> Week:
    return replace(week, sessions=tuple(replace(one, reasons=()) for one in week.sessions))


def without_sources(week: Week) -> Week:
    def bare(session: Session) -> Session:
        reasons = tuple(replace(reason, sources=()) for reason in session.reasons)
        return replace(session, reasons=reasons)

    return replace(week, sessions=tuple(map(bare, week.sessions)))


# -- guarantees 1, 2, 4: a season is asked -----------------------------------------------

DEFECTS = (
    Defect("slots without an end", 1, deaf_planner("PL201"), checks.inside_availability),
    Defect("somebody else's gym", 1, a_gym_that_is_not_there, checks.owned_equipment),
    Defect("an easier cap", 2, an_easier_cap, checks.within_session_cap),
    Defect(
        "heavy legs the day before", 2, deaf_planner("PL203"), checks.fresh_legs_before_key_runs
    ),
    Defect(
        "a lost seam",
        2,
        other_problem(lambda problem: replace(problem, before=())),
        judging.no_wall_is_broken,
    ),
    Defect("no reasons", 4, changed_weeks(without_reasons), documents.everything_has_a_reason),
    Defect("no sources", 4, changed_weeks(without_sources), documents.everything_has_a_reason),
    Defect("no rest day", 7, deaf_planner("PL206"), judging.no_wall_is_broken),
)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.what)
def test_a_season_with_a_defect_is_caught(defect: Defect, monkeypatch: pytest.MonkeyPatch) -> None:
    defect.plant(monkeypatch)

    said = (complaint for season in planned() for complaint in defect.heard_by(season))

    assert next(said, None) is not None


def test_without_a_defect_nobody_complains() -> None:
    heard = dict.fromkeys(defect.heard_by for defect in DEFECTS)

    assert [said for season in planned() for check in heard for said in check(season)] == []


def test_seven_guarantees_have_a_defect_each() -> None:
    told_apart = {3, 5, 6, 7}

    assert {defect.guarantee for defect in DEFECTS} | told_apart == set(range(1, 8))


# -- guarantee 3: health -----------------------------------------------------------------


def test_screening_that_nobody_listens_to_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    jumper = likely_athletes(12, seed=5)[8]
    sound = list(checkers.answers_win(jumper))

    monkeypatch.setattr(make_plan, "admit", lambda athlete, today: Admission())

    assert sound == []
    assert len(list(checkers.answers_win(jumper))) > 2


# -- guarantee 5: the same answer --------------------------------------------------------

BY_HASH = """
from dataclasses import replace
from dovetail.planning import walk

whole = walk.plan_week

def by_hash(*told, **named):
    week = whole(*told, **named)
    return replace(week, sessions=tuple(sorted(week.sessions, key=lambda one: hash(one.id))))

walk.plan_week = by_hash
"""


def test_a_plan_that_depends_on_hashes_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    example = EXAMPLES / "first-10k.toml"

    monkeypatch.setattr(determinism, "ALIKE", BY_HASH + determinism.ALIKE)

    assert len({determinism.digests(seed, example) for seed in range(2)}) == 2


def test_a_plan_that_depends_on_how_often_one_asks_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = count()
    sound = list(checkers.nothing_changes_when_asked_twice(athletes()[0]))

    def restless(week: Week) -> Week:
        return replace(week, sessions=week.sessions[:: -1 if next(asked) % 37 == 5 else 1])

    changed_weeks(restless)(monkeypatch)

    assert sound == []
    assert list(checkers.nothing_changes_when_asked_twice(athletes()[0])) != []


# -- guarantee 6: nothing is lost --------------------------------------------------------


@pytest.mark.usefixtures("_words")
def test_a_plan_replaced_behind_ones_back_is_caught(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sound = list(checkers.a_lived_plan_is_kept(tmp_path))

    monkeypatch.setattr(plan_command, "has_past", lambda plan, today: False)
    (tmp_path / "plan.json").unlink()

    assert sound == []
    assert list(checkers.a_lived_plan_is_kept(tmp_path)) != []


@pytest.fixture
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_command, "read_sentences", lambda language: plans.sentences())


def test_a_log_that_forgets_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = corrections.standing
    sound = list(checkers.a_log_keeps_what_stands())

    monkeypatch.setattr(log_jsonl, "standing", lambda lines: whole(lines)[:-1])

    assert sound == []
    assert list(checkers.a_log_keeps_what_stands()) != []


# -- guarantee 7: walls, and a search that does not lie ----------------------------------


@cache
def asked_weeks() -> tuple[Problem, ...]:
    return tuple(week(*one) for one in WEEKS)


def walls_broken(changed: Callable[[Problem], Problem]) -> Iterator[int]:
    """Place weeks as the defect has them; yield what the whole rulebook says of their walls."""
    for problem in asked_weeks():
        found = place(changed(problem))
        races = [race for race in problem.fixed if found and race not in found.week]
        price = judged(problem, (*found.week, *races) if found else None)
        if price is not None and price[0]:
            yield price[0]


def overpaid(changed: Callable[[Problem], Problem], code: str) -> Iterator[int]:
    """Place weeks as the defect has them; yield how much dearer they are than need be."""
    for problem in asked_weeks():
        if not problem.policy[code]:
            continue
        spoilt, best = place(changed(problem)), place(problem)
        prices = [judged(problem, found.week if found else None) for found in (spoilt, best)]
        if None not in prices and prices[0] != prices[1]:
            yield 1


@pytest.mark.parametrize("change", [checkers.without_rule, checkers.with_silent_rule])
@pytest.mark.parametrize("code", WALLS)
def test_a_wall_that_falls_is_caught(code: str, change: Callable[[Problem, str], Problem]) -> None:
    assert next(walls_broken(lambda problem: change(problem, code)), None) is not None


@pytest.mark.parametrize("code", PRICES)
def test_a_price_that_is_not_paid_is_caught(code: str) -> None:
    def silent(problem: Problem) -> Problem:
        return checkers.with_silent_rule(problem, code)

    assert next(overpaid(silent, code), None) is not None


def test_a_lost_seam_is_caught() -> None:
    assert next(walls_broken(lambda problem: replace(problem, before=())), None) is not None


def test_a_lost_race_is_caught() -> None:
    assert next(walls_broken(lambda problem: replace(problem, fixed=())), None) is not None


def test_a_cut_search_that_says_impossible_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Search.run

    def sure_of_itself(self: Search, *told: object) -> object:
        try:
            return run(self, *told)  # type: ignore[arg-type]
        except SearchCut:
            return None

    monkeypatch.setattr(search, "MOST_STATES", 1)
    monkeypatch.setattr(search, "BEAM", 1)
    honest = list(checkers.impossible_is_certain(FEW))
    monkeypatch.setattr(Search, "run", sure_of_itself)

    assert honest == []
    assert list(checkers.impossible_is_certain(FEW)) != []


def forgets_yesterday(self: WeekTables, *_: object) -> bool:
    return False


def sees_no_window(self: WeekTables, past: tuple[object, ...], today: object) -> object:
    return (0, 0), past


@pytest.mark.parametrize(
    ("where", "name", "defect"),
    [
        (week_tables.WeekTables, "visible", forgets_yesterday),
        (week_tables.WeekTables, "spans_of", sees_no_window),
        (week_tables, "_plus", lambda *costs: costs[0]),
    ],
)
def test_a_defect_of_the_search_is_caught_by_the_other_solver(
    where: object, name: str, defect: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = list(checkers.the_best_week_is_found(FEW[:8]))

    monkeypatch.setattr(where, name, defect)

    assert sound == []
    assert list(checkers.the_best_week_is_found(FEW)) != []


def codes(rules: Sequence[PlacementRule]) -> set[str]:
    return {rule.code for rule in rules}


def test_every_rule_of_placement_is_a_wall_a_price_or_the_tie() -> None:
    known = codes(asked_weeks()[0].rules)

    assert known == {*WALLS, *PRICES, "PL227", "PL229"}
    assert {one["PL229"] for one in POLICIES.values()} == {TIE}

"""Our search against another solver: the same verdict and the same price, week by week."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import product

from tests.oracle.both import Meeting, meet, on_all_cores, stays_the_same
from tests.oracle.cp_sat import LONGEST_CHAIN
from tests.oracle.weeks import POLICY_NAMES, is_legal_before, week

from dovetail.planning.week_tables import DAYS
from dovetail.rulebook.shapes import WALL, Slot, Stay

WEEKS = 1200
SIZES = (6, 7, 6, 8, 7, 6)
LARGE = (9, 10, 9, 11, 9, 10, 9, 12, 9, 10)
"""Each takes a second or more of both solvers; python -m tests.oracle.soak meets many of them."""
EVERY = 60
SHUFFLED = 200


def size_of(number: int) -> int:
    """Two weeks of every sixty are large, one of them with double days."""
    large = number % EVERY in (6, 7)
    sizes, turn = (LARGE, number // EVERY) if large else (SIZES, number // 2)
    return sizes[turn % len(sizes)]


PLACES = tuple((number, size_of(number)) for number in range(WEEKS))


@cache
def meetings() -> tuple[Meeting, ...]:
    return tuple(on_all_cores(meet, PLACES))


def test_both_solvers_find_the_same_price_in_every_week() -> None:
    met = meetings()

    differing = [one for one in met if one.verdict == "different"]

    assert len(met) == WEEKS
    assert differing == []


def test_every_week_is_proven() -> None:
    unproven = [one for one in meetings() if one.verdict in ("unproven", "cut")]

    assert unproven == []


def test_the_weeks_are_worth_asking_about() -> None:
    verdicts = Counter(one.verdict for one in meetings())
    prices = {one.theirs for one in meetings()}

    assert verdicts["both impossible"] >= WEEKS / 10
    assert verdicts["equal"] >= WEEKS / 2
    assert len(prices) > WEEKS / 3


def test_every_week_has_a_legal_week_before_it() -> None:
    invented = [week(*place) for place in PLACES[:200]]

    assert all(problem.before for problem in invented)
    assert all(-DAYS <= slot.day < 0 for problem in invented for slot, _ in problem.before)
    assert all(map(is_legal_before, invented))


def test_the_weeks_hold_what_weeks_can_hold() -> None:
    invented = [week(*place) for place in PLACES]

    days = [len({slot.day for slot in one.slots}) < len(one.slots) for one in invented]
    races = sum(bool(one.fixed) for one in invented)
    policies = {tuple(one.policy.items()) for one in invented}

    assert 0.45 <= sum(days) / WEEKS <= 0.55
    assert 0.08 <= races / WEEKS <= 0.2
    assert len(policies) == len(POLICY_NAMES)
    assert {len(one.strains) for one in invented} == {*SIZES, *LARGE}


def test_sessions_slots_and_rules_in_another_order_give_the_same_week() -> None:
    places = PLACES[:SHUFFLED]

    same = list(on_all_cores(stays_the_same, places))

    assert [place for place, is_same in zip(places, same, strict=True) if not is_same] == []


def test_no_slot_may_hold_more_than_the_oracle_lets_it() -> None:
    for place in PLACES[:20]:
        problem = week(*place)
        (chain,) = (rule for rule in problem.rules if rule.code == "PL202")
        assert isinstance(chain, Stay)
        kinds = dict.fromkeys(problem.strains)

        refused = [
            chain.amount(visit, Slot(0, 0, 1440))
            for visit in product(kinds, repeat=LONGEST_CHAIN + 1)
        ]

        assert problem.policy["PL202"] is WALL
        assert all(refused)

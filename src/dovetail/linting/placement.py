"""What the placement rules say of a finished plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from dovetail.domain.calendar import week_name
from dovetail.domain.plan import Finding, PlaceInPlan, Severity, Week
from dovetail.linting.subject import Subject, WeekSubject
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.engines import judge
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.severity import SEVERITY
from dovetail.rulebook.shapes import Broken, PlacementRule
from dovetail.rulebook.strains import role_of

DAYS = 7


def placement_findings(subject: Subject) -> Iterator[Finding]:
    """Yield what is broken, at the place where it became true."""
    policy = POLICIES[subject.plan.policy]
    for one in (week for week in subject.weeks if not subject.is_over(week.week)):
        rules = placement_rules(one.case)
        by_code = {rule.code: rule for rule in rules}
        found = judge([*one.before, *one.days], rules, 0, DAYS - 1)
        amounts = Counter[str]()
        for said in found:
            amounts[said.code] += said.amount
        for said in found:
            if said.code in SEVERITY and policy[said.code] != 0:
                yield _finding(one, said, by_code[said.code], amounts[said.code])


def _finding(one: WeekSubject, said: Broken, rule: PlacementRule, amount: int) -> Finding:
    return Finding(
        code=said.code,
        severity=_severity(one.week, said.code, amount),
        place=place_of(one.week, said),
        amount=said.amount,
        unit=rule.unit,
        facts={"day": said.day, "about": ", ".join(said.about)},
        sources=(rule.source,),
    )


def _severity(week: Week, code: str, amount: int) -> Severity:
    """A warning is advice where the week is proven the cheapest and still pays as much.

    Then no other place is better, and nothing that the reader could change would be.
    """
    placement = week.placement
    cheapest = placement.proven and placement.price.get(code) == amount
    return "advice" if SEVERITY[code] == "warning" and cheapest else SEVERITY[code]


def place_of(week: Week, said: Broken) -> PlaceInPlan:
    """Return the session that a rule spoke of: the later one of a pair."""
    on = week.starts + timedelta(days=said.day)
    there = [one for one in week.sessions if one.date == on]
    named = [one for one in there if said.about and role_of(one) == said.about[-1]]
    found = (named or there)[-1:]
    return PlaceInPlan(week=week_name(week.starts), session=found[0].id if found else None)

"""LM108: hops and jumps are earned and counted."""

from __future__ import annotations

from dovetail.domain.decision import Bound
from dovetail.rulebook.cases import JumpCase
from dovetail.rulebook.shapes import Limit


def contacts_cap(case: JumpCase) -> Bound:
    """At most the level's contacts a session, fewer for masters and after a bone injury."""
    runner = case.runner
    number = runner.principles.number
    top = number("contacts_cap", runner.level)
    if runner.age >= number("masters_age"):
        top *= number("contacts_masters")
    if runner.bone_history:
        months = runner.bone_cleared_months or 0
        top *= number("contacts_bone", "first_year" if months < 12 else "later")
    return Bound(int(top), facts={"contacts": int(top), "age": runner.age})


RULE = Limit(
    "LM108",
    source="dovetail",
    of="session.contacts",
    bound=contacts_cap,
    principles=("contacts_cap", "contacts_masters", "contacts_bone", "masters_age"),
)

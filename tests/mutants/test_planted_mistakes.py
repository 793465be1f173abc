"""A defect planted in a whole season for every mistake: the rule that claims to see it must.

Each defect is put into a season of an example, and the finding must be new.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.defects import BROKEN, DEFECTS, copied, last_week_first, long, longer, only, sessions
from tests.seasons import example

from dovetail.content.library import read_library
from dovetail.domain.plan import Plan
from dovetail.linting.check import findings_of
from dovetail.rulebook.catalogue import MISTAKES

EXAMPLES = {"MS420": "first-10k", "MS436": "marathon-masters"}
"""Whose season is spoilt, where it is not Ana's."""


def found(plan: Plan, code: str) -> int:
    library = read_library()
    findings = findings_of(plan, library.principles, library.exercises)
    return sum(finding.code == code for finding in findings)


@pytest.mark.parametrize("code", DEFECTS | BROKEN)
def test_a_mistake_planted_in_a_season_is_found(code: str) -> None:
    sound = example(EXAMPLES.get(code, "ana-half")).plan

    spoilt = (DEFECTS | BROKEN)[code](sound)

    assert spoilt != sound
    assert found(spoilt, code) > found(sound, code)


def test_every_mistake_has_a_defect() -> None:
    assert list(DEFECTS) == [mistake.code for mistake in MISTAKES]


def test_what_somebody_locked_is_told_and_muted() -> None:
    plant = sessions(lambda one: replace(longer(2.0)(one), locked="coach"), long, only(4))
    library = read_library()

    told = findings_of(plant(example("ana-half").plan), library.principles)
    about = [one for one in told if one.place.session == "2026-W52-long" and one.code == "LM101"]

    assert [one.muted.because for one in about if one.muted] == ["coach"]
    assert about


def test_a_repeated_week_reads_like_no_coach() -> None:
    sound = example("ana-half").plan

    assert found(last_week_first(6)(sound), "MS440") > found(sound, "MS440")


def test_a_run_copied_week_after_week_is_no_variety() -> None:
    sound = example("ana-half").plan
    spoilt = copied(9, "threshold", 11)(copied(9, "threshold", 10)(sound))

    assert found(spoilt, "MS429") > found(sound, "MS429")

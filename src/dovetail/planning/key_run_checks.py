"""Whether the key runs of a placed week keep their limits on their real dates."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.domain.session import Session
from dovetail.planning.brief import Brief
from dovetail.planning.placing import Seam
from dovetail.rulebook.cases import QualityCase, run_case
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp
from dovetail.rulebook.intensity import work_min, work_pace
from dovetail.rulebook.strains import role_of

LEAST_STEP_KM = 0.05


def key_too_long(brief: Brief, seam: Seam, runs: Sequence[Session]) -> bool:
    """Whether a key run is more than one step beyond what was run in the last weeks."""
    for one in runs:
        if role_of(one).startswith("quality") and one.km:
            case = run_case(brief.profile.runner, seam.timeline, one.date)
            if clamp(one.km, limits_of("run.km"), case).value < one.km - LEAST_STEP_KM:
                return True
    return False


def quality_too_large(brief: Brief, runs: Sequence[Session]) -> bool:
    """Whether a key run holds more work than the week's running bears."""
    week_min = sum(one.minutes for one in runs)
    for one in runs:
        kind = work_pace(one) if one.key and one.kind != "long" else ""
        case = QualityCase(runner=brief.profile.runner, kind=kind, week_min=week_min)
        if clamp(work_min(one), limits_of("quality.minutes"), case).value < work_min(one) - 0.05:
            return True
    return False

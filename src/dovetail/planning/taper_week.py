"""A taper week whose days hold fewer runs than usual: its long run keeps a little more."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from dovetail.domain.decision import Decision, Reason
from dovetail.domain.session import Session
from dovetail.domain.units import shown_km_down
from dovetail.planning.brief import Brief
from dovetail.planning.long_line import taper_long_most
from dovetail.planning.placing import Seam
from dovetail.rulebook.cases import run_case
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp

FEWER_RUNS = "AI180"
SHORT_KM, GRID_KM = 1.0, 0.5
"""A taper week that lacks less is as it was meant (dovetail)."""


def longer_long_run(brief: Brief, seam: Seam, sessions: Sequence[Session]) -> Brief | None:
    """Let the long run of a taper grow where the week's days hold clearly less; asked once.

    The other runs are measured by it, so that they may be longer, too.

    Source: dovetail.
    """
    volume, runs = brief.volume, [one for one in sessions if one.discipline == "run"]
    long = next((one for one in runs if one.kind == "long"), None)
    asked = any(reason.code == FEWER_RUNS for reason in volume.long_km.reasons)
    if long is None or asked or brief.frame.phase != "taper":
        return None
    held = sum(one.km or 0.0 for one in runs)
    if held > volume.km.value - SHORT_KM:
        return None
    peak = max(one.long_km.value for one in brief.volumes)
    case = run_case(brief.profile.runner, seam.timeline, long.date, week_km=volume.km.value)
    case = replace(case, slot_min=brief.profile.long_slot_min)
    most = clamp(taper_long_most(brief.profile, brief.frame, peak), limits_of("run.km"), case)
    longer = shown_km_down(min(most.value, brief.most_km.get("long", math.inf)))
    if longer < volume.long_km.value + GRID_KM:
        return None
    why = Reason(FEWER_RUNS, {"held_km": round(held, 1), "wish_km": round(volume.km.value, 1)})
    km = Decision(longer, (why, *volume.long_km.reasons), volume.long_km.silent)
    return replace(brief, volume=replace(volume, long_km=km))

"""Rules that somebody asked to keep silent: what they found is kept, and says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dovetail.domain.plan import Finding, Muted
from dovetail.domain.training_log import Mute


def muted(findings: Iterable[Finding], mutes: Sequence[Mute], today: date) -> Iterator[Finding]:
    """Yield the findings, those of a muted rule with the word for it; a mute ends on its day."""
    silent = {one.code: one for one in mutes if one.until is None or one.until >= today}
    for finding in findings:
        mute = silent.get(finding.code)
        if mute is None or finding.muted is not None:
            yield finding
        else:
            yield replace(finding, muted=Muted(because=mute.why or mute.id))

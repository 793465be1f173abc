"""How much a broken rule matters: the one visible table.

An error harms, a warning wastes, advice is for a quiet hour. A rule that is not listed only
orders weeks and is never a finding.
"""

from __future__ import annotations

from collections.abc import Mapping

from dovetail.domain.plan import Severity

SEVERITY: Mapping[str, Severity] = {
    "LM101": "error",
    "LM109": "error",
    "LM102": "error",
    "LM110": "warning",
    "LM111": "error",
    "LM103": "error",
    "LM104": "error",
    "LM105": "warning",
    "LM106": "error",
    "LM107": "error",
    "LM112": "warning",
    "LM113": "warning",
    "LM114": "warning",
    "LM115": "warning",
    "LM108": "error",
    "PL201": "error",
    "PL202": "error",
    "PL203": "error",
    "PL204": "error",
    "PL205": "error",
    "PL206": "error",
    "PL207": "error",
    "PL215": "error",
    "PL216": "error",
    "PL221": "error",
    "PL222": "error",
    "PL225": "warning",
    "PL211": "warning",
    "PL212": "warning",
    "PL220": "warning",
    "PL208": "advice",
    "PL210": "advice",
    "PL213": "advice",
    "PL214": "advice",
}

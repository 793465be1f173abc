"""What each placement rule weighs, by policy: the one visible table.

A wall is never bought by a price. Rules whose weight is 0 keep silent under that policy.
"""

from __future__ import annotations

from collections.abc import Mapping

from dovetail.domain.athlete import PolicyName
from dovetail.rulebook.shapes import TIE, WALL, Policy

_ORDER: tuple[PolicyName, ...] = ("separate_days", "hard_days_hard", "article_week")
_TABLE: Mapping[str, tuple[int | str | None, int | str | None, int | str | None]] = {
    # code     separate_days, hard_days_hard, article_week
    "PL201": (WALL, WALL, WALL),
    "PL202": (WALL, WALL, WALL),
    "PL203": (WALL, WALL, WALL),
    "PL204": (WALL, WALL, WALL),
    "PL205": (WALL, WALL, WALL),
    "PL206": (WALL, WALL, WALL),
    "PL207": (WALL, WALL, WALL),
    "PL208": (40, 0, 40),
    "PL209": (0, 20, 0),
    "PL210": (3, 3, 3),
    "PL211": (50, 50, 50),
    "PL212": (45, 45, 10),
    "PL213": (30, 30, 30),
    "PL214": (40, 40, 40),
    "PL215": (WALL, WALL, WALL),
    "PL216": (WALL, WALL, WALL),
    "PL217": (15, 1, 15),
    "PL218": (45, 45, 45),
    "PL219": (6, 6, 6),
    "PL220": (140, 140, 140),
    "PL221": (WALL, WALL, WALL),
    "PL222": (WALL, WALL, WALL),
    "PL223": (5, 5, 5),
    "PL224": (4, 0, 20),
    "PL225": (WALL, WALL, WALL),
    "PL226": (20, 20, 20),
    "PL227": (30, 30, 30),
    "PL229": (TIE, TIE, TIE),
}

POLICIES: Mapping[PolicyName, Policy] = {
    name: {code: weights[column] for code, weights in _TABLE.items()}
    for column, name in enumerate(_ORDER)
}

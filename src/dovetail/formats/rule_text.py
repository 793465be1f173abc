"""Rules on a terminal: one table of all of them, and a page for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dovetail.application.show_rules import ShownRule
from dovetail.formats import rule_words as words
from dovetail.formats.text_layout import GLUE, wrapped

NARROWEST = 40
CODE = 7
HEADS = (("separate", "days"), ("hard days", "hard"), ("article", "week"))
"""The policies, in the order of the weights, in two lines each."""
SIDE = sum(max(map(len, head)) for head in HEADS) + 2
"""How wide the weights are."""
SIDE_BY_SIDE_FROM = 64
LEGEND = (
    "wall: never bought by a price. A number: the price of each time, hour or day. "
    "tie: asked last. -: keeps silent."
)
TITLES = {
    "limit": words.LIMITS_TITLE,
    "placement": words.PLACEMENT_TITLE,
    "mistake": words.MISTAKES_TITLE,
    "log_mistake": words.LOG_MISTAKES_TITLE,
    "gate": words.GATES_TITLE,
    "adaptation": words.ADAPTATIONS_TITLE,
}
FOOT = (
    "dovetail rules CODE tells all of one. Codes in AI are aims: what the planner wants, and why.",
    "dovetail plan --principles FILE plans with numbers of your own.",
)


def rules_text(rules: Sequence[ShownRule], width: int) -> str:
    """Return the table of all rules."""
    lines: list[str] = []
    for kind, title in TITLES.items():
        lines += [*_head(title, width, weights=kind == "placement"), ""]
        for rule in rules:
            if rule.kind == kind:
                lines += [*_row(rule, width), ""]
    for part in (LEGEND, *FOOT):
        lines += wrapped(part, width)
    return "\n".join(lines)


def _head(title: str, width: int, *, weights: bool) -> list[str]:
    if not weights or width < SIDE_BY_SIDE_FROM:
        more = f" ({' · '.join(words.POLICY_NAMES.values())})" if weights else ""
        return wrapped(title + more, width)
    above, below = (
        " ".join(head[line].rjust(max(map(len, head))) for head in HEADS) for line in (0, 1)
    )
    return [above.rjust(width), title.ljust(width - SIDE) + below]


def _row(rule: ShownRule, width: int) -> Iterator[str]:
    margin = " " * CODE
    side = width >= SIDE_BY_SIDE_FROM
    room = width - SIDE - 2 if side else width
    first, *more = wrapped(rule.what, room, indent=rule.code.ljust(CODE), then=margin)
    yield first.ljust(width - SIDE) + _side(rule) if side else first
    yield from more
    if not side:
        yield from wrapped(_beneath(rule), width, indent=margin)
    if rule.numbers:
        yield from wrapped(_glued(words.numbers_in_short(rule)), width, indent=margin)
    yield f"{margin}{rule.source}"


def _glued(numbers: str) -> str:
    """Keep a number on the line of its name."""
    return re.sub(r"(?<=\w) (?=\d)", GLUE, numbers)


def _side(rule: ShownRule) -> str:
    if not rule.weights:
        return _unweighed(rule).rjust(SIDE)
    return " ".join(
        words.weight(value).rjust(max(map(len, head)))
        for value, head in zip(rule.weights.values(), HEADS, strict=True)
    )


def _beneath(rule: ShownRule) -> str:
    if not rule.weights:
        return _unweighed(rule)
    return " · ".join(words.weight(value) for value in rule.weights.values())


def _unweighed(rule: ShownRule) -> str:
    if rule.kind == "gate":
        return "eases the day"
    if rule.kind == "adaptation":
        return "orders"
    return f"{rule.severity}" if rule.kind in ("mistake", "log_mistake") else f"of {rule.of}"


# -- one rule ----------------------------------------------------------------------------


def rule_text(rule: ShownRule, width: int) -> str:
    """Return the page of one rule."""
    if rule.kind == "aim":
        return "\n".join(_aim(rule, width))
    parts = [_opening(rule, width), _said(rule, width)]
    if rule.numbers:
        parts.append(["Numbers", *_numbers(rule, width)])
    parts.append(["Sources" if len(rule.works) > 1 else "Source", *_works(rule, width)])
    return "\n\n".join("\n".join(part) for part in parts)


def _aim(rule: ShownRule, width: int) -> Iterator[str]:
    yield from wrapped(f"{rule.code} · an aim: what the planner wants here, and why", width)
    yield ""
    yield from wrapped(words.without_facts(rule.why), width)
    if rule.purpose:
        yield ""
        yield from wrapped(words.without_facts(rule.purpose), width)


def _opening(rule: ShownRule, width: int) -> list[str]:
    kinds = {
        "limit": f"a limit of {rule.of}",
        "mistake": "a mistake",
        "log_mistake": "a mistake of a log",
        "placement": "a placement rule",
        "gate": "a gate of the day",
        "adaptation": "a weekly rule",
    }
    return [f"{rule.code} · {kinds[rule.kind]}", *wrapped(rule.what, width)]


def _said(rule: ShownRule, width: int) -> list[str]:
    rows = [("Why", words.without_facts(rule.why))]
    if rule.fix:
        rows.append(("Fix", words.without_facts(rule.fix)))
    if rule.judged:
        rows.append(("Judged", words.counts(rule.judged)))
    if rule.weights:
        rows.append(("Weight", words.weights(rule)))
    if rule.severity:
        rows.append(("Matters", words.SEVERITIES[rule.severity]))
    return [
        line
        for head, text in rows
        for line in wrapped(text, width, indent=head.ljust(CODE + 1), then=" " * (CODE + 1))
    ]


def _numbers(rule: ShownRule, width: int) -> Iterator[str]:
    for each in rule.numbers:
        about = [each.unit]
        if span := words.range_of(each):
            about.append(span)
        if each.name in rule.theirs:
            about.append("yours")
        rows = list(words.rows_of_value(each.value))
        if len(rows) == 1 and not rows[0][0]:
            head = f"{each.name} = {rows[0][1]} ({'; '.join(about)})"
            yield from wrapped(_glued(head), width, indent="  ", then="    ")
        else:
            yield from wrapped(f"{each.name} ({'; '.join(about)})", width, indent="  ", then="    ")
            for at, numbers in rows:
                yield from wrapped(_glued(f"{at}: {numbers}"), width, indent="    ", then="      ")
        yield from wrapped(f"{each.why} [{each.source}]", width, indent="    ")


def _works(rule: ShownRule, width: int) -> Iterator[str]:
    for key, work in rule.works.items():
        yield from wrapped(f"{key}: {words.cited(work)}", width, indent="  ", then="    ")
        yield from wrapped(words.graded(work), width, indent="    ")

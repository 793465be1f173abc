"""What stands between commas, plus signs and brackets of a title: the pieces of a session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dovetail.formats.typed.item import Item

AMOUNTS = frozenset({"amount", "times", "ladder", "repeats"})
QUIET = frozenset({"filler", "note", "daytime", "optional", "at", "joint", "within", "load"})


@dataclass(slots=True)
class Segment:
    """A piece of a title; `link` is the joint before it, "" where it just goes on."""

    link: str
    items: list[Item] = field(default_factory=list)
    times: int = 1
    """Of the group in brackets that it stands in."""

    @property
    def sorts(self) -> set[str]:
        """The sorts of its items."""
        return {item.sort for item in self.items}

    def values(self, sort: str) -> list[str]:
        """Return the meanings of its items of a sort."""
        return [item.value for item in self.items if item.sort == sort]

    def first(self, sort: str) -> Item | None:
        """Return its first item of a sort."""
        return next((item for item in self.items if item.sort == sort), None)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Its words that nobody knows."""
        return tuple(item.text for item in self.items if item.sort == "unknown")

    @property
    def says_nothing(self) -> bool:
        """Whether it tells nothing that training is made of."""
        return self.sorts <= QUIET | {"unknown", "hard"}


def segments_of(items: Iterable[Item]) -> list[Segment]:
    """Cut a title's items into segments, brackets unfolded."""
    found = [Segment("")]
    group = 1
    for item in items:
        last = found[-1]
        if item.sort == "joint":
            if item.value == "(":
                group = _takes_group(last)
            elif item.value == ")":
                group = 1
            _open(found, item.value, group)
        elif item.sort == "daytime" and last.items and _by_daytimes(found):
            found.append(Segment(",", [item], group))
        elif _begins_anew(last, item):
            inside = last.items[-1].value == "in"
            found.append(Segment("in" if inside else "", [item], group))
        else:
            last.items.append(item)
    return [one for one in found if one.items]


def _by_daytimes(found: list[Segment]) -> bool:
    """Whether a title tells a day by its halves, each before what it holds: AM swim PM run."""
    return bool(found[0].items) and found[0].items[0].sort == "daytime"


def _open(found: list[Segment], link: str, group: int) -> None:
    if found[-1].items:
        found.append(Segment(link, times=group))
    else:
        before = found[-1].link
        opens = link == "(" and group > 1 and before
        found[-1] = Segment(before if opens else _stronger(before, link), times=group)


def _stronger(one: str, other: str) -> str:
    """A plus or an "or" beside a comma or a bracket is what was meant."""
    return one if one in ("+", "or", "with") and other not in ("+", "or") else other


def _takes_group(last: Segment) -> int:
    """Take the open "3 x" before a bracket out of its segment."""
    if last.items and last.items[-1].sort == "times":
        return max(1, int(last.items.pop().low))
    return 1


def _begins_anew(last: Segment, item: Item) -> bool:
    """A second amount or exercise in a row belongs to a new segment."""
    if item.sort == "lift":
        return "lift" in last.sorts
    if item.sort not in AMOUNTS or not last.sorts & {"amount", "ladder", "repeats"}:
        return False
    before = last.items[-1]
    other = before.sort == "amount" and item.sort == "amount" and before.unit != item.unit
    return not (other and "" not in (before.unit, item.unit))

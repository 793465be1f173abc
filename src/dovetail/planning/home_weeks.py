"""The weekdays that sessions keep for a season: where the weeks that ask most find their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dovetail.planning.free_days import NO_DAY, KeptFree, without
from dovetail.planning.place import Placed, Problem, SearchCut, is_legal, place
from dovetail.planning.profile import Profile
from dovetail.planning.week_problem import home_days, week_case
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import Season, Strain, Visit

NO_DAYS: Mapping[str, int] = MappingProxyType({})


def fitting(
    profile: Profile,
    strains: tuple[Strain, ...],
    usual: Mapping[str, int] = NO_DAYS,
    *,
    seams: Sequence[KeptFree] = (NO_DAY,),
    once: bool = True,
) -> Season | None:
    """Return the hard week that stands, and stands again after itself; None where none does.

    It keeps as many of its usual weekdays as it can. With `once` it is enough that another week
    of the same sessions stands after it. `seams` are days to keep free, tried in order.

    Raises SearchCut where the search was cut before it knew.
    """
    for kept_free in seams:
        week = _standing(profile, strains, usual, kept_free)
        if week is not None and (once or _repeats(profile, strains, week)):
            return week
    return None


def _standing(
    profile: Profile, strains: Visit, usual: Mapping[str, int], kept_free: KeptFree
) -> Season | None:
    before: Season = ()
    for _ in range(2):
        problem = without(hard_problem(profile, strains, before, usual), kept_free)
        found = _placed(problem, before)
        if found is None or found.price.get("PL220"):
            return None
        before = tuple((replace(slot, day=slot.day - 7), visit) for slot, visit in found.week)
    return before


def _repeats(profile: Profile, strains: Visit, before: Season) -> bool:
    """Whether a week can stand after itself, day by day."""
    again = tuple((replace(slot, day=slot.day + 7), visit) for slot, visit in before)
    return is_legal(hard_problem(profile, strains, before), again)


def _placed(problem: Problem, before: Season) -> Placed | None:
    again = tuple((replace(slot, day=slot.day + 7), visit) for slot, visit in before)
    return place(problem, like=again)


def hard_problem(
    profile: Profile,
    strains: tuple[Strain, ...],
    before: Season,
    usual: Mapping[str, int] = NO_DAYS,
) -> Problem:
    """Return a hard week that is to be placed."""
    return Problem(
        strains=strains,
        slots=profile.slots,
        before=before,
        rules=placement_rules(week_case(profile, habits=usual, windows={})),
        policy=POLICIES[profile.athlete.policy],
    )


def light_home(profile: Profile, week: Season) -> Mapping[str, int]:
    """Return the weekdays of the weeks before lifting is heavy, where they need their own.

    Then both sessions lift with the legs, and legs of sixty and more need three dates between:
    where the hard week has a heavy session and one without the legs, its days may not do.
    As many as can keep their day. The long run is still shorter: it may stand where its longest
    does not.
    """
    light = tuple((slot, tuple(map(_light, visit))) for slot, visit in week)
    again = tuple((replace(slot, day=slot.day + 7), visit) for slot, visit in light)
    strains = tuple(strain for _, visit in light for strain in visit)
    if not strains or is_legal(hard_problem(profile, strains, light), again):
        return {}
    for shorter in _shorter_long(profile, strains):
        try:
            found = fitting(profile, shorter, home_days(week))
        except SearchCut:
            continue
        if found is not None:
            return home_days(found)
    return {}


def _light(strain: Strain) -> Strain:
    """A whole lift as it is in stabilization and strength endurance: some work for the legs."""
    return replace(strain, legs=1) if strain.strength else strain


def _shorter_long(profile: Profile, strains: Visit) -> Iterator[Visit]:
    """Yield the week with its long run as it is, then as long as each shorter slot."""
    longest = next((strain.minutes for strain in strains if strain.long), 0)
    lengths = {slot.minutes for slot in profile.slots if slot.minutes < longest}
    for minutes in (longest, *sorted(lengths, reverse=True)):
        yield tuple(replace(one, minutes=minutes) if one.long else one for one in strains)

"""Ceilings drawn at random, and the sessions that they are put on: those of the golden twelve."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st
from tests.golden.twelve import TWELVE, season_of

from dovetail.domain.easing import (
    FASTEST,
    LIFTS,
    NO_BREAKS,
    NO_CAP_KM,
    NO_CAP_MIN,
    NO_RUNNING,
    QUALITIES,
    REST,
    STOP,
    Ease,
)
from dovetail.domain.session import Session
from dovetail.review.easier import EasyShelf

SHARES = (1.0, 1.0, 0.85, 0.75, 0.66, 0.5, 0.33)
SIMPLE = (
    Ease(quality="less", long_share=0.85, lift="less", grow=False),
    Ease(quality="easy", fastest="easy", run_min=40.0, lift="light", hops=False, heavy_legs=False),
    Ease(quality="easy", fastest="easy", easy_share=0.75, long_share=0.75, lift="less", hops=False),
    NO_RUNNING & Ease(lift="light"),
    REST,
    STOP,
)
"""An amber and a red morning, pain of three to five, no running, rest and stop."""


def eases() -> st.SearchStrategy[Ease]:
    """Ceilings of every kind, the ones that the gates use among them."""
    drawn = st.builds(
        Ease,
        quality=st.sampled_from(QUALITIES),
        fastest=st.sampled_from(FASTEST),
        easy_share=st.sampled_from(SHARES) | st.floats(0.1, 1.0),
        long_share=st.sampled_from(SHARES) | st.floats(0.1, 1.0),
        run_min=st.just(NO_CAP_MIN) | st.sampled_from((20.0, 30.0, 40.0)) | st.floats(5.0, 150.0),
        run_km=st.just(NO_CAP_KM) | st.floats(1.0, 30.0),
        rung=st.just(NO_BREAKS) | st.integers(1, NO_BREAKS),
        lift=st.sampled_from(LIFTS),
        hops=st.booleans(),
        heavy_legs=st.booleans(),
        grow=st.booleans(),
        refer=st.booleans(),
    )
    return st.sampled_from(SIMPLE) | drawn


@cache
def shelf_of(name: str) -> EasyShelf:
    """What the easier sessions of a golden season are made from."""
    season = season_of(name)
    return EasyShelf.of(season.profile, season.library.exercises, season.library.templates)


@cache
def asked(name: str) -> tuple[Session, ...]:
    """The sessions of a golden season, those that ask the same only once."""
    found: dict[str, Session] = {}
    for session in season_of(name).sessions:
        key = replace(session, id="", date=season_of(name).today, reasons=(), order=1, slot="am")
        found.setdefault(repr(key), session)
    return tuple(found.values())


SEASONS = TWELVE

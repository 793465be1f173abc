"""What a review has read, as one short digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from dovetail import __version__
from dovetail.application.ports import Library
from dovetail.domain.athlete import Athlete
from dovetail.domain.training_log import Event

DIGITS = 16


def digest_of(athlete: Athlete, events: Iterable[Event], library: Library) -> str:
    """Return 16 hex digits of the athlete, the events that stand, and the content that decides.

    The same inputs give the same digest on every machine: values say themselves in one way.
    """
    digest = hashlib.sha256()
    for part in (__version__, library.fingerprint, athlete, *events):
        digest.update(repr(part).encode())
        digest.update(b"\n")
    return digest.hexdigest()[:DIGITS]

"""The last answers of a function that asks nothing but its argument."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
LAST = 8
"""A review asks again what the one before it asked; more would only fill memory."""


def remembered(ask: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """Answer from the last few questions where an equal one was asked.

    Equality is asked, not a hash: what a person is holds mappings. For functions without side
    effects whose answers nobody changes.
    """
    last: deque[tuple[Asked, Answer]] = deque(maxlen=LAST)

    @wraps(ask)
    def answered(asked: Asked) -> Answer:
        for known, answer in tuple(last):
            if known == asked:
                return answer
        answer = ask(asked)
        last.append((asked, answer))
        return answer

    return answered

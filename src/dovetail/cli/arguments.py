"""What the options of all commands share: errors in our own form, dates, today."""

from __future__ import annotations

import argparse
import re
from datetime import UTC, date, datetime
from typing import NoReturn

from dovetail.domain.errors import BadInput, Problem

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Arguments(argparse.ArgumentParser):
    """A parser that raises `BadInput` instead of printing usage and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong with the arguments, with usage as the hint."""
        raise BadInput(
            Problem(
                code="bad-arguments",
                problem=f"{message[:1].upper()}{message[1:].rstrip('.')}.",
                hint=f"See: {self.prog} --help",
            )
        )


def parse_date(text: str) -> date:
    """Read a date such as 2026-10-04."""
    if _ISO_DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass  # such as 30 February: said below
    raise BadInput(
        Problem(
            code="bad-date",
            problem=f"{text!r} is not a date.",
            hint="Write year, month and day, as in 2026-10-04.",
        )
    )


def local_today() -> date:
    """Return today's date where this computer stands."""
    return datetime.now(UTC).astimezone().date()

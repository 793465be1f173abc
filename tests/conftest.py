"""What every test run shares: the seed of the properties, and an honest last word."""

from __future__ import annotations

import os
import secrets
from collections import Counter

import pytest
from hypothesis import settings

settings.register_profile("dovetail", deadline=None, print_blob=True)
settings.load_profile("dovetail")


SOAK_SEED = int(os.environ.get("SOAK_SEED") or secrets.randbelow(2**32))
"""Of the people who are others in each run; the processes of a run share it."""
os.environ["SOAK_SEED"] = str(SOAK_SEED)


@pytest.fixture(scope="session")
def soak_seed() -> int:
    """The seed of the people who are others in each run."""
    return SOAK_SEED


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed before Hypothesis looks for one, so that it can be printed."""
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(secrets.randbelow(2**32))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what did not run and why, and how to repeat the run."""
    stats = terminalreporter.stats
    reasons = Counter(_reason(report) for report in stats.get("skipped", []))
    terminalreporter.section("did not run")
    for reason, times in sorted(reasons.items()):
        terminalreporter.write_line(f"{times} × {reason}")
    if left_out := len(stats.get("deselected", [])):
        terminalreporter.write_line(f"{left_out} × not asked for")
    if not reasons and not left_out:
        terminalreporter.write_line("Nothing was left out.")
    seed = terminalreporter.config.option.hypothesis_seed
    terminalreporter.write_line(f"Properties: --hypothesis-seed={seed} repeats this run.")
    terminalreporter.write_line(f"Other people each run: SOAK_SEED={SOAK_SEED} repeats this one.")


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    match report.longrepr:
        case (_, _, str(reason)):
            return reason.removeprefix("Skipped: ")
        case other:
            return str(other)

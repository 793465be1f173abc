"""How long `dovetail plan` takes from nothing, against Python starting and doing nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest

ROUNDS = 15
COMMAND = Path(sys.executable).with_name("dovetail")
NOTHING = (sys.executable, "-c", "pass")
PLAN = (str(COMMAND), "plan", "--example", "marathon-masters")


def seconds(command: tuple[str, ...]) -> float:
    """Run the command once, its output into a pipe."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return time.perf_counter() - start


def test_cold_start(capsys: pytest.CaptureFixture[str]) -> None:
    seconds(NOTHING), seconds(PLAN)  # the first run compiles

    # Interleaved, so that a busy moment of the machine falls on both.
    rounds = [(seconds(NOTHING), seconds(PLAN)) for _ in range(ROUNDS)]

    nothing, plan = (1000 * median(times) for times in zip(*rounds, strict=True))
    with capsys.disabled():
        print(
            f"\ncold start: python -c pass {nothing:.1f} ms, {' '.join(PLAN[1:])} {plan:.1f} ms,"
            f" {plan / nothing:.1f} times as long (median of {ROUNDS} interleaved runs)"
        )

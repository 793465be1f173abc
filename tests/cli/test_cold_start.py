"""A plan on the command line starts fast, because nothing heavy is imported on the way."""

from __future__ import annotations

import re
import subprocess
import sys

HEAVY = {"numpy", "pandas", "scipy", "django", "pydantic", "click", "icalendar"}
COMMAND = ("-X", "importtime", "-m", "dovetail", "plan", "--example", "marathon-masters")


def test_a_plan_is_printed_without_importing_anything_heavy() -> None:
    run = subprocess.run(
        [sys.executable, *COMMAND], capture_output=True, text=True, encoding="utf-8", check=False
    )

    imported = set(re.findall(r"^import time:.*\|\s*(\w+)[\w.]*$", run.stderr, re.MULTILINE))
    assert run.returncode == 0, run.stderr.splitlines()[-1]
    assert "dovetail" in imported
    assert imported & HEAVY == set()

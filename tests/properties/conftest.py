"""What the properties share: everybody, planned once a run."""

from __future__ import annotations

import pytest
from tests.properties.everybody import People, plan_everybody


@pytest.fixture(scope="session")
def everybody(request: pytest.FixtureRequest) -> People:
    """Plan all of them once."""
    return plan_everybody(int(request.config.getoption("hypothesis_seed")))

"""What several test files need. How far a simulation may lie from a law is said in `tolerances`."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch is imported: for small models threads only wait in line

import numpy as np
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def rng() -> np.random.Generator:
    """Return a generator with a fixed seed: each test draws the same numbers each time."""
    return np.random.default_rng(2024)


@pytest.fixture(scope="session")
def built() -> Path:
    """Return the folder of the built site, which `make test` builds first."""
    if not (ROOT / "_build" / "site-is-whole").exists():
        pytest.fail("the site must be built before it is tested: make book")
    return ROOT / "_build" / "html"

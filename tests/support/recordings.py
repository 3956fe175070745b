"""Runs that take no time, for the command that records runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from collapse_lib.experiments import bigrams
from collapse_lib.recorded import __main__ as command
from collapse_lib.recorded import making

ONE = {"measures": pd.DataFrame({"x": [1]})}
Run = Callable[[], tuple[dict[str, pd.DataFrame], dict[str, Any]]]


def one() -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
    """Return a table of one row."""
    return ONE, {"seed": 1}


def failing(error: BaseException) -> Run:
    """Return a run that fails."""

    def run() -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
        raise error

    return run


def let_runs_be(patch: pytest.MonkeyPatch, **given: Run) -> None:
    """Let the library record `given` and nothing else."""
    module = "collapse_lib.experiments.bigrams"
    for owner in (making, command):
        patch.setattr(owner, "runs", lambda: {name: (module, name) for name in given})
    for name, run in given.items():
        patch.setattr(bigrams, name, run, raising=False)


def main(*arguments: object) -> int:
    """Return the exit status of `python -m collapse_lib.recorded ARGUMENTS`."""
    return command.main([str(argument) for argument in arguments])

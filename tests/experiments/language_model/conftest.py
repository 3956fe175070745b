"""A run so small that it takes seconds, and a way to do it in this process."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from pathlib import Path

import pytest
import tiny_opt

from collapse_lib.__main__ import main
from collapse_lib.experiments.language_model import dry_run, measures, presets, runs
from collapse_lib.experiments.language_model.presets import Preset


@pytest.fixture
def preset(tiny_base, tiny_text, monkeypatch) -> Preset:
    monkeypatch.setenv("COLLAPSE_DATA", str(tiny_text))
    return tiny_opt.preset(tiny_base, conditions=tiny_opt.CONDITIONS[:1], last=1)


@pytest.fixture
def text(tiny_text, monkeypatch) -> None:
    """Have the command read the tiny text, and nothing that it read before."""
    monkeypatch.setenv("COLLAPSE_DATA", str(tiny_text))
    runs._material.cache_clear()


class Here(Executor):
    """Does what it is given at once, in this process."""

    def submit(self, work, /, *args, **kwargs):
        future: Future = Future()
        future.set_result(work(*args, **kwargs))
        return future


@pytest.fixture
def here(monkeypatch) -> None:
    """Run the lineages in this process: processes of their own take ten seconds to begin."""
    for module in (runs, dry_run):
        monkeypatch.setattr(module, "processes", lambda most: nullcontext(Here()))


@pytest.fixture
def experiment(preset, here, monkeypatch) -> Callable[..., int]:
    """Return the command of a run that takes less than a second, in this process: its folder, and further options."""
    monkeypatch.setitem(presets.PRESETS, "tiny", preset)
    monkeypatch.setattr(measures, "CONTINUATION", 4)

    def command(out: Path, *more: str) -> int:
        return main(["experiment", "--preset", "tiny", "--out", str(out), *more])

    return command

"""The command line of a run of the language model that takes seconds, and the preset that it asks for."""

from __future__ import annotations

from pathlib import Path

from collapse_lib.experiments.language_model.options import options
from collapse_lib.experiments.language_model.presets import Preset


def command(base: Path, out: Path) -> list[str]:
    """Return what is to be typed after `python -m collapse_lib`."""
    return [
        "experiment", "--preset", "classroom", "--model", str(base), "--out", str(out), "--policies", "replace",
        "--seeds", "0", "1", "--last", "1", "--workers", "2",
    ]  # fmt: skip


def chosen(arguments: list[str]) -> Preset:
    """Return the preset that such a line asks for."""
    preset: Preset = options(arguments[1:]).preset
    return preset

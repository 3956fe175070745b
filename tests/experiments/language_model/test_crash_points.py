"""Wherever a run dies, before, within or after each thing that it writes, the same command ends with the same table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from deaths import changes, die

RUN = ("--last", "2", "--keep", "0.5")
TABLES = ("measures.csv", "survival.csv", "histogram.csv", "continuations.csv")


def quietly(experiment: Callable[..., int], out: Path, *more: str) -> Callable[[], None]:
    def work() -> None:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            assert experiment(out, *RUN, *more) == 0

    return work


def tables(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in TABLES]


def points(seen: list[str]) -> list[tuple[int, bool]]:
    """Before each change; and within each write, which is at its renaming."""
    return [(at, within) for at, what in enumerate(seen) for within in (False, True) if not within or "rename" in what]


def of_each_kind(seen: list[str]) -> list[tuple[int, bool]]:
    """Of those, the last of each kind: every table is written alike, and every row."""
    kinds = {
        (what.split()[0], Path(what).suffixes[0], Path(what).name[:4], within): (at, within)
        for at, within in points(seen)
        for what in [seen[at]]
    }
    return sorted(kinds.values())


def dies_and_goes_on(
    experiment, folder: Path, at: int, within: bool, whole: list[bytes], before: tuple[str, ...]
) -> bool:
    if before:
        quietly(experiment, folder, *before)()
    die(quietly(experiment, folder), folder, at, within=within)
    quietly(experiment, folder)()
    return tables(folder) == whole and not list(folder.rglob("*.new"))


@pytest.mark.parametrize("before", [(), ("--last", "0")], ids=["from the beginning", "made longer"])
@pytest.mark.parametrize("chosen", [of_each_kind, pytest.param(points, marks=pytest.mark.slow)])
def test_wherever_it_dies_the_same_command_ends_with_the_same_table(experiment, tmp_path, chosen, before):
    quietly(experiment, tmp_path / "whole")()
    whole = tables(tmp_path / "whole")
    if before:
        quietly(experiment, tmp_path / "seen", *before)()
    seen = changes(quietly(experiment, tmp_path / "seen"), tmp_path / "seen")
    assert len(seen) > 30
    wrong = [
        (seen[at], within)
        for at, within in chosen(seen)
        if not dies_and_goes_on(experiment, tmp_path / f"{at} {within}", at, within, whole, before)
    ]
    assert wrong == []


def test_a_run_that_dies_again_and_again_in_one_folder_gets_there_all_the_same(experiment, tmp_path):
    quietly(experiment, tmp_path / "whole")()
    folder = tmp_path / "out"
    for at in range(3, 23, 2):
        left = changes(lambda: None, folder)
        assert left == []
        die(quietly(experiment, folder), folder, at, within=False)
    quietly(experiment, folder)()
    assert tables(folder) == tables(tmp_path / "whole")

"""Wherever a run dies, before, within or after each thing that it writes, the same command ends with the same table."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from itertools import count
from pathlib import Path

import pytest
from deaths import changes, died
from walk import walk

TABLES = ("measures.csv", "survival.csv", "histogram.csv", "continuations.csv")
WHOLE = ("--last", "2", "--seeds", "0", "1", "--policies", "50%")


@pytest.fixture
def run(experiment, monkeypatch) -> Callable[..., Callable[[], None]]:
    """Return the command, to be done when it is called, without a word."""
    walk(monkeypatch)

    def command(out: Path, *more: str) -> Callable[[], None]:
        def work() -> None:
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
                assert experiment(out, *WHOLE, *more) == 0

        return work

    return command


def tables(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in TABLES]


@pytest.mark.parametrize(
    ("begun", "points"),
    [
        (None, 70),
        (("--last", "1"), 40),
        (("--policies", "50%", "10%"), 15),
        pytest.param(("--seeds", "1"), 40, marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_wherever_it_dies_the_same_command_ends_with_the_same_table(run, tmp_path, begun, points):
    run(tmp_path / "whole")()
    whole, before = tables(tmp_path / "whole"), tmp_path / "before"
    before.mkdir()
    if begun is not None:
        run(before, *begun)()
    shutil.copytree(before, tmp_path / "seen")
    seen = changes(run(tmp_path / "seen"), tmp_path / "seen")
    deaths = [(at, within) for at, what in enumerate(seen) for within in {False, "rename" in what}]
    assert len(deaths) >= points
    wrong = []
    for at, within in deaths:
        folder = Path(shutil.copytree(before, tmp_path / f"{at} {within}"))
        assert died(run(folder), folder, at, within=within)
        run(folder)()
        if tables(folder) != whole or list(folder.rglob("*.new")):
            wrong.append((seen[at], within))
    assert wrong == []


@pytest.mark.parametrize("step", [1, 5])
def test_a_run_that_dies_again_and_again_gets_there_all_the_same(run, tmp_path, step):
    run(tmp_path / "whole")()
    folder = tmp_path / "out"
    deaths = next(n for n in count() if not died(run(folder), folder, 12 + step * n, within=n % 2 == 0))
    assert deaths > 3
    assert tables(folder) == tables(tmp_path / "whole")


@pytest.mark.slow
def test_a_run_that_died_is_made_longer_as_one_that_did_not(run, tmp_path):
    longer = ("--last", "4")
    run(tmp_path / "whole", *longer)()
    seen = changes(run(tmp_path / "seen"), tmp_path / "seen")
    for at in range(len(seen)):
        folder = tmp_path / str(at)
        assert died(run(folder), folder, at)
        run(folder, *longer)()
        assert tables(folder) == tables(tmp_path / "whole"), seen[at]

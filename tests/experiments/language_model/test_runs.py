"""A run in a folder: one process at a time, and as many lineages as one likes, whose tables stand there at the end."""

from __future__ import annotations

import dataclasses
import multiprocessing
import time
from concurrent.futures import Executor, ThreadPoolExecutor
from threading import Lock

import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.experiments.language_model import runs
from collapse_lib.experiments.language_model.conditions import Condition
from collapse_lib.experiments.language_model.folders import Folder
from collapse_lib.experiments.language_model.holding import held
from collapse_lib.experiments.language_model.lineages import Lineage
from collapse_lib.models.decoding import Decoding

# One process


def test_a_second_process_is_refused_and_the_next_one_is_not(preset, tmp_path, here):
    with held(tmp_path):
        with pytest.raises(RuntimeError, match=f"only one process may work in {tmp_path}, and another one does: wait"):
            runs.run(preset, tmp_path)
        assert not (tmp_path / "run.json").exists()
    assert len(runs.run(preset, tmp_path)["measures"]) == 2


def test_a_folder_is_free_again_after_an_error(tmp_path):
    with pytest.raises(ValueError, match="bad"), held(tmp_path):
        raise ValueError("bad")
    with held(tmp_path):
        pass


def test_a_lineage_that_fails_is_named_and_nobody_writes_on_after_it(preset, tmp_path):
    others = set(multiprocessing.active_children())
    long = dataclasses.replace(preset, last=600, seeds=(0, 1))
    other, blocked = (Folder(tmp_path / Lineage(long, long.conditions[0], seed).name) for seed in long.seeds)
    blocked.path.mkdir()
    (blocked.path / "generation-00.json.new").mkdir()  # in the way of its first row
    with pytest.raises(OSError, match=r"generation-00\.json"):
        runs.run(long, tmp_path, workers=2)
    assert set(multiprocessing.active_children()) <= others
    assert other.finished() < 300  # it was ended, not waited for
    with held(tmp_path):
        pass


class Counting(Executor):
    """Does what it is given a moment later, in threads, and remembers how much was in its hands at once."""

    def __init__(self) -> None:
        self.threads, self.changing, self.held, self.most = ThreadPoolExecutor(8), Lock(), 0, 0

    def submit(self, work, /, *args, **kwargs):
        with self.changing:
            self.held += 1
            self.most = max(self.most, self.held)
        return self.threads.submit(self.soon)

    def soon(self) -> None:
        time.sleep(0.1)
        with self.changing:
            self.held -= 1


@pytest.mark.parametrize("at_once", [1, 3])
def test_no_more_lineages_are_at_work_than_are_allowed_and_no_fewer(preset, tmp_path, at_once):
    seven = [Lineage(preset, preset.conditions[0], seed) for seed in range(7)]
    pool = Counting()
    runs._work(seven, tmp_path, pool, at_once)
    assert (pool.most, pool.held) == (at_once, 0)


# The table


def test_more_seeds_and_conditions_are_added_and_leave_the_others_as_they_were(preset, tmp_path, here):
    before = runs.run(preset, tmp_path)
    files = {path: path.read_bytes() for path in tmp_path.rglob("generation-*.json")}
    more = dataclasses.replace(
        preset, about="more", seeds=(0, 5), conditions=(*preset.conditions, Condition("50% kept", Decoding(), 2))
    )
    after = runs.run(more, tmp_path)
    assert {path: path.read_bytes() for path in files} == files
    for name, table in after.items():
        old = table[(table.policy == "replace") & (table.replicate == 0)].reset_index(drop=True)
        pd.testing.assert_frame_equal(old, before[name])
    after = after["measures"]
    wanted = [(policy, seed, g) for policy in ("replace", "50% kept") for seed in (0, 5) for g in (0, 1)]
    assert list(after[["policy", "replicate", "generation"]].itertuples(index=False, name=None)) == wanted
    assert after.decoding.unique().tolist() == ["T = 0.9", "T = 1"]


def test_the_tables_stand_in_the_folder_with_what_they_were_made_with(preset, tmp_path, here, tiny_material):
    tables = runs.run(preset, tmp_path)
    assert sorted(tables) == ["continuations", "histogram", "measures", "said", "survival"]
    for name, table in tables.items():
        written = pd.read_csv(tmp_path / f"{name}.csv")
        assert written.columns.tolist() == table.columns.tolist()
        if name in recorded.tables("opt-wikitext"):  # and what was recorded is still noted, in the same order
            recorded_columns = recorded.load("opt-wikitext", name).columns.tolist()
            assert [column for column in written if column in recorded_columns] == recorded_columns
        pd.testing.assert_frame_equal(written, table, rtol=1e-7, check_dtype=False)
    told = pd.read_json(tmp_path / "provenance.json", typ="series")
    assert told.digest == tiny_material.digest
    assert told.weights == tiny_material.pretrained.weights.size
    assert told.preset["conditions"] == ["replace, T = 0.9, 1 epochs"]
    assert {"command", "seed", "versions", "hardware", "date", "commit", "threads"} <= set(told.index)

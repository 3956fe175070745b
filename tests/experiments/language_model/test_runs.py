"""A run in a folder: one process at a time, one set of settings, and as many lineages as one likes."""

from __future__ import annotations

import dataclasses
import multiprocessing
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import nullcontext
from threading import Lock

import numpy as np
import pandas as pd
import pytest
import tiny_opt

from collapse_lib.experiments import language_model
from collapse_lib.experiments.language_model.checkpoints import Folder
from collapse_lib.experiments.language_model.lineages import Lineage
from collapse_lib.experiments.language_model.presets import Condition, Preset
from collapse_lib.models.decoding import Decoding

FACTS = {"digest": "abc", "precision": "float32"}


@pytest.fixture
def preset(tiny_base, tiny_text, monkeypatch) -> Preset:
    monkeypatch.setenv("COLLAPSE_DATA", str(tiny_text))
    return tiny_opt.preset(tiny_base, conditions=tiny_opt.CONDITIONS[:1], last=1)


class Here(Executor):
    """Does what it is given at once, in this process."""

    def submit(self, work, /, *args, **kwargs):
        future: Future = Future()
        future.set_result(work(*args, **kwargs))
        return future


@pytest.fixture
def here(monkeypatch) -> None:
    """Run the lineages in this process: processes of their own take ten seconds to begin."""
    monkeypatch.setattr(language_model.runs, "processes", lambda most: nullcontext(Here()))


# One process


def test_a_second_process_is_refused_and_the_next_one_is_not(preset, tmp_path, here):
    with language_model.runs.locked(tmp_path):
        with pytest.raises(RuntimeError, match=f"only one process may work in {tmp_path}, and another one does: wait"):
            language_model.runs.run(preset, tmp_path)
        assert not (tmp_path / "run.json").exists()
    assert len(language_model.runs.run(preset, tmp_path)) == 2


def test_a_folder_is_free_again_after_an_error(tmp_path):
    with pytest.raises(ValueError, match="bad"), language_model.runs.locked(tmp_path):
        raise ValueError("bad")
    with language_model.runs.locked(tmp_path):
        pass


def test_a_lineage_that_fails_is_named_and_nobody_writes_on_after_it(preset, tmp_path):
    others = set(multiprocessing.active_children())
    long = dataclasses.replace(preset, last=600, seeds=(0, 1))
    other, blocked = (Folder(tmp_path / Lineage(long, long.conditions[0], seed).name) for seed in long.seeds)
    blocked.path.mkdir()
    (blocked.path / "generation-00.json").mkdir()  # in the way of its first row
    with pytest.raises(OSError, match=r"generation-00\.json"):
        language_model.runs.run(long, tmp_path, workers=2)
    assert set(multiprocessing.active_children()) <= others
    assert other.finished(long.last) < 300  # it was ended, not waited for
    with language_model.runs.locked(tmp_path):
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
    language_model.runs._work(seven, tmp_path, pool, at_once)
    assert (pool.most, pool.held) == (at_once, 0)


# One set of settings


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"learning_rate": 0.5}, "learning_rate 0.01, got 0.5"),
        ({"last": 7}, "last 1, got 7"),
        ({"begin": "base"}, "begin 'previous', got 'base'"),
        ({"prompts": "real"}, "prompts 'previous', got 'real'"),
        ({"blocks": 9}, "blocks 24, got 9"),
        ({"name": "other"}, "name 'tiny', got 'other'"),
    ],
)
def test_a_run_of_other_settings_is_refused_and_the_setting_is_named(preset, tmp_path, other, message):
    language_model.runs.resolve_preset(preset, FACTS, tmp_path)
    before = (tmp_path / "run.json").read_text()
    with pytest.raises(ValueError, match=f"{tmp_path} holds a run with {message}"):
        language_model.runs.resolve_preset(dataclasses.replace(preset, **other), FACTS, tmp_path)
    assert (tmp_path / "run.json").read_text() == before


def test_other_text_is_refused(preset, tmp_path):
    language_model.runs.resolve_preset(preset, FACTS, tmp_path)
    with pytest.raises(ValueError, match=r"holds a run with digest 'abc', got 'def'"):
        language_model.runs.resolve_preset(preset, FACTS | {"digest": "def"}, tmp_path)


def test_other_text_has_another_digest(tiny_material):
    other = dataclasses.replace(tiny_material, real=tiny_material.real[1:])
    assert len(tiny_material.digest) == 64 and other.digest != tiny_material.digest


def test_the_fastest_precision_is_that_of_the_runs_beginning(preset, tmp_path):
    fast = dataclasses.replace(preset, precision="fastest")
    assert language_model.runs.resolve_preset(fast, FACTS | {"precision": "bfloat16"}, tmp_path).precision == "bfloat16"
    assert language_model.runs.resolve_preset(fast, FACTS, tmp_path).precision == "bfloat16"


# The table


def test_more_seeds_and_conditions_are_added_and_leave_the_others_as_they_were(preset, tmp_path, here):
    before = language_model.runs.run(preset, tmp_path)
    files = {path: path.read_bytes() for path in tmp_path.rglob("generation-*.json")}
    more = dataclasses.replace(
        preset, about="more", seeds=(0, 5), conditions=(*preset.conditions, Condition("50% kept", Decoding(), 2))
    )
    after = language_model.runs.run(more, tmp_path)
    assert {path: path.read_bytes() for path in files} == files
    old = after[(after.policy == "0% kept") & (after.seed == 0)].reset_index(drop=True)
    pd.testing.assert_frame_equal(old, before)
    wanted = [(policy, seed, g) for policy in ("0% kept", "50% kept") for seed in (0, 5) for g in (0, 1)]
    assert list(after[["policy", "seed", "generation"]].itertuples(index=False, name=None)) == wanted
    assert after.decoding.unique().tolist() == ["T = 0.9", "T = 1"]


def test_the_table_stands_in_the_folder_with_what_it_was_made_with(preset, tmp_path, here, tiny_material):
    table = language_model.runs.run(preset, tmp_path)
    written = pd.read_csv(tmp_path / "table.csv")
    assert written.columns.tolist() == table.columns.tolist()
    np.testing.assert_allclose(written.real, table.real, rtol=1e-7)
    told = pd.read_json(tmp_path / "table.json", typ="series")
    assert told.digest == tiny_material.digest
    assert told.weights == tiny_material.pretrained.weights.size
    assert told.preset["conditions"] == ["0% kept, T = 0.9, 1 epochs"]
    assert {"command", "seed", "versions", "hardware", "date", "commit", "threads"} <= set(told.index)

"""A lineage that was stopped and taken up again is the one that never was; equal seeds learn the same."""

from __future__ import annotations

import dataclasses
import json
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import tiny_opt
from tiny_opt import CONDITIONS

from collapse_lib.experiments import language_model
from collapse_lib.experiments.language_model import checkpoints
from collapse_lib.experiments.language_model.conditions import Condition
from collapse_lib.experiments.language_model.lineages import Lineage
from collapse_lib.models.decoding import Decoding

REPLACE, KEEP, ACCUMULATE = CONDITIONS


@pytest.fixture(autouse=True)
def short(monkeypatch):
    """What is said after the prompts is short here: it is a third of a tiny run."""
    monkeypatch.setattr(language_model.measures, "CONTINUATION", 4)


def lineage(base: Path, condition: Condition = REPLACE, seed: int = 0, **settings) -> Lineage:
    return Lineage(tiny_opt.preset(base, **settings), condition, seed)


def text(rows: list[dict]) -> list[str]:
    """Rows as they stand in a file; NaN equals NaN there."""
    return [json.dumps(row) for row in rows]


@pytest.mark.parametrize(
    ("condition", "settings"),
    [
        (REPLACE, {}),
        (KEEP, {"prompts": "real", "begin": "base"}),
        (ACCUMULATE, {"begin": "base"}),
        (REPLACE, {"prompts": "real", "shift": 0}),
    ],
    ids=str,
)
def test_stopped_after_any_generation_it_goes_on_as_if_it_never_had(
    tiny_base, tiny_material, tmp_path, condition, settings
):
    one = lineage(tiny_base, condition, **settings)
    tiny_material = dataclasses.replace(tiny_material, validation=tiny_material.test)
    whole = list(one.rows(tiny_material, tmp_path / "whole"))
    for generation in range(4):
        stopped = list(islice(one.rows(tiny_material, tmp_path / "stopped"), generation))
        assert text(stopped) == text(whole[:generation])
    assert text(list(one.rows(tiny_material, tmp_path / "stopped"))) == text(whole)
    for name in ("first", "before", "last"):
        ours, theirs = (
            checkpoints.restore(tmp_path / part / one.name / f"{name}.safetensors") for part in ("whole", "stopped")
        )
        assert (ours.index, ours.random) == (theirs.index, theirs.random)
        assert ours.arrays.keys() == theirs.arrays.keys() == {"weights", "data", "corpus"}
        for array in ours.arrays:
            np.testing.assert_array_equal(ours.arrays[array], theirs.arrays[array])


def test_with_a_folder_and_without_one_it_is_the_same_lineage(tiny_base, tiny_material, tmp_path):
    one = lineage(tiny_base, last=1)
    assert text(list(one.rows(tiny_material))) == text(list(one.rows(tiny_material, tmp_path)))


def test_what_is_finished_is_read_and_not_done_again(tiny_base, tiny_material, tmp_path, monkeypatch):
    one = lineage(tiny_base, last=0)
    rows = list(one.rows(tiny_material, tmp_path))

    def fail(*arguments, **settings):
        raise AssertionError("nothing is left to do")

    monkeypatch.setattr("collapse_lib.models.language.training.train", fail)
    monkeypatch.setattr("collapse_lib.models.language.writing.write", fail)
    assert text(list(one.rows(tiny_material, tmp_path))) == text(rows)


def read_first(one: Lineage, material, monkeypatch) -> tuple[np.ndarray, dict]:
    """The blocks that generation 0 learns, and its row."""
    seen = []
    real = language_model.measures.TextMeasures.__call__
    monkeypatch.setattr(
        language_model.measures.TextMeasures, "__call__", lambda self, g: (seen.append(g.data), real(self, g))[1]
    )
    return seen, next(one.rows(material))


def test_generation_0_is_the_same_whatever_is_kept_later(tiny_base, tiny_material, monkeypatch):
    rows, read = [], []
    for condition in CONDITIONS:
        data, row = read_first(lineage(tiny_base, condition), tiny_material, monkeypatch)
        rows.append({name: value for name, value in row.items() if name != "policy"})
        read.append(data[0])
        monkeypatch.undo()
        monkeypatch.setattr(language_model.measures, "CONTINUATION", 4)
    assert len(set(text(rows))) == 1
    for other in read[1:]:
        np.testing.assert_array_equal(read[0], other)


def test_equal_seeds_learn_equal_real_blocks_however_they_write_and_others_do_not(
    tiny_base, tiny_material, monkeypatch
):
    other = Condition("50% kept", Decoding(top_p=0.5), 2)
    read = []
    for condition, seed in ((REPLACE, 0), (other, 0), (REPLACE, 1)):
        data, _ = read_first(lineage(tiny_base, condition, seed), tiny_material, monkeypatch)
        read.append(data[0])
        monkeypatch.undo()
    np.testing.assert_array_equal(read[0], read[1])
    assert not np.array_equal(read[0], read[2])


def test_settings_reach_the_network(tiny_base, tiny_material):
    settings = {"learning_rate": 0.003, "batch": 5, "shift": 7, "precision": "bfloat16"}
    real = tiny_material.real[:24]
    model = lineage(tiny_base, **settings).model(tiny_material, real)
    assert {name: getattr(model, name) for name in settings} == settings
    assert (model.length, model.epochs, model.decoding) == (64, REPLACE.epochs, REPLACE.decoding)
    assert model.base is None and model.prompts is None and model.validation is None
    assert model.weights is tiny_material.pretrained.weights
    other = lineage(tiny_base, begin="base", prompts="real").model(
        dataclasses.replace(tiny_material, validation=real), real
    )
    assert other.base is tiny_material.pretrained.weights
    assert other.prompts is real and other.validation is real


def test_a_lineages_folder_is_named_after_all_that_sets_it_apart(tiny_base):
    names = {
        lineage(tiny_base, Condition(policy, decoding, epochs), seed).name
        for policy in ("replace", "10% kept", "accumulate")
        for decoding in (Decoding(), Decoding(temperature=0.9), Decoding(top_p=0.95), Decoding(beams=5))
        for epochs in (5, 10)
        for seed in (0, 1)
    }
    assert len(names) == 3 * 4 * 2 * 2
    assert lineage(tiny_base).name == "replace-t-0.9-1-epochs-seed-0"

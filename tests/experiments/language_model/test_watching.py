"""A lineage that is watched is the same lineage, and says what each generation spent."""

from __future__ import annotations

import numpy as np
import pytest
import tiny_opt

from collapse_lib.experiments.language_model.checkpoints import restore
from collapse_lib.experiments.language_model.folders import Folder
from collapse_lib.experiments.language_model.lineages import Lineage
from collapse_lib.experiments.language_model.watching import live, noted


@pytest.fixture
def lineage(tiny_base) -> Lineage:
    return Lineage(tiny_opt.preset(tiny_base, last=1), tiny_opt.CONDITIONS[0], 0)


def test_a_watched_lineage_writes_what_another_one_does(lineage, tiny_material, tmp_path):
    for name in ("notes", "watched", "alone"):
        (tmp_path / name).mkdir()
    live(lineage, tiny_material, tmp_path / "watched", tmp_path / "notes")
    list(lineage.rows(tiny_material, tmp_path / "alone"))
    watched, alone = (Folder(tmp_path / name / lineage.name) for name in ("watched", "alone"))
    assert watched.finished() == alone.finished() == 2
    assert [watched.row(index) for index in range(2)] == [alone.row(index) for index in range(2)]
    one, other = (restore(folder.path / "last.safetensors") for folder in (watched, alone))
    assert one.random == other.random
    np.testing.assert_array_equal(one.arrays["weights"], other.arrays["weights"])


def test_each_generation_that_is_done_and_none_that_is_read_says_what_it_spent(lineage, tiny_material, tmp_path):
    for name in ("notes", "again", "out"):
        (tmp_path / name).mkdir()
    live(lineage, tiny_material, tmp_path / "out", tmp_path / "notes")
    live(lineage, tiny_material, tmp_path / "out", tmp_path / "again")
    done, read = (noted(tmp_path / name / lineage.name, lineage.condition) for name in ("notes", "again"))
    assert len(done[1]) == 2 and read[1] == []
    assert read[0] is not None


def test_the_parts_of_a_generation_are_told_apart(lineage, tiny_material, tmp_path):
    (tmp_path / "notes").mkdir()
    live(lineage, tiny_material, tmp_path / "out", tmp_path / "notes")
    _, (first, second) = noted(tmp_path / "notes" / lineage.name, lineage.condition)
    assert (first.blocks, first.rows, second.rows) == (24, 24, 48)
    assert min(first.fit, first.writing, first.rest) > 0
    assert first.condition == lineage.condition


def test_a_line_that_is_being_written_is_not_read_yet(tmp_path, lineage):
    (tmp_path / "note").write_text('{"at": 5}\n{"at": 7, "blo')
    assert noted(tmp_path / "note", lineage.condition) == (5, [])
    assert noted(tmp_path / "none", lineage.condition) == (None, [])

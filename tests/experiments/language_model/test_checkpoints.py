"""Whatever happens to the disk is named and costs at most one generation."""

from __future__ import annotations

import errno
import json
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import tiny_opt

from collapse_lib.experiments import language_model
from collapse_lib.experiments.language_model.checkpoints import Saved
from collapse_lib.experiments.language_model.folders import Folder
from collapse_lib.experiments.language_model.lineages import Lineage


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(language_model.measures, "CONTINUATION", 4)


@pytest.fixture(scope="module")
def one(tiny_base) -> Lineage:
    return Lineage(tiny_opt.preset(tiny_base), tiny_opt.CONDITIONS[1], 0)


@pytest.fixture(scope="module")
def whole(one, tiny_material) -> list[str]:
    """The rows of the lineage that nothing happens to."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language_model.measures, "CONTINUATION", 4)
        return rows(one, tiny_material, None)


def rows(one: Lineage, material, folder: Path | None, generations: int = 3) -> list[str]:
    return [json.dumps(row) for row in islice(one.rows(material, folder), generations)]


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


def flipped(path: Path) -> None:
    """Flip one bit in the middle, where the weights are: the format itself does not notice."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = [truncated, flipped, emptied]


# Damage


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_checkpoint_is_named_and_the_one_before_leads_to_the_same_table(
    one, whole, tiny_material, tmp_path, capsys, damage
):
    rows(one, tiny_material, tmp_path, 2)
    damage(tmp_path / one.name / "last.safetensors")
    assert rows(one, tiny_material, tmp_path) == whole
    told = capsys.readouterr().out
    assert f"got a damaged {tmp_path / one.name / 'last.safetensors'}" in told
    assert "going on from generation 0" in told


def test_killed_after_damage_the_whole_checkpoint_is_still_there(one, whole, tiny_material, tmp_path, monkeypatch):
    rows(one, tiny_material, tmp_path, 2)
    flipped(tmp_path / one.name / "last.safetensors")

    def kill(path, saved):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(language_model.folders, "keep", kill)  # after the one before was put in reserve
        with pytest.raises(KeyboardInterrupt):
            rows(one, tiny_material, tmp_path)
    assert rows(one, tiny_material, tmp_path) == whole


def test_if_both_are_damaged_both_are_named_and_the_rows_are_kept(one, tiny_material, tmp_path):
    rows(one, tiny_material, tmp_path)
    folder = tmp_path / one.name
    truncated(folder / "last.safetensors")
    flipped(folder / "before.safetensors")
    with pytest.raises(ValueError, match=r"damaged .*last\.safetensors .*; .*damaged .*before\.safetensors ") as told:
        rows(one, tiny_material, tmp_path)
    assert f"The finished rows are in {folder}; delete its .safetensors to begin this lineage again" in str(told.value)
    assert Folder(folder).finished() == 3


def test_a_damaged_or_lost_generation_0_is_named(one, whole, tiny_material, tmp_path):
    rows(one, tiny_material, tmp_path, 1)
    flipped(tmp_path / one.name / "first.safetensors")
    with pytest.raises(ValueError, match=r"damaged .*first\.safetensors .*delete its \.safetensors to begin"):
        rows(one, tiny_material, tmp_path)
    (tmp_path / one.name / "first.safetensors").unlink()
    with pytest.raises(ValueError, match=r"first\.safetensors.*delete its \.safetensors to begin"):
        rows(one, tiny_material, tmp_path)
    for path in (tmp_path / one.name).glob("*.safetensors"):
        path.unlink()
    assert rows(one, tiny_material, tmp_path) == whole


def test_a_checkpoint_comes_back_as_it_was(tmp_path, rng):
    arrays = {"weights": rng.normal(size=9).astype(np.float32), "data": rng.integers(9, size=(4, 6))[:, ::2]}
    language_model.checkpoints.keep(
        tmp_path / "x.safetensors", Saved(3, arrays, dict(rng.bit_generator.state), {"last": 3}, "one")
    )
    found = language_model.checkpoints.restore(tmp_path / "x.safetensors")
    assert (found.index, found.random, found.settings) == (3, rng.bit_generator.state, {"last": 3})
    for name, array in arrays.items():
        np.testing.assert_array_equal(found.arrays[name], array)
        assert found.arrays[name].dtype == array.dtype


# A full disk


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is a device of Linux")
@pytest.mark.parametrize("file", ["generation-00.json", "first.safetensors", "generation-01.json", "last.safetensors"])
def test_a_full_disk_is_named_and_loses_no_finished_generation(one, whole, tiny_material, tmp_path, file):
    folder = tmp_path / one.name
    folder.mkdir()
    done = rows(one, tiny_material, tmp_path, 1) if file in ("generation-01.json", "last.safetensors") else []
    (folder / f"{file}.new").symlink_to("/dev/full")  # what is written aside finds no room
    with pytest.raises(OSError, match=rf"the disk is full, .*{file} was not written; what was there before") as told:
        rows(one, tiny_material, tmp_path)
    assert told.value.errno == errno.ENOSPC
    assert not list(folder.glob("*.new"))
    assert rows(one, tiny_material, tmp_path, len(done)) == done
    assert rows(one, tiny_material, tmp_path) == whole

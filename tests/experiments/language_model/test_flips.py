"""One flipped bit anywhere in a checkpoint or a row is noticed: in the arrays, and in what says which they are."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib.experiments.language_model.checkpoints import Saved, keep, restore
from collapse_lib.experiments.language_model.folders import Folder

SETTINGS = {"learning_rate": 0.01, "source": "base"}


def flips(path, rng):
    """Have each byte of the file with one of its bits flipped, one after the other."""
    whole = path.read_bytes()
    for place in range(len(whole)):
        data = bytearray(whole)
        data[place] ^= 1 << int(rng.integers(8))
        path.write_bytes(data)
        yield place
    path.write_bytes(whole)


def test_no_flipped_bit_of_a_checkpoint_passes(tmp_path, rng):
    path = tmp_path / "last.safetensors"
    arrays = {"weights": rng.normal(size=9).astype(np.float32), "data": rng.integers(9, size=(2, 3))}
    keep(path, Saved(3, arrays, dict(rng.bit_generator.state), SETTINGS, "one"))
    for _ in flips(path, rng):
        with pytest.raises(ValueError, match=f"a checkpoint must be whole, got a damaged {path}"):
            restore(path)
    assert restore(path).index == 3


def test_no_flipped_bit_of_a_row_passes(tmp_path, rng):
    folder, row = Folder(tmp_path / "one"), {"generation": 0, "real": 12.5, "text": "wörter"}
    folder.finish(Saved(0, {"weights": np.zeros(2)}, {}, SETTINGS, "one"), row)
    path = folder.path / "generation-00.json"
    for _ in flips(path, rng):
        with pytest.raises(ValueError, match=f"{path} must hold"):
            folder.row(0)
    assert folder.row(0) == row

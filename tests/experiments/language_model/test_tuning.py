"""Learning rate and epochs are chosen by real text that generation 0 does not read."""

from __future__ import annotations

import numpy as np
import pytest
import tiny_opt

from collapse_lib.experiments.language_model.tuning import drawn, tuned
from collapse_lib.recursion import subset


def test_what_is_held_out_is_never_read(rng):
    rows = np.arange(40).reshape(20, 2)
    read, rest = drawn(rows, 7, 3)
    assert len(read) == 7 and sorted([*read[:, 0], *rest[:, 0]]) == rows[:, 0].tolist()
    np.testing.assert_array_equal(drawn(rows, 7, 3)[0], read)
    assert (drawn(rows, 7, 4)[0] != read).any()
    np.testing.assert_array_equal(subset(rows, 7, rng=np.random.default_rng(3)), read)  # as a lineage has it
    with pytest.raises(ValueError, match="some blocks must be held out, got 20 to learn of 20"):
        drawn(rows, 20, 3)


def test_each_rate_and_number_of_epochs_is_told_and_learning_helps(tiny_base, tiny_text, monkeypatch):
    monkeypatch.setenv("COLLAPSE_DATA", str(tiny_text))
    preset = tiny_opt.preset(tiny_base, precision="float32")
    found = tuned(preset, rates=[1e-9, 1e-2], epochs=[1, 2], seed=5)
    assert found[["learning_rate", "epochs"]].to_numpy().tolist() == [[1e-9, 1], [1e-9, 2], [1e-2, 1], [1e-2, 2]]
    untaught, least, most = found.held_out[0], found.held_out.min(), found.held_out.max()
    assert least == found.held_out[3] < 0.9 * untaught and most < 1.01 * untaught

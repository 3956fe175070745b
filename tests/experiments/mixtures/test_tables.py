"""What the charts of the two groups are given is what is recorded."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib import recorded
from collapse_lib.experiments.mixtures import tables
from collapse_lib.experiments.mixtures.runs import SAMPLES


def test_a_median_is_that_of_the_lineages():
    table = recorded.load("mixtures")
    rows = table.query(f"policy == 'replace' and samples == {SAMPLES} and generation == 200")
    assert tables.at("spread", "replace", 200) == np.median(rows["spread"])
    typical = tables.typical(table, "spread")
    row = typical[(typical.policy == "replace") & (typical.samples == SAMPLES) & (typical.generation == 200)]
    assert row["median"].item() == tables.at("spread", "replace", 200)


def test_the_variance_is_halved_between_the_kept_generations_that_enclose_a_half():
    found = tables.half("replace")
    start, before, after = (tables.at("spread", "replace", generation) for generation in (0, 200, 250))
    assert before > start / 2 > after and 200 < found < 250
    assert found == pytest.approx(200 + 50 * np.log(2 * before / start) / np.log(before / after))


def test_a_hundred_lineages_leave_open_whether_it_is_200_or_330_generations():
    for seed in range(3):
        found = tables.half_interval("replace", rng=np.random.default_rng(seed))
        assert found == pytest.approx([200, 325], abs=10)
        assert found[0] < tables.half("replace") < found[1]


def test_the_ellipses_are_those_of_the_covariances():
    components = recorded.load("mixtures", "components")
    shown = tables.panel(components)
    kept = components[(components.samples == SAMPLES) & (components.generation % 50 == 0)]
    for k in (0, 1):
        rows = kept[kept.component == k]
        a, b, c = (shown[f"{name} {k}"].to_numpy() for name in "abc")
        for name, value in {"xx": a * a, "xy": a * b, "yy": b * b + c * c}.items():
            np.testing.assert_allclose(value, rows[name], atol=1e-3)


def test_the_real_groups_are_drawn_round_and_in_their_places():
    row = tables.real_panel().iloc[0]
    for k, x in ((0, -3), (1, 3)):
        shown = row[[f"{name} {k}" for name in ("share", "x", "y", "a", "b", "c")]].to_list()
        assert shown == pytest.approx([0.5, x, 0, 1, 0, 1])

"""The recorded runs of images are whole and go the way the page says."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from collapse_lib import data, recorded
from collapse_lib.experiments import digits
from collapse_lib.experiments.digits import tables
from collapse_lib.experiments.digits.runs import ACROSS, COMPARED, DOWN, LAST, RARE, RARE_LAST, RARE_SHARE, REPLICATES
from collapse_lib.models.vae import VAE

DRAWS = ("means", "pixels")


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return recorded.load("images")


def runs(table: pd.DataFrame, column: str, policy: str = "replace", draws: str = "means") -> np.ndarray:
    """A number of each run and generation, shape (replicates, generations)."""
    rows = table[(table.policy == policy) & (table.draws == draws)]
    return rows.pivot(index="replicate", columns="generation", values=column).to_numpy()


def test_every_setting_run_and_generation_is_there_once(table):
    wanted = [(p, d, r, g) for d in DRAWS for p in COMPARED for r in range(REPLICATES) for g in range(LAST + 1)]
    found = table[["policy", "draws", "replicate", "generation"]].itertuples(index=False, name=None)
    assert sorted(found) == sorted(wanted)
    assert not table.isna().any(axis=None)


def test_every_setting_and_generation_has_24_drawings_and_ten_shares():
    pictures, shares = (recorded.load("images", name) for name in ("pictures", "shares"))
    by_setting = pictures.groupby(tables.SETTING).ink
    assert by_setting.ngroups == len(DRAWS) * len(COMPARED) * (LAST + 1)
    assert (by_setting.size() == 64 * ACROSS * DOWN).all()
    assert set(pictures.ink) == set(range(16))
    assert (shares.groupby([*tables.SETTING, "replicate"]).digit.agg(list).map(lambda each: each == [*range(10)])).all()


def test_policies_begin_with_one_generation_0(table):
    first = table[table.generation == 0].groupby(["draws", "replicate"])
    assert (first.coverage.nunique() == 1).all()


def test_with_means_as_lessons_quality_rises_while_range_falls_in_every_run(table):
    precision, coverage = runs(table, "precision"), runs(table, "coverage")
    assert (precision[:, 5] > precision[:, 0]).all()
    assert (coverage[:, 5] < 0.5 * coverage[:, 0]).all()
    for column in ("pixels", "latent", "balance"):
        found = runs(table, column)
        assert (found[:, 5] < found[:, 0]).all(), column


def test_with_pixels_as_lessons_quality_falls_too_and_pixels_do_not_narrow(table):
    precision, variance = runs(table, "precision", draws="pixels"), runs(table, "pixels", draws="pixels")
    assert (precision[:, 5] < precision[:, 0]).all()
    assert (variance[:, 5] > variance[:, 0]).all()


def test_a_kept_tenth_delays_the_loss_and_does_not_stop_it_and_the_whole_pile_holds_a_part(table):
    nothing, tenth, everything = (runs(table, "coverage", policy) for policy in COMPARED)
    assert tenth[:, 5].min() > nothing[:, 5].max()
    assert (tenth[:, LAST] < 0.05 * tenth[:, 0]).all()
    assert everything[:, LAST].min() > 10 * tenth[:, LAST].max()


def test_a_rare_digit_is_soon_gone_a_kept_tenth_does_not_save_it_and_the_whole_pile_holds_a_part():
    rare = recorded.load("rare-digit", "shares").query(f"digit == {RARE}")
    nothing, tenth, everything = (np.median(runs(rare, "share", policy), axis=0) for policy in COMPARED)
    assert rare.generation.max() == RARE_LAST
    assert nothing[0] == pytest.approx(RARE_SHARE, abs=0.01)
    assert nothing[4] == 0
    assert max(nothing[-1], tenth[-1]) < 0.1 * RARE_SHARE
    assert everything[-1] / everything[0] == pytest.approx(0.55, abs=0.05)  # "a little over half of what it was"


def test_the_picture_of_an_image_is_its_ink():
    found = pd.DataFrame(digits.runs.pixels(np.array([[[0.0, 1.0], [0.5, 0.26]], [[0.1, 0.0], [0.0, 0.0]]])))
    assert found.head(4).to_dict("list") == {
        "drawing": [0, 0, 0, 0], "row": [0, 0, 1, 1], "column": [0, 1, 0, 1], "ink": [0, 15, 8, 4],
    }  # fmt: skip
    assert found.drawing.to_list() == 4 * [0] + 4 * [1]


def test_an_album_is_one_text_a_generation():
    pixels = pd.DataFrame(digits.runs.pixels(np.array([[[0.0, 1.0], [0.5, 0.26]]])))
    rows = pd.concat([pixels.assign(policy="replace", draws="means", generation=g) for g in (0, 1)])
    assert tables.album(rows).picture.to_list() == ["0f84", "0f84"]


def test_a_small_survey_has_the_columns_of_the_recorded_one():
    real = data.digits.load()
    few = data.digits.Pictures(real.images[:40], real.labels[:40])
    found = digits.runs.survey(VAE(epochs=1, channels=2, latent=2), few, last=1, replicates=1, seed=1)
    assert found.keys() == recorded.tables("images").keys()
    for name, table in found.items():
        assert table.columns.to_list() == recorded.load("images", name).columns.to_list()
    assert len(found["measures"]) == len(COMPARED) * len(DRAWS) * 2
    assert len(found["pictures"]) == len(COMPARED) * len(DRAWS) * 2 * 64 * ACROSS * DOWN


def test_tables_of_the_page_add_up(table):
    shares = tables.shares(recorded.load("images", "shares"))
    assert np.allclose(shares.groupby(["policy", "draws", "generation"]).share.sum(), 1, atol=1e-3)
    assert tables.at("coverage", "replace", "means", 5) == np.median(runs(table, "coverage")[:, 5])
    eights = recorded.load("images", "shares").query("digit == 8")
    assert tables.share(8, "replace", "means", 5) == np.median(runs(eights, "share")[:, 5])

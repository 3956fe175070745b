"""The three errors in a model of images: what is switched is what is said, and the recorded runs show it."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib import recorded
from collapse_lib.data.digits import load
from collapse_lib.experiments.digits import errors
from collapse_lib.experiments.digits.errors import (
    BATCH,
    CLUSTERS,
    EIGHT,
    FEW_PICTURES,
    LAST,
    PROCEDURES,
    REPLICATES,
    STEPS,
    ClusterShift,
    Setting,
)
from collapse_lib.recursion import Generation


@pytest.fixture(scope="module")
def table():
    return recorded.load("image-errors")


@pytest.fixture(scope="module")
def damage(table):
    """The mean damage, a row per setting and a column per generation."""
    return table.pivot_table(index="setting", columns="generation", values="total_variation")


@pytest.fixture(scope="module")
def drawer():
    from collapse_lib.models.vae import VAE

    return VAE(epochs=4, draws="pixels").fit(load().images, rng=np.random.default_rng(1))


# What is switched


def test_each_switch_changes_one_thing():
    usual = Setting()
    assert (usual.pictures, usual.learner().epochs, usual.learner().draws) == (STEPS * BATCH, 1, "pixels")
    few = Setting(few=True)
    assert (few.pictures, few.learner().epochs * few.pictures / few.learner().batch) == (FEW_PICTURES, STEPS)
    assert Setting(small=True).learner().latent < usual.learner().latent
    assert Setting(taste=True).learner().draws == "means"


def test_where_pictures_have_no_end_none_is_seen_twice():
    for setting in (setting for setting in (*EIGHT.values(), *PROCEDURES.values()) if not setting.few):
        assert setting.pictures == setting.steps * setting.learner().batch * setting.learner().epochs


def test_the_eight_settings_have_eight_names():
    names = [errors.name(switches) for switches in EIGHT]
    assert len(set(names)) == 8 and {"none", "few", "small", "taste", "few and small and taste"} <= set(names)


# The measure


def test_a_copy_without_fault_has_almost_no_drawing_of_the_wrong_kind(drawer):
    """Two samples of 10,000 from equal shares: E|difference| of a share p is at most 2 sqrt(p (1 - p) / (pi n))."""
    found = ClusterShift(drawer)(Generation(0, drawer, np.empty(0), np.empty(0)))["total_variation"]
    assert 0 < found < 1.5 * np.sqrt(CLUSTERS / np.pi / errors.SORTED)


def test_a_model_that_draws_one_thing_has_all_but_one_kind_wrong(drawer):
    class OneThing:
        latent = drawer.latent

        def decoded(self, latent):
            return drawer.decoded(np.zeros_like(latent))

    kinds = ClusterShift(drawer)
    assert np.count_nonzero(kinds.shares(OneThing())) == 1
    assert kinds(Generation(0, OneThing(), np.empty(0), np.empty(0)))["total_variation"] > 0.8


# The recorded runs


def test_every_setting_replicate_and_generation_is_there_once(table):
    settings = [errors.name(switches) for switches in EIGHT] + list(PROCEDURES)
    assert table.groupby("setting", sort=False).size().to_dict() == dict.fromkeys(settings, REPLICATES * (LAST + 1))
    assert not table.duplicated(["setting", "replicate", "generation"]).any()
    assert table.total_variation.between(0, 1).all()


def test_the_runs_were_made_with_the_settings_as_they_are_now():
    made = recorded.provenance("image-errors")["learners"]
    settings = {errors.name(switches): setting for switches, setting in EIGHT.items()} | PROCEDURES
    for name, setting in settings.items():
        assert made[name] == f"{setting.learner()}, {setting.pictures} pictures"


def test_too_small_a_model_is_wrong_at_once_and_alone_hardly_gets_worse(damage):
    assert damage.loc["small", 0] > 3 * damage.loc["none", 0]
    assert damage.loc["small", LAST] - damage.loc["small", 0] < damage.loc["none", LAST] - damage.loc["none", 0]


def test_too_few_pictures_slow_the_taste(table):
    third = table[table.generation == 3].groupby("setting").total_variation
    assert third.max()["few and taste"] < third.min()["taste"]


def test_the_taste_alone_ends_worse_than_all_three(damage):
    assert damage.loc["taste", LAST] > damage.loc["few and small and taste", LAST]


def test_a_taste_does_harm_from_the_first_copy_on_and_the_most_in_the_end(damage):
    assert damage.loc["taste", 1] > 1.3 * damage.loc["none", 1]
    assert damage.loc["taste", LAST] > damage.loc[["few", "small"], LAST].max()

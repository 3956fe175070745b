"""The domains of `experiments.digits`."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from domains import Border, arguments, on
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, NO_TABLES, NO_TEXTS, NOT_FINITE_DATA, RNGS
from values import MANY, not_between

from collapse_lib.data.digits import Pictures, load
from collapse_lib.experiments import digits
from collapse_lib.experiments.digits import errors, measures, runs, tables
from collapse_lib.experiments.digits.measures import Evaluator
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.recursion import Generation

NO_COUNTS = st.sampled_from([-1, 0, 2.5, None, "3", True, [1]])
NAMES = NO_TEXTS | st.sampled_from(["", "20% kept"])
SWITCHES = st.tuples(st.booleans(), st.booleans(), st.booleans())
NO_SWITCH = st.sampled_from([None, 0, 1, "few", [True]])
REAL = Pictures(load().images[:60], load().labels[:60])
JUDGE = Evaluator(REAL)
IMAGES = st.lists(st.integers(0, 59), min_size=1, max_size=6).map(lambda chosen: REAL.images[chosen])
INK = st.integers(0, 3).flatmap(lambda m: st.just(np.linspace(0, 1, 4 * m).reshape(m, 2, 2)))
NO_IMAGES = NO_SAMPLES | NOT_FINITE_DATA | st.sampled_from([np.zeros((8, 8)), np.zeros((3, 2, 2)), np.zeros((0, 8, 8))])
SETTING = {"policy": "replace", "draws": "means"}
RUN = st.integers(1, 3).map(
    lambda runs: pd.DataFrame(
        [
            {**SETTING, "generation": g, "digit": d, "share": 0.1, "ink": d, "x": g / 2, "replicate": r}
            for r in range(runs)
            for g in (0, 1)
            for d in range(10)
        ]
    )
)
NO_RUNS = NO_TABLES | RUN.map(lambda table: table.drop(columns="draws"))


def ink(table):
    """Return a table whose ink is no whole number from 0 to 15."""
    return table.assign(ink=table["ink"] * 2.5)


NO_GENERATIONS = st.sampled_from([None, 3, "generation", [], Generation(0, Gaussian(), None, None)])
PLACE = {**SETTING, "generation": 1}
NO_PLACE = {"policy": NAMES, "draws": NAMES, "generation": st.sampled_from([-1, 2.5, None, "3", True, [1], 99])}


class Painter:
    """What can be measured: a model that draws real pictures."""

    latent = 8

    def decoded(self, latent):
        return np.resize(REAL.images, (len(latent), 8, 8))

    def encoded(self, images):
        return images.reshape(len(images), -1)[:, :8]


PAINTED = st.just(Generation(0, Painter(), None, None))


def so_many_pictures(found, **given):
    assert found.pictures == (errors.FEW_PICTURES if found.few else found.steps * errors.BATCH)
    assert all(getattr(found, name) == value for name, value in given.items())


def none_or_its_errors(found, switches):
    assert found == (" and ".join(name for name, on in zip(errors.ERRORS, switches, strict=True) if on) or "none")


def of_real_pictures(found, real):
    assert (found.digits(real.images) == real.labels).mean() > 0.5


def digits_of_each(found, self, images):
    assert found.shape == (len(images),) and set(found) <= set(range(10))


def shares_of_1(found, self, images):
    assert found.shape == (10,) and found.sum() == pytest.approx(1)


def near_itself(found, self, images):
    assert found.shape == (len(images), 60) and found.any(axis=1).all()


def between_0_and_1(found, self, images):
    assert found["precision"] == 1 and 0 < found["coverage"] <= 1 and found["density"] > 0


def numbers_of_a_generation(found, self, generation):
    assert 0 <= found["balance"] <= 1 and found["precision"] == 1 and found["pixels"] > 0 and found["latent"] > 0
    assert sum(found["shares"]["share"]) == pytest.approx(1)


def every_pixel(found, images):
    assert all(len(column) == images.size for column in found.values())
    np.testing.assert_allclose(found["ink"] / 15, images.ravel(), atol=1 / 30)


def the_middle(found, table, column):
    assert found["median"].tolist() == [0, 0.5]


def a_picture_each(found, table):
    assert len(found) == 2 and set(found["picture"].str.len()) == {len(table) // 2}


def means(found, table):
    assert len(found) == 20 and (found["share"] == 0.1).all()


def a_share(found, **_):
    assert 0 <= found <= 1


def learner_with_its_errors(found, self):
    assert found.latent == (2 if self.small else 8) and found.draws == ("means" if self.taste else "pixels")


def fitting_the_images(found, height, width):
    assert (found.height, found.width) == (height, width) and found.beta == pytest.approx(0.3 * height * width / 64)


ROOM = digits
UNTRIED = {
    **dict.fromkeys(("record", "record_rare", "record_cures", "truth"), "it takes nothing, and minutes"),
    **dict.fromkeys(("ClusterShift", "ClusterShift.__call__", "ClusterShift.shares"), "it draws 10,000 pictures"),
    **dict.fromkeys(("cures", "weight_count"), "it takes nothing: tests/experiments/digits"),
}
FOURS = st.sampled_from([4, 8, 12])
TABLE = {
    "Setting": Border(
        errors.Setting,
        arguments(
            few=st.booleans(),
            small=st.booleans(),
            taste=st.booleans(),
            steps=st.integers(1, 999),
            weight_decay=st.floats(0, 9),
        ),
        so_many_pictures,
        {
            **dict.fromkeys(errors.ERRORS, NO_SWITCH),
            "steps": NO_COUNTS,
            "weight_decay": not_between(0) | MANY,
        },
    ),
    "Setting.learner": Border(
        on("learner"), arguments(self=st.builds(errors.Setting, *3 * [st.booleans()])), learner_with_its_errors
    ),
    "Setting.pictures": Border(
        lambda self: self,
        arguments(self=st.builds(errors.Setting, st.booleans())),
        lambda found, self: so_many_pictures(found),
    ),
    "name": Border(
        errors.name,
        arguments(switches=SWITCHES),
        none_or_its_errors,
        {"switches": st.sampled_from([None, 3, "few", [], (True,), (True,) * 4, (1, 0, 0), (True, None, False)])},
    ),
    "Evaluator": Border(
        Evaluator,
        st.just({"real": REAL}),
        of_real_pictures,
        {"real": st.sampled_from([None, 3, Pictures, REAL.images, Pictures(REAL.images[:5], REAL.labels[:5])])},
    ),
    **{
        f"Evaluator.{name}": Border(on(name), arguments(self=st.just(JUDGE), images=IMAGES), law, {"images": NO_IMAGES})
        for name, law in (
            ("digits", digits_of_each),
            ("shares", shares_of_1),
            ("near", near_itself),
            ("measures", between_0_and_1),
        )
    },
    "as_autoencoder": Border(
        lambda value: measures.as_autoencoder(value, "value"),
        st.just({"value": Painter()}),
        lambda found, value: np.testing.assert_equal(found, value),
        {"value": st.sampled_from([None, 3, Gaussian(), "VAE", Painter])},
    ),
    "DigitMeasures": Border(
        measures.DigitMeasures,
        arguments(evaluator=st.just(JUDGE), size=st.integers(1, 9), rng=RNGS),
        lambda found, **_: None,
        {"evaluator": st.sampled_from([None, REAL, Evaluator]), "size": NO_COUNTS, "rng": NO_RNGS},
    ),
    "DigitMeasures.__call__": Border(
        lambda self, generation: self(generation),
        arguments(self=RNGS.map(lambda rng: measures.DigitMeasures(JUDGE, 5, rng=rng)), generation=PAINTED),
        numbers_of_a_generation,
        {"generation": NO_GENERATIONS},
    ),
    "Album": Border(
        runs.Album,
        arguments(evaluator=st.just(JUDGE), size=st.integers(1, 9), latent=st.integers(1, 9), rng=RNGS),
        lambda found, latent, **_: np.testing.assert_equal(found.latent.shape, (24, latent)),
        {"evaluator": st.sampled_from([None, REAL, Evaluator]), "size": NO_COUNTS, "latent": NO_COUNTS, "rng": NO_RNGS},
    ),
    "Album.__call__": Border(
        lambda self, generation: self(generation),
        arguments(self=RNGS.map(lambda rng: runs.Album(JUDGE, 5, 8, rng=rng)), generation=PAINTED),
        numbers_of_a_generation,
        {"generation": NO_GENERATIONS},
    ),
    "pixels": Border(
        runs.pixels,
        arguments(images=INK),
        every_pixel,
        {
            "images": NO_SAMPLES
            | NOT_FINITE_DATA
            | st.sampled_from([np.zeros((8, 8)), np.full((1, 2, 2), 1.1), -np.ones((1, 2, 2))])
        },
    ),
    "survey": Border(
        runs.survey,
        st.just(
            {
                "start": Painter(),
                "real": REAL,
                "policies": ["replace"],
                "draws": ["means"],
                "last": 0,
                "replicates": 1,
                "seed": 0,
            }
        ),
        None,
        {
            "start": st.sampled_from([None, 3, Gaussian(), "VAE"]),
            "real": st.sampled_from([None, 3, Pictures, REAL.images]),
            "policies": st.sampled_from([None, [], "replace", ["20% kept"], [None], 3]),
            "seed": st.sampled_from([-1, 2.5, None, "3", True]),
            "draws": st.sampled_from([None, [], "means", ["modes"], [None], 3]),
        },
    ),
    "start": Border(
        runs.start,
        arguments(height=FOURS, width=FOURS),
        fitting_the_images,
        dict.fromkeys(("height", "width"), NO_COUNTS | st.sampled_from([1, 6])),
    ),
    "typical": Border(
        tables.typical,
        arguments(table=RUN, column=st.just("x")),
        the_middle,
        {"table": NO_RUNS, "column": st.sampled_from(["y", None, ""])},
    ),
    "album": Border(tables.album, arguments(table=RUN), a_picture_each, {"table": NO_RUNS | st.builds(ink, RUN)}),
    "shares": Border(tables.shares, arguments(table=RUN), means, {"table": NO_RUNS}),
    "at": Border(
        tables.at,
        st.just({**PLACE, "column": "balance"}),
        a_share,
        {**NO_PLACE, "column": st.sampled_from(["y", None, ""])},
    ),
    "share": Border(
        tables.share,
        st.just({**PLACE, "digit": 3}),
        a_share,
        {**NO_PLACE, "digit": st.sampled_from([10, -1, None, "3", 2.5, True])},
    ),
}

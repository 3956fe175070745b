"""The domains of `experiments.station`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments, nothing
from hypothesis import strategies as st

from collapse_lib.experiments import station
from collapse_lib.experiments.station import TRUTH, Setting
from collapse_lib.models import families, procedures
from collapse_lib.models.categorical import zipf
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.recursion import Generation

STEPS = st.sampled_from([families.any_shape, procedures.Tempered(0.9), procedures.Blurred(0.1)])
NO_STEPS = st.sampled_from([None, "bell", 0.9, procedures.Tempered, lambda: None])
SETTINGS = st.builds(Setting, st.none() | st.integers(1, 50), STEPS, STEPS)
NO_SETTINGS = st.sampled_from([None, "few", Setting, 100, {"samples": 3}])
FEW = st.integers(0, 2)
LASTS = {"last": st.sampled_from([-1, 2.5, None, "3", True]), "seed": st.sampled_from([-1, 2.5, None, "3", True])}
RUNS = {**LASTS, "replicates": st.sampled_from([0, -1, 2.5, None, "3", True])}
NO_GENERATIONS = st.sampled_from(
    [None, TRUTH, Generation(0, zipf(3), None, None), Generation(0, Gaussian(), None, None)]
)


def every_half_hour(found, setting, last, seed):
    assert len(found) == 48 * (last + 1)
    np.testing.assert_allclose(found.groupby("generation")["share"].sum(), 1)


def nobody_is_wrong_at_first(found, last, **_):
    assert found.shape == (last + 2,) and found[0] == 0 and (found <= 1).all()


def cure(name):
    return Border(
        getattr(station, name), arguments(setting=SETTINGS), lambda found, setting: None, {"setting": NO_SETTINGS}
    )


ROOM = station
TABLE = {
    "real_day": Border(station.real_day, st.just({}), nothing),
    "measures": Border(
        station.measures,
        arguments(generation=st.just(Generation(0, TRUTH, None, None))),
        lambda found, generation: None,
        {"generation": NO_GENERATIONS},
    ),
    "Setting": Border(
        Setting,
        arguments(samples=st.none() | st.integers(1, 50), family=STEPS, procedure=STEPS),
        nothing,
        {"samples": st.sampled_from([0, -1, 2.5, "3", True, [1]]),
         "family": NO_STEPS, "procedure": NO_STEPS},
    ),
    "Setting.run": Border(
        lambda self, **given: self.run(**given),
        arguments(self=SETTINGS, last=FEW, replicates=st.just(2), seed=FEW),
        nothing,
        RUNS,
    ),
    "day": Border(
        station.day, arguments(setting=SETTINGS, last=FEW, seed=FEW), every_half_hour, {"setting": NO_SETTINGS, **LASTS}
    ),
    "mean_total_variation": Border(
        station.mean_total_variation,
        arguments(setting=SETTINGS, last=FEW, replicates=st.just(2), seed=FEW),
        nobody_is_wrong_at_first,
        {"setting": NO_SETTINGS, **RUNS},
    ),
    "more_data": cure("more_data"),
    "bigger_model": cure("bigger_model"),
    "better_training": cure("better_training"),
    "cured": Border(station.cured, st.just({"last": 0, "replicates": 1, "seed": 0}), nothing, RUNS),
}  # fmt: skip

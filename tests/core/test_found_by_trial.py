"""What was found by trial: calls that were answered in silence, or refused in another library's words. One each.

The kinds that they are of are held all over the library by `test_domains` and `test_guises`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from blobs import ONE
from refusals import refused

from collapse_lib import metrics, theory
from collapse_lib.experiments.pipeline import TEAMS, Pipeline
from collapse_lib.models.categorical import zipf
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.models.mixture import Mixture
from collapse_lib.policies import keep_real, replace
from collapse_lib.recursion import generations

RNG = np.random.default_rng(0)
DAYS = np.array(["2026-11-27", "2026-11-28"], dtype="datetime64[D]")
# What was called, and a part of what is said now.
REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "two and one": (lambda: metrics.total_variation([0.8, 0.2], [1.0]), "p and q must be shares of the same tokens"),
    "a month before": (lambda: TEAMS["agency"].machine_share(-1), "month must be"),
    "months that are none": (lambda: Pipeline(0.5, 0.5, 0.5, np.nan), "interval must be"),  # type: ignore[arg-type]
    "more than is kept": (lambda: theory.copy_survival(3, kept=1.5), "kept must be a share between 0 and 1"),
    "copies below 0": (lambda: theory.copy_survival(-2), "copies must lie between 0 and 1000000"),
    "bags below 0": (lambda: theory.accumulate_copy_survival(-3), "copies must lie between 0 and 1000000"),
    "a share above 1": (lambda: theory.missed(1.5, 3), "share must be a share between 0 and 1"),
    "another ddof": (lambda: theory.half_life(5, ddof=3), "ddof must lie between 0 and 1"),
    "all there is": (lambda: theory.mean_time_to_loss(1, 100), "share must be below 1"),
    "half a sample": (lambda: theory.chance_lost(0.1, 5.5, 2), "samples must be"),  # type: ignore[arg-type]
    "no sample": (lambda: theory.expected_heterozygosity(3, 0, 0.5), "samples must be at least 1"),
    # Of another kind
    "a column of text": (lambda: ONE.fit(pd.DataFrame({"a": [1.0], "b": ["x"]}), rng=RNG), "data must be numbers"),
    "a comma": (lambda: Gaussian().fit(["1,5", "2,5"], rng=RNG), "data must be numbers, got texts, the first 1,5"),
    "days": (lambda: Gaussian().fit(DAYS, rng=RNG), "data must be numbers"),
    "percent kept": (lambda: theory.copy_survival(5, kept=10), "got 10; 10% is 0.1"),
    "percent missed": (lambda: theory.missed(25, 100), "got 25; 25% is 0.25"),
    "percent real": (lambda: keep_real(10), "share must be a share between 0 and 1, got 10; 10% is 0.1"),
    "a seed": (lambda: generations(Gaussian(), np.ones(3), replace(), rng=0), "rng must be a numpy Generator"),  # type: ignore[arg-type]
    "half a word": (lambda: zipf(10.5), "vocabulary must be a whole number, got 10.5"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_was_found_is_refused_in_our_words(case: str) -> None:
    call, said = REFUSED[case]
    assert said in refused(call)


def test_what_was_found_to_be_allowed_has_its_answer() -> None:
    assert theory.mean_time_to_loss(0, 100) == 0
    assert Pipeline(0, 1, 0.1, 6).enough_kept() == 0
    listed = Mixture([0.5, 0.5], [[0.0, 0.0], [6.0, 3.0]], [[[1, 0], [0, 1]]] * 2)  # type: ignore[arg-type]
    assert listed.sample(3, rng=RNG).shape == (3, 2)

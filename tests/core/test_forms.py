"""Numbers are read in whatever form they come: lists, Series, columns, views, other precisions and byte orders."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from collapse_lib import metrics, theory
from collapse_lib.experiments.pipeline import TEAMS
from collapse_lib.theory import chi

LAWS = {
    "missed": lambda x: theory.missed(x, 3),
    "expected_support": lambda x: theory.expected_support(x, 3),
    "expected_heterozygosity": lambda x: theory.expected_heterozygosity(3, 7, x),
    "mean_time_to_loss": lambda x: theory.mean_time_to_loss(x, 7),
    "median_variance": lambda x: theory.median_variance(x, 7),
    "squared_wasserstein": lambda x: metrics.squared_wasserstein(x, x),
    "support": metrics.support,
    "heterozygosity": metrics.heterozygosity,
    "entropy": metrics.entropy,
    "total_variation": lambda x: metrics.total_variation(x, [0.5, 0.5, 0.0, 0.0]),
    "perplexity": metrics.perplexity,
}
OF_COUNTS = {
    "missed": lambda n: theory.missed(0.1, n),
    "expected_heterozygosity": lambda n: theory.expected_heterozygosity(n, 7, 0.5),
    "c4": theory.c4,
    "expected_variance": lambda n: theory.expected_variance(n, 7, ddof=0),
    "expected_std": lambda n: theory.expected_std(n, 7),
    "expected_squared_error_of_mean": lambda n: theory.expected_squared_error_of_mean(n, 7),
    "expected_w2": lambda n: theory.expected_w2(n, 7),
    "log_mean": chi.log_mean,
    "mean_log_square": chi.mean_log_square,
    "survival": lambda n: metrics.survival([1, 0, 1, 1], n, 17),
    "machine_share": TEAMS["agency"].machine_share,
}
SHARES, COUNTS = np.array([0.25, 0.5, 0.125, 0.125]), np.array([2, 16, 3, 3])
FORMS = {
    "list": lambda x: x.tolist(),
    "tuple": lambda x: tuple(x.tolist()),
    "fractions": lambda x: [Fraction(value) for value in x.tolist()],
    "Series": lambda x: pd.Series(x, index=list("wxyz")),
    "nullable Series": lambda x: pd.Series(x).convert_dtypes(),
    "column": lambda x: pd.DataFrame({"a": x, "b": "text"})["a"],
    "single precision": lambda x: x.astype(np.float32),
    "other byte order": lambda x: x.astype(x.dtype.newbyteorder(">")),
    "backwards": lambda x: x[::-1].copy()[::-1],
    "every other": lambda x: np.repeat(x, 2)[::2],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("law", "given"), [(law, SHARES) for law in LAWS.values()] + [(law, COUNTS) for law in OF_COUNTS.values()],
    ids=[*LAWS, *(f"{name}, counts" for name in OF_COUNTS)],
)  # fmt: skip
def test_a_law_says_the_same_of_the_same_numbers_in_another_form(law, given, form):
    before = given.copy()
    np.testing.assert_array_equal(law(FORMS[form](given)), law(given))
    np.testing.assert_array_equal(given, before)


@pytest.mark.parametrize("name", [name for name in LAWS if name not in ("support", "expected_support")])
def test_a_law_says_of_an_array_what_it_says_of_each_row(name):
    table = np.stack([SHARES, SHARES[::-1]])
    np.testing.assert_array_equal(LAWS[name](table), [LAWS[name](row) for row in table])


@pytest.mark.parametrize("name", [name for name in OF_COUNTS if name != "survival"])
def test_a_law_says_of_an_array_what_it_says_of_each_number(name):
    np.testing.assert_array_equal(OF_COUNTS[name](COUNTS), [OF_COUNTS[name](int(count)) for count in COUNTS])

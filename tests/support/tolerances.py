"""How far a simulation may lie from a law: a number of standard errors, which replicates make small, never a guess.

At 4 standard errors a law that holds fails one comparison in 16,000; the seeds are fixed, so that is decided once and
for all. `slack` is what the law itself leaves open: half a unit of a printed digit, or the error of an approximation.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.stats import ks_2samp

SIGMAS = 4.0
CHANCE = 1e-4  # of a two-sample test to fail although both samples follow one law


def assert_mean(values: Any, law: Any, *, slack: float = 0.0, sigmas: float = SIGMAS) -> None:
    """The mean over axis 0, one independent value a replicate, is `law`: within its own standard error."""
    values = np.asarray(values, dtype=float)
    mean, error = values.mean(axis=0), values.std(axis=0, ddof=1) / np.sqrt(len(values))
    off = np.abs(mean - law)
    assert np.all(off <= sigmas * error + slack), f"mean {mean}, law {law}: {off / error} standard errors of {error}"


def assert_quantile(values: Any, level: float, law: float, *, slack: float = 0.0, sigmas: float = SIGMAS) -> None:
    """The quantile at `level` is `law`: as many values lie below it as a binomial law allows."""
    values = np.asarray(values)
    error = np.sqrt(level * (1 - level) / len(values))
    below, above = np.mean(values < law + slack), np.mean(values <= law - slack)
    assert below >= level - sigmas * error, f"only {below} of the values lie below {law + slack}"
    assert above <= level + sigmas * error, f"as many as {above} of the values lie below {law - slack}"


def assert_median(values: Any, law: float, *, slack: float = 0.0) -> None:
    """The median is `law`: as many values lie on either side as a binomial law allows."""
    assert_quantile(values, 0.5, law, slack=slack)


def assert_share(happened: Any, law: Any, *, slack: float = 0.0, sigmas: float = SIGMAS) -> None:
    """An event happens with probability `law`: within the standard error of a binomial share over axis 0."""
    share = np.mean(happened, axis=0)
    error = np.sqrt(np.asarray(law) * (1 - np.asarray(law)) / len(happened))
    assert np.all(np.abs(share - law) <= sigmas * error + slack), f"share {share}, law {law}, standard error {error}"


def assert_same_law(one: Any, other: Any, *, chance: float = CHANCE) -> None:
    """Two samples come from one law, says the Kolmogorov-Smirnov test."""
    p = ks_2samp(one, other).pvalue
    assert p > chance, f"two samples from one law differ so much with probability {p} only"

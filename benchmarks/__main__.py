"""`python -m benchmarks`: one table of ratios; the exit code is 1 if a target is not met."""

from __future__ import annotations

import os
import sys

os.environ["OMP_NUM_THREADS"] = "1"  # before numpy is imported

from . import comparisons
from .timing import HEADER

TURNS = {  # as many as take a second or two; the large model half a minute
    comparisons.gaussian_against_samples(): 11,
    comparisons.gaussian_against_numbers(): 101,
    comparisons.categorical_against_samples(1_000): 101,
    comparisons.categorical_against_samples(10_000): 31,
    comparisons.writing_against_generate(): 3,
    comparisons.large_writing_against_generate(): 1,
    comparisons.large_training_against_plain(): 3,
    comparisons.mixtures_against_scikit_learn(): 1,
    comparisons.autoencoder_against_plain(): 5,
}

print(HEADER)
results = []
for comparison, turns in TURNS.items():
    results.append(comparison.measure(turns))
    print(results[-1], flush=True)
sys.exit(not all(result.met for result in results))

"""What is measured, at which sizes, and the targets.

The 1,000 by 1,000 samples that the other side draws still fit into the cache: more lineages would only slow it down. A
vocabulary loses most of its tokens in the first generations, and counting only those that are left pays after that: the
ratio is 3 to 5 over ten generations, 11 to 15 over a hundred and 30 to 50 over a thousand.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from collapse_lib.experiments.mixtures.runs import two_groups
from collapse_lib.models.categorical import zipf

from . import autoencoders, contenders, large_language
from .timing import Comparison

RNG = np.random.default_rng(0)


def gaussian_against_samples(lineages: int = 1_000, refits: int = 20) -> Comparison:
    """Return ensembles against a straightforward loop that draws all samples, M = 1,000."""
    task: dict[str, Any] = {"samples": 1_000, "lineages": lineages, "refits": refits, "rng": RNG}
    return Comparison(
        f"Gaussian, M = 1,000, {lineages:,} lineages: drawing all samples / ensembles",
        slow=partial(contenders.gaussian_by_samples, **task),
        fast=partial(contenders.gaussian, **task),
        limit="at least",
        target=200,
    )


def gaussian_against_numbers(lineages: int = 10_000, refits: int = 20) -> Comparison:
    """Return ensembles against the cost of the random numbers alone, M = 1,000."""
    task: dict[str, Any] = {"samples": 1_000, "lineages": lineages, "refits": refits, "rng": RNG}
    return Comparison(
        f"Gaussian, M = 1,000, {lineages:,} lineages: ensembles / their random numbers",
        slow=partial(contenders.gaussian, **task),
        fast=partial(contenders.gaussian_numbers, **task),
        limit="at most",
        target=1.5,
    )


def categorical_against_samples(samples: int, refits: int = 100) -> Comparison:
    """Return ensembles against `rng.choice` and `bincount`, Zipf's law over V = 10,000 tokens."""
    task: dict[str, Any] = {"truth": zipf(10_000), "samples": samples, "refits": refits, "rng": RNG}
    return Comparison(
        f"Zipf, V = 10,000, M = {samples:,}, {refits} generations: choice, bincount / ensembles",
        slow=partial(contenders.categorical_by_samples, **task),
        fast=partial(contenders.categorical, **task),
        limit="at least",
        target=10,
    )


def writing_against_generate(rows: int = 256, tokens: int = 64) -> Comparison:
    """Return our sampling against transformers' `generate`, from the same prompts at temperature 0.9."""
    model = contenders.language_model()
    prompts = RNG.integers(model.vocabulary, size=(rows, tokens))
    task: dict[str, Any] = {"model": model, "prompts": prompts, "tokens": tokens, "rng": RNG}
    return Comparison(
        f"OPT, 675,584 weights, {rows} rows of {tokens} tokens after {tokens}: generate / ours",
        slow=partial(contenders.written_by_generate, **task),
        fast=partial(contenders.written, **task),
        limit="at least",
        target=2,
    )


def large_writing_against_generate(rows: int = 64, tokens: int = 64, layers: int = 2) -> Comparison:
    """Return the same for a model of the shape of SmolLM2-135M, with so many of its 30 layers."""
    model = large_language.model(layers)
    prompts = RNG.integers(model.vocabulary, size=(rows, tokens))
    task: dict[str, Any] = {"model": model, "prompts": prompts, "tokens": tokens, "rng": RNG}
    return Comparison(
        f"SmolLM2's shape, {layers} of 30 layers, {rows} rows of {tokens} after {tokens}: generate / ours",
        slow=partial(contenders.written_by_generate, **task),
        fast=partial(contenders.written, **task),
        limit="at least",
        target=1.3,
    )


def large_training_against_plain(rows: int = 32, layers: int = 2) -> Comparison:
    """Return a pass of training against a plain loop over transformers' own loss, with AdamW, 16 rows of 64 a step."""
    model = large_language.model(layers)
    task: dict[str, Any] = {"model": model, "rows": RNG.integers(model.vocabulary, size=(rows, 64)), "rng": RNG}
    return Comparison(
        f"SmolLM2's shape, {layers} of 30 layers, {rows} rows of 64 learned: plain loop / ours",
        slow=partial(large_language.trained_plainly, **task),
        fast=partial(large_language.trained, **task),
        limit="at least",
        target=1,
    )


def mixtures_against_scikit_learn(lineages: int = 200, refits: int = 5) -> Comparison:
    """Return mixtures fitted side by side against a loop over scikit-learn, M = 1,000."""
    task: dict[str, Any] = {"truth": two_groups(), "samples": 1_000, "lineages": lineages, "refits": refits, "rng": RNG}
    return Comparison(
        f"Mixtures, M = 1,000, {lineages} lineages: scikit-learn, one by one / side by side",
        slow=partial(contenders.mixtures_one_by_one, **task),
        fast=partial(contenders.mixtures, **task),
        limit="at least",
        target=2,
    )


def autoencoder_against_plain(images: int = 1_797, epochs: int = 5) -> Comparison:
    """Return our autoencoder of images against one as tutorials write it, with as many weights."""
    task: dict[str, Any] = {"images": RNG.random((images, 8, 8)), "epochs": epochs, "rng": RNG}
    return Comparison(
        f"VAE, {images:,} images, {epochs} epochs: plain PyTorch, as many weights / ours",
        slow=partial(autoencoders.plain, **task),
        fast=partial(autoencoders.ours, **task),
        limit="at least",
        target=1,
    )

"""The library's ensembles, and what they are compared with: the code that one would write first.

Each function of an ensemble runs `refits` fits of replace and returns the last one's parameters; those of a language
model return what it writes. Torch is loaded where it is needed.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Any

import numpy as np

from collapse_lib import ensembles
from collapse_lib.experiments.mixtures.lineages import side_by_side
from collapse_lib.models.categorical import Categorical
from collapse_lib.models.em import Mixtures
from collapse_lib.models.mixture import Mixture
from collapse_lib.policies import replace
from collapse_lib.recursion import Dataset, generations


def gaussian(*, samples: int, lineages: int, refits: int, rng: np.random.Generator) -> tuple[Dataset, Dataset]:
    """Return mean and standard deviation, shape (L,) each, by the library: from sufficient statistics."""
    run = ensembles.gaussian(replace(), samples=samples, lineages=lineages, rng=rng)
    return next(islice(run, refits - 1, None))


def gaussian_by_samples(
    *, samples: int, lineages: int, refits: int, rng: np.random.Generator
) -> tuple[Dataset, Dataset]:
    """Return the same from all samples of all lineages, drawn at once in an array of shape (L, M)."""
    mean, std = np.zeros(lineages), np.ones(lineages)
    for _ in range(refits):
        data = mean[:, None] + std[:, None] * rng.standard_normal((lineages, samples))
        mean, std = data.mean(axis=1), data.std(axis=1, ddof=1)
    return mean, std


def gaussian_numbers(*, samples: int, lineages: int, refits: int, rng: np.random.Generator) -> None:
    """Draw the random numbers that `gaussian` needs, and do nothing with them."""
    for _ in range(refits):
        rng.standard_normal(lineages)
        rng.chisquare(samples - 1, lineages)


def categorical(*, truth: Categorical, samples: int, refits: int, rng: np.random.Generator) -> Dataset:
    """Return the shares, shape (V,), by the library: from counts of the tokens that are left."""
    ids, counts = next(islice(ensembles.categorical(truth, replace(), samples=samples, rng=rng), refits - 1, None))
    return np.bincount(ids, weights=counts, minlength=len(truth.p)) / samples


def categorical_by_samples(*, truth: Categorical, samples: int, refits: int, rng: np.random.Generator) -> Dataset:
    """Return the same from all tokens, drawn from the whole vocabulary and counted."""
    p = truth.p
    for _ in range(refits):
        p = np.bincount(rng.choice(len(p), samples, p=p), minlength=len(p)) / samples
    return p


def language_model() -> Any:
    """Return a language model of the shipped base's size at temperature 0.9, with random weights."""
    from collapse_lib.models.decoding import Decoding
    from collapse_lib.models.language import LanguageModel, opt

    model = LanguageModel(
        opt(2_048, 128, bos=False, width=128, layers=2), 64, learning_rate=1e-9, decoding=Decoding(temperature=0.9)
    )
    return model.fit(np.zeros((1, 64), dtype=int), rng=np.random.default_rng(0))


def written(*, model: Any, prompts: Dataset, tokens: int, rng: np.random.Generator) -> Dataset:
    """Return what follows the prompts, shape (N, tokens), by the library."""
    return model.continued(prompts, rng=rng, tokens=tokens)


def written_by_generate(*, model: Any, prompts: Dataset, tokens: int, rng: np.random.Generator) -> Dataset:
    """Return the same by transformers' `generate`, told not to leave anything out."""
    import torch

    from collapse_lib.models.language import network

    begun = torch.as_tensor(prompts)
    with network.seeded(rng), torch.inference_mode():
        found = _network(model).generate(
            begun,
            attention_mask=torch.ones_like(begun),
            do_sample=True,
            temperature=model.decoding.temperature,
            top_k=0,
            max_new_tokens=tokens,
            min_new_tokens=tokens,
            pad_token_id=0,
        )
    return found[:, prompts.shape[1] :].numpy()


@cache
def _network(model: Any) -> Any:
    """Return the network of a model, built once, as ours is."""
    from collapse_lib.models.language import network

    return network.build(model.config, model.weights)


def mixtures(*, truth: Mixture, samples: int, lineages: int, refits: int, rng: np.random.Generator) -> Any:
    """Return the mixtures of all lineages after so many fits, by the library: fitted side by side."""
    run = side_by_side(truth, truth, replace(), samples=samples, replicates=lineages, rng=rng)
    return next(islice(run, refits - 1, None))


def mixtures_one_by_one(*, truth: Mixture, samples: int, lineages: int, refits: int, rng: np.random.Generator) -> Any:
    """Return the same by a plain loop over scikit-learn's fits."""
    found = []
    for _ in range(lineages):
        run = generations(truth, truth.sample(samples, rng=rng), replace(), rng=rng)
        found.append(next(islice(run, refits - 1, None)).model)
    return Mixtures.of(found)

"""Many lineages of mixtures at once: the loop of `recursion`, with every generation's fits done side by side.

Any policy will do, since it sees each lineage's own data. What is saved is the fitting, which is where the time goes.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ... import checks
from ...models.em import Mixtures, fitted
from ...models.mixture import Mixture
from ...recursion import Dataset, Policy, Sampler, subset


def side_by_side(
    model: Mixture,
    truth: Sampler,
    policy: Policy,
    *,
    samples: int,
    replicates: int,
    rng: np.random.Generator,
    budget: int | None = None,
) -> Iterator[Mixtures]:
    """Yield generation 0, 1, 2, ... of `replicates` lineages that begin their search at `model`.

    Each draws `samples` real samples of its own from `truth`; `policy` and `budget` are those of
    `recursion.generations`. Agrees in distribution with it.

    Raises at once: ValueError for a cold model, whose searches do not begin where the last one ended, without a
    replicate, and if a generation has fewer samples than components; TypeError for other kinds of things.
    """
    checks.instance(model, Mixture, "model")
    checks.as_policy(policy)
    samples, replicates = checks.size(samples, "samples"), checks.whole(replicates, "replicates", least=1)
    budget = None if budget is None else checks.whole(budget, "budget", least=1)
    if not model.warm:
        raise ValueError("lineages side by side must be warm, got a cold model: see recursion.generations")
    if min(samples, budget or samples) < len(model.weights):
        got = f"{samples} samples and a budget of {budget}"
        raise ValueError(f"there must be a sample for each of {len(model.weights)} components, got {got}")
    drawn = checks.as_sampler(truth).sample(samples * replicates, rng=checks.generator(rng))
    real = checks.reals(drawn, 2, name="what truth gives").reshape(replicates, samples, -1)
    return _turns(Mixtures.of([model] * replicates), real, policy, rng, budget)


def _turns(
    now: Mixtures, real: Dataset, policy: Policy, rng: np.random.Generator, budget: int | None
) -> Iterator[Mixtures]:
    corpus = real
    while True:
        data = corpus
        if budget is not None and budget < corpus.shape[1]:
            data = np.stack([subset(one, budget, rng=rng) for one in corpus])
        now = fitted(now, data)
        yield now
        written = now.sample(real.shape[1], rng=rng)
        parts = zip(real, corpus, written, strict=True)
        made = [checks.like(policy(*three, rng=rng), three[0], "what the policy returns") for three in parts]
        corpus = np.stack(made)


def measures(now: Mixtures, truth: Mixture) -> dict[str, Dataset]:
    """Return how far each of R mixtures has come from `truth`, shape (R,) each.

    distance: the squared L2 distance. weight: `share_near`. spread: the mean variance within the components over the
    truth's. total: the whole variance over the truth's.
    Raises TypeError if they are no mixtures, ValueError as `squared_l2` does.
    """
    checks.instance(now, Mixtures, "now")
    checks.instance(truth, Mixture, "truth")
    real = Mixtures.of([truth])
    return {
        "distance": squared_l2(now, real),
        "weight": share_near(now, truth),
        "spread": _within(now) / _within(real),
        "total": _whole(now) / _whole(real),
    }


def squared_l2(one: Mixtures, other: Mixtures) -> Dataset:
    """Return the integral of (p - q)^2 of R mixtures and the other R, or the other 1, shape (R,).

    The integral of a product of two Gaussians is the density of one's mean under the other with both covariances added.
    This is the distance of the released code of Shumailov et al. (2024). Raises TypeError if they are no mixtures,
    ValueError if there are neither as many of them nor one, in other dimensions, and for a covariance without inverse.
    """
    checks.instance(one, Mixtures, "one")
    if len(checks.instance(other, Mixtures, "other")) not in (1, len(one)):
        raise ValueError(f"the others must be {len(one)} mixtures or 1, got {len(other)}")
    _in_one_space(one, other)
    for mixtures in (one, other):
        checks.invertible(mixtures.covariances)
    return _overlap(one, one) - 2 * _overlap(one, other) + _overlap(other, other)


def share_near(now: Mixtures, truth: Mixture) -> Dataset:
    """Return the weight of each mixture's components whose mean lies nearer to the truth's last than first, shape (R,).

    By where components stand, not by what they draw: the tail of a wide one reaches over to a group that is gone.
    Raises TypeError if they are no mixtures, ValueError in other dimensions.
    """
    checks.instance(now, Mixtures, "now")
    _in_one_space(now, checks.instance(truth, Mixture, "truth"))
    first, last = truth.means[0], truth.means[-1]
    beyond = (now.means - (first + last) / 2) @ (last - first)
    return np.where(beyond > 0, now.weights, 0).sum(axis=1)


def _in_one_space(one: Mixtures, other: Mixtures | Mixture) -> None:
    if one.means.shape[-1] != other.means.shape[-1]:
        got = f"{one.means.shape[-1]} and {other.means.shape[-1]}"
        raise ValueError(f"mixtures to compare must have as many dimensions, got {got}")


def _overlap(one: Mixtures, other: Mixtures) -> Dataset:
    gap = one.means[:, :, None] - other.means[:, None]  # (R, K, L, d)
    both = one.covariances[:, :, None] + other.covariances[:, None]
    scaled = np.linalg.solve(both, gap[..., None])[..., 0]
    logs = -(np.linalg.slogdet(2 * np.pi * both)[1] + (gap * scaled).sum(axis=-1)) / 2
    return (one.weights[:, :, None] * other.weights[:, None] * np.exp(logs)).sum(axis=(1, 2))


def _within(now: Mixtures) -> Dataset:
    return (now.weights * np.trace(now.covariances, axis1=-2, axis2=-1)).sum(axis=1)


def _whole(now: Mixtures) -> Dataset:
    mean = (now.weights[..., None] * now.means).sum(axis=1, keepdims=True)
    return _within(now) + (now.weights * ((now.means - mean) ** 2).sum(axis=-1)).sum(axis=1)

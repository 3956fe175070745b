"""The image experiment that the course ships: an autoencoder learns digits, then its own digits, again and again."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
from tqdm import tqdm

from ... import checks
from ...data.digits import Pictures, load, made_with
from ...policies import replace, standard_policies
from ...recursion import Dataset, Generation
from ..replicates import Tables, compare, run, stacked, tidy
from .measures import DigitMeasures, Evaluator, as_autoencoder

RECORDS = {"images": "record", "image-cures": "record_cures", "rare-digit": "record_rare"}
LAST, REPLICATES, SEED, LOOKED_AT = 15, 5, 3, 1_000
COMPARED = standard_policies()
ACROSS, DOWN = 6, 4  # digits of the picture that is kept of each generation
RARE, RARE_SHARE, RARE_LAST = 4, 0.02, 8  # which digit, how rare, for how long
CURED, CURED_LAST = 10, 5  # how many runs of each cure, for how long
LEVELS = 15  # of ink


class Album(DigitMeasures):
    """`DigitMeasures`, and a picture of what each generation draws for the same latent variables."""

    def __init__(self, evaluator: Evaluator, size: int, latent: int, *, rng: np.random.Generator) -> None:
        """Look at `size` images of each generation, and keep a picture of 24 more."""
        super().__init__(evaluator, size, rng=rng)
        self.latent = rng.standard_normal((ACROSS * DOWN, checks.whole(latent, "latent", least=1)))

    def __call__(self, generation: Generation) -> dict[str, Any]:
        """Return what `DigitMeasures` notes, and pictures: `pixels` of the 24. Raises as that does."""
        return {**super().__call__(generation), "pictures": pixels(generation.model.decoded(self.latent))}


def pixels(images: Dataset) -> dict[str, Dataset]:
    """Return images in [0, 1], shape (M, H, W), as drawing, row, column and ink: from 0 for none to 15 for most.

    Raises ValueError for another shape and ink outside [0, 1], TypeError for what is no number.
    """
    images = checks.share(checks.dimensions(images, 3, name="images"), "ink")
    drawing, row, column = np.indices(images.shape).reshape(3, -1)
    return {"drawing": drawing, "row": row, "column": column, "ink": np.rint(LEVELS * images).astype(int).ravel()}


def survey(
    start: Any,
    real: Pictures,
    *,
    policies: Sequence[str] = tuple(COMPARED),
    draws: Sequence[str] = ("means", "pixels"),
    last: int = LAST,
    replicates: int = REPLICATES,
    seed: int,
) -> Tables:
    """Return what `Album` notes, by policy, draws, replicate and generation 0 .. `last`.

    The tables are `measures`, `shares`, and `pictures` of the first replicate. Each generation learns from as many
    images as there are real ones, also where everything is kept. Raises ValueError for a policy that is not in
    `COMPARED` and another way of drawing, TypeError for what is not whole, for no autoencoder and for no pictures.
    """
    as_autoencoder(start, "start")
    for policy in checks.entries(policies, "policies"):
        checks.known(policy, COMPARED, "policy")
    for draw in checks.entries(draws, "draws"):
        checks.known(draw, ("means", "pixels"), "draws")
    seed, evaluator, tables = checks.whole(seed, "seed"), Evaluator(real), []
    for draw, policy in tqdm([*product(draws, policies)], delay=30, disable=None):
        note = Album(evaluator, LOOKED_AT, start.latent, rng=np.random.default_rng(seed))
        model, size = dataclasses.replace(start, draws=draw), {"budget": len(real.images)}
        table = run(model, real.images, COMPARED[policy], note, last=last, replicates=replicates, seed=seed, **size)
        table.insert(0, "draws", draw)
        tables.append(tidy(compare({policy: table})))
    found = stacked(tables)
    first = found["pictures"]["replicate"] == 0  # one album will do
    return found | {"pictures": found["pictures"][first].drop(columns="replicate").reset_index(drop=True)}


def record() -> tuple[Tables, dict[str, Any]]:
    """Return the survey that the course ships, and what it was made with. Loads torch."""
    return survey(start(), load(), seed=SEED), _made_with()


def record_rare() -> tuple[Tables, dict[str, Any]]:
    """Return a survey of pictures in which one digit is rare, means as lessons, and what it was made with."""
    rare = load().with_rare(RARE, RARE_SHARE, rng=np.random.default_rng(SEED))
    tables = survey(start(), rare, draws=["means"], last=RARE_LAST, seed=SEED)
    del tables["pictures"]
    return tables, _made_with() | {"rare digit": RARE, "its share": RARE_SHARE, "pictures": len(rare.labels)}


def cures() -> dict[str, tuple[Any, int]]:
    """Return the autoencoder as it is and with one error made smaller: the model, and how many times the drawings.

    With real digits none of the errors can be switched off. Five times the drawings are read in as many steps. The last
    two are no cures: the divergence of the latent variables in full, as in Kingma and Welling (2014), with either
    lesson.
    """
    usual = start()
    return {
        "as it is": (usual, 1),
        "five times the drawings": (dataclasses.replace(usual, epochs=usual.epochs // 5), 5),
        "a larger model": (dataclasses.replace(usual, channels=3 * usual.channels, latent=2 * usual.latent), 1),
        "three times the training": (dataclasses.replace(usual, epochs=3 * usual.epochs), 1),
        "pixels as lessons": (dataclasses.replace(usual, draws="pixels"), 1),
        "the usual weight": (dataclasses.replace(usual, beta=1.0), 1),
        "the usual weight, pixels": (dataclasses.replace(usual, draws="pixels", beta=1.0), 1),
    }


def record_cures() -> tuple[Tables, dict[str, Any]]:
    """Return a run of each of `cures` up to generation 5 with nothing kept, and what they were made with."""
    real, runs = load(), {}
    evaluator = Evaluator(real)
    for name, (model, copies) in cures().items():
        note = DigitMeasures(evaluator, LOOKED_AT, rng=np.random.default_rng(SEED))
        images = np.tile(real.images, (copies, 1, 1))
        runs[name] = run(model, images, replace(), note, last=CURED_LAST, replicates=CURED, seed=SEED)
    return tidy(compare(runs, "cure")), _made_with() | {"replicates": CURED}


def start(height: int = 8, width: int = 8) -> Any:
    """Return the autoencoder of the recorded runs, for images of that many pixels.

    It weighs the latent variables by 0.3 where there are 64 pixels and in proportion where there are more, for the
    surprise at the pixels grows with their number. Raises as `VAE` does.
    """
    height, width = checks.whole(height, "height", least=1), checks.whole(width, "width", least=1)
    from ...models.vae import VAE

    return VAE(height=height, width=width, beta=0.3 * (height * width / 64))


def weight_count() -> int:
    """Return how many weights the autoencoder of the recorded runs has."""
    return len(dataclasses.replace(start(), epochs=1).fit(np.zeros((1, 8, 8)), rng=np.random.default_rng(0)).weights)


def _made_with() -> dict[str, Any]:
    return made_with() | {"model": repr(start()), "looked at": LOOKED_AT, "replicates": REPLICATES, "seed": SEED}

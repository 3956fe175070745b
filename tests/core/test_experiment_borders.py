"""The borders of the larger experiments and of the explorables: what comes from outside is refused in our words."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from blobs import ONE, pair

import collapse_lib
from collapse_lib import explorables, recorded
from collapse_lib.experiments import error_shares
from collapse_lib.experiments.digits import errors, runs
from collapse_lib.experiments.digits import tables as digits
from collapse_lib.experiments.mixtures import lineages, minority
from collapse_lib.experiments.mixtures import runs as mixtures
from collapse_lib.experiments.mixtures import tables as groups
from collapse_lib.experiments.toy_language_model import measures as toy
from collapse_lib.experiments.toy_language_model import tables as sentences
from collapse_lib.models.em import Mixtures
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import replace

RNG = np.random.default_rng(0)
TWO = pair(6.0)
SIDE = partial(lineages.side_by_side, TWO, TWO, replace(), samples=9, replicates=2, rng=RNG)
LOST = partial(minority.lost, 0.1, 20, replace(), last=1, replicates=2, seed=0)
SURVEY = partial(mixtures.survey, "replace", samples=9, replicates=2, last=10, rng=RNG)
REFUSED = {
    "side_by_side: rng": lambda: SIDE(rng=0),
    "side_by_side: samples": lambda: SIDE(samples=2.5),
    "side_by_side: replicates": lambda: SIDE(replicates=-1),
    "side_by_side: budget": lambda: SIDE(budget=2.5),
    "side_by_side: model": lambda: lineages.side_by_side(None, TWO, replace(), samples=9, replicates=2, rng=RNG),
    "side_by_side: truth": lambda: lineages.side_by_side(TWO, Gaussian(), replace(), samples=9, replicates=2, rng=RNG),
    "side_by_side: policy": lambda: lineages.side_by_side(TWO, TWO, replace, samples=9, replicates=2, rng=RNG),
    "squared_l2": lambda: lineages.squared_l2(Mixtures.of([TWO] * 2), Mixtures.of([TWO] * 3)),
    "share_near": lambda: lineages.share_near(TWO, TWO),
    "measures": lambda: lineages.measures(Mixtures.of([ONE]), None),
    "lost: last": lambda: LOST(last=2.5),
    "lost: seed": lambda: LOST(seed=-1),
    "lost: share": lambda: minority.lost(10, 20, replace(), last=1, replicates=2, seed=0),
    "law: last": lambda: minority.law(0.1, 20, last=-1),
    "two_groups: share": lambda: mixtures.two_groups(50),
    "two_groups: gap": lambda: mixtures.two_groups(gap=np.inf),
    "survey: policy": lambda: mixtures.survey("keep", samples=9, replicates=2, last=1, rng=RNG),
    "survey: keep": lambda: SURVEY(keep=[99]),
    "survey: last": lambda: SURVEY(last=None),
    "mixtures.at: policy": lambda: groups.at("spread", "20% kept", 0),
    "mixtures.at: generation": lambda: groups.at("spread", "replace", 7),
    "mixtures.at: column": lambda: groups.at("width", "replace", 0),
    "digits.at: draws": lambda: digits.at("balance", "replace", "modes", 0),
    "digits.share: digit": lambda: digits.share(10, "replace", "means", 0),
    "digits.typical": lambda: digits.typical(None, "balance"),
    "pixels: ink": lambda: runs.pixels(np.full((1, 8, 8), 2.0)),
    "pixels: axes": lambda: runs.pixels(np.zeros((8, 8))),
    "Setting: steps": lambda: errors.Setting(steps=0),
    "Setting: few": lambda: errors.Setting(few=1),
    "name": lambda: errors.name((True, False)),
    "station_damage": lambda: error_shares.station_damage((1, 0, 0)),
    "tempered": lambda: error_shares.tempered(Mixtures.of([ONE]), 0),
    "word_count": lambda: toy.word_count([[0.5]]),
    "SentenceMeasures": lambda: toy.SentenceMeasures(0, rng=RNG),
    "words: decoding": lambda: sentences.words(recorded.load("opt-embedded", "words"), "T = 2"),
    "sentences.at: generation": lambda: sentences.at("real", "replace", "T = 1", [99]),
    "telephone_game: no mapping": lambda: explorables.telephone_game([1]),
    "telephone_game: fraction": lambda: explorables.telephone_game({1.5: {"a": 1.5}}),
    "telephone_game: no text": lambda: explorables.telephone_game({1: {3: 1}}),
    "word_wall: None": lambda: explorables.word_wall(None),
    "word_wall: NaN": lambda: explorables.word_wall({"a": np.nan}),
    "content_pipeline: no team": lambda: explorables.content_pipeline({"us": None}),
    "Explorable: kind": lambda: explorables.Explorable("game", "A game"),
    "Explorable: title": lambda: explorables.Explorable("wall", ""),
    "Explorable: state": lambda: explorables.Explorable("wall", "A wall", {"bag": [np.nan]}),
}


@pytest.mark.parametrize("border", REFUSED)
def test_what_lies_outside_is_refused_by_the_library_with_what_must_hold_and_what_came(border):
    with pytest.raises((ValueError, TypeError), match=r"(must|needs).* got") as told:
        REFUSED[border]()
    assert Path(told.traceback[-1].path).is_relative_to(Path(collapse_lib.__file__).parent)

"""What a run of OPT reads: blocks of a text, the same however the text is cut to be tokenised."""

from __future__ import annotations

import numpy as np

from collapse_lib.data.text import blocks
from collapse_lib.data.wikitext import load
from collapse_lib.experiments.language_model.material import LENGTH


def test_articles_tokenised_one_by_one_give_the_blocks_of_the_whole_text(tiny_material, tiny_text, monkeypatch):
    monkeypatch.setenv("COLLAPSE_DATA", str(tiny_text))
    whole = "\n".join(" ".join(article.words) for article in load("valid"))
    np.testing.assert_array_equal(tiny_material.real, blocks(tiny_material.pretrained.encode(whole), LENGTH))

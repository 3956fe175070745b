"""What a run of OPT reads: blocks of a text, the same however the text is cut to be tokenised."""

from __future__ import annotations

import numpy as np

from collapse_lib.opt_run.material import LENGTH
from collapse_lib.text import blocks
from collapse_lib.wikitext import load


def test_articles_tokenised_one_by_one_give_the_blocks_of_the_whole_text(tiny_material, tiny_text, monkeypatch):
    monkeypatch.setenv("COLLAPSE_DATA", str(tiny_text))
    whole = "\n".join(" ".join(article.words) for article in load("valid"))
    np.testing.assert_array_equal(tiny_material.real, blocks(tiny_material.pretrained.encode(whole), LENGTH))

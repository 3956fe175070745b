"""The domains of `experiments.bigrams`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from values import LARGEST, not_whole

from collapse_lib.data.text import Vocabulary
from collapse_lib.data.wikitext import Article
from collapse_lib.experiments import bigrams
from collapse_lib.experiments.bigrams import GROUPS, LENGTH, Corpus
from collapse_lib.models.ngram import Bigram
from collapse_lib.recursion import Generation

FIVE = Vocabulary(tuple("abcde"))
BLOCKS = st.builds(
    lambda rows, seed: np.random.default_rng(seed).integers(0, 5, (rows, LENGTH)), st.integers(1, 3), st.integers(0, 99)
)
CORPORA = st.builds(Corpus, st.just(FIVE), BLOCKS, BLOCKS)
SIX_BLOCKS = st.integers(0, 99).map(lambda seed: np.random.default_rng(seed).integers(0, 5, (6, LENGTH)))
MANY_BLOCKS = st.builds(Corpus, st.just(FIVE), SIX_BLOCKS, BLOCKS)  # a tenth of them is a block
ARTICLES = st.lists(
    st.sampled_from(FIVE.words).map(lambda word: Article(word, (word, "a") * LENGTH)), min_size=2, max_size=6
)
WRONG_BLOCKS = [
    [0] * LENGTH,
    [[0] * 63],
    [[5] * LENGTH],
    [[-1] * LENGTH],
    [[0.5] * LENGTH],
    np.zeros((0, LENGTH), dtype=int),
]
NO_BLOCKS = st.sampled_from([None, 3, "a", [], [["a"] * LENGTH], [[True] * LENGTH], *WRONG_BLOCKS])
NO_CORPORA = st.sampled_from([None, 3, "corpus", [], Corpus, FIVE])
NO_COUNTS = st.sampled_from([-1, 2.5, None, "3", True, [1]])


def all_words_counted(found, vocabulary, real, held_out):
    assert found.counts.sum() == real.size and len(found.counts) == len(vocabulary)
    assert (
        Corpus(vocabulary, real.copy(), held_out).digest
        == found.digest
        != Corpus(vocabulary, held_out[:, ::-1], real).digest
    )


def every_so_many_held_out(found, articles, every):
    training = [article for i, article in enumerate(articles, 1) if i % every]
    assert found.real.size == sum(len(article.words) for article in training)
    assert set(found.vocabulary.words) == {word for article in training for word in article.words}


def shares_of_its_words(found, corpus):
    model = Bigram(5).fit(corpus.real, rng=np.random.default_rng(0))
    noted = found(Generation(0, model, corpus.real, corpus.real))
    assert noted["types"] == noted["newest"] == len(np.unique(corpus.real)) and noted["perplexity"] >= 1
    assert sum(noted["survival"]["words"]) == 5 and len(noted["survival"]["band"]) == len(GROUPS)


def a_row_each(found, corpus, last, replicates, seed):
    assert len(found["measures"]) == (last + 1) * replicates * len(bigrams.COMPARED)
    replaced = found["measures"][found["measures"]["policy"] == "replace"]
    assert (replaced.groupby("replicate")["types"].diff().dropna() <= 0).all()


ROOM = bigrams
UNTRIED = {"record": "it takes nothing, and minutes"}
TABLE = {
    "Corpus": Border(
        Corpus,
        arguments(vocabulary=st.just(FIVE), real=BLOCKS, held_out=BLOCKS),
        all_words_counted,
        {"vocabulary": st.sampled_from([None, ["a"], "abcde", Vocabulary]), "real": NO_BLOCKS, "held_out": NO_BLOCKS},
    ),
    "Corpus.of": Border(
        Corpus.of,
        arguments(articles=ARTICLES, every=st.just(2)),
        every_so_many_held_out,
        {
            "articles": st.sampled_from(
                [None, [], 3, "ab", [None] * 9, [Article("a", ("a",))], [Article("a", ("a",))] * 9]
            ),
            "every": not_whole(2, 6),
        },
    ),
    "measure": Border(bigrams.measure, arguments(corpus=CORPORA), shares_of_its_words, {"corpus": NO_CORPORA}),
    "survey": Border(
        bigrams.survey,
        st.fixed_dictionaries(
            {"corpus": MANY_BLOCKS, "last": st.just(1), "replicates": st.just(1), "seed": st.integers(0, LARGEST)}
        ),
        a_row_each,
        {"corpus": NO_CORPORA, "last": NO_COUNTS, "replicates": NO_COUNTS | st.just(0), "seed": NO_COUNTS},
    ),
}

"""The bigram model counts pairs, says only what it counted, and never gets a word back that it lost."""

from itertools import islice, pairwise

import numpy as np
import pytest

from collapse_lib import theory
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.models.categorical import zipf
from collapse_lib.models.ngram import ANY, PAIR, WORD, Bigram
from collapse_lib.policies import replace
from collapse_lib.recursion import generations


def rng(seed=0):
    return np.random.default_rng(seed)


def pairs(blocks):
    return {pair for row in blocks.tolist() for pair in pairwise(row)}


LITTLE = np.array([[0, 1, 0, 2], [0, 1, 1, 0]])


def test_a_block_is_drawn_as_its_pairs_were_counted():
    # A block starts with 0. After 0 comes 1 (2 of 3) or 2 (1 of 3), after 1 comes 0 (2 of 3) or 1 (1 of 3).
    size = 40_000
    blocks = Bigram(3).fit(LITTLE, rng=rng()).sample(size, rng=rng(1))
    assert blocks.shape == (size, 4)
    assert (blocks[:, 0] == 0).all()
    for before, after, share in [(0, 1, 2 / 3), (0, 2, 1 / 3), (1, 0, 2 / 3), (1, 1, 1 / 3)]:
        followers = blocks[:, 1:][blocks[:, :-1] == before]
        error = np.sqrt(share * (1 - share) / len(followers))
        assert abs((followers == after).mean() - share) < 4 * error


def test_after_a_word_that_only_ended_blocks_a_block_begins_anew_with_a_pair_that_nobody_wrote():
    # In LITTLE nothing ever follows 2.
    assert (2, 0) not in pairs(LITTLE)
    blocks = Bigram(3).fit(LITTLE, rng=rng()).sample(5000, rng=rng(2))
    assert set(blocks[:, 1:][blocks[:, :-1] == 2]) == {0}


def test_what_was_not_counted_is_never_said():
    real = LANGUAGE.sample(300, rng=rng(3))
    written = Bigram(len(LANGUAGE.vocabulary)).fit(real, rng=rng()).sample(3000, rng=rng(4))
    assert pairs(written) <= pairs(real)


def test_a_lost_word_never_comes_back():
    model = Bigram(len(LANGUAGE.vocabulary))
    real = LANGUAGE.sample(500, rng=rng(5))
    alive = [g.model.unigram > 0 for g in islice(generations(model, real, replace(), rng=rng(6)), 6)]
    assert all((later <= earlier).all() for earlier, later in pairwise(alive))
    assert alive[5].sum() < 0.9 * alive[0].sum()


def test_blocks_of_one_word_are_a_bag_and_obey_its_law():
    # With blocks of length 1 there are no pairs: copying is Wright-Fisher drift, and a word of count c is missed by
    # M draws with probability (1 - c / M)^M.
    samples = 2000
    real = zipf(1000).sample(samples, rng=rng(7))[:, None]
    model = Bigram(1000).fit(real, rng=rng())
    left = [len(np.unique(model.sample(samples, rng=r))) for r in rng(8).spawn(400)]
    expected = theory.expected_support(model.unigram, samples)
    assert abs(np.mean(left) - expected) < 4 * np.std(left) / np.sqrt(len(left))


def test_the_shares_of_the_words_are_those_of_the_text():
    np.testing.assert_allclose(Bigram(4).fit(LITTLE, rng=rng()).unigram, [4 / 8, 3 / 8, 1 / 8, 0])


def test_cross_entropy_mixes_pair_word_and_an_equal_share():
    # The block 0 1 2: 0 begins every block; 1 follows 0 in 2 of 3 cases; 2 never follows 1.
    mixtures = [PAIR * 1 + WORD * 4 / 8, PAIR * 2 / 3 + WORD * 3 / 8, PAIR * 0 + WORD * 1 / 8]
    expected = -np.mean([np.log(share + ANY / 3) for share in mixtures])
    assert Bigram(3).fit(LITTLE, rng=rng()).cross_entropy(np.array([[0, 1, 2]])) == pytest.approx(expected)


def test_after_a_word_that_was_never_followed_the_words_own_share_stands_in():
    model = Bigram(3).fit(LITTLE, rng=rng())
    first = PAIR * 0 + WORD * 1 / 8 + ANY / 3
    second = (PAIR + WORD) * 4 / 8 + ANY / 3
    assert model.cross_entropy(np.array([[2, 0]])) == pytest.approx(-np.log([first, second]).mean())


def test_the_smoothed_shares_of_what_may_follow_add_up_to_one():
    model = Bigram(3).fit(LITTLE, rng=rng())
    for before in range(3):
        # The surprise at a block of two is the mean of the surprise at its first and at its second word.
        first = model.cross_entropy(np.array([[before]]))
        seconds = [2 * model.cross_entropy(np.array([[before, after]])) - first for after in range(3)]
        assert np.exp(-np.array(seconds)).sum() == pytest.approx(1.0)


def test_no_bigram_model_beats_the_truth():
    model = Bigram(len(LANGUAGE.vocabulary)).fit(LANGUAGE.sample(5000, rng=rng(9)), rng=rng())
    real = LANGUAGE.sample(5000, rng=rng(10))
    per_sentence = model.cross_entropy(real) * LANGUAGE.length
    truth = -LANGUAGE.log_probability(real)
    assert per_sentence > truth.mean() + 4 * truth.std() / np.sqrt(len(truth))


def test_more_text_surprises_less():
    held_out = LANGUAGE.sample(2000, rng=rng(11))
    models = [
        Bigram(len(LANGUAGE.vocabulary)).fit(LANGUAGE.sample(n, rng=rng(12)), rng=rng()) for n in (100, 1000, 10_000)
    ]
    cross_entropy = [model.cross_entropy(held_out) for model in models]
    assert cross_entropy[0] > cross_entropy[1] > cross_entropy[2]


def test_fitting_makes_a_new_model_and_leaves_the_old_one_alone():
    empty = Bigram(3)
    fitted = empty.fit(LITTLE, rng=rng())
    refitted = fitted.fit(LITTLE[:, :2], rng=rng())
    assert (empty.length, fitted.length, refitted.length) == (0, 4, 2)


@pytest.mark.parametrize("kind", [np.uint16, np.int32, np.uint64])
def test_ids_may_be_integers_of_any_size(kind):
    # 60,000 squared is beyond the first two, and numpy would make floats of the third beside signed integers.
    blocks = Bigram(60_000).fit(np.array([[50_000, 1], [1, 50_000]], dtype=kind), rng=rng()).sample(50, rng=rng(13))
    assert blocks.dtype == np.int64
    assert set(map(tuple, blocks.tolist())) == {(50_000, 1), (1, 50_000)}


def test_a_model_must_be_fitted_first():
    with pytest.raises(RuntimeError, match="call fit first"):
        Bigram(3).sample(1, rng=rng())
    with pytest.raises(RuntimeError, match="call fit first"):
        Bigram(3).cross_entropy(LITTLE)


def test_bad_data_are_refused():
    model = Bigram(3)
    with pytest.raises(ValueError, match="token ids must lie between 0 and 2, got 0 to 3"):
        model.fit(np.array([[0, 3]]), rng=rng())
    with pytest.raises(ValueError, match="number of axes of data must be 2"):
        model.fit(np.array([0, 1]), rng=rng())
    with pytest.raises(TypeError, match="token ids must be integers, got float64"):
        model.fit(np.array([[0.0, 1.0]]), rng=rng())
    for shape in ((0, 4), (4, 0)):
        with pytest.raises(ValueError, match="blocks must hold at least one token"):
            model.fit(np.empty(shape, dtype=int), rng=rng())
    with pytest.raises(ValueError, match="a size must not be negative"):
        model.fit(LITTLE, rng=rng()).sample(-1, rng=rng())

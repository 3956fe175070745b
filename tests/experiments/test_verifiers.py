"""Who checks a copy: the simulated loops follow their laws, and each verifier ends where its law says."""

from __future__ import annotations

import numpy as np
import pytest
from tolerances import assert_mean

from collapse_lib.experiments import verifiers

LAST, REPLICATES = 12, 80
SHARES = ["slips", "rarer"]
# A bag of 1,000 is no bag without end: what that changes in a share or in the number of words, 1 in 100 of it at most.
SLACK = 0.01


@pytest.fixture(scope="module")
def noted():
    return verifiers.survey(last=LAST, replicates=REPLICATES, seed=3).set_index(["loop", "generation"])


@pytest.mark.parametrize("loop", verifiers.LOOPS)
@pytest.mark.parametrize("generation", [0, 1, 5, LAST])
def test_a_loop_follows_its_law(loop, generation, noted):
    law = verifiers.law(loop, last=LAST).set_index("generation").loc[generation]
    found = noted.loc[(loop, generation)]
    for column in (*SHARES, "words"):
        assert_mean(found[column], law[column], slack=SLACK * law[column] + 1e-3)


def test_a_dictionary_takes_out_every_slip_and_brings_no_word_back(noted):
    words, slips = (noted.loc["dictionary", column] for column in ("words", "slips"))
    assert (slips.drop(0) == 0).all()
    without = noted.loc[("no check", LAST), "words"].mean()
    assert without < words.loc[LAST].mean() < 1.1 * without


def test_guesses_find_words_that_the_bag_never_had_and_only_a_check_keeps_slips_out(noted):
    both, alone = (noted.loc[(loop, LAST)].mean() for loop in ("dictionary and guesses", "guesses, no check"))
    assert both["words"] > noted.loc[("dictionary and guesses", 0), "words"].mean()
    assert both["slips"] == 0 and alone["slips"] > 0.4


def test_the_dictionary_with_guesses_ends_with_all_words_alike():
    rarer = verifiers.law("dictionary and guesses", last=400)["rarer"].iloc[-1]
    assert rarer == pytest.approx(1 - verifiers.FREQUENT / verifiers.WORDS)


def test_errors_that_fall_on_all_alike_leave_the_rarer_words_and_a_taste_takes_them():
    rarer = {loop: verifiers.law(loop, last=30)["rarer"] for loop in verifiers.LOOPS}
    of_words = verifiers.PEOPLE.p[verifiers.FREQUENT : verifiers.WORDS].sum() / 0.9
    assert rarer["tired reader"].iloc[-1] == pytest.approx(of_words)
    odds = rarer["reader with a taste"] / (1 - rarer["reader with a taste"])
    np.testing.assert_allclose(odds[2:] / odds[1:-1].to_numpy(), 0.8)


def test_the_tired_reader_errs_more_often_than_the_one_with_a_taste():
    p = verifiers.PEOPLE.p
    right = verifiers.tired(0)
    tired, taste = (p @ np.abs(of - right) for of in (verifiers.tired(0.2), verifiers.with_taste(0.2)))
    assert tired == pytest.approx(0.2) and taste < 0.05

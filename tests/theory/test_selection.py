"""What a verifier and an explorer make of shares: errors that fall on all alike cancel, a taste compounds."""

from __future__ import annotations

import numpy as np
import pytest
from tolerances import assert_mean, assert_share

from collapse_lib import theory

P = np.array([0.5, 0.3, 0.15, 0.05])
UNIFORM = np.full(4, 0.25)


def test_the_law_of_a_verifier_is_a_power():
    acceptance = np.array([0.2, 1.0, 0.9, 0.0])
    power = P * acceptance**7
    np.testing.assert_allclose(theory.filtered(P, acceptance, 7), power / power.sum())


def test_in_the_long_run_those_accepted_most_often_are_left_in_their_first_proportions():
    left = theory.filtered(P, [0.99, 1.0, 1.0, 0.5], 10_000)
    np.testing.assert_allclose(left, [0, 2 / 3, 1 / 3, 0], atol=1e-12)


@pytest.mark.parametrize("strictness", [1.0, 0.5, 1e-200])
def test_what_falls_on_all_alike_changes_nothing(strictness):
    np.testing.assert_allclose(theory.filtered(P, strictness * np.ones(4), 50), P)


def test_a_reader_who_errs_one_time_in_five_quarters_the_odds_of_a_slip_each_time():
    slips = np.array([theory.filtered([0.9, 0.1], [0.8, 0.2], copies)[1] for copies in range(6)])
    np.testing.assert_allclose(slips / (1 - slips), 0.1 / 0.9 / 4.0 ** np.arange(6))


def test_a_coin_is_no_verifier():
    np.testing.assert_allclose(theory.filtered([0.9, 0.1], [0.5, 0.5], 100), [0.9, 0.1])


def test_with_an_explorer_it_ends_where_the_verifier_and_the_explorer_lead_whatever_it_began_with():
    yes_or_no = np.array([1.0, 1.0, 1.0, 0.0])
    for start in (P, P[::-1], np.array([1.0, 0, 0, 0])):
        end = theory.filtered(start, yes_or_no, 500, explorer=UNIFORM, explored=0.2)
        np.testing.assert_allclose(end, [1 / 3, 1 / 3, 1 / 3, 0])


def test_the_end_is_a_fixed_point():
    acceptance, explored = np.array([1.0, 0.8, 0.5, 0.2]), 0.3
    end = theory.filtered(P, acceptance, 2_000, explorer=UNIFORM, explored=explored)
    np.testing.assert_allclose(theory.filtered(end, acceptance, 1, explorer=UNIFORM, explored=explored), end)
    offered = (0.7 * end + 0.3 * UNIFORM) @ acceptance  # p = e a q / (Z - (1 - e) a), for what is accepted Z
    np.testing.assert_allclose(end, 0.3 * acceptance * UNIFORM / (offered - 0.7 * acceptance))


# Words that are few in a large bag


@pytest.mark.parametrize("copies", [0, 1, 5, 30])
def test_where_a_bag_is_only_copied_it_is_the_law_of_copies(copies):
    survives = theory.line_survival(np.append(2.5, np.zeros(copies)), np.ones(copies))
    assert survives == pytest.approx(-np.expm1(-2.5 * theory.copy_survival(copies)))


def test_without_offspring_only_the_last_newcomers_are_there():
    assert theory.line_survival([9.0, 9.0, 0.2], [1.0, 0.0]) == pytest.approx(-np.expm1(-0.2))


def test_many_words_are_taken_together():
    newcomers = np.array([[1.0, 0, 0], [0, 0.5, 0], [3.0, 0.2, 0.1]])
    one_by_one = [theory.line_survival(word, [0.9, 1.2]) for word in newcomers]
    np.testing.assert_allclose(theory.line_survival(newcomers, [0.9, 1.2]), one_by_one)


def test_the_law_is_that_of_a_branching_process_with_newcomers(rng):
    newcomers, offspring = np.array([1.5, 0.1, 0.3, 0.05]), np.array([0.8, 1.1, 0.9])
    there = rng.poisson(newcomers[0], 40_000)
    for leaves, joins in zip(offspring, newcomers[1:], strict=True):
        there = rng.poisson(leaves * there) + rng.poisson(joins, 40_000)
    assert_share(there > 0, theory.line_survival(newcomers, offspring))


def test_who_knows_the_true_shares_but_only_judges_loses_the_rare_faster_than_chance(rng):
    """Held to its share of 1 in M in each copy, a word is missed anew each time; none multiplies by luck."""
    truth = np.full(200, 1 / 200)
    left = []
    for _ in range(200):
        alive = np.ones(200, dtype=bool)
        for _ in range(3):  # rejection sampling leaves the true shares of the words that can still be said
            alive = rng.multinomial(200, np.where(alive, truth, 0) / truth[alive].sum()) > 0
        left.append(alive.mean())
    shares = [1.0]
    for _ in range(3):  # whoever is left shares the place of those who are gone
        shares.append(shares[-1] * (1 - theory.missed(1 / (200 * shares[-1]), 200)))
    assert_mean(left, shares[-1], slack=1 / 200)  # the law is that of the mean of those who are left
    alone = (1 - theory.missed(0.001, 1_000)) ** 10
    assert alone < theory.copy_survival(10) / 10

"""What students get wrong in the assignment is found, and named in words that help."""

from __future__ import annotations

import pytest
from homework_cells import played

ONE_COPY = "def one_copy(bag, *, rng):\n    {}"
SHARE_LEFT = "def share_left(original, copy):\n    {}"
KEEP_TENTH = "def keep_tenth(real, corpus, synthetic, *, rng):\n    n = len(real) // 10\n    {}"


def joined(real: str, synthetic: str) -> str:
    return KEEP_TENTH.format(f"return np.concatenate([{real}, {synthetic}])")


REAL, SYNTHETIC = "rng.choice(real, n, replace=False)", "rng.choice(synthetic, len(real) - n, replace=False)"
MISTAKES = [
    ("q6", ONE_COPY.format("pass"), "gives nothing back yet"),
    ("q6", ONE_COPY.format("return bag"), "every fruit exactly once: put each answer back"),
    ("q6", ONE_COPY.format("return rng.permutation(bag)"), "every fruit exactly once: put each answer back"),
    ("q6", ONE_COPY.format("return rng.choice(bag, 10)"), "has 1,000 answers; yours has 10"),
    ("q6", ONE_COPY.format("return rng.choice(bag[:500], len(bag))"), "About 632 of 1,000"),
    ("q6", ONE_COPY.format("return rng.choice(bag[: len(bag) * 9 // 10], len(bag))"), "A copy misses 0.3"),
    ("q6", ONE_COPY.format("return rng.integers(0, 9, len(bag)).astype(str)"), "holds only what stands in the bag"),
    ("q6", ONE_COPY.format("return np.random.default_rng().choice(bag, len(bag))"), "draw with `rng` and nothing else"),
    ("q6", ONE_COPY.format("return rng.choice(bag, 1000)"), r"A copy of \d+ answers must have"),
    ("q6", ONE_COPY.format("bag.sort()\n    return rng.choice(bag, len(bag))"), "must leave the bag as it was"),
    (
        "q6",
        ONE_COPY.format("return rng.choice(np.unique(bag), len(bag))"),
        "On average a copy has a share of .* apples",
    ),
    ("q7", SHARE_LEFT.format("pass"), "gives nothing back yet"),
    ("q7", SHARE_LEFT.format("return np.isin(np.unique(original), copy).mean()"), "so the share is 0.5; yours is 0.66"),
    ("q7", SHARE_LEFT.format("return len(set(copy)) / len(set(original))"), "so the share is 0.5; yours is 0.66"),
    ("q7", SHARE_LEFT.format("return 0.5"), "the share is 1"),
    (
        "q7",
        SHARE_LEFT.format("return len({'quince', 'medlar'} & set(copy)) / 2"),
        "a share of .* is left; yours is 0.0",
    ),
    ("q8", KEEP_TENTH.format("pass"), "gives nothing back yet"),
    ("q8", joined(REAL, "rng.choice(corpus, len(real) - n, replace=False)"), "Nothing comes from `corpus`"),
    ("q8", joined(REAL, "synthetic"), "180 come from `synthetic`; in yours 200 do"),
    (
        "q8",
        joined("rng.choice(real, 2 * n, replace=False)", "synthetic[2 * n:]"),
        "a tenth, 20, come from `real`; in yours 40",
    ),
    ("q8", joined(REAL, "rng.choice(synthetic, len(real) - n)"), "A synthetic answer is taken twice"),
    ("q8", joined("rng.choice(real, n)", SYNTHETIC), "answer is taken twice"),
    ("q8", joined("real[:n]", SYNTHETIC), "must be drawn anew each time"),
    ("q8", joined("rng.choice(real, 20, replace=False)", "synthetic[:180]"), r"Of \d+ answers"),
]


@pytest.mark.parametrize(("answer", "source", "words"), MISTAKES)
def test_a_wrong_function_is_told_what_is_wrong(answer: str, source: str, words: str) -> None:
    with pytest.raises(AssertionError, match=words):
        played(answer, f"{answer}-test", **{answer: source})


@pytest.mark.parametrize(
    ("answer", "source", "test", "words"),
    [
        ("q4", "answers_drawn = 1000", "goal", "The goal is at most .*: draw more"),
        ("q4", "answers_drawn = 1000", "thrift", "First meet the goal"),
        (
            "q4",
            "answers_drawn = 10**6",
            "thrift",
            "950,000 answers, 5% fewer than your 1,000,000, would .*: draw fewer",
        ),
        ("q5", "kept = 0.0", "goal", "The goal is at least .*: keep more"),
        ("q5", "kept = 0.0", "thrift", "First meet the goal"),
        ("q5", "kept = 0.9", "thrift", "A share of 0.88 would meet the goal too, and yours is 0.90: keep less"),
        ("q5", "kept = 15", "goal", "from 0 to 1; yours is 15"),
        ("q5", "kept = 15", "thrift", "from 0 to 1; yours is 15"),
    ],
)
def test_a_wrong_number_is_told_which_way_to_go(answer: str, source: str, test: str, words: str) -> None:
    with pytest.raises(AssertionError, match=words):
        played(answer, f"{answer}-{test}", **{answer: source})


@pytest.mark.parametrize(
    ("answer", "source"),
    [
        ("q6", ONE_COPY.format("return bag[rng.integers(0, len(bag), len(bag))]")),
        ("q6", ONE_COPY.format("return [bag[rng.integers(len(bag))] for _ in bag]")),
        ("q7", SHARE_LEFT.format("return np.mean([x in copy for x in original if sum(original == x) == 1])")),
        ("q8", joined(REAL, "synthetic[n:]")),
        ("q8", joined("rng.permutation(real)[:n]", "synthetic[: len(real) - n]")),
        ("q8", KEEP_TENTH.format("return [*rng.choice(real, n, replace=False), *synthetic[n:]]")),
    ],
)
def test_a_right_function_may_be_written_in_another_way(answer: str, source: str) -> None:
    played(answer, f"{answer}-test", **{answer: source})

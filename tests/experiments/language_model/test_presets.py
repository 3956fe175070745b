"""The four sizes of the OPT experiment are what they say, and a size that cannot be run is refused."""

from __future__ import annotations

import dataclasses
import re

import pytest

from collapse_lib.experiments.language_model.conditions import Condition
from collapse_lib.experiments.language_model.policies import ACCUMULATE, keeping, policy
from collapse_lib.experiments.language_model.presets import PRESETS, with_repetition_penalty
from collapse_lib.models.decoding import Decoding
from collapse_lib.policies import Accumulate, Mix

CLASSROOM, RECORDED, COLAB, PAPER = (PRESETS[name] for name in ("classroom", "recorded", "colab", "paper"))
T_09 = Decoding(temperature=0.9)


def settings(preset) -> set[tuple[str, str, int]]:
    return {(condition.policy, str(condition.decoding), condition.epochs) for condition in preset.conditions}


def test_the_papers_preset_is_what_the_paper_says():
    assert settings(PAPER) == {("replace", "5 beams", 5), ("10% kept", "5 beams", 10)}
    assert (PAPER.learning_rate, PAPER.batch, len(PAPER.seeds), PAPER.last) == (2e-5, 128, 5, 9)
    assert (PAPER.source, PAPER.blocks, PAPER.train) == ("facebook/opt-125m", None, "train")
    assert (PAPER.validation, PAPER.test) == ("valid", "test")
    assert (PAPER.prompts, PAPER.begin, PAPER.shift) == ("real", "previous", 0)


def test_blocks_have_the_papers_length():
    from collapse_lib.experiments.language_model.material import LENGTH

    assert LENGTH == 64


def test_the_recorded_preset_does_not_confuse_epochs_with_the_kept_share():
    for decoding in {str(condition.decoding) for condition in RECORDED.conditions}:
        alike = {(kept, decoding, 5) for kept in (keeping(0), keeping(0.1), ACCUMULATE)}
        assert alike <= settings(RECORDED)
    assert settings(RECORDED) >= {("10% kept", "T = 0.9", 10), ("10% kept", "T = 0.9", 5)}
    assert len(RECORDED.conditions) == 3 * len({str(condition.decoding) for condition in RECORDED.conditions}) + 1
    assert (len(RECORDED.seeds), RECORDED.last, RECORDED.source) == (5, 9, "")


def test_the_recorded_preset_writes_with_a_taste_and_without():
    assert {"T = 0.9", "T = 1"} <= {str(condition.decoding) for condition in RECORDED.conditions}


def test_the_classroom_has_every_policy_and_three_seeds():
    assert settings(CLASSROOM) == {(kept, "T = 0.9", 2) for kept in (keeping(0), keeping(0.1), ACCUMULATE)}
    assert (len(CLASSROOM.seeds), CLASSROOM.source) == (3, "")


def test_colab_runs_two_conditions_over_ten_generations_of_the_real_network():
    assert settings(COLAB) == {("replace", "T = 0.9", 2), ("10% kept", "T = 0.9", 2)}
    assert (COLAB.last, COLAB.source) == (9, "facebook/opt-125m")


def test_what_comes_from_the_hub_is_pinned_to_a_revision():
    for preset in (COLAB, PAPER):
        assert preset.source == "facebook/opt-125m"
        assert re.fullmatch(r"[0-9a-f]{40}", preset.revision)


def test_policies_have_names():
    assert keeping(0) == "replace"
    assert policy("replace") == Mix(alpha=1.0)
    assert policy("10% kept") == Mix(alpha=0.9, gamma=0.1)
    assert policy(keeping(0.07)) == policy("7% kept")
    assert policy(ACCUMULATE) == Accumulate()


def test_a_repetition_penalty_comes_to_every_condition_and_changes_nothing_else():
    some = with_repetition_penalty(PAPER, 3.0)
    assert {str(condition.decoding) for condition in some.conditions} == {"5 beams, repetition penalty 3"}
    assert [c.policy for c in some.conditions] == [c.policy for c in PAPER.conditions]
    assert [c.epochs for c in some.conditions] == [c.epochs for c in PAPER.conditions]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"begin": "now"}, "begin must be one of 'previous', 'base', got 'now'"),
        ({"prompts": "none"}, "prompts must be one of 'previous', 'real', got 'none'"),
        ({"seeds": ()}, "a run needs a condition, a seed and generation 0, got 3, 0 and a last generation of 5"),
        ({"conditions": ()}, "a run needs a condition, a seed and generation 0, got 0, 3 and a last"),
        ({"last": -1}, "a run needs a condition, a seed and generation 0, got 3, 3 and a last generation of -1"),
        ({"seeds": (1, 2, 1)}, "a seed must not come twice, got 1, 2, 1"),
        ({"conditions": (CLASSROOM.conditions[0],) * 2}, "a condition must not come twice, got replace, T = 0.9, 2 ep"),
    ],
)
def test_a_size_that_cannot_be_run_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        dataclasses.replace(CLASSROOM, **wrong)


@pytest.mark.parametrize(
    ("policy", "message"),
    [
        ("all", "a policy must be 'replace', 'accumulate' or like '10% kept', got 'all'"),
        ("0.1", "a policy must be 'replace', .*, got '0.1'"),
        ("0% kept", "a policy must be 'replace', .*, got '0% kept'"),
        ("150% kept", "share must be a share between 0 and 1, got 1.5"),
        ("nan% kept", "share must be a share between 0 and 1, got nan"),
    ],
)
def test_a_policy_that_there_is_not_is_refused(policy, message):
    with pytest.raises(ValueError, match=message):
        Condition(policy, T_09, 1)

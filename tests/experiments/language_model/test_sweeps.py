"""A sweep is every policy with every decoding, and each has a name that a shell needs no quotes for."""

from __future__ import annotations

import dataclasses
import shlex

import pytest

from collapse_lib.experiments.language_model.conditions import Condition
from collapse_lib.experiments.language_model.presets import PRESETS
from collapse_lib.experiments.language_model.sweeps import decoding, policy_name, swept
from collapse_lib.models.decoding import PLAIN, Decoding

CLASSROOM, RECORDED, PAPER = (PRESETS[name] for name in ("classroom", "recorded", "paper"))
T_09, BEAMS = Decoding(temperature=0.9), Decoding(beams=5)
TYPED = {
    "t1": PLAIN,
    "t0.9": T_09,
    "top-k50": Decoding(top_k=50),
    "top-p0.95": Decoding(top_p=0.95),
    "beams5": BEAMS,
    "repetition-penalty3": Decoding(repetition_penalty=3),
    "t0.7,top-k50,top-p0.9,repetition-penalty1.2": Decoding(0.7, 50, 0.9, 1, 1.2),
    "beams5,repetition-penalty3": Decoding(beams=5, repetition_penalty=3),
}


@pytest.mark.parametrize("typed", TYPED)
def test_a_decoding_is_named_without_quotes_and_as_tables_spell_it(typed):
    assert shlex.quote(typed) == typed
    assert decoding(typed) == TYPED[typed]
    assert decoding(str(TYPED[typed])) == TYPED[typed]
    assert decoding(f" {typed.upper()} ") == TYPED[typed]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("greedy", "a decoding must be like t0.9, top-k50, .*, or several of them with commas between, got 'greedy'"),
        ("t0.9,", "a decoding must be like t0.9, .*, got 't0.9,'"),
        ("top-p", "a decoding must be like t0.9, .*, got 'top-p'"),
        ("t0.9,t1", "a decoding must name each of its parts once, got 't0.9,t1'"),
        ("t0", "temperature must .*, got 0"),
        ("top-k2.5", "top_k must be a whole number, got 2.5"),
        ("top-p95", "top_p must be a share between 0 and 1, got 95; 95% is 0.95"),
        ("beams5,t0.9", "beams must stand without another taste"),
    ],
)
def test_what_names_no_decoding_is_refused(text, message):
    with pytest.raises((TypeError, ValueError), match=message):
        decoding(text)


def test_a_policy_is_named_as_tables_spell_it_or_by_its_share_alone():
    names = ("replace", "accumulate", "10% kept", "10%", "10.0%", "0.5%", "100%")
    found = ["replace", "accumulate", "10% kept", "10% kept", "10% kept", "0.5% kept", "100% kept"]
    assert [policy_name(name) for name in names] == found


@pytest.mark.parametrize("text", ["10", "0%", "all", "10 kept"])
def test_what_names_no_policy_is_refused(text):
    with pytest.raises(ValueError, match="a policy must be 'replace', 'accumulate' or like '10% kept', got"):
        policy_name(text)


def test_a_sweep_is_the_product_and_keeps_the_presets_own_conditions():
    some = swept(RECORDED, ("10% kept", "50% kept"), (T_09, BEAMS))
    assert list(some.conditions) == [
        Condition("10% kept", T_09, 5),
        Condition("10% kept", T_09, 10),
        Condition("10% kept", BEAMS, 5),
        Condition("50% kept", T_09, 5),
        Condition("50% kept", BEAMS, 5),
    ]
    assert dataclasses.replace(some, conditions=RECORDED.conditions) == RECORDED


def test_what_is_not_named_is_the_presets_own():
    assert set(swept(RECORDED).conditions) == set(RECORDED.conditions)
    assert swept(CLASSROOM, ("replace",)).conditions == CLASSROOM.conditions[:1]
    assert [one.policy for one in swept(CLASSROOM, (), (PLAIN,)).conditions] == ["replace", "10% kept", "accumulate"]


def test_another_decoding_has_as_many_epochs_as_the_preset_has_with_that_policy():
    epochs = {one.policy: one.epochs for one in swept(PAPER, ("replace", "10% kept", "accumulate"), (T_09,)).conditions}
    assert epochs == {"replace": 5, "10% kept": 10, "accumulate": 5}

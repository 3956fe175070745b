"""A run in a folder has one set of settings and one text, and goes on in the precision in which it began."""

from __future__ import annotations

import dataclasses
import json

import pytest

from collapse_lib.experiments.language_model import settings

FACTS = {"digest": "abc", "precision": "float32"}


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"learning_rate": 0.5}, "learning_rate 0.01, got 0.5"),
        ({"begin": "base"}, "begin 'previous', got 'base'"),
        ({"prompts": "real"}, "prompts 'previous', got 'real'"),
        ({"blocks": 9}, "blocks 24, got 9"),
        ({"name": "other"}, "name 'tiny', got 'other'"),
    ],
)
def test_a_run_of_other_settings_is_refused_and_the_setting_is_named(preset, tmp_path, other, message):
    settings.resolve_preset(preset, FACTS, tmp_path)
    before = (tmp_path / "run.json").read_text()
    with pytest.raises(ValueError, match=f"{tmp_path} holds a run with {message}"):
        settings.resolve_preset(dataclasses.replace(preset, **other), FACTS, tmp_path)
    assert (tmp_path / "run.json").read_text() == before


def test_a_run_whose_rows_have_an_older_form_is_refused(preset, tmp_path):
    settings.resolve_preset(preset, FACTS, tmp_path)
    before = json.loads((tmp_path / "run.json").read_text())
    (tmp_path / "run.json").write_text(json.dumps({k: v for k, v in before.items() if k != "rows"}))
    with pytest.raises(ValueError, match="holds a run with rows None, got 4"):
        settings.resolve_preset(preset, FACTS, tmp_path)


def test_other_text_is_refused(preset, tmp_path):
    settings.resolve_preset(preset, FACTS, tmp_path)
    with pytest.raises(ValueError, match=r"holds a run with digest 'abc', got 'def'"):
        settings.resolve_preset(preset, FACTS | {"digest": "def"}, tmp_path)


def test_other_text_has_another_digest(tiny_material):
    other = dataclasses.replace(tiny_material, real=tiny_material.real[1:])
    assert len(tiny_material.digest) == 64 and other.digest != tiny_material.digest


def test_the_fastest_precision_is_that_of_the_runs_beginning(preset, tmp_path):
    fast = dataclasses.replace(preset, precision="fastest")
    assert settings.resolve_preset(fast, FACTS | {"precision": "bfloat16"}, tmp_path).precision == "bfloat16"
    assert settings.resolve_preset(fast, FACTS, tmp_path).precision == "bfloat16"

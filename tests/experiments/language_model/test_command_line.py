"""What the command line says becomes a preset, or one line says why it cannot be run."""

from __future__ import annotations

import pytest
from command_lines import chosen, command

from collapse_lib.__main__ import main

pytestmark = pytest.mark.usefixtures("text")


def test_without_a_command_it_says_how_it_is_used(capsys):
    for arguments in ([], ["nothing"]):
        assert main(arguments) == 2
        assert capsys.readouterr().err.startswith("usage: python -m collapse_lib {experiment}")


def test_missing_text_is_named_and_the_exit_status_is_1(tiny_base, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))
    assert main(command(tiny_base, tmp_path / "out")) == 1
    assert f"WikiText-2 not found in {tmp_path}: there is no wikitext-2/valid.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--model", "/no/such/folder"], "a model must be a folder or a repository of the Hub, got '/no/such/folder'"),
        (["--keep", "2"], "alpha, beta, gamma must be shares of 1"),
        (["--repetition-penalty", "-1"], "repetition_penalty must be positive, got -1.0"),
        (["--seeds", "1", "1"], "a seed must not come twice, got 1, 1"),
        (["--keep", "0", "0"], "a condition must not come twice, got replace"),
    ],
)
def test_what_cannot_be_run_is_said_in_one_line(tiny_base, tmp_path, capsys, more, message):
    assert main([*command(tiny_base, tmp_path / "out"), *more]) == 1
    said = capsys.readouterr().err
    assert message in said and said.count("\n") == 1


def test_what_the_command_line_says_becomes_the_preset():
    line = (
        "experiment --preset recorded --out x --keep 0 0.1 --policy accumulate --seeds 7 --last 3 --begin base "
        "--prompts real --repetition-penalty 3 --model folder"
    )
    preset = chosen(line.split())
    assert {condition.policy for condition in preset.conditions} == {"replace", "10% kept", "accumulate"}
    assert {condition.decoding.repetition_penalty for condition in preset.conditions} == {3}
    assert (preset.seeds, preset.last, preset.begin, preset.prompts) == ((7,), 3, "base", "real")
    assert (preset.source, preset.revision, preset.name) == ("folder", None, "recorded")

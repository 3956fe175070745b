"""What the command line says becomes a preset, or one line says why it cannot be run."""

from __future__ import annotations

import pytest
from command_lines import chosen, command

from collapse_lib.__main__ import main

pytestmark = pytest.mark.usefixtures("text")


def test_without_a_command_it_says_how_it_is_used(capsys):
    for arguments in ([], ["nothing"]):
        assert main(arguments) == 2
        assert capsys.readouterr().err.startswith("usage: python -m collapse_lib {experiment,fetch-model}")


def test_missing_text_is_named_and_the_exit_status_is_1(tiny_base, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))
    assert main(command(tiny_base, tmp_path / "out")) == 1
    assert f"WikiText-2 not found in {tmp_path}: there is no wikitext-2/valid.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--workers", "-1"], "--workers must be at least 1, got -1"),
        (["--workers", "0"], "--workers must be at least 1, got 0"),
        (["--workers", "1.5"], "--workers must be a whole number, got 1.5"),
        (["--workers", "two"], "--workers must be a whole number, got 'two'"),
        (["--last", "-1"], "--last must be at least 0, got -1"),
        (["--last", "1e3"], "--last must be a whole number, got 1000.0"),
        (["--seeds", "0", "-3"], "--seeds must be at least 0, got -3"),
        (["--seeds", "a"], "--seeds must be a whole number, got 'a'"),
        (["--seeds", "1", "1"], "a seed must not come twice, got 1, 1"),
        (["--replicates", "3"], "argument --replicates: not allowed with argument --seeds"),
        (["--policies", "all"], "a policy must be 'replace', 'accumulate' or like '10% kept', got 'all'"),
        (["--policies", "0.1"], "a policy must be 'replace', 'accumulate' or like '10% kept', got '0.1'"),
        (["--policies", "200%"], "share must be a share between 0 and 1, got 2"),
        (["--policies", "10%", "10% kept"], "each of --policies must come once, got 10% kept; 10% kept"),
        (["--policies"], "argument --policies: expected at least one argument"),
        (["--decodings", "hot"], "a decoding must be like t0.9, top-k50, top-p0.95, beams5 or repetition-penalty3"),
        (["--decodings", "t0"], "temperature must be a finite number"),
        (["--decodings", "t0.9,t0.8"], "a decoding must name each of its parts once, got 't0.9,t0.8'"),
        (["--decodings", "beams5,t0.9"], "beams must stand without another taste"),
        (["--decodings", "t1", "T = 1"], "each of --decodings must come once, got T = 1; T = 1"),
        (["--decodings"], "argument --decodings: expected at least one argument"),
        (["--keep", "0"], "unrecognized arguments: --keep 0"),
        (["--repetition-penalty", "-1"], "--repetition-penalty must be a finite number above 0, got -1"),
        (["--repetition-penalty", "inf"], "--repetition-penalty must be a finite number above 0, got inf"),
        (["--out", ""], "--out must name a folder, got an empty name"),
        (["--model", "gpt2"], "as openai-community/gpt2 and not gpt2, got 'gpt2'"),
        (["--model", "no/such.gguf"], "a GGUF file that is there will do too, and smollm2-135m"),
        (["--model", ""], "--model must be a folder in the Hub's layout, or one of the Hub by its owner and name"),
        (["--model", "/no/such/folder"], "--model must be a folder in the Hub's layout, or one of the Hub"),
        (["--model", "./weights"], "--model must be a folder in the Hub's layout, or one of the Hub"),
        (["--model", __file__], "--model must be a folder in the Hub's layout, or one of the Hub"),
    ],
)
def test_what_cannot_be_run_is_said_before_anything_is_loaded(tiny_base, tmp_path, capsys, more, message):
    out = tmp_path / "out"
    with pytest.raises(SystemExit, match="2"):
        main([*command(tiny_base, out), *more])
    said = " ".join(capsys.readouterr().err.split())
    assert "python -m collapse_lib experiment: error: " in said and message in said
    assert not out.exists()


def test_what_the_command_line_says_becomes_the_preset():
    line = (
        "experiment --preset recorded --out x --policies replace 10% accumulate --seeds 7 --last 3 --begin base "
        "--prompts real --repetition-penalty 3 --model owner/name@v1"
    )
    preset = chosen(line.split())
    assert {condition.policy for condition in preset.conditions} == {"replace", "10% kept", "accumulate"}
    assert {condition.decoding.repetition_penalty for condition in preset.conditions} == {3}
    assert (preset.seeds, preset.last, preset.begin, preset.prompts) == ((7,), 3, "base", "real")
    assert (preset.source, preset.revision, preset.name) == ("owner/name", "v1", "recorded")


CLASSROOM = "experiment --preset classroom --out x"


@pytest.mark.parametrize(("given", "message"), [("0", "at least 1, got 0"), ("few", "a whole number, got 'few'")])
def test_replicates_are_at_least_one(capsys, given, message):
    with pytest.raises(SystemExit, match="2"):
        chosen([*CLASSROOM.split(), "--replicates", given])
    assert f"error: --replicates must be {message}" in capsys.readouterr().err


def test_replicates_are_the_first_seeds_and_decodings_come_with_every_policy():
    preset = chosen(f"{CLASSROOM} --replicates 4 --policies 5% --decodings t1 beams5".split())
    assert preset.seeds == (0, 1, 2, 3)
    assert [str(one) for one in preset.conditions] == ["5% kept, T = 1, 2 epochs", "5% kept, 5 beams, 2 epochs"]


@pytest.mark.parametrize("model", ["smollm2-135m", "a file"])
def test_a_model_is_known_by_a_short_name_or_is_a_gguf_file(tmp_path, model):
    if model == "a file":
        model = str(tmp_path / "tiny.gguf")
        (tmp_path / "tiny.gguf").touch()
    preset = chosen(["experiment", "--preset", "colab", "--out", "x", "--model", model])
    assert (preset.source, preset.revision) == (model, None)

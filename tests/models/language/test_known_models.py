"""A model that is known by a short name is found where it lies, converted once, and checked against its digest."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import tiny_gguf
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from collapse_lib import wheels
from collapse_lib.experiments.language_model import fetching
from collapse_lib.models.language import gguf, network, pretrained

ROOT = Path(__file__).parents[3]


@pytest.fixture
def installed(tmp_path, monkeypatch, own_cache) -> Path:
    """Have a model "tiny" known, whose wheel is installed; return its GGUF file."""
    wheel = tiny_gguf.write_wheel(tmp_path)
    (tmp_path / "site" / "tiny_model").mkdir(parents=True)
    (tmp_path / "site" / "tiny_model" / "__init__.py").write_text("raise RuntimeError('a wheel is not imported')")
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.setitem(wheels.KNOWN, "tiny", wheel)
    return tiny_gguf.write_gguf(tmp_path / "site" / wheel.gguf)


def test_its_name_is_enough_where_its_wheel_is_installed(installed, own_cache):
    found = pretrained.load("tiny")
    assert found.weights.size == tiny_gguf.weight_count()
    assert "tiny_model" not in sys.modules
    installed.unlink()
    np.testing.assert_array_equal(pretrained.load("tiny").weights, found.weights)  # the file is not needed any more


def test_its_provenance_says_where_it_comes_from_by_name_and_by_path(installed, own_cache):
    by_path = pretrained.load(installed).provenance
    assert by_path == pretrained.load("tiny").provenance
    assert tiny_gguf.TOLD.items() <= by_path.items()
    assert by_path["package"] == "tiny-model 1.0 on PyPI" and by_path["precision"] == "dequantised to float32"


def test_a_flipped_byte_is_refused_with_the_name_of_the_file_and_nothing_is_kept(installed, own_cache):
    content = bytearray(installed.read_bytes())
    content[-1] ^= 1
    installed.write_bytes(content)
    with pytest.raises(ValueError, match=f"{installed} must have the SHA-256 {wheels.KNOWN['tiny'].gguf_sha256}, got"):
        pretrained.load("tiny")
    assert not own_cache.exists()


def test_what_is_nowhere_is_said_with_the_command_that_fetches_it(installed, own_cache):
    installed.unlink()
    with pytest.raises(
        FileNotFoundError, match=f"the model tiny is not on this machine .nothing in {own_cache}"
    ) as told:
        pretrained.load("tiny")
    assert str(told.value).endswith("`python -m collapse_lib fetch-model tiny` fetches it, once")


def test_a_folder_of_that_name_comes_first(installed, tmp_path, monkeypatch, tiny_base):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny").symlink_to(tiny_base)
    assert pretrained.load("tiny").config["model_type"] == "opt"


@pytest.mark.slow
def test_the_real_one_predicts_as_its_file_does_and_holds_what_is_said_of_it(monkeypatch):
    name = "smollm2-135m"
    wheel = wheels.KNOWN[name]
    if gguf.there(wheel.gguf_sha256) is None and wheels.found(wheel) is None:
        monkeypatch.setenv("COLLAPSE_CACHE", str(ROOT / "_build" / "gates" / "models"))
        if fetching.main([name]):
            pytest.skip(f"{name} is not on this machine, and `python -m collapse_lib fetch-model {name}` has failed")
    found = pretrained.load(name)
    assert found.weights.size == 134_515_008 and found.config["tie_word_embeddings"]  # not 163 million
    assert wheel.provenance.items() <= found.provenance.items()
    text = " = Robert = \n\n Grüße, 東京: 12 @-@ 345 <unk> 🙂 , don 't"
    assert found.decode(found.encode(text)[None]) == [text]
    plain = "The capital of France is Paris, the capital of Italy is Rome, and the capital of Spain is Madrid."
    rows = torch.tensor(found.encode(plain)[None])
    ours = network.build(found.config, found.weights).cpu()(rows).logits
    nats = torch.nn.functional.cross_entropy(ours[0, :-1], rows[0, 1:])
    assert nats < 2  # it has learned to read; one that has read nothing has 10.8
    if (file := wheels.found(wheel)) is not None:
        where = {"gguf_file": file.name, "local_files_only": True}
        theirs = AutoModelForCausalLM.from_pretrained(file.parent, dtype=torch.float32, **where)
        assert torch.equal(ours, theirs(rows).logits)
        assert AutoTokenizer.from_pretrained(file.parent, **where)(plain)["input_ids"] == rows[0].tolist()

"""A GGUF file becomes a folder of the cache: once, whole or not at all, and it predicts as the file does."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import tiny_gguf
import torch
import transformers
from tiny_gguf import left_in
from transformers import AutoModelForCausalLM

from collapse_lib import wheels
from collapse_lib.models.language import LanguageModel, gguf, network, pretrained

pytestmark = pytest.mark.usefixtures("own_cache")
TEXTS = ("Plain words.", "  two  spaces\n\nand lines\t", "Grüße, 東京, Ελλάδα", "🙂👩‍🔬 and \x00\x7f", "a" * 300, "")


@pytest.fixture(scope="module")
def made(file) -> Path:
    """Return the folder that was made of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLLAPSE_CACHE", str(file.parent / "cache"))
        return gguf.converted(file)


@pytest.fixture
def converted_before(made, own_cache) -> Path:
    """Return the folder of the file in this test's own cache."""
    return Path(shutil.copytree(made, own_cache / made.name))


@pytest.fixture
def unreadable(monkeypatch) -> None:
    """No test with this reads a GGUF file."""

    def fail(path):
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr(gguf, "_read", fail)
    monkeypatch.setattr(gguf, "writable", fail)  # nor writes to the cache


@pytest.mark.parametrize("kind", ["F32", "Q8_0", "Q4_1"])
def test_what_was_converted_predicts_as_the_file_does_bit_for_bit(tmp_path, rng, kind):
    file = tiny_gguf.write_gguf(tmp_path / "tiny.gguf", kind)
    theirs = AutoModelForCausalLM.from_pretrained(tmp_path, gguf_file=file.name, dtype=torch.float32).eval()
    found = pretrained.load(str(file))
    ours = network.build(found.config, found.weights).cpu()
    rows = torch.tensor(rng.integers(found.config["vocab_size"], size=(4, 16)))
    with torch.inference_mode():
        assert torch.equal(ours(rows).logits, theirs(rows).logits)


def test_it_is_an_ordinary_folder_named_by_the_digest_of_the_file(made, file):
    assert made.name == wheels.file_digest(file)
    names = {path.name for path in made.iterdir()}
    assert {"config.json", "model.safetensors", "tokenizer.json", "provenance.json"} <= names
    assert {Path(name).suffix for name in names} <= {".json", ".jinja", ".safetensors"}
    config = json.loads((made / "config.json").read_text(encoding="utf-8"))
    assert config["model_type"] == "llama" and "quantization_config" not in config
    assert str(file.parent) not in "".join(path.read_text(encoding="utf-8") for path in made.glob("*.json"))
    assert pretrained.load(made).weights.size == pretrained.load(str(made)).weights.size


def test_what_two_layers_share_stays_shared(made):
    found = pretrained.load(made)
    assert found.weights.size == tiny_gguf.weight_count()
    assert found.weights.dtype == np.float32
    assert (made / "model.safetensors").stat().st_size < 4 * found.weights.size + 5_000


def test_a_row_has_neither_bos_nor_eos_and_the_model_learns_and_writes(made, rng):
    found = pretrained.load(made)
    assert found.config["bos_token_id"] is found.config["eos_token_id"] is None
    assert found.encode("words").tolist() == found.tokenizer("words", add_special_tokens=False)["input_ids"]
    model = LanguageModel(found.config, 8, weights=found.weights)
    rows = rng.integers(300, size=(16, 8))
    fitted = model.fit(rows, rng=rng)
    assert fitted.cross_entropy(rows) < model.cross_entropy(rows)
    assert fitted.sample(3, rng=rng).shape == (3, 8)


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_comes_back_from_its_tokens(made, text):
    found = pretrained.load(made)
    assert found.decode(found.encode(text)[None]) == [text]


def test_a_file_is_read_once(converted_before, file, unreadable):
    assert gguf.converted(file) == converted_before
    assert pretrained.load(str(file)).provenance["GGUF"] == "tiny.gguf"


def test_its_provenance_says_what_it_is_and_what_it_was_made_with(made, file):
    told = pretrained.load(made).provenance
    assert told["GGUF SHA-256"] == wheels.file_digest(file) and told["precision"] == "dequantised to float32"
    assert told["converted with"].keys() == {"transformers", "gguf", "accelerate"}
    assert told["files"]["model.safetensors"] == wheels.file_digest(made / "model.safetensors")


@pytest.mark.parametrize("damage", ["flipped", "gone"])
def test_what_was_converted_and_is_damaged_is_named(converted_before, file, damage):
    path = converted_before / "model.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content) if damage == "flipped" else path.unlink()
    with pytest.raises(ValueError, match=f"{path} must be what was converted, got a damaged file or none: delete the"):
        pretrained.load(str(file))


@pytest.mark.parametrize("kept", [0, 10, 1_000, -1_000])
def test_a_file_that_is_cut_short_is_named_and_nothing_is_left(tmp_path, own_cache, file, kept):
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(ValueError, match=f"a GGUF file must be whole and of a kind that .* knows, got {cut}"):
        pretrained.load(str(cut))
    assert left_in(own_cache) == []


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match=r"a GGUF file must be there, got none at no/such\.gguf"):
        pretrained.load("no/such.gguf")


@pytest.mark.skipif(not hasattr(transformers, "GgufConfig"), reason="this transformers always dequantises")
def test_it_is_never_read_with_its_weights_still_packed(file, monkeypatch):
    asked = []

    def read(folder, **options):
        asked.append(options["quantization_config"].dequantize)
        return AutoModelForCausalLM.from_pretrained(folder, **options)

    monkeypatch.setattr(gguf, "AutoModelForCausalLM", SimpleNamespace(from_pretrained=read))
    gguf.converted(file)
    assert asked == [True]


def test_without_the_packages_that_read_it_they_are_named(file, monkeypatch):
    monkeypatch.setattr(gguf, "READERS", ("gguf", "no_such_package"))
    with pytest.raises(ImportError, match=r"reading a GGUF file needs no_such_package: pip install collapse-lib\[lm\]"):
        pretrained.load(str(file))

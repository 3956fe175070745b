"""A GGUF file becomes a folder of the cache: once, whole or not at all, and it predicts as the file does."""

from __future__ import annotations

import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import tiny_gguf
import torch
from transformers import AutoModelForCausalLM

from collapse_lib import wheels
from collapse_lib.models.language import LanguageModel, gguf, network, pretrained

TEXTS = ("Plain words.", "  two  spaces\n\nand lines\t", "Grüße, 東京, Ελλάδα", "🙂👩‍🔬 and \x00\x7f", "a" * 300, "")


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch) -> Path:
    """Return a cache of this test's own, which is not there yet."""
    monkeypatch.setenv("COLLAPSE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    return tiny_gguf.write_gguf(tmp_path_factory.mktemp("gguf") / "tiny.gguf")


@pytest.fixture(scope="module")
def made(file) -> Path:
    """Return the folder that was made of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLLAPSE_CACHE", str(file.parent / "cache"))
        return gguf.converted(file)


@pytest.fixture
def converted_before(made, cache) -> Path:
    """Return the folder of the file in this test's own cache."""
    return Path(shutil.copytree(made, cache / made.name))


@pytest.fixture
def unreadable(monkeypatch) -> None:
    """No test with this reads a GGUF file."""

    def fail(path):
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr(gguf, "_read", fail)


def left_in(cache: Path) -> list[str]:
    """Return what is in the cache, without the locks."""
    return sorted(path.name for path in cache.glob("*") if path.suffix != ".lock") if cache.exists() else []


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
def test_a_file_that_is_cut_short_is_named_and_nothing_is_left(tmp_path, cache, file, kept):
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(ValueError, match=f"a GGUF file must be whole and of a kind that .* knows, got {cut}"):
        pretrained.load(str(cut))
    assert left_in(cache) == []


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match=r"a GGUF file must be there, got none at no/such\.gguf"):
        pretrained.load("no/such.gguf")


def test_without_the_packages_that_read_it_they_are_named(file, monkeypatch):
    monkeypatch.setattr(gguf, "READERS", ("gguf", "no_such_package"))
    with pytest.raises(ImportError, match=r"reading a GGUF file needs no_such_package: pip install collapse-lib\[lm\]"):
        pretrained.load(str(file))


# Stopped, killed, and two at once


def test_one_that_is_stopped_half_way_leaves_nothing(file, cache, monkeypatch):
    def stop(*_):
        assert left_in(cache) == [f"{wheels.file_digest(file)}.new"]  # it works aside
        raise KeyboardInterrupt

    monkeypatch.setattr(gguf, "_provenance", stop)
    with pytest.raises(KeyboardInterrupt):
        gguf.converted(file)
    assert left_in(cache) == []


def test_one_that_is_killed_half_way_is_not_taken_for_whole_and_the_next_one_clears_up(file, cache, monkeypatch):
    child = os.fork()
    if not child:
        try:
            monkeypatch.setattr(gguf, "_provenance", lambda *_: os.kill(os.getpid(), 9))
            gguf.converted(file)
        finally:
            os._exit(1)  # or two of us would go on
    assert os.waitpid(child, 0)[1] == 9
    assert left_in(cache) == [f"{wheels.file_digest(file)}.new"]
    assert gguf.there(wheels.file_digest(file)) is None
    assert gguf.converted(file) == gguf.there(wheels.file_digest(file))
    assert left_in(cache) == [wheels.file_digest(file)]


def test_two_at_once_wait_for_each_other_and_read_the_file_once(file, cache, monkeypatch):
    read, times = gguf._read, []
    monkeypatch.setattr(gguf, "_read", lambda path: times.append(path) or read(path))
    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(gguf.converted, [file, file])) == {cache / wheels.file_digest(file)}
    assert times == [file]


def test_a_full_disk_is_said_before_it_is_written_to(file, cache, monkeypatch):
    asked = []
    monkeypatch.setattr(gguf, "writable", lambda folder, room=0: asked.append((folder.mkdir(exist_ok=True), room)))
    gguf.converted(file)
    assert [room for _, room in asked] == [0, 4 * tiny_gguf.weight_count()]

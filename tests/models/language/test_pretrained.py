"""Networks and tokenisers from a folder in the Hub's layout; the Hub itself is not asked; the base that ships."""

from __future__ import annotations

import json
import time

import numpy as np
import pytest
import torch
from transformers import OPTConfig, OPTForCausalLM

from collapse_lib import hub
from collapse_lib.experiments.language_model.base import SHIPPED
from collapse_lib.models.language import LanguageModel, network, opt, peak, pretrained
from collapse_lib.models.language.tokens import learned

TEXTS = ("Plain words.", "  two  spaces\n\nand lines\t", "Grüße, 東京, Ελλάδα", "🙂👩‍🔬 and \x00\x7f", "a" * 300, "")


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    """No test asks the Hub: whoever tries is told that it does not answer."""

    def fail():
        raise ConnectionError("no route")

    monkeypatch.setattr(hub, "reach", fail)


@pytest.fixture(scope="module")
def tokenizer():
    return learned(["made-up words and made-up sentences"] * 3, 270)


def test_what_is_saved_is_loaded_weight_for_weight(tmp_path, tokenizer, rng):
    config = opt(270, 16, bos=False, width=8, heads=2)
    weights = rng.normal(size=network.weight_count(peak.unallocated(config))).astype(np.float32)
    pretrained.save(tmp_path, config, weights, tokenizer)
    assert {"config.json", "model.safetensors", "tokenizer.json"} <= {path.name for path in tmp_path.iterdir()}
    found = pretrained.load(str(tmp_path))
    np.testing.assert_array_equal(found.weights, weights)
    rows = rng.integers(270, size=(5, 6))
    before, after = (LanguageModel(c, 6, weights=weights) for c in (config, found.config))
    assert after.cross_entropy(rows) == before.cross_entropy(rows)


def test_an_opt_that_transformers_saved_is_read_without_mark_and_stop(tmp_path, tokenizer, rng):
    config = OPTConfig(
        vocab_size=270, max_position_embeddings=16, hidden_size=8, word_embed_proj_dim=8, ffn_dim=16,
        num_hidden_layers=2, num_attention_heads=2, bos_token_id=2, eos_token_id=2,
    )  # fmt: skip
    theirs = OPTForCausalLM(config).eval()
    theirs.save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    found = pretrained.load(str(tmp_path))
    assert found.config["bos_token_id"] is found.config["eos_token_id"] is None
    model = LanguageModel(found.config, 6, weights=found.weights)
    rows = rng.integers(270, size=(5, 6))
    with torch.inference_mode():
        loss = theirs(torch.tensor(rows), labels=torch.tensor(rows)).loss.item()
    assert model.cross_entropy(rows) == pytest.approx(loss, rel=1e-5)
    assert model.continued(rows, rng=rng).shape == (5, 6)


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_comes_back_from_its_tokens(tokenizer, text):
    found = pretrained.Pretrained({}, np.empty(0), tokenizer)
    ids = found.encode(text)
    assert ids.dtype == np.int64 and ids.ndim == 1
    assert found.decode(ids[None]) == [text]


def test_a_tokeniser_learns_what_is_frequent_and_holds_every_byte(tokenizer):
    found = pretrained.Pretrained({}, np.empty(0), tokenizer)
    assert len(tokenizer) == 270
    assert len(found.encode("made-up")) < len("made-up")
    with pytest.raises(ValueError, match="a tokeniser of bytes needs at least 256 tokens, got 255"):
        learned(["text"], 255)


def test_weights_in_a_pickle_are_not_read(tmp_path, tokenizer):
    config = opt(270, 16, bos=False, width=8, heads=2)
    learner = network.build(config, None)
    pretrained.save(tmp_path, config, network.weights(learner), tokenizer)
    (tmp_path / "model.safetensors").unlink()
    torch.save(learner.state_dict(), tmp_path / "pytorch_model.bin")
    with pytest.raises(FileNotFoundError, match=r"a folder that holds its config\.json, model\.safetensors"):
        pretrained.load(str(tmp_path))


@pytest.mark.parametrize("source", ["/no/such/folder", "nothing"])
def test_what_is_neither_folder_nor_repository_is_refused(source):
    with pytest.raises(FileNotFoundError, match=f"a model must be a folder or a repository of the Hub, got '{source}'"):
        pretrained.load(source)


def test_without_the_hub_the_reader_is_told_at_once_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr("transformers.utils.hub.constants.HF_HUB_CACHE", str(tmp_path), raising=False)
    start = time.monotonic()
    with pytest.raises(
        FileNotFoundError, match=r"facebook/opt-125m was not found .* cannot be had from the Hub"
    ) as told:
        pretrained.load(hub.OPT_125M, "0" * 40)  # a revision that no machine has
    assert "Go online once, or name a folder that holds its config.json, model.safetensors" in str(told.value)
    assert time.monotonic() - start < 10


def test_a_hub_that_does_not_answer_is_a_connection_error(monkeypatch):
    monkeypatch.undo()

    class Silent:
        def head(self, url, timeout):
            assert timeout <= 5
            raise RuntimeError("blocked")

    monkeypatch.setattr("huggingface_hub.utils.get_session", Silent)
    with pytest.raises(ConnectionError, match="blocked"):
        hub.reach()


# The base that ships


def test_the_base_that_ships_is_small_and_is_what_its_provenance_says():
    files = {path.name: path.stat().st_size for path in SHIPPED.iterdir()}
    assert sum(files.values()) <= 5_000_000
    provenance = json.loads((SHIPPED / "provenance.json").read_text(encoding="utf-8"))
    found = pretrained.load(str(SHIPPED))
    assert found.weights.size == provenance["weights"] == network.weight_count(peak.unallocated(found.config))
    assert {name: found.config[name] for name in provenance["model"]} == provenance["model"]
    assert np.isfinite(found.weights).all()


def test_the_base_that_ships_holds_tokeniser_and_weights_and_no_text_of_a_book():
    assert {path.suffix for path in SHIPPED.iterdir()} == {".json", ".safetensors"}
    vocabulary = json.loads((SHIPPED / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    assert len(vocabulary) == 2_048
    assert max(map(len, vocabulary)) < 20  # pieces of words, no sentence
    others = [path for path in SHIPPED.glob("*.json") if path.name != "tokenizer.json"]
    assert max(path.stat().st_size for path in others) < 2_000

"""A network whose matrices are laid out for this processor computes what it did before."""

from __future__ import annotations

import copy
import pickle

import numpy as np
import pytest
import torch

from collapse_lib.models.decoding import PLAIN
from collapse_lib.models.language import LanguageModel, network, opt, packing, writing

LLAMA = {
    "model_type": "llama", "vocab_size": 50, "hidden_size": 24, "intermediate_size": 32, "num_hidden_layers": 2,
    "num_attention_heads": 6, "num_key_value_heads": 2, "max_position_embeddings": 16, "tie_word_embeddings": True,
    "bos_token_id": None, "eos_token_id": None, "pad_token_id": None,
}  # fmt: skip
GPT2 = {
    "model_type": "gpt2", "vocab_size": 50, "n_positions": 16, "n_embd": 24, "n_layer": 2, "n_head": 2,
    "bos_token_id": None, "eos_token_id": None,
}  # fmt: skip
CONFIGS = {"llama": LLAMA, "gpt2": GPT2, "opt": opt(50, 16, bos=False, width=24, heads=2)}
PACKS = pytest.mark.skipif(not packing._helps(), reason="this processor has no AVX")


@pytest.fixture(params=CONFIGS)
def pair(request, monkeypatch):
    """A network as it is built, and one as it is used, all of whose matrices count as large."""
    monkeypatch.setattr(packing, "LARGE", 0)
    with network.seeded(np.random.default_rng(1)):
        one = network.build(CONFIGS[request.param], None)
    return one, packing.packed(network.build(CONFIGS[request.param], network.weights(one)))


def kinds(net) -> list[type]:
    return [type(module) for module in net.modules()]


@PACKS
def test_large_matrices_are_laid_out_and_small_ones_are_left_alone(pair):
    assert packing.Packed in kinds(pair[1]) and packing.Packed not in kinds(pair[0])
    assert isinstance(pair[1].get_output_embeddings(), packing.Packed)
    packing.LARGE = 100 * 100  # the fixture puts it back
    assert packing.Packed not in kinds(packing.packed(pair[0]))


@pytest.mark.parametrize("rows", [1, packing.FEW_ROWS, 40])
def test_a_network_that_is_laid_out_writes_the_same_tokens_from_the_same_numbers(pair, rows, rng):
    prompts, uniform = torch.as_tensor(rng.integers(50, size=(rows, 8))), rng.random((rows, 8))
    with torch.inference_mode():
        found = [writing.draw(one, prompts, uniform, PLAIN).numpy() for one in pair]
        logits = [one(prompts).logits.numpy() for one in pair]
    np.testing.assert_array_equal(*found)
    np.testing.assert_allclose(*logits, atol=1e-5)


def test_a_layout_keeps_the_weights(pair):
    np.testing.assert_array_equal(*map(network.weights, pair))


def test_a_copy_computes_the_same(pair):
    ids = torch.zeros((2, 8), dtype=torch.int64)
    with torch.inference_mode():
        copies = [read(pair[1])(ids).logits.numpy() for read in (lambda net: net, copy.deepcopy, sent)]
    for one in copies[1:]:
        np.testing.assert_array_equal(one, copies[0])


def sent(net):
    """As another process gets it."""
    return pickle.loads(pickle.dumps(net))


@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_half_weights_compute_exactly_what_is_computed_in_half_precision_and_share_nothing(pair, precision, rng):
    one, other = pair[0], network.build(pair[0].config.to_dict(), network.weights(pair[0]))
    half = packing.halved(other, precision)
    prompts, uniform = torch.as_tensor(rng.integers(50, size=(5, 8))), rng.random((5, 8))
    with torch.inference_mode(), network.computing(precision):
        found = [writing.draw(net, prompts, uniform, PLAIN).numpy() for net in (one, half)]
        logits = [net(prompts).logits.float().numpy() for net in (one, half)]
    np.testing.assert_array_equal(*logits)
    np.testing.assert_array_equal(*found)
    assert half.get_output_embeddings().weight.dtype == network.PRECISIONS[precision]
    assert half.get_input_embeddings().weight.dtype == torch.float32


def test_a_model_writes_in_its_precision_and_keeps_whole_weights(rng):
    config = opt(50, 16, bos=False, width=24, heads=2)
    model = LanguageModel(config, 4, precision="bfloat16", weights=network.weights(network.build(config, None)))
    before = model.weights.copy()
    model.continued(np.zeros((2, 3), dtype=int), rng=rng)
    assert {weight.dtype for weight in model._networks.writer.parameters()} == {torch.float32, torch.bfloat16}
    assert {weight.dtype for weight in model._networks.reader.parameters()} == {torch.float32}
    np.testing.assert_array_equal(model.weights, before)


def test_elsewhere_nothing_is_laid_out(pair, monkeypatch):
    monkeypatch.setattr(torch.backends.cpu, "get_cpu_capability", lambda: "DEFAULT")
    assert packing.Packed not in kinds(packing.packed(pair[0]))

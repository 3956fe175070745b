"""Memory is counted by formula, and the sizes for a T4 fit into it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from collapse_lib.experiments.language_model.base import SIZES
from collapse_lib.experiments.language_model.material import LENGTH
from collapse_lib.experiments.language_model.presets import PRESETS
from collapse_lib.models.language import opt, peak, scoring, writing

VOCABULARY, PLACES, WIDTH, LAYERS, INNER = 50_272, 2_048 + 2, 768, 12, 3_072  # OPT leaves two places before the first
OPT_125M = {
    "model_type": "opt", "vocab_size": VOCABULARY, "max_position_embeddings": PLACES - 2, "hidden_size": WIDTH,
    "word_embed_proj_dim": WIDTH, "ffn_dim": INNER, "num_hidden_layers": LAYERS, "num_attention_heads": 12,
    "tie_word_embeddings": True,
}  # fmt: skip
T4 = 15e9  # bytes
SHARED = 100e6  # bytes of libraries that two processes have in common, at least
GPU_ROWS = 1_024  # what `writing` puts side by side on a GPU


def by_formula() -> int:
    """Embeddings (once: the output shares them), then of each layer attention, its two norms and its two maps."""
    attention = 4 * (WIDTH * WIDTH + WIDTH)
    maps = WIDTH * INNER + INNER + INNER * WIDTH + WIDTH
    return (VOCABULARY + PLACES) * WIDTH + LAYERS * (attention + maps + 4 * WIDTH) + 2 * WIDTH


def test_the_papers_network_has_as_many_weights_as_the_formula_says():
    assert peak.parameters(OPT_125M) == by_formula() == 125_239_296


def test_a_base_of_its_dimensions_is_one_of_our_sizes():
    size = SIZES["125m"]
    config = opt(size.tokens, PLACES - 2, bos=False, width=size.width, layers=size.layers, heads=size.heads)
    assert peak.parameters(config) == by_formula()


def test_weights_gradients_and_two_averages_take_16_bytes_a_weight():
    none, one = (peak.training(OPT_125M, batch, LENGTH, "float32") for batch in (0, 1))
    assert none == 16 * by_formula()
    assert one - none >= LENGTH * VOCABULARY * 4 * 2  # the logits and their gradient


def test_writing_keeps_a_key_and_a_value_of_each_layer_for_each_token():
    less, more = (peak.writing(OPT_125M, 1, tokens) for tokens in (64, 65))
    assert more - less == 2 * LAYERS * WIDTH * 4


@pytest.mark.parametrize("precision", peak.BYTES)
@pytest.mark.parametrize("preset", [PRESETS["colab"], PRESETS["paper"]], ids=lambda preset: preset.name)
def test_a_training_step_fits_into_a_t4_in_every_precision(preset, precision):
    assert peak.training(OPT_125M, preset.batch, LENGTH, precision) < T4


def test_writing_fits_into_a_t4_with_a_taste_and_with_the_papers_beams():
    beams = PRESETS["paper"].conditions[0].decoding.beams
    for rows in (GPU_ROWS, writing.BEAMED_ROWS * beams):
        assert peak.writing(OPT_125M, rows, 2 * LENGTH) < T4


def test_reading_beside_a_training_step_fits_into_a_t4():
    logits = scoring.TOKENS * VOCABULARY * 4 * 2  # and their logarithms
    assert 16 * by_formula() + logits < T4


# The classroom, which is at hand: measured

# Not `ru_maxrss`: there a process that is begun by a large one is as large as that.
PEAK = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
AT_WORK = f"""
from collapse_lib.experiments.language_model.lineages import Lineage
from collapse_lib.experiments.language_model.material import Material
from collapse_lib.experiments.language_model.presets import PRESETS

preset = PRESETS["classroom"]
next(Lineage(preset, preset.conditions[0], 0).rows(Material.of(preset)))
{PEAK}
"""
WAITING = (
    f"import collapse_lib.experiments.language_model.command, collapse_lib.experiments.language_model.runs; {PEAK}"
)


def most(code: str) -> int:
    """Return the most bytes that a process of one thread holds while it does so, libraries included."""
    one_thread = os.environ | {"OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=one_thread, capture_output=True, text=True, check=True)
    return 1024 * int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_a_run_in_class_takes_less_than_one_and_a_half_gigabytes():
    """It is two processes at work and one that waits; the two hold their libraries in common."""
    if "COLLAPSE_DATA" not in os.environ:
        pytest.skip("set COLLAPSE_DATA to a folder with wikitext-2/valid.txt and test.txt to measure the memory")
    assert 2 * most(AT_WORK) - SHARED + most(WAITING) < 1.5e9

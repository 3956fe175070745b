"""The smallest GGUF file of a Llama, with a tokeniser of byte pairs, and a wheel that holds one."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import gguf
import numpy as np
from gguf.quants import quantize
from tiny_opt import article

from collapse_lib.models.language.tokens import learned
from collapse_lib.wheels import Wheel, file_digest

LEARNED, WIDTH, HEADS, KEY_HEADS, WIDE, LAYERS, POSITIONS = 298, 64, 2, 1, 96, 2, 128
CONTROL = ["<|start|>", "<|end|>"]
TOLD = {"name": "Tiny", "licence": "CC0"}


def shapes() -> dict[str, tuple[int, ...]]:
    """Return the shape of each weight by its name in a GGUF file. The last layer is that of the embeddings."""
    keys = KEY_HEADS * WIDTH // HEADS
    layer = {
        "attn_norm": (WIDTH,), "ffn_norm": (WIDTH,), "attn_q": (WIDTH, WIDTH), "attn_k": (keys, WIDTH),
        "attn_v": (keys, WIDTH), "attn_output": (WIDTH, WIDTH), "ffn_gate": (WIDE, WIDTH), "ffn_up": (WIDE, WIDTH),
        "ffn_down": (WIDTH, WIDE),
    }  # fmt: skip
    found = {"token_embd": (LEARNED + len(CONTROL), WIDTH), "output_norm": (WIDTH,)}
    found |= {f"blk.{number}.{name}": shape for number in range(LAYERS) for name, shape in layer.items()}
    return {f"{name}.weight": shape for name, shape in found.items()}


def weight_count() -> int:
    """Return how many weights it has, the embeddings once."""
    return int(sum(np.prod(shape) for shape in shapes().values()))


def write_gguf(path: Path, kind: str = "Q4_1", seed: int = 0) -> Path:
    """Write the file with random weights, the matrices quantised as `kind` says: F32, Q8_0 or Q4_1."""
    writer = gguf.GGUFWriter(path, "llama")
    _describe(writer)
    rng = np.random.default_rng(seed)
    for name, shape in shapes().items():
        array = rng.normal(len(shape) == 1, 0.1, shape).astype(np.float32)
        if len(shape) == 1 or kind == "F32":
            writer.add_tensor(name, array)
        else:
            packed = gguf.GGMLQuantizationType[kind]
            writer.add_tensor(name, quantize(array, packed), raw_dtype=packed)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _describe(writer: gguf.GGUFWriter) -> None:
    model = json.loads(learned([article(99, 500)], LEARNED).backend_tokenizer.to_str())["model"]
    tokens = [*sorted(model["vocab"], key=model["vocab"].__getitem__), *CONTROL]
    writer.add_context_length(POSITIONS)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(WIDE)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KEY_HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_rope_freq_base(10_000.0)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_token_list(tokens)
    writer.add_token_types([1] * LEARNED + [3] * len(CONTROL))
    writer.add_token_merges([" ".join(pair) for pair in model["merges"]])
    writer.add_add_space_prefix(False)
    writer.add_bos_token_id(LEARNED)
    writer.add_eos_token_id(LEARNED + 1)


def write_wheel(folder: Path) -> Wheel:
    """Write tiny_model-1.0-py3-none-any.whl into `folder`, as pip takes it, and return what pins it."""
    member, info = "tiny_model/tiny.gguf", "tiny_model-1.0.dist-info"
    file = write_gguf(folder / "tiny.gguf")
    wheel = folder / "tiny_model-1.0-py3-none-any.whl"
    with ZipFile(wheel, "w") as packed:
        packed.writestr("tiny_model/__init__.py", "raise RuntimeError('a wheel is not imported')\n")
        packed.write(file, member)
        needs = "Metadata-Version: 2.1\nName: tiny-model\nVersion: 1.0\nRequires-Dist: no-such-package-anywhere\n"
        packed.writestr(f"{info}/METADATA", needs)
        packed.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: ours\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        packed.writestr(f"{info}/RECORD", "")
    pinned = Wheel("tiny-model", "1.0", wheel.name, file_digest(wheel), member, file_digest(file), TOLD)
    file.unlink()
    return pinned


def left_in(cache: Path) -> list[str]:
    """Return what is in a cache, without the locks."""
    return sorted(path.name for path in cache.glob("*") if path.suffix != ".lock")

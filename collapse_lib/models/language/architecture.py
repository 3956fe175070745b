"""What a network is built from: a transformers configuration, as plain values. OPT (Zhang et al. 2022) by default."""

from __future__ import annotations

from typing import Any


def opt(
    vocabulary: int,
    positions: int,
    *,
    bos: bool = True,
    eos: int | None = None,
    width: int = 64,
    layers: int = 1,
    heads: int = 4,
) -> dict[str, Any]:
    """Return the configuration of an OPT over token ids 0 .. `vocabulary` - 1 that sees `positions` tokens at most.

    With a `bos` a row can begin from nothing: before it stands one more id, which is read and never written. `eos` is
    the id that ends a row and then fills it. Raises ValueError for sizes that are not positive or do not fit together.
    """
    sizes = {"vocabulary": vocabulary, "positions": positions, "width": width, "layers": layers, "heads": heads}
    for name, value in sizes.items():
        if not value > 0:
            raise ValueError(f"{name} must be positive, got {value}")
    if width % heads:
        raise ValueError(f"width must be a multiple of heads, got {width} and {heads}")
    if eos is not None and not 0 <= eos < vocabulary:
        raise ValueError(f"eos must be a token id below {vocabulary} or None, got {eos}")
    return {
        "model_type": "opt",
        "vocab_size": vocabulary + bos,
        "max_position_embeddings": positions,
        "hidden_size": width,
        "word_embed_proj_dim": width,
        "ffn_dim": 4 * width,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "dropout": 0.0,
        "pad_token_id": None,  # a token that pads is never learned
        "bos_token_id": vocabulary if bos else None,
        "eos_token_id": eos,
    }

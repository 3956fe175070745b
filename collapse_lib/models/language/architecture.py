"""What a network is built from: a transformers configuration, as plain values. OPT (Zhang et al. 2022) by default."""

from __future__ import annotations

from typing import Any

from ... import checks


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
    the id that ends a row and then fills it. Raises ValueError for sizes that are below 1 or do not fit together,
    TypeError for sizes that are not whole.
    """
    vocabulary, positions = _size(vocabulary, "vocabulary"), _size(positions, "positions")
    width, layers, heads = _size(width, "width"), _size(layers, "layers"), _size(heads, "heads")
    bos, eos = checks.yes_or_no(bos, "bos"), None if eos is None else checks.whole(eos, "eos", most=vocabulary - 1)
    if width % heads:
        raise ValueError(f"width must be a multiple of heads, got {width} and {heads}")
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


def _size(value: int, name: str) -> int:
    return checks.whole(value, name, least=1, most=checks.LARGEST)

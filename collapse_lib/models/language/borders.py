"""What a language model is handed: its settings, rows to read and prompts to write after, asked once at the border."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ... import checks
from ...recursion import Dataset
from ..decoding import Decoding
from . import network

NEEDED = ("model_type", "vocab_size", "bos_token_id", "eos_token_id")


def configuration(value: Any) -> Mapping[str, Any]:
    """Return a transformers configuration if it names what a language model needs; refuse it otherwise."""
    found = checks.mapping(value, "config")
    if missing := [name for name in NEEDED if name not in found]:
        raise ValueError(f"config must name {', '.join(NEEDED)}, got none for {', '.join(missing)}")
    checks.whole(found["vocab_size"], "vocab_size in config", least=1 + (found["bos_token_id"] is not None))
    return found


def settings(model: Any) -> dict[str, Any]:
    """Return the settings of a `LanguageModel` as they are meant; raise TypeError or ValueError that names one."""
    config = configuration(model.config)
    length = _whole(model, "length")
    if length == 1 and config["bos_token_id"] is None:
        raise ValueError("length must be at least 2 without a BOS token, as the first is not predicted, got 1")
    found = {
        "length": length,
        "learning_rate": checks.positive(model.learning_rate, "learning_rate"),
        "shift": _whole(model, "shift", least=0),
        "precision": checks.known(model.precision, network.PRECISIONS, "precision"),
        "decoding": checks.instance(model.decoding, Decoding, "decoding"),
    }
    return found | {name: _whole(model, name) for name in ("epochs", "batch")}


def _whole(model: Any, name: str, *, least: int = 1) -> int:
    return checks.whole(getattr(model, name), name, least=least, most=checks.LARGEST)


def material(model: Any) -> dict[str, Dataset]:
    """Return the arrays that a `LanguageModel` holds, ready for use; raise TypeError or ValueError that names one."""
    found = {}
    if model.validation is not None:
        found["validation"] = row_ids(model.validation, model.vocabulary, model.length, "validation")
    if model.prompts is not None:
        found["prompts"] = some_prompts(model)
    for name in ("base", "weights"):
        if getattr(model, name) is not None:
            found[name] = checks.finite(checks.dimensions(getattr(model, name), 1, name=name), name=name)
    return found


def some_prompts(model: Any) -> Dataset:
    """Return the prompts of a `LanguageModel` if there is at least one; refuse them otherwise."""
    found = prompts(model.prompts, model)
    if not len(found):
        raise ValueError("prompts must hold at least one row, got none")
    return found


def row_ids(data: Any, vocabulary: int, length: int, name: str = "data") -> Dataset:
    """Return rows of `length` token ids, shape (M, length), M at least 1; raise TypeError or ValueError otherwise."""
    found = checks.token_ids(checks.dimensions(data, 2, name=name), vocabulary)
    if found.shape[1] != length:
        raise ValueError(f"a row must hold {length} token ids, got shape {found.shape}")
    checks.some(len(found))
    return found


def rows_that_fit(data: Any, model: Any, positions: int) -> Dataset:
    """Return rows of token ids, shape (M, T), for a network of so many `positions`, M and T at least 1.

    Without a BOS token the first is not predicted, and T at least 2. Raises TypeError or ValueError otherwise.
    """
    unread = int(model.config["bos_token_id"] is None)
    length = np.shape(checks.dimensions(data, 2, name="data"))[1]
    if not 1 <= length - unread <= positions:
        raise ValueError(f"a row must hold {1 + unread} to {positions + unread} token ids, got {length}")
    return row_ids(data, model.vocabulary, length)


def prompts(data: Any, model: Any) -> Dataset:
    """Return prompts, shape (N, Q): an empty one needs a BOS token. Raises TypeError or ValueError otherwise."""
    found = checks.token_ids(checks.dimensions(data, 2, name="prompts"), model.vocabulary)
    if not found.shape[1] and model.config["bos_token_id"] is None:
        raise ValueError(f"a prompt must hold at least 1 token where there is no BOS token, got shape {found.shape}")
    return found


def places(model: Any, positions: int) -> None:
    """Raise ValueError if a row of a `LanguageModel` does not fit into the positions that its network sees."""
    needed = model.length - (model.config["bos_token_id"] is None) + model.shift
    if needed > positions:
        raise ValueError(f"a row and its shift must fit into {positions}, got {model.length} and {model.shift}")
